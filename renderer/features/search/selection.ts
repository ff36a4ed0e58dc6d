import type { Id } from '#shared/model/basics.ts';
import type { Hit } from '#shared/search/request.ts';

/** Turns that were ticked: some, or all that are found but some. */
export interface Ticks {
  readonly all: boolean;
  /** With `all`, those that are left out. */
  readonly ids: ReadonlySet<Id>;
}

export const NONE_TICKED: Ticks = { all: false, ids: new Set() };
export const ALL_TICKED: Ticks = { all: true, ids: new Set() };

/** Whether a hit is ticked; null = only turns can be, since their words are what is coded. */
export function isTicked({ all, ids }: Ticks, { kind, id }: Pick<Hit, 'kind' | 'id'>): boolean | null {
  return kind === 'turn' ? ids.has(id) !== all : null;
}

export function ticked(ticks: Ticks, id: Id, on: boolean): Ticks {
  const ids = new Set(ticks.ids);
  if (on === ticks.all) ids.delete(id);
  else ids.add(id);
  return { all: ticks.all, ids };
}

/** How many are ticked of so many that were found. */
export function tickedOf({ all, ids }: Ticks, found: number): number {
  return all ? Math.max(0, found - ids.size) : ids.size;
}
