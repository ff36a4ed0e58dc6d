import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** How long a rename is tried again where a scanner or a sync service holds the file (Windows), in ms. */
const RENAME_PATIENCE = 2_000;
const RENAME_PAUSE = 50;

/** What the app keeps for itself is for its own user alone. */
export const OWN_FILE = 0o600;
export const OWN_FOLDER = 0o700;
/** What a person saves somewhere is as open as their system makes files. */
export const SHARED_FILE = 0o666;

/**
 * Writes a file so that after any crash there is either the old content or the new one, whole: a temporary file in
 * the same folder, fsync, rename over the old one, fsync of the folder.
 */
export async function writeAtomic(
  file: string,
  content: Uint8Array | string,
  mode: number = OWN_FILE,
): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await moveInPlace(temporary, file);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
  await syncFolder(folder);
}

/** Renames, again and again for a while where Windows says that somebody else has the file open. */
export async function moveInPlace(from: string, to: string): Promise<void> {
  const started = Date.now();
  for (;;) {
    try {
      await rename(from, to);
      return;
    } catch (thrown) {
      const { code = '' } = thrown as NodeJS.ErrnoException;
      const busy = process.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(code);
      if (!busy || Date.now() - started > RENAME_PATIENCE) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, RENAME_PAUSE));
    }
  }
}

/** Makes what was written to a file last. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names that were added to a folder, or taken from it, last. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it, so that they last. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: OWN_FOLDER });
  if (first) await syncFolder(path.dirname(first));
}

/** A time as part of a file name that every system allows: `20240601T093000123Z`. */
export function timeInName(at: Date = new Date()): string {
  return at.toISOString().replaceAll(/[-:.]/g, '');
}

export function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
