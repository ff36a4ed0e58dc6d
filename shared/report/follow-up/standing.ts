import { isOpen } from '../../model/commitment.ts';
import { commitmentsIn, type FollowUpSummary } from '../model/follow-up.ts';
import type { SectionWriter } from '../section.ts';
import { facts } from '../section.ts';

/** How much of what was heard was answered, promised, kept and told, in figures. */
export const standing: SectionWriter<FollowUpSummary> = (summary, { t }) => {
  const { advice, today, notice } = summary;
  const commitments = commitmentsIn(summary);
  const answered = advice.filter(({ response }) => response !== '').length;
  const told = (happened: readonly { readonly kind: string }[]) =>
    happened.some(({ kind }) => kind === 'told');
  return {
    id: 'standing',
    title: t('report.followUp.standing'),
    blocks: [
      {
        kind: 'facts',
        facts: facts([
          [t('report.followUp.on'), today],
          [t('report.advice'), t('report.followUp.advice', { count: advice.length, answered })],
          [
            t('report.followUp.commitments'),
            t('report.followUp.commitments.count', {
              count: commitments.length,
              kept: commitments.filter(({ status }) => status === 'kept').length,
              open: commitments.filter(isOpen).length,
              overdue: commitments.filter(({ overdue }) => overdue).length,
              told: commitments.filter(({ happened }) => told(happened)).length,
            }),
          ],
        ]),
      },
      ...(notice ? [{ kind: 'note' as const, title: t('report.beforeReading'), lines: [notice] }] : []),
    ],
  };
};
