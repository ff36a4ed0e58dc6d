import { isSpaceless } from '../words.ts';
import type { PageLine } from './pdf-page.ts';
import type { Piece } from './pdf-pieces.ts';

/** A wider gap between two pieces of a line, in their size, parts columns: a name and what is said, as in a table. */
const COLUMN_GAP = 2.5;
/** A gap this wide parts them where lines under it begin at its end. */
const HANGING_GAP = 0.85;

/** The lines of a page in the order in which they are read. */
export function linesOf(pieces: readonly Piece[]): PageLine[] {
  const across = orderedLines(segmentsOf(pieces.filter(({ vertical }) => !vertical)));
  const columns = orderedLines(segmentsOf(pieces.filter(({ vertical }) => vertical)));
  if (columns.length === 0) return across;
  if (across.length === 0) return columns;
  // What stands across the columns of a page is its head, its foot, or a heading over them.
  const middle = (columns.reduce((sum, { left, right }) => sum + left + right, 0) / columns.length) * 0.5;
  return [
    ...across.filter(({ base }) => base < middle),
    ...columns,
    ...across.filter(({ base }) => base >= middle),
  ];
}

/** Pieces that stand side by side, put together. */
function segmentsOf(pieces: readonly Piece[]): PageLine[] {
  const segments: PageLine[] = [];
  let last: { -readonly [K in keyof PageLine]: PageLine[K] } | null = null;
  let blank = false;
  let ended = false;
  for (const piece of pieces) {
    if (piece.begins) ended = true;
    if (piece.text.trim() === '') {
      blank = true;
      continue;
    }
    if (last && !ended && isBeside(last, piece)) {
      const distance = piece.left - last.right;
      const spaced: boolean =
        distance > (blank && !isKanjiGap(last.text, piece.text) ? 0.1 : 0.45) * piece.size;
      const apart: boolean = piece.vertical ? distance > 0.6 * piece.size : spaced;
      if (apart && !/\s$/.test(last.text) && !/^\s/.test(piece.text)) last.text += ' ';
      last.text += piece.text;
      last.right = Math.max(last.right, piece.right);
      last.size = Math.max(last.size, piece.size);
    } else {
      const { begins: _, ...place } = piece;
      last = { ...place, inner: piece.left };
      segments.push(last);
    }
    blank = false;
    ended = false;
  }
  return segments.map((one) => ({ ...one, text: one.text.trim() }));
}

function isBeside(last: PageLine, piece: Piece): boolean {
  const size = Math.max(last.size, piece.size);
  const distance = piece.left - last.right;
  const sameLine = Math.abs(piece.base - last.base) < 0.5 * size;
  // Numbers set across a column stand beside one another at the same height.
  return sameLine && distance > (piece.vertical ? -1.2 : -0.8) * size && distance <= HANGING_GAP * piece.size;
}

/** Japanese that is set to the line's full width has gaps that are no blanks. */
function isKanjiGap(before: string, after: string): boolean {
  return isSpaceless([...before.slice(-2)].at(-1) ?? '') && isSpaceless([...after.slice(0, 2)][0] ?? '');
}

/** A page with more parts is no page of text; the order in which it prints them stands. */
const MOST_SEGMENTS = 3_000;

/** Segments as lines: column after column, and those of a line put together with tabs. */
function orderedLines(segments: readonly PageLine[]): PageLine[] {
  if (segments.length > MOST_SEGMENTS) return joinRows(segments);
  return regionsOf(segments, 0).flatMap((region) => joinRows(sortedIfOneColumn(region)));
}

/** Where lines begin that hang under the end of a name: lines of their own, right of where the others begin. */
function hangingEdges(lines: readonly PageLine[]): (left: number) => boolean {
  const start = lines.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isAlone = !before || Math.abs(before.base - line.base) >= 0.5 * Math.max(line.size, before.size);
    if (!isAlone || line.left - start < 2 * line.size) continue;
    const at = Math.round(line.left);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return (left) => [-1, 0, 1].reduce((sum, off) => sum + (counts.get(Math.round(left) + off) ?? 0), 0) >= 2;
}

/** More columns side by side than eight are a table. */
const DEEPEST = 3;

/** The parts of a page that are read one after the other. */
function regionsOf(segments: readonly PageLine[], depth: number): PageLine[][] {
  const gutter = gutterOf(segments, depth);
  if (!gutter) return segments.length === 0 ? [] : [[...segments]];
  const regions: PageLine[][] = [];
  let left: PageLine[] = [];
  let right: PageLine[] = [];
  let over: PageLine[] = [];
  const endColumns = () => {
    regions.push(...regionsOf(left, depth + 1), ...regionsOf(right, depth + 1));
    left = [];
    right = [];
  };
  const inOrder = new Map(segments.map((one, index) => [one, index]));
  for (const one of [...segments].sort((a, b) => a.base - b.base)) {
    const side = one.right <= gutter.to ? left : one.left >= gutter.from ? right : null;
    if (side === null) {
      endColumns();
      over.push(one);
      continue;
    }
    if (over.length > 0) regions.push(over);
    over = [];
    side.push(one);
  }
  endColumns();
  if (over.length > 0) regions.push(over);
  for (const region of regions) region.sort((a, b) => (inOrder.get(a) ?? 0) - (inOrder.get(b) ?? 0));
  return regions;
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Fewer lines are no column, or two where the page prints one side whole before the other. */
const FEWEST = 4;

/** The white strip between two columns of text; null where there is none, or a column is one of names. */
function gutterOf(segments: readonly PageLine[], depth: number): Gutter | null {
  if (segments.length < 4 || depth >= DEEPEST) return null;
  const start = Math.min(...segments.map(({ left }) => left));
  const end = Math.max(...segments.map(({ right }) => right));
  const width = end - start;
  const size = medianOf(segments.map((one) => one.size));
  const strip = emptiestStrip(segments, start + 0.2 * width, end - 0.2 * width);
  if (!strip || strip.to - strip.from < 0.7 * size || strip.crossing > segments.length * 0.2) return null;
  const left = segments.filter((one) => one.right <= strip.from + 0.5);
  const right = segments.filter((one) => one.left >= strip.to - 0.5);
  const [firstRight, lastLeft] = [right[0], left.at(-1)];
  if (!firstRight || !lastLeft) return null;
  const isPrintedApart = segments.indexOf(lastLeft) < segments.indexOf(firstRight);
  if (Math.min(left.length, right.length) < (isPrintedApart ? 2 : FEWEST)) return null;
  const isText = (side: readonly PageLine[], across: number) =>
    isColumnOfText(side, across) || gutterOf(side, depth + 1) !== null;
  if (!isText(left, strip.from - start) || !isText(right, end - strip.to)) return null;
  const [few, many] = [left.length, right.length].sort((a, b) => a - b);
  const names = new Set(left.map(({ text }) => text)).size < left.length * 0.6;
  if (names || ((few ?? 0) < (many ?? 0) * 0.4 && sharesRows(left, right))) return null;
  return isTable(segments, left, right) ? null : strip;
}

/** The widest strip that the fewest lines cross. */
function emptiestStrip(
  segments: readonly PageLine[],
  from: number,
  to: number,
): (Gutter & { readonly crossing: number }) | null {
  let best: (Gutter & { readonly crossing: number }) | null = null;
  const edges = [
    ...segments.map(({ left }) => ({ at: left, change: 1 })),
    ...segments.map(({ right }) => ({ at: right, change: -1 })),
  ].sort((a, b) => a.at - b.at || a.change - b.change);
  let crossing = 0;
  for (const [index, { at, change }] of edges.entries()) {
    crossing += change;
    const next = edges[index + 1]?.at ?? at;
    if (next <= from || at >= to || next - at < 1) continue;
    // A line more that crosses is outweighed by a strip wider by a few points.
    const worth = (one: { from: number; to: number; crossing: number }) =>
      one.crossing - (one.to - one.from) * 0.02;
    const strip = { from: at, to: next, crossing };
    if (best === null || worth(strip) < worth(best)) best = strip;
  }
  return best;
}

/** Text fills its column; names and numbers do not. */
function isColumnOfText(lines: readonly PageLine[], width: number): boolean {
  if (width <= 0) return false;
  const widths = lines.map((one) => one.right - one.left).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.7)] ?? 0;
  return wide >= 0.55 * width && wide >= 8 * medianOf(lines.map(({ size }) => size));
}

/** Whether most lines of the shorter side stand at the height of one of the other. */
function sharesRows(left: readonly PageLine[], right: readonly PageLine[]): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const shared = few.filter((one) => many.some(({ base }) => Math.abs(base - one.base) < 0.3 * one.size));
  return shared.length >= few.length * 0.8;
}

/** Whether the page prints cell by cell, each row under all of the one before, with cells of several lines. */
function isTable(
  segments: readonly PageLine[],
  left: readonly PageLine[],
  right: readonly PageLine[],
): boolean {
  const isLeft = new Set(left);
  const isRight = new Set(right);
  let lowest = Number.NEGATIVE_INFINITY;
  let before: 'left' | 'right' | null = null;
  let rows = 0;
  for (const one of segments) {
    const side = isLeft.has(one) ? 'left' : isRight.has(one) ? 'right' : null;
    if (side === null) continue;
    if (before === 'right' && side === 'left') {
      if (one.base < lowest + 0.5 * one.size) return false;
      rows++;
    }
    lowest = Math.max(lowest, one.base);
    before = side;
  }
  return rows >= 2 && rows < left.length - 1 && rows < right.length - 1;
}

/** One column is read from top to bottom, however the page prints it; else the page's order stands. */
function sortedIfOneColumn(lines: readonly PageLine[]): PageLine[] {
  const start = Math.min(...lines.map(({ left }) => left));
  const end = Math.max(...lines.map(({ right }) => right));
  const sorted = [...lines].sort((a, b) =>
    Math.abs(a.base - b.base) < 0.4 * Math.min(a.size, b.size) ? a.left - b.left : a.base - b.base,
  );
  // Lines that begin beyond the middle, at heights of their own, are a column that was not found.
  const beyond = lines.filter(({ left }) => left > (start + end) / 2);
  const alone = beyond.filter(
    (one) =>
      !lines.some((other) => other !== one && other.right <= one.left && Math.abs(other.base - one.base) < 3),
  );
  const few = Math.max(2, lines.length * 0.1);
  return alone.length > few || wideNeighbours(sorted) > few ? [...lines] : sorted;
}

/** How many lines of text stand right of another: cells of a table, which are read one after the other. */
function wideNeighbours(sorted: readonly PageLine[]): number {
  const isWide = ({ left, right, size }: PageLine) => right - left > 8 * size;
  return sorted.filter((line, index) => {
    const before = sorted[index - 1];
    return (
      before &&
      isWide(before) &&
      isWide(line) &&
      before.right <= line.left &&
      Math.abs(before.base - line.base) < 3
    );
  }).length;
}

function joinRows(lines: readonly PageLine[]): PageLine[] {
  const isHanging = hangingEdges(lines);
  const rows: PageLine[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const isSameRow =
      last &&
      Math.abs(line.base - last.base) < 0.5 * Math.max(line.size, last.size) &&
      line.left > last.right - 0.8 * line.size;
    if (last && isSameRow) {
      const wide = line.left - last.right > COLUMN_GAP * line.size || isHanging(line.left);
      rows[rows.length - 1] = {
        ...last,
        text: `${last.text}${wide ? '\t' : line.left - last.right < 0.45 * line.size && isKanjiGap(last.text, line.text) ? '' : ' '}${line.text}`,
        inner: wide ? line.left : last.inner,
        right: Math.max(last.right, line.right),
        size: Math.max(last.size, line.size),
      };
    } else rows.push(line);
  }
  return rows;
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 10;
}
