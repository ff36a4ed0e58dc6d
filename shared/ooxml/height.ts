import type { SheetCell, SheetColumn } from './workbook.ts';

/** Points that a line of type takes for one of its size, and what stands above and below. */
const LEADING = 1.4;
const PADDING = 4;
/** Excel's limit is 409; what is higher is scrolled inside of its row. */
const HIGHEST = 400;

/** A letter for the figure that columns are measured by; and words do not fill a line to its end. */
const LATIN = 0.86;
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/gu;

/**
 * How high a row has to be for its texts, estimated by their length: LibreOffice does not fit rows on opening, Excel
 * does. Points.
 */
export function heightOf(cells: readonly (SheetCell | null)[], columns: readonly SheetColumn[]): number {
  let most = 10 * LEADING;
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    if (!cell || column?.hidden) continue;
    const size = cell.style?.size ?? 10;
    const room = cell.style?.wrap ? ((column?.width ?? 10) - 1) * (10 / size) : Number.POSITIVE_INFINITY;
    most = Math.max(most, linesOf(String(cell.value), room) * size * LEADING);
  }
  return Math.min(HIGHEST, Math.ceil(most + PADDING));
}

function linesOf(text: string, room: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    const wide = line.match(WIDE)?.length ?? 0;
    const width = (line.length - wide) * LATIN + wide * 2;
    lines += Math.max(1, Math.ceil(width / room));
  }
  return lines;
}
