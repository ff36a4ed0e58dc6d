import { ProblemError } from '../model/problem.ts';
import type { Change } from './change-set.ts';

/**
 * Refuses to write a published statement anew: what it said is what it said. It goes where it is undone.
 * @throws ProblemError `edition-fixed`
 */
export function guardEditions(changes: readonly Change[]): void {
  if (changes.some(({ table, before, after }) => table === 'editions' && before !== null && after !== null))
    throw new ProblemError('edition-fixed');
}
