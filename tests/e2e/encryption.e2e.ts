/** An encrypted workspace through the window: made, locked, unlocked, killed, and nothing of its words on the disk. */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareAxe, violations } from './axe.ts';
import {
  chooseInMenu,
  goTo,
  type Hearken,
  openSample,
  replacingWindow,
  startApp,
  workspaceState,
} from './harness.ts';

const PASSPHRASE = 'four walls of バナナ paper';
const LABEL = 'Second drawer';
/** Stands in everything that is typed, and must be found nowhere. */
const MARK = 'Vexmarlow-7741-Quarzit';
const SENTENCES = Array.from(
  { length: 1_000 },
  (_, at) => `Worker ${at} told ${MARK} that the gate was locked.`,
);

let folder: string;
let hearken: Hearken;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-encryption-'));
  await mkdir(path.join(folder, 'tmp'));
});

afterEach(async () => {
  await hearken?.close().catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Profile, temporary files, crash dumps and saved files all lie in `folder`. */
async function start(openFiles: string[] = []): Promise<Page> {
  hearken = await startApp({
    openFiles,
    userDataDir: path.join(folder, 'profile'),
    saveDir: path.join(folder, 'saved'),
    env: { HEARKEN_E2E: '1', TMPDIR: path.join(folder, 'tmp') },
  });
  return hearken.page;
}

/** The ways in which words can stand in a file: as UTF-8, as UTF-16, and as either in base64 at any offset. */
function waysOf(words: string): Buffer[] {
  const plain = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  const coded = plain.flatMap((bytes) =>
    [0, 1, 2].map((offset) => {
      const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
      return Buffer.from(text.slice(offset === 0 ? 0 : 4, -4));
    }),
  );
  return [...plain, ...coded];
}

/** The files of `folder` in which any of the words stand, in any way. */
async function filesWith(words: readonly string[], within = folder): Promise<string[]> {
  const wanted = words.flatMap((one) => waysOf(one));
  const found: string[] = [];
  for (const entry of await readdir(within, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (wanted.some((way) => bytes.includes(way))) found.push(path.relative(within, file));
  }
  return found;
}

const dialogOf = (page: Page) => page.getByRole('dialog').last();

const nothing = async () => expect(await filesWith([MARK])).toEqual([]);

/** Goes through the steps of encryption. @returns the recovery key that was shown */
async function encrypt(page: Page, last: string): Promise<string[]> {
  const dialog = page.getByRole('dialog').last();
  await prepareAxe(page);
  await dialog.getByText(/nobody can open the workspace/).waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('short');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByText('Use at least 12 characters.').waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel(/Name shown while/).fill(LABEL);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const shown = dialog.getByTestId('recovery-group');
  await shown.first().waitFor();
  expect(await violations(page)).toEqual([]);
  const groups = (await shown.allTextContents()).map((text) => text.slice(1));
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const asked = dialog.getByLabel(/^Group \d$/);
  await asked.first().waitFor();
  await dialog.getByRole('button', { name: last }).click();
  await dialog.getByText('This is not what was shown.').first().waitFor();
  for (const field of await asked.all()) {
    const number = Number(
      (await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent))?.at(-1),
    );
    await field.fill(groups[number - 1] ?? '');
  }
  await replacingWindow(hearken, () => dialog.getByRole('button', { name: last }).click());
  return groups;
}

async function unlock(text: string, by: 'Passphrase' | 'Recovery key' = 'Passphrase'): Promise<Page> {
  const { page } = hearken;
  await page.getByLabel(by, { exact: true }).fill(text);
  return replacingWindow(hearken, () => page.getByRole('button', { name: 'Unlock', exact: true }).click());
}

/** What the lock screen says of a secret that does not open the workspace. */
async function refusedWith(text: string, by: 'Passphrase' | 'Recovery key' = 'Passphrase'): Promise<string> {
  await hearken.page.getByLabel(by, { exact: true }).fill(text);
  await hearken.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  const alert = hearken.page.getByRole('alert');
  await alert.waitFor();
  return (await alert.textContent()) ?? '';
}

const addAliases = (page: Page, aliases: readonly string[]) =>
  page.evaluate(async (wanted) => {
    const { hearkenStore } = window as unknown as {
      hearkenStore: typeof import('../../renderer/store/index.ts');
    };
    await hearkenStore.commit({ key: 'change.workspace.edit' }, async (draft) => {
      const [row] = await draft.all('workspace');
      const companyAliases = [...(row?.companyAliases ?? []), ...wanted];
      if (row) await draft.patch('workspace', row.id, { companyAliases });
    });
  }, aliases);

const aliasesOf = async (page: Page) => (await workspaceState(page)).workspace[0]?.companyAliases;

test('a workspace that is encrypted from its first word on', async () => {
  let page = await start();
  await page.getByRole('button', { name: /New workspace/ }).click();
  const form = page.getByRole('dialog');
  await form
    .getByLabel(/Name of the workspace/)
    .first()
    .fill(`Harbour ${MARK}`);
  await form
    .getByLabel(/^Company/)
    .first()
    .fill(`Lines of ${MARK}`);
  await form.getByLabel('Encrypt this workspace').check();
  await form.getByRole('button', { name: 'Create workspace' }).click();
  const recoveryKey = await encrypt(page, 'Create workspace');
  page = hearken.page;
  await page.getByTestId('home-steps').waitFor();
  await page.getByRole('banner').getByText(MARK).waitFor();

  // Typed: saved at once, left in a form, and looked for.
  await addAliases(page, SENTENCES);
  await goTo(page, '/issues');
  await page.getByRole('button', { name: 'New issue…' }).first().click();
  await page.getByRole('dialog').getByRole('textbox').nth(2).fill(`Unsubmitted ${MARK}`);
  await page.getByText('Draft kept').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await goTo(page, `/search?q=${MARK}`);
  await nothing();

  await replacingWindow(hearken, () => chooseInMenu(hearken.app, 'app.lock'));
  page = hearken.page;
  await page.getByText('Locked workspace').waitFor();
  await page.getByText(LABEL).waitFor();
  await prepareAxe(page);
  expect(await violations(page)).toEqual([]);
  await nothing();
  expect(await refusedWith('not the right words')).toContain('not the passphrase');
  page = await unlock(PASSPHRASE.normalize('NFD'));
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect(await aliasesOf(page)).toEqual(SENTENCES);
  expect(page.url()).toContain('#/search');
  await goTo(page, '/issues');
  await page.getByRole('button', { name: 'New issue…' }).first().click();
  expect(await page.getByRole('dialog').getByRole('textbox').nth(2).inputValue()).toContain(MARK);

  // The computer’s own lock does the same.
  await replacingWindow(hearken, () =>
    hearken.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
  );
  await hearken.page.getByText('Locked workspace').waitFor();
  await hearken.close();
  await nothing();

  page = await start();
  await page.getByText('Locked workspace').waitFor();
  await page.getByRole('button', { name: /Use the recovery key/ }).click();
  const typo = recoveryKey.map((group, at) =>
    at === 4 ? String((Number(group) + 1) % 1e6).padStart(6, '0') : group,
  );
  expect(await refusedWith(typo.join(' '), 'Recovery key')).toContain('Group 5');
  page = await unlock(recoveryKey.join(' '), 'Recovery key');
  await page.locator('nav a[href^="#/"]').first().waitFor();
  await addAliases(page, ['acknowledged']);
  await hearken.kill();
  await nothing();

  page = await start();
  await page.getByText('Locked workspace').waitFor();
  page = await unlock(PASSPHRASE);
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect(await aliasesOf(page)).toEqual([...SENTENCES, 'acknowledged']);
  expect(await page.getByText('This workspace was repaired').count()).toBe(0);

  // The other workspaces stand beside it, marked.
  await replacingWindow(hearken, () => chooseInMenu(hearken.app, 'app.closeWorkspace'));
  await hearken.page.getByRole('img', { name: 'Encrypted' }).waitFor();
  await nothing();
});

/** Words of the sample that stand nowhere else. */
const saidIn = async (page: Page) =>
  (await workspaceState(page)).turns
    .filter(({ text }) => text.length > 200)
    .slice(0, 12)
    .map(({ text }) => text.slice(60, 110));

test('a workspace that is there is encrypted: nothing of it is left, and its copies say what they are', async () => {
  let page = await start();
  await openSample(page);
  const before = await workspaceState(page);
  const said = await saidIn(page);
  expect(said.length).toBeGreaterThan(8);
  expect(await filesWith(said)).not.toEqual([]);
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Encrypt this workspace…' }).click();
  await encrypt(page, 'Encrypt');
  page = hearken.page;
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect(await workspaceState(page)).toEqual(before);
  expect(await page.getByText('This workspace was repaired').count()).toBe(0);
  expect(await filesWith(said)).toEqual([]);

  // A copy: said to be unencrypted, and made under a passphrase instead.
  await chooseInMenu(hearken.app, 'app.saveCopy');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('This copy is not encrypted').waitFor();
  await dialog.getByRole('button', { name: 'Save with a passphrase…' }).click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Save a copy…' }).click();
  await page.getByText(/Saved a copy/).waitFor();
  const [saved = ''] = await readdir(path.join(folder, 'saved'));
  expect(saved).toMatch(/\.hearken\.age$/);
  expect(await filesWith(said)).toEqual([]);

  // Without encryption it is an ordinary workspace again, with all that it held.
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Remove encryption…' }).click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('not the right words');
  await dialog.getByRole('button', { name: 'Remove encryption' }).click();
  await dialog.getByText(/not the passphrase/).waitFor();
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  page = await replacingWindow(hearken, () =>
    dialog.getByRole('button', { name: 'Remove encryption' }).click(),
  );
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect(await workspaceState(page)).toEqual(before);
  expect(await page.getByText('This workspace was repaired').count()).toBe(0);
  await hearken.close();

  page = await start([path.join(folder, 'saved', saved)]);
  await page.locator('nav a[href^="#/"]').first().waitFor();
  await chooseInMenu(hearken.app, 'app.openFile');
  await dialogOf(page).getByLabel('Passphrase', { exact: true }).fill('not the right words');
  await dialogOf(page).getByRole('button', { name: 'Open', exact: true }).click();
  await dialogOf(page)
    .getByText(/not the passphrase of the file/)
    .waitFor();
  await dialogOf(page).getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await dialogOf(page).getByRole('button', { name: 'Open', exact: true }).click();
  await dialogOf(page)
    .getByText(/^Returned copy of/)
    .waitFor();
});
