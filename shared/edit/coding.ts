import { type Anchor, anchorAt } from '../anchor/anchor.ts';
import type { TextRange, TurnRange } from '../anchor/text-range.ts';
import type { Draft } from '../change/draft.ts';
import { overlapGroups } from '../coding/ranges.ts';
import type { Advice } from '../model/advice.ts';
import { strictest } from '../model/attribution.ts';
import { newId } from '../model/basics.ts';
import type { Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Passage, Turn } from '../model/turn.ts';
import type { Authorship } from './authorship.ts';
import { addCommitment, removeMadeIn } from './commitment.ts';
import { idAt } from './derived-id.ts';

export type { Authorship };

/**
 * The passage of a selection: the one that already stands there, or a new one.
 * @throws ProblemError `selection-empty` when nothing but blank space is selected, `row-missing` for an unknown turn
 */
export async function passageAt(draft: Draft, selection: TurnRange): Promise<Passage> {
  const { turn, anchor } = await anchorOfSelection(draft, selection);
  const existing = await draft.find('passages', 'turnId', turn.id);
  const same = existing.find(
    (passage) => passage.state === 'anchored' && passage.start === anchor.start && passage.end === anchor.end,
  );
  if (same) return same;
  const passage: Passage = {
    id: newId(),
    dialogueId: turn.dialogueId,
    turnId: turn.id,
    ...anchor,
    attribution: null,
    state: 'anchored',
  };
  await draft.put('passages', passage);
  return passage;
}

/** @throws ProblemError `selection-empty`, `row-missing` */
export async function anchorOfSelection(
  draft: Draft,
  selection: TurnRange,
): Promise<{ turn: Turn; anchor: Anchor }> {
  const turn = await draft.require('turns', selection.turnId);
  const anchor = anchorAt(turn.text, selection.start, selection.end);
  if (!anchor) throw new ProblemError('selection-empty');
  return { turn, anchor };
}

/**
 * Codes a selection to issues. Where the same coder has already put overlapping words of the turn to an issue, the
 * two become one coding over both: it counts once, keeps the older one's id and every memo.
 * @returns the codings that now stand for these issues, in the order of `issueIds`
 */
export async function codeSelection(
  draft: Draft,
  selection: TurnRange,
  issueIds: readonly IdOf<'issues'>[],
  author: Authorship,
): Promise<Coding[]> {
  const { turn, anchor } = await anchorOfSelection(draft, selection);
  const result: Coding[] = [];
  for (const issueId of issueIds) {
    await draft.require('issues', issueId);
    const met = await codingsMet(draft, turn, anchor, { issueId, coder: author.by });
    const passage = await passageAt(draft, spanOf(turn.id, anchor, met));
    await keepCloser(draft, passage, met);
    const [first, ...others] = met.map(({ coding }) => coding).sort(byAge);
    const coding = first
      ? joined(first, others, passage.id)
      : {
          id: await idAt(draft, 'codings', [passage.id, issueId, author.by]),
          dialogueId: turn.dialogueId,
          passageId: passage.id,
          issueId,
          coder: author.by,
          at: author.at,
          memo: '',
          reconciled: null,
        };
    await draft.put('codings', coding);
    for (const other of others) await draft.remove('codings', other.id);
    result.push(coding);
  }
  return result;
}

/** The words of a range with those of all that it meets. */
export function spanOf(turnId: IdOf<'turns'>, range: TextRange, met: readonly CodedPassage[]): TurnRange {
  return {
    turnId,
    start: Math.min(range.start, ...met.map(({ passage: { start } }) => start)),
    end: Math.max(range.end, ...met.map(({ passage: { end } }) => end)),
  };
}

/** The older one first. */
export function byAge(a: Coding, b: Coding): number {
  // Of the same moment: by their passages, whose ids tell when they were made.
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.passageId < b.passageId ? -1 : 1;
}

/** A passage that takes others in holds its words as closely as the closest of them. */
export async function keepCloser(
  draft: Draft,
  passage: Passage,
  met: readonly { readonly passage: Passage }[],
): Promise<void> {
  const own = [passage, ...met.map((one) => one.passage)].flatMap(({ attribution }) => attribution ?? []);
  const closest = own.length > 0 ? strictest(own) : null;
  if (closest !== passage.attribution) await draft.patch('passages', passage.id, { attribution: closest });
}

/** One coding in place of several. What two coders settled holds no longer where the words are others. */
export function joined(first: Coding, others: readonly Coding[], passageId: IdOf<'passages'>): Coding {
  const memos = [first, ...others].map(({ memo }) => memo).filter((memo) => memo !== '');
  // Whoever codes again what was rejected has changed their mind.
  const settled = first.passageId === passageId && first.reconciled === 'accepted';
  return {
    ...first,
    passageId,
    memo: [...new Set(memos)].join('\n'),
    reconciled: settled ? 'accepted' : null,
  };
}

export interface CodedPassage {
  readonly coding: Coding;
  readonly passage: Passage;
}

interface MetBy extends Pick<Coding, 'issueId' | 'coder'> {
  /** A coding that is itself on its way to another issue or other words. */
  readonly except?: IdOf<'codings'>;
}

/** A coder's codings to an issue whose words overlap a range of the turn, or reach it by way of each other. */
export async function codingsMet(
  draft: Draft,
  turn: Turn,
  range: TextRange,
  { issueId, coder, except }: MetBy,
): Promise<CodedPassage[]> {
  const existing: { start: number; end: number; own?: CodedPassage }[] = [];
  for (const passage of await draft.find('passages', 'turnId', turn.id)) {
    if (passage.state !== 'anchored') continue;
    const same = passage.start === range.start && passage.end === range.end;
    for (const coding of await draft.find('codings', 'passageId', passage.id)) {
      if (coding.issueId !== issueId || coding.coder !== coder || coding.id === except) continue;
      // A rejected one is left to what it was rejected for, unless the very same words are coded again.
      if (coding.reconciled === 'rejected' && !same) continue;
      existing.push({ start: passage.start, end: passage.end, own: { coding, passage } });
    }
  }
  const now = { start: range.start, end: range.end };
  const group = overlapGroups<(typeof existing)[number]>([...existing, now]).find((one) => one.includes(now));
  return (group ?? []).flatMap(({ own }) => own ?? []);
}

/** Writes what a coder wants to be remembered about a coding. */
export async function setMemo(draft: Draft, codingId: IdOf<'codings'>, memo: string): Promise<void> {
  await draft.patch('codings', codingId, { memo: memo.trim() });
}

/** What a person says of the advice when they record it, with the company's response where there is one already. */
export type AdviceFields = Pick<Advice, 'kind' | 'issueIds' | 'restatement' | 'addressee'> &
  Partial<Pick<Advice, 'due' | 'response' | 'owner' | 'status' | 'noCommitmentWhy'>> & {
    /** What is promised in answer; owner and due date are the promise's then. */
    readonly commitment?: string;
  };

/** Records a selection as advice; unless something else is said, it begins as `heard` and without a response. The passage is coded to the advice's issues as well. */
export async function takeAdvice(
  draft: Draft,
  selection: TurnRange,
  { commitment = '', ...fields }: AdviceFields,
  author: Authorship,
): Promise<Advice> {
  const passage = await passageAt(draft, selection);
  const advice: Advice = {
    id: newId(),
    dialogueId: passage.dialogueId,
    passageIds: [passage.id],
    response: '',
    commitment: '',
    noCommitmentWhy: '',
    owner: '',
    due: null,
    status: 'heard',
    ...fields,
    takenBy: author.by,
    at: author.at,
  };
  await draft.put('advice', advice);
  if (commitment.trim() !== '')
    await addCommitment(draft, { to: 'advice', id: advice.id }, { text: commitment }, author);
  await codeSelection(draft, selection, fields.issueIds, author);
  return advice;
}

export async function removeCoding(draft: Draft, codingId: IdOf<'codings'>): Promise<void> {
  await draft.require('codings', codingId);
  await draft.remove('codings', codingId);
}

/** @throws ProblemError `round-closed` when a closed round rests on the advice */
export async function removeAdvice(draft: Draft, adviceId: IdOf<'advice'>): Promise<void> {
  await draft.require('advice', adviceId);
  for (const rating of await draft.all('ratings')) {
    if (!rating.evidence.adviceIds.includes(adviceId)) continue;
    await draft.patch('ratings', rating.id, {
      evidence: { ...rating.evidence, adviceIds: rating.evidence.adviceIds.filter((id) => id !== adviceId) },
    });
  }
  await removeMadeIn(draft, 'advice', adviceId);
  await draft.remove('advice', adviceId);
}
