import { groupBy } from '../group.ts';
import type { Figure } from '../model/figure.ts';
import { rangeOf } from './range.ts';
import { byPeriod, cellKey, countedFigures, lineKey, periodKey } from './series.ts';

/** How a target stands; the worst first. */
export const TARGET_STATUSES = [
  'not-met',
  'not-comparable',
  'no-figure',
  'no-target',
  'ahead',
  'met',
] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];

/** A target with what came of it; `actual` null = there is no figure to hold against it. */
export interface TargetLine {
  readonly target: Figure;
  readonly actual: Figure | null;
  readonly status: Exclude<TargetStatus, 'no-target'>;
}

/**
 * Each target of an indicator with its status, the earliest period first. Nothing is interpolated: a milestone is a target
 * of its own.
 * @param figures of the indicator
 * @param year the fiscal year that is on: a target of it or later that is not met yet is ahead
 */
export function targetLines(figures: readonly Figure[], year: number): TargetLine[] {
  const counted = countedFigures(figures);
  const actuals = counted.filter(({ role }) => role === 'actual');
  return counted
    .filter(({ role }) => role === 'target')
    .sort((a, b) => byPeriod(a.period, b.period) || (a.id < b.id ? -1 : 1))
    .map((target) => {
      const same = actuals.filter((one) => isSameLine(one, target));
      const here = same.filter(({ period }) => periodKey(period) === periodKey(target.period));
      const own = here.filter(({ of }) => of === target.of);
      const [actual = null] = own.length > 0 ? own : here;
      const line = same.filter(({ of }) => of === target.of);
      // Where sources differ and nobody decided, the target stands by what all of them say.
      const statuses = new Set(own.map((one) => statusOf(target, one, line, year)));
      const isDisputed = statuses.size > 1;
      return { target, actual, status: isDisputed ? 'not-comparable' : statusOf(target, actual, line, year) };
    });
}

function statusOf(
  target: Figure,
  actual: Figure | null,
  line: readonly Figure[],
  year: number,
): TargetLine['status'] {
  const isOver = target.period.fiscalYear < year;
  if (!actual || actual.value === null) return isOver ? 'no-figure' : 'ahead';
  if (actual.of !== target.of || brokenSince(target, line)) return 'not-comparable';
  const met = isMet(target, actual);
  if (met === null) return 'not-comparable';
  return met ? 'met' : isOver ? 'not-met' : 'ahead';
}

/** Whether something else is counted since the target was set. */
function brokenSince({ at, period }: Figure, line: readonly Figure[]): boolean {
  return line.some(
    (one) =>
      one.breakBefore?.effect === 'no' &&
      one.period.fiscalYear <= period.fiscalYear &&
      at !== null &&
      one.at !== null &&
      one.at > at,
  );
}

/** Null = the two cannot be told apart: a range on both sides of the target. */
function isMet({ value, compare }: Figure, actual: Figure): boolean | null {
  const range = rangeOf(actual);
  if (value === null || !range) return null;
  const { least, most } = range;
  if (compare === '>=') return least >= value ? true : most < value ? false : null;
  if (compare === '<=') return most <= value ? true : least > value ? false : null;
  return least === most ? least === value : least > value || most < value ? false : null;
}

/** Whether a target is for the figures of a line. */
export function isSameLine(one: Pick<Figure, 'via' | 'cell'>, target: Pick<Figure, 'via' | 'cell'>): boolean {
  return one.via === target.via && cellKey(one.cell) === cellKey(target.cell);
}

/** The target by which something stands: the last one that is over or met, else the next. @param lines in their order */
export function tellingTarget(lines: readonly TargetLine[]): TargetLine | undefined {
  return lines.findLast(({ status }) => status !== 'ahead') ?? lines[0];
}

/** How an indicator stands, with the target that says so; null = it has none. */
export interface IndicatorStanding {
  readonly status: TargetStatus;
  readonly line: TargetLine | null;
}

/**
 * How an indicator stands: as the telling target of each line that has targets; where a whole and its parts have targets of
 * their own, as the worst of them.
 */
export function indicatorStanding(figures: readonly Figure[], year: number): IndicatorStanding {
  const lines = groupBy(targetLines(figures, year), ({ target }) => `${lineKey(target)} ${target.of}`);
  const current = [...lines.values()].flatMap((line) => tellingTarget(line) ?? []);
  const status = worstStatus(current.map((one) => one.status)) ?? 'no-target';
  return { status, line: current.find((one) => one.status === status) ?? null };
}

/** How several things stand together: as the worst of them, never as a mean; null = there is nothing. */
export function worstStatus(statuses: readonly TargetStatus[]): TargetStatus | null {
  return TARGET_STATUSES.find((status) => statuses.includes(status)) ?? null;
}
