/** How the window is closed, locked, and comes back after a crash: nothing that was acknowledged is lost by it. */
import { BrowserWindow, powerMonitor } from 'electron';
import { noted } from '#shared/model/problem.ts';
import type { AppWindow } from './app-window.ts';
import { lockWhenAway } from './away.ts';
import { tell } from './ipc.ts';
import type { ProfileFile } from './profile.ts';
import { keepBounds } from './window-bounds.ts';
import type { Workspaces } from './workspaces.ts';

/** How long the window may take to finish what it is writing when it closes or is locked, in ms. */
const GOODBYE = 10_000;
/** A window that crashes more often than this (in ms) is not opened again by itself. */
const CRASH_PAUSE = 30_000;

type Going = 'closing' | 'locking';

/** Closes, locks and mends the app's one window. */
export class WindowLife {
  readonly #userData: string;
  readonly #window: AppWindow;
  readonly #workspaces: Workspaces;
  #going: Going | null = null;
  #openedAt = 0;

  constructor(userData: string, window: AppWindow, workspaces: Workspaces) {
    this.#userData = userData;
    this.#window = window;
    this.#workspaces = workspaces;
    window.attend((opened) => {
      this.#openedAt = Date.now();
      // Closed only when what is open has been let go.
      opened.on('close', (event) => {
        if (this.#going === 'closing' && !workspaces.openId) return;
        event.preventDefault();
        if (this.#going !== 'closing') void this.#close();
      });
      this.#reopenAfterCrash(opened);
    });
  }

  /** Whether the workspace that is let go now is to be opened again. */
  get leaving(): boolean {
    return this.#going !== null;
  }

  /** Locks an encrypted workspace that nobody may be in front of. */
  lockWhenAway(profile: ProfileFile): void {
    lockWhenAway({
      monitor: powerMonitor,
      since: () => this.#openedAt,
      minutes: () => profile.current.preferences.lockAfter,
      lock: () => void this.lock(),
    });
  }

  /** Lets the window finish and closes the workspace, which wipes its key; the usual window asks for the passphrase then. */
  async lock(): Promise<void> {
    if (this.#going || !this.#window.inMemory) return;
    this.#going = 'locking';
    try {
      await this.#letGo();
      await this.#window.replace(false);
    } finally {
      this.#going = null;
    }
  }

  /** Lets the window finish, closes the workspace with a snapshot, remembers the window's place; then it is gone. */
  async #close(): Promise<void> {
    this.#going = 'closing';
    await this.#letGo();
    if (this.#window.current) await keepBounds(this.#userData, this.#window.current);
    for (const each of BrowserWindow.getAllWindows()) each.destroy();
  }

  /** Waits until the window has let go what is open, but not forever. */
  async #letGo(): Promise<void> {
    const { current } = this.#window;
    if (this.#workspaces.openId && !current?.webContents.isCrashed()) {
      tell(current, 'app.closing', undefined);
      const deadline = Date.now() + GOODBYE;
      while (this.#workspaces.openId && Date.now() < deadline)
        await new Promise((done) => setTimeout(done, 20));
    }
    await this.#workspaces.lock().catch((thrown) => noted(thrown, 'close'));
  }

  /** A crashed page is loaded again; what was acknowledged is in the log. An encrypted workspace is locked. */
  #reopenAfterCrash(window: BrowserWindow): void {
    let last = 0;
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (this.#going || reason === 'clean-exit' || Date.now() - last < CRASH_PAUSE) return;
      console.error(`The window's process ended (${reason}) and is started again.`);
      last = Date.now();
      if (this.#window.inMemory) void this.lock();
      else window.webContents.reload();
    });
  }
}
