import type { Translate } from '../../i18n/index.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { listed, type SectionWriter } from '../section.ts';

/** Names that a short report tells one by one; the table of issues marks each. */
const NAMES_TOLD = 8;

/** What the result does not say, and must not be used for. */
export const limits: SectionWriter<MaterialitySummary> = (summary, { t, brief }) => {
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
            names: brief ? firstOf(t, summary.uncertain) : listed(t, summary.uncertain),
          },
        )
      : '',
    summary.stage === 'closed' ? '' : t('report.limits.open'),
    summary.method.data.intact ? '' : t('report.limits.record'),
    t('report.limits.ordinal'),
  ].filter(Boolean);
  return { id: 'limits', title: t('report.limits'), blocks: [{ kind: 'list', items }] };
};

/** The first names, and how many others there are. */
function firstOf(t: Translate, names: readonly string[]): string {
  const rest = names.length - NAMES_TOLD;
  return rest <= 1
    ? listed(t, names)
    : t('report.list.more', { names: listed(t, names.slice(0, NAMES_TOLD)), count: rest });
}
