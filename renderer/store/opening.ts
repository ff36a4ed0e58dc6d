import { dequal } from 'dequal/lite';
import { Dexie } from 'dexie';
import type { JournalHead, OpenReport, RepairReport } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';
import { type AnyRow, TABLE_NAMES, type WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { call } from '../platform/bridge.ts';
import {
  ALL_TABLES,
  type Counts,
  type Database,
  databaseName,
  defineDatabase,
  type HeadRecord,
  write,
} from './database.ts';
import { readRows } from './rows.ts';
import { catchUp, emptyCounts } from './store.ts';

const ROWS_AT_ONCE = 2_000;
const ENTRIES_AT_ONCE = 1_000;

/** What was done so that database and log agree, for the person to be told. */
export interface OpeningRepair {
  /**
   * `replayed`: entries that the database lacked were brought from the log; `rebuilt`: the whole database was;
   * `log-restored`: the log had lost its end, and was given it back from the database.
   */
  readonly repaired: 'none' | 'replayed' | 'rebuilt' | 'log-restored';
  /** Entries replayed, restored, or held by what was rebuilt. */
  readonly entries: number;
  readonly tornTail: boolean;
  /** Names of damaged logs or snapshots, as they are kept in `folder`. */
  readonly damaged: readonly string[];
  readonly folder: string;
  /** What could not be had again; null = nothing is known to be missing. */
  readonly missing: Omit<RepairReport, 'head'> | null;
  /** Database and log tell the same: whatever was acknowledged is here. */
  readonly complete: boolean;
  /** Content address of what the database held that the log did not know, kept aside; null = nothing. */
  readonly keptAside: string | null;
}

export interface OpenedDatabase {
  readonly db: Database;
  readonly last: JournalEntry | null;
  readonly repair: OpeningRepair;
}

/**
 * Opens a store's database and makes it agree with the log, which is the truth (ARCHITECTURE, law 2).
 * @param before whether there was a database: none where the store was made just now; an empty one is no loss then, nor
 * where it was wiped on purpose
 */
export async function openDatabase(
  storeId: string,
  report: OpenReport,
  before: 'none' | 'wiped' | 'kept',
  progress: (share: number) => void,
): Promise<OpenedDatabase> {
  const db = defineDatabase(storeId);
  const finding = await inspect(db, report.head);
  const restored = finding.state === 'ahead' ? await restoreLog(db, report.head) : null;
  const { head, ...lost } = report.repair
    ? await call('workspace.repair', { database: restored !== null || finding.state === 'same' })
    : { head: restored?.head ?? report.head, lostEntries: 0, lostChanges: 0, atLeast: false };
  if (head.seq === 0) throw new ProblemError('log-lost');
  const missing = lost.lostEntries > 0 || lost.lostChanges > 0 || lost.atLeast ? lost : null;
  const { tornTail, damaged, folder } = report;
  const common = { tornTail, damaged, folder, missing, complete: false, keptAside: null };

  const reached = restored?.head.seq ?? (finding.state === 'behind' ? finding.seq : report.head.seq);
  if (restored || finding.state === 'same' || finding.state === 'behind') {
    const entries = reached === head.seq ? 0 : await attempt(() => catchUp(db, reached, head, progress));
    // An entry is acknowledged when it stands in the database: at most the one on its way may be in the log alone.
    const complete = missing === null && head.seq - reached <= 1;
    if (restored)
      return done(db, { ...common, complete, repaired: 'log-restored', entries: restored.entries });
    if (entries === 0) return done(db, { ...common, complete, repaired: 'none', entries: 0 });
    if (entries !== null) return done(db, { ...common, complete, repaired: 'replayed', entries });
  }
  const keptAside = finding.state === 'stranger' ? await keepAside(db) : null;
  const empty = finding.state === 'empty' ? await emptied(db) : await anew(db, storeId);
  if (before === 'none') {
    // Part by part out of the log: it need not be held as a whole anywhere.
    await catchUp(empty, 0, head, progress);
    return done(empty, { ...common, complete: true, repaired: 'none', entries: 0 });
  }
  const rebuilt = await rebuild(empty, head, progress);
  const repaired = before === 'wiped' && finding.state === 'empty' ? 'none' : 'rebuilt';
  return done(rebuilt, { ...common, repaired, entries: head.seq, keptAside });
}

async function done(db: Database, repair: OpeningRepair): Promise<OpenedDatabase> {
  return { db, last: (await db.journal.orderBy('seq').last()) ?? null, repair };
}

type Finding =
  | { readonly state: 'same' | 'ahead' | 'empty' | 'damaged' | 'stranger' }
  | { readonly state: 'behind'; readonly seq: number };

/** How the database stands against the log. Leaves it open unless it could not be opened. */
async function inspect(db: Database, head: JournalHead): Promise<Finding> {
  try {
    await db.open();
    const stored = await db.meta.get('head');
    // Chromium answers a damaged database with an empty one, and says nothing (ARCHITECTURE, "What was measured").
    if (!stored) return { state: 'empty' };
    if (!(await hasItsRows(db, stored.counts, stored.seq))) return { state: 'damaged' };
    if (stored.seq > head.seq) return { state: (await agreesAt(db, head.seq)) ? 'ahead' : 'stranger' };
    const sum = await call('journal.sumAt', { seq: stored.seq });
    if (sum !== stored.sum) return { state: 'stranger' };
    return stored.seq === head.seq ? { state: 'same' } : { state: 'behind', seq: stored.seq };
  } catch {
    return { state: 'damaged' };
  }
}

/** Whether each table has as many rows as were written to it: the cheapest sign of silent damage. */
async function hasItsRows(db: Database, counts: Counts, seq: number): Promise<boolean> {
  return db.transaction('r', [...TABLE_NAMES, 'journal'], async () => {
    for (const table of TABLE_NAMES) {
      if ((await db.table(table).count()) !== (counts[table] ?? 0)) return false;
    }
    const newest = await db.journal.orderBy('seq').last();
    return (newest?.seq ?? 0) === seq;
  });
}

/** Whether log and database hold the very same entry at `seq`. */
async function agreesAt(db: Database, seq: number): Promise<boolean> {
  if (seq === 0) return true;
  const { entries } = await call('journal.read', { from: seq, limit: 1 });
  return entries[0] !== undefined && dequal(entries[0], await db.journal.get(seq));
}

/** The log lost its end (a damaged disk, an old copy put back): the database still has it. */
async function restoreLog(db: Database, head: JournalHead): Promise<{ head: JournalHead; entries: number }> {
  let restored = 0;
  let now = head;
  for (;;) {
    const entries = await db.journal.where('seq').above(now.seq).limit(ENTRIES_AT_ONCE).sortBy('seq');
    if (entries.length === 0) break;
    for (const entry of entries) now = await call('journal.append', { entry });
    restored += entries.length;
  }
  await write(db, async () => {
    const stored = await db.meta.get('head');
    if (stored) await db.meta.put({ ...stored, seq: now.seq, sum: now.sum });
  });
  return { head: now, entries: restored };
}

/** Keeps a database that the log does not know as a file beside the originals, before it is replaced. */
async function keepAside(db: Database): Promise<string | null> {
  return attempt(async () => {
    const { state } = await readRows(db);
    const content = JSON.stringify({ state, journal: await db.journal.toArray() });
    const { sha256 } = await call('file.put', { bytes: new TextEncoder().encode(content) });
    return sha256;
  });
}

/** A sound database without rows; a rebuild that was cut short may have left some. */
async function emptied(db: Database): Promise<Database> {
  await write(db, async () => {
    for (const table of ALL_TABLES) await db.table(table).clear();
  });
  return db;
}

/** Throws a database away and begins another in its place. */
async function anew(db: Database, storeId: string): Promise<Database> {
  db.close();
  await Dexie.delete(databaseName(storeId));
  const fresh = defineDatabase(storeId);
  await fresh.open();
  return fresh;
}

/** Fills an empty database from the last good snapshot and the log. */
async function rebuild(
  db: Database,
  head: JournalHead,
  progress: (share: number) => void,
): Promise<Database> {
  const recovered = await call('workspace.recover', undefined);
  const state = upgradeState(JSON.parse(recovered.state) as WorkspaceState);
  const counts = emptyCounts();
  const rowTotal = TABLE_NAMES.reduce((total, table) => total + state[table].length, 0);
  const work = rowTotal + head.seq;
  let worked = 0;
  for (const table of TABLE_NAMES) {
    const rows = state[table] as AnyRow[];
    counts[table] = rows.length;
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const part = rows.slice(at, at + ROWS_AT_ONCE);
      await write(db, () => db.table<AnyRow>(table).bulkPut(part));
      worked += part.length;
      progress(worked / work);
    }
  }
  for (let from = 1; from <= recovered.seq; ) {
    const { entries } = await call('journal.read', { from, limit: ENTRIES_AT_ONCE });
    const last = entries.at(-1);
    if (!last) break;
    await write(db, () => db.journal.bulkPut(entries));
    worked += last.seq - from + 1;
    from = last.seq + 1;
    progress(worked / work);
  }
  // Written last: a rebuild that was cut short has no head, and is begun again.
  const record: HeadRecord = { key: 'head', seq: recovered.seq, sum: recovered.sum, counts };
  await write(db, () => db.meta.put(record));
  if (recovered.seq < head.seq) await catchUp(db, recovered.seq, head);
  return db;
}

async function attempt<R>(work: () => Promise<R>): Promise<R | null> {
  try {
    return await work();
  } catch (thrown) {
    noted(thrown, 'opening');
    return null;
  }
}
