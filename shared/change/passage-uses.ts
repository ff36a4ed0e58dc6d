import type { Id } from '../model/basics.ts';
import { possibleTargets, REFERENCES, targetsOf, valuesAt } from '../model/references.ts';
import { type AnyRow, TABLE_NAMES, type TableName } from '../model/tables.ts';
import type { ReferenceField, RowReader } from './row-reader.ts';

/** Where rows name passages, as the schemas say it, by table. */
const NAMING = TABLE_NAMES.flatMap((table) => {
  const references = REFERENCES[table]
    .filter(([, reference]) => possibleTargets(reference).includes('passages'))
    .map(([field, reference]) => ({ path: field.split('.'), reference }));
  return references.length > 0 ? [{ table, references }] : [];
});

/** The passages that a row names, wherever in it. */
export function passagesNamedIn(table: TableName, row: AnyRow | null): Id[] {
  if (row === null) return [];
  const references = NAMING.find((one) => one.table === table)?.references ?? [];
  return references.flatMap(({ path, reference }) =>
    valuesAt(row, path).filter((_, at) => targetsOf(reference, row, at).includes('passages')),
  );
}

/** Those of some passages that any row names; tables that are looked up by passage come first, since most end there. */
export async function passagesInUse(rows: RowReader, passages: ReadonlySet<Id>): Promise<Set<Id>> {
  const used = new Set<Id>();
  const isLookedUp = ({ references }: (typeof NAMING)[number]) =>
    references.every(({ path }) => path.length === 1 && path[0] === 'passageId');
  for (const { table } of NAMING.filter(isLookedUp))
    for (const id of passages)
      if ((await rows.find(table, 'passageId' as ReferenceField<typeof table>, id)).length > 0) used.add(id);
  for (const { table } of NAMING.filter((one) => !isLookedUp(one))) {
    if (used.size === passages.size) break;
    for (const row of await rows.all(table))
      for (const id of passagesNamedIn(table, row)) if (passages.has(id)) used.add(id);
  }
  return used;
}
