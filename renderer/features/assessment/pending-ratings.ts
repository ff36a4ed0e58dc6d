import { blankRating, type RatingPlace } from '#shared/edit/rating.ts';
import { newId } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';

/** A rating as it will be, shown while it is written. */
interface Pending {
  readonly rating: Rating;
  /** It is written, and what is stored will be read at any moment. */
  readonly saved: boolean;
}

/** Ratings that are being written, by issue and assessor. */
export type PendingRatings = ReadonlyMap<string, Pending>;

export const NONE_PENDING: PendingRatings = new Map();

function keyOf({ roundId, issueId, assessorId }: RatingPlace): string {
  return `${roundId}/${issueId}/${assessorId}`;
}

/** The ratings as they are stored, but for those that are being written: these as they will be. */
export function shownRatings(stored: readonly Rating[], pending: PendingRatings): readonly Rating[] {
  if (pending.size === 0) return stored;
  const shown = stored.map((one) => {
    const wait = pending.get(keyOf(one));
    return wait && !isStored(wait, one) ? { ...wait.rating, id: one.id } : one;
  });
  const known = new Set(stored.map(keyOf));
  const added = [...pending].filter(([key]) => !known.has(key)).map(([, { rating }]) => rating);
  return [...shown, ...added];
}

/** A change on top of what is shown now. */
export function begin(
  pending: PendingRatings,
  stored: readonly Rating[],
  place: RatingPlace,
  change: (rating: Rating) => Rating,
  at: string,
): PendingRatings {
  const key = keyOf(place);
  const now = shownRatings(stored, pending).find((one) => keyOf(one) === key);
  const rating = change(now ?? blankRating(place, newId(), at));
  return new Map(pending).set(key, { rating, saved: false });
}

/** What became of a change: written, or refused. Of a refused one nothing is shown any more. */
export function end(pending: PendingRatings, place: RatingPlace, at: string, saved: boolean): PendingRatings {
  const key = keyOf(place);
  const wait = pending.get(key);
  // A later change of the same rating has its own end; where an earlier one was refused, it was made on top of that.
  if (!wait || (saved && wait.rating.at !== at)) return pending;
  const next = new Map(pending);
  if (saved) next.set(key, { ...wait, saved });
  else next.delete(key);
  return next;
}

/** What was stored has been read anew: what it holds is waited for no longer. */
export function settle(pending: PendingRatings, stored: readonly Rating[]): PendingRatings {
  const byKey = new Map(stored.map((one) => [keyOf(one), one]));
  const left = [...pending].filter(([key, wait]) => !wait.saved && !isStored(wait, byKey.get(key)));
  return left.length === pending.size ? pending : new Map(left);
}

function isStored(wait: Pending, stored: Rating | undefined): boolean {
  return stored !== undefined && stored.at >= wait.rating.at;
}
