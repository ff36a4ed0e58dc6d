import type { Cell } from '../document.ts';
import type { ActivityLine } from '../model/impacts.ts';
import { type MaterialitySummary, namesOf } from '../model/materiality.ts';
import { listed, type SectionWriter } from '../section.ts';
import { askedBy } from './impacts.ts';

/** Policies and public statements, and the issues that they are about (UNGP RF C1, GRI 3-3 c). */
export const policies: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const { lines, activities } = summary.impacts;
  const rows: Cell[][] = [
    ...activities.filter(isPolicy).map(({ name, note, issueIds }): Cell[] => [
      {
        lines: [
          [{ text: name, strong: true }],
          ...(note === '' ? [] : [[{ text: note, quiet: true as const }]]),
        ],
      },
      listed(t, namesOf(summary, issueIds)) || '–',
    ]),
    ...lines.filter(({ policy }) => policy !== '').map(({ policy, name }): Cell[] => [policy, name]),
  ];
  if (rows.length === 0) return null;
  return {
    id: 'policies',
    title: t('report.policies'),
    blocks: [
      askedBy(t, 'report.policies.askedBy'),
      {
        kind: 'table',
        caption: t('report.policies.caption'),
        columns: [
          { head: t('report.policies.policy'), share: 56 },
          { head: t('report.issues'), share: 44 },
        ],
        rows,
        whole: true,
      },
    ],
  };
};

/** What says what the company means to do, rather than what it did. */
export function isPolicy({ kind }: Pick<ActivityLine, 'kind'>): boolean {
  return kind === 'policy' || kind === 'statement';
}
