/**
 * Start of the app: the window first, since its process takes longest to begin. What answers it (`services.ts`, with all
 * schemas) is loaded while it does; calls that come before wait for it.
 */
import { once } from 'node:events';
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, Menu } from 'electron';
import { keepDetails, noted } from '#shared/model/problem.ts';
import { AppWindow } from './app-window.ts';
import { testBuild } from './build-note.ts';
import { DetailLog } from './detail-log.ts';
import { answerCalls } from './ipc.ts';
import { closeDoors } from './package-doors.ts';
import { refuseNavigation, refuseNetwork } from './permissions.ts';
import { registerScheme } from './protocol.ts';
import type { Services } from './services.ts';

const OUT = path.dirname(import.meta.dirname);

closeDoors();

const window = new AppWindow(
  { preload: path.join(OUT, 'preload', 'index.cjs'), renderer: path.join(OUT, 'renderer') },
  giveUp,
);
let services: Services | null = null;
/** Workspace files that the system asked to open before anything could take them. */
const waitingFiles: string[] = [];

const log = new DetailLog(path.join(app.getPath('userData'), 'logs'), () => window.inMemory);
keepDetails(log.write);
// Else the system would show what was thrown in a window of its own, or it would end in the log of the desktop.
process.on('uncaughtException', (thrown) => void noted(thrown, 'main'));
process.on('unhandledRejection', (thrown) => void noted(thrown, 'main'));

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
    if (window.current?.isMinimized()) window.current.restore();
    window.current?.focus();
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
  Menu.setApplicationMenu(null);
  const served = window.open();
  const marked = testBuild();
  if (marked !== '')
    window.attend((opened) =>
      opened.on('page-title-updated', (event, title) => {
        event.preventDefault();
        opened.setTitle(`${title} – ${marked}`);
      }),
    );
  // Loading keeps this process busy: first it hands the page over, which the window's process waits for.
  const begun = Promise.race([served, navigated()]);
  const ready = begun
    .then(() => import('./services.ts'))
    .then(({ startServices }) => startServices(window, log));
  answerCalls(ready, () => window.current);
  services = await ready;
  takeFiles(waitingFiles.splice(0));
}

/** When the window shows its page; never where it was closed before. */
async function navigated(): Promise<void> {
  if (window.current) await once(window.current.webContents, 'did-navigate');
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
  const { languageOfLocale } = await import('#shared/i18n/languages.ts');
  const t = translator(languageOfLocale(app.getLocale()));
  const words = t('error.profile-not-writable', { folder: app.getPath('userData') });
  console.error(words);
  dialog.showErrorBox(t('app.name'), words);
  app.exit(1);
}

/** @param folder the one that the app was called from, which relative paths are of */
function workspaceFiles(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && /\.hearken(\.age)?$/i.test(argument))
    .map((argument) => path.resolve(folder, argument));
}

function takeFiles(files: readonly string[]): void {
  if (services) services.takeFiles(files);
  else waitingFiles.push(...files);
}

function giveUp(thrown: unknown): void {
  console.error(`The app could not start: reference ${noted(thrown, 'start')} in its log.`);
  app.exit(1);
}
