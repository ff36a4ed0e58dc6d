import { z } from 'zod';
import { Instant, PartialDate } from './basics.ts';
import { type DueState, dueState } from './due.ts';
import { idOf, ownId } from './id.ts';
import { refSchema } from './ref.ts';
import { shape } from './table.ts';

export const COMMITMENT_STATUSES = ['promised', 'under-way', 'kept', 'dropped', 'replaced'] as const;
export const CommitmentStatus = z.enum(COMMITMENT_STATUSES);
export type CommitmentStatus = z.infer<typeof CommitmentStatus>;

/** Something the company undertook to do. What happened since is told by the entries that point at it. */
export const Commitment = z.strictObject({
  id: ownId('commitments'),
  text: z.string().min(1),
  /** The advice it answers, or the dialogue in which it was made. */
  madeIn: refSchema('madeIn', ['advice', 'dialogue']),
  owner: z.string(),
  due: PartialDate.nullable(),
  status: CommitmentStatus,
  /** Why it was dropped, or replaced and by what. */
  why: z.string(),
  /** By what it can be seen whether it was kept. */
  measuredBy: idOf('indicators').nullable(),
  by: z.string(),
  at: Instant,
});
export type Commitment = z.infer<typeof Commitment>;

export const commitmentTable = shape({
  schema: Commitment,
  since: 8,
  index: ['madeIn.id', 'status'],
  merge: {
    text: 'prose',
    madeIn: 'plain',
    owner: 'plain',
    due: 'plain',
    status: { group: 'status' },
    why: { group: 'status' },
    measuredBy: 'plain',
    by: 'plain',
    at: 'plain',
  },
});

/** Whether something is still to be done for it. */
export function isOpen({ status }: Pick<Commitment, 'status'>): boolean {
  return status === 'promised' || status === 'under-way';
}

/** Whether a status says that what was promised will not be done as promised, so that the reason is asked for. */
export function asksWhy(status: CommitmentStatus): boolean {
  return status === 'dropped' || status === 'replaced';
}

/** Whether it was kept, or given up with a reason (what is done has nothing else left). */
export function isSettledCommitment({ status, why }: Pick<Commitment, 'status' | 'why'>): boolean {
  return status === 'kept' || (asksWhy(status) && why.trim() !== '');
}

/**
 * How its due date stands on a day (`dueState`); one that is not open is never overdue, nor soon.
 * @param today the calendar day where the office is
 */
export function commitmentDue(commitment: Pick<Commitment, 'status' | 'due'>, today: PartialDate): DueState {
  const state = dueState(commitment.due, today);
  return !isOpen(commitment) && state !== 'undated' ? 'later' : state;
}
