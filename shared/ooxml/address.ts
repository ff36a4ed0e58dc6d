/** Rows and columns that a sheet can have (ECMA-376 18.3.1.73, Excel's limits). */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** A place in a sheet; both count from 1, as people do. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** `1` → `A`, `28` → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `{row: 7, column: 4}` → `D7`. */
export function addressOf({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row}`;
}

/** A cell with its sheet, as a person looks for it: `Ratings!D7`, `'Round 2'!D7`. */
export function addressIn(sheet: string, place: CellPlace): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${addressOf(place)}`;
}

/** `D7` or `$D$7`; null = no address, or outside of any sheet. */
export function placeOf(address: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row > MOST_ROWS || column > MOST_COLUMNS ? null : { row, column };
}

/** A rectangle of cells, both corners inside. */
export interface CellRange {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** `B2:D4`; null = no range. */
export function rangeOf(reference: string): CellRange | null {
  const [first = '', second = first] = reference.split(':');
  const [a, b] = [placeOf(first), placeOf(second)];
  if (!a || !b) return null;
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

export function isWithin({ row, column }: CellPlace, { from, to }: CellRange): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}
