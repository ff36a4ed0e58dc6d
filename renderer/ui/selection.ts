import type { Id } from '#shared/model/basics.ts';

/** Rows that are chosen to be changed together, and from where Shift goes on choosing. */
export interface Selection {
  readonly ids: ReadonlySet<Id>;
  readonly from: Id | null;
}

export const NOTHING: Selection = { ids: new Set(), from: null };

/** One more, or one less. */
export function toggled({ ids }: Selection, id: Id): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, from: id };
}

/** As far as a row, from where the choice began; `order` is the list as it is shown. */
export function extended({ ids, from }: Selection, id: Id, order: readonly Id[]): Selection {
  const start = order.indexOf(from ?? id);
  const end = order.indexOf(id);
  if (end < 0) return { ids, from };
  const [first, last] = [Math.min(start < 0 ? end : start, end), Math.max(start, end)];
  return { ids: new Set([...ids, ...order.slice(first, last + 1)]), from: from ?? id };
}

/** Those that are shown: what a filter hides is not changed unseen. */
export function within({ ids }: Selection, order: readonly Id[]): Id[] {
  return order.filter((id) => ids.has(id));
}
