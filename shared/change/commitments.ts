import type { Advice } from '../model/advice.ts';
import type { Id } from '../model/basics.ts';
import { asksWhy, type Commitment, isSettledCommitment } from '../model/commitment.ts';
import { ProblemError } from '../model/problem.ts';
import type { Change } from './change-set.ts';
import type { RowReader } from './row-reader.ts';

/**
 * What holds between advice and what was promised in answer to it: accepted advice has a commitment or says why not;
 * advice is done once each of its commitments is kept, dropped or replaced, with a reason. Looked at where a change
 * touches it: what an earlier version left otherwise is not in the way of other changes.
 * @throws ProblemError `commitment-why`, `advice-uncommitted`, `advice-only-commitment`, `advice-commitments-open`
 */
export async function guardCommitments(changes: readonly Change[], rows: RowReader): Promise<void> {
  const moved = changes.filter(({ table }) => table === 'commitments') as Change<'commitments'>[];
  for (const { after } of moved)
    if (after && asksWhy(after.status) && after.why.trim() === '') throw new ProblemError('commitment-why');
  const stepped = new Map(
    (changes.filter(({ table }) => table === 'advice') as Change<'advice'>[])
      .filter(
        ({ before, after }) =>
          after && (before?.status !== after.status || before.noCommitmentWhy !== after.noCommitmentWhy),
      )
      .map(({ id, before }) => [id, before] as const),
  );
  const touched = new Set<Id>([
    ...stepped.keys(),
    ...moved.flatMap(({ before, after }) => [before, after].flatMap((one) => adviceOf(one) ?? [])),
  ]);
  if (touched.size === 0) return;
  const all = await rows.all('commitments');
  for (const id of touched) {
    const advice = await rows.get('advice', id);
    if (!advice) continue;
    const own = all.filter((one) => adviceOf(one) === id);
    const open = own.filter((one) => !isSettledCommitment(one)).length;
    if (advice.status === 'done' && open > 0)
      throw new ProblemError('advice-commitments-open', { count: open });
    if (lacksCommitment(advice, own))
      throw new ProblemError(stepped.has(id) ? 'advice-uncommitted' : 'advice-only-commitment');
  }
}

/** Whether advice was accepted with nothing promised, and nobody said why. */
export function lacksCommitment(
  { status, noCommitmentWhy }: Pick<Advice, 'status' | 'noCommitmentWhy'>,
  commitments: readonly Commitment[],
): boolean {
  return status === 'accepted' && commitments.length === 0 && noCommitmentWhy.trim() === '';
}

function adviceOf(commitment: Commitment | null): Id | null {
  return commitment?.madeIn.to === 'advice' ? commitment.madeIn.id : null;
}
