import type { Translate } from '../i18n/index.ts';
import type { DecisionLevel } from '../model/decision.ts';
import type { IssueAssessment } from './assess-issue.ts';
import type { Rules, Tier } from './order.ts';
import type { Conclusion, Robustness } from './robustness.ts';

/** A suggested level in words. */
export function levelText(t: Translate, level: DecisionLevel | null): string {
  return level === null ? t('decisions.suggestion.open') : t(`level.${level}`);
}

/** Tiers as `1`, `1–2` or `1–3`. */
export function tiersText(tiers: readonly Tier[]): string {
  const [first, last] = [tiers[0], tiers.at(-1)];
  return first === last ? String(first) : `${first}–${last}`;
}

/** In how many readings the tier, the suggestion and the place among the first hold, as sentences. */
export function robustnessSentences(
  t: Translate,
  { tierShare, tiers, levelShare, levels }: Pick<Robustness, 'tierShare' | 'tiers' | 'levelShare' | 'levels'>,
  { tier, level }: { readonly tier: Tier | null; readonly level: DecisionLevel | null },
): string[] {
  const percent = (share: number) => Math.round(share * 100);
  return [
    tierShare === 1
      ? t('robust.tier.same', { tier: tier ?? '–' })
      : t('robust.tier.depends', {
          tier: tier ?? '–',
          share: percent(tierShare),
          others: tiers.filter((one) => one !== tier).join(t('chart.separator')),
        }),
    levelShare === 1
      ? t('robust.level.same', { level: levelText(t, level) })
      : t('robust.level.depends', {
          level: levelText(t, level),
          share: percent(levelShare),
          others: levels
            .filter((one) => one !== level)
            .map((one) => t('robust.quoted', { text: levelText(t, one) }))
            .join(t('chart.separator')),
        }),
  ];
}

/** What of tier, suggestion and being among the first k depends on the reading or changes by a step, as a list. */
export function conclusionsText(t: Translate, conclusions: readonly Conclusion[], k: number): string {
  return conclusions
    .map((conclusion) => t(`robust.conclusion.${conclusion}`, { k }))
    .join(t('chart.separator'));
}

/** What makes an issue look uncertain, in a few words; null = nothing does. Each version of the rules means another thing. */
export function uncertainText(
  t: Translate,
  { uncertain, depends, robustness }: Pick<IssueAssessment, 'uncertain' | 'depends' | 'robustness'>,
  { version }: Pick<Rules, 'version'>,
): string | null {
  if (!uncertain || !robustness) return null;
  const { best, worst, tiers } = robustness;
  if (version === 'severity-first-1') return t('result.flag.uncertain', { best, worst });
  return depends.includes('tier')
    ? t('result.flag.uncertain.tier', { tiers: tiersText(tiers) })
    : t('result.flag.uncertain.level');
}

/** How likely a potential impact is where some of the raters say that it is happening; null where the panel is not split. */
export function happeningText(
  t: Translate,
  {
    nature,
    splits,
    actualVotes: votes,
    raters,
    dimensions,
  }: Pick<IssueAssessment, 'nature' | 'splits' | 'actualVotes' | 'raters' | 'dimensions'>,
): string | null {
  if (!splits.includes('happening')) return null;
  const { min, max } = dimensions.likelihood;
  if (nature === 'actual' || min === null || max === null) return t('happening.votes', { votes, raters });
  return t('happening.too', { range: min === max ? String(min) : `${min}–${max}`, votes });
}
