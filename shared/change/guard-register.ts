import type { Id } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import { possibleTargets, REFERENCES, targetsOf, valuesAt } from '../model/references.ts';
import type { AnyRow, TableName } from '../model/tables.ts';
import type { Change } from './change-set.ts';
import type { ReferenceField, RowReader } from './row-reader.ts';

/** What the office keeps up beside dialogues and rounds: it says on what it rests, and is not rewritten for what goes. */
const REGISTER = [
  'figures',
  'indicators',
  'organisations',
  'arrangements',
  'sources',
  'commitments',
  'entries',
  'answers',
  'editions',
] as const satisfies readonly TableName[];

/** More removed rows than this are looked for in one pass over a table. */
const FEW = 20;

/**
 * Refuses to let rows go to which figures, commitments or the register still refer.
 * @param rows as they are after the changes
 * @throws ProblemError `still-referred-to`
 */
export async function guardRegister(changes: readonly Change[], rows: RowReader): Promise<void> {
  const gone = new Map<string, Set<Id>>();
  for (const { table, id, after } of changes)
    if (after === null) gone.set(table, (gone.get(table) ?? new Set()).add(id));
  if (gone.size === 0) return;
  const isGone = (targets: readonly string[], id: Id) => targets.some((target) => gone.get(target)?.has(id));
  const referring = new Set<Id>();
  for (const table of REGISTER)
    for (const [field, reference] of REFERENCES[table]) {
      if (reference.mayBeGone?.when === 'always') continue;
      const ids = possibleTargets(reference).flatMap((target) => [...(gone.get(target) ?? [])]);
      const path = field.split('.');
      for (const row of await holders(rows, table, field, ids))
        if (valuesAt(row, path).some((id, at) => isGone(targetsOf(reference, row, at), id)))
          referring.add(row.id);
    }
  if (referring.size > 0) throw new ProblemError('still-referred-to', { count: referring.size });
}

/** Rows that may hold one of some ids in a field: by its index where it is one id and few are looked for. */
async function holders(
  rows: RowReader,
  table: (typeof REGISTER)[number],
  field: string,
  ids: readonly Id[],
): Promise<readonly AnyRow[]> {
  if (ids.length === 0) return [];
  if (!/^\w+Id$/.test(field) || ids.length > FEW) return await rows.all(table);
  const column = field as ReferenceField<typeof table>;
  return (await Promise.all(ids.map((id) => rows.find(table, column, id)))).flat();
}
