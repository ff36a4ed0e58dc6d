/** Wholes and their parts: what may be added, what is left over, what does not add up. */

import { groupBy } from '../group.ts';
import type { Figure } from '../model/figure.ts';
import { isValueless } from '../model/figure.ts';
import type { Breakdown, Indicator } from '../model/indicator.ts';
import { decimalsOf, type Range, rangeOf, sumOfRanges, total } from './range.ts';
import { cellKey, isWhole, periodKey } from './series.ts';

/** A whole with the parts of one breakdown: of one period, organisation, channel and source. */
export interface Whole {
  readonly breakdown: Breakdown;
  /** Null = the source names no whole. */
  readonly whole: Figure | null;
  readonly parts: readonly Figure[];
}

/** The wholes of figures of one indicator, each with its parts by each breakdown. */
export function wholesOf({ breakdowns }: Pick<Indicator, 'breakdowns'>, figures: readonly Figure[]): Whole[] {
  const places = groupBy(figures, ({ of, via, period, role, cited }) =>
    JSON.stringify([of, via, periodKey(period), role, cited?.sourceId, cited?.passageId]),
  );
  return [...places.values()].flatMap((rows) =>
    breakdowns.flatMap((breakdown) => {
      const parts = rows.filter(({ cell }) => isPartOf(cell, breakdown));
      if (parts.length === 0) return [];
      return [{ breakdown, whole: rows.find(isWhole) ?? null, parts }];
    }),
  );
}

/** Whether a cell is a member of a breakdown and of no other. */
function isPartOf(cell: Figure['cell'], { code }: Breakdown): boolean {
  return cellKey(cell) === cellKey({ [code]: cell[code] ?? '' });
}

/** What of a whole is in none of its parts. Computed, never stored, and printed as “not broken down”. */
export interface Remainder extends Range {
  /** A part has no number: what is left may be its. */
  readonly hidden: boolean;
}

/** Null = there is no whole, nothing is left over, or the parts do not add up (`doesNotAddUp`). */
export function remainderOf(one: Whole): Remainder | null {
  const { breakdown, whole, parts } = one;
  const all = whole && rangeOf(whole);
  if (!all || doesNotAddUp(one)) return null;
  const known = parts.flatMap((part) => rangeOf(part) ?? []);
  const hidden =
    parts.some(({ status }) => isValueless(status) && status !== 'not-applicable') ||
    (breakdown.relation === 'all-parts' && lacking(breakdown, parts) > 0);
  const sum = sumOfRanges(known);
  // Members that may overlap are together at least as many as the largest of them.
  const together =
    breakdown.relation === 'of-which'
      ? { ...sum, least: Math.max(0, ...known.map(({ least }) => least)) }
      : sum;
  const left = {
    least: Math.max(0, total([all.least, -together.most])),
    most: total([all.most, -together.least]),
    about: all.about || sum.about,
    hidden,
  };
  if (!Number.isFinite(left.most) || left.most <= 0) return null;
  return breakdown.relation === 'all-parts' && !hidden ? null : left;
}

/** What a source prints against its own breakdown; kept as it is stated, and said. */
export type Misfit = 'part-exceeds-whole' | 'parts-exceed-whole' | 'parts-fall-short';

/** In what the parts do not fit the whole; null = they do, as far as they have numbers. */
export function doesNotAddUp({ breakdown, whole, parts }: Whole): Misfit | null {
  const all = whole && rangeOf(whole);
  if (!all) return null;
  const ranges = parts.flatMap((part) => rangeOf(part) ?? []);
  const slack = tolerance(
    [...(whole ? [whole] : []), ...parts],
    ranges.some(({ about }) => about) || all.about,
  );
  if (ranges.some(({ least }) => least > all.most + slack.each)) return 'part-exceeds-whole';
  if (breakdown.relation === 'of-which') return null;
  const sum = sumOfRanges(ranges);
  if (sum.least > all.most + slack.all) return 'parts-exceed-whole';
  const isAllKnown =
    breakdown.relation === 'all-parts' && ranges.length === parts.length && lacking(breakdown, parts) === 0;
  return isAllKnown && sum.most < all.least - slack.all ? 'parts-fall-short' : null;
}

/** How many members have no figure, though they were still counted in the year. */
function lacking({ code, members }: Breakdown, parts: readonly Figure[]): number {
  const year = parts[0]?.period.fiscalYear ?? 0;
  const told = new Set(parts.map(({ cell }) => cell[code]));
  return members.filter((one) => !told.has(one.code) && (one.retiredAfter ?? year) >= year).length;
}

/** Half a unit of the last printed digit a number, where they were rounded; whole counts are not. */
function tolerance(
  figures: readonly Figure[],
  about: boolean,
): { readonly each: number; readonly all: number } {
  if (about) return { each: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY };
  const digits = Math.max(0, ...figures.map(({ value }) => decimalsOf(value ?? 0)));
  if (digits === 0) return { each: 0, all: 0 };
  const half = 0.5 * 10 ** -digits;
  return { each: 2 * half, all: figures.length * half };
}
