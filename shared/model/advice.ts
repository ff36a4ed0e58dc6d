import { z } from 'zod';
import { Instant, PartialDate } from './basics.ts';
import { type DueState, dueState } from './due.ts';
import { idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

export const ADVICE_KINDS = ['urge', 'caution', 'commend', 'question', 'information'] as const;
export const AdviceKind = z.enum(ADVICE_KINDS);
export type AdviceKind = z.infer<typeof AdviceKind>;

export const ADVICE_STATUSES = ['heard', 'considered', 'accepted', 'declined', 'done'] as const;
export const AdviceStatus = z.enum(ADVICE_STATUSES);
export type AdviceStatus = z.infer<typeof AdviceStatus>;

/** Which statuses may follow which; a step back is a correction, and allowed by undo alone. */
export const NEXT_STATUSES: Readonly<Record<AdviceStatus, readonly AdviceStatus[]>> = {
  heard: ['considered'],
  considered: ['accepted', 'declined'],
  accepted: ['done', 'declined'],
  declined: ['considered'],
  done: ['accepted'],
};

/** Whether nothing more is due of it: a date that is past says nothing then. */
export function isSettled({ status }: Pick<Advice, 'status'>): boolean {
  return status === 'done' || status === 'declined';
}

/** Whether it still wants an answer: not settled, and nothing is written as the company's response. */
export function isUnanswered(advice: Pick<Advice, 'status' | 'response'>): boolean {
  return !isSettled(advice) && advice.response.trim() === '';
}

/**
 * How the due date of advice stands on a day (`dueState`); what is settled is never overdue, nor soon.
 * @param today - the calendar day where the office is
 */
export function adviceDue(advice: Pick<Advice, 'status' | 'due'>, today: PartialDate): DueState {
  const state = dueState(advice.due, today);
  return isSettled(advice) && state !== 'undated' ? 'later' : state;
}

/** Something a participant asked of, warned or told the company; never without the passages it was heard in. */
export const Advice = z.strictObject({
  id: ownId('advice'),
  dialogueId: idOf('dialogues'),
  passageIds: z.array(idOf('passages', { sameDialogue: true })).min(1),
  issueIds: z.array(idOf('issues')),
  kind: AdviceKind,
  /** The advice in the office's own words. */
  restatement: z.string(),
  /** Part of the company it is addressed to. */
  addressee: z.string(),
  response: z.string(),
  /** As versions before 8 kept it; brought into the table of commitments (`edit/bring-commitments.ts`), and empty since. */
  commitment: z.string(),
  /** Why nothing was committed to though it was accepted; empty = something was, or nobody said. */
  noCommitmentWhy: z.string(),
  /** Who is to see to an answer, and by when. */
  owner: z.string(),
  due: PartialDate.nullable(),
  status: AdviceStatus,
  takenBy: z.string(),
  at: Instant,
});
export type Advice = z.infer<typeof Advice>;

export const adviceTable = shape({
  schema: Advice,
  history: [added(8, { noCommitmentWhy: '' })],
  index: ['kind', 'status'],
  merge: {
    dialogueId: 'plain',
    passageIds: 'set',
    issueIds: 'set',
    kind: 'plain',
    restatement: 'prose',
    addressee: 'plain',
    response: 'prose',
    commitment: 'prose',
    noCommitmentWhy: 'prose',
    owner: 'plain',
    due: 'plain',
    status: 'plain',
    takenBy: 'plain',
    at: 'plain',
  },
});
