import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Passage } from '#shared/model/turn.ts';

/** What lies over a range of a turn: a coding, advice, a search hit, or the person's selection. */
export type Mark =
  | {
      readonly kind: 'coding';
      readonly start: number;
      readonly end: number;
      readonly coding: Coding;
      readonly issue: Issue;
      readonly passage: Passage;
    }
  | {
      readonly kind: 'advice';
      readonly start: number;
      readonly end: number;
      readonly advice: Advice;
      readonly passage: Passage;
    }
  | {
      readonly kind: 'hit';
      readonly start: number;
      readonly end: number;
      /** The one that was walked to. */
      readonly current?: boolean;
    }
  | { readonly kind: 'selection'; readonly start: number; readonly end: number };

export type StoredMark = Extract<Mark, { kind: 'coding' | 'advice' }>;

/** The stored marks of a dialogue by turn, in the order of the text. */
export function marksByTurn(
  passages: readonly Passage[],
  codings: readonly Coding[],
  advice: readonly Advice[],
  issues: ReadonlyMap<Id, Issue>,
): Map<Id, StoredMark[]> {
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]));
  const result = new Map<Id, StoredMark[]>();
  const add = (passage: Passage, mark: StoredMark) => {
    const list = result.get(passage.turnId);
    if (list) list.push(mark);
    else result.set(passage.turnId, [mark]);
  };
  for (const coding of codings) {
    const passage = passageOf.get(coding.passageId);
    const issue = issues.get(coding.issueId);
    if (passage && issue)
      add(passage, { kind: 'coding', start: passage.start, end: passage.end, coding, issue, passage });
  }
  for (const one of advice) {
    for (const passageId of one.passageIds) {
      const passage = passageOf.get(passageId);
      if (passage)
        add(passage, { kind: 'advice', start: passage.start, end: passage.end, advice: one, passage });
    }
  }
  for (const list of result.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  return result;
}

/** Makes `marksByTurn` give the list it gave before for every turn whose marks are what they were. */
export function marksKeeper(): (
  passages: readonly Passage[],
  codings: readonly Coding[],
  advice: readonly Advice[],
  issues: readonly Issue[],
) => ReadonlyMap<Id, readonly StoredMark[]> {
  let last: ReadonlyMap<Id, readonly StoredMark[]> = new Map();
  return (passages, codings, advice, issues) => {
    const next = marksByTurn(passages, codings, advice, new Map(issues.map((issue) => [issue.id, issue])));
    const kept = new Map<Id, readonly StoredMark[]>();
    for (const [turnId, marks] of next) {
      const before = last.get(turnId);
      kept.set(turnId, before && sameMarks(before, marks) ? before : marks);
    }
    last = kept;
    return kept;
  };
}

function sameMarks(a: readonly StoredMark[], b: readonly StoredMark[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      if (!other || one.passage !== other.passage) return false;
      if (one.kind === 'coding')
        return other.kind === 'coding' && one.coding === other.coding && one.issue === other.issue;
      return other.kind === 'advice' && one.advice === other.advice;
    })
  );
}

export function markKey(mark: StoredMark): string {
  return mark.kind === 'coding' ? `c-${mark.coding.id}` : `a-${mark.advice.id}-${mark.passage.id}`;
}

/** Which mark is open in the panel; `key` null = whichever is of the passage. */
export interface OpenMark {
  readonly passageId: IdOf<'passages'>;
  readonly key: string | null;
}

export function isOpen(mark: StoredMark, open: OpenMark | null): boolean {
  return (
    open !== null && (open.key === null ? mark.passage.id === open.passageId : markKey(mark) === open.key)
  );
}

/** The mark that is open, wherever in the dialogue it is. */
export function findOpen(
  marks: ReadonlyMap<Id, readonly StoredMark[]>,
  open: OpenMark | null,
): StoredMark | undefined {
  for (const own of open ? marks.values() : []) {
    const found = own.find((mark) => isOpen(mark, open));
    if (found) return found;
  }
  return undefined;
}

/** The mark of an issue that was made last in this dialogue: how it was coded before. */
export function newestMark(
  marks: ReadonlyMap<Id, readonly StoredMark[]>,
  issueId: IdOf<'issues'> | null,
): StoredMark | undefined {
  let newest: Extract<StoredMark, { kind: 'coding' }> | undefined;
  for (const own of issueId ? marks.values() : []) {
    for (const mark of own) {
      if (mark.kind !== 'coding' || mark.issue.id !== issueId) continue;
      if (!newest || mark.coding.at > newest.coding.at) newest = mark;
    }
  }
  return newest;
}

/** Passages whose words are not found for certain since the text was corrected. */
export function countUnsure(marks: ReadonlyMap<Id, readonly StoredMark[]>): number {
  const unsure = new Set<Id>();
  for (const own of marks.values())
    for (const { passage } of own) if (passage.state === 'unsure') unsure.add(passage.id);
  return unsure.size;
}

/** Marks that lie over one place, from the smallest outwards. */
export function fromInside(marks: readonly StoredMark[]): StoredMark[] {
  return marks.toSorted(
    (a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start || (markKey(a) < markKey(b) ? -1 : 1),
  );
}

/** What a click opens: the smallest mark; clicked again, the next one outwards, and from the largest in again. */
export function clicked(marks: readonly StoredMark[], open: OpenMark | null): StoredMark | undefined {
  const ordered = fromInside(marks);
  const at = ordered.findIndex((mark) => isOpen(mark, open));
  return ordered[(at + 1) % ordered.length];
}

/**
 * The mark before or after a place in the order of the text, going round at the ends.
 * @param place index of a turn and a mark in it, or an offset of its text
 */
export function neighbourMark(
  turnIds: ReadonlyMap<Id, number>,
  marks: ReadonlyMap<Id, readonly StoredMark[]>,
  place: { readonly turn: number; readonly at: number; readonly key: string | null },
  by: 1 | -1,
): StoredMark | undefined {
  const all = [...marks.values()]
    .flat()
    .map((mark) => ({ mark, key: markKey(mark), turn: turnIds.get(mark.passage.turnId) ?? 0 }))
    .sort(
      (a, b) =>
        a.turn - b.turn || a.mark.start - b.mark.start || b.mark.end - a.mark.end || (a.key < b.key ? -1 : 1),
    );
  const open = place.key === null ? -1 : all.findIndex(({ key }) => key === place.key);
  if (open >= 0) return all[(open + by + all.length) % all.length]?.mark;
  const after = all.findIndex(
    ({ mark, turn }) => turn > place.turn || (turn === place.turn && mark.start >= place.at),
  );
  if (by === 1) return (after >= 0 ? all[after] : all[0])?.mark;
  return (after > 0 ? all[after - 1] : all.at(-1))?.mark;
}

/** Whether a mark's words are in the text: others are told of in the panel, and painted nowhere. */
export function isInText(mark: StoredMark): boolean {
  return mark.passage.state === 'anchored';
}

/** The lane of each range in the margin, given in the order of their starts: those that overlap never share one. */
export function assignLanes(marks: readonly { readonly start: number; readonly end: number }[]): number[] {
  const laneEnds: number[] = [];
  return marks.map(({ start, end }) => {
    let lane = laneEnds.findIndex((laneEnd) => laneEnd <= start);
    if (lane === -1) lane = laneEnds.length;
    laneEnds[lane] = end;
    return lane;
  });
}
