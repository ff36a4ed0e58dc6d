import { DIFFERENCE_KINDS, type Difference, type DifferenceKind } from '#shared/coding/differences.ts';
import { choiceOf } from '#shared/edit/reconcile.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';

/** Which differences are listed; null = all. */
export interface DifferenceFilter {
  readonly kind: DifferenceKind | null;
  readonly issueId: IdOf<'issues'> | null;
  readonly openOnly: boolean;
}

export const EVERYTHING: DifferenceFilter = { kind: null, issueId: null, openOnly: false };

export function passes(difference: Difference, { kind, issueId, openOnly }: DifferenceFilter): boolean {
  if (kind !== null && difference.kind !== kind) return false;
  if (openOnly && choiceOf(difference) !== 'open') return false;
  return issueId === null || issuesOf(difference).includes(issueId);
}

/** The issues that a difference is about, each once: the first coder's first. */
export function issuesOf({ a, b }: Pick<Difference, 'a' | 'b'>): Id[] {
  return [...new Set([...a, ...b].map(({ coding }) => coding.issueId))];
}

/** How many there are of each kind. */
export function countByKind(differences: readonly Difference[]): Record<DifferenceKind, number> {
  return Object.fromEntries(
    DIFFERENCE_KINDS.map((kind) => [kind, differences.filter((one) => one.kind === kind).length]),
  ) as Record<DifferenceKind, number>;
}
