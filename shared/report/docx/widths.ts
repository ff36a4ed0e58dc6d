import { leastWidth, textWidth } from '../../chart/metrics.ts';
import type { Language } from '../../i18n/index.ts';
import type { Cell, Column, Line } from '../document.ts';
import { TEXT_WIDTH, typography } from './design.ts';

/** Air at either side of a cell's text. */
export const CELL_MARGIN = 85;

/**
 * The measures are upper estimates of the fonts that we ask for; where Word has none of them it takes one that may be
 * a little wider still.
 */
const WIDER = 1.06;

/**
 * A cell of so little text stays on one line, in em: a date, a status, a figure with its range. Of these the one that makes
 * the table shortest, the first of several: room that short cells take is missing beside them, where a reason is told.
 */
const SHORT = [9, 6, 3, 0] as const;

/** The type of a table: size in twentieths of a point. */
function sizeOf(language: Language): number {
  return typography(language).table * 10;
}

/**
 * Widths of columns that add up to the text's width exactly. A column is as wide as its share says, but never so
 * narrow that a word of its head or cells would be broken, and where there is room not so narrow that a short cell
 * would.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[] = [],
  language: Language = 'en',
): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const wanted = columns.map(({ share }) => (share / total) * TEXT_WIDTH);
  const words = columns.map((column, index) => needOf(column, index, rows, language, leastWidth));
  // Words that no page has room for are broken in proportion.
  if (sumOf(words) > TEXT_WIDTH) return whole(words.map((word) => (word / sumOf(words)) * TEXT_WIDTH));
  const long = textWidths(rows, language);
  const found = SHORT.flatMap((most) => {
    const floors = words.map((word, index) =>
      Math.max(word, needOf(columns[index] as Column, index, rows, language, shortWidth(most))),
    );
    if (sumOf(floors) > TEXT_WIDTH) return [];
    const widths = fitted(wanted, floors);
    return [{ widths, height: heightOf(long, widths) }];
  });
  const best = found.reduce((one, other) => (other.height < one.height ? other : one));
  return whole(best.widths);
}

/** How wide each line of each cell is where nothing bounds it. */
function textWidths(rows: readonly (readonly Cell[])[], language: Language): number[][][] {
  const size = sizeOf(language);
  return rows.map((cells) =>
    cells.map((cell) => linesOf(cell).map((line) => textWidth(textOf(line), size, isStrong(line)) * WIDER)),
  );
}

/** Lines of a table, about: each row is as high as its highest cell. */
function heightOf(long: readonly (readonly (readonly number[])[])[], widths: readonly number[]): number {
  return sumOf(
    long.map((cells) =>
      Math.max(
        0,
        ...cells.map((lines, index) => {
          const room = Math.max(1, (widths[index] ?? 0) - 2 * CELL_MARGIN);
          return sumOf(lines.map((width) => Math.max(1, Math.ceil(width / room))));
        }),
      ),
    ),
  );
}

type Measure = (text: string, size: number, bold?: boolean) => number;

/** @param most em */
function shortWidth(most: number): Measure {
  return (text, size, bold) => {
    const width = textWidth(text, size, bold);
    return width <= most * size ? width : 0;
  };
}

/** What a column needs for the widest of its texts, by a measure. */
function needOf(
  { head }: Column,
  index: number,
  rows: readonly (readonly Cell[])[],
  language: Language,
  measure: Measure,
): number {
  const size = sizeOf(language);
  const lines = rows.flatMap((cells) => linesOf(cells[index] ?? ''));
  const widest = lines.reduce(
    (most, line) => Math.max(most, measure(textOf(line), size, isStrong(line))),
    measure(head, size, true),
  );
  return widest * WIDER + 2 * CELL_MARGIN;
}

/** Widths in proportion to what is wanted, none below its floor. The floors fit. */
function fitted(wanted: readonly number[], floors: readonly number[]): number[] {
  const held = new Set<number>();
  for (;;) {
    const free = wanted.flatMap((width, index) => (held.has(index) ? [] : [width]));
    const room = TEXT_WIDTH - floors.reduce((sum, floor, index) => sum + (held.has(index) ? floor : 0), 0);
    const factor = free.length === 0 ? 0 : room / sumOf(free);
    const tight = wanted.findIndex(
      (width, index) => !held.has(index) && width * factor < (floors[index] ?? 0),
    );
    if (tight < 0)
      return wanted.map((width, index) => (held.has(index) ? (floors[index] ?? 0) : width * factor));
    held.add(tight);
  }
}

/** Whole numbers of the same sum; the widest column takes what is left over. */
function whole(widths: readonly number[]): number[] {
  const rounded = widths.map(Math.floor);
  const widest = rounded.indexOf(Math.max(...rounded));
  const rest = TEXT_WIDTH - sumOf(rounded);
  return rounded.map((width, index) => (index === widest ? width + rest : width));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** The lines of a cell; a cell without a paragraph is a file that Word refuses. */
export function linesOf(cell: Cell): readonly Line[] {
  if (typeof cell === 'string' || !('lines' in cell)) return [cell];
  return cell.lines.length > 0 ? cell.lines : [''];
}

/** The words of a line, without their looks. */
export function textOf(line: Line): string {
  return typeof line === 'string'
    ? line
    : line.map((span) => (typeof span === 'string' ? span : span.text)).join('');
}

function isStrong(line: Line): boolean {
  return typeof line !== 'string' && line.some((span) => typeof span !== 'string' && span.strong === true);
}
