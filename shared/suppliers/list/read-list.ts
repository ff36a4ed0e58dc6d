import { ProblemError } from '../../model/problem.ts';
import { beginsAsZip, type RawSheet, readWorkbook } from '../../ooxml/read.ts';
import { cellText } from '../../pasted/table.ts';
import { markOf, rowsOf } from '../../transcript/containers/delimited-rows.ts';
import { decodeText } from '../../transcript/decode.ts';

/** A cell of a list: its text, and whether it only continues one that it was merged with. */
export interface ListCell {
  readonly text: string;
  readonly continued: boolean;
}

/** A list as it stands in a file: all rows from the first, empty ones too, so that each has the number people see there. */
export interface SupplierListTable {
  readonly rows: readonly (readonly ListCell[])[];
  /** Sheets that could be read instead; none where it is no workbook, or has one sheet. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** How the file's text was decoded; null = it is a workbook, which says so itself. */
  readonly encoding: string | null;
}

/** What a list may hold: more is not a list that somebody goes through row by row. */
const LIMITS = { rows: 60_000, columns: 200, cells: 1_500_000 };

/**
 * Reads a list of suppliers out of a workbook or delimited text that may be broken or hostile.
 * @param sheet the sheet to read; null = the one that holds most
 * @throws ProblemError as `readWorkbook`, `decodeText`; `supplier-list-empty`, `supplier-list-too-long`, `supplier-list-web-page`
 */
export function readSupplierList(
  file: { readonly name: string; readonly bytes: Uint8Array },
  sheet: string | null = null,
): SupplierListTable {
  const { name, bytes } = file;
  const isWorkbook = beginsAsZip(bytes) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  const table = isWorkbook ? ofWorkbook(name, bytes, sheet) : ofText(file);
  if (table.rows.every((row) => row.every(({ text }) => text === '')))
    throw new ProblemError('supplier-list-empty', { name });
  if (table.rows.length > LIMITS.rows)
    throw new ProblemError('supplier-list-too-long', { name, most: LIMITS.rows });
  return table;
}

function ofWorkbook(name: string, bytes: Uint8Array, wanted: string | null): SupplierListTable {
  const sheets = readWorkbook(name, bytes, { cells: LIMITS.cells }).filter(
    ({ hidden, cells }) => !hidden && cells.size > 0,
  );
  const [largest] = [...sheets].sort((a, b) => b.cells.size - a.cells.size);
  const chosen = sheets.find((one) => one.name === wanted) ?? largest;
  if (!chosen) throw new ProblemError('supplier-list-empty', { name });
  if (lastRow(chosen) > LIMITS.rows)
    throw new ProblemError('supplier-list-too-long', { name, most: LIMITS.rows });
  return {
    rows: rowsIn(chosen),
    sheets: sheets.length > 1 ? sheets.map((one) => one.name) : [],
    sheet: chosen.name,
    encoding: null,
  };
}

function lastRow({ cells }: RawSheet): number {
  let last = 0;
  for (const { place } of cells.values()) last = Math.max(last, place.row);
  return last;
}

const NO_CELL: ListCell = { text: '', continued: false };

/** The rows of a sheet; a formula is shown as one, since it is never computed. Merged cells each hold the text of the whole. */
function rowsIn({ cells, merged }: RawSheet): ListCell[][] {
  const rows: ListCell[][] = [];
  const put = (row: number, column: number, cell: ListCell) => {
    if (column > LIMITS.columns || row > LIMITS.rows) return;
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1] ?? [];
    while (line.length < column) line.push(NO_CELL);
    line[column - 1] = cell;
  };
  for (const { place, text, formula } of cells.values())
    put(place.row, place.column, {
      text: formula === null ? cellText(text) : `=${formula}`,
      continued: false,
    });
  const last = rows.length;
  for (const { from, to } of merged) {
    const text = rows[from.row - 1]?.[from.column - 1]?.text ?? '';
    if (text === '') continue;
    // A range may be as large as the sheet: what lies below the last row that holds something is no part of the list.
    for (let row = from.row; row <= Math.min(to.row, last); row++)
      for (let column = from.column; column <= Math.min(to.column, LIMITS.columns); column++)
        if (row !== from.row || column !== from.column) put(row, column, { text, continued: true });
  }
  return rows;
}

function ofText(file: { readonly name: string; readonly bytes: Uint8Array }): SupplierListTable {
  const { text, encoding } = decodeText(file);
  // Programs save web pages under the name of a workbook.
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)\b/iu.test(text))
    throw new ProblemError('supplier-list-web-page', { name: file.name });
  const rows = rowsOf(file.name, text, markOf(text)).map((row) =>
    row.slice(0, LIMITS.columns).map((cell): ListCell => ({ text: cellText(cell), continued: false })),
  );
  return { rows, sheets: [], sheet: null, encoding };
}
