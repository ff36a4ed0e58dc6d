import type { DialogueSummary } from '../model/dialogue.ts';
import type { AdviceItem } from '../model/told-advice.ts';
import { listed, type SectionWriter } from '../section.ts';
import { adviceText } from './words.ts';

/** By when something is to be done: the dates of what was promised, else that of the answer. */
function duesOf({ commitments, due }: AdviceItem): string[] {
  const dues = [...new Set([due, ...commitments.map((one) => one.due)])].filter(Boolean);
  return dues.length > 0 ? dues : ['–'];
}

/** All advice on one page: for whoever reads no further. */
export const adviceOverview: SectionWriter<DialogueSummary> = (summary, { t }) => {
  if (summary.advice.length < 2) return null;
  return {
    id: 'advice-overview',
    title: t('report.adviceOverview'),
    appendix: true,
    blocks: [
      {
        kind: 'table',
        caption: t('report.adviceOverview.caption'),
        columns: [
          { head: t('report.number'), share: 6, align: 'end' },
          { head: t('report.advice'), share: 43 },
          { head: t('report.issue'), share: 23 },
          { head: t('report.status'), share: 13 },
          { head: t('report.due'), share: 15 },
        ],
        rows: summary.advice.map((one) => [
          String(one.number),
          [{ text: t(`adviceKind.${one.kind}`), quiet: true as const }, ' ', ...adviceText(one)],
          listed(t, one.issueNames) || '–',
          t(`adviceStatus.${one.status}`),
          { lines: duesOf(one) },
        ]),
      },
    ],
  };
};
