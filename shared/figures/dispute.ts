import { groupBy } from '../group.ts';
import type { Id } from '../model/basics.ts';
import type { Figure } from '../model/figure.ts';
import { placeKey } from './series.ts';

/** Different numbers of the same thing: by several sources, or by two people who read one differently. */
export interface Dispute {
  readonly key: string;
  /** As each source has it, restatements in place of what they restate. */
  readonly figures: readonly Figure[];
  /** The one that stands; null = nobody decided: all are shown, none is taken. */
  readonly stands: Figure | null;
}

/** The disputes among figures. Never decided by which is later, never by a mean. */
export function disputesOf(figures: readonly Figure[]): Dispute[] {
  const replaced = new Set<Id>(figures.flatMap(({ replaces }) => replaces ?? []));
  const last = figures.filter(({ id }) => !replaced.has(id));
  return [...groupBy(last, placeKey)].flatMap(([key, rows]): Dispute[] => {
    if (groupBy(rows, saidBy).size < 2) return [];
    const standing = rows.filter(({ standing }) => standing === 'stands');
    return [{ key, figures: rows, stands: standing.length === 1 ? (standing[0] ?? null) : null }];
  });
}

function saidBy({ value, most, outOf, precision, status }: Figure): string {
  return JSON.stringify(value === null ? status : [value, most, outOf, precision]);
}
