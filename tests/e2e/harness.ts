/** Opens the built app in the prepared Electron for a test, a tour or a picture, and drives its window. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { canSandbox, machineSwitches } from '../../scripts/sandbox.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

export interface Hearken {
  app: ElectronApplication;
  /** The first window. */
  page: Page;
  /** The profile folder; pass it to a second `launch` to open the same data again. */
  userData: string;
  /** What the app wrote to its standard output and error so far. */
  output: () => string;
  /** What the windows wrote to their consoles as errors, and errors that nobody caught. */
  pageErrors: string[];
  /** Ends the app; removes the profile folder when `launch` made it. */
  close: () => Promise<void>;
  /** Ends the app the hard way (SIGKILL), as a crash or a power cut would. Keeps the profile folder. */
  kill: () => Promise<void>;
}

export interface LaunchOptions {
  userData?: string;
  /** Further arguments of the app. */
  args?: string[];
  env?: Record<string, string>;
}

/** Starts the app with a profile of its own and waits for its first window to be there and loaded. */
export async function launch(options: LaunchOptions = {}): Promise<Hearken> {
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    throw new Error('Run this through `npm run test:e2e` or `tsx scripts/with-app.ts`.');
  }
  const userData = options.userData ?? (await mkdtemp(path.join(tmpdir(), 'hearken-')));
  const app = await _electron.launch({
    args: [...machineSwitches(), ROOT, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: { ...definedEnvironment(), ...options.env },
    cwd: ROOT,
    chromiumSandbox: canSandbox(),
    timeout: 60_000,
  });

  let output = '';
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const removeProfile = async () => {
    if (!options.userData)
      await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  const pageErrors: string[] = [];
  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
    page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message));
  };
  app.on('window', listen);

  try {
    const page = await app.firstWindow({ timeout: 60_000 });
    await page.waitForLoadState('load');
    return {
      app,
      page,
      userData,
      output: () => output,
      pageErrors,
      close: async () => {
        await app.close();
        await removeProfile();
      },
      kill: async () => {
        child.kill('SIGKILL');
        await exited;
      },
    };
  } catch (error) {
    await app.close().catch(() => undefined);
    await removeProfile();
    throw new Error(`The app opened no window. ${String(error)}\n${output.trim()}`);
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
