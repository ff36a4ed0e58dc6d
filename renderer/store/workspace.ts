import type { ArchiveContent, OpenedArchive } from '#shared/archive/archive.ts';
import type { CallRequest, LibraryEntry, Sealing } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { type Brought, bringEarlier } from '#shared/edit/bring-earlier.ts';
import { newId, textIn } from '#shared/model/basics.ts';
import { noted, type Problem, ProblemError, problemOf } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { workerIn } from '#shared/model/workspace.ts';
import { isLacking } from '#shared/seal/names.ts';
import { call, isInMemory } from '../platform/bridge.ts';
import { closeDrafts, openDrafts } from '../platform/drafts.ts';
import { ratesAs } from '../platform/visits.ts';
import { keepOpen } from './database.ts';
import { type OpeningRepair, openDatabase } from './opening.ts';
import { Store } from './store.ts';

export type WorkspaceStatus =
  | { readonly state: 'none' }
  /** `progress`: 0–1 while the database is repaired or rebuilt. */
  | { readonly state: 'opening'; readonly storeId: string; readonly progress: number }
  | {
      readonly state: 'open';
      readonly storeId: string;
      readonly name: string;
      readonly sample: boolean;
      /** Encrypted on disk. */
      readonly sealed: boolean;
      readonly repair: OpeningRepair;
      /** What an earlier version kept otherwise and was brought to where this one keeps it; null = nothing. */
      readonly brought: Brought | null;
    }
  | { readonly state: 'failed'; readonly storeId: string; readonly problem: Problem };

let status: WorkspaceStatus = { state: 'none' };
let store: Store | null = null;
let name = '';
/** Whose copy the open workspace is, where it was made for a second coder or an assessor: that is who works in it. */
let worker: string | null = null;
const statusListeners = new Set<() => void>();
const entryListeners = new Set<(entry: JournalEntry) => void>();
/** Opening and closing run one after another. */
let turn: Promise<unknown> = Promise.resolve();

export function workspaceStatus(): WorkspaceStatus {
  return status;
}

export function onWorkspaceStatus(listener: () => void): () => void {
  statusListeners.add(listener);
  return () => statusListeners.delete(listener);
}

/** After each acknowledged entry, whatever workspace is open. */
export function onCommitted(listener: (entry: JournalEntry) => void): () => void {
  entryListeners.add(listener);
  return () => entryListeners.delete(listener);
}

/** The open workspace's store. @throws ProblemError `no-workspace` */
export function openStore(): Store {
  if (!store) throw new ProblemError('no-workspace');
  return store;
}

export function currentStore(): Store | null {
  return store;
}

/** Who is working: written beside every change. In a copy, whose it is; else empty until the person gives a name. */
export function actor(): string {
  return worker ?? name;
}

/** Called by whoever writes the preferences. */
export function setActor(value: string): void {
  name = value;
}

function setStatus(next: WorkspaceStatus): void {
  status = next;
  for (const listener of statusListeners) listener();
}

function inTurn<R>(work: () => Promise<R>): Promise<R> {
  const run = turn.then(work);
  turn = run.catch(() => undefined);
  return run;
}

/**
 * Opens a workspace of the library, closing the one that is open. What had to be repaired is in the status.
 * @throws ProblemError; the status is then `failed`
 */
export function openWorkspace(storeId: string): Promise<void> {
  return inTurn(() => open(storeId, false));
}

/** Lets the open workspace go; `main` writes a snapshot if there is news. */
export function closeWorkspace(): Promise<void> {
  return inTurn(async () => {
    await letGo();
    setStatus({ state: 'none' });
  });
}

export interface NewWorkspace {
  /** As the library lists it. */
  readonly name: string;
  /** All rows it starts with, the `workspace` row among them. */
  readonly state: WorkspaceState;
  readonly sample?: boolean;
  readonly sealing?: Sealing | null;
}

/**
 * Creates a workspace and opens it, where it may be open in this window. Its first rows are the journal's first entry.
 */
export function createWorkspace({
  name: title,
  state,
  sample = false,
  sealing = null,
}: NewWorkspace): Promise<LibraryEntry> {
  return inTurn(async () => {
    const { device, preferences } = await call('profile.read', undefined);
    const stamp = { id: newId(), at: new Date().toISOString(), actor: preferences.actor, device };
    const first = firstEntry(state, title, stamp);
    return createAndOpen(title, sealing, { sample, snapshot: null, journal: [first], files: [] });
  });
}

/** A workspace file that was read and found good; its rows and its log as text, since they are only passed on. */
export interface UnpackedArchive extends Omit<OpenedArchive, 'state' | 'journal'> {
  readonly stateJson: string;
  /** An entry a line. */
  readonly journalLines: string;
}

/**
 * Makes a new workspace of the library out of what `read` finds in a workspace file, with its whole history, and opens it
 * where it may be open in this window.
 * @throws ProblemError as `read`; nothing has been stored then
 */
export function openUnpacked(
  read: () => Promise<UnpackedArchive>,
  sealing: Sealing | null = null,
): Promise<LibraryEntry> {
  return inTurn(async () => {
    const archive = await read();
    return createAndOpen(archive.name, sealing, {
      sample: archive.sample,
      snapshot: { seq: archive.seq, state: archive.stateJson },
      journal: archive.journalLines,
      files: archive.files,
    });
  });
}

/** What a file of the open workspace holds, and what it lacks. */
export interface WorkspaceContent {
  readonly content: ArchiveContent;
  /** Names of original files that are gone or damaged on disk: the rest is there without them. */
  readonly missing: readonly string[];
  /** Assessors whose ratings are encrypted in it, or not in it, since they have not finished. */
  readonly withheld: { readonly sealed: readonly string[]; readonly left: readonly string[] };
}

/** What a file of the open workspace holds: rows, history and original files, and no rating that is not to be seen yet. */
export async function archiveContent(): Promise<WorkspaceContent> {
  const from = openStore();
  const { state, journal } = await from.atRest(async () => ({
    state: await from.readState(),
    journal: await from.db.journal.orderBy('seq').toArray(),
  }));
  const { appVersion, library, device } = await call('profile.read', undefined);
  const known = library.find((entry) => entry.storeId === from.storeId);
  const opened = status.state === 'open' ? status.name : '';
  const files: { sha256: string; bytes: Uint8Array }[] = [];
  const missing: string[] = [];
  for (const [sha256, fileName] of originals(state, journal)) {
    try {
      const { bytes } = await call('file.get', { sha256 });
      files.push({ sha256, bytes });
    } catch (thrown) {
      if (!['file-missing', 'file-damaged'].includes(problemOf(thrown).code)) throw thrown;
      missing.push(fileName);
    }
  }
  const { sealed = false, sample = false } = known ?? {};
  const title = sealed ? opened : (known?.name ?? '');
  const whole = { app: appVersion, name: title, sample, state, journal, files };
  const stamp = { id: newId(), at: new Date().toISOString(), actor: actor(), device };
  // With its ciphers, which the first screen has no use for.
  const { withoutHidden } = await import('#shared/seal/withhold.ts');
  const content = state.workspace[0]?.copy
    ? whole
    : await withoutHidden(whole, Object.values(ratesAs(from.storeId)), stamp);
  return { content, missing, withheld: withheldIn(content.state) };
}

/** The names of assessors whose ratings a state lacks. */
function withheldIn({ rounds, seals, ratings }: WorkspaceState): WorkspaceContent['withheld'] {
  const lacking = seals.filter((one) => isLacking(one, ratings));
  const assessors = rounds.flatMap((round) => round.assessors);
  const named = (withBox: boolean) =>
    lacking
      .filter(({ withheld }) => (withheld?.box !== null) === withBox)
      .flatMap(({ assessorId }) => assessors.find(({ id }) => id === assessorId)?.name ?? []);
  return { sealed: named(true), left: named(false) };
}

/** Names by checksum of the files that rows, or rows of the past that undo may bring back, refer to. */
function originals(state: WorkspaceState, journal: readonly JournalEntry[]): Map<string, string> {
  const found = new Map<string, string>();
  const add = (row: WorkspaceState['dialogues'][number] | null) => {
    if (row?.source) found.set(row.source.sha256, row.source.name);
  };
  for (const { changes } of journal) {
    for (const { table, before, after } of changes) {
      if (table !== 'dialogues') continue;
      for (const row of [before, after]) add(row as WorkspaceState['dialogues'][number] | null);
    }
  }
  state.dialogues.forEach(add);
  return found;
}

type Contents = Omit<CallRequest<'workspace.create'>, 'name' | 'ticket'>;

async function createAndOpen(
  title: string,
  sealing: Sealing | null,
  contents: Contents,
): Promise<LibraryEntry> {
  const { ticket = null, label = title } = sealing ?? {};
  const entry = await call('workspace.create', { ...contents, name: label, ticket });
  if (fitsWindow(entry)) await open(entry.storeId, true);
  return entry;
}

/** Whether a workspace may be open in this window: an encrypted one only where all is kept in memory. */
export function fitsWindow({ sealed }: Pick<LibraryEntry, 'sealed'>): boolean {
  return sealed === isInMemory();
}

async function letGo(): Promise<void> {
  const leaving = store;
  store = null;
  worker = null;
  if (!leaving) return;
  await leaving.close();
  await closeDrafts();
  await call('workspace.close', undefined);
}

/** Brings what an earlier version kept otherwise to where this one keeps it; what cannot be brought stays where it was. */
async function bringUpToDate(opened: Store): Promise<Brought | null> {
  try {
    return await opened.commit({ key: 'change.earlier.bring', params: {} }, bringEarlier);
  } catch (thrown) {
    noted(thrown, 'bringing rows of an earlier version');
    return null;
  }
}

async function open(storeId: string, fresh: boolean): Promise<void> {
  await letGo();
  setStatus({ state: 'opening', storeId, progress: 0 });
  try {
    const profile = await call('profile.read', undefined);
    name = profile.preferences.actor;
    const report = await call('workspace.open', { storeId });
    const known = profile.library.find((entry) => entry.storeId === storeId);
    // A database in memory, or one that was wiped on purpose, is built anew each time.
    const wiped = known?.sealed === true || profile.emptied.includes(storeId);
    const before = fresh ? 'none' : wiped ? 'wiped' : 'kept';
    const { db, last, repair } = await openDatabase(storeId, report, before, (progress) =>
      setStatus({ state: 'opening', storeId, progress }),
    );
    await openDrafts(storeId);
    const row = await db.workspace.toCollection().first();
    const copy = row?.copy ?? null;
    worker = copy && workerIn(copy);
    const onBroken = (error: ProblemError) => setStatus({ state: 'failed', storeId, problem: error.problem });
    store = new Store({ storeId, db, device: profile.device, actor, onBroken }, last);
    const opened = store;
    keepOpen(db, () => store === opened);
    const brought = await bringUpToDate(opened);
    store.onCommitted((entry) => {
      for (const listener of entryListeners) listener(entry);
    });
    const ownName = textIn(row?.name, profile.preferences.language);
    setStatus({
      state: 'open',
      storeId,
      // The list may have lost the name, or have a label in its place; the workspace knows its own.
      name: known?.sealed ? ownName : known?.name || ownName,
      sample: known?.sample ?? false,
      sealed: known?.sealed ?? false,
      repair,
      brought,
    });
  } catch (thrown) {
    setStatus({ state: 'failed', storeId, problem: problemOf(thrown) });
    throw thrown;
  }
}
