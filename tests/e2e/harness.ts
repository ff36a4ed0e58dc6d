/**
 * Opens the built app in the prepared Electron for a test, a tour, a measurement or a picture, and drives its window.
 * Nothing here depends on the language that is shown, except where a language is named.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Language } from '#shared/i18n/languages.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { canSandbox, machineSwitches } from '../../scripts/sandbox.ts';
import { NoElectron, startInChromium } from '../chromium/start.ts';
import type { Hearken, StartOptions } from './hearken.ts';

export type { Hearken, StartOptions } from './hearken.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** How long a slow, shared machine may take for one step. A step that is done goes on at once. */
export const PATIENCE = 60_000;

/**
 * Does what puts another window in the place of the one that is there, and waits until that shows something to work with.
 * From then on it is the window of `hearken`.
 */
export async function replacingWindow(hearken: Hearken, act: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([
    hearken.app.waitForEvent('window', { timeout: PATIENCE }),
    act().catch((error: unknown) => {
      // The window that was asked is gone before it can say so.
      if (!/closed|destroyed/.test(String(error))) throw error;
    }),
  ]);
  page.setDefaultTimeout(PATIENCE);
  hearken.page = page;
  await page.getByRole('button').first().waitFor();
  while (hearken.app.windows().length > 1)
    await hearken.app.windows()[0]?.waitForEvent('close', { timeout: PATIENCE });
  return page;
}

/** Every row of the open workspace, through what the store gives tests (`HEARKEN_E2E`). */
export function workspaceState(page: Page): Promise<WorkspaceState> {
  return page.evaluate(() =>
    (
      window as unknown as { hearkenStore: { readState: () => Promise<WorkspaceState> } }
    ).hearkenStore.readState(),
  );
}

/** Starts the app (or shows its window in Chromium: `npm run test:chromium`) and waits until there is something to work with. */
export async function startApp(options: StartOptions = {}): Promise<Hearken> {
  const chromium = process.env.HEARKEN_CHROMIUM;
  if (chromium) return startInChromium(chromium, options);
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    throw new Error('Run this through `npm run test:e2e` or `tsx scripts/with-app.ts`.');
  }
  const appDir = options.appDir ?? process.env.HEARKEN_APP_DIR ?? ROOT;
  const userDataDir = options.userDataDir ?? (await mkdtemp(path.join(tmpdir(), 'hearken-')));
  const app = await _electron.launch({
    ...(options.executable ? { executablePath: options.executable } : {}),
    args: [...machineSwitches(), appDir, `--user-data-dir=${userDataDir}`, ...(options.args ?? [])],
    env: {
      ...definedEnvironment(),
      ...(options.openFiles ? { HEARKEN_OPEN_FILES: options.openFiles.join(path.delimiter) } : {}),
      ...(options.saveDir ? { HEARKEN_SAVE_DIR: options.saveDir } : {}),
      ...options.env,
    },
    cwd: ROOT,
    chromiumSandbox: canSandbox(),
    timeout: PATIENCE,
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
    if (!options.userDataDir)
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  const pageErrors: string[] = [];
  const listen = (page: Page) => {
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
    page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message));
  };
  app.on('window', listen);

  try {
    const page = await app.firstWindow({ timeout: PATIENCE });
    page.setDefaultTimeout(PATIENCE);
    await page.getByRole('button').first().waitFor();
    return {
      app,
      page,
      userDataDir,
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
    child.kill('SIGKILL');
    await exited;
    await removeProfile();
    throw new Error(
      `The app showed nothing to work with. ${String(error)}\n${[...pageErrors, output.trim()].join('\n')}`,
    );
  }
}

/**
 * From the welcome screen: opens the sample workspace, and waits until a view of it is there.
 * @param route the view; a workspace that is opened for the first time begins with `/home`
 */
export async function openSample(page: Page, route = '/dialogues'): Promise<void> {
  await page
    .getByRole('button', { name: /sample|サンプル|見本/i })
    .first()
    .click();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  await goTo(page, route);
}

/** From the welcome screen: makes an empty workspace, and waits until its first view is there. */
export async function createWorkspace(page: Page, name: string, company: string, actor = ''): Promise<void> {
  await page.getByRole('button', { name: /New workspace/ }).click();
  const form = page.getByRole('dialog');
  await form
    .getByLabel(/Name of the workspace|Workspace name/)
    .first()
    .fill(name);
  await form
    .getByLabel(/^Company/)
    .first()
    .fill(company);
  if (actor !== '') await form.getByLabel('Your name').fill(actor);
  await form.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByTestId('home-steps').waitFor();
}

/** Stores the dialogue that is looked over; a fiscal year that the file does not tell is chosen first. */
export async function storeImport(page: Page): Promise<void> {
  await chooseFiscalYear(page);
  await page.getByTestId('import-store').click();
}

/** Chooses a fiscal year where the file does not tell it. */
export async function chooseFiscalYear(page: Page): Promise<void> {
  await page.getByTestId('import-blocks').waitFor();
  const year = page.getByTestId('import-fiscal-year');
  if ((await year.count()) === 0 || (await year.inputValue()) !== '') return;
  // Places in doubt are options of a list, too.
  const option = page.locator('[data-combobox-option]:visible').first();
  // By key, which never closes a list: while other files are read, one that was just opened can be closed again.
  while (!(await option.isVisible())) await year.press('ArrowDown');
  await option.click();
}

/** Shows a place of the app: a route as renderer/ui/links.ts makes them, e.g. `/issues` or `/search?q=union`. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((wanted) => {
    // The same as the app's own `go`: the query stands before the hash.
    const [place = '', query = ''] = wanted.split('?');
    const oldURL = window.location.href;
    const url = new URL(oldURL);
    url.search = query;
    url.hash = place;
    window.history.pushState(null, '', url.href);
    window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: url.href }));
  }, route);
  await settled(page);
}

/** Waits until nothing on the screen says that it is still loading, and what was drawn is on the screen. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.mantine-Loader-root, [aria-busy="true"]'));
  // What a view reads comes after it is drawn first; twice, since what was read is drawn, too.
  await page.evaluate(async () => {
    // No function with a name: what compiles the scripts would refer to a helper that the page has not.
    for (let time = 0; time < 2; time += 1) {
      await new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => requestIdleCallback(done));
    }
  });
  await page.waitForFunction(() => !document.querySelector('.mantine-Loader-root, [aria-busy="true"]'));
}

/** The language that the window speaks. */
export async function languageOf(page: Page): Promise<string> {
  return await page.evaluate(() => document.documentElement.lang);
}

/** Switches the window's language, by the app's menu. */
export async function setLanguage({ app, page }: Hearken, language: Language): Promise<void> {
  if ((await languageOf(page)) !== language) await chooseInMenu(app, 'app.language');
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  await settled(page);
}

/** Switches between light and dark, by the app's menu, which goes round through `auto`. */
export async function setColorScheme({ app, page }: Hearken, scheme: 'light' | 'dark'): Promise<void> {
  const shown = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  while ((await shown()) !== scheme) {
    await chooseInMenu(app, 'app.colorScheme');
    await settled(page);
  }
}

/** Chooses an item of the window's menu by its action's id (renderer/app/actions.ts and the features' own). */
export async function chooseInMenu(app: ElectronApplication, actionId: string): Promise<void> {
  const found =
    app instanceof NoElectron
      ? await app.choose(actionId)
      : await app.evaluate(({ Menu, BrowserWindow }, id) => {
          const item = Menu.getApplicationMenu()?.getMenuItemById(id);
          item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
          return item !== null && item !== undefined;
        }, actionId);
  if (!found) throw new Error(`The menu has no item ${actionId}.`);
}

/** Gives the window's content a size in pixels, and waits until the page has it. */
export async function resize({ app, page }: Hearken, width: number, height: number): Promise<void> {
  const size = { width, height };
  if (app instanceof NoElectron) await page.setViewportSize(size);
  else
    await app.evaluate(
      ({ BrowserWindow }, wanted) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
      size,
    );
  await page.waitForFunction(
    (wanted) => window.innerWidth === wanted.width && window.innerHeight === wanted.height,
    size,
  );
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
