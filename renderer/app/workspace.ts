import type { CallRequest, LibraryEntry, OpenedFile, Sealing } from '#shared/bridge.ts';
import { textIn } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { type NewWorkspace, newWorkspaceState } from '#shared/taxonomy/new-workspace.ts';
import { readTaxonomy } from '#shared/taxonomy/schema.ts';
import { call, isInMemory } from '../platform/bridge.ts';
import { carryRemembered } from '../platform/drafts.ts';
import { forgetKept } from '../platform/kept.ts';
import { loadProfile, profile } from '../platform/profile.ts';
import { rememberAgain, rememberedWithout } from '../platform/remembered.ts';
import { forgetVisits, noteVisit, placeToResume } from '../platform/visits.ts';
import { databaseName } from '../store/database.ts';
import * as store from '../store/index.ts';
import { deleteOrphan, type OrphanedDatabase, restoreOrphan } from '../store/orphans.ts';
import { askForSealing } from '../ui/encryption.ts';
import { go } from '../ui/links.ts';
import { notifyDone, notifyReading } from '../ui/notify-undo.tsx';
import { FILE_EXTENSION, PROTECTED_EXTENSION } from '../ui/open-workspace-file.ts';
import { notifyProblem, report, speak } from '../ui/report-problem.ts';
import { isProtected } from '../workers/archive/is-protected.ts';
import { type ReturnedCopy, ReturnedFile } from '../workers/archive/returned.ts';
import { indexDatabaseName } from '../workers/search/names.ts';
import { notifyBrought } from './brought-notice.ts';
import { askToUnprotect } from './encryption/unprotect.ts';
import { newWorkspaceForm } from './overlays.ts';
import { notifyRepair } from './repair-notice.ts';
import { dismissReturned, originText, type Returned, returned } from './returned-copy/returned.ts';
import { type Busy, busy, ensureFeatures, locked } from './session.ts';

/** Reads the profile and opens the workspace that was open last, if there is one. */
export async function start(): Promise<void> {
  try {
    const { lastOpen, library, preferences } = await loadProfile();
    store.setActor(preferences.actor);
    const last = library.find(({ storeId }) => storeId === lastOpen);
    if (!last || !(await mayOpenHere(last))) return;
    await opened(() => store.openWorkspace(last.storeId));
    const place = placeToResume(last.storeId);
    if (place && location.hash.length <= 2) go(place);
  } catch (thrown) {
    // A workspace that cannot be opened has a screen of its own, which says why.
    if (store.workspaceStatus().state !== 'failed') notifyProblem(thrown);
  } finally {
    busy.set(null);
  }
}

/**
 * Whether a workspace may be opened in this window as it is. An encrypted one that is locked is asked for its passphrase;
 * what may only be open in another window is opened there.
 */
async function mayOpenHere(entry: LibraryEntry): Promise<boolean> {
  locked.set(null);
  const unlocked = !entry.sealed || (await call('encryption.status', { storeId: entry.storeId })).unlocked;
  if (unlocked && store.fitsWindow(entry)) return true;
  if (unlocked || isInMemory()) await goOnElsewhere(entry.storeId);
  await store.closeWorkspace();
  locked.set(entry.storeId);
  return false;
}

/**
 * Lets go what is open, and goes on in another window, which opens `storeId` (null = the list of workspaces). Never comes
 * back: this window waits until it is gone.
 */
async function goOnElsewhere(storeId: string | null): Promise<never> {
  leaveField();
  busy.set(storeId === null ? 'closing' : 'opening');
  await store.closeWorkspace();
  await call('window.replace', { storeId });
  return new Promise(() => undefined);
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
  if (status.state !== 'open' || status.name === '' || status.sealed) return;
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
  const entry = profile.get()?.library.find((known) => known.storeId === storeId);
  await whileBusy('opening', async () => {
    try {
      if (entry && !(await mayOpenHere(entry))) return;
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

/** Opens what is made now, in whatever window it may be open in. */
async function openMade(make: () => Promise<LibraryEntry>): Promise<void> {
  const entry = await opened(make);
  if (!store.fitsWindow(entry)) await goOnElsewhere(entry.storeId);
  locked.set(null);
  go('/');
}

/** Makes a workspace as the person wishes, with the issues that ship with the app, and opens it. */
export async function createNew(request: NewWorkspace, sealing: Sealing | null): Promise<void> {
  await whileBusy('creating', async () => {
    const taxonomy = readTaxonomy(await call('resource.read', { name: 'taxonomy' }));
    const name = textIn(request.name, request.languages[0] ?? 'en');
    const state = newWorkspaceState(request, taxonomy);
    await openMade(() => store.createWorkspace({ name, state, sealing }));
  });
}

/** Opens the sample of the library; makes it when there is none. */
export async function openSample(): Promise<void> {
  const known = profile.get()?.library.find(({ sample }) => sample);
  if (known) return openEntry(known.storeId);
  await whileBusy('creating', async () => {
    const state = upgradeState(JSON.parse(await call('resource.read', { name: 'sample' })) as WorkspaceState);
    const name = textIn(state.workspace[0]?.name, profile.get()?.preferences.language ?? 'en');
    await openMade(() => store.createWorkspace({ name, state, sample: true }));
  });
}

/**
 * Opens a workspace file. A copy of a workspace of the library is offered to be merged into it; any other becomes a new
 * workspace of the library. An open workspace stays as it stands, also on the screen, until the file has been found good.
 */
export async function openFile({ bytes }: Pick<OpenedFile, 'bytes'>): Promise<void> {
  const clear = isProtected(bytes) ? await askToUnprotect(bytes) : bytes;
  if (clear === null) return;
  const file = new ReturnedFile(clear !== bytes);
  const done = showReading(() => file.cancel());
  let copy: ReturnedCopy;
  try {
    const { library, preferences } = profile.get() ?? (await loadProfile());
    copy = await file.read(clear, nearestFirst(library), preferences.language);
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
    const sealing = await sealingOf(file);
    if (sealing === null) return;
    const made = () => store.openUnpacked(() => file.unpacked(), sealing === 'plain' ? null : sealing);
    await whileBusy('opening', () => openMade(made));
    notifyDone(originText(copy, 'opened', profile.get()?.preferences.language ?? 'en'));
  } finally {
    file.close();
    returned.set(null);
  }
}

/**
 * How a workspace out of a file is kept. What was read beside an encrypted workspace, or out of a protected file, does not
 * become clear text on disk unless the person says so.
 */
async function sealingOf({ isProtected }: Returned['file']): Promise<Sealing | 'plain' | null> {
  if (isInMemory()) return askForSealing('file');
  return isProtected ? askForSealing('protected-file') : 'plain';
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
    filters: [{ name: t('shell.file.kind'), extensions: [FILE_EXTENSION, PROTECTED_EXTENSION] }],
    multiple: false,
  });
  if (file) await openFile(file);
}

/** Closes the workspace and shows the first screen. */
export async function closeWorkspace(): Promise<void> {
  if (isInMemory()) await goOnElsewhere(null);
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

/** Locks the encrypted workspace that is open: another window asks for its passphrase. */
export async function lockWorkspace(): Promise<void> {
  await call('window.lock', undefined);
}

/** Unlocks an encrypted workspace and opens it, in another window. @throws ProblemError as `encryption.unlock` */
export async function unlock(
  storeId: string,
  secret: CallRequest<'encryption.unlock'>['secret'],
): Promise<void> {
  await call('encryption.unlock', { storeId, secret });
  await goOnElsewhere(storeId);
}

/** Leaves an encrypted workspace locked, and shows the others. */
export function leaveLocked(): void {
  locked.set(null);
}

/** Encrypts the open workspace, and goes on with it in a window that keeps nothing on disk. */
export async function encryptOpen(storeId: string, { ticket, label }: Sealing): Promise<void> {
  leaveField();
  carryRemembered(storeId);
  await changeEncryption(storeId, 'encrypting', async () => {
    await call('encryption.encrypt', { storeId, ticket, label });
    const others = rememberedWithout(storeId);
    await call('window.wipe', undefined);
    rememberAgain(others);
  });
}

/** Removes the encryption of the open workspace, and goes on with it in the usual window. */
export async function decryptOpen(storeId: string, passphrase: string): Promise<void> {
  leaveField();
  await changeEncryption(storeId, 'decrypting', async () => {
    try {
      await call('encryption.decrypt', { storeId, passphrase });
    } catch (thrown) {
      // Closing has locked it. Where it was the recovery key that was typed, the lock screen asks.
      await call('encryption.unlock', { storeId, secret: { kind: 'passphrase', text: passphrase } }).catch(
        () => undefined,
      );
      throw thrown;
    }
  });
}

/** Whatever comes of it, the workspace is opened again: as it is then. */
async function changeEncryption(storeId: string, doing: Busy, change: () => Promise<void>): Promise<void> {
  await whileBusy(doing, async () => {
    await store.closeWorkspace();
    try {
      await change();
    } catch (thrown) {
      notifyProblem(thrown);
      await loadProfile();
      await openEntry(storeId);
      return;
    }
    await goOnElsewhere(storeId);
  });
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
