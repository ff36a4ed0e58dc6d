import { groupBy } from '../group.ts';
import type { Id } from '../model/basics.ts';
import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Organisation } from '../model/organisation.ts';
import { type Range, rangeOf, sumOfRanges } from './range.ts';
import { cellKey, periodKey, placeKey } from './series.ts';

/** Why figures are not added. */
export type NoSum =
  | 'nothing'
  | 'indicators'
  /** Counted through several channels or programmes: the same people may be in both. */
  | 'channels'
  | 'sources'
  /** Members that may overlap, or parts of different breakdowns. */
  | 'overlap'
  | 'unstated'
  /** One organisation is part of the other. */
  | 'within'
  | 'ratio'
  /** Several periods of what is not a flow. */
  | 'periods'
  | 'no-value'
  | 'role'
  | 'twice';

/** What figures are together, or why they are not added. */
export type Sum = { readonly sum: Range } | { readonly refused: NoSum };

/**
 * The sum of figures of one indicator, where adding them says something: over parts that exclude one another, over
 * organisations apart, over the quarters of a flow; of one source.
 */
export function sumOf(
  figures: readonly Figure[],
  indicator: Pick<Indicator, 'id' | 'over' | 'breakdowns'>,
  organisations: ReadonlyMap<Id, Pick<Organisation, 'partOf'>>,
): Sum {
  const refused = whyNoSum(figures, indicator, organisations);
  if (refused !== null) return { refused };
  return { sum: sumOfRanges(figures.flatMap((one) => rangeOf(one) ?? [])) };
}

function whyNoSum(
  figures: readonly Figure[],
  { id, over, breakdowns }: Pick<Indicator, 'id' | 'over' | 'breakdowns'>,
  organisations: ReadonlyMap<Id, Pick<Organisation, 'partOf'>>,
): NoSum | null {
  const [first] = figures;
  if (!first) return 'nothing';
  const differ = (keyOf: (figure: Figure) => string) => groupBy(figures, keyOf).size > 1;
  if (figures.some(({ indicatorId }) => indicatorId !== id)) return 'indicators';
  if (over === 'ratio') return 'ratio';
  if (figures.some(({ value }) => value === null)) return 'no-value';
  if (differ(({ role }) => role)) return 'role';
  if (differ(({ via }) => String(via))) return 'channels';
  if (differ(({ cited }) => JSON.stringify([cited?.sourceId, cited?.passageId]))) return 'sources';
  if (figures.some(({ of }) => of === null)) return 'unstated';
  if (groupBy(figures, placeKey).size < figures.length) return 'twice';
  if (differ(({ cell }) => cellKey(cell)) && !areParts(figures, breakdowns)) return 'overlap';
  if (differ(({ period }) => periodKey(period)) && !(over === 'flow' && arePeriodsApart(figures)))
    return 'periods';
  if (isWithin(figures, organisations)) return 'within';
  return null;
}

/** Whether all of them are members of one breakdown that exclude one another. */
function areParts(figures: readonly Figure[], breakdowns: Indicator['breakdowns']): boolean {
  return breakdowns.some(
    ({ code, relation }) =>
      relation !== 'of-which' &&
      figures.every(({ cell }) => Object.hasOwn(cell, code) && Object.keys(cell).length === 1),
  );
}

/** A year is not added to a quarter of it. */
function arePeriodsApart(figures: readonly Figure[]): boolean {
  const years = new Set(
    figures.filter(({ period }) => period.quarter === null).map((one) => one.period.fiscalYear),
  );
  return figures.every(({ period }) => period.quarter === null || !years.has(period.fiscalYear));
}

function isWithin(
  figures: readonly Figure[],
  organisations: ReadonlyMap<Id, Pick<Organisation, 'partOf'>>,
): boolean {
  const ids = new Set<Id>(figures.flatMap(({ of }) => of ?? []));
  return [...ids].some((id) => [...wholesAbove(id, organisations)].some((above) => ids.has(above)));
}

/** All organisations that one belongs to, directly or not. */
export function wholesAbove(id: Id, organisations: ReadonlyMap<Id, Pick<Organisation, 'partOf'>>): Set<Id> {
  const found = new Set<Id>();
  const open: Id[] = [...(organisations.get(id)?.partOf ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(organisations.get(next)?.partOf ?? []));
  }
  found.delete(id);
  return found;
}
