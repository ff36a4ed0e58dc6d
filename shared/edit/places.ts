import type { Draft } from '../change/draft.ts';
import type { RowReader } from '../change/row-reader.ts';
import type { Id } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import { names, possibleTargets, REFERENCES } from '../model/references.ts';
import { TABLE_NAMES, type TableName } from '../model/tables.ts';
import { citesInstrument } from '../register/timeline.ts';

/** A row that refers to another one. */
export interface ReferringRow {
  readonly table: TableName;
  readonly id: Id;
  readonly field: string;
}

/** Every place that would lead nowhere if a row were gone. What records keep leads to rows of the same record. */
export async function placesOf(rows: RowReader, table: TableName, id: Id): Promise<ReferringRow[]> {
  const found = table === 'instruments' ? await citing(rows, id) : [];
  for (const from of TABLE_NAMES) {
    const references = REFERENCES[from].filter(
      ([, reference]) => reference.mayBeGone?.when !== 'always' && possibleTargets(reference).includes(table),
    );
    if (references.length === 0) continue;
    for (const row of await rows.all(from))
      for (const [field, reference] of references)
        if (names(row, field, reference, table, id)) found.push({ table: from, id: row.id, field });
  }
  return found;
}

/** The rows that cite an instrument, which they name by its code. */
async function citing(rows: RowReader, id: Id): Promise<ReferringRow[]> {
  const code = (await rows.get('instruments', id))?.code;
  if (code === undefined) return [];
  const found: ReferringRow[] = [];
  for (const table of ['issues', 'indicators', 'arrangements'] as const)
    for (const row of await rows.all(table))
      if (citesInstrument(row, code)) found.push({ table, id: row.id, field: 'instruments.code' });
  return found;
}

/** Tables of the register, out of which nothing goes that is referred to. */
export type RegisterTable = 'organisations' | 'sources' | 'arrangements' | 'indicators' | 'instruments';

/**
 * Removes a row that nothing refers to.
 * @throws ProblemError `still-referred-to` with how many places there are; `placesOf` lists them
 */
export async function removeUnreferred(draft: Draft, table: RegisterTable, id: Id): Promise<void> {
  await draft.require(table, id);
  const places = (await placesOf(draft, table, id)).filter((one) => one.id !== id);
  if (places.length > 0) throw new ProblemError('still-referred-to', { count: places.length });
  await draft.remove(table, id);
}
