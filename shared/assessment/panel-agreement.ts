import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { type Dimension, SEVERITY_DIMENSIONS } from '../model/round.ts';
import type { IssueAggregate } from './aggregate.ts';
import { krippendorffAlpha } from './agreement.ts';
import { type Concordance, kendallW } from './concordance.ts';

/** Krippendorff's alpha, ordinal, over the scores of each dimension; null = undefined. */
export function agreementByDimension(
  assessorIds: readonly IdOf<'assessors'>[],
  aggregates: readonly IssueAggregate[],
): Record<Dimension, number | null> {
  const of = (dimension: Dimension) =>
    krippendorffAlpha(
      aggregates.map(({ dimensions }) => {
        const byAssessor = new Map(
          dimensions[dimension].scores.map(({ assessorId, value }) => [assessorId, value]),
        );
        return assessorIds.map((id) => byAssessor.get(id) ?? null);
      }),
      'ordinal',
    );
  return {
    scale: of('scale'),
    scope: of('scope'),
    irremediability: of('irremediability'),
    likelihood: of('likelihood'),
  };
}

/** Kendall's W over the sums of the three severity scores, of issues that all who rated anything rated whole. */
export function severityConcordance(
  assessorIds: readonly IdOf<'assessors'>[],
  aggregates: readonly IssueAggregate[],
): Concordance | null {
  const sums = new Map<Id, (number | undefined)[]>();
  aggregates.forEach(({ dimensions }, issue) => {
    const found = new Map<Id, { sum: number; n: number }>();
    for (const dimension of SEVERITY_DIMENSIONS)
      for (const { assessorId, value } of dimensions[dimension].scores) {
        const own = found.get(assessorId) ?? { sum: 0, n: 0 };
        found.set(assessorId, { sum: own.sum + value, n: own.n + 1 });
      }
    for (const [assessorId, { sum, n }] of found) {
      const own = sums.get(assessorId) ?? new Array<number | undefined>(aggregates.length).fill(undefined);
      if (n === SEVERITY_DIMENSIONS.length) own[issue] = sum;
      sums.set(assessorId, own);
    }
  });
  const rows = assessorIds.flatMap((id) => {
    const own = sums.get(id);
    return own ? [own] : [];
  });
  const whole = aggregates.flatMap((_, issue) =>
    rows.every((row) => row[issue] !== undefined) ? [issue] : [],
  );
  return kendallW(rows.map((row) => whole.map((issue) => row[issue] ?? 0)));
}
