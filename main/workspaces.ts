import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type CallRequest,
  type CallResponse,
  type JournalHead,
  type LibraryEntry,
  type OpenReport,
  type RepairReport,
  StoreId,
} from '#shared/bridge.ts';
import { JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { exists, makeFolder, moveInPlace, syncFolder, timeInName } from './atomic.ts';
import { type Drafts, readDrafts, writeDrafts } from './drafts.ts';
import { getFile, putFile, sha256 } from './files.ts';
import { JOURNAL_FILE, Journal } from './journal.ts';
import { isNewerStore, readEntry, writeEntry } from './library-entry.ts';
import { takeLock } from './lock.ts';
import { checkSnapshots, readAll, snapshotFolder, stateAt } from './log-state.ts';
import { type Beyond, endRepair, lookBeyond, noteDamagedLog, repairLog } from './repair.ts';
import {
  kept,
  listSnapshots,
  readSnapshot,
  rotate,
  type Snapshot,
  type SnapshotName,
  writeSnapshot,
} from './snapshots.ts';
import type { Keychain } from './vault/keychain.ts';

/** How the folder of a store begins that is not finished yet. */
const MAKING = '.making-';
/** How long after a day's first change its snapshot is written, in ms. */
const DAILY_AFTER = 60_000;
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

  /** @param keychain null where there is none */
  constructor(folder: string, _keychain: Keychain | null = null) {
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
        .map((name) => readEntry(this.#folder(name), name).catch(() => null)),
    );
    return entries.filter((entry) => entry !== null).sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  /** Builds the whole store beside its place, then moves it there: it exists as a whole or not at all. */
  async create({
    name,
    sample,
    snapshot,
    journal: log,
    files,
  }: CallRequest<'workspace.create'>): Promise<LibraryEntry> {
    const storeId = newId();
    const at = new Date().toISOString();
    const entry: LibraryEntry = { storeId, name, sample, sealed: false, createdAt: at, openedAt: at };
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
        head = await journal.appendAll(typeof log === 'string' ? entriesIn(log) : log);
      } finally {
        await journal.close();
      }
      if (snapshot && snapshot.seq !== head.seq)
        throw new ProblemError('journal-sequence', { expected: head.seq, got: snapshot.seq });
      if (snapshot)
        await writeSnapshot(path.join(building, 'snapshots'), { ...head, state: snapshot.state }, 'daily');
      await writeEntry(building, entry);
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
    const entry = await readEntry(this.#folder(storeId), storeId);
    if (await isNewerStore(folder)) throw new ProblemError('workspace-newer');
    const release = await takeLock(folder);
    try {
      const logMissing = !(await exists(path.join(folder, JOURNAL_FILE)));
      const opened = await Journal.open(folder, (name) => noteDamagedLog(folder, name));
      const { journal, tornTail } = opened;
      const snapshots = await checkSnapshots(folder);
      const { newest } = snapshots;
      const beyond = await lookBeyond(folder, journal, snapshots.reach, logMissing);
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
      await writeEntry(folder, { ...entry, openedAt: new Date().toISOString() }).catch(
        notWritten('store.json'),
      );
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
    const report = await repairLog(folder, journal, beyond, database);
    open.beyond = null;
    await takeSnapshot(open, 'daily').catch(notWritten('snapshot'));
    await endRepair(folder);
    return report;
  }

  /** Writes a snapshot if there is news, and lets the store go. */
  close(): Promise<void> {
    const leaving = this.#open;
    this.#open = null;
    if (leaving) this.#closing = this.#closing.then(() => letGo(leaving));
    return this.#closing;
  }

  async rename(storeId: string, name: string): Promise<void> {
    const folder = this.#folder(storeId);
    await writeEntry(folder, { ...(await readEntry(folder, storeId)), name });
  }

  /** @param trash moves a folder to the system's trash; where it cannot, the folder is kept under `removed/` */
  async remove(storeId: string, trash: (folder: string) => Promise<void>): Promise<void> {
    if (this.#open?.storeId === storeId) await this.close();
    await readEntry(this.#folder(storeId), storeId);
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
      ticket: null,
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

  drafts(): Promise<Drafts> {
    return readDrafts(this.#required().folder);
  }

  keepDrafts(drafts: Drafts): Promise<void> {
    return writeDrafts(this.#required().folder, drafts);
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

/** Entries of a log as text, each checked and none kept. */
function* entriesIn(lines: string): Generator<JournalEntry> {
  for (let from = 0, to = lines.indexOf('\n'); to !== -1; from = to + 1, to = lines.indexOf('\n', from))
    yield JournalEntry.parse(JSON.parse(lines.slice(from, to)));
}

async function copyFiles(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => [] as string[]);
  if (names.length === 0) return;
  await makeFolder(to);
  for (const name of names) await copyFile(path.join(from, name), path.join(to, name));
  await syncFolder(to);
}

/** For what is convenient to have on disk, and no reason to give up where it cannot be written. */
function notWritten(what: string): (thrown: unknown) => void {
  return (thrown) => void noted(thrown, what);
}
