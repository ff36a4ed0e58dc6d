import type { DivergenceReason } from '../../assessment/divergence.ts';
import { GROUPS } from '../../assessment/group-views.ts';
import type { Translate } from '../../i18n/index.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { pointText } from '../model/numbers.ts';
import { listed, type SectionWriter } from '../section.ts';
import { rankText } from './figures.ts';

/** Where those outside and the assessors differ: a finding to look into, not a correction (METHOD-SOURCES 2.4). */
export const divergence: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  if (summary.divergences.length === 0) return null;
  const ranks = new Map(summary.issues.map((one) => [one.issueId, rankText(one, t)]));
  return {
    id: 'divergence',
    title: t('report.divergence'),
    blocks: [
      { kind: 'paragraph', text: t('report.divergence.reading') },
      {
        kind: 'table',
        caption: t('report.divergence.caption'),
        columns: [
          { head: t('report.divergence.place'), share: 8, align: 'center' },
          { head: t('report.issue'), share: 28 },
          { head: t('report.order'), share: 8, align: 'center' },
          { head: t('report.divergence.what'), share: 56 },
        ],
        rows: summary.divergences.map(({ issueId, name, reasons, place, tied }) => [
          tied ? t('report.rank.tied', { rank: place }) : String(place),
          [{ text: name, strong: true as const }],
          ranks.get(issueId) ?? '–',
          { lines: reasonLines(reasons, t), apart: true },
        ]),
      },
    ],
  };
};

function reasonLines(reasons: readonly DivergenceReason[], t: Translate): string[] {
  const lines = reasons.flatMap((one) => (one.kind === 'groups' ? [] : [lineOf(one, t)]));
  const apart = reasons.filter((one) => one.kind === 'groups');
  const groups = GROUPS.flatMap((group) => {
    const own = apart.filter((one) => one.group === group);
    if (own.length === 0) return [];
    return [
      t('report.divergence.groups', {
        group: t(`report.group.${group}`),
        externalN: Math.max(...own.map(({ n }) => n.external)),
        companyN: Math.max(...own.map(({ n }) => n.company)),
        figures: listed(
          t,
          own.map(({ dimension, external, company }) =>
            t('report.divergence.figures', {
              dimension: t(`dimension.${dimension}`),
              external: pointText(external),
              company: pointText(company),
            }),
          ),
        ),
      }),
    ];
  });
  return [...lines, ...groups];
}

function lineOf(one: Exclude<DivergenceReason, { readonly kind: 'groups' }>, t: Translate): string {
  switch (one.kind) {
    case 'raised-more':
      return t('report.divergence.raisedMore', { raised: one.raised, heard: one.heard, rank: one.rank });
    case 'raised-less':
      return t('report.divergence.raisedLess', { raised: one.raised, heard: one.heard, rank: one.rank });
    case 'tier':
      return t('report.divergence.tier', {
        group: t(`report.group.${one.group}`),
        external: one.external,
        company: one.company,
      });
    case 'urged':
      return t('report.divergence.urged', {
        count: one.urge,
        level: one.suggested ? t(`level.${one.suggested}`) : t('report.divergence.nothing'),
      });
  }
}
