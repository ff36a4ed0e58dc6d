import type { Advice } from '../model/advice.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Id } from '../model/basics.ts';
import type { Dialogue, Participant } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import type { Passage } from '../model/turn.ts';

/** Words that are coded to issues, with where they were said and by whom. */
export interface CodedWords {
  readonly issueIds: ReadonlySet<IdOf<'issues'>>;
  readonly passage: Passage;
  readonly dialogue: Dialogue;
  readonly participant: Participant | null;
  readonly attribution: Attribution;
}

/** What the company said on the issues of a piece of advice at a dialogue after the one it was heard in. */
export interface ToldLater {
  readonly dialogue: Dialogue;
  readonly words: readonly CodedWords[];
}

/**
 * What the company came back with: of the dialogues after the one in which advice was heard, the first at which somebody
 * of the company spoke on an issue of it. Only as far as that was coded: that nothing is found does not mean that nothing
 * was said.
 * @param of - the dialogue of each piece of advice
 */
export function toldLater(
  advice: readonly Pick<Advice, 'id' | 'issueIds' | 'dialogueId'>[],
  of: ReadonlyMap<Id, Dialogue>,
  words: readonly CodedWords[],
): ReadonlyMap<Id, ToldLater> {
  const told = words
    .filter(({ participant }) => participant !== null && !participant.external)
    .sort((a, b) => heldOn(a.dialogue).localeCompare(heldOn(b.dialogue)));
  const result = new Map<Id, ToldLater>();
  for (const { id, issueIds, dialogueId } of advice) {
    const own = of.get(dialogueId);
    if (!own) continue;
    const later = told.filter(
      ({ dialogue, issueIds: coded }) =>
        heldOn(dialogue) > heldOn(own) &&
        dialogue.id !== own.id &&
        issueIds.some((issueId) => coded.has(issueId)),
    );
    const [first] = later;
    if (first)
      result.set(id, {
        dialogue: first.dialogue,
        words: later.filter(({ dialogue }) => dialogue.id === first.dialogue.id),
      });
  }
  return result;
}

/** A dialogue's day as far as it is known; else its fiscal year stands for it. */
function heldOn({ date, fiscalYear }: Dialogue): string {
  return date ?? String(fiscalYear);
}
