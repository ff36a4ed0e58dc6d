import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Passage } from '#shared/model/turn.ts';

/** What lies over a stretch of a turn: a coding, advice, a search hit, or the person's selection. */
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
  | { readonly kind: 'hit'; readonly start: number; readonly end: number }
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

/** Whether a mark's words are in the text: others are told of in the panel, and painted nowhere. */
export function isInText(mark: StoredMark): boolean {
  return mark.passage.state === 'anchored';
}

/** The lane of each mark in the margin: marks that overlap never share one. */
export function assignLanes(marks: readonly { readonly start: number; readonly end: number }[]): number[] {
  const laneEnds: number[] = [];
  return marks.map(({ start, end }) => {
    let lane = laneEnds.findIndex((laneEnd) => laneEnd <= start);
    if (lane === -1) lane = laneEnds.length;
    laneEnds[lane] = end;
    return lane;
  });
}
