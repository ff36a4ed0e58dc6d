import { isCited } from '../model/cited.ts';
import { type Figure, isValueless } from '../model/figure.ts';
import { ProblemError } from '../model/problem.ts';
import type { Change } from './change-set.ts';

/**
 * What no figure may be, whoever wrote it: one without a number that has one, or the contrary; a number of which nobody
 * says where it is stated; one whose organisation is named and not stated at once; a restatement, or one set aside,
 * without a reason.
 * @throws ProblemError `figure-status`, `figure-uncited`, `figure-whose`, `figure-needs-reason`
 */
export function guardFigure({ after }: Change<'figures'>): void {
  if (after === null) return;
  if (isValueless(after.status) !== (after.value === null)) throw new ProblemError('figure-status');
  if (!isInOrder(after)) throw new ProblemError('figure-status');
  if (after.role === 'actual' && after.value !== null && !isCited(after.cited))
    throw new ProblemError('figure-uncited');
  if ((after.of === null) !== (after.ofBasis === 'unstated')) throw new ProblemError('figure-whose');
  const isExplained =
    (after.replaces === null || after.why.trim() !== '') &&
    (after.standing === 'stands' || after.standingWhy.trim() !== '');
  if (!isExplained) throw new ProblemError('figure-needs-reason');
}

/** A range goes up; what has no number has no range and is out of nothing; a target is a number. */
function isInOrder({ value, most, outOf, role }: Figure): boolean {
  if (value === null) return most === null && outOf === null && role === 'actual';
  return (most === null || most >= value) && (outOf === null || outOf > 0);
}
