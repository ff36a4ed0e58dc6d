import type { TextRange } from '../anchor/text-range.ts';
import type { Id } from '../model/basics.ts';
import type { Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import type { Passage } from '../model/turn.ts';

/** Whether two ranges of one text share a character; those that only touch do not. */
export function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Puts ranges of one text that overlap, each with the next, together.
 * @returns the groups in the order of the text, the members of each in the order of their starts
 */
export function overlapGroups<S extends TextRange>(ranges: readonly S[]): S[][] {
  const groups: S[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = groups.at(-1);
    if (last && range.start < reach) last.push(range);
    else groups.push([range]);
    reach = Math.max(reach, range.end);
  }
  return groups;
}

/** Words of one turn that one coder put to one issue, however many overlapping passages they did it in. */
export interface DistinctRange {
  readonly dialogueId: IdOf<'dialogues'>;
  readonly turnId: IdOf<'turns'>;
  readonly issueId: IdOf<'issues'>;
  readonly coder: string;
  readonly start: number;
  readonly end: number;
  /** In the order of the text. */
  readonly codings: readonly Coding[];
  /** False = the range of an unsure passage: where it last stood, by its own words alone. */
  readonly anchored: boolean;
}

/**
 * What codings mark, each range once: codings of one coder to one issue on overlapping ranges of a turn are one
 * range, and count once. Ranges that only touch stay two. An unsure passage says nothing of where its words are, so it
 * overlaps no other. Whoever wants rejected codings left out gives `activeCodings(codings)`.
 * @returns by turn and issue in the order in which they first come, within them in the order of the text
 */
export function distinctRanges(
  codings: readonly Coding[],
  passages: readonly Passage[] | ReadonlyMap<Id, Passage>,
): DistinctRange[] {
  const passageOf =
    passages instanceof Map
      ? (passages as ReadonlyMap<Id, Passage>)
      : new Map((passages as readonly Passage[]).map((passage) => [passage.id, passage]));
  const groups = new Map<string, { start: number; end: number; coding: Coding; passage: Passage }[]>();
  for (const coding of codings) {
    const passage = passageOf.get(coding.passageId);
    if (!passage) continue;
    const place = passage.state === 'anchored' ? passage.turnId : passage.id;
    const key = JSON.stringify([place, coding.issueId, coding.coder]);
    const member = { start: passage.start, end: passage.end, coding, passage };
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return [...groups.values()].flatMap(overlapGroups).map((members): DistinctRange => {
    const [first] = members as [(typeof members)[number]];
    return {
      dialogueId: first.passage.dialogueId,
      turnId: first.passage.turnId,
      issueId: first.coding.issueId,
      coder: first.coding.coder,
      start: first.start,
      end: Math.max(...members.map(({ end }) => end)),
      codings: members.map(({ coding }) => coding),
      anchored: first.passage.state === 'anchored',
    };
  });
}
