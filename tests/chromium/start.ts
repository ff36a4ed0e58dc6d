/**
 * Opens the built window in the system's Chromium, with main's handlers behind the same bridge. For what a newer engine
 * makes of the window; what Electron itself does (menus, dialogs, protocol, sandbox) is not in it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type ElectronApplication, type Page } from 'playwright-core';
import type { EventName, EventPayload } from '#shared/bridge.ts';
import { machineSwitches } from '../../scripts/sandbox.ts';
import type { Hearken, StartOptions } from '../e2e/hearken.ts';
import { type MainSide, startMainSide } from './main-side.ts';
import { windowAddress } from './window-server.ts';

/** What the browser says of a page by itself: what its policy refused, and what will be gone from it. */
export interface BrowserIssue {
  readonly code: string;
  readonly details: string;
}

/** Beside what a test of the app is given: what can be seen from outside in a browser alone. */
export interface InBrowser extends Hearken {
  readonly version: string;
  readonly main: MainSide;
  readonly issues: readonly BrowserIssue[];
  /** Everything that the page asked for. */
  readonly requests: readonly string[];
}

export async function startInChromium(executablePath: string, options: StartOptions): Promise<InBrowser> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(path.join(tmpdir(), 'hearken-')));
  const main = await startMainSide(userDataDir, {
    openFiles: options.openFiles ?? [],
    saveDir: options.saveDir ?? null,
  });
  const context = await chromium.launchPersistentContext(path.join(userDataDir, 'chromium'), {
    executablePath,
    args: machineSwitches(),
    locale: 'en-GB',
    viewport: { width: 1360, height: 860 },
  });
  await context.exposeBinding('testInvoke', (_source, name: unknown, payload: unknown) =>
    main.answer(name, payload),
  );
  await context.addInitScript({ path: path.join(import.meta.dirname, 'bridge-in-page.js') });
  if (options.env?.HEARKEN_E2E) await context.addInitScript('window.hearkenTest = true');
  const page = context.pages()[0] ?? (await context.newPage());
  const heard = await listen(context, page);
  await page.goto(await windowAddress());
  await page.getByRole('button').first().waitFor();
  const end = async () => {
    await context.close();
    await main.close();
    if (!options.userDataDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    ...heard,
    version: context.browser()?.version() ?? '',
    app: new NoElectron(page, main) as unknown as ElectronApplication,
    main,
    page,
    userDataDir,
    output: () => '',
    close: async () => {
      main.leave();
      await tell(page, 'app.closing', undefined);
      await untilClosed(main);
      await end();
    },
    // The window goes without being told; main, which is in this process, goes on and lets the workspace go.
    kill: () => {
      main.leave();
      return end();
    },
  };
}

/** Stands where tests expect Electron, and does what they ask of its menu. */
export class NoElectron {
  readonly #page: Page;
  readonly #main: MainSide;

  constructor(page: Page, main: MainSide) {
    this.#page = page;
    this.#main = main;
  }

  /** Chooses an item of the menu that the window declared. @returns whether there is one */
  async choose(id: string): Promise<boolean> {
    if (!this.#main.menu().has(id)) return false;
    await tell(this.#page, 'menu.run', { id });
    return true;
  }

  evaluate(): never {
    throw new Error('There is no Electron in a browser: this can only be tested in the app.');
  }
}

async function tell<N extends EventName>(page: Page, name: N, payload: EventPayload<N>): Promise<void> {
  await page.evaluate(
    ([event, said]) =>
      (window as unknown as { testTell: (name: string, payload: unknown) => void }).testTell(event, said),
    [name, payload] as const,
  );
}

/** The window lets the workspace go by a call of its own, once what is typed is written. */
async function untilClosed(main: MainSide): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (main.open() && Date.now() < deadline) await new Promise((later) => setTimeout(later, 20));
}

async function listen(context: BrowserContext, page: Page) {
  const pageErrors: string[] = [];
  const issues: BrowserIssue[] = [];
  const requests: string[] = [];
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) pageErrors.push(message.text());
  });
  page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message));
  page.on('request', (request) => requests.push(request.url()));
  const session = await context.newCDPSession(page);
  session.on('Audits.issueAdded', ({ issue }) =>
    issues.push({ code: issue.code, details: JSON.stringify(issue.details) }),
  );
  await session.send('Audits.enable');
  return { pageErrors, issues, requests };
}
