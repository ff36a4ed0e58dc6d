import type { RoundAssessment } from '../assessment/assess-round.ts';
import type { Translate } from '../i18n/index.ts';
import type { IdOf } from '../model/id.ts';
import { inOneBreath } from './describe.ts';
import { EDGE } from './ground.ts';
import { legend } from './legend.ts';
import {
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
import { crossSign, markShapes, NO_SIGNS, plusSign } from './signs.ts';
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
  // Position in a column: by rank, then by name, so that equals never lie upon each other.
  const positions = rounds.map((_round, column) => {
    const present = lines
      .flatMap((line) => {
        const place = line.places[column];
        return place ? [{ line, place }] : [];
      })
      .sort((a, b) => a.place.rank - b.place.rank || compare(a.line, b.line));
    return new Map(present.map(({ line }, index) => [line.id, index]));
  });
  const most = Math.max(1, ...positions.map((column) => column.size));
  const last = rounds.length - 1;
  const namesAt = (column: number) => lines.filter((line) => line.places[column]).map((line) => line.name);
  const side = (column: number) => nameColumn(namesAt(column), (width - 2 * EDGE) * 0.34) + 26;
  const [left, right] = [last > 0 ? side(0) : 0, side(last)];
  const radius = 9;
  const x = (column: number) =>
    last === 0 ? EDGE + radius + 4 : EDGE + left + (column / last) * (width - 2 * EDGE - left - right);
  const top = head.bottom + 34;
  const y = (position: number) => top + ROW / 2 + position * ROW;
  const shapes: Shape[] = rounds.flatMap((round, column): Shape[] => [
    write(round.label, x(column), head.bottom + 12, {
      role: 'axis',
      size: SIZE,
      anchor: last === 0 ? 'start' : 'middle',
      bold: true,
    }),
    ...(round.restated
      ? [
          write(t('chart.profile.restated'), x(column), head.bottom + 26, {
            role: 'axis',
            size: 10.5,
            anchor: 'middle',
            fill: 'faint',
          }),
        ]
      : []),
    rule(x(column), top, x(column), top + most * ROW),
  ]);

  const sorted = [...lines].sort((a, b) => at(positions, a, last) - at(positions, b, last) || compare(a, b));
  const items = sorted.flatMap((line): SceneItem[] => {
    const stops = rounds.flatMap((_round, column) => {
      const position = positions[column]?.get(line.id);
      const place = line.places[column];
      return position === undefined || !place ? [] : [{ column, place, x: x(column), y: y(position) }];
    });
    const [first] = stops;
    const end = stops.at(-1);
    if (!first || !end) return [];
    const category = line.category ?? 'general';
    const colour = `category:${category}` as const;
    const moved = Math.max(
      0,
      ...stops.slice(1).map((stop, index) => Math.abs(stop.place.rank - (stops[index]?.place.rank ?? 0))),
    );
    const drawn: Shape[] = [];
    for (const [index, stop] of stops.slice(1).entries()) {
      const from = stops[index];
      if (!from) continue;
      const bend = (stop.x - from.x) * 0.4;
      drawn.push({
        kind: 'path',
        role: 'arrow',
        x: from.x,
        y: from.y,
        d: `M0 0C${figure(bend)} 0 ${figure(stop.x - from.x - bend)} ${figure(stop.y - from.y)} ${figure(stop.x - from.x)} ${figure(stop.y - from.y)}`,
        stroke: colour,
        strokeWidth: moved >= FAR ? 2.75 : 1.25,
        opacity: moved >= FAR ? 0.9 : 0.55,
        // A line that skips a round says so.
        ...(stop.column - from.column > 1 ? { dash: [3, 3] as const } : {}),
      });
    }
    for (const stop of stops)
      drawn.push(
        ...markShapes(category, stop.place.rank, NO_SIGNS, stop, radius),
        ...(stop.place.tied ? [tieMark(stop.x, stop.y, radius)] : []),
      );
    if (first.column > 0) drawn.push(...plusSign({ x: first.x - radius, y: first.y + radius * 0.8 }));
    if (end.column < last) drawn.push(...crossSign(category, { x: end.x + radius + 9, y: end.y }));
    const bold = moved >= FAR;
    if (first.column === 0 && last > 0)
      drawn.push({ ...nameLine(line.name, 0, first.y, left - 26, bold), ...ending(first.x - radius - 8) });
    if (end.column === last || first.column > 0)
      drawn.push(nameLine(line.name, end.x + radius + (end.column < last ? 18 : 9), end.y, right - 26, bold));
    return [
      {
        id: line.id,
        label: line.name,
        description: describe(line),
        x: end.x,
        y: end.y,
        radius,
        shapes: drawn,
      },
    ];
  });

  const bottom = top + most * ROW + 10;
  const key = legend(
    t,
    categoriesOf(lines),
    {
      entered: lines.some(({ places }) => !places[0] && places.some(Boolean)),
      left: lines.some(({ places }) => !places[last] && places.some(Boolean)),
    },
    { x: EDGE, top: bottom, width: width - 2 * EDGE },
  );
  function words(place: Place | null | undefined): string {
    return place ? t(place.tied ? 'result.rank.tied' : 'result.rank', { rank: place.rank }) : '–';
  }
  function describe(line: RankLine): string {
    return inOneBreath(
      t,
      rounds.map((round, column) =>
        t(line.places[column] ? 'chart.profile.place' : 'chart.profile.absent', {
          round: round.label,
          place: words(line.places[column]),
        }),
      ),
    );
  }
  return {
    scene: {
      width,
      height: Math.ceil(key.bottom + EDGE / 2),
      title,
      description: t('chart.profile.description', { rounds: rounds.length, issues: lines.length }),
      language,
      backdrop: [...head.shapes, ...shapes],
      items,
      front: key.shapes,
    },
    table: {
      columns: [t('chart.column.issue'), ...rounds.map(({ label }) => label)],
      rows: sorted.map((line) => ({
        id: line.id,
        cells: [line.name, ...rounds.map((_round, column) => words(line.places[column]))],
      })),
    },
  };
}

function at(positions: readonly ReadonlyMap<string, number>[], { id }: RankLine, column: number): number {
  return positions[column]?.get(id) ?? Number.MAX_SAFE_INTEGER;
}

function compare(a: Subject, b: Subject): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}

/** "=" at a mark: it shares its place. */
function tieMark(x: number, y: number, radius: number): Shape {
  return write('=', x + radius - 1, y - radius + 5, { role: 'mark', size: 11, bold: true, halo: true });
}

function ending(x: number): { readonly x: number; readonly anchor: 'end' } {
  return { x, anchor: 'end' };
}

function figure(value: number): number {
  return Math.round(value * 100) / 100;
}
