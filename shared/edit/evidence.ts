import type { TurnRange } from '../anchor/text-range.ts';
import type { Draft } from '../change/draft.ts';
import type { Passage } from '../model/turn.ts';
import { type Authorship, codeSelection, passageAt } from './coding.ts';
import { cite, type RatingPlace } from './rating.ts';
import { changeChoice } from './round.ts';

/** What is done beside citing the words. */
export interface EvidenceOptions {
  /** Codes the words to the issue that is rated: what is not coded to it does not stand among its evidence. */
  readonly code: boolean;
  /** Lets the round consider the dialogue, where it did not. */
  readonly consider: boolean;
}

/**
 * Lets a rating rest on words that were said: cites the passage of a selection, which is made where there is none, with
 * the advice that was taken from it.
 * @throws ProblemError `round-closed`, `not-in-round`, `selection-empty`, `row-missing`; nothing is written then
 */
export async function takeAsEvidence(
  draft: Draft,
  place: RatingPlace,
  selection: TurnRange,
  { code, consider }: EvidenceOptions,
  author: Authorship,
): Promise<Passage> {
  // Coded words may be taken up by a coding that lies over them: that one's passage is what is cited then.
  const [coding] = code ? await codeSelection(draft, selection, [place.issueId], author) : [];
  const passage = coding
    ? await draft.require('passages', coding.passageId)
    : await passageAt(draft, selection);
  const advice = await draft.find('advice', 'dialogueId', passage.dialogueId);
  const adviceIds = advice.filter((one) => one.passageIds.includes(passage.id)).map(({ id }) => id);
  if (consider)
    await changeChoice(draft, place.roundId, 'dialogueIds', { added: [passage.dialogueId], removed: [] });
  await cite(draft, place, { passageId: passage.id, adviceIds }, true, author.at);
  return passage;
}
