import { groupBy } from '../group.ts';
import type { Break, Figure, Period } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { disputesOf } from './dispute.ts';
import { isExact, total } from './range.ts';
import { periodKey, type Series } from './series.ts';

/** Why two figures of a line say nothing of each other. */
export type Incomparable =
  /** A break after which the numbers mean something else. */
  | 'break'
  /** They are of different organisations. */
  | 'boundary'
  /** It is not stated whose one of them is. */
  | 'unstated'
  /** They are of different lines, or one of a year and one of a quarter. */
  | 'line'
  /** Sources differ on one of them, and nobody decided. */
  | 'disputed'
  /** One of them is a range, or only at least or at most so much. */
  | 'inexact';

/** A figure beside the one before it. */
export type Change =
  /** `care`: comparable with what the breaks say. */
  | {
      readonly kind: 'change';
      /** In the unit of the indicator; of a ratio, points. */
      readonly difference: number;
      /** Of 100, against the one before; null of a ratio, and where that one is 0. */
      readonly percent: number | null;
      readonly breaks: readonly Break[];
      readonly about: boolean;
    }
  | { readonly kind: 'not-comparable'; readonly why: Incomparable; readonly breaks: readonly Break[] };

/** Two neighbours of a line that have a number each. */
export interface Step {
  readonly before: Figure;
  readonly after: Figure;
  readonly change: Change;
}

/** Each number of a line beside the one before it: a year beside a year, a quarter beside that of an earlier year. Where sources differ and nobody decided, it is beside none of theirs. */
export function stepsOf({ figures }: Pick<Series, 'figures'>, indicator: Pick<Indicator, 'over'>): Step[] {
  const periods = groupBy(
    figures.filter(({ value }) => value !== null),
    (one) => periodKey(one.period),
  );
  const last = new Map<number | null, readonly Figure[]>();
  return [...periods.values()].flatMap((numbers): Step[] => {
    const { quarter } = (numbers[0] as Figure).period;
    const before = last.get(quarter) ?? [];
    last.set(quarter, numbers);
    const [was] = before;
    if (!was) return [];
    return numbers.map((after) => {
      const breaks = breaksBetween(figures, was.period, after.period);
      const change: Change =
        isDisputed(before) || isDisputed(numbers)
          ? { kind: 'not-comparable', why: 'disputed', breaks }
          : changeBetween(was, after, indicator, breaks);
      return { before: was, after, change };
    });
  });
}

/** The breaks after a period has begun, up to the end of a later one. A break before a year is one before its first quarter. */
function breaksBetween(figures: readonly Figure[], before: Period, after: Period): Break[] {
  const beginning = ({ fiscalYear, quarter }: Period) => fiscalYear * 4 + (quarter ?? 1);
  const end = ({ fiscalYear, quarter }: Period) => fiscalYear * 4 + (quarter ?? 4);
  return figures.flatMap(({ period, breakBefore }) => {
    const at = beginning(period);
    return breakBefore && at > beginning(before) && at <= end(after) ? breakBefore : [];
  });
}

function isDisputed(numbers: readonly Figure[]): boolean {
  if (numbers.length < 2) return false;
  return disputesOf(numbers).length > 0 || new Set(numbers.map(({ of }) => of)).size > 1;
}

/**
 * What changed from one figure to a later one of the same indicator: computed only where nothing stands between them.
 * @param breaks those between the two, that of the later one among them
 */
export function changeBetween(
  before: Figure,
  after: Figure,
  { over }: Pick<Indicator, 'over'>,
  breaks: readonly Break[] = after.breakBefore ? [after.breakBefore] : [],
): Change {
  const why = whyNot(before, after, breaks);
  if (why !== null) return { kind: 'not-comparable', why, breaks };
  const [was, is] = [before.value ?? 0, after.value ?? 0];
  const difference = total([is, -was]);
  return {
    kind: 'change',
    difference,
    percent: over === 'ratio' || was === 0 ? null : (difference / Math.abs(was)) * 100,
    breaks,
    about: before.precision === 'about' || after.precision === 'about',
  };
}

function whyNot(before: Figure, after: Figure, breaks: readonly Break[]): Incomparable | null {
  if (breaks.some(({ effect }) => effect === 'no')) return 'break';
  const isOtherLine =
    before.indicatorId !== after.indicatorId ||
    before.via !== after.via ||
    before.period.quarter !== after.period.quarter;
  if (isOtherLine) return 'line';
  if (before.of !== after.of) return before.of === null || after.of === null ? 'unstated' : 'boundary';
  if (before.of === null) return 'unstated';
  const isNumber = (one: Figure) => isExact(one) || (one.most === null && one.precision === 'about');
  return isNumber(before) && isNumber(after) ? null : 'inexact';
}

/**
 * What a cumulative count grew by in a period: the difference to the period before. Undefined = that is not known; one
 * cumulative figure says nothing of a year.
 */
export function growth(series: Pick<Series, 'figures'>, after: Figure): number | undefined {
  const step = stepsOf(series, { over: 'cumulative' }).find((one) => one.after.id === after.id);
  if (step?.change.kind !== 'change') return undefined;
  const { fiscalYear, quarter } = after.period;
  const isNext = quarter === null && fiscalYear - step.before.period.fiscalYear === 1;
  return isNext ? step.change.difference : undefined;
}
