import type { Id } from '../model/basics.ts';
import type { Rating } from '../model/rating.ts';
import type { Assessor, Round } from '../model/round.ts';

/** The assessors whose ratings count: whoever was withdrawn is left out of every figure. */
export function panelOf({ assessors }: Pick<Round, 'assessors'>): readonly Assessor[] {
  return assessors.some(({ withdrawn }) => withdrawn)
    ? assessors.filter(({ withdrawn }) => !withdrawn)
    : assessors;
}

/** Whether an assessor does not rate an issue because of an interest of their own: another thing than "can't judge". */
export function isRecused({ recusals }: Pick<Round, 'recusals'>, assessorId: Id, issueId: Id): boolean {
  return recusals.some((one) => one.assessorId === assessorId && one.issueId === issueId);
}

/** What a round asks one assessor to rate, in its order. */
export function askedIssues(round: Pick<Round, 'issueIds' | 'recusals'>, assessorId: Id): Round['issueIds'] {
  return round.issueIds.filter((issueId) => !isRecused(round, assessorId, issueId));
}

/** The round's ratings that count: by its panel, of issues that they did not recuse themselves from. */
export function countedRatings(
  round: Pick<Round, 'id' | 'assessors' | 'recusals'>,
  ratings: readonly Rating[],
): Rating[] {
  const panel = new Set<Id>(panelOf(round).map(({ id }) => id));
  return ratings.filter(
    ({ roundId, assessorId, issueId }) =>
      roundId === round.id && panel.has(assessorId) && !isRecused(round, assessorId, issueId),
  );
}
