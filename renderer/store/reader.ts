import type { RowReader } from '#shared/change/draft.ts';
import type { CurrentRows } from '#shared/change/undo.ts';
import { valuesAt } from '#shared/model/references.ts';
import type { AnyRow, Rows, TableName } from '#shared/model/tables.ts';
import type { Database, ReadDb } from './database.ts';

/** Reads stored rows for a draft: by index where the field has one. */
export function databaseReader(db: Database): RowReader {
  const table = <T extends TableName>(name: T) => db.table<Rows[T], string>(name);
  return {
    get: (name, id) => table(name).get(id),
    find: async (name, field, value) => {
      const key = String(field);
      const { schema } = table(name);
      if (key === schema.primKey.name || key in schema.idxByName)
        return table(name).where(key).equals(value).toArray();
      return table(name)
        .filter((row) => row[field] === value)
        .toArray();
    },
    all: (name) => table(name).toArray(),
  };
}

/** The same for a view: what it reads is live, and only read. */
export function readThrough(db: ReadDb): RowReader {
  return databaseReader(db as Database);
}

/** Up to so many values are looked up one by one. */
const FEW = 100;

/** Reads stored rows for an undo: by index where the field has one, and then only those that are asked for. */
export function databaseRows(db: Database): CurrentRows {
  const table = (name: TableName) => db.table<AnyRow, string>(name);
  return {
    getMany: (name, ids) => table(name).bulkGet([...ids]),
    holding: async (name, path, values, except) => {
      if (path in table(name).schema.idxByName) {
        const where = () => table(name).where(path);
        const ids =
          values.size > FEW
            ? await where()
                .anyOf([...values])
                .primaryKeys()
            : // One read a value: `anyOf` would step from row to row.
              (await Promise.all([...values].map((value) => where().equals(value).primaryKeys()))).flat();
        const others = [...new Set(ids)].filter((id) => !except.has(id));
        const rows = others.length > 0 ? await table(name).bulkGet(others) : [];
        return rows.filter((row) => row !== undefined);
      }
      const steps = path.split('.');
      return table(name)
        .filter((row) => !except.has(row.id) && valuesAt(row, steps).some((value) => values.has(value)))
        .toArray();
    },
    all: (name) => table(name).toArray(),
  };
}
