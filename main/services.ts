/** What the window cannot do itself: the library of workspaces on disk, dialogs, the menu, paper. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, shell } from 'electron';
import { noted, ProblemError, problemOf } from '#shared/model/problem.ts';
import { aboutApp } from './about.ts';
import { answer } from './answer.ts';
import { updateKey } from './build-note.ts';
import type { DetailLog } from './detail-log.ts';
import { choosePaths, openFiles, reveal, saveFile } from './dialogs.ts';
import { askForFieldMenu, showFieldMenu } from './field-menu.ts';
import { type Handlers, storageHandlers } from './handlers.ts';
import { type Answer, tell } from './ipc.ts';
import { setMenu } from './menu.ts';
import { readOpened } from './opened-files.ts';
import { printSheet, printView, sheetAsPdf } from './paper.ts';
import { ProfileFile } from './profile.ts';
import { UPDATE_EXTENSION } from './update/manifest.ts';
import { Updates } from './update/updates.ts';
import { showWindow } from './window.ts';
import { keepBounds, restoreBounds } from './window-bounds.ts';
import { Workspaces } from './workspaces.ts';

const OUT = path.dirname(import.meta.dirname);
const RESOURCES = path.join(path.dirname(OUT), 'resources');
/** How long the window may take to finish what it is writing when it closes, in ms. */
const GOODBYE = 10_000;
/** A window that crashes more often than this (in ms) is not opened again by itself. */
const CRASH_PAUSE = 30_000;

export interface Services {
  readonly answer: Answer;
  /** Opens workspace files, by their paths, as soon as the window can show them. */
  readonly takeFiles: (files: readonly string[]) => void;
}

let windowReady = false;
let leaving = false;
/** Workspace files that the system asked to open before the window could take them. */
const waitingFiles: string[] = [];

/** Reads what this machine remembers, and does from now on what the window asks for. */
export async function startServices(window: BrowserWindow, log: DetailLog): Promise<Services> {
  const userData = app.getPath('userData');
  const workspaces = new Workspaces(userData, { version: app.getVersion() });
  const updates = newUpdates(userData);
  keepTheWindow(userData, window, workspaces);
  askForFieldMenu(window);
  const [profile] = await Promise.all([
    ProfileFile.open(userData, app.getLocale()),
    workspaces.tidy(),
    updates.tidy(),
    restoreBounds(userData, window),
  ]);
  const takeFiles = (files: readonly string[]) => {
    for (const file of files) {
      if (windowReady) void sendFile(window, file);
      else waitingFiles.push(file);
    }
  };
  const handlers: Handlers = {
    ...storageHandlers({
      profile,
      workspaces,
      appVersion: app.getVersion(),
      platform: process.platform,
      trash: (folder) => shell.trashItem(folder),
      leaving: () => leaving,
    }),
    'dialog.open': (request) => openFiles(window, request),
    'dialog.save': (request) => saveFile(window, request),
    'dialog.reveal': ({ path: file }) => reveal(file),
    'resource.read': ({ name }) => readResource(name),
    'app.about': () => aboutApp(OUT),
    'update.choose': async ({ kind }) => {
      updates.requireKey();
      const filters = [{ name: kind, extensions: [UPDATE_EXTENSION] }];
      const [file] = await choosePaths(window, { filters, multiple: false });
      return file === undefined ? null : await updates.check(file);
    },
    'update.handOver': () => updates.handOver(),
    'log.write': log.write,
    'page.pdf': async (request) => ({ bytes: await sheetAsPdf(window, request) }),
    'page.print': (request) => printSheet(window, request),
    'view.print': () => printView(window),
    'field.menu': (request) => showFieldMenu(window, request),
    'menu.set': (menus) => setMenu(window, menus),
    'window.ready': () => {
      windowReady = true;
      showWindow(window);
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

/** The window is closed only when what is open has been let go, and begun again when its process ends. */
function keepTheWindow(userData: string, window: BrowserWindow, workspaces: Workspaces): void {
  window.on('close', (event) => {
    if (leaving && !workspaces.openId) return;
    event.preventDefault();
    if (!leaving) void sayGoodbye(userData, window, workspaces);
  });
  reopenAfterCrash(window);
}

/** Lets the window finish, closes the workspace with a snapshot, remembers the window's place; then it is gone. */
async function sayGoodbye(userData: string, window: BrowserWindow, workspaces: Workspaces): Promise<void> {
  leaving = true;
  if (workspaces.openId && !window.webContents.isCrashed()) {
    tell(window, 'app.closing', undefined);
    const deadline = Date.now() + GOODBYE;
    while (workspaces.openId && Date.now() < deadline) await new Promise((done) => setTimeout(done, 20));
  }
  await workspaces.close().catch((thrown) => noted(thrown, 'close'));
  await keepBounds(userData, window);
  window.destroy();
}

/** A crashed page is loaded again; what was acknowledged is in the log. */
function reopenAfterCrash(window: BrowserWindow): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (leaving || reason === 'clean-exit' || Date.now() - last < CRASH_PAUSE) return;
    console.error(`The window's process ended (${reason}) and is started again.`);
    last = Date.now();
    windowReady = false;
    window.webContents.reload();
  });
}

async function sendFile(window: BrowserWindow, file: string): Promise<void> {
  try {
    tell(window, 'app.openFile', await readOpened(file));
  } catch (thrown) {
    tell(window, 'app.openFailed', problemOf(thrown));
  }
}
