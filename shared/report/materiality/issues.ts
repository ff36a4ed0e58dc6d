import type { Translate } from '../../i18n/index.ts';
import { SEVERITY_DIMENSIONS } from '../../model/round.ts';
import type { Block, Cell } from '../document.ts';
import type { IssueLine, MaterialitySummary, RatedDimension } from '../model/materiality.ts';
import { pointText } from '../model/numbers.ts';
import { listed, type SectionWriter } from '../section.ts';
import { likelihoodText, rankText, severityText } from './figures.ts';

/** All issues in salience order, with what a reader must know of each place; then the ratings behind it. */
export const issues: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  if (summary.issues.length === 0) {
    return {
      id: 'issues',
      title: t('report.issuesInOrder'),
      blocks: [{ kind: 'paragraph', text: t('report.issues.none') }],
    };
  }
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: t('report.issuesInOrder.caption', { fiscalYear: summary.fiscalYear }),
      columns: [
        { head: t('report.order'), share: 8, align: 'center' },
        { head: t('report.issue'), share: 32 },
        { head: t('report.severity'), share: 11, align: 'center' },
        { head: t('report.likelihood'), share: 13, align: 'center' },
        { head: t('report.tier'), share: 8, align: 'center' },
        { head: t('report.remarks'), share: 28 },
      ],
      rows: summary.issues.map((one): Cell[] => [
        rankText(one, t),
        {
          lines: [
            [{ text: one.name, strong: true as const }],
            [{ text: t(`category.${one.category}`), quiet: true as const }],
          ],
        },
        severityText(one),
        likelihoodText(one, t),
        one.tier === null ? '–' : String(one.tier),
        listed(t, remarks(one, t)) || '–',
      ]),
      note: t('report.issuesInOrder.note'),
    },
  ];
  const rated = summary.issues.filter((one) => one.rank !== null);
  if (rated.length > 0) {
    blocks.push({
      kind: 'table',
      caption: t('report.ratings.caption'),
      columns: [
        { head: t('report.issue'), share: 32 },
        ...DIMENSION_HEADS.map((key) => ({ head: t(key), share: 17, align: 'center' as const })),
      ],
      rows: rated.map((one): Cell[] => [
        one.name,
        ...one.dimensions.map((dimension) => ratingCell(one, dimension, t)),
      ]),
      note: t('report.ratings.note'),
    });
  }
  return { id: 'issues', title: t('report.issuesInOrder'), blocks };
};

const DIMENSION_HEADS = [
  'dimension.scale',
  'dimension.scope',
  'dimension.irremediability',
  'dimension.likelihood',
] as const;

function ratingCell(issue: IssueLine, one: RatedDimension, t: Translate): Cell {
  if (one.dimension === 'likelihood' && issue.nature === 'actual') return t('nature.actual');
  if (one.median === null || one.min === null || one.max === null) return '–';
  const spread = one.min === one.max ? '' : ` (${one.min}–${one.max})`;
  const line = [
    { text: pointText(one.median), ...(one.divided ? { strong: true as const } : {}) },
    { text: `${spread}${one.divided ? ' *' : ''}`, quiet: true as const },
  ];
  return { lines: [line] };
}

function remarks(one: IssueLine, t: Translate): string[] {
  const result: string[] = [];
  if (one.rank === null) return [t('report.unrated')];
  if (one.severity === null) result.push(t('report.remark.incomplete'));
  if (one.delay) result.push(t('report.remark.delay'));
  if (SEVERITY_DIMENSIONS.some((dimension) => one.dividedOn.includes(dimension))) {
    result.push(t('report.remark.divided'));
  }
  if (one.uncertain && one.places) result.push(t('report.remark.uncertain', one.places));
  if (one.near) result.push(t(`report.remark.near.${one.near}`));
  if (one.voice.raised > 0) {
    result.push(t('report.remark.voice', { raised: one.voice.raised, heard: one.voice.heard }));
  }
  // Where there is no evidence at all, that nobody from outside spoke of it is said with it.
  const unheard = one.badges.includes('no-evidence');
  for (const badge of one.badges)
    if (badge !== 'divided' && !(badge === 'no-external-voice' && unheard))
      result.push(t(`report.badge.${badge}`));
  return result;
}
