import { foldText } from '../fold/fold.ts';
import { labelOf } from './proposal.ts';
import type { GridRow } from './rows.ts';

/**
 * Finds the row of the table of figures that a name means; null = none, or several do. Names are folded once for all that
 * is asked.
 */
export function rowFinder(rows: readonly GridRow[]): (name: string) => GridRow | null {
  const named = rows.filter(({ role }) => role === 'actual').map((row) => ({ row, names: namesOf(row) }));
  return (name) => {
    const sought = foldText(labelOf(name).label);
    if (sought === '') return null;
    for (const fits of [
      (own: string) => own === sought,
      (own: string) => own.includes(sought) || sought.includes(own),
    ]) {
      const found = named.filter(({ names }) => names.some(fits));
      const [only] = found;
      if (only && found.length === 1) return only.row;
    }
    return null;
  };
}

/** Names that a row goes by, folded: of its indicator, its channel or programme, its part. */
function namesOf({ indicator, arrangement, cell }: GridRow): string[] {
  const parts = Object.entries(cell).flatMap(([code, member]) => {
    const breakdown = indicator.breakdowns.find((one) => one.code === code);
    return Object.values(breakdown?.members.find((one) => one.code === member)?.name ?? {});
  });
  const own = parts.length > 0 ? parts : Object.values(indicator.name);
  const through = parts.length > 0 ? [] : Object.values(arrangement?.name ?? {});
  return [...own, ...through].map(foldText).filter(Boolean);
}
