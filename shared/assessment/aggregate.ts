import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import type { ScaleSize } from '../model/scale.ts';
import {
  consensus,
  type Histogram,
  histogram,
  mean,
  median,
  type Quartiles,
  quartiles,
  upperMedian,
} from './histogram.ts';
import type { Rules } from './order.ts';

/** What the assessors together said of one issue on one dimension. */
export interface DimensionSummary {
  readonly dimension: Dimension;
  readonly scores: readonly { readonly assessorId: IdOf<'assessors'>; readonly value: number }[];
  readonly counts: Histogram;
  readonly n: number;
  /** Shown. */
  readonly median: number | null;
  /** Ranks. */
  readonly upper: number | null;
  /** For comparison. */
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** By rule 7 (see `quantile`). */
  readonly quartiles: Quartiles | null;
  /** Tastle–Wierman, 0 to 1. */
  readonly consensus: number | null;
  /** Answered "can't judge". */
  readonly abstained: readonly Id[];
  /** Have not answered yet. */
  readonly unrated: readonly Id[];
  /** Called the impact actual: its likelihood is not asked. */
  readonly notApplicable: readonly Id[];
  /** At least two steps from the median. */
  readonly farOff: readonly Id[];
  /** Range of three or more, or somebody far off. */
  readonly divided: boolean;
}

/** What the assessors together said of one issue. */
export interface IssueAggregate {
  readonly dimensions: Readonly<Record<Dimension, DimensionSummary>>;
  /** Assessors who gave any judgement of the issue; the others do not count in votes. */
  readonly raters: number;
  readonly actualVotes: number;
  readonly nature: 'actual' | 'potential';
  readonly delayVotes: number;
  readonly delay: boolean;
  /** What each of the raters voted. */
  readonly votes: ReadonlyMap<Id, { readonly actual: boolean; readonly delay: boolean }>;
  /** Marks that some of the raters gave and others did not; `severity-first-1` looks at scores alone. */
  readonly splits: readonly Mark[];
  /** What the order reads of each dimension, and what each assessor put into it. */
  readonly read: Readonly<Record<Dimension, Reading>>;
}

/** What an assessor says of an impact beside scores, and over which a panel can be split. */
export type Mark = 'happening' | 'delay';

/** The scores of a dimension as the order reads them. */
export interface Reading {
  readonly counts: Histogram;
  readonly by: ReadonlyMap<Id, number>;
  /** Without this one nobody gave a score, and nothing is known; null = several did, or none. */
  readonly only: Id | null;
}

/** Steps from the median from which an assessor is called far off. */
const FAR_OFF = 2;
/** Range from which a panel is called divided. */
const DIVIDED_RANGE = 3;

/** Whether an assessor said anything of the issue: a score, or a mark that departs from how a rating begins. */
export function hasJudged(rating: Rating): boolean {
  return (
    DIMENSIONS.some((dimension) => rating[dimension] !== null) ||
    rating.delayMakesIrremediable ||
    rating.nature === 'actual'
  );
}

/** A vote for precaution: carried by half of those who rated, a tie included. */
export function carries(votes: number, raters: number): boolean {
  return votes > 0 && 2 * votes >= raters;
}

/**
 * Aggregates the ratings of one issue over the round's assessors. Abstentions are never read as a number;
 * *abstained* and *not yet rated* are told apart (METHOD, Aggregation).
 *
 * Likelihood and *happening* are one scale, of which *happening* is the top end: while the impact counts as potential,
 * the order reads whoever says that it is happening as the highest point beside the scores of the others. Where nobody
 * gave a score the likelihood is unknown, as it is without those votes: an answer kept back is no low one, and no high
 * one (P7).
 * `severity-first-1` leaves them out of the likelihood.
 * @param ratings those of this issue alone; of assessors not in `assessorIds` none is counted
 */
export function aggregate(
  assessorIds: readonly IdOf<'assessors'>[],
  ratings: readonly Rating[],
  { version, size }: Pick<Rules, 'version' | 'size'>,
): IssueAggregate {
  const byAssessor = new Map(ratings.map((rating) => [rating.assessorId, rating]));
  const judged = assessorIds.flatMap((id) => {
    const rating = byAssessor.get(id);
    return rating && hasJudged(rating) ? [rating] : [];
  });
  const actualVotes = judged.filter((rating) => rating.nature === 'actual').length;
  const delayVotes = judged.filter((rating) => rating.delayMakesIrremediable).length;
  const dimensions = {
    scale: summarise('scale', assessorIds, byAssessor, size),
    scope: summarise('scope', assessorIds, byAssessor, size),
    irremediability: summarise('irremediability', assessorIds, byAssessor, size),
    likelihood: summarise('likelihood', assessorIds, byAssessor, size),
  };
  const happening = version === 'severity-first-1' ? [] : judged.filter(({ nature }) => nature === 'actual');
  const split = (votes: number) => votes > 0 && votes < judged.length;
  return {
    dimensions,
    read: {
      scale: readingOf(dimensions.scale, size),
      scope: readingOf(dimensions.scope, size),
      irremediability: readingOf(dimensions.irremediability, size),
      likelihood: readingOf(
        dimensions.likelihood,
        size,
        happening.map(({ assessorId }) => assessorId),
      ),
    },
    splits:
      version === 'severity-first-1'
        ? []
        : [
            ...(split(actualVotes) ? (['happening'] as const) : []),
            ...(split(delayVotes) ? (['delay'] as const) : []),
          ],
    raters: judged.length,
    actualVotes,
    nature: carries(actualVotes, judged.length) ? 'actual' : 'potential',
    delayVotes,
    delay: carries(delayVotes, judged.length),
    votes: new Map(
      judged.map((one) => [
        one.assessorId,
        { actual: one.nature === 'actual', delay: one.delayMakesIrremediable },
      ]),
    ),
  };
}

/** @param atTop assessors who stand at the top end of the scale without a score */
function readingOf(
  { scores, counts }: DimensionSummary,
  size: ScaleSize,
  atTop: readonly Id[] = [],
): Reading {
  const by = new Map<Id, number>(scores.map(({ assessorId, value }) => [assessorId, value]));
  const [first, ...others] = scores;
  if (!first || atTop.length === 0) return { counts, by, only: null };
  for (const id of atTop) by.set(id, size);
  return { counts: histogram(by.values()), by, only: others.length === 0 ? first.assessorId : null };
}

function summarise(
  dimension: Dimension,
  assessorIds: readonly IdOf<'assessors'>[],
  byAssessor: ReadonlyMap<Id, Rating>,
  size: ScaleSize,
): DimensionSummary {
  const scores: { assessorId: IdOf<'assessors'>; value: number }[] = [];
  const abstained: Id[] = [];
  const unrated: Id[] = [];
  const notApplicable: Id[] = [];
  for (const assessorId of assessorIds) {
    const rating = byAssessor.get(assessorId);
    if (dimension === 'likelihood' && rating?.nature === 'actual') notApplicable.push(assessorId);
    else if (rating && rating[dimension] !== null) scores.push({ assessorId, value: rating[dimension] });
    else if (rating?.abstained.includes(dimension)) abstained.push(assessorId);
    else unrated.push(assessorId);
  }
  const counts = histogram(scores.map(({ value }) => value));
  const middle = median(counts);
  const lowest = counts.findIndex((count) => count > 0);
  const highest = counts.findLastIndex((count) => count > 0);
  const farOff =
    middle === null
      ? []
      : scores.filter(({ value }) => Math.abs(value - middle) >= FAR_OFF).map(({ assessorId }) => assessorId);
  return {
    dimension,
    scores,
    counts,
    n: scores.length,
    median: middle,
    upper: upperMedian(counts),
    mean: mean(counts),
    min: lowest < 0 ? null : lowest + 1,
    max: highest < 0 ? null : highest + 1,
    quartiles: quartiles(counts),
    consensus: consensus(counts, size),
    abstained,
    unrated,
    notApplicable,
    farOff,
    divided: highest - lowest >= DIVIDED_RANGE || farOff.length > 0,
  };
}
