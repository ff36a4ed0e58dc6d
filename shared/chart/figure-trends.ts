import { scaleLinear, scalePoint } from 'd3';
import { wrapText } from './metrics.ts';
import { rule } from './picture.ts';
import type { Scene, SceneItem, Shape } from './scene.ts';
import { write } from './text.ts';

/** A number of a line, as it is printed. */
export interface TrendPoint {
  /** Place of its year among those of the picture. */
  readonly column: number;
  readonly value: number;
  readonly text: string;
}

/** An indicator year by year. */
export interface TrendLine {
  readonly id: string;
  readonly name: string;
  /** Unit and whose; empty = nothing is said. */
  readonly aside: string;
  /** Points that may be compared with one another, piece by piece: no line joins two pieces. */
  readonly pieces: readonly (readonly TrendPoint[])[];
  /** Columns before which something else is counted. */
  readonly breaks: readonly number[];
  readonly targets: readonly TrendPoint[];
}

export interface TrendsInput {
  readonly title: string;
  readonly years: readonly string[];
  readonly lines: readonly TrendLine[];
  /** What is said of a target in words for those who do not see the picture, and in the legend. */
  readonly words: { readonly target: string; readonly broken: string };
}

/** Width of the picture, of a cell and of the room between two. */
const WIDTH = 640;
const ACROSS = 3;
const BETWEEN = 18;
/** Height of the name above a plot, of the plot, and of the years below it. */
const HEAD = 44;
const PLOT = 76;
const FOOT = 30;
const TEXT = 10;
/** Height of the small picture of one indicator. */
export const trendHeight = (plot: number) => HEAD + plot + FOOT;

/**
 * Small pictures of one kind, one an indicator: its figures year by year from 0 on, each to its own scale. A line stops
 * where the figures may not be compared, and a double bar stands there.
 */
export function figureTrends({ title, years, lines, words }: TrendsInput, language: string): Scene {
  const rows = Math.ceil(lines.length / ACROSS);
  const items = trendItems(
    { years, lines, words },
    {
      ...{ x: 0, y: 0, width: WIDTH, across: ACROSS, plot: PLOT },
    },
  );
  return {
    width: WIDTH,
    height: rows * trendHeight(PLOT),
    title,
    description: items.map(({ label, description }) => `${label}: ${description}`).join('. '),
    language,
    backdrop: [],
    items,
    front: [],
  };
}

/** Where small pictures stand: from a corner on, in rows of so many. */
export interface TrendsPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly across: number;
  /** Height of the plots. */
  readonly plot: number;
}

/** Small pictures without anything around them. */
export function trendItems(
  { years, lines, words }: Pick<TrendsInput, 'years' | 'lines' | 'words'>,
  { x, y, width, across, plot }: TrendsPlace,
): SceneItem[] {
  const cell = (width - (across - 1) * BETWEEN) / across;
  return lines.map((line, index) =>
    trendItem(line, {
      x: x + (index % across) * (cell + BETWEEN),
      y: y + Math.floor(index / across) * trendHeight(plot),
      ...{ width: cell, plot, years, words },
    }),
  );
}

interface CellAt extends Pick<TrendsInput, 'years' | 'words'> {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly plot: number;
}

function trendItem(line: TrendLine, { x, y, width, plot, years, words }: CellAt): SceneItem {
  const points = line.pieces.flat();
  const all = [...points, ...line.targets].map(({ value }) => value);
  const bottom = y + HEAD + plot;
  const across = scalePoint<number>(
    years.map((_year, index) => index),
    [x + 22, x + width - 22],
  );
  const up = scaleLinear([Math.min(0, ...all), Math.max(1, ...all)], [bottom - 4, y + HEAD + 14]);
  const at = ({ column, value }: TrendPoint) => ({ x: across(column) ?? x, y: up(value) });
  const step = across.step();
  const shapes: Shape[] = [
    ...nameShapes(line, { x, y, width }),
    rule(x, up(0), x + width, up(0), { role: 'axis', stroke: 'line' }),
    ...years.map((year, index) =>
      write(year, across(index) ?? x, bottom + 14, {
        role: 'note',
        size: 9,
        anchor: 'middle',
        fill: 'faint',
      }),
    ),
    ...line.breaks.flatMap((column) => breakShapes((across(column) ?? x) - step / 2, y + HEAD + 6, bottom)),
    ...line.targets.flatMap((target) => targetShapes(at(target), step)),
    ...line.pieces.flatMap((piece) => pieceShapes(piece.map(at))),
    ...points.map((point) => {
      const spot = at(point);
      return write(point.text, spot.x, spot.y - 7, {
        role: 'number',
        size: TEXT,
        anchor: 'middle',
        halo: true,
      });
    }),
  ];
  const [first] = points;
  const middle = first ? at(first) : { x, y };
  return {
    id: line.id,
    label: line.name,
    description: spoken(line, years, words),
    ...middle,
    radius: 3,
    shapes,
  };
}

function nameShapes({ name, aside }: TrendLine, { x, y, width }: Pick<CellAt, 'x' | 'y' | 'width'>): Shape[] {
  const lines = wrapText(name, 11, width, 2, true);
  const [second = ''] = wrapText(aside, 9, width, 1);
  return [
    ...lines.map((text, index) => write(text, x, y + 12 + index * 13, { size: 11, bold: true })),
    ...(second === ''
      ? []
      : [write(second, x, y + 12 + lines.length * 13, { role: 'note', size: 9, fill: 'faint' })]),
  ];
}

function pieceShapes(spots: readonly { readonly x: number; readonly y: number }[]): Shape[] {
  const joins = spots.slice(1).map((spot, index): Shape => {
    const from = spots[index] ?? spot;
    return {
      ...{ kind: 'line', role: 'mark', x1: from.x, y1: from.y, x2: spot.x, y2: spot.y },
      ...{ stroke: 'text', strokeWidth: 1.5 },
    };
  });
  const dots = spots.map(({ x, y }): Shape => {
    const d = 'M-3,0A3,3,0,1,0,3,0A3,3,0,1,0,-3,0Z';
    return { kind: 'path', role: 'mark', x, y, d, fill: 'text', stroke: 'ground', strokeWidth: 1 };
  });
  return [...joins, ...dots];
}

/** Two bars beside one another. */
function breakShapes(x: number, top: number, bottom: number): Shape[] {
  return [-1.5, 1.5].map((aside): Shape => {
    return {
      ...{ kind: 'line', role: 'threshold', x1: x + aside, y1: top, x2: x + aside, y2: bottom },
      ...{ stroke: 'line', strokeWidth: 1 },
    };
  });
}

function targetShapes({ x, y }: { readonly x: number; readonly y: number }, step: number): Shape[] {
  const half = Math.min(18, Math.max(8, step / 3));
  return [
    {
      ...{ kind: 'line', role: 'reading', x1: x - half, y1: y, x2: x + half, y2: y },
      ...{ stroke: 'caution', strokeWidth: 2, dash: [4, 2] },
    },
  ];
}

/** The figures in words, with the bars where they stand. */
function spoken(
  { pieces, breaks, targets }: TrendLine,
  years: readonly string[],
  words: TrendsInput['words'],
): string {
  const told = pieces
    .flat()
    .toSorted((a, b) => a.column - b.column)
    .map(({ column, text }) => {
      const value = `${years[column] ?? ''} ${text}`;
      return breaks.includes(column) ? `${words.broken} ${value}` : value;
    });
  const aims = targets.map(({ column, text }) => `${words.target} ${years[column] ?? ''} ${text}`);
  return [...told, ...aims].join('; ');
}
