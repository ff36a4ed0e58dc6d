import type { Draft } from '../change/draft.ts';
import type { Advice } from '../model/advice.ts';
import type { Commitment } from '../model/commitment.ts';
import { idAt } from './derived-id.ts';

/**
 * Brings the commitments that versions before 8 of the model kept as a text of the advice into a table of their own,
 * with who answers for them and by when. Their ids follow from the advice, so that two machines make the same rows. A
 * record of a closed round keeps the advice as it was.
 * @returns how many were brought
 */
export async function bringCommitments(draft: Draft): Promise<number> {
  const before = (await draft.all('advice')).filter(({ commitment }) => commitment.trim() !== '');
  for (const advice of before) {
    const id = await idAt(draft, 'commitments', [advice.id]);
    await draft.put('commitments', { id, ...commitmentOf(advice) });
    await draft.patch('advice', advice.id, { commitment: '', owner: '', due: null });
  }
  return before.length;
}

function commitmentOf(advice: Advice): Omit<Commitment, 'id'> {
  const { id, commitment, owner, due, response, status, takenBy, at } = advice;
  // Where nobody wrote down why advice was declined, nobody said either that the promise was dropped.
  const dropped = status === 'declined' && response.trim() !== '';
  return {
    text: commitment.trim(),
    madeIn: { to: 'advice', id },
    owner: owner.trim(),
    due,
    status: status === 'done' ? 'kept' : dropped ? 'dropped' : 'promised',
    why: dropped ? response.trim() : '',
    measuredBy: null,
    by: takenBy,
    at,
  };
}
