import type { YearSummary } from '../model/year.ts';
import type { SectionWriter } from '../section.ts';

/** The indicators of what is monitored, year by year. */
export const trends: SectionWriter<YearSummary> = ({ trends: lines, fiscalYear, years }, { t, pictures }) => {
  if (lines.length === 0 || !pictures.has('trends')) return null;
  return {
    id: 'trends',
    title: t('report.year.trends'),
    blocks: [
      {
        kind: 'picture',
        picture: 'trends',
        caption: t('report.year.trends.caption', { fiscalYear }),
        alt: t('report.year.trends.alt', { count: lines.length, years: years.join(' – ') }),
      },
      { kind: 'paragraph', text: t('report.year.trends.note'), manner: 'small' },
    ],
  };
};
