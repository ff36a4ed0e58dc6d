import type { LibraryEntry, OpenedFile } from '#shared/bridge.ts';
import { textIn } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { type NewWorkspace, newWorkspaceState } from '#shared/taxonomy/new-workspace.ts';
import { readTaxonomy } from '#shared/taxonomy/schema.ts';
import { call } from '../platform/bridge.ts';
import { forgetKept } from '../platform/kept.ts';
import { loadProfile, profile } from '../platform/profile.ts';
import { forgetVisits, noteVisit, placeToResume } from '../platform/visits.ts';
import { databaseName } from '../store/database.ts';
import * as store from '../store/index.ts';
import { deleteOrphan, type OrphanedDatabase, restoreOrphan } from '../store/orphans.ts';
import { go } from '../ui/links.ts';
import { notifyDone, notifyReading } from '../ui/notify-undo.tsx';
import { FILE_EXTENSION } from '../ui/open-workspace-file.ts';
import { notifyProblem, report, speak } from '../ui/report-problem.ts';
import { type ReturnedCopy, ReturnedFile } from '../workers/archive/returned.ts';
import { indexDatabaseName } from '../workers/search/names.ts';
import { notifyBrought } from './brought-notice.ts';
import { newWorkspaceForm } from './overlays.ts';
import { notifyRepair } from './repair-notice.ts';
import { dismissReturned, originText, type Returned, returned } from './returned-copy/returned.ts';
import { type Busy, busy, ensureFeatures } from './session.ts';

/** Reads the profile and opens the workspace that was open last, if there is one. */
export async function start(): Promise<void> {
  try {
    const { lastOpen, library, preferences } = await loadProfile();
    store.setActor(preferences.actor);
    if (!lastOpen || !library.some(({ storeId }) => storeId === lastOpen)) return;
    await opened(() => store.openWorkspace(lastOpen));
    const place = placeToResume(lastOpen);
    if (place && location.hash.length <= 2) go(place);
  } catch (thrown) {
    // A workspace that cannot be opened has a screen of its own, which says why.
    if (store.workspaceStatus().state !== 'failed') notifyProblem(thrown);
  } finally {
    busy.set(null);
  }
}

/** Shows that the person has to wait while something is done. */
async function whileBusy<R>(doing: Busy, work: () => Promise<R>): Promise<R> {
  busy.set(doing);
  try {
    return await work();
  } finally {
    busy.set(null);
  }
}

/**
 * Opens by `open`, has the views ready, and tells what was repaired.
 * @param fresh the workspace has just been made, so that building its database is nothing to tell of
 */
async function opened<R>(open: () => Promise<R>, fresh = false): Promise<R> {
  const [result] = await Promise.all([open(), ensureFeatures(notifyProblem)]);
  await carryName();
  await loadProfile();
  const status = store.workspaceStatus();
  if (status.state === 'open') {
    notifyRepair(fresh ? { ...status.repair, repaired: 'none' } : status.repair);
    notifyBrought(status.brought);
  }
  return result;
}

/** A workspace that was renamed in the list while it was closed takes that name when it is opened. */
async function carryName(): Promise<void> {
  const status = store.workspaceStatus();
  if (status.state !== 'open' || status.name === '') return;
  const { name, storeId } = status;
  const listed = profile.get()?.library.find((entry) => entry.storeId === storeId);
  if (listed?.name === '') await report(() => call('workspace.rename', { storeId, name }));
  await report(() =>
    store.commit({ key: 'change.workspace.rename', params: { name } }, async (draft) => {
      const [row] = await draft.all('workspace');
      if (!row || Object.values(row.name).includes(name)) return;
      const spoken = profile.get()?.preferences.language ?? 'en';
      const language = row.languages.includes(spoken) ? spoken : (row.languages[0] ?? spoken);
      await draft.patch('workspace', row.id, { name: { ...row.name, [language]: name } });
    }),
  );
}

/** Opens a workspace of the library; where that fails, its own screen says why. */
export async function openEntry(storeId: string, fresh = false): Promise<void> {
  const now = store.workspaceStatus();
  if (now.state === 'open' && now.storeId === storeId) return go('/');
  await whileBusy('opening', async () => {
    try {
      await opened(() => store.openWorkspace(storeId), fresh);
      go(placeToResume(storeId) ?? '/');
    } catch (thrown) {
      if (store.workspaceStatus().state !== 'failed') throw thrown;
    }
  });
}

export function showNewWorkspace(): void {
  newWorkspaceForm.set(true);
}

/** Makes a workspace as the person wishes, with the issues that ship with the app, and opens it. */
export async function createNew(request: NewWorkspace): Promise<void> {
  await whileBusy('creating', async () => {
    const taxonomy = readTaxonomy(await call('resource.read', { name: 'taxonomy' }));
    const name = textIn(request.name, request.languages[0] ?? 'en');
    await opened(() => store.createWorkspace({ name, state: newWorkspaceState(request, taxonomy) }));
    go('/');
  });
}

/** Opens the sample of the library; makes it when there is none. */
export async function openSample(): Promise<void> {
  const known = profile.get()?.library.find(({ sample }) => sample);
  if (known) return openEntry(known.storeId);
  await whileBusy('creating', async () => {
    const state = upgradeState(JSON.parse(await call('resource.read', { name: 'sample' })) as WorkspaceState);
    const name = textIn(state.workspace[0]?.name, profile.get()?.preferences.language ?? 'en');
    await opened(() => store.createWorkspace({ name, state, sample: true }));
    go('/');
  });
}

/**
 * Opens a workspace file. A copy of a workspace of the library is offered to be merged into it; any other becomes a new
 * workspace of the library. An open workspace stays as it stands, also on the screen, until the file has been found good.
 */
export async function openFile({ bytes }: Pick<OpenedFile, 'bytes'>): Promise<void> {
  const file = new ReturnedFile();
  const done = showReading(() => file.cancel());
  let copy: ReturnedCopy;
  try {
    const { library, preferences } = profile.get() ?? (await loadProfile());
    copy = await file.read(bytes, nearestFirst(library), preferences.language);
  } catch (thrown) {
    file.close();
    throw thrown;
  } finally {
    done();
  }
  dismissReturned();
  if (copy.kin) returned.set({ file, copy, kin: copy.kin });
  else await openBeside({ file, copy });
}

/** Opens a file that was read as a workspace of its own, and says whose work it is. */
export async function openBeside({ file, copy }: Pick<Returned, 'file' | 'copy'>): Promise<void> {
  try {
    await whileBusy('opening', () => opened(() => store.openUnpacked(() => file.unpacked())));
    go('/');
    notifyDone(originText(copy, 'opened', profile.get()?.preferences.language ?? 'en'));
  } finally {
    file.close();
    returned.set(null);
  }
}

/** The workspaces of the library, the one that is open first. */
function nearestFirst(library: readonly LibraryEntry[]): string[] {
  const now = store.workspaceStatus();
  const rank = (storeId: string) => Number(!(now.state === 'open' && now.storeId === storeId));
  return library.map(({ storeId }) => storeId).sort((a, b) => rank(a) - rank(b));
}

/** Shows that a file is read, beside what is open. @returns ends it */
function showReading(cancel: () => void): () => void {
  if (store.workspaceStatus().state !== 'open') {
    busy.set('reading');
    return () => busy.set(null);
  }
  return notifyReading({
    message: speak()('shell.busy.reading'),
    stopLabel: speak()('common.cancel'),
    stop: cancel,
  });
}

/** Lets the person choose a workspace file and opens it. */
export async function openPickedFile(): Promise<void> {
  const t = speak();
  const [file] = await call('dialog.open', {
    filters: [{ name: t('shell.file.kind'), extensions: [FILE_EXTENSION] }],
    multiple: false,
  });
  if (file) await openFile(file);
}

/** Closes the workspace and shows the first screen. */
export async function closeWorkspace(): Promise<void> {
  leaveField();
  await whileBusy('closing', async () => {
    await store.closeWorkspace();
    await loadProfile();
  });
}

/** Fields save themselves when they are left: what is being typed is kept too. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Finishes what is being written before the window closes. The window keeps its last picture meanwhile. */
export async function closeForGood(): Promise<void> {
  const wasOpen = store.workspaceStatus().state === 'open';
  leaveField();
  busy.set('closing');
  await report(() => store.closeWorkspace());
  if (!wasOpen) await report(() => call('workspace.close', undefined));
}

/** Gives a workspace another name in the list. */
export async function renameEntry(storeId: string, name: string): Promise<void> {
  await call('workspace.rename', { storeId, name });
  await loadProfile();
}

/** What this window remembers of a workspace goes with it: it can hold names. */
function forgetDevice(storeId: string): void {
  forgetVisits(storeId);
  forgetKept(storeId);
}

/** Moves a workspace that is not open to the system's trash, and drops this window's picture of it. */
export async function removeEntry({ storeId, name }: Pick<LibraryEntry, 'storeId' | 'name'>): Promise<void> {
  await call('workspace.remove', { storeId });
  indexedDB.deleteDatabase(databaseName(storeId));
  indexedDB.deleteDatabase(indexDatabaseName(storeId));
  forgetDevice(storeId);
  await loadProfile();
  notifyDone(speak()('welcome.removed', { name }));
}

/** Brings a workspace whose folder is gone back from this window's database, and opens it. */
export async function openOrphan(orphan: OrphanedDatabase): Promise<void> {
  const { storeId } = await restoreOrphan(orphan);
  await loadProfile();
  await openEntry(storeId, true);
  await discardOrphan(orphan);
}

/** Deletes the database of a workspace whose folder is gone. */
export async function discardOrphan({ storeId }: Pick<OrphanedDatabase, 'storeId'>): Promise<void> {
  await deleteOrphan(storeId);
  indexedDB.deleteDatabase(indexDatabaseName(storeId));
  forgetDevice(storeId);
}

/** Opens a copy of the past as a workspace of its own; the one it comes from stays as it is. */
export async function openSnapshot(from: string, id: string, name: string): Promise<void> {
  const { storeId } = await call('snapshot.restore', { storeId: from, id, name });
  await loadProfile();
  await openEntry(storeId, true);
}

/** Remembers where the person is, so that a start soon after shows it again, and Home lists it. */
export function rememberPlace(place: string): void {
  const status = store.workspaceStatus();
  if (status.state === 'open' && place !== '/') noteVisit(status.storeId, place);
}
