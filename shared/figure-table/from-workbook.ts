import { statedUnit } from '../figures/unit-words.ts';
import { foldText } from '../fold/fold.ts';
import { groupBy } from '../group.ts';
import { LANGUAGE_IDS, type Language, translator } from '../i18n/index.ts';
import { numberText } from '../number.ts';
import { addressOf, type CellPlace } from '../ooxml/address.ts';
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
import { BESIDE, LONG_COLUMNS, type LongColumn } from './long-sheet.ts';

/** A row of a sheet that this app wrote, as it came back. */
export interface ReturnedRow {
  /** Counts from 1, as the spreadsheet shows it. */
  readonly row: number;
  readonly id: string;
  readonly sum: string;
  readonly value: string;
  /** What stands in place of a number that somebody typed; null = nothing else does. */
  readonly fault: CellFault | null;
  /** What stands beside the number, with its address; a column that is gone is missing. */
  readonly beside: Readonly<Partial<Record<LongColumn, { readonly text: string; readonly address: string }>>>;
}

/** What a workbook holds: a sheet of this app with a row a figure, or a table of somebody else's. */
export type FigureWorkbook =
  | {
      readonly kind: 'returned';
      readonly rows: readonly ReturnedRow[];
      /** That its heads are in. */
      readonly language: Language;
      /** Cells with words in columns that this app did not write. */
      readonly foreign: number;
      readonly left: readonly LeftBeside[];
    }
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
    const returned = returnedIn(sheet);
    if (returned) return { kind: 'returned', ...returned, left: leftBeside(all, sheet) };
  }
  const [largest] = [...sheets].sort((a, b) => b.cells.size - a.cells.size);
  if (!largest) return { kind: 'none' };
  const table = tableIn(largest, leftBeside(all, largest));
  return table ? { kind: 'table', table } : { kind: 'too-large' };
}

function leftBeside(all: readonly RawSheet[], read: RawSheet): LeftBeside[] {
  return all
    .filter((sheet) => sheet !== read)
    .map(({ name, hidden, cells }) => ({
      kind: hidden ? 'hidden-sheet' : 'sheet',
      name,
      cells: cells.size,
    }));
}

/** Without these a sheet is a table of somebody else's. */
const NEEDED = ['id', 'sum', 'value'] as const;

function returnedIn(
  sheet: RawSheet,
): Pick<Extract<FigureWorkbook, { kind: 'returned' }>, 'rows' | 'language' | 'foreign'> | null {
  const cells = [...sheet.cells.values()];
  for (const language of LANGUAGE_IDS) {
    const places = placesOfHeads(cells, language);
    if (!NEEDED.every((column) => places.has(column))) continue;
    const headRow = Math.max(...NEEDED.map((column) => places.get(column)?.row ?? 0));
    const columns = new Map([...places].map(([column, place]) => [place.column, column]));
    const below = cells.filter(({ place }) => place.row > headRow);
    const rows = groupBy(below, ({ place }) => place.row);
    return {
      language,
      rows: [...rows].sort(([a], [b]) => a - b).map(([row, own]) => returnedRow(row, own, columns)),
      foreign: below.filter(({ place, text }) => !columns.has(place.column) && text.trim() !== '').length,
    };
  }
  return null;
}

function placesOfHeads(cells: readonly RawCell[], language: Language): Map<LongColumn, CellPlace> {
  const t = translator(language);
  const heads = new Map(LONG_COLUMNS.map((column) => [foldText(t(`figureSheet.column.${column}`)), column]));
  const places = new Map<LongColumn, CellPlace>();
  for (const { text, place } of cells) {
    const column = heads.get(foldText(text));
    if (column && !places.has(column)) places.set(column, place);
  }
  const headRow = places.get('id')?.row;
  return new Map([...places].filter(([, { row }]) => row === headRow));
}

function returnedRow(
  row: number,
  cells: readonly RawCell[],
  columns: ReadonlyMap<number, LongColumn>,
): ReturnedRow {
  const own = new Map(
    cells.flatMap((cell) => {
      const column = columns.get(cell.place.column);
      return column ? [[column, cell] as const] : [];
    }),
  );
  const shown = (column: LongColumn) => {
    const cell = own.get(column);
    return cell ? shownIn(cell) : { text: '', fault: null };
  };
  // A row that a filter hides is a row all the same: each number is agreed to by itself.
  const { text: value, fault } = shown('value');
  return {
    ...{ row, value, fault },
    id: own.get('id')?.text.trim() ?? '',
    sum: own.get('sum')?.text.trim() ?? '',
    beside: Object.fromEntries(
      [...columns]
        .filter(([, column]) => BESIDE.includes(column))
        .map(([at, column]) => [
          column,
          { text: shown(column).text, address: addressOf({ row, column: at }) },
        ]),
    ),
  };
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
  const behind = format !== null && typeof format === 'object' ? statedUnit(format.behind) : null;
  if (format === 'scaled' || (behind && behind.scale !== 1)) return { text, fault: 'scaled' };
  if (behind?.unit === 'percent') return { text: `${numberText(number)}%`, fault: null };
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
