import { Dexie } from 'dexie';
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
