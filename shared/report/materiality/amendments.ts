import type { MaterialitySummary } from '../model/materiality.ts';
import type { SectionWriter } from '../section.ts';

/**
 * What was changed of decisions and indicators after sign-off, with date and reason, before and after. The rest of the
 * report is as it was signed off.
 */
export const amendments: SectionWriter<MaterialitySummary> = ({ amendments: own, closedOn }, { t }) => {
  if (own.length === 0) return null;
  return {
    id: 'amendments',
    appendix: true,
    title: t('amendment.title'),
    blocks: [
      { kind: 'paragraph', text: t('amendment.reading', { on: closedOn }), before: true },
      {
        kind: 'table',
        caption: t('amendment.title'),
        whole: true,
        columns: [
          { head: t('amendment.number'), share: 6, align: 'center' },
          { head: t('amendment.date'), share: 18 },
          { head: t('amendment.changes'), share: 48 },
          { head: t('amendment.why'), share: 28 },
        ],
        rows: own.map(({ number, date, by, why, changes }) => [
          String(number),
          { lines: [date, [{ text: by || t('report.nobodyNamed'), quiet: true as const }]] },
          {
            lines: changes.flatMap(({ headline, details }) => [
              [{ text: headline, strong: true as const }],
              ...details,
            ]),
          },
          { lines: why.split(/\n+/) },
        ]),
      },
    ],
  };
};
