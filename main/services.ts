/** What the window cannot do itself: the library of workspaces on disk, dialogs, the menu, paper. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, shell } from 'electron';
import { ProblemError, problemOf } from '#shared/model/problem.ts';
import { aboutApp } from './about.ts';
import { answer } from './answer.ts';
import type { AppWindow } from './app-window.ts';
import { updateKey } from './build-note.ts';
import type { DetailLog } from './detail-log.ts';
import { askForFieldMenu } from './field-menu.ts';
import { type Handlers, storageHandlers } from './handlers.ts';
import { type Answer, tell } from './ipc.ts';
import { readOpened } from './opened-files.ts';
import { ProfileFile } from './profile.ts';
import { systemKeychain } from './system-keychain.ts';
import { Updates } from './update/updates.ts';
import { showWindow } from './window.ts';
import { restoreBounds } from './window-bounds.ts';
import { windowHandlers } from './window-handlers.ts';
import { WindowLife } from './window-life.ts';
import { Workspaces } from './workspaces.ts';

const OUT = path.dirname(import.meta.dirname);
const RESOURCES = path.join(path.dirname(OUT), 'resources');
export interface Services {
  readonly answer: Answer;
  /** Opens workspace files, by their paths, as soon as the window can show them. */
  readonly takeFiles: (files: readonly string[]) => void;
}

/** Workspace files that the system asked to open before the window could take them. */
const waitingFiles: string[] = [];

/** Reads what this machine remembers, and does from now on what the window asks for. */
export async function startServices(window: AppWindow, log: DetailLog): Promise<Services> {
  const userData = app.getPath('userData');
  const workspaces = new Workspaces(userData, { version: app.getVersion(), keychain: systemKeychain });
  const updates = newUpdates(userData);
  const life = new WindowLife(userData, window, workspaces);
  let windowReady = false;
  window.attend((opened) => {
    windowReady = false;
    opened.webContents.on('render-process-gone', () => {
      windowReady = false;
    });
    askForFieldMenu(opened);
  });
  const [profile] = await Promise.all([
    ProfileFile.open(userData, app.getLocale()),
    workspaces.tidy(),
    updates.tidy(),
    window.current && restoreBounds(userData, window.current),
  ]);
  life.lockWhenAway(profile);
  const takeFiles = (files: readonly string[]) => {
    for (const file of files) {
      if (windowReady) void sendFile(window, file);
      else waitingFiles.push(file);
    }
  };
  const storage = storageHandlers({
    profile,
    workspaces,
    appVersion: app.getVersion(),
    platform: process.platform,
    trash: (folder) => shell.trashItem(folder),
    leaving: () => life.leaving,
  });
  const handlers: Handlers = {
    ...storage,
    ...windowHandlers({ window, life, log, profile, workspaces, updates, storage }),
    'resource.read': ({ name }) => readResource(name),
    'app.about': () => aboutApp(OUT),
    'log.write': log.write,
    'window.ready': () => {
      windowReady = true;
      if (window.current) showWindow(window.current);
      takeFiles(waitingFiles.splice(0));
    },
  };
  return { answer: (name, payload) => answer(handlers, name, payload), takeFiles };
}

function newUpdates(userData: string): Updates {
  const { platform, arch } = process;
  return new Updates({
    key: updateKey(),
    version: app.getVersion(),
    platform,
    arch,
    folder: path.join(userData, 'updates'),
    open: (file) => shell.openPath(file),
    show: (file) => shell.showItemInFolder(file),
  });
}

/** @throws ProblemError `file-missing` */
async function readResource(name: string): Promise<string> {
  try {
    return await readFile(path.join(RESOURCES, name, `${name}.json`), 'utf8');
  } catch (cause) {
    throw new ProblemError('file-missing', { name: `${name}.json` }, { cause });
  }
}

async function sendFile(window: AppWindow, file: string): Promise<void> {
  try {
    tell(window.current, 'app.openFile', await readOpened(file));
  } catch (thrown) {
    tell(window.current, 'app.openFailed', problemOf(thrown));
  }
}
