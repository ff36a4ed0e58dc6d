import { Dexie } from 'dexie';
import type { LibraryEntry } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId, textIn } from '#shared/model/basics.ts';
import { call } from '../platform/bridge.ts';
import { databaseName, defineDatabase } from './database.ts';
import { readRows } from './rows.ts';

/** The database of a workspace whose folder is gone: deleted or moved outside of the app. */
export interface OrphanedDatabase {
  readonly storeId: string;
  /** As the workspace calls itself; empty where it does not. */
  readonly name: string;
  /** Number of changes it holds, and when the last one was made. */
  readonly entries: number;
  readonly changedAt: string;
}

const PREFIX = databaseName('');
const SEARCH_PREFIX = databaseName('search-');

/** Databases with a workspace in them that has no folder in the library. */
export async function orphanedDatabases(
  library: readonly LibraryEntry[],
  language: string,
): Promise<OrphanedDatabase[]> {
  const known = new Set(library.map(({ storeId }) => storeId));
  const storeIds = (await Dexie.getDatabaseNames())
    .filter((name) => name.startsWith(PREFIX) && !name.startsWith(SEARCH_PREFIX))
    .map((name) => name.slice(PREFIX.length))
    .filter((storeId) => !known.has(storeId));
  const found = await Promise.all(storeIds.map((storeId) => describe(storeId, language).catch(() => null)));
  return found.filter((one) => one !== null);
}

async function describe(storeId: string, language: string): Promise<OrphanedDatabase | null> {
  const db = defineDatabase(storeId);
  try {
    await db.open();
    const [row] = await db.workspace.toArray();
    const last = await db.journal.orderBy('seq').last();
    if (!row || !last) return null;
    return { storeId, name: textIn(row.name, language), entries: last.seq, changedAt: last.at };
  } finally {
    db.close();
  }
}

/** Makes a workspace of the library out of what a database without a folder holds; original files went with it. */
export async function restoreOrphan({ storeId, name }: OrphanedDatabase): Promise<LibraryEntry> {
  const db = defineDatabase(storeId);
  try {
    await db.open();
    const { state } = await readRows(db);
    const journal = await db.journal.orderBy('seq').toArray();
    const stamp = { id: newId(), at: new Date().toISOString(), actor: '', device: '' };
    const history = isWhole(journal) ? journal : [firstEntry(state, name, stamp)];
    return await call('workspace.create', {
      name,
      ticket: null,
      sample: false,
      snapshot: null,
      journal: history,
      files: [],
    });
  } finally {
    db.close();
  }
}

function isWhole(journal: readonly JournalEntry[]): boolean {
  return journal.length > 0 && journal.every(({ seq }, index) => seq === index + 1);
}

export async function deleteOrphan(storeId: string): Promise<void> {
  await Dexie.delete(databaseName(storeId));
}
