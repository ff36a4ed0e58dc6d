import type { Cell } from '../document.ts';
import type { YearSummary } from '../model/year.ts';
import { cited, type SectionWriter } from '../section.ts';

/** Targets with what came of them (UNGP 20; ESRS 2 MDR-T 80); what has none says why (MDR-T 81). */
export const targets: SectionWriter<YearSummary> = ({ targets: rows, fiscalYear }, { t }) => {
  if (rows.length === 0) return null;
  return {
    id: 'targets',
    title: t('report.year.targets'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.year.targets.caption', { fiscalYear }),
        columns: [
          { head: t('report.year.indicator'), share: 34 },
          { head: t('report.year.whose'), share: 20 },
          { head: t('report.year.target'), share: 16 },
          { head: t('report.year.actual'), share: 14, align: 'end' },
          { head: t('report.year.status'), share: 16 },
        ],
        rows: rows.map((row): Cell[] => [
          {
            lines: [
              [{ text: row.name, strong: true }],
              ...(row.unit ? [[{ text: row.unit, quiet: true as const }]] : []),
            ],
          },
          row.whose || '–',
          row.year === '' ? row.target || '–' : t('figure.target', { target: row.target, year: row.year }),
          row.actual === '' ? '–' : row.source === null ? row.actual : [row.actual, ' ', cited(row.source)],
          {
            lines: [
              t(`figure.status.${row.status}`),
              ...(row.why ? [[{ text: row.why, quiet: true as const }]] : []),
            ],
          },
        ]),
      },
    ],
  };
};
