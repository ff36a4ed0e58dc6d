import { type Step, stepsOf } from '../figures/change.ts';
import { byPeriod, isWhole, lineKey, periodKey, placeKey, type Series, seriesOf } from '../figures/series.ts';
import { groupBy } from '../group.ts';
import type { Arrangement } from '../model/arrangement.ts';
import type { FiscalYear, Id } from '../model/basics.ts';
import type { Break, Figure, Period } from '../model/figure.ts';
import type { IdOf } from '../model/id.ts';
import type { Indicator } from '../model/indicator.ts';
import type { WorkspaceState } from '../model/tables.ts';

/** Tables that a table of figures is made of. */
export type FigureRows = Pick<
  WorkspaceState,
  'figures' | 'indicators' | 'organisations' | 'arrangements' | 'sources'
>;

/** What the figures of one row have in common. */
export type LinePlace = Pick<Figure, 'indicatorId' | 'via' | 'cell' | 'role'>;

/** One row of a table: a line of figures, period by period. */
export interface GridRow extends LinePlace {
  readonly key: string;
  readonly indicator: Indicator;
  readonly arrangement: Arrangement | null;
  /** Whose the figures are; undefined = it differs along the line, null = it is not stated. */
  readonly of: IdOf<'organisations'> | null | undefined;
  /** Of its figures; some more than once. */
  readonly periods: readonly Period[];
  /** By the key of the period. */
  readonly cells: ReadonlyMap<string, GridCell>;
}

/** What is stated for one period of a row. */
export interface GridCell {
  readonly period: Period;
  /** What stands: one figure, or one a source where sources differ and nobody decided. Never empty. */
  readonly standing: readonly [Figure, ...Figure[]];
  /** What was set aside for another source's figure, with the reason. */
  readonly setAside: readonly Figure[];
  /** What was restated or corrected, the newest first. */
  readonly replaced: readonly Figure[];
  /** Beside the number before it; null = there is none. */
  readonly step: Step | null;
}

/** A column of a table of figures. */
export interface PeriodColumn {
  readonly key: string;
  readonly period: Period;
}

/**
 * The rows of a table of all figures. An indicator without figures has a row too, in which the first can be typed. Targets
 * stand below what they are for.
 */
export function gridRows(state: FigureRows): GridRow[] {
  return new RowMaker().rowsOf(state);
}

/** What the rows of an indicator were made of. */
interface Made {
  readonly indicator: Indicator;
  readonly figures: readonly Figure[];
  readonly rows: readonly GridRow[];
}

/**
 * Makes the rows of a table again and again: those of an indicator of which nothing changed stay the same objects, so that
 * an edit in a table of tens of thousands costs what it touches.
 */
export class RowMaker {
  #made = new Map<Id, Made>();
  #arrangements: FigureRows['arrangements'] = [];

  rowsOf({ figures, indicators, arrangements }: FigureRows): GridRow[] {
    if (arrangements !== this.#arrangements) this.#made = new Map();
    this.#arrangements = arrangements;
    const named = byId(arrangements);
    const ofIndicator = groupBy(figures, ({ indicatorId }) => indicatorId);
    const before = this.#made;
    this.#made = new Map(
      indicators.map((indicator) => {
        const own = ofIndicator.get(indicator.id) ?? [];
        const made = before.get(indicator.id);
        const rows =
          made?.indicator === indicator && isSame(made.figures, own)
            ? made.rows
            : rowsOf(indicator, own, named);
        return [indicator.id, { indicator, figures: own, rows }];
      }),
    );
    return [...this.#made.values()].flatMap(({ rows }) => rows);
  }
}

function isSame(one: readonly Figure[], other: readonly Figure[]): boolean {
  return one.length === other.length && one.every((figure, index) => figure === other[index]);
}

function rowsOf(
  indicator: Indicator,
  figures: readonly Figure[],
  arrangements: ReadonlyMap<Id, Arrangement>,
): GridRow[] {
  // Most have nothing beside what stands, and the keys of tens of thousands take their time.
  const hasMore = figures.some(({ replaces, standing }) => replaces !== null || standing === 'set-aside');
  const besides = hasMore ? groupBy(figures, placeKey) : NOTHING;
  const rows = seriesOf(figures).map(
    (series): GridRow => new Line(series, indicator, arrangements.get(series.via ?? '') ?? null, besides),
  );
  const told = rows.length > 0 ? rows : [emptyRow(indicator, WHOLE)];
  return [...told, ...emptyParts(indicator, told)].sort(byPlace);
}

/** Rows in which the first figure of a part can be typed: one for each part that a whole has none of. */
function emptyParts(indicator: Indicator, rows: readonly GridRow[]): GridRow[] {
  if (indicator.breakdowns.length === 0) return [];
  const there = new Set(rows.map(lineKey));
  const wholes = rows.filter((row) => row.role === 'actual' && isWhole(row));
  const parts = indicator.breakdowns.flatMap(({ code, members }) =>
    members.filter(({ retiredAfter }) => retiredAfter === null).map((member) => ({ [code]: member.code })),
  );
  return wholes
    .flatMap((whole) => parts.map((cell) => emptyRow(indicator, { ...whole, cell })))
    .filter((row) => !there.has(lineKey(row)));
}

/** A row whose cells are made when they are first asked for: of a long table few are seen. */
class Line implements GridRow {
  readonly key: string;
  readonly indicatorId: GridRow['indicatorId'];
  readonly via: GridRow['via'];
  readonly cell: GridRow['cell'];
  readonly role: GridRow['role'];
  readonly of: GridRow['of'];
  readonly indicator: Indicator;
  readonly arrangement: Arrangement | null;
  readonly periods: readonly Period[];
  readonly #series: Series;
  readonly #besides: ReadonlyMap<string, readonly Figure[]>;
  #cells: ReadonlyMap<string, GridCell> | null = null;

  constructor(
    series: Series,
    indicator: Indicator,
    arrangement: Arrangement | null,
    besides: ReadonlyMap<string, readonly Figure[]>,
  ) {
    const { key, via, cell, role, of, figures } = series;
    this.key = key;
    this.indicatorId = indicator.id;
    this.via = via;
    this.cell = cell;
    this.role = role;
    this.of = figures.every((one) => one.of === figures[0]?.of) ? (of ?? null) : undefined;
    this.indicator = indicator;
    this.arrangement = arrangement;
    this.periods = figures.map(({ period }) => period);
    this.#series = series;
    this.#besides = besides;
  }

  get cells(): ReadonlyMap<string, GridCell> {
    this.#cells ??= this.#made();
    return this.#cells;
  }

  #made(): ReadonlyMap<string, GridCell> {
    const { figures } = this.#series;
    const steps = new Map(stepsOf({ figures }, this.indicator).map((step) => [step.after.id, step]));
    return new Map(
      [...groupBy(figures, ({ period }) => periodKey(period))].map(
        ([period, standing]) => [period, cellOf(standing, this.#besides, steps)] as const,
      ),
    );
  }
}

const WHOLE: Pick<GridRow, 'via' | 'cell' | 'of' | 'arrangement'> = {
  via: null,
  cell: {},
  of: null,
  arrangement: null,
};

/** A row in which the first figure can be typed. */
function emptyRow(
  indicator: Indicator,
  { via, cell, of, arrangement }: Pick<GridRow, 'via' | 'cell' | 'of' | 'arrangement'>,
): GridRow {
  const place: LinePlace = { indicatorId: indicator.id, via, cell, role: 'actual' };
  return { key: lineKey(place), ...place, indicator, arrangement, of, periods: [], cells: new Map() };
}

const NOTHING: ReadonlyMap<string, readonly Figure[]> = new Map();

function cellOf(
  standing: readonly Figure[],
  besides: ReadonlyMap<string, readonly Figure[]>,
  steps: ReadonlyMap<Id, Step>,
): GridCell {
  const [first] = standing as [Figure, ...Figure[]];
  const all =
    besides === NOTHING ? [] : [...new Set(standing.map(placeKey))].flatMap((key) => besides.get(key) ?? []);
  const replacedIds = new Set<Id>(all.flatMap(({ replaces }) => replaces ?? []));
  return {
    period: first.period,
    standing: standing as [Figure, ...Figure[]],
    setAside: all.filter(({ id, standing }) => standing === 'set-aside' && !replacedIds.has(id)),
    replaced: all
      .filter(({ id }) => replacedIds.has(id))
      .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1)),
    step: steps.get(first.id) ?? null,
  };
}

/** Wholes before their parts, targets after what they are for. */
function byPlace(a: GridRow, b: GridRow): number {
  const order = ({ via, cell, role }: GridRow) =>
    JSON.stringify([via ?? '', Object.keys(cell).length, cell, role === 'actual' ? 0 : 1]);
  return order(a) < order(b) ? -1 : 1;
}

/** Whether sources say different things of the same, and nobody has decided. */
export function isDisputed({ standing }: GridCell): boolean {
  const said = standing.map((one) => JSON.stringify([one.value, one.most, one.outOf, one.status]));
  return new Set(said).size > 1;
}

/** The break that stands before a cell: as its figures say, or because they are of somebody else than those before. */
export function breakAt({ standing, step }: GridCell): Break | 'boundary' | null {
  const stated = standing.find(({ breakBefore }) => breakBefore)?.breakBefore;
  if (stated) return stated;
  return step?.change.kind === 'not-comparable' && step.change.why === 'boundary' ? 'boundary' : null;
}

/** Pieces of a row within which numbers may be compared, for a line that stops at a break. */
export function comparablePieces({ cells }: GridRow): GridCell[][] {
  const pieces: GridCell[][] = [];
  // Years are compared with years, quarters with the same of other years.
  const open = new Map<number | null, GridCell[]>();
  const inOrder = [...cells.values()].sort((a, b) => byPeriod(a.period, b.period));
  for (const cell of inOrder) {
    const { quarter } = cell.period;
    const piece = open.get(quarter);
    if (cell.standing[0].value === null || isDisputed(cell)) open.delete(quarter);
    else if (piece && cell.step?.change.kind === 'change') piece.push(cell);
    else {
      const next = [cell];
      pieces.push(next);
      open.set(quarter, next);
    }
  }
  return pieces;
}

/** Every period that a table has a column for: those with figures, the present year, and the one after the last. */
export function periodColumns(rows: readonly GridRow[], present: FiscalYear): PeriodColumn[] {
  const periods = new Map<string, Period>();
  for (const row of rows) for (const period of row.periods) periods.set(periodKey(period), period);
  const last = Math.max(present, ...[...periods.values()].map(({ fiscalYear }) => fiscalYear));
  for (const fiscalYear of [present, last]) {
    const period = { fiscalYear, quarter: null };
    periods.set(periodKey(period), period);
  }
  return [...periods].map(([key, period]) => ({ key, period })).sort((a, b) => byPeriod(a.period, b.period));
}

function byId<T extends { readonly id: Id }>(rows: readonly T[]): Map<Id, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
