import { DIMENSIONS } from '../../model/round.ts';
import { pointsOf } from '../../model/scale.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import type { SectionWriter } from '../section.ts';

/** What a 1, a 2, … meant to the assessors: the anchor texts of the round. */
export const scales: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const known = DIMENSIONS.some((dimension) => summary.scaleTexts[dimension].some((text) => text !== ''));
  if (!known) return null;
  return {
    id: 'scales',
    appendix: true,
    title: t('report.scales'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.scales.caption'),
        whole: true,
        columns: [
          { head: t('report.value'), share: 8, align: 'center' },
          ...DIMENSIONS.map((dimension) => ({ head: t(`dimension.${dimension}`), share: 23 })),
        ],
        rows: pointsOf(summary.rules.size).map((point) => [
          String(point),
          ...DIMENSIONS.map((dimension) => summary.scaleTexts[dimension][point - 1] || '–'),
        ]),
      },
    ],
  };
};
