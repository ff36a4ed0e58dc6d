import { groupBy } from '../group.ts';
import type { Id } from '../model/basics.ts';
import { type Figure, isValueless } from '../model/figure.ts';
import { type Indicator, unitOf } from '../model/indicator.ts';
import { isPublic, type Source } from '../model/source.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { wholesOf } from './parts.ts';
import { countedFigures } from './series.ts';

/** From how many cases on nobody is recognised by their number. */
const LEAST_TOLD = 5;

/**
 * Figures that leave the office only as withheld: counts of so few cases that somebody could be recognised, unless their
 * source can be read by anybody; and where one part alone would follow from the whole and the others, the next smallest.
 * @param figures those of one output
 */
export function withheldOutside(
  figures: readonly Figure[],
  indicators: ReadonlyMap<Id, Indicator>,
  sources: ReadonlyMap<Id, Pick<Source, 'kind'>>,
): Set<Id> {
  const hidden = new Set<Id>();
  const told = (figure: Figure) => {
    const source = sources.get(figure.cited?.sourceId ?? '');
    return source !== undefined && isPublic(source);
  };
  for (const [indicatorId, rows] of groupBy(figures, (one) => one.indicatorId)) {
    const indicator = indicators.get(indicatorId);
    if (!indicator || unitOf(indicator) !== 'cases') continue;
    for (const one of rows) if (isSmall(one) && !told(one)) hidden.add(one.id);
    for (const { breakdown, whole, parts } of wholesOf(indicator, countedFigures(rows))) {
      if (!whole || whole.value === null || hidden.has(whole.id) || breakdown.relation === 'some-parts')
        continue;
      const open = parts.filter(({ id, status }) => !hidden.has(id) && !isValueless(status));
      const closed = parts.filter(({ id }) => hidden.has(id));
      const next = open.filter((one) => !told(one)).sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
      if (closed.length === 1 && breakdown.relation === 'all-parts' && next) hidden.add(next.id);
    }
  }
  return hidden;
}

/** The same of a whole workspace: also of figures that were restated or set aside, which reports name beside what stands. */
export function withheldIn({
  figures,
  indicators,
  sources,
}: Pick<WorkspaceState, 'figures' | 'indicators' | 'sources'>): Set<Id> {
  return withheldOutside(
    figures,
    new Map(indicators.map((one) => [one.id, one])),
    new Map(sources.map((one) => [one.id, one])),
  );
}

/** The figures of a workspace as they leave the office: of what is withheld nothing is left but that. */
export function toldOutside(state: Pick<WorkspaceState, 'figures' | 'indicators' | 'sources'>): Figure[] {
  const hidden = withheldIn(state);
  return state.figures.map((one) => (hidden.has(one.id) ? withheldFigure(one) : one));
}

/** A figure as it is told where its number is not. */
export function withheldFigure(figure: Figure): Figure {
  return { ...figure, value: null, most: null, outOf: null, status: 'withheld', precision: 'exact' };
}

/** What is aimed at is nobody's case. */
function isSmall({ value, most, role }: Figure): boolean {
  return role === 'actual' && value !== null && value > 0 && (most ?? value) < LEAST_TOLD;
}
