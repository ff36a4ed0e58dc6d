import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../main/files.ts';
import { signed } from '../../main/update/signed.ts';
import { willOpen } from './files.ts';
import {
  chooseInMenu,
  goTo,
  type Hearken,
  languageOf,
  openSample,
  setLanguage,
  startApp,
} from './harness.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const HEARKEN_UPDATE_KEY = String(publicKey.export({ type: 'spki', format: 'pem' }));

let userDataDir: string;
let hearken: Hearken;
let page: Page;

async function start(): Promise<void> {
  hearken = await startApp({ userDataDir, env: { HEARKEN_UPDATE_KEY } });
  page = hearken.page;
}

beforeAll(async () => {
  userDataDir = await mkdtemp(path.join(tmpdir(), 'hearken-shell-'));
  await start();
});

afterAll(async () => {
  await hearken?.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Chooses in one of the header's menus. */
async function choose(menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitemradio', { name: item, exact: true }).click();
}

const workspaceName = () => page.getByRole('banner').locator('p[title]').first();

test('the first run says what the app is for and leads to the sample', async () => {
  await setLanguage(hearken, 'en');
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Hearken');
  expect(await page.getByRole('button', { name: /New workspace/ }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: /Open a workspace file/ }).isVisible()).toBe(true);
  await openSample(page);
  await page.getByRole('banner').getByText('Sample', { exact: true }).waitFor();
  await page.locator('[data-saving="saved"]').waitFor();
});

test('the language changes at once, in the window, its title and what is read aloud', async () => {
  await goTo(page, '/settings');
  await expect.poll(() => page.title()).toBe('Settings – Hearken');
  await choose('Language', '日本語');
  await expect.poll(() => languageOf(page)).toBe('ja');
  await page.getByRole('heading', { name: '設定', level: 1 }).waitFor();
  expect(await page.title()).toBe('設定 – Hearken');
  const menus = await hearken.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
  );
  expect(menus).toContain('ファイル');
  await choose('言語', 'English');
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
});

test('the palette finds a view by its name in either language and leads there', async () => {
  await goTo(page, '/nowhere');
  await page.getByText('There is nothing at this address').waitFor();
  await page.keyboard.press('Control+K');
  const field = page.getByPlaceholder('Find a view, a command, or words in your workspace');
  await field.fill('設定');
  await page.getByRole('dialog').getByText('Settings', { exact: true }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await field.waitFor({ state: 'hidden' });
});

test('the palette finds words of the workspace while one types', async () => {
  await page.keyboard.press('Control+K');
  const field = page.getByPlaceholder('Find a view, a command, or words in your workspace');
  await field.fill('supplier');
  await page.getByText('Show all results for “supplier”').waitFor();
  await field.fill('zzzz');
  await page.getByText('Show all results for “supplier”').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });
});

test('the help sheet opens by each of its keys, has the keys of every view, and closes by Escape', async () => {
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const row = (feature: string, label: string) =>
    sheet.getByRole('region', { name: feature }).getByText(label, { exact: true }).locator('..');
  for (const key of ['?', 'F1', 'Control+/']) {
    await page.keyboard.press(key);
    for (const [feature, label, keys] of [
      ['Everywhere', 'Close workspace', ['Ctrl', 'Shift', 'W']],
      ['Assessment', 'Rate and move to the next question', ['1–5']],
      ['Assessment', 'Go to the start or end of the row', ['Home', 'End']],
      ['Assessment', 'Next issue to discuss', ['N']],
      ['Search', 'Select the result', ['X', 'Space']],
      ['Dialogues', 'Code to the last issue again', ['R']],
    ] as const)
      await expect.poll(() => row(feature, label).locator('kbd').allTextContents()).toEqual(keys);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  }
});

test('a change is named in undo, taken back and made again by the keyboard', async () => {
  const before = await workspaceName().textContent();
  await page.getByLabel(/Name of the workspace \(English\)/).fill('Harbour Works');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(() => workspaceName().textContent()).toBe('Harbour Works');
  await page.getByRole('button', { name: 'Undo: Change the workspace’s details' }).waitFor();

  await page.getByRole('heading', { name: 'Settings', level: 1 }).click();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => workspaceName().textContent()).toBe(before);
  await page.getByRole('button', { name: 'Redo: Change the workspace’s details' }).waitFor();
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => workspaceName().textContent()).toBe('Harbour Works');
});

test('a key that edits text in a field never undoes in the workspace', async () => {
  const field = page.getByLabel('Your name');
  await field.fill('Mori');
  await field.press('Control+Z');
  await field.press('Control+Z');
  expect(await workspaceName().textContent()).toBe('Harbour Works');
  await field.fill('Mori');
  await field.press('Enter');
});

test('the scheme changes at once', async () => {
  await choose('Appearance', 'Dark');
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme))
    .toBe('dark');
});

test('a restart shows the same workspace, place, language and scheme', async () => {
  await setLanguage(hearken, 'ja');
  await hearken.close();
  await start();
  await page.getByRole('heading', { name: '設定', level: 1 }).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme))
    .toBe('dark');
  expect(await page.getByLabel('お名前').inputValue()).toBe('Mori');
  expect(await page.getByLabel('ワークスペース名（英語）').inputValue()).toBe('Harbour Works');
  await setLanguage(hearken, 'en');
  await expect.poll(() => workspaceName().textContent()).toBe('Harbour Works');
});

test('a workspace of one’s own begins with the issues of the taxonomy and joins the list', async () => {
  await page.keyboard.press('Control+Shift+W');
  await page.getByRole('button', { name: /^New workspace/ }).click();
  await page.getByRole('button', { name: 'Create workspace' }).click();
  expect(await page.getByText('Please fill this in.').count()).toBe(2);
  await page.getByLabel(/Name of the workspace \(English\)/).fill('Tidewater');
  await page.getByLabel(/Company \(English\)/).fill('Tidewater Ltd.');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect.poll(() => workspaceName().textContent()).toBe('Tidewater');
  await goTo(page, '/issues');
  await page.getByRole('main').getByText('Forced labour', { exact: false }).first().waitFor();

  await page.keyboard.press('Control+Shift+W');
  await page.getByRole('button', { name: 'Actions for “Tidewater”' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByLabel('Name of the workspace').fill('Tidewater 2026');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByRole('button', { name: /^Tidewater 2026/ }).click();
  await expect.poll(() => workspaceName().textContent()).toBe('Tidewater 2026');
});

test('an update is shown with its changes and handed to the system; one that was altered is refused', async () => {
  await setLanguage(hearken, 'en');
  const folder = path.join(userDataDir, 'stick');
  const [file, name] = [path.join(folder, 'hearken-9.0.0.hearken-update'), 'hearken_9.0.0_amd64.deb'];
  const { platform, arch } = process;
  const content = {
    format: 'hearken-update',
    version: '9.0.0',
    changes: [{ version: '9.0.0', points: ['Reports in a third language.'] }],
    packages: [{ platform, arch, name, sha256: sha256('the package') }],
  };
  await mkdir(folder);
  await writeFile(path.join(folder, name), 'the package');
  await writeFile(file, signed(JSON.stringify(content), privateKey));
  await willOpen(hearken.app, [file]);
  const handed = path.join(userDataDir, 'handed');
  await hearken.app.evaluate(({ shell }, to) => {
    shell.openPath = async (given) => {
      process.getBuiltinModule('node:fs').copyFileSync(given, to);
      return '';
    };
  }, handed);

  await chooseInMenu(hearken.app, 'app.installUpdate');
  const dialog = page.getByRole('dialog', { name: 'Hearken 9.0.0' });
  await dialog.getByText('Reports in a third language.').waitFor();
  await dialog.getByRole('button', { name: 'Open installer' }).click();
  await dialog.getByText(`${name} was passed to the installer`).waitFor();
  expect(await readFile(handed, 'utf8')).toBe('the package');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'hidden' });

  await writeFile(path.join(folder, name), 'another package');
  await chooseInMenu(hearken.app, 'app.installUpdate');
  await page.getByText(`“${name}” is not the package that was signed`).waitFor();
  expect(await dialog.isVisible()).toBe(false);
});

test('nothing was written to the console as an error', () => {
  expect(hearken.pageErrors).toEqual([]);
});
