import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { z } from 'zod';
import { noted } from '#shared/model/problem.ts';
import { writeAtomic } from './atomic.ts';
import { pageAddress } from './protocol.ts';

const FILE = 'window.json';
const SMALLEST = { width: 960, height: 600 };
const USUAL = { width: 1360, height: 860 };
/** The longest that a window stays hidden while its page has not said that it is ready, in ms. */
const SHOW_AT_LATEST = 4_000;

const Place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});
type Place = z.infer<typeof Place>;

/**
 * Opens the app's window where it was last time. It is shown by `window.ready`, or a little later without it.
 * @param opened called before the page is loaded, so that its first call finds its window
 */
export async function openWindow(
  userData: string,
  preload: string,
  opened: (window: BrowserWindow) => void,
): Promise<void> {
  const place = await readPlace(path.join(userData, FILE));
  const window = new BrowserWindow({
    ...(place ?? USUAL),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Hearken',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101418' : '#f4f6f8',
    webPreferences: {
      preload,
      // For tests that drive the app from source: the store's own functions on the page (renderer/store/test-door.ts).
      additionalArguments: !app.isPackaged && process.env.HEARKEN_E2E ? ['--hearken-test'] : [],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Pages that ask for folders of the disk themselves: the app opens files by its own dialogues.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      devTools: !app.isPackaged,
    },
  });
  if (place?.maximized) window.maximize();
  const late = setTimeout(() => showWindow(window), SHOW_AT_LATEST);
  window.once('closed', () => clearTimeout(late));
  window.once('show', () => clearTimeout(late));
  opened(window);
  await window.loadURL(pageAddress());
}

export function showWindow(window: BrowserWindow): void {
  if (!window.isDestroyed() && !window.isVisible()) window.show();
}

/** Remembers where the window is. */
export async function keepPlace(userData: string, window: BrowserWindow): Promise<void> {
  const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  await writeAtomic(path.join(userData, FILE), JSON.stringify(place)).catch((thrown) =>
    noted(thrown, 'window.json'),
  );
}

/** The remembered place, unless no screen shows it any more. */
async function readPlace(file: string): Promise<Place | null> {
  try {
    const place = Place.parse(JSON.parse(await readFile(file, 'utf8')));
    const { workArea } = screen.getDisplayMatching(place);
    const across =
      Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x);
    const down =
      Math.min(place.y + place.height, workArea.y + workArea.height) - Math.max(place.y, workArea.y);
    return across > 100 && down > 100 ? place : null;
  } catch {
    return null;
  }
}
