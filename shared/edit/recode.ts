import type { TextRange } from '../anchor/text-range.ts';
import type { Draft, RowReader } from '../change/draft.ts';
import type { Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Passage } from '../model/turn.ts';
import {
  anchorOfSelection,
  byAge,
  type CodedPassage,
  codingsMet,
  joined,
  keepCloser,
  passageAt,
  spanOf,
} from './coding.ts';

/**
 * Gives a coding another issue: its memo, coder and time stay. So does its id, as when issues are merged: it is the same
 * judgement corrected, and what another machine writes on it meanwhile finds it. Where the coder has put overlapping words
 * to that issue already, the two become one, as when a selection is coded.
 * @returns the coding that now stands
 * @throws ProblemError `row-missing`
 */
export async function recode(
  draft: Draft,
  codingId: IdOf<'codings'>,
  issueId: IdOf<'issues'>,
): Promise<Coding> {
  const coding = await draft.require('codings', codingId);
  if (coding.issueId === issueId) return coding;
  await draft.require('issues', issueId);
  const passage = await draft.require('passages', coding.passageId);
  // What two coders settled was about the other issue.
  const moved: Coding = { ...coding, issueId, reconciled: null };
  if (passage.state === 'anchored') return stand(draft, moved, passage, passage);
  // Words that are not in the text overlap with nothing; on the same passage there is one coding an issue and coder.
  const same = (await draft.find('codings', 'passageId', passage.id)).filter(
    (one) => one.id !== coding.id && one.issueId === issueId && one.coder === coding.coder,
  );
  return join(draft, moved, same, passage);
}

/** As `recode`, for several; those that are to the issue already, or became one with another, are passed over. */
export async function recodeAll(
  draft: Draft,
  codingIds: readonly IdOf<'codings'>[],
  issueId: IdOf<'issues'>,
): Promise<void> {
  for (const id of codingIds) if (await draft.get('codings', id)) await recode(draft, id, issueId);
}

/** What else rests on a passage: it keeps its words when the borders of one of its codings are moved. */
export interface AlsoThere {
  readonly codings: number;
  readonly advice: number;
  /** Ratings that cite it as evidence. */
  readonly ratings: number;
  /** Entries that rest on it, e.g. what was told in these words. */
  readonly entries: number;
}

/** What rests on the passage of a coding beside it. */
export async function alsoOnPassage(rows: RowReader, coding: Coding): Promise<AlsoThere> {
  const { passageId, dialogueId } = coding;
  const codings = await rows.find('codings', 'passageId', passageId);
  const advice = await rows.find('advice', 'dialogueId', dialogueId);
  const ratings = await rows.all('ratings');
  return {
    codings: codings.filter(({ id }) => id !== coding.id).length,
    advice: advice.filter(({ passageIds }) => passageIds.includes(passageId)).length,
    ratings: ratings.filter(({ evidence }) => evidence.passageIds.includes(passageId)).length,
    entries: (await rows.find('entries', 'passageId', passageId)).length,
  };
}

/**
 * Moves the borders of a coding within its turn. What else rests on the same words (another coding, advice, evidence)
 * keeps them: the coding gets a passage of its own then, held as closely as the one it leaves.
 * @returns the coding that now stands
 * @throws ProblemError `selection-empty`, `row-missing`; `coding-unplaced` where its words are not in the text
 */
export async function moveBorders(
  draft: Draft,
  codingId: IdOf<'codings'>,
  range: TextRange,
): Promise<Coding> {
  const coding = await draft.require('codings', codingId);
  const passage = await draft.require('passages', coding.passageId);
  if (passage.state !== 'anchored') throw new ProblemError('coding-unplaced');
  const { anchor } = await anchorOfSelection(draft, { ...range, turnId: passage.turnId });
  if (anchor.start === passage.start && anchor.end === passage.end) return coding;
  // What two coders settled was about the other words.
  return stand(draft, { ...coding, reconciled: null }, passage, anchor);
}

/** Puts a coding over words of its turn, with what it meets there. @param from the passage that it had */
async function stand(draft: Draft, coding: Coding, from: Passage, range: TextRange): Promise<Coding> {
  const { issueId, coder, id } = coding;
  const turn = await draft.require('turns', from.turnId);
  const met = await codingsMet(draft, turn, range, { issueId, coder, except: id });
  const span = spanOf(turn.id, range, met);
  const passage = await passageFor(draft, coding, from, span);
  await keepCloser(draft, passage, [...met, { coding, passage: from }]);
  return join(
    draft,
    coding,
    met.map((one: CodedPassage) => one.coding),
    passage,
  );
}

/** The passage of a span: one that stands there, the coding's own where it is nobody else's, or a new one. */
async function passageFor(
  draft: Draft,
  coding: Coding,
  from: Passage,
  span: TextRange & { readonly turnId: IdOf<'turns'> },
): Promise<Passage> {
  const there = (await draft.find('passages', 'turnId', from.turnId)).some(
    ({ state, start, end }) => state === 'anchored' && start === span.start && end === span.end,
  );
  const shared = Object.values(await alsoOnPassage(draft, coding)).some((count) => count > 0);
  if (there || shared) return passageAt(draft, span);
  // Moved and not made anew, so that links to the passage still lead to its words.
  const { anchor } = await anchorOfSelection(draft, span);
  const passage: Passage = { ...from, ...anchor };
  await draft.put('passages', passage);
  return passage;
}

/** One coding on a passage in place of the coding and others: the oldest, with every memo. */
async function join(
  draft: Draft,
  coding: Coding,
  others: readonly Coding[],
  passage: Passage,
): Promise<Coding> {
  const [first = coding, ...later] = [coding, ...others].sort(byAge);
  const stands = joined(first, later, passage.id);
  await draft.put('codings', stands);
  for (const { id } of later) await draft.remove('codings', id);
  return stands;
}
