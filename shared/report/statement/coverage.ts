import type { StatementSummary } from '../model/statement.ts';
import { listed, paragraphs, type SectionWriter } from '../section.ts';

/** On which checklist the statement rests, and how far it is answered: gaps are said before anything else. */
export const coverage: SectionWriter<StatementSummary> = (summary, { t }) => {
  const { checklist, version, source, note, withheld } = summary;
  return {
    id: 'coverage',
    title: t('report.statement.coverage'),
    blocks: [
      ...paragraphs(t('report.statement.lead', { checklist, version }), 'lead'),
      ...paragraphs(source, 'small'),
      ...paragraphs(note, 'small'),
      {
        kind: 'table',
        caption: t('report.statement.coverage.caption'),
        whole: true,
        columns: [
          { head: t('report.statement.state'), share: 22 },
          { head: t('report.statement.count'), share: 10, align: 'end' },
          { head: t('report.statement.numbers'), share: 68 },
        ],
        rows: summary.coverage.map(({ state, numbers }) => [
          t(`report.statement.is.${state}`),
          String(numbers.length),
          listed(t, numbers),
        ]),
        ...(withheld > 0 ? { note: t('report.statement.withheld', { count: withheld }) } : {}),
      },
    ],
  };
};
