import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type LibraryEntry, StoreId } from '#shared/bridge.ts';
import { Instant } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { MODEL_VERSION } from '#shared/model/tables.ts';
import { exists, moveInPlace, timeInName, writeAtomic } from './atomic.ts';
import { hasHeader } from './encryption/header-file.ts';
import { JOURNAL_FILE } from './journal.ts';
import { snapshotFolder } from './log-state.ts';

export const STORE_FILE = 'store.json';

/**
 * What the library shows of a store, made again from the log where `store.json` does not tell it.
 * @param storeId name of the folder
 * @throws ProblemError `workspace-missing`
 */
export async function readEntry(folder: string, storeId: string): Promise<LibraryEntry> {
  if (!StoreId.safeParse(storeId).success) throw new ProblemError('workspace-missing');
  const [stored, isHeaderThere] = await Promise.all([storedEntry(folder), hasHeader(folder)]);
  const { name, sample, createdAt, openedAt } = stored;
  // So that a lost file alone makes none a plain one, either says that it is encrypted.
  const sealed = isHeaderThere || stored.sealed === true;
  if (typeof name === 'string' && isInstant(createdAt) && isInstant(openedAt))
    return { storeId, name, sample: sample === true, sealed, createdAt, openedAt };
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
    sealed,
    createdAt: isInstant(createdAt) ? createdAt : found.birthtime.toISOString(),
    openedAt: isInstant(openedAt) ? openedAt : found.mtime.toISOString(),
  };
}

/**
 * Fields that a later version wrote stay as they are; a file that cannot be read is kept under another name.
 * @param app version of the app that opens or makes the store; absent where it does neither
 */
export async function writeEntry(folder: string, entry: LibraryEntry, app?: string): Promise<void> {
  await keepUnreadableEntry(folder);
  const content = {
    ...(await storedEntry(folder)),
    ...entry,
    model: MODEL_VERSION,
    ...(app === undefined ? {} : { app }),
  };
  await writeAtomic(path.join(folder, STORE_FILE), JSON.stringify(content, null, 2));
}

/** Whether a later version of the model was the last to write to a store. */
export async function isNewerStore(folder: string): Promise<boolean> {
  const { model } = await storedEntry(folder);
  return typeof model === 'number' && model > MODEL_VERSION;
}

/** The version of the app that opened or made a store last; '' where it did not say. */
export async function versionThatWrote(folder: string): Promise<string> {
  const { app } = await storedEntry(folder);
  return typeof app === 'string' ? app : '';
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
