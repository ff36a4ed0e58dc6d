import { doesNotAddUp, type Misfit, type Remainder, remainderOf, wholesOf } from '../figures/parts.ts';
import type { Breakdown } from '../model/indicator.ts';
import type { GridCell, GridRow } from './rows.ts';

/** How the parts of a whole stand to it. */
export interface PartsFound {
  readonly breakdown: Breakdown;
  /** What is in none of the parts; null = nothing, or they do not fit. */
  readonly rest: Remainder | null;
  readonly misfit: Misfit | null;
}

/** What is left over of the wholes that a cell is, or is a part of, and where their parts do not fit them. */
export function partsOf(
  { indicator }: Pick<GridRow, 'indicator'>,
  { standing }: Pick<GridCell, 'standing'>,
  ofIndicator: readonly GridRow[],
  column: string,
): PartsFound[] {
  const figures = ofIndicator.flatMap(({ cells }) => cells.get(column)?.standing ?? []);
  const own = new Set(standing.map(({ id }) => id));
  return wholesOf(indicator, figures)
    .filter(({ whole, parts }) => [whole, ...parts].some((one) => one !== null && own.has(one.id)))
    .map((one) => ({ breakdown: one.breakdown, rest: remainderOf(one), misfit: doesNotAddUp(one) }))
    .filter(({ rest, misfit }) => rest !== null || misfit !== null);
}
