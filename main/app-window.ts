import { BrowserWindow, type Session, session } from 'electron';
import { noted } from '#shared/model/problem.ts';
import { lockDown } from './permissions.ts';
import { serveWindow } from './protocol.ts';
import { openWindow } from './window.ts';

/** Nothing of a session whose partition has no `persist:` is written to disk. */
const IN_MEMORY = 'in-memory';

export interface AppWindowFiles {
  readonly preload: string;
  /** The built page. */
  readonly renderer: string;
}

/**
 * The app's one window. It is replaced by another when an encrypted workspace is opened or let go: such a workspace is
 * open only in a window that keeps database and all else in memory.
 */
export class AppWindow {
  readonly #files: AppWindowFiles;
  readonly #failed: (thrown: unknown) => void;
  readonly #listeners: ((window: BrowserWindow) => void)[] = [];
  #current: BrowserWindow | null = null;
  #inMemory = false;
  #memory: Session | null = null;
  /** Resolved when nothing is left of what a window kept in memory. */
  #forgotten: Promise<void> = Promise.resolve();

  /** @param failed called with the reason, where the page cannot be loaded */
  constructor(files: AppWindowFiles, failed: (thrown: unknown) => void) {
    this.#files = files;
    this.#failed = failed;
  }

  /** The window that is worked in; null = it was closed. */
  get current(): BrowserWindow | null {
    return this.#current;
  }

  /** Whether the window keeps everything in memory. */
  get inMemory(): boolean {
    return this.#inMemory;
  }

  /** Calls `listener` with the window that is there, and with each that takes its place. */
  attend(listener: (window: BrowserWindow) => void): void {
    this.#listeners.push(listener);
    if (this.#current) listener(this.#current);
  }

  /** Opens the first one. @returns when its page has been handed over */
  open(): Promise<void> {
    const served = prepare(session.defaultSession, this.#files.renderer);
    this.#begin(false);
    return served;
  }

  /** Puts another window in the place of the one that is there, which stays on the screen until the other can be shown. */
  async replace(inMemory: boolean): Promise<void> {
    const leaving = this.#current;
    if (!leaving) return;
    await this.#forgotten;
    if (leaving.isDestroyed()) return;
    const wasInMemory = this.#inMemory;
    const window = this.#begin(inMemory);
    window.setBounds(leaving.getNormalBounds());
    const [maximized, full] = [leaving.isMaximized(), leaving.isFullScreen()];
    window.once('show', () => {
      if (maximized) window.maximize();
      if (full) window.setFullScreen(true);
      // Whatever was asked for meanwhile, too.
      for (const other of BrowserWindow.getAllWindows()) if (other !== window) other.destroy();
      if (wasInMemory && !inMemory) this.#forgotten = this.#forget();
    });
  }

  #begin(inMemory: boolean): BrowserWindow {
    const window = openWindow({
      preload: this.#files.preload,
      session: inMemory ? this.#memorySession() : session.defaultSession,
      inMemory,
      failed: this.#failed,
    });
    this.#current = window;
    this.#inMemory = inMemory;
    window.once('closed', () => {
      if (this.#current === window) this.#current = null;
    });
    for (const listener of this.#listeners) listener(window);
    return window;
  }

  #memorySession(): Session {
    if (!this.#memory) {
      this.#memory = session.fromPartition(IN_MEMORY);
      void prepare(this.#memory, this.#files.renderer);
    }
    return this.#memory;
  }

  async #forget(): Promise<void> {
    await this.#memory?.clearStorageData().catch((thrown) => noted(thrown, 'window in memory'));
    await this.#memory?.clearCache().catch((thrown) => noted(thrown, 'window in memory'));
  }
}

/** The same rules for every session that a window is given. @returns when a page has been handed over */
function prepare(of: Session, renderer: string): Promise<void> {
  lockDown(of);
  return serveWindow(of, renderer);
}
