import { dequal } from 'dequal/lite';
import type { Draft } from '../change/draft.ts';
import { converted, type FigureTables, isConverted } from '../figures/converted.ts';
import type { Id } from '../model/basics.ts';
import { OFFICE_SOURCE, withoutValues } from '../model/figures-of-values.ts';
import type { IdOf } from '../model/id.ts';
import type { Indicator } from '../model/indicator.ts';

const TABLES = ['activities', 'grievances', 'indicators', 'figures', 'arrangements', 'sources'] as const;

/**
 * Brings what an earlier version kept as activities, grievances and values of indicators into the register: what it
 * becomes comes, and what it was goes. Where nothing of that is left, it changes nothing.
 * @returns how many came; null = nothing was left
 */
export async function bringFigures(
  draft: Draft,
): Promise<{ readonly figures: number; readonly arrangements: number } | null> {
  // The large table is read only where there is something to bring.
  const [activities, grievances, indicators] = await Promise.all([
    draft.all('activities'),
    draft.all('grievances'),
    draft.all('indicators'),
  ]);
  const old = { activities, grievances, indicators };
  if (isConverted({ ...old, figures: [], arrangements: [], sources: [] })) return null;
  const before: FigureTables = {
    ...{ activities: sorted(activities), grievances: sorted(grievances), indicators: sorted(indicators) },
    figures: await draft.all('figures'),
    arrangements: await draft.all('arrangements'),
    sources: await draft.all('sources'),
  };
  const after = converted(before);
  for (const table of TABLES) {
    const was = new Map<Id, object>(before[table].map((one) => [one.id, one]));
    for (const row of after[table]) {
      if (!dequal(was.get(row.id), row)) await draft.put(table, row as never);
      was.delete(row.id);
    }
    for (const id of was.keys()) await draft.remove(table, id);
  }
  const came = (table: 'figures' | 'arrangements') => after[table].length - before[table].length;
  return { figures: came('figures'), arrangements: came('arrangements') };
}

/** By id: what becomes of rows does not depend on where they were read. */
function sorted<R extends { readonly id: Id }>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** An indicator with its figures as rows, brought into the register where that was taken back. */
export async function indicatorOfToday(draft: Draft, id: IdOf<'indicators'>): Promise<Indicator> {
  const row = await draft.require('indicators', id);
  const { indicator, figures } = withoutValues(row);
  if (indicator === row) return row;
  await draft.put('indicators', indicator);
  for (const one of figures) await draft.put('figures', one);
  if (figures.some(({ cited }) => cited !== null) && !(await draft.get('sources', OFFICE_SOURCE.id)))
    await draft.put('sources', OFFICE_SOURCE);
  return indicator;
}
