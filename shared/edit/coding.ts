import { anchorAt } from '../anchor/anchor.ts';
import type { Draft } from '../change/draft.ts';
import type { Advice } from '../model/advice.ts';
import { type Id, newId } from '../model/basics.ts';
import type { Coding } from '../model/coding.ts';
import { ProblemError } from '../model/problem.ts';
import type { Passage } from '../model/turn.ts';

/** A stretch of a turn that a person selected, in UTF-16 units of the turn's text. */
export interface Selection {
  readonly turnId: Id;
  readonly start: number;
  readonly end: number;
}

/** Who works, and when: written beside what they did. */
export interface Hand {
  readonly by: string;
  readonly at: string;
}

/**
 * The passage of a selection: the one that already stands there, or a new one.
 * @throws ProblemError `selection-empty` when nothing but blank space is selected, `row-missing` for an unknown turn
 */
export async function passageAt(draft: Draft, selection: Selection): Promise<Passage> {
  const turn = await draft.require('turns', selection.turnId);
  const anchor = anchorAt(turn.text, selection.start, selection.end);
  if (!anchor) throw new ProblemError('selection-empty');
  const standing = await draft.find('passages', 'turnId', turn.id);
  const same = standing.find(
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

/**
 * Codes a selection to issues. A coding that the same coder already made of the same passage is left as it is.
 * @returns the codings that now stand for these issues, in the order of `issueIds`
 */
export async function codeSelection(
  draft: Draft,
  selection: Selection,
  issueIds: readonly Id[],
  hand: Hand,
): Promise<Coding[]> {
  const passage = await passageAt(draft, selection);
  const standing = await draft.find('codings', 'passageId', passage.id);
  const result: Coding[] = [];
  for (const issueId of issueIds) {
    await draft.require('issues', issueId);
    let coding = standing.find((one) => one.issueId === issueId && one.coder === hand.by);
    if (coding?.reconciled === 'rejected') {
      // Whoever codes it again has changed their mind.
      coding = { ...coding, reconciled: null };
      await draft.put('codings', coding);
    }
    if (!coding) {
      coding = {
        id: newId(),
        dialogueId: passage.dialogueId,
        passageId: passage.id,
        issueId,
        coder: hand.by,
        at: hand.at,
        memo: '',
        reconciled: null,
      };
      await draft.put('codings', coding);
    }
    result.push(coding);
  }
  return result;
}

/** What a person says of the advice when they take it down. */
export type AdviceFields = Pick<Advice, 'kind' | 'issueIds' | 'restatement' | 'addressee'>;

/** Takes a selection down as advice; it begins as `heard`. The passage is coded to the advice's issues as well. */
export async function takeAdvice(
  draft: Draft,
  selection: Selection,
  fields: AdviceFields,
  hand: Hand,
): Promise<Advice> {
  const passage = await passageAt(draft, selection);
  await codeSelection(draft, selection, fields.issueIds, hand);
  const advice: Advice = {
    id: newId(),
    dialogueId: passage.dialogueId,
    passageIds: [passage.id],
    ...fields,
    response: '',
    commitment: '',
    owner: '',
    due: null,
    status: 'heard',
    takenBy: hand.by,
    at: hand.at,
  };
  await draft.put('advice', advice);
  return advice;
}

export async function removeCoding(draft: Draft, codingId: Id): Promise<void> {
  const coding = await draft.require('codings', codingId);
  await draft.remove('codings', codingId);
  await removeIfUnused(draft, coding.passageId);
}

/** @throws ProblemError `round-closed` when a closed round rests on the advice */
export async function removeAdvice(draft: Draft, adviceId: Id): Promise<void> {
  const advice = await draft.require('advice', adviceId);
  for (const rating of await draft.all('ratings')) {
    if (!rating.evidence.adviceIds.includes(adviceId)) continue;
    await draft.patch('ratings', rating.id, {
      evidence: { ...rating.evidence, adviceIds: rating.evidence.adviceIds.filter((id) => id !== adviceId) },
    });
  }
  await draft.remove('advice', adviceId);
  for (const passageId of advice.passageIds) await removeIfUnused(draft, passageId);
}

/** A passage lives as long as a coding, advice or rating refers to it. */
async function removeIfUnused(draft: Draft, passageId: Id): Promise<void> {
  const passage = await draft.get('passages', passageId);
  if (!passage) return;
  if ((await draft.find('codings', 'passageId', passageId)).length > 0) return;
  const advice = await draft.find('advice', 'dialogueId', passage.dialogueId);
  if (advice.some((one) => one.passageIds.includes(passageId))) return;
  const ratings = await draft.all('ratings');
  if (ratings.some((rating) => rating.evidence.passageIds.includes(passageId))) return;
  await draft.remove('passages', passageId);
}
