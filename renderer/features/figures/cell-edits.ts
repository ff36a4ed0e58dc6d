import type { Draft } from '#shared/change/draft.ts';
import { addFigure, changeFigure, citedAsEntered } from '#shared/edit/figure.ts';
import { type Said, saidBy, targetSaidBy } from '#shared/figure-table/offers.ts';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { typedFigure } from '#shared/figures/typed-figure.ts';
import type { Cited } from '#shared/model/cited.ts';
import type { Figure, Period } from '#shared/model/figure.ts';
import { actor } from '../../store/index.ts';
import type { CellKey } from '../../ui/sheet-grid/use-entry.ts';
import type { Figures } from './use-figures.ts';

/** A cell of the table with the figure that a change of it is about. */
export interface Place {
  readonly row: GridRow;
  readonly period: Period;
  readonly existing: Figure | null;
}

/**
 * Finds what a change of a cell is about: the figure of the source that is typed from; where none is named, the one that
 * stands.
 */
export function placeFinder({
  rows,
  columns,
}: Pick<Figures, 'rows' | 'columns'>): (cell: CellKey, cited: Cited | null) => Place | null {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const periods = new Map(columns.map(({ key, period }) => [key, period]));
  return (cell, cited) => {
    const row = byKey.get(cell.row);
    const period = periods.get(cell.column);
    if (!row || !period) return null;
    const standing = row.cells.get(cell.column)?.standing ?? [];
    const own = cited === null ? standing[0] : standing.find((one) => one.cited?.sourceId === cited.sourceId);
    return { row, period, existing: own ?? null };
  };
}

/** What a text says in a row; null = nothing that can be stored. */
export function saidIn({ role }: GridRow, text: string): Said | null {
  return role === 'target' ? targetSaidBy(typedFigure(text)) : saidBy(typedFigure(text));
}

export const stamp = () => ({ by: actor(), at: new Date().toISOString() });

export function numberOf({ value, most, outOf, precision, status, compare }: Figure): Said {
  return { value, most, outOf, precision, status, compare, marks: [] };
}

/** Puts a number into a cell: over the one of the same source, else beside what others say. */
export async function written(
  draft: Draft,
  { row, period, existing }: Place,
  said: Said,
  cited: Cited | null,
): Promise<Figure> {
  const { marks, ...number } = said;
  if (existing) return changeFigure(draft, existing.id, marks.length > 0 ? said : number, stamp());
  const of = row.of ?? lastOf(row);
  const needsSource = row.role === 'actual' && said.value !== null;
  return addFigure(
    draft,
    {
      ...{ indicatorId: row.indicatorId, via: row.via, cell: row.cell, role: row.role, period },
      ...{ of, ofBasis: of === null ? 'unstated' : 'stated' },
      ...said,
      cited: needsSource ? (cited ?? (await citedAsEntered(draft))) : cited,
    },
    stamp(),
  );
}

/** Whose the last figure of a row is. */
function lastOf({ cells }: GridRow): Figure['of'] {
  return [...cells.values()].at(-1)?.standing[0].of ?? null;
}
