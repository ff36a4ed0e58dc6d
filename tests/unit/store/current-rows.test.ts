import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexState } from '#shared/change/state.ts';
import { type CurrentRows, currentRows } from '#shared/change/undo.ts';
import { newId } from '#shared/model/basics.ts';
import { REFERENCES } from '#shared/model/references.ts';
import { type AnyRow, TABLE_NAMES, type TableName } from '#shared/model/tables.ts';
import { defineDatabase, write } from '../../../renderer/store/database.ts';
import { databaseRows } from '../../../renderer/store/reader.ts';
import { workedIn } from '../../fixtures/edits.ts';

test('an undo finds in the database what it finds in a state', async () => {
  await fc.assert(
    fc.asyncProperty(workedIn, fc.nat(), async (work, at) => {
      const { state } = await work;
      const db = defineDatabase(newId());
      await db.open();
      await write(db, async () => {
        for (const table of TABLE_NAMES) await db.table(table).bulkPut(state[table] as AnyRow[]);
      });
      const sources = [databaseRows(db), currentRows(indexState(state))];
      const all = TABLE_NAMES.flatMap((table) => (state[table] as AnyRow[]).map(({ id }) => id));
      const some = all.filter((_, index) => index % 3 === at % 3);
      const except = new Set(all.filter((_, index) => index % 5 === at % 5));
      for (const table of TABLE_NAMES) {
        for (const [path] of REFERENCES[table]) {
          for (const ids of [new Set(all), new Set(some)]) {
            const [stored, expected] = await Promise.all(
              sources.map((rows) => held(rows, table, path, ids, except)),
            );
            expect(stored).toEqual(expected);
          }
        }
        const [stored, expected] = await Promise.all(sources.map((rows) => rows.getMany(table, [...some])));
        expect(stored).toEqual(expected);
      }
      db.close();
    }),
    { numRuns: 8 },
  );
});

async function held(
  rows: CurrentRows,
  table: TableName,
  path: string,
  ids: ReadonlySet<string>,
  except: ReadonlySet<string>,
): Promise<readonly AnyRow[]> {
  return [...(await rows.holding(table, path, ids, except))].sort((a, b) => (a.id < b.id ? -1 : 1));
}
