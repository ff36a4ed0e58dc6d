import { LANGUAGE_IDS, translator } from '../i18n/index.ts';
import { addressOf } from '../ooxml/address.ts';
import type { RawCell, RawSheet } from '../ooxml/read.ts';
import { folded } from './answers.ts';
import { COLUMN_OF_KEY, COLUMNS, type Column, HEADING } from './columns.ts';
import { MARKS_TAB } from './marks.ts';

/** Where the ratings stand in a sheet: columns and rows may have been moved. */
export interface Table {
  readonly sheet: RawSheet;
  /** The last row above the data. */
  readonly headRow: number;
  /** Where each column stands now. */
  readonly columns: ReadonlyMap<Column, number>;
  readonly faults: readonly ColumnFault[];
}

export interface ColumnFault {
  readonly code: 'column-twice' | 'column-extra' | 'heading-renamed' | 'heading-mismatch';
  readonly column: number;
  readonly heading: RawCell | undefined;
  /** What the column was, where that is known. */
  readonly known: Exclude<Column, 'id'> | null;
}

export interface TableRow {
  readonly row: number;
  readonly cells: ReadonlyMap<Column, RawCell>;
  /** What stands in the row, without its id; for a row that cannot be read. */
  readonly words: readonly string[];
}

/** The table is looked for in the first rows; columns far to the right are not looked at. */
const MOST_HEAD_ROWS = 60;
const MOST_COLUMNS = 200;
/** Headings by which a table is known whose keys are gone. */
const ENOUGH = 4;

const COLUMN_OF_HEADING: ReadonlyMap<string, Exclude<Column, 'id'>> = new Map(
  LANGUAGE_IDS.flatMap((language) =>
    Object.entries(HEADING).map(
      ([column, key]) => [folded(translator(language)(key)), column as Exclude<Column, 'id'>] as const,
    ),
  ),
);

/** The table of ratings, by the hidden keys above its columns, else by its headings in any language. */
export function findTable(sheets: readonly RawSheet[]): Table | null {
  for (const sheet of sheets) {
    if (sheet.name === MARKS_TAB) continue;
    const table = tableIn(sheet);
    if (table) return table;
  }
  return null;
}

function tableIn(sheet: RawSheet): Table | null {
  const head = new Map<number, RawCell[]>();
  for (const cell of sheet.cells.values()) {
    const { row, column } = cell.place;
    if (row > MOST_HEAD_ROWS || column > MOST_COLUMNS) continue;
    const cells = head.get(row);
    if (cells) cells.push(cell);
    else head.set(row, [cell]);
  }
  const keyed = best(head, (cell) => COLUMN_OF_KEY.has(cell.text.trim()));
  const headed = best(head, (cell) => COLUMN_OF_HEADING.has(folded(cell.text)));
  if (keyed.count < ENOUGH && headed.count < ENOUGH) return null;
  const headRow = Math.max(keyed.count < ENOUGH ? 0 : keyed.row, headed.count === 0 ? 0 : headed.row);
  const keys = new Map<number, Column>(
    (keyed.count < ENOUGH ? [] : (head.get(keyed.row) ?? [])).flatMap(({ place, text }) => {
      const column = COLUMN_OF_KEY.get(text.trim());
      return column ? [[place.column, column] as const] : [];
    }),
  );
  const headings = new Map(
    (headed.count === 0 ? [] : (head.get(headed.row) ?? [])).map((cell) => [cell.place.column, cell]),
  );
  const found = columnsOf(sheet, headRow, keys, headings);
  // The guide has the names of scales in a row as well, but no issues.
  return found.columns.has('issue') || found.columns.has('id') ? { sheet, headRow, ...found } : null;
}

function best(rows: ReadonlyMap<number, readonly RawCell[]>, counts: (cell: RawCell) => boolean) {
  let found = { row: 0, count: 0 };
  for (const [row, cells] of rows) {
    const count = cells.filter(counts).length;
    if (count > found.count || (count === found.count && count > 0 && row < found.row))
      found = { row, count };
  }
  return found;
}

function columnsOf(
  sheet: RawSheet,
  headRow: number,
  keys: ReadonlyMap<number, Column>,
  headings: ReadonlyMap<number, RawCell>,
): Pick<Table, 'columns' | 'faults'> {
  const faults: ColumnFault[] = [];
  const places = new Map<Column, number[]>();
  const used = new Set<number>();
  for (const { place } of sheet.cells.values())
    if (place.row >= headRow && place.column <= MOST_COLUMNS) used.add(place.column);
  for (const column of [...new Set([...used, ...keys.keys()])].sort((a, b) => a - b)) {
    const heading = headings.get(column);
    const byKey = keys.get(column);
    const byHeading = COLUMN_OF_HEADING.get(folded(heading?.text ?? ''));
    const is = byKey ?? byHeading ?? (!heading && holdsIds(sheet, headRow, column) ? 'id' : undefined);
    if (is === undefined) {
      faults.push({ code: 'column-extra', column, heading, known: null });
      continue;
    }
    if (byKey && byKey !== 'id' && heading && byHeading !== byKey) {
      // Another column's heading over this one's key: what was meant cannot be told.
      faults.push({
        code: byHeading ? 'heading-mismatch' : 'heading-renamed',
        column,
        heading,
        known: byKey,
      });
      if (byHeading) continue;
    }
    places.set(is, [...(places.get(is) ?? []), column]);
  }
  const columns = new Map<Column, number>();
  for (const [is, found] of places) {
    const [first, ...others] = found;
    if (first === undefined) continue;
    if (others.length === 0) columns.set(is, first);
    else if (is === 'id') columns.set(is, first);
    else
      for (const column of found)
        faults.push({ code: 'column-twice', column, heading: headings.get(column), known: is });
  }
  return { columns, faults };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a column without a key or heading is the hidden one of ids. */
function holdsIds(sheet: RawSheet, headRow: number, column: number): boolean {
  for (let row = headRow + 1; row <= headRow + MOST_HEAD_ROWS; row++) {
    const cell = sheet.cells.get(addressOf({ row, column }));
    if (cell) return UUID.test(cell.text.trim());
  }
  return false;
}

/** The rows below the head that hold anything in a column of the table. */
export function dataRows({ sheet, headRow, columns }: Table): TableRow[] {
  const rows = new Set<number>();
  const mapped = new Set(columns.values());
  for (const { place } of sheet.cells.values())
    if (place.row > headRow && mapped.has(place.column)) rows.add(place.row);
  return [...rows]
    .sort((a, b) => a - b)
    .map((row) => {
      const cells = new Map<Column, RawCell>();
      for (const column of COLUMNS) {
        const at = columns.get(column);
        const cell = at === undefined ? undefined : sheet.cells.get(addressOf({ row, column: at }));
        if (cell) cells.set(column, cell);
      }
      const words = [...cells]
        .filter(([column]) => column !== 'id' && column !== 'definition')
        .map(([, { text, formula }]) => (formula === null ? text : `=${formula}`));
      return { row, cells, words };
    });
}

/** What stands in a column below its heading. */
export function wordsOf({ sheet, headRow }: Table, column: number): string[] {
  return [...sheet.cells.values()]
    .filter(({ place }) => place.column === column && place.row > headRow)
    .sort((a, b) => a.place.row - b.place.row)
    .slice(0, 1_000)
    .map(({ text, formula }) => (formula === null ? text : `=${formula}`));
}
