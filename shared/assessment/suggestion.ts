import type { DecisionLevel } from '../model/decision.ts';
import type { Thresholds } from '../model/round.ts';
import type { Tier } from './order.ts';

/** Why a level is suggested. */
export type SuggestionReason =
  /** Among the first k themes (or issues, where the round has no themes). */
  | 'top'
  /** Severity at or above the round's floor, whatever the likelihood. */
  | 'floor'
  /** Marked: delay would make it irremediable (UNGP 24). */
  | 'delay'
  /** Tier 2, or just below the threshold. */
  | 'watch'
  /** Nothing suggests anything: the choice is free, and no reason is asked. */
  | 'open'
  /** Not rated yet. */
  | 'unrated';

export interface Suggestion {
  readonly level: DecisionLevel | null;
  readonly reason: SuggestionReason;
}

export interface SuggestionBasis {
  /** Highest known severity; of incomplete ratings a floor. Null = none. */
  readonly severity: number | null;
  readonly delay: boolean;
  readonly tier: Tier | null;
  /** Just under the threshold of tier 1. */
  readonly closeBelow: boolean;
  /** Place among what competes for the first k; null = it does not compete. */
  readonly rank: number | null;
}

/**
 * What the round's thresholds suggest; people decide. A tie at the k-th place counts as within, as precaution.
 * METHOD knows two rules, `top` and `floor`; `delay` follows the second limb of UNGP 24, and `watch` keeps tier 2 and
 * what is close to the threshold in sight. Below that nothing is suggested.
 */
export function suggestLevel(
  basis: SuggestionBasis,
  thresholds: Pick<Thresholds, 'floor' | 'topThemes'>,
): Suggestion {
  if (basis.tier === null) return { level: null, reason: 'unrated' };
  if (basis.rank !== null && basis.rank <= thresholds.topThemes)
    return { level: 'monitor-closely', reason: 'top' };
  if (basis.severity !== null && basis.severity >= thresholds.floor)
    return { level: 'monitor', reason: 'floor' };
  if (basis.delay) return { level: 'monitor', reason: 'delay' };
  if (basis.tier === 2 || basis.closeBelow) return { level: 'watch', reason: 'watch' };
  return { level: null, reason: 'open' };
}
