import type { DialogueSummary } from '../model/dialogue.ts';
import { facts, paragraphs, type SectionWriter } from '../section.ts';

/** When, where, in which form, and what was heard in short. */
export const overview: SectionWriter<DialogueSummary> = (summary, { t, onePage }) => {
  const { external, internal } = summary.participantCount;
  return {
    id: 'overview',
    title: t('report.overview'),
    blocks: [
      {
        kind: 'facts',
        facts: facts([
          [t('report.date'), summary.date],
          [t('report.place'), summary.place],
          [t('report.form'), summary.form === 'unknown' ? '' : t(`report.form.${summary.form}`)],
          [t('report.fiscalYear'), onePage ? '' : summary.fiscalYear],
          [t('report.company'), onePage ? '' : summary.company],
          [t('report.participants'), t('report.participants.count', { external, internal })],
          [t('report.policy'), t(`report.policy.${summary.policy}`)],
        ]),
      },
      ...paragraphs(summary.summary),
      ...notes(summary).map((lines) => ({ kind: 'note' as const, title: t('report.beforeReading'), lines })),
    ],
  };
};

/** What a reader must know of the text first: that it is a paraphrase, or a sample. */
function notes(summary: DialogueSummary): string[][] {
  const lines = [summary.sourceNote, summary.notice].filter(Boolean);
  return lines.length > 0 ? [lines] : [];
}
