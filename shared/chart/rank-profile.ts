import type { RoundAssessment } from '../assessment/assess-round.ts';
import type { Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import type { Category } from '../model/issue.ts';
import { inOneBreath } from './describe.ts';
import type { Spot } from './geometry.ts';
import { EDGE } from './ground.ts';
import { legend } from './legend.ts';
import {
  byName,
  categoriesOf,
  heading,
  nameColumn,
  nameLine,
  type PictureOptions,
  ROW,
  rule,
  type SecondaryChart,
  SIZE,
  type Subject,
} from './picture.ts';
import type { SceneItem, Shape } from './scene.ts';
import { crossSign, markShapes, NO_SIGNS, plusSign, rankLabel } from './signs.ts';
import { write } from './text.ts';

/** A place in a round's order. */
export interface Place {
  readonly rank: number;
  readonly tied: boolean;
}

export interface RankLine extends Subject {
  /** One for each round, in their order; null = not on the list, or not rated. */
  readonly places: readonly (Place | null)[];
}

export interface RankProfileInput {
  readonly title: string;
  readonly note: string;
  /** Oldest first. `restated`: read again by the method of the latest. */
  readonly rounds: readonly { readonly label: string; readonly restated: boolean }[];
  readonly lines: readonly RankLine[];
}

/** The lines of a profile from the rounds themselves, oldest first. */
export function rankLines(
  rounds: readonly Pick<RoundAssessment, 'issues'>[],
  nameOf: (issueId: IdOf<'issues'>) => string,
): readonly RankLine[] {
  const byRound = rounds.map(({ issues }) => new Map(issues.map((issue) => [issue.issueId, issue])));
  const all = new Map(
    rounds.flatMap(({ issues }) => issues.map(({ issueId, category }) => [issueId, category])),
  );
  return [...all].map(([id, category]) => ({
    id,
    name: nameOf(id),
    category,
    places: byRound.map((issues): Place | null => {
      const issue = issues.get(id);
      return issue?.rank == null ? null : { rank: issue.rank, tied: issue.tied };
    }),
  }));
}

/** Places by which an issue must have moved for its line to come forward. */
const FAR = 3;
/** Of a mark. */
const RADIUS = 9;

type Rounds = RankProfileInput['rounds'];

/** Where the parts of the picture stand. */
interface Layout {
  /** Number of the last column. */
  readonly last: number;
  /** By column: where each line stands in it, from 0. */
  readonly positions: readonly ReadonlyMap<string, number>[];
  /** Width of the names before the first column and after the last, with their distance. */
  readonly left: number;
  readonly right: number;
  readonly x: (column: number) => number;
  readonly y: (position: number) => number;
  /** Of the titles above the columns. */
  readonly titles: number;
  /** Of the columns. */
  readonly top: number;
  readonly bottom: number;
}

/** A line where it meets a column. */
interface Stop extends Spot {
  readonly column: number;
  readonly place: Place;
}

/**
 * How the order changed from round to round: a column each, a line for each issue. Equals share a place: they stand
 * one below the other with the same number and "=". Who entered begins with a plus, who left ends in a cross.
 */
export function rankProfile(
  { title, note, rounds, lines }: RankProfileInput,
  t: Translate,
  { language, width = 900, heading: headed = true }: PictureOptions,
): SecondaryChart {
  const head = headed ? heading({ title, note }, width) : { shapes: [], bottom: EDGE };
  const layout = layoutOf(rounds, lines, width, head.bottom);
  const { last, positions, bottom } = layout;
  const sorted = [...lines].sort((a, b) => at(positions, a, last) - at(positions, b, last) || byName(a, b));
  const key = legend(
    t,
    categoriesOf(lines),
    {
      entered: lines.some(({ places }) => !places[0] && places.some(Boolean)),
      left: lines.some(({ places }) => !places[last] && places.some(Boolean)),
    },
    { x: EDGE, top: bottom + 10, width: width - 2 * EDGE },
  );
  return {
    scene: {
      width,
      height: Math.ceil(key.bottom + EDGE / 2),
      title,
      description: t('chart.profile.description', { rounds: rounds.length, issues: lines.length }),
      language,
      backdrop: [...head.shapes, ...columnShapes(rounds, layout, t)],
      items: sorted.flatMap((line) => itemsOf(line, layout, describe(line, rounds, t))),
      front: key.shapes,
    },
    table: {
      columns: [t('chart.column.issue'), ...rounds.map(({ label }) => label)],
      rows: sorted.map((line) => ({
        id: line.id,
        cells: [line.name, ...rounds.map((_round, column) => placeText(line.places[column], t))],
      })),
    },
  };
}

function layoutOf(rounds: Rounds, lines: readonly RankLine[], width: number, titles: number): Layout {
  const last = rounds.length - 1;
  const positions = rounds.map((_round, column) => positionsIn(column, lines));
  const most = Math.max(1, ...positions.map((column) => column.size));
  const namesAt = (column: number) => lines.filter((line) => line.places[column]).map((line) => line.name);
  const side = (column: number) => nameColumn(namesAt(column), (width - 2 * EDGE) * 0.34) + 26;
  const [left, right] = [last > 0 ? side(0) : 0, side(last)];
  const top = titles + 34;
  return {
    last,
    positions,
    left,
    right,
    x: (column) =>
      last === 0 ? EDGE + RADIUS + 4 : EDGE + left + (column / last) * (width - 2 * EDGE - left - right),
    y: (position) => top + ROW / 2 + position * ROW,
    titles,
    top,
    bottom: top + most * ROW,
  };
}

/** Positions in a column: by rank, then by name, so that equals never lie upon each other. */
function positionsIn(column: number, lines: readonly RankLine[]): Map<string, number> {
  const present = lines
    .flatMap((line) => {
      const place = line.places[column];
      return place ? [{ line, place }] : [];
    })
    .sort((a, b) => a.place.rank - b.place.rank || byName(a.line, b.line));
  return new Map(present.map(({ line }, index) => [line.id, index]));
}

/** A title and a line for each round. */
function columnShapes(rounds: Rounds, { last, x, titles, top, bottom }: Layout, t: Translate): Shape[] {
  return rounds.flatMap((round, column): Shape[] => [
    write(round.label, x(column), titles + 12, {
      role: 'axis',
      size: SIZE,
      anchor: last === 0 ? 'start' : 'middle',
      bold: true,
    }),
    ...(round.restated
      ? [
          write(t('chart.profile.restated'), x(column), titles + 26, {
            role: 'axis',
            size: 10.5,
            anchor: 'middle',
            fill: 'faint',
          }),
        ]
      : []),
    rule(x(column), top, x(column), bottom),
  ]);
}

/** A line with its marks and its name; nothing where it stands in no round. */
function itemsOf(line: RankLine, layout: Layout, description: string): SceneItem[] {
  const stops = stopsOf(line, layout);
  const [first] = stops;
  const end = stops.at(-1);
  if (!first || !end) return [];
  const category = line.category ?? 'general';
  const steps = stops.slice(1).map((to, index) => ({ from: stops[index] ?? to, to }));
  const far = steps.some(({ from, to }) => Math.abs(to.place.rank - from.place.rank) >= FAR);
  return [
    {
      id: line.id,
      label: line.name,
      description,
      x: end.x,
      y: end.y,
      radius: RADIUS,
      shapes: [
        ...steps.map(({ from, to }) => curve(from, to, category, far)),
        ...stops.flatMap((stop) => [...markShapes(category, rankLabel(stop.place), NO_SIGNS, stop, RADIUS)]),
        ...(first.column > 0 ? plusSign({ x: first.x - RADIUS, y: first.y + RADIUS * 0.8 }) : []),
        ...(end.column < layout.last ? crossSign(category, { x: end.x + RADIUS + 9, y: end.y }) : []),
        ...namesAtEnds(line.name, first, end, far, layout),
      ],
    },
  ];
}

function stopsOf({ id, places }: RankLine, { positions, x, y }: Layout): Stop[] {
  return positions.flatMap((inColumn, column) => {
    const position = inColumn.get(id);
    const place = places[column];
    return position === undefined || !place ? [] : [{ column, place, x: x(column), y: y(position) }];
  });
}

/** From one column to the next in which the line stands. */
function curve(from: Stop, to: Stop, category: Category, far: boolean): Shape {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bend = dx * 0.4;
  return {
    kind: 'path',
    role: 'arrow',
    x: from.x,
    y: from.y,
    d: `M0 0C${figure(bend)} 0 ${figure(dx - bend)} ${figure(dy)} ${figure(dx)} ${figure(dy)}`,
    stroke: `category:${category}`,
    strokeWidth: far ? 2.75 : 1.25,
    opacity: far ? 0.9 : 0.55,
    // A line that skips a round says so.
    ...(to.column - from.column > 1 ? { dash: [3, 3] as const } : {}),
  };
}

/** The name before the first column, and after the last or wherever a line that is not in the first ends. */
function namesAtEnds(
  name: string,
  first: Stop,
  end: Stop,
  bold: boolean,
  { last, left, right }: Layout,
): Shape[] {
  const before = { ...nameLine(name, 0, first.y, left - 26, bold), ...ending(first.x - RADIUS - 8) };
  const after = nameLine(name, end.x + RADIUS + (end.column < last ? 18 : 9), end.y, right - 26, bold);
  return [
    ...(first.column === 0 && last > 0 ? [before] : []),
    ...(end.column === last || first.column > 0 ? [after] : []),
  ];
}

function placeText(place: Place | null | undefined, t: Translate): string {
  return place ? t(place.tied ? 'result.rank.tied' : 'result.rank', { rank: place.rank }) : '–';
}

function describe({ places }: RankLine, rounds: Rounds, t: Translate): string {
  return inOneBreath(
    t,
    rounds.map((round, column) =>
      t(places[column] ? 'chart.profile.place' : 'chart.profile.absent', {
        round: round.label,
        place: placeText(places[column], t),
      }),
    ),
  );
}

function at(positions: readonly ReadonlyMap<string, number>[], { id }: RankLine, column: number): number {
  return positions[column]?.get(id) ?? Number.MAX_SAFE_INTEGER;
}

function ending(x: number): { readonly x: number; readonly anchor: 'end' } {
  return { x, anchor: 'end' };
}

function figure(value: number): number {
  return Math.round(value * 100) / 100;
}
