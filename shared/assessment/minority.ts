import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import type { DimensionSummary } from './aggregate.ts';

/** A score that stands apart from the others', with what its assessor gave as the reason. */
export interface MinorityView {
  readonly assessorId: IdOf<'assessors'>;
  readonly dimension: Dimension;
  readonly value: number;
  readonly median: number;
  /** Empty = none given. Words of an assessor: they leave the office through `Disclosure` alone. */
  readonly rationale: string;
}

/**
 * Who stands apart on one issue: two steps or more from the median or, where the panel is divided and nobody is, at
 * either end of its range. A minority view keeps its reason into the report (METHOD, Aggregation).
 * @param ratings those of the issue
 */
export function minorityViews(
  dimensions: Readonly<Record<Dimension, DimensionSummary>>,
  ratings: readonly Rating[],
): MinorityView[] {
  const reasons = new Map(ratings.map(({ assessorId, rationale }) => [assessorId, rationale.trim()]));
  return DIMENSIONS.flatMap((dimension) => {
    const { divided, farOff, scores, median, min, max } = dimensions[dimension];
    if (!divided || median === null) return [];
    const apart =
      farOff.length > 0
        ? scores.filter(({ assessorId }) => farOff.includes(assessorId))
        : scores.filter(({ value }) => value === min || value === max);
    return apart.map(({ assessorId, value }) => ({
      assessorId,
      dimension,
      value,
      median,
      rationale: reasons.get(assessorId) ?? '',
    }));
  });
}
