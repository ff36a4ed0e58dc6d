import type { MaterialitySummary } from '../model/materiality.ts';
import { listed, type SectionWriter } from '../section.ts';

/** What the result does not say, and must not be used for. */
export const limits: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const { incomplete, unrated } = summary.counts;
  const items = [
    summary.note,
    summary.hearing.heard === 0 ? t('report.limits.nobody') : '',
    summary.hearing.noRightsholder ? t('report.limits.noRightsholder') : '',
    incomplete > 0 ? t('report.limits.incomplete', { count: incomplete }) : '',
    unrated > 0 ? t('report.limits.unrated', { count: unrated }) : '',
    summary.uncertain.length > 0
      ? t(
          summary.rules.version === 'severity-first-1' ? 'report.limits.uncertain' : 'report.limits.depends',
          {
            names: listed(t, summary.uncertain),
          },
        )
      : '',
    summary.stage === 'closed' ? '' : t('report.limits.open'),
    summary.method.data.intact ? '' : t('report.limits.record'),
    t('report.limits.ordinal'),
  ].filter(Boolean);
  return { id: 'limits', title: t('report.limits'), blocks: [{ kind: 'list', items }] };
};
