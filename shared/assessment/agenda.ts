import type { IdOf } from '../model/id.ts';
import { type Dimension, SEVERITY_DIMENSIONS } from '../model/round.ts';
import type { Mark } from './aggregate.ts';
import type { IssueAssessment, RoundAssessment } from './assess-round.ts';
import type { MinorityView } from './minority.ts';

/** A point of the discussion. */
export interface AgendaItem {
  readonly issueId: IdOf<'issues'>;
  readonly reason: 'divided' | 'incomplete' | 'unrated';
  readonly rank: number | null;
  /** Widest range of scores on a severity dimension, in steps, where the panel is divided; otherwise 0. */
  readonly range: number;
  /** Dimensions to speak about: divided ones, or those that are missing. */
  readonly dimensions: readonly Dimension[];
  /** Marks to speak about: some say that it is happening, or suffers no delay, and others do not. */
  readonly splits: readonly Mark[];
  readonly minority: readonly MinorityView[];
}

/**
 * What to discuss, in order: what the assessors are divided on, the widest range first and then by rank; then what is
 * incomplete, by rank; then what nobody rated. What they agree on is not on it.
 */
export function agenda({ issues }: Pick<RoundAssessment, 'issues'>): AgendaItem[] {
  const items = issues.flatMap((issue): AgendaItem[] => {
    const { issueId, rank, minority } = issue;
    if (issue.divided)
      return [
        {
          issueId,
          reason: 'divided',
          rank,
          range: issue.dividedOn.length > 0 ? rangeOf(issue) : 0,
          dimensions: issue.dividedOn,
          splits: issue.splits,
          minority,
        },
      ];
    if (rank === null)
      return [{ issueId, reason: 'unrated', rank, range: 0, dimensions: [], splits: [], minority: [] }];
    if (!issue.complete)
      return [
        {
          issueId,
          reason: 'incomplete',
          rank,
          range: 0,
          dimensions: issue.missing,
          splits: [],
          minority: [],
        },
      ];
    return [];
  });
  // The list is in salience order and sorting is stable: among equals the higher rank stays first.
  return items.sort((a, b) => ORDER[a.reason] - ORDER[b.reason] || b.range - a.range);
}

const ORDER: Readonly<Record<AgendaItem['reason'], number>> = { divided: 0, incomplete: 1, unrated: 2 };

function rangeOf(issue: IssueAssessment): number {
  return Math.max(
    ...SEVERITY_DIMENSIONS.map((dimension) => {
      const { min, max } = issue.dimensions[dimension];
      return min === null || max === null ? 0 : max - min;
    }),
  );
}
