import type { Draft } from '../change/draft.ts';
import { newId } from '../model/basics.ts';
import { asksWhy, type Commitment, type CommitmentStatus } from '../model/commitment.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { Authorship } from './authorship.ts';
import { forgetRow } from './forget.ts';

/** What people say of a commitment as they make it. */
export type NewCommitment = Pick<Commitment, 'text'> &
  Partial<Pick<Commitment, 'owner' | 'due' | 'measuredBy'>>;

/** What may be corrected of it; its status has an act of its own. */
export type CommitmentDetails = Partial<Pick<Commitment, 'text' | 'owner' | 'due' | 'measuredBy'>>;

/**
 * Writes down what was promised in answer to advice, or in a dialogue. Who was to see to an answer and by when is the
 * promise's from then on, where it has no owner or date of its own; why nothing was promised is said no longer.
 * @throws ProblemError `commitment-empty`, `row-missing`
 */
export async function addCommitment(
  draft: Draft,
  madeIn: Commitment['madeIn'],
  { text, owner = '', due = null, measuredBy = null }: NewCommitment,
  author: Authorship,
): Promise<Commitment> {
  const advice = madeIn.to === 'advice' ? await draft.require('advice', madeIn.id) : null;
  if (!advice) await draft.require('dialogues', madeIn.id);
  const commitment: Commitment = {
    id: newId(),
    text: worded(text),
    madeIn,
    owner: owner.trim() || (advice?.owner.trim() ?? ''),
    due: due ?? advice?.due ?? null,
    status: 'promised',
    why: '',
    measuredBy,
    by: author.by,
    at: author.at,
  };
  draft.add('commitments', commitment);
  if (advice) await draft.patch('advice', advice.id, { noCommitmentWhy: '', owner: '', due: null });
  return commitment;
}

/** @throws ProblemError `commitment-empty`, `row-missing` */
export async function updateCommitment(
  draft: Draft,
  commitmentId: IdOf<'commitments'>,
  { text, ...details }: CommitmentDetails,
): Promise<void> {
  await draft.patch('commitments', commitmentId, {
    ...details,
    ...(text === undefined ? {} : { text: worded(text) }),
  });
}

/**
 * Says how far a commitment is. What is dropped or replaced says why; of what is open or kept nothing is asked.
 * @throws ProblemError `commitment-why`, `row-missing`
 */
export async function setCommitmentStatus(
  draft: Draft,
  commitmentId: IdOf<'commitments'>,
  status: CommitmentStatus,
  why = '',
): Promise<void> {
  if (asksWhy(status) && why.trim() === '') throw new ProblemError('commitment-why');
  await draft.patch('commitments', commitmentId, { status, why: asksWhy(status) ? why.trim() : '' });
}

/** Removes a commitment that was written down by mistake, with what was noted of it alone. */
export async function removeCommitment(draft: Draft, commitmentId: IdOf<'commitments'>): Promise<void> {
  await draft.require('commitments', commitmentId);
  await forgetRow(draft, 'commitment', commitmentId);
  await draft.remove('commitments', commitmentId);
}

/** Removes what was promised in answer to advice, or in a dialogue, that is being removed. */
export async function removeMadeIn(draft: Draft, to: Commitment['madeIn']['to'], id: string): Promise<void> {
  for (const { id: commitmentId, madeIn } of await draft.all('commitments'))
    if (madeIn.to === to && madeIn.id === id) await removeCommitment(draft, commitmentId);
  await forgetRow(draft, to, id);
}

function worded(text: string): string {
  const words = text.trim();
  if (words === '') throw new ProblemError('commitment-empty');
  return words;
}
