import { anchorAt } from '../anchor/anchor.ts';
import type { Draft } from '../change/draft.ts';
import { overlap } from '../coding/ranges.ts';
import type { Id } from '../model/basics.ts';
import { activeCodings, type Coding } from '../model/coding.ts';
import { ProblemError } from '../model/problem.ts';
import type { Passage } from '../model/turn.ts';
import { codeSelection, type Hand, type Selection } from './coding.ts';

/** A stretch of a turn that is to be coded, with the words that a person saw there. */
export interface Stretch extends Selection {
  readonly quote: string;
}

/** What is asked for all of the stretches at once. */
export interface CodeAllWishes {
  readonly issueId: Id;
  /** Goes onto every coding that is made; empty = none. */
  readonly memo: string;
}

export interface CodedAll {
  /** Stretches that were coded. */
  readonly coded: number;
  /** Stretches that were left alone: some of their words are coded to the issue already. */
  readonly skipped: number;
}

/**
 * Codes many stretches to one issue. Where words of a stretch are coded to the issue already, by whomever, nothing is
 * added: what a person marked by hand is closer than what a search cuts out.
 * @throws ProblemError `stretches-changed` when a turn says something else by now, `selection-empty`, `row-missing`;
 *   nothing is coded then
 */
export async function codeAll(
  draft: Draft,
  stretches: readonly Stretch[],
  { issueId, memo }: CodeAllWishes,
  hand: Hand,
): Promise<CodedAll> {
  await draft.require('issues', issueId);
  const fresh = await stillSaid(draft, stretches);
  const wanted: Stretch[] = [];
  for (const [turnId, own] of fresh) {
    const passages = await draft.find('passages', 'turnId', turnId);
    const codings: Coding[] = [];
    for (const { id, state } of passages)
      if (state === 'anchored') codings.push(...(await draft.find('codings', 'passageId', id)));
    wanted.push(...own.filter((stretch) => !isCoded(stretch, issueId, passages, codings)));
  }
  const noted = new Set<Id>();
  for (const stretch of wanted) {
    for (const coding of await codeSelection(draft, stretch, [issueId], hand)) {
      // Stretches that overlap each other become one coding, which takes the memo once.
      if (memo.trim() === '' || noted.has(coding.id)) continue;
      noted.add(coding.id);
      await draft.patch('codings', coding.id, { memo: memo.trim() });
    }
  }
  return { coded: wanted.length, skipped: stretches.length - wanted.length };
}

/** Whether some of these words are coded to the issue already, by a coding that stands. */
export function isCoded(
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  issueId: Id,
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

/** The stretches by turn, all of which must say what the person saw. */
async function stillSaid(draft: Draft, stretches: readonly Stretch[]): Promise<Map<Id, Stretch[]>> {
  const byTurn = new Map<Id, Stretch[]>();
  let changed = 0;
  for (const stretch of stretches) {
    const turn = await draft.get('turns', stretch.turnId);
    if (turn?.text.slice(stretch.start, stretch.end) !== stretch.quote) {
      changed += 1;
      continue;
    }
    if (!anchorAt(turn.text, stretch.start, stretch.end)) throw new ProblemError('selection-empty');
    const own = byTurn.get(turn.id);
    if (own) own.push(stretch);
    else byTurn.set(turn.id, [stretch]);
  }
  if (changed > 0) throw new ProblemError('stretches-changed', { count: changed });
  return byTurn;
}
