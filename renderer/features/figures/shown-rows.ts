import type { SortColumn } from 'react-data-grid';
import type { GridRow } from '#shared/figure-table/rows.ts';
import { foldText } from '#shared/fold/fold.ts';
import type { SheetColumn } from '../../ui/sheet-grid/sheet.ts';
import type { CellKey } from '../../ui/sheet-grid/use-entry.ts';
import { rowWords } from './columns.tsx';
import type { BarePaste } from './paste/bare-dialog.tsx';
import type { Figures } from './use-figures.ts';

/** The cells to the right of one and below it, in the order in which the table stands now. */
export function cellsFrom(
  at: CellKey,
  rows: readonly GridRow[],
  columns: readonly SheetColumn<GridRow>[],
): BarePaste['cellAt'] {
  const top = rows.findIndex(({ key }) => key === at.row);
  const left = columns.findIndex(({ key }) => key === at.column);
  return (down, across) => {
    const [row, column] = [rows[top + down], columns[left + across]];
    return row && column?.editable ? { row: row.key, column: column.key } : null;
  };
}

/** The cell that a figure stands in. */
export function cellOf({ rows }: Figures, figureId: string | null): CellKey | null {
  if (figureId === null) return null;
  for (const row of rows)
    for (const [column, { standing, setAside, replaced }] of row.cells)
      if ([...standing, ...setAside, ...replaced].some(({ id }) => id === figureId))
        return { row: row.key, column };
  return null;
}

interface Shown {
  readonly filter: string;
  readonly whose: string | null;
  readonly sort: readonly SortColumn[];
}

/** The rows that fit the filters, in the order that was asked for. */
export function shownRows(
  figures: Figures,
  speech: Parameters<typeof rowWords>[2],
  { filter, whose, sort }: Shown,
): readonly GridRow[] {
  const sought = foldText(filter.trim());
  const fits = (row: GridRow) => {
    if (
      whose !== null &&
      ![...row.cells.values()].some(({ standing }) => standing.some(({ of }) => of === whose))
    )
      return false;
    if (sought === '') return true;
    return foldText(Object.values(rowWords(row, figures, speech)).join(' ')).includes(sought);
  };
  const rows = figures.rows.filter(fits);
  const [by] = sort;
  if (!by) return rows;
  const way = by.direction === 'ASC' ? 1 : -1;
  const collator = new Intl.Collator(speech.language);
  const value = (row: GridRow) => row.cells.get(by.columnKey)?.standing[0].value ?? null;
  return [...rows].sort((a, b) => {
    if (by.columnKey === 'indicator' || by.columnKey === 'whose') {
      const key = by.columnKey === 'indicator' ? 'name' : 'whose';
      return way * collator.compare(rowWords(a, figures, speech)[key], rowWords(b, figures, speech)[key]);
    }
    const [left, right] = [value(a), value(b)];
    // Rows without a number stand below, whichever way it is sorted.
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return way * (left - right);
  });
}
