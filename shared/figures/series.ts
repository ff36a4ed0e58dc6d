import { groupBy } from '../group.ts';
import type { Id } from '../model/basics.ts';
import type { Figure, Period } from '../model/figure.ts';
import type { IdOf } from '../model/id.ts';

/** Figures that are one line of a table: of one indicator, through one channel, of one part, period by period. */
export interface Series {
  /** The same for the same line, whatever figures it has. */
  readonly key: string;
  readonly indicatorId: IdOf<'indicators'>;
  readonly via: IdOf<'arrangements'> | null;
  readonly cell: Figure['cell'];
  readonly role: Figure['role'];
  /** Whose all of them are; undefined = that changes along the line, or is not stated. */
  readonly of: IdOf<'organisations'> | undefined;
  /** Those that count, the earliest period first. */
  readonly figures: readonly Figure[];
}

/** The figures that count: not those that were restated, nor those set aside for another source. */
export function countedFigures(figures: readonly Figure[]): Figure[] {
  const replaced = new Set<Id>();
  for (const { replaces } of figures) if (replaces !== null) replaced.add(replaces);
  return figures.filter(({ id, standing }) => standing === 'stands' && !replaced.has(id));
}

/**
 * Figures as lines of a table. Whose a figure is makes a line of its own only where a period has figures of several: else
 * a change of it along the line is a break that has to be seen.
 */
export function seriesOf(figures: readonly Figure[]): Series[] {
  const lines = groupBy(countedFigures(figures), lineKey);
  return [...lines].flatMap(([key, line]) => {
    const parts = isOneLine(line) ? new Map([[key, line]]) : groupBy(line, (one) => `${key} ${one.of}`);
    return [...parts].map(([own, rows]) => seriesFrom(own, rows));
  });
}

function seriesFrom(key: string, rows: readonly Figure[]): Series {
  const [first] = rows as [Figure, ...Figure[]];
  const { indicatorId, via, cell, role, of } = first;
  const same = of !== null && rows.every((one) => one.of === of);
  return {
    ...{ key, indicatorId, via, cell, role },
    of: same ? of : undefined,
    figures: [...rows].sort((a, b) => byPeriod(a.period, b.period) || (a.id < b.id ? -1 : 1)),
  };
}

function isOneLine(line: readonly Figure[]): boolean {
  const periods = new Map<string, Figure['of']>();
  return line.every(({ period, of }) => {
    const key = periodKey(period);
    const other = periods.get(key);
    periods.set(key, of);
    return other === undefined || other === of;
  });
}

/** The line of a table that a figure belongs to, whosever it is. */
export function lineKey({
  indicatorId,
  via,
  cell,
  role,
}: Pick<Figure, 'indicatorId' | 'via' | 'cell' | 'role'>): string {
  // As `JSON.stringify` of the four would write it: tables of tens of thousands are keyed by it.
  const through = via === null ? 'null' : `"${via}"`;
  return `["${indicatorId}",${through},${JSON.stringify(cellKey(cell))},"${role}"]`;
}

/** What there is one number of by one source: two figures of one key and different sources are a dispute. */
export function placeKey(
  figure: Pick<Figure, 'indicatorId' | 'of' | 'via' | 'cell' | 'role' | 'period'>,
): string {
  return `${lineKey(figure)} ${figure.of} ${periodKey(figure.period)}`;
}

/** Of the whole, which most figures are. */
const WHOLE = '[]';

export function cellKey(cell: Figure['cell']): string {
  const parts = Object.entries(cell);
  return parts.length === 0 ? WHOLE : JSON.stringify(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function periodKey({ fiscalYear, quarter }: Period): string {
  return quarter === null ? String(fiscalYear) : `${fiscalYear}/${quarter}`;
}

/** Earlier first; a year after its quarters. */
export function byPeriod(a: Period, b: Period): number {
  return a.fiscalYear - b.fiscalYear || (a.quarter ?? 5) - (b.quarter ?? 5);
}

/**
 * The figure of a year that is told where there is room for one: of the whole, not of a quarter or a part.
 * @param figures of one indicator
 */
export function yearFigure(figures: readonly Figure[], fiscalYear: number): Figure | undefined {
  return wholeYears(figures).find(({ period }) => period.fiscalYear === fiscalYear);
}

/** The latest figure of a whole year. @param figures of one indicator */
export function lastWhole(figures: readonly Figure[]): Figure | undefined {
  return lastWholes(figures)[0];
}

/** The same with those of other organisations, channels and sources beside it. @param figures of one indicator */
export function lastWholes(figures: readonly Figure[]): Figure[] {
  const years = wholeYears(figures);
  const last = Math.max(...years.map(({ period }) => period.fiscalYear));
  return years.filter(({ period }) => period.fiscalYear === last);
}

function wholeYears(figures: readonly Figure[]): Figure[] {
  return countedFigures(figures)
    .filter((one) => one.role === 'actual' && isWhole(one) && one.period.quarter === null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function isWhole({ cell }: Pick<Figure, 'cell'>): boolean {
  return Object.keys(cell).length === 0;
}
