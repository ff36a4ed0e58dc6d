import { anchorAt } from '../anchor/anchor.ts';
import type { TurnRange } from '../anchor/text-range.ts';
import type { Draft } from '../change/draft.ts';
import { overlap } from '../coding/ranges.ts';
import type { Id } from '../model/basics.ts';
import { activeCodings, type Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Passage } from '../model/turn.ts';
import { type Authorship, codeSelection } from './coding.ts';

/** A range of a turn that is to be coded, with the words that a person saw there. */
export interface QuotedRange extends TurnRange {
  readonly quote: string;
}

/** What is asked for all of the ranges at once. */
export interface CodeAllRequest {
  readonly issueId: IdOf<'issues'>;
  /** Goes onto every coding that is made; empty = none. */
  readonly memo: string;
}

export interface CodedAll {
  /** Ranges that were coded. */
  readonly coded: number;
  /** Ranges that were left alone: some of their words are coded to the issue already. */
  readonly skipped: number;
}

/**
 * Codes many ranges to one issue. Where words of a range are coded to the issue already, by whomever, nothing is
 * added: what a person marked by hand is closer than what a search cuts out.
 * @throws ProblemError `ranges-changed` when a turn says something else by now, `selection-empty`, `row-missing`;
 *   nothing is coded then
 */
export async function codeAll(
  draft: Draft,
  ranges: readonly QuotedRange[],
  { issueId, memo }: CodeAllRequest,
  author: Authorship,
): Promise<CodedAll> {
  await draft.require('issues', issueId);
  const fresh = await stillSaid(draft, ranges);
  const wanted: QuotedRange[] = [];
  for (const [turnId, own] of fresh) {
    const passages = await draft.find('passages', 'turnId', turnId);
    const codings: Coding[] = [];
    for (const { id, state } of passages)
      if (state === 'anchored') codings.push(...(await draft.find('codings', 'passageId', id)));
    wanted.push(...own.filter((range) => !isCoded(range, issueId, passages, codings)));
  }
  const noted = new Set<Id>();
  for (const range of wanted) {
    for (const coding of await codeSelection(draft, range, [issueId], author)) {
      // Ranges that overlap each other become one coding, which takes the memo once.
      if (memo.trim() === '' || noted.has(coding.id)) continue;
      noted.add(coding.id);
      await draft.patch('codings', coding.id, { memo: memo.trim() });
    }
  }
  return { coded: wanted.length, skipped: ranges.length - wanted.length };
}

/** Whether some of these words are coded to the issue already, by a coding that stands. */
export function isCoded(
  { start, end }: Pick<QuotedRange, 'start' | 'end'>,
  issueId: IdOf<'issues'>,
  passages: readonly Passage[],
  codings: readonly Coding[],
): boolean {
  const bearing = new Set(
    activeCodings(codings)
      .filter((coding) => coding.issueId === issueId)
      .map(({ passageId }) => passageId),
  );
  return passages.some(
    (passage) => passage.state === 'anchored' && bearing.has(passage.id) && overlap(passage, { start, end }),
  );
}

/** The ranges by turn, all of which must say what the person saw. */
async function stillSaid(draft: Draft, ranges: readonly QuotedRange[]): Promise<Map<Id, QuotedRange[]>> {
  const byTurn = new Map<Id, QuotedRange[]>();
  let changed = 0;
  for (const range of ranges) {
    const turn = await draft.get('turns', range.turnId);
    if (turn?.text.slice(range.start, range.end) !== range.quote) {
      changed += 1;
      continue;
    }
    if (!anchorAt(turn.text, range.start, range.end)) throw new ProblemError('selection-empty');
    const own = byTurn.get(turn.id);
    if (own) own.push(range);
    else byTurn.set(turn.id, [range]);
  }
  if (changed > 0) throw new ProblemError('stretches-changed', { count: changed });
  return byTurn;
}
