import type { Block } from '../document.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { facts, listed, type SectionWriter } from '../section.ts';

/** The result in a few lines: what is monitored, how many issues were judged and who was heard. */
export const result: SectionWriter<MaterialitySummary> = (summary, { t, onePage }) => {
  const closely = summary.decisions.filter((one) => one.level === 'monitor-closely').map((one) => one.name);
  const notes = [summary.note, summary.notice].filter(Boolean);
  const blocks: Block[] = [];
  if (closely.length > 0) {
    blocks.push({
      kind: 'paragraph',
      manner: 'lead',
      text: t('report.result.closely', {
        fiscalYear:
          summary.decisions.find((one) => one.level === 'monitor-closely')?.fiscalYear ??
          summary.nextFiscalYear,
        names: listed(t, closely),
      }),
    });
  } else {
    blocks.push({ kind: 'paragraph', manner: 'lead', text: t('report.result.undecided') });
  }
  if (notes.length > 0) blocks.push({ kind: 'note', title: t('report.beforeReading'), lines: notes });
  const { issues, tier1, complete, divided } = summary.counts;
  const { heard, byVoice } = summary.hearing;
  blocks.push({
    kind: 'facts',
    facts: facts([
      // The subtitle of a short report says it.
      [t('report.company'), onePage ? '' : summary.company],
      [t('report.fiscalYear'), onePage ? '' : summary.fiscalYear],
      [
        t('report.round'),
        t('report.aside', { text: summary.roundName, aside: t(`report.stage.${summary.stage}`) }),
      ],
      [t('report.closedOn'), summary.closedOn],
      [t('report.issues'), t('report.issues.count', { issues, complete, tier1, divided })],
      [
        t('report.assessors'),
        summary.assessors === 0
          ? ''
          : listed(
              t,
              summary.assessorsByVoice.map(({ voice, count }) =>
                t('report.byVoice', { voice: t(`voice.${voice}`), count }),
              ),
            ),
      ],
      [
        t('report.heard'),
        t('report.heard.count', {
          heard,
          dialogues: summary.dialogues,
          rightsholders: byVoice.rightsholder,
          representatives: byVoice.representative,
        }),
      ],
    ]),
  });
  return { id: 'result', title: t('report.result'), blocks };
};
