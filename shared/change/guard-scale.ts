import { ProblemError } from '../model/problem.ts';
import { fieldBeyond } from '../model/rating.ts';
import { hasBegun, type Round } from '../model/round.ts';
import { isBeyond, scaleSize } from '../model/scale.ts';
import type { Change } from './change-set.ts';
import type { RowReader } from './row-reader.ts';

/**
 * A round has one scale. It can be another one until rating begins; no figure lies beyond it, and no line that is drawn at
 * one. Whoever wrote the change set: an undo or a merge must not bring figures of two scales together either.
 * @throws ProblemError `scale-fixed`, `line-beyond-scale`, `point-beyond-scale`
 */
export async function guardScale(changes: readonly Change[], rows: RowReader): Promise<void> {
  for (const change of changes) {
    if (change.table === 'rounds') guardRoundScale(change as Change<'rounds'>);
    if (change.table !== 'ratings') continue;
    const { after } = change as Change<'ratings'>;
    const round = after ? await rows.get('rounds', after.roundId) : undefined;
    if (!after || !round) continue;
    const size = scaleSize(round);
    if (fieldBeyond(after, size))
      throw new ProblemError('point-beyond-scale', { round: round.name, most: size });
  }
}

function guardRoundScale({ before, after }: Change<'rounds'>): void {
  if (!after) return;
  const size = scaleSize(after);
  if (before && scaleSize(before) !== size && hasBegun(before))
    throw new ProblemError('scale-fixed', { round: before.name, most: scaleSize(before) });
  if (lines(after).some((line) => isBeyond(line, size)))
    throw new ProblemError('line-beyond-scale', { round: after.name, most: size });
}

function lines({ thresholds: { severe, likely, floor } }: Round): number[] {
  return [severe, likely, floor];
}
