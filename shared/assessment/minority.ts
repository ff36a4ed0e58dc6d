import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import type { IssueAggregate, Mark } from './aggregate.ts';

/** Somebody who dissents, with what they gave as the reason. */
export type MinorityView = {
  readonly assessorId: IdOf<'assessors'>;
  /** Empty = none given. Words of an assessor: they leave the office through `Disclosure` alone. */
  readonly rationale: string;
} & Dissent;

export type Dissent =
  /** A score that is far from the others'. */
  | {
      readonly on: 'score';
      readonly dimension: Dimension;
      readonly value: number;
      readonly median: number;
    }
  /** A mark that the panel is split on: what they say of it, against what the votes carry. */
  | {
      readonly on: Mark;
      readonly says: boolean;
      /** Assessors who say that it is so, of all who rated. */
      readonly votes: number;
      readonly of: number;
    };

/**
 * Who dissents on one issue: two steps or more from the median or, where the panel is divided and nobody is, at either
 * end of its range; and, where it is split on *happening* or *delay*, who voted otherwise than the votes carry. A
 * minority view keeps its reason into the report (METHOD, Aggregation).
 * @param ratings those of the issue
 */
export function minorityViews(aggregate: IssueAggregate, ratings: readonly Rating[]): MinorityView[] {
  const reasons = new Map(ratings.map(({ assessorId, rationale }) => [assessorId, rationale.trim()]));
  const view = (assessorId: IdOf<'assessors'>, dissent: Dissent): MinorityView => ({
    assessorId,
    rationale: reasons.get(assessorId) ?? '',
    ...dissent,
  });
  const scores = DIMENSIONS.flatMap((dimension) => {
    const { divided, farOff, scores, median, min, max } = aggregate.dimensions[dimension];
    if (!divided || median === null) return [];
    const apart =
      farOff.length > 0
        ? scores.filter(({ assessorId }) => farOff.includes(assessorId))
        : scores.filter(({ value }) => value === min || value === max);
    return apart.map(({ assessorId, value }) => view(assessorId, { on: 'score', dimension, value, median }));
  });
  const marks = aggregate.splits.flatMap((mark) => {
    const carried = mark === 'delay' ? aggregate.delay : aggregate.nature === 'actual';
    const votes = mark === 'delay' ? aggregate.delayVotes : aggregate.actualVotes;
    return [...aggregate.votes].flatMap(([assessorId, { actual, delay }]) => {
      const says = mark === 'delay' ? delay : actual;
      return says === carried ? [] : [view(assessorId, { on: mark, says, votes, of: aggregate.raters })];
    });
  });
  return [...scores, ...marks];
}
