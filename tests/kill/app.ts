import path from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { canSandbox, machineSwitches } from '../../scripts/sandbox.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

export interface RunningApp {
  /** The window that was opened last: an encrypted workspace has one of its own. */
  readonly page: Page;
  /** The next window that is opened. */
  nextPage(): Promise<Page>;
  readonly pageErrors: string[];
  /** Resolves when an error ends something in the window: whoever waits for it to go on waits in vain. */
  readonly stopped: Promise<void>;
  /** Ends the app as a person would. */
  close(): Promise<void>;
  /** SIGKILL to the app with all its processes; resolves when none is left. */
  kill(): Promise<void>;
}

/**
 * Starts the built app on a profile and returns as soon as there is a window, whatever it shows, so that it can be
 * killed while it is still opening a workspace.
 * @param hear called with every line the window writes to its console
 */
export async function startApp(userData: string, hear: (line: string) => void): Promise<RunningApp> {
  const app = await _electron.launch({
    args: [...machineSwitches(), process.env.HEARKEN_APP_DIR ?? ROOT, `--user-data-dir=${userData}`],
    env: { ...(process.env as Record<string, string>), HEARKEN_E2E: '1' },
    chromiumSandbox: canSandbox(),
    timeout: 60_000,
  });
  const pageErrors: string[] = [];
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let latest: Page | null = null;
  app.on('window', (page) => {
    latest = page;
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
      hear(message.text());
    });
    page.on('pageerror', (error) => {
      pageErrors.push(error.stack ?? error.message);
      stop();
    });
  });
  const first = await app.firstWindow({ timeout: 60_000 });
  const { pid } = app.process();
  if (!pid) throw new Error('The app has no process.');
  return {
    get page() {
      return latest ?? first;
    },
    nextPage: () => app.waitForEvent('window', { timeout: 60_000 }),
    ...{ pageErrors, stopped },
    close: () => app.close(),
    kill: () => killGroup(pid),
  };
}

async function killGroup(pid: number): Promise<void> {
  process.kill(-pid, 'SIGKILL');
  for (let waited = 0; waited < 10_000; waited += 20) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Processes of group ${pid} are still there.`);
}
