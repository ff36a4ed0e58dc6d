import type { IssueAssessment, RoundAssessment } from '../assessment/assess-round.ts';
import { happeningText, robustnessSentences } from '../assessment/depends-words.ts';
import type { Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import { type Lens, type LensContext, noContext } from './lens.ts';
import { lowConfidence, signsOf } from './signs.ts';

/** What the picture says of one issue, in sentences: tooltip, table of a screen reader, and the file's own words. */
export function describeIssue(
  t: Translate,
  lens: Lens,
  issue: IssueAssessment,
  { issues, topIssues, rules }: Pick<RoundAssessment, 'issues' | 'topIssues' | 'rules'>,
  context: LensContext = noContext(rules.size),
): string {
  const parts = [
    issue.rank === null
      ? t('chart.item.unranked')
      : t(issue.tied ? 'chart.item.rank.tied' : 'chart.item.rank', {
          rank: issue.rank,
          of: issues.length,
          tier: issue.tier ?? 3,
        }),
    describeSeverity(t, issue),
    ...lens.describe(t, issue, context),
  ];
  const { severityRange: range, robustness } = issue;
  if (range && range.min < range.max) parts.push(t('chart.item.range', { min: range.min, max: range.max }));
  if (issue.divided) parts.push(t('chart.item.divided'));
  if (issue.uncertain && robustness) {
    if (rules.version === 'severity-first-1')
      parts.push(t('chart.item.uncertain', { best: robustness.best, worst: robustness.worst, k: topIssues }));
    else
      parts.push(
        ...robustnessSentences(t, robustness, { tier: issue.tier, level: issue.suggestion.level }).filter(
          (_, index) => issue.depends.includes(index === 0 ? 'tier' : 'level'),
        ),
      );
  }
  const happening = happeningText(t, issue);
  if (happening) parts.push(t('chart.item.happening', { happening }));
  if (issue.raters > 0 && signsOf(issue).hollow)
    parts.push(t('chart.item.thin', { raters: issue.raters, low: lowConfidence(issue) ? 'yes' : 'no' }));
  if (!issue.complete)
    parts.push(
      t('chart.item.incomplete', {
        missing: issue.missing.map((dimension) => t(`dimension.${dimension}`)).join(t('chart.separator')),
      }),
    );
  return inOneBreath(t, parts);
}

/** Severity in both readings where they differ, or as a floor. */
export function describeSeverity(t: Translate, { severity, severityFloor }: IssueAssessment): string {
  if (!severity)
    return severityFloor
      ? t('chart.item.severity.floor', { shown: severityFloor.shown })
      : t('chart.item.severity.none');
  return severity.shown === severity.ranking
    ? t('chart.item.severity', { shown: severity.shown })
    : t('chart.item.severity.both', { shown: severity.shown, ranking: severity.ranking });
}

/** The whole picture in words: what its axes are, how many issues, and the first ones of the order. */
export function describeMatrix(
  t: Translate,
  lens: Lens,
  { issues, counts }: RoundAssessment,
  nameOf: (issueId: IdOf<'issues'>) => string,
  note: string,
): string {
  const tierOf = (tier: number) => issues.filter((issue) => issue.tier === tier).length;
  const first = issues
    .filter((issue) => issue.rank !== null)
    .slice(0, 5)
    .map((issue) => nameOf(issue.issueId))
    .join(t('chart.separator'));
  return inOneBreath(t, [
    t('chart.description', {
      up: t(lens.up.title),
      axis: t(lens.axis),
      count: counts.issues,
      tier1: tierOf(1),
      tier2: tierOf(2),
      tier3: tierOf(3),
    }),
    ...(lens.stamp ? [t(lens.stamp)] : []),
    ...(first === '' ? [] : [t('chart.description.first', { names: first })]),
    ...(note === '' ? [] : [note]),
  ]);
}

/** Sentences one after the other, apart as the language wants it. */
export function inOneBreath(t: Translate, sentences: readonly string[]): string {
  return sentences.reduce((before, after) => t('chart.sentences', { before, after }));
}
