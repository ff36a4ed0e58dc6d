import type { IssueAssessment } from '#shared/assessment/assess-round.ts';
import type { Badge } from '#shared/assessment/badges.ts';
import { happeningText, robustnessSentences, uncertainText } from '#shared/assessment/depends-words.ts';
import { dividedNames } from '#shared/assessment/dissent-words.ts';
import type { Rules } from '#shared/assessment/order.ts';
import type { Translate } from '#shared/i18n/index.ts';

/** What to note of a result before it is relied on: a word, the sentence behind it, and how loud it is. */
export interface Remark {
  readonly word: string;
  readonly hint: string;
  readonly color: string;
}

/** In words `divided` is told with its dimensions, so it is not told twice. */
const OWN_WORDS = [
  'no-evidence',
  'no-external-voice',
  'below-floor-but-likely',
  'carried-without-new-evidence',
] as const satisfies readonly Badge[];

const COLOURS: Readonly<Record<(typeof OWN_WORDS)[number], string>> = {
  'no-evidence': 'yellow',
  'no-external-voice': 'gray',
  'below-floor-but-likely': 'yellow',
  'carried-without-new-evidence': 'gray',
};

/**
 * Everything to note of an issue's result.
 * @param assessors number of them in the round
 * @param topIssues the number of first issues that robustness speaks of
 */
export function remarksOf(
  t: Translate,
  issue: IssueAssessment,
  { assessors, topIssues, rules }: { assessors: number; topIssues: number; rules: Rules },
): Remark[] {
  const remarks: Remark[] = [];
  const names = (dimensions: IssueAssessment['dividedOn']) =>
    dimensions.map((one) => t(`dimension.${one}`)).join(t('chart.separator'));
  if (issue.divided)
    remarks.push({
      word: t('result.flag.divided'),
      hint: t('result.flag.divided.hint', {
        dimensions: dividedNames(t, issue).join(t('chart.separator')),
      }),
      color: 'red',
    });
  for (const badge of OWN_WORDS)
    if (issue.badges.includes(badge))
      remarks.push({
        word: t(`badge.${badge}`),
        hint: t(`badge.${badge}.says`),
        color: COLOURS[badge],
      });
  const uncertain = uncertainText(t, issue, rules);
  if (uncertain && issue.robustness)
    remarks.push({
      word: uncertain,
      hint:
        rules.version === 'severity-first-1'
          ? t('result.flag.uncertain.hint', {
              k: topIssues,
              share: Math.round(issue.robustness.topShare * 100),
              readings: 3 * (1 + (assessors > 1 ? assessors : 0)),
            })
          : robustnessSentences(t, issue.robustness, {
              tier: issue.tier,
              level: issue.suggestion.level,
            }).join(' '),
      color: 'yellow',
    });
  const happening = happeningText(t, issue);
  if (happening) remarks.push({ word: happening, hint: t('result.flag.happening.hint'), color: 'orange' });
  if (issue.rank !== null && !issue.complete)
    remarks.push({
      word: t('result.flag.incomplete'),
      hint: t('result.flag.incomplete.hint', { missing: names(issue.missing) }),
      color: 'yellow',
    });
  if (issue.delayVotes > 0)
    remarks.push({
      word: t('result.flag.delay'),
      hint: t('result.flag.delay.hint', { votes: issue.delayVotes, raters: issue.raters }),
      color: issue.delay ? 'ai' : 'gray',
    });
  const [only] = issue.deciding;
  if (issue.complete && issue.tierRule === 'severe' && issue.deciding.length === 1 && only)
    remarks.push({
      word: t('result.flag.scopeOnly', { dimension: t(`dimension.${only}`) }),
      hint: t('result.flag.scopeOnly.hint'),
      color: 'gray',
    });
  if (issue.near !== null)
    remarks.push({ word: t('result.flag.near'), hint: t('result.flag.near.hint'), color: 'gray' });
  return remarks;
}
