import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { type Database, defineDatabase, keepOpen, reopenings } from '../../../renderer/store/database.ts';

let db: Database;
afterEach(() => db.close());

/** What the browser does to a connection after a read or write that failed. */
function closedByBrowser(): void {
  const connection = db.backendDB();
  const listeners = (connection as unknown as { listeners: { type: string; callback: () => void }[] })
    .listeners;
  connection.onclose?.(new Event('close'));
  for (const { type, callback } of [...listeners]) if (type === 'close') callback();
}

/** Waits until the database has been opened again so many times. */
async function reopened(count: number): Promise<void> {
  await expect.poll(() => reopenings.get()).toBe(count);
  await db.open();
}

test('a database that the browser closes is opened again, each time, and also after somebody else opened it anew', async () => {
  db = defineDatabase(newId());
  await db.open();
  let wanted = true;
  keepOpen(db, () => wanted);
  const begun = reopenings.get();
  await expect.poll(() => hasListener()).toBe(true);

  closedByBrowser();
  await reopened(begun + 1);
  closedByBrowser();
  await reopened(begun + 2);

  // As the store does where the database could not follow the log.
  db.close();
  await db.open();
  expect(reopenings.get()).toBe(begun + 3);
  closedByBrowser();
  await reopened(begun + 4);
  expect(await db.persons.count()).toBe(0);

  wanted = false;
  closedByBrowser();
  expect(db.isOpen()).toBe(false);
  expect(reopenings.get()).toBe(begun + 4);
});

function hasListener(): boolean {
  const { listeners } = db.backendDB() as unknown as { listeners: { type: string }[] };
  return listeners.some(({ type }) => type === 'close');
}
