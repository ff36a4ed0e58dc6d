/** The app's hands: one window, the library of workspaces on disk, dialogues, the menu. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog, Menu, session, shell } from 'electron';
import { ProblemError, problemOf } from '#shared/model/problem.ts';
import { openFiles, readOpened, reveal, saveFile } from './dialogs.ts';
import { type Handlers, storageHandlers } from './handlers.ts';
import { answerCalls, tell } from './ipc.ts';
import { setMenu } from './menu.ts';
import { printSheet, sheetAsPdf } from './paper.ts';
import { lockDown, refuseNavigation, refuseNetwork } from './permissions.ts';
import { ProfileFile } from './profile.ts';
import { registerScheme, serveWindow } from './protocol.ts';
import { keepPlace, openWindow, showWindow } from './window.ts';
import { Workspaces } from './workspaces.ts';

const OUT = path.dirname(import.meta.dirname);
const RESOURCES = path.join(path.dirname(OUT), 'resources');
/** How long the window may take to finish what it is writing when it closes, in ms. */
const GOODBYE = 10_000;
/** A window that crashes more often than this (in ms) is not opened again by itself. */
const CRASH_PAUSE = 30_000;

let window: BrowserWindow | null = null;
let windowReady = false;
let leaving = false;
/** Workspace files that the system asked to open before the window could take them. */
const waitingFiles: string[] = [];

if (!canWrite(app.getPath('userData'))) {
  // Chromium would take it for a second start, and end without a word.
  app.whenReady().then(refuseToStart).catch(giveUp);
} else if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  registerScheme();
  refuseNavigation();
  refuseNetwork();
  app.on('second-instance', (_event, argv, folder) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    takeFiles(workspaceFiles(argv, folder));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    takeFiles([file]);
  });
  app.on('window-all-closed', () => app.quit());
  waitingFiles.push(...workspaceFiles(process.argv, process.cwd()));
  app.whenReady().then(start).catch(giveUp);
}

async function start(): Promise<void> {
  const userData = app.getPath('userData');
  const workspaces = new Workspaces(userData);
  await workspaces.tidy();
  const profile = await ProfileFile.open(userData, app.getLocale());
  lockDown(session.defaultSession);
  serveWindow(session.defaultSession, path.join(OUT, 'renderer'));
  Menu.setApplicationMenu(null);

  const handlers: Handlers = {
    ...storageHandlers({
      profile,
      workspaces,
      appVersion: app.getVersion(),
      platform: process.platform,
      trash: (folder) => shell.trashItem(folder),
      leaving: () => leaving,
    }),
    'dialog.open': (request) => openFiles(theWindow(), request),
    'dialog.save': (request) => saveFile(theWindow(), request),
    'dialog.reveal': ({ path: file }) => reveal(file),
    'resource.read': ({ name }) => readResource(name),
    'page.pdf': async (request) => ({ bytes: await sheetAsPdf(theWindow(), request) }),
    'page.print': (request) => printSheet(theWindow(), request),
    'menu.set': (menus) => setMenu(theWindow(), menus),
    'window.ready': () => {
      windowReady = true;
      showWindow(theWindow());
      takeFiles(waitingFiles.splice(0));
    },
  };
  answerCalls(handlers, () => window);
  await showMain(userData, workspaces);
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Says that nothing can be written where the app keeps its data, and ends. */
async function refuseToStart(): Promise<void> {
  const { translator } = await import('#shared/i18n/index.ts');
  const t = translator(app.getLocale().startsWith('ja') ? 'ja' : 'en');
  const words = t('error.profile-not-writable', { folder: app.getPath('userData') });
  console.error(words);
  dialog.showErrorBox(t('app.name'), words);
  app.exit(1);
}

/** @throws ProblemError `file-missing` */
async function readResource(name: string): Promise<string> {
  try {
    return await readFile(path.join(RESOURCES, name, `${name}.json`), 'utf8');
  } catch (cause) {
    throw new ProblemError('file-missing', { name: `${name}.json` }, { cause });
  }
}

async function showMain(userData: string, workspaces: Workspaces): Promise<void> {
  await openWindow(userData, path.join(OUT, 'preload', 'index.cjs'), (opened) => {
    window = opened;
    opened.on('close', (event) => {
      if (leaving && !workspaces.openId) return;
      event.preventDefault();
      if (!leaving) void sayGoodbye(userData, opened, workspaces);
    });
    opened.on('closed', () => {
      window = null;
    });
    reopenAfterCrash(opened);
  });
}

/** Lets the window finish, closes the workspace with a snapshot, remembers the window's place; then it is gone. */
async function sayGoodbye(userData: string, opened: BrowserWindow, workspaces: Workspaces): Promise<void> {
  leaving = true;
  if (workspaces.openId && !opened.webContents.isCrashed()) {
    tell(opened, 'app.closing', undefined);
    const deadline = Date.now() + GOODBYE;
    while (workspaces.openId && Date.now() < deadline) await new Promise((done) => setTimeout(done, 20));
  }
  await workspaces.close().catch((thrown) => console.error('close:', thrown));
  await keepPlace(userData, opened);
  opened.destroy();
}

/** A crashed page is loaded again; what was acknowledged is in the log. */
function reopenAfterCrash(opened: BrowserWindow): void {
  let last = 0;
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    if (leaving || reason === 'clean-exit' || Date.now() - last < CRASH_PAUSE) return;
    console.error(`The window's process ended (${reason}) and is started again.`);
    last = Date.now();
    windowReady = false;
    opened.webContents.reload();
  });
}

function theWindow(): BrowserWindow {
  if (!window) throw new Error('There is no window.');
  return window;
}

/** @param folder the one that the app was called from, which relative paths are of */
function workspaceFiles(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.hearken'))
    .map((argument) => path.resolve(folder, argument));
}

function takeFiles(files: readonly string[]): void {
  for (const file of files) {
    if (!windowReady || !window) waitingFiles.push(file);
    else void sendFile(window, file);
  }
}

async function sendFile(opened: BrowserWindow, file: string): Promise<void> {
  try {
    tell(opened, 'app.openFile', await readOpened(file));
  } catch (thrown) {
    tell(opened, 'app.openFailed', problemOf(thrown));
  }
}

function giveUp(thrown: unknown): void {
  console.error('The app could not start:', thrown);
  app.exit(1);
}
