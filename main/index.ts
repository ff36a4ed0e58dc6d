/**
 * Start of the app: the window first, since its process takes longest to begin. What answers it (`hands.ts`, with all
 * schemas) is loaded while it does; calls that come before wait for it.
 */
import { once } from 'node:events';
import path from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import type { Hands } from './hands.ts';
import { answerCalls } from './ipc.ts';
import { lockDown, refuseNavigation, refuseNetwork } from './permissions.ts';
import { registerScheme, serveWindow } from './protocol.ts';
import { openWindow } from './window.ts';

const OUT = path.dirname(import.meta.dirname);

let window: BrowserWindow | null = null;
let hands: Hands | null = null;
/** Workspace files that the system asked to open before anything could take them. */
const waitingFiles: string[] = [];

if (!app.requestSingleInstanceLock()) {
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
  lockDown(session.defaultSession);
  const served = serveWindow(session.defaultSession, path.join(OUT, 'renderer'));
  Menu.setApplicationMenu(null);
  const opened = openWindow(path.join(OUT, 'preload', 'index.cjs'), giveUp);
  window = opened;
  opened.on('closed', () => {
    window = null;
  });
  // Loading keeps this process busy: first it hands the page over, which the window's process waits for.
  const begun = Promise.race([served, once(opened.webContents, 'did-navigate')]);
  const ready = begun.then(() => import('./hands.ts')).then(({ takeHands }) => takeHands(opened));
  answerCalls(ready, () => window);
  hands = await ready;
  takeFiles(waitingFiles.splice(0));
}

/** @param folder the one that the app was called from, which relative paths are of */
function workspaceFiles(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.hearken'))
    .map((argument) => path.resolve(folder, argument));
}

function takeFiles(files: readonly string[]): void {
  if (hands) hands.takeFiles(files);
  else waitingFiles.push(...files);
}

function giveUp(thrown: unknown): void {
  console.error('The app could not start:', thrown);
  app.exit(1);
}
