import type { Translate } from '../i18n/index.ts';
import type { Decision } from '../model/decision.ts';
import type { Thresholds } from '../model/round.ts';
import type { Tier } from './order.ts';
import type { Suggestion } from './suggestion.ts';

/** What a suggestion was made of. */
export interface RuleBasis {
  readonly kind: Decision['subject']['kind'];
  readonly rank: number | null;
  /** How many themes, or issues, compete for the first places. */
  readonly of: number;
  readonly tier: Tier | null;
  /** The severity that ranks; null = none known. */
  readonly severity: number | null;
  readonly thresholds: Pick<Thresholds, 'floor' | 'topThemes' | 'severe'>;
}

/** The rule that suggests a level, as a sentence with its own figures. Screen and Word take the same words from here. */
export function ruleText(
  t: Translate,
  { reason }: Suggestion,
  { kind, rank, of, tier, severity, thresholds }: RuleBasis,
): string {
  const { floor, topThemes: k, severe } = thresholds;
  switch (reason) {
    case 'top':
      return t('decisions.rule.top', { kind, rank: rank ?? '–', of, k });
    case 'floor':
      return t('decisions.rule.floor', { severity: severity ?? floor, floor });
    case 'delay':
      return t('decisions.rule.delay');
    case 'watch':
      return tier === 2
        ? t('decisions.rule.watch.tier2')
        : t('decisions.rule.watch.near', { severity: severity ?? '–', severe });
    case 'open':
      return t('decisions.rule.open');
    case 'unrated':
      return t('decisions.rule.unrated');
  }
}
