/** Which numbers follow from which others: a total and what is counted in it. */

import { groupBy } from '../group.ts';
import type { Id } from '../model/basics.ts';
import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Organisation } from '../model/organisation.ts';
import { placeKey } from './series.ts';

/** All figures of one thing: by several sources, and restatements with what they restate. */
export type Place = readonly Figure[];

/** A place with places that are counted in it. */
export interface Total {
  readonly whole: Place;
  readonly parts: readonly Place[];
  /** The parts are all of it. */
  readonly complete: boolean;
  /** What is in none of the parts is printed, as a number of its own. */
  readonly tellsRest: boolean;
}

/** What a place is counted in, and how. */
interface Above {
  readonly whole: string;
  readonly by: string;
}

/**
 * The totals among actual figures of one indicator: wholes of breakdowns, years of quarters, all channels together,
 * organisations with what belongs to them. Members that may overlap add up to nothing.
 */
export function totalsOf(
  figures: readonly Figure[],
  indicator: Pick<Indicator, 'over' | 'breakdowns'>,
  organisations: ReadonlyMap<Id, Pick<Organisation, 'partOf'>>,
): Total[] {
  const places = groupBy(
    figures.filter(({ role }) => role === 'actual'),
    placeKey,
  );
  const pairs = [...places.values()].flatMap((place) =>
    aboveOf(place[0] as Figure, indicator, organisations).map((above) => ({ ...above, place })),
  );
  return [...groupBy(pairs, ({ whole, by }) => `${by} ${whole}`).values()].flatMap((group): Total[] => {
    const [above] = group;
    const whole = above && places.get(above.whole);
    if (!whole) return [];
    const parts = group.map(({ place }) => place);
    return [{ whole, parts, ...completeness(above.by, parts.length, indicator) }];
  });
}

const QUARTERS = 'quarters';
const CELL = 'cell ';

/** The places that a figure is counted in. */
function aboveOf(
  figure: Figure,
  { over, breakdowns }: Pick<Indicator, 'over' | 'breakdowns'>,
  organisations: ReadonlyMap<Id, Pick<Organisation, 'partOf'>>,
): Above[] {
  const { cell, period, via, of } = figure;
  const at = (by: string, fields: Partial<Figure>) => ({ by, whole: placeKey({ ...figure, ...fields }) });
  const byCell = breakdowns
    .filter(({ code, relation }) => Object.hasOwn(cell, code) && relation !== 'of-which')
    .map(({ code }) => at(CELL + code, { cell: without(cell, code) }));
  const isQuarter = period.quarter !== null && over === 'flow';
  return [
    ...byCell,
    ...(isQuarter ? [at(QUARTERS, { period: { ...period, quarter: null } })] : []),
    ...(via === null ? [] : [at('via', { via: null })]),
    ...(organisations.get(of ?? '')?.partOf ?? []).map((whole) => at('of', { of: whole })),
  ];
}

function completeness(
  by: string,
  count: number,
  { breakdowns }: Pick<Indicator, 'breakdowns'>,
): Pick<Total, 'complete' | 'tellsRest'> {
  if (by === QUARTERS) return { complete: count === 4, tellsRest: false };
  const breakdown = breakdowns.find(({ code }) => by === CELL + code);
  if (!breakdown) return { complete: false, tellsRest: false };
  const complete = breakdown.relation === 'all-parts';
  return { complete, tellsRest: !complete || count < breakdown.members.length };
}

function without(cell: Figure['cell'], code: string): Figure['cell'] {
  return Object.fromEntries(Object.entries(cell).filter(([one]) => one !== code));
}
