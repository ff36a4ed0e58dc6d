import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import type { Round } from '../model/round.ts';
import { countedRatings, panelOf } from './panel.ts';

type RatedRound = Pick<Round, 'id' | 'stage' | 'finished' | 'assessors' | 'recusals'>;

/** Whether an assessor said that they are done. */
export function hasFinished(round: Pick<Round, 'finished'>, assessorId: IdOf<'assessors'>): boolean {
  return round.finished.some((one) => one.assessorId === assessorId);
}

/**
 * The ratings of a round that somebody may see. Before the discussion each assessor sees their own alone until they
 * are done; whoever is done, and the office, sees those of others who are done. From the discussion on all are seen.
 * @param viewerId the assessor who looks; null = the office
 * @param ratings of any rounds; those of others are left out, and those that do not count
 */
export function visibleRatings(round: RatedRound, ratings: readonly Rating[], viewerId: Id | null): Rating[] {
  const own = countedRatings(round, ratings);
  if (round.stage === 'discussion' || round.stage === 'closed') return own;
  const blind = viewerId !== null && !hasFinished(round, viewerId);
  return own.filter(
    ({ assessorId }) => assessorId === viewerId || (!blind && hasFinished(round, assessorId)),
  );
}

/**
 * Whether what follows from a round's ratings may be shown: from the discussion on, or once every assessor is done.
 * Until then the office sees who is how far, and no figure that could lead those who still rate (METHOD-SOURCES 2.4).
 */
export function resultsShown(round: Pick<Round, 'stage' | 'finished' | 'assessors'>): boolean {
  if (round.stage === 'discussion' || round.stage === 'closed') return true;
  return round.stage === 'rating' && panelOf(round).every(({ id }) => hasFinished(round, id));
}
