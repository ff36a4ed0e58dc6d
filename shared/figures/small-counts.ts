import { groupBy } from '../group.ts';
import type { Id } from '../model/basics.ts';
import type { Figure } from '../model/figure.ts';
import { type Indicator, unitOf } from '../model/indicator.ts';
import type { Organisation } from '../model/organisation.ts';
import { isPublic, type Source } from '../model/source.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { total } from './range.ts';
import { countedFigures, placeKey } from './series.ts';
import { type Place, type Total, totalsOf } from './totals.ts';

/** From how many cases on nobody is recognised by their number. */
const LEAST_TOLD = 5;

/**
 * Figures that leave the office only as withheld: counts of so few cases that somebody could be recognised, unless their
 * source can be read by anybody; and where such a count would follow from a total, or what is left of it would be one, the
 * next smallest, with all that was ever said of the same thing.
 * @param figures those of one output
 */
export function withheldOutside(
  figures: readonly Figure[],
  indicators: ReadonlyMap<Id, Indicator>,
  sources: ReadonlyMap<Id, Pick<Source, 'kind'>>,
  organisations: ReadonlyMap<Id, Pick<Organisation, 'partOf'>>,
): Set<Id> {
  const counted = new Set<Id>(countedFigures(figures).map(({ id }) => id));
  const telling = new Telling(counted, sources);
  for (const [indicatorId, rows] of groupBy(figures, (one) => one.indicatorId)) {
    const indicator = indicators.get(indicatorId);
    if (!indicator || unitOf(indicator) !== 'cases') continue;
    for (const one of rows) if (isSmall(one)) telling.hide([one]);
    const totals = totalsOf(rows, indicator, organisations);
    // What goes with a count may be a total itself, or be counted in another one.
    for (let again = true; again; ) {
      again = false;
      for (const one of totals) while (telling.hideNextOf(one)) again = true;
    }
  }
  return telling.hidden;
}

/** What is told, and what is not. */
class Telling {
  readonly hidden = new Set<Id>();
  readonly #counted: ReadonlySet<Id>;
  readonly #sources: ReadonlyMap<Id, Pick<Source, 'kind'>>;

  constructor(counted: ReadonlySet<Id>, sources: ReadonlyMap<Id, Pick<Source, 'kind'>>) {
    this.#counted = counted;
    this.#sources = sources;
  }

  /** Hides numbers, but for those that anybody can read. */
  hide(place: Place): void {
    for (const one of place) if (one.value !== null && !this.#isPublic(one)) this.hidden.add(one.id);
  }

  /** Hides the next smallest number of a total from which a small one would follow. @returns whether there was one */
  hideNextOf(one: Total): boolean {
    if (!this.#givesAway(one)) return false;
    const byValue = one.parts
      .filter((part) => this.#canHide(part))
      .sort((a, b) => this.#numberOf(a) - this.#numberOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1));
    const next = byValue[0] ?? (this.#canHide(one.whole) ? one.whole : undefined);
    if (next) this.hide(next);
    return next !== undefined;
  }

  #givesAway({ whole, parts, complete, tellsRest }: Total): boolean {
    const closed = parts.filter((one) => this.#isHidden(one)).length;
    const unknown = parts.filter((one) => !this.#isTold(one) && isMissing(one)).length;
    if (!this.#isTold(whole)) return complete && this.#isHidden(whole) && closed + unknown === 0;
    if (closed === 0 && !tellsRest) return false;
    if (complete && closed === 1 && unknown === 0) return true;
    const told = parts.filter((one) => this.#isTold(one)).map((one) => this.#numberOf(one));
    const rest = total([this.#numberOf(whole), ...told.map((one) => -one)]);
    // Counts that are withheld are one at least: as many as there are would be one each.
    return rest > 0 && rest < Math.max(LEAST_TOLD, closed + 1);
  }

  #canHide(place: Place): boolean {
    return this.#isTold(place) && !place.some((one) => one.value !== null && this.#isPublic(one));
  }

  #isTold(place: Place): boolean {
    return place.some((one) => this.#counts(one) && !this.hidden.has(one.id));
  }

  #isHidden(place: Place): boolean {
    return !this.#isTold(place) && place.some((one) => this.#counts(one));
  }

  #counts({ id, value }: Figure): boolean {
    return value !== null && this.#counted.has(id);
  }

  #numberOf(place: Place): number {
    const told = place.filter((one) => this.#counts(one) && !this.hidden.has(one.id));
    return Math.min(...told.map(({ value }) => value ?? 0));
  }

  #isPublic({ cited }: Figure): boolean {
    const source = this.#sources.get(cited?.sourceId ?? '');
    return source !== undefined && isPublic(source);
  }
}

/** Whether nobody knows how many there are, though there may be some. */
function isMissing(place: Place): boolean {
  return place.every(({ value, status }) => value === null && status !== 'not-applicable');
}

function keyOf([first]: Place): string {
  return first ? placeKey(first) : '';
}

/** Tables that say which counts are told. */
type CountTables = Pick<WorkspaceState, 'figures' | 'indicators' | 'sources' | 'organisations'>;

/** The same of a whole workspace: also of figures that were restated or set aside, which reports name beside what stands. */
export function withheldIn({ figures, indicators, sources, organisations }: CountTables): Set<Id> {
  return withheldOutside(
    figures,
    new Map(indicators.map((one) => [one.id, one])),
    new Map(sources.map((one) => [one.id, one])),
    new Map(organisations.map((one) => [one.id, one])),
  );
}

/** The figures of a workspace as they leave the office: of what is withheld nothing is left but that. */
export function toldOutside(state: CountTables): Figure[] {
  const hidden = withheldIn(state);
  return state.figures.map((one) => (hidden.has(one.id) ? withheldFigure(one) : one));
}

/** A figure as it is told where its number is not. */
export function withheldFigure(figure: Figure): Figure {
  return {
    ...figure,
    ...{ value: null, most: null, outOf: null, status: 'withheld', precision: 'exact' },
    // Words beside a number may say it.
    note: {},
    cited: figure.cited && { ...figure.cited, asStated: '' },
  };
}

/** What is aimed at is nobody's case. */
function isSmall({ value, most, role }: Figure): boolean {
  return role === 'actual' && value !== null && value > 0 && (most ?? value) < LEAST_TOLD;
}
