import { hasFinished } from '../assessment/blindness.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import type { Round } from '../model/round.ts';
import type { Seal } from '../model/seal.ts';

/** Characters of a passphrase; fewer are found by trying. */
export const SHORTEST_PASSPHRASE = 8;

type BlindRound = Pick<Round, 'id' | 'stage' | 'finished'>;

/** Whether a round's ratings are still hidden from others than their assessors. */
export function isBlind({ stage }: Pick<Round, 'stage'>): boolean {
  return stage === 'open' || stage === 'rating';
}

export function sealOf(seals: readonly Seal[], roundId: IdOf<'rounds'>, assessorId: Id): Seal | undefined {
  return seals.find((one) => one.roundId === roundId && one.assessorId === assessorId);
}

/** The names whose ratings are open to whoever works at a computer now. */
export interface OpenNames {
  /** The assessor whom the person of this profile rates as in a round; undefined = nobody rated here yet. */
  readonly own: Id | undefined;
  /** The one whose passphrase was given last. */
  readonly opened: Id | undefined;
}

/**
 * What stands between the person at a computer and the ratings of an assessor:
 * `open` – nothing; `passphrase` – it is asked for; `claim` – there are ratings, and nobody said yet who rates here;
 * `share` – somebody else rates here, and neither name has a passphrase that keeps them apart.
 */
export type Access = 'open' | 'passphrase' | 'claim' | 'share';

/** @param rated whether there is any rating of theirs in the round */
export function accessTo(
  round: BlindRound,
  assessorId: Id,
  seal: Seal | undefined,
  { own, opened }: OpenNames,
  rated: boolean,
): Access {
  if (!isBlind(round) || (seal && seal.liftedAt !== null)) return 'open';
  if (seal?.lock) return opened === assessorId ? 'open' : 'passphrase';
  if (own === assessorId) return 'open';
  if (own !== undefined) return 'share';
  return rated ? 'claim' : 'open';
}

/** Assessors whose ratings the person at a computer may see, in whatever round. */
export interface Readers {
  /** Whom they rate as, as long as no passphrase keeps it. */
  readonly own: readonly Id[];
  /** Whose passphrase was given. */
  readonly opened: readonly Id[];
}

/** Whether a rating is its assessor's alone to see: it is in no file that others could read. */
export function isHidden(
  round: BlindRound,
  { assessorId }: Pick<Rating, 'assessorId'>,
  seal: Seal | undefined,
  { own, opened }: Readers,
): boolean {
  if (!isBlind(round) || hasFinished(round, assessorId) || (seal && seal.liftedAt !== null)) return false;
  return !opened.includes(assessorId) && (Boolean(seal?.lock) || !own.includes(assessorId));
}

/** Whether a workspace lacks ratings that it was made without: as long as none of them, or a later one, came back. */
export function isLacking(
  { roundId, assessorId, withheld }: Seal,
  ratings: readonly Pick<Rating, 'roundId' | 'assessorId' | 'at'>[],
): boolean {
  return (
    withheld !== null &&
    !ratings.some(
      (one) => one.roundId === roundId && one.assessorId === assessorId && one.at >= withheld.until,
    )
  );
}
