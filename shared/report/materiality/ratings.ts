import type { Translate } from '../../i18n/index.ts';
import type { Cell } from '../document.ts';
import type { IssueLine, MaterialitySummary, RatedDimension } from '../model/materiality.ts';
import { pointText } from '../model/numbers.ts';
import { RATINGS } from '../model/sources.ts';
import { cites, type SectionWriter } from '../section.ts';

/** The ratings behind the order: median and range of each dimension. */
export const ratings: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const rated = summary.issues.filter((one) => one.rank !== null);
  if (rated.length === 0) return null;
  return {
    id: 'ratings',
    title: t('report.ratings'),
    appendix: true,
    blocks: [
      {
        kind: 'table',
        caption: t('report.ratings.caption'),
        cites: cites(RATINGS),
        columns: [
          { head: t('report.issue'), share: 32 },
          ...DIMENSION_HEADS.map((key) => ({ head: t(key), share: 17, align: 'center' as const })),
        ],
        rows: rated.map((one): Cell[] => [
          one.name,
          ...one.dimensions.map((dimension) => ratingCell(one, dimension, t)),
        ]),
        note: t('report.ratings.note'),
      },
    ],
  };
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
