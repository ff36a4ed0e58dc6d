import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { CallRequest, OpenedFile } from '#shared/bridge.ts';
import { ProblemError, reasonOf } from '#shared/model/problem.ts';
import { makeFolder, SHARED_FILE, writeAtomic } from './atomic.ts';
import { safeName } from './file-name.ts';

/** Larger files are refused before they are read. */
const FILE_LIMIT_MB = 512;

/** Files that were saved in this run: the only ones that `reveal` shows. */
const saved = new Set<string>();

/** Shows the system's open dialog and reads what was chosen. */
export async function openFiles(
  window: BrowserWindow,
  { filters, multiple }: CallRequest<'dialog.open'>,
): Promise<OpenedFile[]> {
  const paths = presetFiles(filters, multiple) ?? (await askForFiles(window, { filters, multiple }));
  return Promise.all(paths.map(readOpened));
}

async function askForFiles(
  window: BrowserWindow,
  { filters, multiple }: CallRequest<'dialog.open'>,
): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    filters,
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return filePaths;
}

/** @throws ProblemError `file-too-large`, `file-unreadable` */
export async function readOpened(file: string): Promise<OpenedFile> {
  const name = path.basename(file);
  try {
    if ((await stat(file)).size > FILE_LIMIT_MB * 1024 * 1024)
      throw new ProblemError('file-too-large', { name, limit: FILE_LIMIT_MB });
    return { name, bytes: new Uint8Array(await readFile(file)) };
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    throw new ProblemError('file-unreadable', { name, reason: reasonOf(thrown) }, { cause: thrown });
  }
}

/** Shows the system's save dialog and writes atomically. @returns the path; null = cancelled */
export async function saveFile(
  window: BrowserWindow,
  { suggestedName, filters, bytes }: CallRequest<'dialog.save'>,
): Promise<string | null> {
  const name = safeName(suggestedName);
  const file = (await presetPlace(name)) ?? (await askForPlace(window, name, filters));
  if (!file) return null;
  try {
    await writeAtomic(file, bytes, SHARED_FILE);
  } catch (thrown) {
    const reason = reasonOf(thrown);
    throw new ProblemError('save-failed', { name: path.basename(file), reason }, { cause: thrown });
  }
  saved.add(file);
  return file;
}

async function askForPlace(
  window: BrowserWindow,
  name: string,
  filters: CallRequest<'dialog.save'>['filters'],
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), name),
    filters,
  });
  return canceled || !filePath ? null : filePath;
}

export function reveal(file: string): void {
  if (!saved.has(file)) throw new ProblemError('call-refused', { name: 'dialog.reveal' });
  shell.showItemInFolder(file);
}

/** Tests and the tour have nobody to answer dialogs: from source, the environment may answer for them. */
async function presetPlace(name: string): Promise<string | null> {
  const folder = app.isPackaged ? undefined : process.env.HEARKEN_SAVE_DIR;
  if (!folder) return null;
  await makeFolder(folder);
  return path.join(folder, name);
}

function presetFiles(filters: CallRequest<'dialog.open'>['filters'], multiple: boolean): string[] | null {
  const preset = app.isPackaged ? undefined : process.env.HEARKEN_OPEN_FILES;
  if (!preset) return null;
  const endings = filters.flatMap(({ extensions }) => extensions);
  const fits = (file: string) =>
    endings.length === 0 ||
    endings.includes('*') ||
    endings.includes(path.extname(file).slice(1).toLowerCase());
  const files = preset.split(path.delimiter).filter((file) => file !== '' && fits(file));
  return multiple ? files : files.slice(0, 1);
}
