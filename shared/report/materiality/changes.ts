import type { Block } from '../document.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { listed, type SectionWriter } from '../section.ts';

/** What is different from the round before (GRI 3-2-b, ESRS 2 48(g)). */
export const changes: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const title = t('report.changes');
  const { comparison } = summary;
  if (!comparison) {
    return { id: 'changes', title, blocks: [{ kind: 'paragraph', text: t('report.changes.first') }] };
  }
  const tier = (value: number | null) =>
    value === null ? t('report.unrated') : t('report.tier.number', { tier: value });
  const level = (value: string | null) =>
    value === null ? t('report.changes.noDecision') : t(`level.${value}` as 'level.none');
  const items = [
    comparison.added.length > 0 ? t('report.changes.added', { issues: listed(t, comparison.added) }) : '',
    comparison.removed.length > 0
      ? t('report.changes.removed', { issues: listed(t, comparison.removed) })
      : '',
    ...(comparison.tiers ?? []).map((one) =>
      t('report.changes.tier', { name: one.name, before: tier(one.before), now: tier(one.now) }),
    ),
    ...comparison.levels.map((one) =>
      t('report.changes.level', { name: one.name, before: level(one.before), now: level(one.now) }),
    ),
    comparison.thresholdsChanged ? t('report.changes.thresholds') : '',
    comparison.tiers === null ? t('report.changes.method') : '',
  ].filter(Boolean);
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: t(items.length > 0 ? 'report.changes.since' : 'report.changes.nothing', {
        round: comparison.roundName,
        fiscalYear: summary.comparisonYear,
      }),
    },
    ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
  ];
  return { id: 'changes', title, blocks };
};
