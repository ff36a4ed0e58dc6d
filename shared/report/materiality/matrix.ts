import type { Translate } from '../../i18n/index.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { RATINGS } from '../model/sources.ts';
import { cites, listed, type SectionWriter } from '../section.ts';
import { likelihoodText, severityText } from './figures.ts';

/** Issues that the picture's description names one by one. */
const NAMED_IN_ALT = 5;

/** The matrix of the round as a picture, with words for those who do not see it. */
export const matrix: SectionWriter<MaterialitySummary> = (summary, { t, pictures, onePage }) => {
  if (!pictures.has('matrix') || summary.issues.every((one) => one.rank === null)) return null;
  return {
    id: 'matrix',
    title: t('report.matrix'),
    blocks: [
      ...(onePage
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: t('report.matrix.reading', { severe: summary.thresholds.severe }),
              before: true as const,
            },
          ]),
      {
        kind: 'picture',
        picture: 'matrix',
        caption: t('report.matrix.caption', { fiscalYear: summary.fiscalYear }),
        alt: describe(summary, t),
        cites: cites(RATINGS),
      },
    ],
  };
};

function describe(summary: MaterialitySummary, t: Translate): string {
  const rated = summary.issues.filter((one) => one.rank !== null);
  return t('report.matrix.alt', {
    count: rated.length,
    most: summary.rules.size,
    tier1: summary.counts.tier1,
    first: listed(
      t,
      rated.slice(0, NAMED_IN_ALT).map((one) =>
        t('report.matrix.alt.issue', {
          name: one.name,
          severity: severityText(one),
          likelihood: likelihoodText(one, t),
        }),
      ),
    ),
  });
}
