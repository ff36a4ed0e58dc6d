import type { Rules } from '../../assessment/order.ts';
import type { Translate } from '../../i18n/index.ts';
import { SEVERITY_DIMENSIONS } from '../../model/round.ts';
import { commonOf } from '../condense.ts';
import type { Cell, Column } from '../document.ts';
import type { IssueLine, MaterialitySummary } from '../model/materiality.ts';
import { RATINGS, saidOn } from '../model/sources.ts';
import { cited, cites, listed, type SectionWriter, sentences } from '../section.ts';
import { likelihoodText, rankText, severityText } from './figures.ts';

/** All issues in salience order, with what a reader must know of each place. */
export const issues: SectionWriter<MaterialitySummary> = (summary, { t, brief }) => {
  if (summary.issues.length === 0) return null;
  const { common, own } = commonOf(summary.issues.map((one) => remarks(one, summary.rules, t)));
  const columns = columnsOf(summary, own, t, brief);
  return {
    id: 'issues',
    title: t('report.issuesInOrder'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.issuesInOrder.caption', { fiscalYear: summary.fiscalYear }),
        cites: cites(RATINGS),
        columns: columns.map(({ column }) => column),
        rows: summary.issues.map((one, index) => columns.map(({ cell }) => cell(one, index))),
        note: sentences(t, [
          common.length > 0 ? t('report.remark.common', { remarks: listed(t, common) }) : '',
          summary.hearing.heard > 0 ? t('report.raised.note') : '',
          t('report.issuesInOrder.note'),
        ]),
      },
    ],
  };
};

interface ColumnOf {
  readonly column: Column;
  readonly cell: (issue: IssueLine, index: number) => Cell;
}

/**
 * @param own the remarks of each issue, without what is true of all
 * @param brief without the category
 */
function columnsOf(
  { hearing: { heard } }: MaterialitySummary,
  own: readonly (readonly string[])[],
  t: Translate,
  brief: boolean,
) {
  const columns: ColumnOf[] = [
    { column: { head: t('report.order'), share: 6, align: 'center' }, cell: (one) => rankText(one, t) },
    {
      column: { head: t('report.issue'), share: 26 },
      cell: (one) => ({
        lines: [
          [{ text: one.name, strong: true as const }],
          ...(brief ? [] : [[{ text: t(`category.${one.category}`), quiet: true as const }]]),
        ],
      }),
    },
    { column: { head: t('report.severity'), share: 8, align: 'center' }, cell: severityText },
    {
      column: { head: t('report.likelihood'), share: 9, align: 'center' },
      cell: (one) => likelihoodText(one, t),
    },
    {
      column: { head: t('report.tier'), share: 5, align: 'center' },
      cell: (one) => (one.tier === null ? '–' : String(one.tier)),
    },
    {
      column: { head: t('report.raised'), share: 10, align: 'center' },
      cell: ({ issueId, voice: { raised } }) =>
        raised === 0 ? '–' : [`${raised}/${heard}`, ' ', cited(saidOn(issueId))],
    },
    {
      column: { head: t('report.remarks'), share: 36 },
      cell: (_one, index) => listed(t, own[index] ?? []) || '–',
    },
  ];
  return columns;
}

function remarks(one: IssueLine, rules: Rules, t: Translate): string[] {
  const result: string[] = [];
  if (one.rank === null) return [t('report.unrated')];
  if (one.severity === null) result.push(t('report.remark.incomplete'));
  if (one.delay) result.push(t('report.remark.delay'));
  if (one.happening) result.push(one.happening);
  if (SEVERITY_DIMENSIONS.some((dimension) => one.dividedOn.includes(dimension))) {
    result.push(t('report.remark.divided'));
  }
  if (rules.version === 'severity-first-1') {
    if (one.uncertain && one.places) result.push(t('report.remark.uncertain', one.places));
  } else {
    if (one.depends.includes('tier')) result.push(t('report.remark.tier', { tiers: one.tiers }));
    if (one.depends.includes('level')) result.push(t('report.remark.level'));
  }
  if (one.near) result.push(t(`report.remark.near.${one.near}`));
  // Who raised it has a column of its own.
  for (const badge of one.badges)
    if (badge !== 'divided' && badge !== 'no-external-voice') result.push(t(`report.badge.${badge}`));
  return result;
}
