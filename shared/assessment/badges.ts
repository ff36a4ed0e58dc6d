import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Rating } from '../model/rating.ts';
import type { Round, Thresholds } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { StakeholderVoice } from './voice.ts';

/** What a reader must know of a dot before they believe it. */
export const BADGES = [
  /** No rating of it cites anything, and nobody from outside spoke of it. */
  'no-evidence',
  /** Nobody from outside raised it in the round's dialogues. */
  'no-external-voice',
  /** The assessors are divided on a severity dimension. */
  'divided',
  /** Under the round's floor, and happening or likely: severity alone would let it out of sight. */
  'below-floor-but-likely',
  /** In the round before this one too, and nothing was cited or heard since. */
  'carried-without-new-evidence',
] as const;
export type Badge = (typeof BADGES)[number];

export interface BadgeBasis {
  readonly ratings: readonly Rating[];
  readonly voice: StakeholderVoice;
  readonly divided: boolean;
  /** Ranking severity, or what is known of it. */
  readonly severity: number | null;
  readonly delay: boolean;
  readonly nature: 'actual' | 'potential';
  /** Ranking likelihood. */
  readonly likelihood: number | null;
  readonly carried: boolean;
}

/** Badges of a rated issue, in the order of `BADGES`. */
export function badgesOf(basis: BadgeBasis, thresholds: Pick<Thresholds, 'floor' | 'likely'>): Badge[] {
  const { ratings, voice, divided, severity, delay, nature, likelihood, carried } = basis;
  const cited = ratings.some((rating) => citations(rating).length > 0);
  const likely = nature === 'actual' || (likelihood ?? 0) >= thresholds.likely;
  const holds: Readonly<Record<Badge, boolean>> = {
    'no-evidence': !cited && voice.passages === 0,
    'no-external-voice': voice.raised === 0,
    divided,
    'below-floor-but-likely': severity !== null && severity < thresholds.floor && !delay && likely,
    'carried-without-new-evidence': carried,
  };
  return BADGES.filter((badge) => holds[badge]);
}

/** What a rating rests on, each thing as one word. */
function citations({ evidence }: Rating): string[] {
  return [...evidence.passageIds, ...evidence.adviceIds, ...evidence.sources.map((source) => source.trim())];
}

/**
 * What a round took over from the one it began with.
 * @param earlier the state as the earlier round sees it
 * @returns null where the round began with nothing, or that round is not in the state
 */
export function carriageFrom(
  round: Pick<Round, 'basedOn'>,
  earlier: Pick<WorkspaceState, 'rounds' | 'ratings'>,
): { readonly round: Round; carried(issueId: IdOf<'issues'>, ratings: readonly Rating[]): boolean } | null {
  const before = earlier.rounds.find(({ id }) => id === round.basedOn);
  if (!before) return null;
  const known = new Map<Id, Set<string>>();
  for (const rating of earlier.ratings) {
    if (rating.roundId !== before.id) continue;
    const own = known.get(rating.issueId) ?? new Set();
    for (const one of citations(rating)) own.add(one);
    known.set(rating.issueId, own);
  }
  const listed = new Set(before.issueIds);
  return {
    round: before,
    carried: (issueId, ratings) =>
      listed.has(issueId) &&
      ratings.every((rating) => citations(rating).every((one) => known.get(issueId)?.has(one) === true)),
  };
}
