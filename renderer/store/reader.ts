import type { RowReader } from '#shared/change/draft.ts';
import type { Rows, TableName } from '#shared/model/tables.ts';
import type { Database } from './database.ts';

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
