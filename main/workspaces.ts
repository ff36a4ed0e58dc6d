import { chmod, readdir, rename, rm } from 'node:fs/promises';
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
import { exists, makeFolder, moveInPlace, OWN_FOLDER, syncFolder, timeInName } from './atomic.ts';
import { type Drafts, readDrafts, writeDrafts } from './drafts.ts';
import { convertStore, copyOriginals } from './encryption/convert.ts';
import { COST, type Cost } from './encryption/header.ts';
import { saveHeader } from './encryption/header-file.ts';
import type { Keychain } from './encryption/keychain.ts';
import { PLAIN, type Place, type Sealer } from './encryption/sealer.ts';
import { type Prepared, StoreKeys } from './encryption/store-keys.ts';
import { buildingFolder, finishSwaps } from './encryption/swap.ts';
import { FILES_FOLDER, getFile, putFile, sha256 } from './files.ts';
import { Journal } from './journal.ts';
import { isNewerStore, readEntry, versionThatWrote, writeEntry } from './library-entry.ts';
import { readAll, snapshotFolder, stateAt } from './log-state.ts';
import { letGo, type OpenStore, openStore, takeDailyLater, takeSnapshot } from './open-store.ts';
import { endRepair, repairLog } from './repair.ts';
import { kept, listSnapshots, readSnapshot, type Snapshot, writeSnapshot } from './snapshots.ts';

/** What workspaces are opened with. */
export interface Means {
  /** Version of the app that opens them: a workspace that another one wrote is snapshotted first. */
  readonly version?: string;
  readonly keychain?: Keychain | null;
  /** What guessing a passphrase is made to cost: less of it is for tests alone. */
  readonly cost?: Cost;
}

/**
 * The library of workspaces under `<folder>/workspaces/<storeId>/`, each with `store.json` (what the library shows;
 * made again where it is damaged or missing), `journal.jsonl` (the log, which is the truth), `snapshots/` and `files/`. At most one is open.
 */
export class Workspaces {
  readonly #root: string;
  readonly #version: string;
  #open: OpenStore | null = null;
  /** The keys of encrypted stores. */
  readonly keys: StoreKeys;
  /** What is being let go, encrypted or decrypted: nothing else is opened, and the app does not end, before that is done. */
  #closing: Promise<void> = Promise.resolve();

  constructor(folder: string, { version = '', keychain = null, cost = COST }: Means = {}) {
    this.#root = path.join(folder, 'workspaces');
    this.#version = version;
    this.keys = new StoreKeys(this.#root, keychain, cost);
  }

  /** Finishes or removes what a crash left half done, and shuts stores of earlier versions to other users. */
  async tidy(): Promise<void> {
    await finishSwaps(this.#root);
    await shutFolders(this.#root).catch(notWritten('folder'));
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

  /** Whether a store of the library is encrypted; false where there is none. */
  isSealed(storeId: string): Promise<boolean> {
    return readEntry(this.#folder(storeId), storeId).then(
      ({ sealed }) => sealed,
      () => false,
    );
  }

  /** Makes a store, encrypted where a ticket says with what, and ready to be opened. */
  create({ ticket, ...content }: CallRequest<'workspace.create'>): Promise<LibraryEntry> {
    return this.#make(content, ticket === null ? null : this.keys.prepared(ticket));
  }

  /** Builds the whole store beside its place, then moves it there: it exists as a whole or not at all. */
  async #make(
    { name, sample, snapshot, journal: log, files }: Omit<CallRequest<'workspace.create'>, 'ticket'>,
    prepared: Prepared | null,
    originals: Place | null = null,
  ): Promise<LibraryEntry> {
    const storeId = newId();
    const at = new Date().toISOString();
    const sealed = prepared !== null;
    const sealer = prepared?.sealer ?? PLAIN;
    const entry: LibraryEntry = { storeId, name, sample, sealed, createdAt: at, openedAt: at };
    const building = buildingFolder(this.#root, storeId);
    await makeFolder(building);
    try {
      if (prepared) await saveHeader(building, prepared.header);
      for (const file of files) {
        if (sha256(file.bytes) !== file.sha256)
          throw new ProblemError('file-damaged', { name: file.sha256.slice(0, 12) });
        await putFile(path.join(building, FILES_FOLDER), sealer, file.bytes);
      }
      if (originals) await copyOriginals(originals, { folder: building, sealer });
      const head = await writeLog(building, sealer, typeof log === 'string' ? entriesIn(log) : log);
      if (snapshot && snapshot.seq !== head.seq)
        throw new ProblemError('journal-sequence', { expected: head.seq, got: snapshot.seq });
      if (snapshot)
        await writeSnapshot(snapshotFolder(building), sealer, { ...head, state: snapshot.state }, 'daily');
      await writeEntry(building, entry, this.#version);
      await moveInPlace(building, this.#folder(storeId));
    } catch (thrown) {
      await rm(building, { recursive: true, force: true });
      throw thrown;
    }
    await syncFolder(this.#root);
    if (prepared) this.keys.hold(storeId, prepared.sealer);
    return entry;
  }

  /**
   * Opens a store, letting go the one that is open. Where the log is damaged, or older than what is kept of it, the
   * report asks for `repair`.
   * @throws ProblemError `workspace-missing`, `workspace-newer`, `workspace-locked`, `workspace-sealed`, `disk-full`,
   *   `not-writable`
   */
  async open(storeId: string): Promise<OpenReport> {
    if (this.openId !== null && this.openId !== storeId) await this.lockOpen();
    await this.close();
    const folder = this.#folder(storeId);
    const entry = await readEntry(folder, storeId);
    const sealer = entry.sealed ? this.keys.sealerOf(storeId) : PLAIN;
    if (await isNewerStore(folder)) throw new ProblemError('workspace-newer');
    const { open, report } = await openStore(storeId, folder, sealer);
    this.#open = open;
    if ((await versionThatWrote(folder)) !== this.#version)
      await takeSnapshot(open, 'version').catch(notWritten('snapshot'));
    await writeEntry(folder, { ...entry, openedAt: new Date().toISOString() }, this.#version).catch(
      notWritten('store.json'),
    );
    return report;
  }

  /**
   * Continues the log from what is left of it beyond its sound beginning, and says what it lacks. Nothing is done
   * where there is nothing to continue it with.
   * @param database what the window's database held beyond the log has been written back
   */
  async repair(database: boolean): Promise<RepairReport> {
    const open = this.#required();
    const { journal, folder, sealer, beyond } = open;
    // Nothing is written where nothing was damaged.
    if (!beyond) return { head: journal.head, lostEntries: 0, lostChanges: 0, atLeast: false };
    const report = await repairLog(folder, sealer, journal, beyond, database);
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

  /** Closes what is open; an encrypted store is locked then. */
  async lockOpen(): Promise<void> {
    const storeId = this.openId;
    await this.close();
    if (storeId !== null) this.keys.forget(storeId);
  }

  /** Closes what is open and wipes all keys. */
  async lock(): Promise<void> {
    await this.close();
    this.keys.forgetAll();
  }

  /** Encrypts a closed store, which is unlocked then. */
  encrypt({ storeId, ticket, label }: CallRequest<'encryption.encrypt'>): Promise<LibraryEntry> {
    return this.#apart(storeId, async () => {
      const { sealer, header } = this.keys.prepared(ticket);
      const to = { sealer, header, name: label };
      const entry = await convertStore(this.#root, storeId, PLAIN, to);
      this.keys.hold(storeId, sealer);
      return entry;
    });
  }

  /** The other way. */
  decrypt({ storeId, passphrase }: CallRequest<'encryption.decrypt'>): Promise<LibraryEntry> {
    return this.#apart(storeId, async () => {
      const sealer = await this.keys.opened(storeId, passphrase);
      try {
        const to = { sealer: PLAIN, header: null, name: null };
        const entry = await convertStore(this.#root, storeId, sealer, to);
        this.keys.forget(storeId);
        return entry;
      } finally {
        sealer.wipe();
      }
    });
  }

  async rename(storeId: string, name: string): Promise<void> {
    await this.#closing;
    const folder = this.#folder(storeId);
    await writeEntry(folder, { ...(await readEntry(folder, storeId)), name });
  }

  /** @param trash moves a folder to the system's trash; where it cannot, the folder is kept under `removed/` */
  async remove(storeId: string, trash: (folder: string) => Promise<void>): Promise<void> {
    if (this.openId === storeId) await this.close();
    await this.#closing;
    await readEntry(this.#folder(storeId), storeId);
    const folder = this.#folder(storeId);
    try {
      await trash(folder);
    } catch {
      const removed = path.join(path.dirname(this.#root), 'removed');
      await makeFolder(removed);
      await rename(folder, path.join(removed, `${storeId}-${timeInName()}`));
    }
    this.keys.forget(storeId);
  }

  /** The state as the log tells it, from the newest good snapshot that belongs to this log. */
  async recover(): Promise<CallResponse<'workspace.recover'>> {
    const { journal, folder, sealer } = this.#required();
    const { seq, sum } = journal.head;
    const { state, from } = await stateAt(folder, sealer, journal, seq);
    return { seq, sum, state, fromSnapshot: from };
  }

  /** Copies of a store's past, whether it is open or cannot be opened. */
  async snapshots(storeId: string): Promise<CallResponse<'snapshot.list'>> {
    const all = await listSnapshots(snapshotFolder(this.#folder(storeId)));
    const kinds = kept(all);
    return all.map(({ id, at, seq, reason }) => ({ id, at, seq, kind: kinds.get(id) ?? reason }));
  }

  /**
   * Makes a new workspace out of a snapshot, with its history where the store is open and its log still has it; out of
   * an encrypted one an encrypted one, with the same secrets.
   */
  async restore(storeId: string, id: string, name: string): Promise<LibraryEntry> {
    const folder = this.#folder(storeId);
    const { sealed } = await readEntry(folder, storeId);
    const sealer = sealed ? this.keys.sealerOf(storeId) : PLAIN;
    const journal = this.#open?.storeId === storeId ? this.#open.journal : null;
    const known = (await listSnapshots(snapshotFolder(folder))).find((snapshot) => snapshot.id === id);
    const snapshot = known && (await readSnapshot(snapshotFolder(folder), sealer, id));
    if (!snapshot) throw new ProblemError('snapshot-damaged', { name: id });
    const entries =
      journal?.sumAt(snapshot.seq) === snapshot.sum
        ? await readAll(journal, snapshot.seq)
        : [beginning(snapshot, name)];
    const content = {
      name,
      sample: false,
      snapshot: { seq: entries.length, state: snapshot.state },
      journal: entries,
      files: [],
    };
    const prepared = sealed ? await this.keys.beside(storeId) : null;
    return this.#make(content, prepared, { folder, sealer });
  }

  async append(entry: JournalEntry): Promise<JournalHead> {
    const open = this.#required();
    const head = await open.journal.append(entry);
    takeDailyLater(open);
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
    const { folder, sealer } = this.#required();
    return readDrafts(folder, sealer);
  }

  keepDrafts(drafts: Drafts): Promise<void> {
    const { folder, sealer } = this.#required();
    return writeDrafts(folder, sealer, drafts);
  }

  putFile(bytes: Uint8Array): Promise<string> {
    const { folder, sealer } = this.#required();
    return putFile(path.join(folder, FILES_FOLDER), sealer, bytes);
  }

  getFile(sum: string): Promise<Uint8Array> {
    const { folder, sealer } = this.#required();
    return getFile(path.join(folder, FILES_FOLDER), sealer, sum);
  }

  /** Does something with a closed store while nothing is opened. @throws ProblemError `encryption-open` */
  #apart<R>(storeId: string, work: () => Promise<R>): Promise<R> {
    const run = this.#closing.then(() => {
      if (this.openId === storeId) throw new ProblemError('encryption-open');
      return work();
    });
    this.#closing = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }

  #required(): OpenStore {
    if (!this.#open) throw new ProblemError('no-workspace');
    return this.#open;
  }

  #folder(storeId: string): string {
    return path.join(this.#root, storeId);
  }
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

async function writeLog(
  folder: string,
  sealer: Sealer,
  entries: Iterable<JournalEntry>,
): Promise<JournalHead> {
  const { journal } = await Journal.open(folder, sealer);
  try {
    return await journal.appendAll(entries);
  } finally {
    await journal.close();
  }
}

/** Earlier versions made folders that other users of the computer could look into. */
async function shutFolders(root: string): Promise<void> {
  if (!(await exists(root))) return;
  for (const name of ['', ...(await readdir(root).catch(() => []))])
    await chmod(path.join(root, name), OWN_FOLDER);
}

/** For what is convenient to have on disk, and no reason to give up where it cannot be written. */
function notWritten(what: string): (thrown: unknown) => void {
  return (thrown) => void noted(thrown, what);
}
