import { Dexie } from 'dexie';
import type { JournalEntry } from '#shared/change/change-set.ts';
import {
  type AnyRow,
  emptyState,
  TABLE_NAMES,
  type TableName,
  type WorkspaceState,
} from '#shared/model/tables.ts';
import { databaseName, type HeadRecord, type ReadDb } from './database.ts';

/** Every row, from one moment. */
export interface StoredRows {
  readonly state: WorkspaceState;
  /** The newest entry of the log that the rows show; 0 before the first. */
  readonly seq: number;
}

/** Reads every row of an open database, in one transaction. */
export async function readRows(db: Dexie): Promise<StoredRows> {
  return db.transaction('r', [...TABLE_NAMES, 'meta'], async () => {
    const state = emptyState();
    for (const table of TABLE_NAMES)
      (state as Record<TableName, AnyRow[]>)[table] = await db.table<AnyRow, string>(table).toArray();
    const head = await db.table<HeadRecord, 'head'>('meta').get('head');
    return { state, seq: head?.seq ?? 0 };
  });
}

/** Every row with the log that leads to them, from one moment. */
export interface StoredWorkspace {
  readonly state: WorkspaceState;
  readonly journal: readonly JournalEntry[];
}

/** Reads a store with its whole log, in a worker, as `readStore` does. */
export async function readStoreWithLog(storeId: string): Promise<StoredWorkspace> {
  return readInWorker(storeId, (_tables, db) =>
    db.transaction('r', [...TABLE_NAMES, 'meta', 'journal'], async () => {
      const { state } = await readRows(db);
      return { state, journal: await db.table<JournalEntry, number>('journal').orderBy('seq').toArray() };
    }),
  );
}

/** The id that a store's workspace has in itself and in its copies, and how its log began; null = neither is there. */
export async function originOf(
  storeId: string,
): Promise<{ readonly id: string; readonly first: string } | null> {
  return readInWorker(storeId, async (_tables, db) => {
    const row = await db.table<{ id: string }, string>('workspace').toCollection().first();
    const first = await db.table<JournalEntry, number>('journal').get(1);
    return row && first ? { id: row.id, first: first.id } : null;
  });
}

/**
 * Reads from the store that the window has open, in a worker, so that nothing is cloned between them. The database is
 * opened as it stands and only read: the store is the one writer (ARCHITECTURE, law 2).
 */
export async function readInWorker<R>(
  storeId: string,
  read: (tables: ReadDb, db: Dexie) => Promise<R>,
): Promise<R> {
  // Without a version of its own: a database that is gone meanwhile is not made anew.
  const db = new Dexie(databaseName(storeId), { cache: 'disabled' });
  try {
    await db.open();
    const tables = [...TABLE_NAMES, 'journal'].map((name) => [name, db.table(name)]);
    return await read(Object.fromEntries(tables), db);
  } finally {
    db.close();
  }
}

/** Reads every row of the store that the window has open, in a worker. */
export function readStore(storeId: string): Promise<StoredRows> {
  return readInWorker(storeId, (_tables, db) => readRows(db));
}
