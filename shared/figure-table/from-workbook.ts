import { foldText } from '../fold/fold.ts';
import { LANGUAGE_IDS, translator } from '../i18n/index.ts';
import type { CellPlace } from '../ooxml/address.ts';
import { type RawCell, type RawSheet, readWorkbook } from '../ooxml/read.ts';
import {
  cellText,
  NO_CELL,
  PASTE_LIMITS,
  type PastedCell,
  type PastedTable,
  tableOf,
} from '../pasted/table.ts';

/** A row of a sheet that this app wrote, as it came back. */
export interface ReturnedRow {
  /** Counts from 1, as the spreadsheet shows it. */
  readonly row: number;
  readonly id: string;
  readonly sum: string;
  readonly value: string;
  /** A formula stands in place of the value: it is never computed. */
  readonly isFormula: boolean;
}

/** What a workbook holds: a sheet of this app with a row a figure, or a table of somebody else's. */
export type FigureWorkbook =
  | { readonly kind: 'returned'; readonly rows: readonly ReturnedRow[] }
  | { readonly kind: 'table'; readonly table: PastedTable }
  | { readonly kind: 'none' };

/**
 * Reads figures out of a workbook that may be broken or hostile.
 * @throws ProblemError as `readWorkbook`
 */
export function readFigureWorkbook(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): FigureWorkbook {
  const sheets = readWorkbook(file.name, file.bytes).filter(({ hidden, cells }) => !hidden && cells.size > 0);
  for (const sheet of sheets) {
    const rows = returnedRows(sheet);
    if (rows) return { kind: 'returned', rows };
  }
  const [largest] = [...sheets].sort((a, b) => b.cells.size - a.cells.size);
  return largest ? { kind: 'table', table: tableIn(largest) } : { kind: 'none' };
}

const COLUMNS = ['id', 'sum', 'value'] as const;

function returnedRows(sheet: RawSheet): ReturnedRow[] | null {
  const places = new Map<string, CellPlace>();
  for (const column of COLUMNS) {
    const heads = new Set(
      LANGUAGE_IDS.map((one) => foldText(translator(one)(`figureSheet.column.${column}`))),
    );
    const head = [...sheet.cells.values()].find(({ text }) => heads.has(foldText(text)));
    if (!head) return null;
    places.set(column, head.place);
  }
  const headRow = Math.max(...[...places.values()].map(({ row }) => row));
  const byRow = new Map<number, Map<number, RawCell>>();
  for (const cell of sheet.cells.values()) {
    const { row, column } = cell.place;
    if (row <= headRow) continue;
    const cells = byRow.get(row);
    if (cells) cells.set(column, cell);
    else byRow.set(row, new Map([[column, cell]]));
  }
  const at = (cells: ReadonlyMap<number, RawCell>, column: (typeof COLUMNS)[number]) =>
    cells.get(places.get(column)?.column ?? 0);
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({
      row,
      id: at(cells, 'id')?.text.trim() ?? '',
      sum: at(cells, 'sum')?.text.trim() ?? '',
      value: at(cells, 'value')?.text.trim() ?? '',
      isFormula: at(cells, 'value')?.formula != null,
    }));
}

/** A sheet as a table; a formula is shown as one, so that it is refused in its cell. */
function tableIn({ cells, merged }: RawSheet): PastedTable {
  const rows: PastedCell[][] = [];
  const put = ({ row, column }: CellPlace, cell: PastedCell) => {
    if (row > PASTE_LIMITS.rows || column > PASTE_LIMITS.columns) return;
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1] ?? [];
    while (line.length < column) line.push(NO_CELL);
    line[column - 1] = cell;
  };
  const byPlace = new Map<string, string>();
  for (const { place, text, formula } of cells.values()) {
    const shown = formula === null ? cellText(text) : `=${formula}`;
    byPlace.set(`${place.row} ${place.column}`, shown);
    put(place, { text: shown, continued: false });
  }
  for (const { from, to } of merged) {
    const text = byPlace.get(`${from.row} ${from.column}`) ?? '';
    for (let row = from.row; row <= Math.min(to.row, PASTE_LIMITS.rows); row++)
      for (let column = from.column; column <= Math.min(to.column, PASTE_LIMITS.columns); column++)
        if (row !== from.row || column !== from.column) put({ row, column }, { text, continued: true });
  }
  return tableOf(rows);
}
