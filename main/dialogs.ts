import path from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { CallRequest, OpenedFile } from '#shared/bridge.ts';
import { ProblemError, reasonOf } from '#shared/model/problem.ts';
import { makeFolder, SHARED_FILE, writeAtomic } from './atomic.ts';
import { safeName } from './file-name.ts';
import { choosable, readOpened } from './opened-files.ts';

/** Files that were saved in this run: the only ones that `reveal` shows. */
const saved = new Set<string>();

/** Shows the system's open dialog and reads what was chosen. */
export async function openFiles(
  window: BrowserWindow,
  request: CallRequest<'dialog.open'>,
): Promise<OpenedFile[]> {
  const paths = await choosePaths(window, request);
  return Promise.all(paths.map(readOpened));
}

/** Shows the system's open dialog. @returns the paths of what was chosen; none = cancelled */
export async function choosePaths(
  window: BrowserWindow,
  request: CallRequest<'dialog.open'>,
): Promise<readonly string[]> {
  const preset = presetFiles(request);
  if (preset) return preset;
  const { filters, multiple } = request;
  const { filePaths } = await dialog.showOpenDialog(window, {
    filters,
    properties: ['openFile', 'dontAddToRecent', ...(multiple ? (['multiSelections'] as const) : [])],
  });
  return filePaths;
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
    // A file's name can tell who was heard.
    properties: ['dontAddToRecent'],
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

function presetFiles(request: CallRequest<'dialog.open'>): readonly string[] | null {
  const preset = app.isPackaged ? undefined : process.env.HEARKEN_OPEN_FILES;
  return preset ? choosable(preset.split(path.delimiter), request) : null;
}
