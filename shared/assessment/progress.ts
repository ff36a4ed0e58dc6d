import { groupBy } from '../group.ts';
import type { Id } from '../model/basics.ts';
import type { Voice } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import { DIMENSIONS, type Dimension, type Round, SEVERITY_DIMENSIONS } from '../model/round.ts';
import { graveFrom, type ScaleSize, scaleSize } from '../model/scale.ts';
import { hasJudged } from './aggregate.ts';
import { askedIssues, panelOf } from './panel.ts';

/** How far an assessor has come with a round. */
export interface AssessorProgress {
  readonly assessorId: IdOf<'assessors'>;
  readonly name: string;
  readonly voice: Voice;
  /** Dimensions answered (a score or "can't judge") and asked, over the issues of the round but those recused from. */
  readonly answered: number;
  readonly asked: number;
  /** Ratings with a grave score and no rationale. */
  readonly unexplained: number;
  /** Issues of which anything was judged. */
  readonly issues: number;
  /** Issues that they do not rate because of an interest of their own. */
  readonly recused: number;
}

/**
 * How far each assessor of a round has come.
 * @param ratings those of the round that count
 * @param listed the issues there are to rate
 */
export function assessorProgress(
  round: Round,
  ratings: readonly Rating[],
  listed: ReadonlySet<Id>,
): AssessorProgress[] {
  const byAssessor = groupBy(
    ratings.filter((rating) => listed.has(rating.issueId)),
    (rating) => rating.assessorId,
  );
  const size = scaleSize(round);
  return panelOf(round).map(({ id, name, voice }) => {
    const own = byAssessor.get(id) ?? [];
    let answered = 0;
    const issues = askedIssues(round, id).filter((issueId) => listed.has(issueId)).length;
    let asked = issues * DIMENSIONS.length;
    for (const rating of own) {
      if (rating.nature === 'actual') asked--;
      answered += askedDimensions(rating).filter(
        (dimension) => rating[dimension] !== null || rating.abstained.includes(dimension),
      ).length;
    }
    return {
      assessorId: id,
      name,
      voice,
      answered,
      asked,
      unexplained: own.filter((rating) => needsRationale(rating, size)).length,
      issues: own.filter(hasJudged).length,
      recused: listed.size - issues,
    };
  });
}

/** Dimensions that a rating is asked for: the likelihood of an actual impact is not. */
export function askedDimensions(rating: Pick<Rating, 'nature'>): readonly Dimension[] {
  return rating.nature === 'actual' ? SEVERITY_DIMENSIONS : DIMENSIONS;
}

/** A grave score needs its reason: one of the two highest on a severity dimension and no rationale. */
export function needsRationale(rating: Rating, size: ScaleSize): boolean {
  return (
    rating.rationale.trim() === '' &&
    SEVERITY_DIMENSIONS.some((dimension) => (rating[dimension] ?? 0) >= graveFrom(size))
  );
}
