import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  type CallRequest,
  type CallResponse,
  type JournalHead,
  type LibraryEntry,
  type OpenReport,
  RepairReport,
  StoreId,
} from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { recoverLog } from '#shared/change/recovery.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { Instant, newId } from '#shared/model/basics.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';
import { emptyState, MODEL_VERSION, type WorkspaceState } from '#shared/model/tables.ts';
import { isNewerEntry, isNewerState, upgradeEntry, upgradeState } from '#shared/model/upgrade.ts';
import { makeFolder, moveInPlace, syncFolder, timeInName, writeAtomic } from './atomic.ts';
import { getFile, putFile, sha256 } from './files.ts';
import { JOURNAL_FILE, Journal } from './journal.ts';
import { takeLock } from './lock.ts';
import { salvage } from './salvage.ts';
import {
  kept,
  listSnapshots,
  readSnapshot,
  rotate,
  type Snapshot,
  type SnapshotName,
  setSnapshotAside,
  writeSnapshot,
} from './snapshots.ts';

const ENTRIES_AT_ONCE = 1_000;
/** How the folder of a store begins that is not finished yet. */
const MAKING = '.making-';
/** How long after a day's first change its snapshot is written, in ms. */
const DAILY_AFTER = 60_000;
const STORE_FILE = 'store.json';
/** What a repair that is not done yet has to know after a crash; gone when it is done. */
const REPAIR_FILE = 'repair.json';

const Lost = RepairReport.omit({ head: true });
const Repair = z.object({
  /** Names of damaged logs that it reads. */
  logs: z.array(z.string()),
  /** Number of the last entry that is known to have been there. */
  reach: z.int().min(0),
  openEnd: z.boolean(),
  /** What it found to be lost, written before it changes the log. */
  lost: Lost.nullable(),
});
type Repair = z.infer<typeof Repair>;
const NO_REPAIR: Repair = { logs: [], reach: 0, openEnd: false, lost: null };

/** What is kept beyond the sound beginning of the log. */
interface Beyond {
  readonly entries: ReadonlyMap<number, JournalEntry>;
  readonly snapshots: readonly SnapshotName[];
  readonly repair: Repair;
}

interface Open {
  readonly storeId: string;
  readonly folder: string;
  readonly journal: Journal;
  readonly release: () => Promise<void>;
  daily: NodeJS.Timeout | null;
  /** Null where the log is all that is kept. */
  beyond: Beyond | null;
  /** What the newest sound snapshot holds. */
  newest: JournalHead | null;
  /** Snapshots are written one after another. */
  snapshots: Promise<unknown>;
}

/**
 * The library of workspaces under `<folder>/workspaces/<storeId>/`, each with `store.json` (what the library shows;
 * made again where it is damaged or missing), `journal.jsonl` (the log, which is the truth), `snapshots/` and `files/`. At most one is open.
 */
export class Workspaces {
  readonly #root: string;
  #open: Open | null = null;
  /** The store that is being let go: nothing else is opened, and the app does not end, before that is done. */
  #closing: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#root = path.join(folder, 'workspaces');
  }

  /** Removes what a crash left of stores that were being made. */
  async tidy(): Promise<void> {
    for (const name of await readdir(this.#root).catch(() => [] as string[]))
      if (name.startsWith(MAKING)) await rm(path.join(this.#root, name), { recursive: true, force: true });
  }

  get openId(): string | null {
    return this.#open?.storeId ?? null;
  }

  /** What is in the library, what was open last first. */
  async library(): Promise<LibraryEntry[]> {
    const folders = await readdir(this.#root).catch(() => [] as string[]);
    const entries = await Promise.all(
      folders
        .filter((name) => StoreId.safeParse(name).success)
        .map((name) => this.#entry(name).catch(() => null)),
    );
    return entries.filter((entry) => entry !== null).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  /** Builds the whole store beside its place, then moves it there: it exists as a whole or not at all. */
  async create({
    name,
    sample,
    snapshot,
    journal: entries,
    files,
  }: CallRequest<'workspace.create'>): Promise<LibraryEntry> {
    if (snapshot && snapshot.seq !== entries.length)
      throw new ProblemError('journal-sequence', { expected: entries.length, got: snapshot.seq });
    const storeId = newId();
    const at = new Date().toISOString();
    const entry: LibraryEntry = { storeId, name, sample, createdAt: at, openedAt: at };
    await makeFolder(this.#root);
    const building = path.join(this.#root, MAKING + storeId);
    await mkdir(building);
    try {
      for (const file of files) {
        if (sha256(file.bytes) !== file.sha256)
          throw new ProblemError('file-damaged', { name: file.sha256.slice(0, 12) });
        await putFile(path.join(building, 'files'), file.bytes);
      }
      const { journal } = await Journal.open(building);
      let head: JournalHead;
      try {
        head = await journal.appendAll(entries);
      } finally {
        await journal.close();
      }
      if (snapshot)
        await writeSnapshot(path.join(building, 'snapshots'), { ...head, state: snapshot.state }, 'daily');
      const content = { ...entry, model: MODEL_VERSION };
      await writeAtomic(path.join(building, STORE_FILE), JSON.stringify(content, null, 2));
      await moveInPlace(building, this.#folder(storeId));
    } catch (thrown) {
      await rm(building, { recursive: true, force: true });
      throw thrown;
    }
    await syncFolder(this.#root);
    return entry;
  }

  /**
   * Opens a store, letting go the one that is open. Where the log is damaged, or older than what is kept of it, the
   * report asks for `repair`.
   * @throws ProblemError `workspace-missing`, `workspace-newer`, `workspace-locked`, `disk-full`, `not-writable`
   */
  async open(storeId: string): Promise<OpenReport> {
    await this.close();
    const folder = this.#folder(storeId);
    const entry = await this.#entry(storeId);
    const { model } = await storedEntry(folder);
    if (typeof model === 'number' && model > MODEL_VERSION) throw new ProblemError('workspace-newer');
    const release = await takeLock(folder);
    try {
      const logMissing = !(await exists(path.join(folder, JOURNAL_FILE)));
      const opened = await Journal.open(folder, async (name) => {
        const repair = (await readRepair(folder)) ?? NO_REPAIR;
        await writeRepair(folder, { ...repair, logs: [...repair.logs, name] });
      });
      const { journal, tornTail } = opened;
      const snapshots = await checkSnapshots(folder);
      const { newest } = snapshots;
      const beyond = await lookBeyond(folder, journal, snapshots.reach, logMissing);
      if (beyond) await writeRepair(folder, beyond.repair);
      this.#open = {
        storeId,
        folder,
        journal,
        release,
        daily: null,
        beyond,
        newest,
        snapshots: Promise.resolve(),
      };
      await this.#writeEntry({ ...entry, openedAt: new Date().toISOString() }).catch(notWritten(STORE_FILE));
      const damaged = [...(opened.damaged ? [opened.damaged] : []), ...snapshots.damaged];
      return { head: journal.head, tornTail, damaged, folder, repair: beyond !== null };
    } catch (thrown) {
      if (!this.#open) await release();
      await this.close().catch(() => undefined);
      throw thrown;
    }
  }

  /**
   * Continues the log from what is left of it beyond its sound beginning, and says what it lacks. Nothing is done
   * where there is nothing to continue it with.
   * @param database what the window's database held beyond the log has been written back
   */
  async repair(database: boolean): Promise<RepairReport> {
    const open = this.#required();
    const { journal, folder, beyond } = open;
    // Nothing is written where nothing was damaged.
    if (!beyond) return { head: journal.head, lostEntries: 0, lostChanges: 0, atLeast: false };
    const { seq } = journal.head;
    const { state } = await stateAt(folder, journal, seq);
    const recovered = await recoverLog({
      seq,
      state: indexState(readState(state)),
      entries: upgradedEntries(beyond.entries),
      snapshots: beyond.snapshots.map(({ id, seq: at }) => ({
        seq: at,
        read: () => snapshotState(folder, id),
      })),
      at: new Date().toISOString(),
      device: newId(),
    });
    const { reach, openEnd, lost: before } = beyond.repair;
    const unread = Math.max(0, reach - seq - recovered.entries.length);
    // A repair that a crash cut short is not to be told as if nothing had been lost.
    const lost = {
      lostEntries: Math.max(recovered.lostEntries + unread, before?.lostEntries ?? 0),
      lostChanges: Math.max(recovered.lostChanges + unread, before?.lostChanges ?? 0),
      atLeast: before?.atLeast ?? (openEnd && !database),
    };
    await writeRepair(folder, { ...beyond.repair, lost });
    await journal.appendAll(recovered.entries);
    open.beyond = null;
    await takeSnapshot(open, 'daily').catch(notWritten('snapshot'));
    await rm(path.join(folder, REPAIR_FILE), { force: true });
    return { head: journal.head, ...lost };
  }

  /** Writes a snapshot if there is news, and lets the store go. */
  close(): Promise<void> {
    const leaving = this.#open;
    this.#open = null;
    if (leaving) this.#closing = this.#closing.then(() => letGo(leaving));
    return this.#closing;
  }

  async rename(storeId: string, name: string): Promise<void> {
    await this.#writeEntry({ ...(await this.#entry(storeId)), name });
  }

  /** @param trash moves a folder to the system's trash; where it cannot, the folder is kept under `removed/` */
  async remove(storeId: string, trash: (folder: string) => Promise<void>): Promise<void> {
    if (this.#open?.storeId === storeId) await this.close();
    await this.#entry(storeId);
    const folder = this.#folder(storeId);
    try {
      await trash(folder);
    } catch {
      const removed = path.join(path.dirname(this.#root), 'removed');
      await makeFolder(removed);
      await rename(folder, path.join(removed, `${storeId}-${timeInName()}`));
    }
  }

  /** The state as the log tells it, from the newest good snapshot that belongs to this log. */
  async recover(): Promise<CallResponse<'workspace.recover'>> {
    const { journal, folder } = this.#required();
    const { seq, sum } = journal.head;
    const { state, from } = await stateAt(folder, journal, seq);
    return { seq, sum, state, fromSnapshot: from };
  }

  /** Copies of a store's past, whether it is open or cannot be opened. */
  async snapshots(storeId: string): Promise<CallResponse<'snapshot.list'>> {
    const all = await listSnapshots(snapshotFolder(this.#folder(storeId)));
    const kinds = kept(all);
    return all.map(({ id, at, seq, reason }) => ({ id, at, seq, kind: kinds.get(id) ?? reason }));
  }

  /** Makes a new workspace out of a snapshot, with its history where the store is open and its log still has it. */
  async restore(storeId: string, id: string, name: string): Promise<LibraryEntry> {
    const folder = this.#folder(storeId);
    const journal = this.#open?.storeId === storeId ? this.#open.journal : null;
    const known = (await listSnapshots(snapshotFolder(folder))).find((snapshot) => snapshot.id === id);
    const snapshot = known && (await readSnapshot(snapshotFolder(folder), id));
    if (!snapshot) throw new ProblemError('snapshot-damaged', { name: id });
    const entries =
      journal?.sumAt(snapshot.seq) === snapshot.sum
        ? await readAll(journal, snapshot.seq)
        : [beginning(snapshot, name)];
    const entry = await this.create({
      name,
      sample: false,
      snapshot: { seq: entries.length, state: snapshot.state },
      journal: entries,
      files: [],
    });
    await copyFiles(path.join(folder, 'files'), path.join(this.#folder(entry.storeId), 'files'));
    return entry;
  }

  async append(entry: JournalEntry): Promise<JournalHead> {
    const open = this.#required();
    const head = await open.journal.append(entry);
    open.daily ??= setTimeout(() => {
      open.daily = null;
      takeDailySnapshot(open).catch((thrown) => noted(thrown, 'daily snapshot'));
    }, DAILY_AFTER);
    return head;
  }

  async read(from: number, limit: number): Promise<CallResponse<'journal.read'>> {
    const { journal } = this.#required();
    const { head } = journal;
    return { entries: await journal.read(from, limit), head };
  }

  sumAt(seq: number): string | null {
    return this.#required().journal.sumAt(seq);
  }

  putFile(bytes: Uint8Array): Promise<string> {
    return putFile(path.join(this.#required().folder, 'files'), bytes);
  }

  getFile(sum: string): Promise<Uint8Array> {
    return getFile(path.join(this.#required().folder, 'files'), sum);
  }

  #required(): Open {
    if (!this.#open) throw new ProblemError('no-workspace');
    return this.#open;
  }

  #folder(storeId: string): string {
    return path.join(this.#root, storeId);
  }

  /** What the library shows of a store, made again from the log where `store.json` does not tell it. */
  async #entry(storeId: string): Promise<LibraryEntry> {
    const folder = this.#folder(storeId);
    if (!StoreId.safeParse(storeId).success) throw new ProblemError('workspace-missing');
    const stored = await storedEntry(folder);
    const { name, sample, createdAt, openedAt } = stored;
    if (typeof name === 'string' && isInstant(createdAt) && isInstant(openedAt))
      return { storeId, name, sample: sample === true, createdAt, openedAt };
    const log = path.join(folder, JOURNAL_FILE);
    const found = await stat(log)
      .catch(() => stat(snapshotFolder(folder)))
      .catch(() => stat(path.join(folder, STORE_FILE)))
      .catch(() => null);
    if (!found) throw new ProblemError('workspace-missing');
    return {
      storeId,
      name: typeof name === 'string' ? name : await nameInLog(log),
      sample: sample === true,
      createdAt: isInstant(createdAt) ? createdAt : found.birthtime.toISOString(),
      openedAt: isInstant(openedAt) ? openedAt : found.mtime.toISOString(),
    };
  }

  /** Fields that a later version wrote stay as they are. */
  async #writeEntry(entry: LibraryEntry): Promise<void> {
    const folder = this.#folder(entry.storeId);
    await keepUnreadableEntry(folder);
    const content = { ...(await storedEntry(folder)), ...entry, model: MODEL_VERSION };
    await writeAtomic(path.join(folder, STORE_FILE), JSON.stringify(content, null, 2));
  }
}

/** What `store.json` holds; nothing where it cannot be read. */
async function storedEntry(folder: string): Promise<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(await readFile(path.join(folder, STORE_FILE), 'utf8'));
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
  } catch {
    return {};
  }
}

/** Keeps the bytes of a `store.json` that cannot be read, before another is written in its place. */
async function keepUnreadableEntry(folder: string): Promise<void> {
  const file = path.join(folder, STORE_FILE);
  if ((await exists(file)) && Object.keys(await storedEntry(folder)).length === 0)
    await moveInPlace(file, path.join(folder, `store-damaged-${timeInName()}.json`));
}

function isInstant(value: unknown): value is Instant {
  return Instant.safeParse(value).success;
}

/** How much of a log is read to find what the workspace was called when it was made. */
const NAME_WITHIN = 64 * 1024;

/** The name that the first entry of a log gives; '' where it does not tell. */
async function nameInLog(file: string): Promise<string> {
  try {
    const handle = await open(file, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(NAME_WITHIN), 0, NAME_WITHIN, 0);
      const [, name] =
        /"params":\{"name":("(?:[^"\\]|\\.)*")/.exec(buffer.toString('utf8', 0, bytesRead)) ?? [];
      return name ? String(JSON.parse(name)) : '';
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** For what is convenient to have on disk, and no reason to give up where it cannot be written. */
function notWritten(what: string): (thrown: unknown) => void {
  return (thrown) => void noted(thrown, what);
}

/**
 * Looks at snapshots from the one that reaches furthest down to the first sound one.
 * @returns names of damaged ones, set aside; `reach`: the furthest that any reached, sound or not
 */
async function checkSnapshots(
  folder: string,
): Promise<{ damaged: string[]; newest: JournalHead | null; reach: number }> {
  const damaged: string[] = [];
  const all = await listSnapshots(snapshotFolder(folder));
  const reach = all[0]?.seq ?? 0;
  for (const { id } of all) {
    const snapshot = await readSnapshot(snapshotFolder(folder), id);
    if (snapshot) return { damaged, newest: { seq: snapshot.seq, sum: snapshot.sum }, reach };
    damaged.push(
      await setSnapshotAside(snapshotFolder(folder), id).catch((thrown) => {
        notWritten('snapshot')(thrown);
        return id;
      }),
    );
  }
  return { damaged, newest: null, reach };
}

/** What is kept beyond the log's sound beginning: in damaged lines, and in snapshots that reach further. */
async function lookBeyond(
  folder: string,
  journal: Journal,
  snapshotReach: number,
  logMissing: boolean,
): Promise<Beyond | null> {
  const begun = await readRepair(folder);
  const { seq } = journal.head;
  if (begun === null && snapshotReach <= seq && !logMissing) return null;
  const snapshots: SnapshotName[] = [];
  const sums = new Map<number, string>();
  for (const one of await listSnapshots(snapshotFolder(folder))) {
    if (one.seq <= seq) break;
    const snapshot = await readSnapshot(snapshotFolder(folder), one.id);
    if (!snapshot) continue;
    snapshots.push(one);
    sums.set(one.seq, snapshot.sum);
  }
  const { logs, reach, openEnd, lost } = begun ?? NO_REPAIR;
  const read = await Promise.all(logs.map((log) => salvage(path.join(folder, log), sums)));
  const entries = new Map(read.flatMap((one) => [...one.entries]).sort(([a], [b]) => a - b));
  const readTo = Math.max(seq, lastOf(entries));
  return {
    entries,
    snapshots,
    repair: {
      logs,
      reach: Math.max(reach, snapshotReach, ...read.map((one) => one.reach)),
      openEnd: openEnd || logMissing || snapshotReach > readTo || read.some((one) => one.openEnd),
      lost,
    },
  };
}

/** The greatest key; 0 = none. They were set in order. */
function lastOf(entries: ReadonlyMap<number, unknown>): number {
  return [...entries.keys()].at(-1) ?? 0;
}

/** The repair that is not done yet; null = none. */
async function readRepair(folder: string): Promise<Repair | null> {
  try {
    const repair = Repair.parse(JSON.parse(await readFile(path.join(folder, REPAIR_FILE), 'utf8')));
    return { ...repair, logs: repair.logs.filter((log) => path.basename(log) === log) };
  } catch {
    return null;
  }
}

function writeRepair(folder: string, repair: Repair): Promise<void> {
  return writeAtomic(path.join(folder, REPAIR_FILE), JSON.stringify(repair));
}

/** @throws ProblemError `workspace-newer` */
function upgradedEntries(entries: ReadonlyMap<number, JournalEntry>): Map<number, JournalEntry> {
  return new Map(
    [...entries].map(([seq, entry]) => {
      const now = upgradeEntry(entry);
      if (isNewerEntry(now)) throw new ProblemError('workspace-newer');
      return [seq, now];
    }),
  );
}

async function snapshotState(folder: string, id: string): Promise<WorkspaceState> {
  const snapshot = await readSnapshot(snapshotFolder(folder), id);
  if (!snapshot) throw new ProblemError('snapshot-damaged', { name: id });
  return readState(snapshot.state);
}

/** @throws ProblemError `workspace-newer` */
function readState(json: string): WorkspaceState {
  const state = JSON.parse(json) as WorkspaceState;
  if (isNewerState(state)) throw new ProblemError('workspace-newer');
  return upgradeState(state);
}

async function letGo(leaving: Open): Promise<void> {
  if (leaving.daily) clearTimeout(leaving.daily);
  try {
    await takeSnapshot(leaving, 'close');
  } catch (thrown) {
    // The log has everything; a snapshot only makes reading it faster.
    noted(thrown, 'snapshot on close');
  }
  await leaving.journal.close().catch((thrown) => noted(thrown, 'journal'));
  await leaving.release().catch((thrown) => noted(thrown, 'lock'));
}

function snapshotFolder(folder: string): string {
  return path.join(folder, 'snapshots');
}

async function readAll(journal: Journal, to: number): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  while (entries.length < to) {
    const part = await journal.read(entries.length + 1, Math.min(ENTRIES_AT_ONCE, to - entries.length));
    for (const entry of part) entries.push(entry);
  }
  return entries;
}

/** The state after entry `to`: a pure function of the log; a snapshot only saves reading what is older. */
async function stateAt(
  folder: string,
  journal: Journal,
  to: number,
): Promise<{ state: string; from: string | null }> {
  let seq = 0;
  let from: string | null = null;
  let start: WorkspaceState = emptyState();
  for (const { id, seq: at } of await listSnapshots(snapshotFolder(folder))) {
    if (at > to) continue;
    const snapshot = await readSnapshot(snapshotFolder(folder), id);
    if (!snapshot || journal.sumAt(snapshot.seq) !== snapshot.sum) continue;
    start = readState(snapshot.state);
    if (snapshot.seq === to) return { state: snapshot.state, from: id };
    seq = snapshot.seq;
    from = id;
    break;
  }
  const state = indexState(start);
  while (seq < to) {
    const entries = await journal.read(seq + 1, Math.min(ENTRIES_AT_ONCE, to - seq));
    for (const { changes } of entries) applyChanges(state, changes);
    seq += entries.length;
  }
  return { state: JSON.stringify(plainState(state)), from };
}

function takeSnapshot(open: Open, reason: SnapshotName['reason']): Promise<void> {
  const run = open.snapshots.then(async () => {
    const { seq, sum } = open.journal.head;
    const folder = snapshotFolder(open.folder);
    const { newest } = open;
    // A folder that was moved or deleted is not made again.
    if (!(await open.journal.isInPlace())) return;
    // Before a damaged log is repaired, a snapshot of its beginning would be taken for one of all of it.
    if (seq === 0 || open.beyond || (newest?.seq === seq && newest.sum === sum)) return;
    const { state } = await stateAt(open.folder, open.journal, seq);
    await writeSnapshot(folder, { seq, sum, state }, reason);
    open.newest = { seq, sum };
    await rotate(folder, (at) => open.journal.sumAt(at));
  });
  open.snapshots = run.catch(() => undefined);
  return run;
}

async function takeDailySnapshot(open: Open): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const all = await listSnapshots(snapshotFolder(open.folder));
  if (!all.some(({ at }) => at.slice(0, 10) === today)) await takeSnapshot(open, 'daily');
}

/** A history of one entry, for a snapshot whose own history is lost. */
function beginning({ state }: Snapshot, name: string): JournalEntry {
  const stamp = { id: newId(), at: new Date().toISOString(), actor: '', device: '' };
  return firstEntry(JSON.parse(state) as WorkspaceState, name, stamp);
}

async function copyFiles(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => [] as string[]);
  if (names.length === 0) return;
  await makeFolder(to);
  for (const name of names) await copyFile(path.join(from, name), path.join(to, name));
  await syncFolder(to);
}
