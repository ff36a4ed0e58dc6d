import { groupBy } from '../../group.ts';
import type { Cell } from '../document.ts';
import type { ActivityLine } from '../model/arrangements.ts';
import type { ImpactLine } from '../model/impacts.ts';
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
    ...alike(lines, 'policy').map(([policy, names]): Cell[] => [policy, listed(t, names)]),
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

/** The texts of a field with the names of the issues that say the same. */
export function alike(
  lines: readonly ImpactLine[],
  field: 'policy' | 'remedy' | 'country',
): (readonly [text: string, names: readonly string[]])[] {
  const said = lines.filter((one) => one[field] !== '');
  return [...groupBy(said, (one) => one[field])].map(([text, own]) => [text, own.map(({ name }) => name)]);
}

/** What says what the company means to do, rather than what it did. */
export function isPolicy({ kind }: Pick<ActivityLine, 'kind'>): boolean {
  return kind === 'policy' || kind === 'statement';
}
