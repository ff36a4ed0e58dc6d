import { foldText } from '../fold/fold.ts';
import { LANGUAGE_IDS, translator } from '../i18n/index.ts';
import { numberText } from '../number.ts';
import type { CellPlace } from '../ooxml/address.ts';
import { type RawCell, type RawSheet, readWorkbook } from '../ooxml/read.ts';
import {
  type CellFault,
  cellText,
  type LeftBeside,
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
  /** What stands in place of a number that somebody typed; null = nothing else does. */
  readonly fault: CellFault | null;
}

/** What a workbook holds: a sheet of this app with a row a figure, or a table of somebody else's. */
export type FigureWorkbook =
  | { readonly kind: 'returned'; readonly rows: readonly ReturnedRow[] }
  | { readonly kind: 'table'; readonly table: PastedTable }
  | { readonly kind: 'none' | 'too-large' };

/**
 * Reads figures out of a workbook that may be broken or hostile.
 * @throws ProblemError as `readWorkbook`
 */
export function readFigureWorkbook(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): FigureWorkbook {
  const all = readWorkbook(file.name, file.bytes).filter(({ cells }) => cells.size > 0);
  const sheets = all.filter(({ hidden }) => !hidden);
  for (const sheet of sheets) {
    const rows = returnedRows(sheet);
    if (rows) return { kind: 'returned', rows };
  }
  const [largest] = [...sheets].sort((a, b) => b.cells.size - a.cells.size);
  if (!largest) return { kind: 'none' };
  const left = all
    .filter((sheet) => sheet !== largest)
    .map(({ name, hidden, cells }): LeftBeside => {
      return { kind: hidden ? 'hidden-sheet' : 'sheet', name, cells: cells.size };
    });
  const table = tableIn(largest, left);
  return table ? { kind: 'table', table } : { kind: 'too-large' };
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
  const said = (cell: RawCell | undefined) => (cell ? shownIn(cell) : { text: '', fault: null });
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({
      row,
      id: at(cells, 'id')?.text.trim() ?? '',
      sum: at(cells, 'sum')?.text.trim() ?? '',
      value: said(at(cells, 'value')).text,
      // A row that a filter hides is a row all the same: each number is agreed to by itself.
      fault: said(at(cells, 'value')).fault,
    }));
}

/** What a cell shows: a number as Excel does, with 15 digits; what is no typed number beside the reason. */
function shownIn({ kind, text, formula, format }: RawCell): { text: string; fault: CellFault | null } {
  if (formula !== null) return { text: `=${formula}`, fault: 'formula' };
  if (kind === 'error') return { text, fault: 'error' };
  if (kind === 'boolean') return { text: text === '1' ? 'TRUE' : 'FALSE', fault: 'logical' };
  if (kind === 'text') return { text: cellText(text), fault: null };
  const number = Number(text);
  if (format === 'date') return { text, fault: 'date' };
  if (!Number.isFinite(number)) return { text, fault: null };
  const percent = format === 'percent';
  const shown = numberText(Number((percent ? number * 100 : number).toPrecision(15))).replaceAll(',', '');
  return { text: percent ? `${shown}%` : shown, fault: null };
}

/** A sheet as a table; null = it reaches further than a table that is looked at cell by cell. */
function tableIn({ cells, merged }: RawSheet, left: readonly LeftBeside[]): PastedTable | null {
  const rows: PastedCell[][] = [];
  const put = ({ row, column }: CellPlace, cell: PastedCell) => {
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1] ?? [];
    while (line.length < column) line.push(NO_CELL);
    line[column - 1] = cell;
  };
  const byPlace = new Map<string, PastedCell>();
  const [last, widest] = reachOf(cells.values());
  if (last > PASTE_LIMITS.rows || widest > PASTE_LIMITS.columns) return null;
  for (const raw of cells.values()) {
    const { text, fault } = shownIn(raw);
    const why = raw.hidden ? 'hidden' : fault;
    const cell = { text, continued: false, ...(why ? { fault: why } : {}) };
    byPlace.set(`${raw.place.row} ${raw.place.column}`, cell);
    put(raw.place, cell);
  }
  let filled = cells.size;
  for (const { from, to } of merged) {
    const text = byPlace.get(`${from.row} ${from.column}`)?.text ?? '';
    if (text === '') continue;
    // A merged range may reach to the end of the sheet: what is beyond the cells is no part of the table.
    for (let row = from.row; row <= Math.min(to.row, last); row++)
      for (let column = from.column; column <= Math.min(to.column, widest); column++) {
        if (row === from.row && column === from.column) continue;
        if (++filled > PASTE_LIMITS.cells) return null;
        // A number under a merged cell is not shown by the workbook: it is shown here, and refused.
        const own = byPlace.get(`${row} ${column}`)?.text;
        put({ row, column }, { text: own || text, continued: true });
      }
  }
  return filled > PASTE_LIMITS.cells ? null : tableOf(rows, { left });
}

function reachOf(cells: Iterable<RawCell>): [row: number, column: number] {
  let [row, column] = [0, 0];
  for (const { place } of cells) [row, column] = [Math.max(row, place.row), Math.max(column, place.column)];
  return [row, column];
}
