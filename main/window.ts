import { app, BrowserWindow, nativeTheme, type Session } from 'electron';
import { pageAddress } from './protocol.ts';
import { checksSpelling } from './spelling-runtime.ts';

const SMALLEST = { width: 960, height: 600 };
const USUAL = { width: 1360, height: 860 };
/** The longest that a window stays hidden while its page has not said that it is ready, in ms. */
const SHOW_AT_LATEST = 4_000;

export interface WindowOptions {
  readonly preload: string;
  readonly session: Session;
  /** Whether nothing of the session is written to disk. */
  readonly inMemory: boolean;
  /** Called with the reason, where the page cannot be loaded. */
  readonly failed: (thrown: unknown) => void;
}

/** Opens a window and begins to load its page. It is shown by `window.ready`, or a little later without it. */
export function openWindow({ preload, session, inMemory, failed }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...USUAL,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Hearken',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101418' : '#f4f6f8',
    webPreferences: {
      preload,
      session,
      // For tests that drive the app from source: the store's own functions on the page (renderer/store/test-access.ts).
      additionalArguments: saidToPreload(inMemory),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Pages that ask for folders of the disk themselves: the app opens files by its own dialogs.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      devTools: !app.isPackaged,
    },
  });
  const late = setTimeout(() => showWindow(window), SHOW_AT_LATEST);
  window.once('closed', () => clearTimeout(late));
  window.once('show', () => clearTimeout(late));
  window.loadURL(pageAddress()).catch(failed);
  return window;
}

/** What preload is told, which knows nothing of its own. */
function saidToPreload(inMemory: boolean): string[] {
  const tested = !app.isPackaged && Boolean(process.env.HEARKEN_E2E);
  return [
    ...(inMemory ? ['--hearken-in-memory'] : []),
    ...(tested ? ['--hearken-test'] : []),
    ...(checksSpelling(process.versions.electron) || (tested && process.env.HEARKEN_E2E_SPELLING)
      ? ['--hearken-spelling']
      : []),
  ];
}

export function showWindow(window: BrowserWindow): void {
  if (!window.isDestroyed() && !window.isVisible()) window.show();
}
