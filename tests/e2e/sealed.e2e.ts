/**
 * Blindness among people who share a computer: the first rates without noticing anything; a second name brings passphrases,
 * and neither sees the other's ratings. A copy that is saved meanwhile holds them encrypted, and its assessor opens
 * them there. A forgotten passphrase has a way out that the round's log tells.
 */
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { prepareAxe, violations } from './axe.ts';
import { willOpen } from './files.ts';
import {
  chooseInMenu,
  createWorkspace,
  goTo,
  type Hearken,
  setLanguage,
  startApp,
  workspaceState,
} from './harness.ts';
import { chooseName, openGate, rateAs } from './rate-as.ts';

const MORI = 'Words that Mori alone knows.';
const UEDA = 'Words that Ueda alone knows.';

let folder: string;
let hearken: Hearken;
let page: Page;
let desk: string;

const start = async () => {
  hearken = await startApp({
    userDataDir: path.join(folder, 'profile'),
    saveDir: path.join(folder, 'saved'),
    env: { HEARKEN_E2E: '1' },
  });
  page = hearken.page;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-sealed-'));
  await mkdir(path.join(folder, 'saved'));
  await start();
  await setLanguage(hearken, 'en');
  await createWorkspace(page, 'Harbour office', 'Quay Lines');
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const picture = path.join(tmpdir(), `hearken-failure-${process.pid}.png`);
  await page.screenshot({ path: picture });
  console.error(`What the window showed: ${picture}`);
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const gate = () => page.getByTestId('gate');
const reason = () => page.locator('[data-field="rationale"] textarea');
const passphrase = (name: string) => gate().getByLabel(`Passphrase of ${name}`, { exact: true });
const shown = () => page.locator('main').innerText();

async function explain(words: string): Promise<void> {
  await page.locator('[data-dimension="scale"] [role="radio"][tabindex="0"]').focus();
  await page.keyboard.press('4');
  await reason().fill(words);
  await reason().blur();
  await expect
    .poll(async () => (await workspaceState(page)).ratings.map(({ rationale }) => rationale))
    .toContain(words);
}

/** Begins a round that two people rate. */
async function beginRound(): Promise<void> {
  await goTo(page, '/assessment/new');
  const assessors = page.getByRole('group', { name: 'Assessors' }).getByPlaceholder('Name');
  await assessors.nth(0).fill('Mori');
  await assessors.nth(1).fill('Ueda');
  await page.getByRole('button', { name: 'Start round' }).click();
  await page.getByTestId('rating-form').waitFor();
  desk = await page.evaluate(() => location.hash.slice(1).split('?')[0] ?? '');
}

test('who rates alone is asked nothing', async () => {
  await beginRound();
  await explain(MORI);
  await goTo(page, '/');
  await goTo(page, `${desk}?tab=rate`);
  await expect.poll(() => reason().inputValue()).toBe(MORI);
  expect(await gate().count()).toBe(0);
});

test('a second name on the same computer brings a passphrase for each, which undo leaves in place', async () => {
  await chooseName(page, 'Ueda');
  await gate().getByText('Mori rates on this computer too.').waitFor();
  await prepareAxe(page);
  expect(await violations(page)).toEqual([]);
  const set = gate().getByRole('button', { name: 'Set and start rating' });
  await passphrase('Mori').fill('short');
  await passphrase('Ueda').fill('Passphrase of Ueda');
  expect(await set.isDisabled()).toBe(true);
  await passphrase('Mori').fill('Passphrase of Mori');
  await passphrase('Ueda').press('Enter');
  await page.getByTestId('rating-form').waitFor();
  expect(await reason().inputValue()).toBe('');
  await explain(UEDA);
  // The rating is undone, and the passphrases are not.
  await chooseInMenu(hearken.app, 'app.undo');
  await chooseInMenu(hearken.app, 'app.undo');
  await expect.poll(() => reason().inputValue()).toBe('');
  expect((await workspaceState(page)).seals.map(({ lock }) => lock !== null)).toEqual([true, true]);
  await chooseInMenu(hearken.app, 'app.redo');
  await chooseInMenu(hearken.app, 'app.redo');
  await expect.poll(() => reason().inputValue()).toBe(UEDA);
});

test('nobody opens the name of another without their passphrase, also after a restart and by an address', async () => {
  await chooseName(page, 'Mori');
  await passphrase('Mori').fill('Passphrase of Ueda');
  await passphrase('Mori').press('Enter');
  await gate().getByText('This is not the passphrase of Mori.').waitFor();
  expect(await shown()).not.toContain(MORI);
  await hearken.close();
  await start();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  const [round] = (await workspaceState(page)).rounds;
  const [mori] = round?.assessors ?? [];
  await goTo(page, `${desk}?tab=rate&as=${mori?.id}`);
  await passphrase('Mori').waitFor();
  expect(await shown()).not.toContain(MORI);
  await goTo(page, `${desk}?tab=course`);
  // How grave a score is can be told from the reason that it lacks.
  expect(await page.getByTestId('round-progress').innerText()).not.toContain('without a reason');
  await goTo(page, `${desk}?tab=rate`);
  await openGate(page);
  await expect.poll(() => reason().inputValue()).toBe(MORI);
});

test('a copy holds neither’s ratings in clear; in it each opens their own, and the workspace keeps all', async () => {
  await chooseInMenu(hearken.app, 'app.saveCopy');
  const saved = path.join(folder, 'saved');
  const files = async () => (await readdir(saved)).filter((name) => name.endsWith('.hearken'));
  await expect.poll(files, { timeout: 30_000 }).toHaveLength(1);
  const copy = path.join(saved, (await files())[0] ?? '');
  const text = Object.values(unzipSync(new Uint8Array(await readFile(copy))))
    .map((member) => strFromU8(member))
    .join('\n');
  expect(text).toContain('Harbour office');
  for (const words of [MORI, UEDA]) expect(text).not.toContain(words);
  expect((await workspaceState(page)).ratings.map(({ rationale }) => rationale).sort()).toEqual([MORI, UEDA]);

  await willOpen(hearken.app, [copy]);
  await chooseInMenu(hearken.app, 'app.openFile');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Returned copy of/).waitFor();
  // What was left out of it was not deleted in it.
  await dialog.getByText('Everything in this copy is already here.').waitFor();
  await dialog.getByRole('button', { name: 'Open as a separate workspace' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await workspaceState(page)).ratings).toEqual([]);
  await goTo(page, `${desk}?tab=rate`);
  await chooseName(page, 'Ueda');
  await gate()
    .getByText(/of Ueda .* in encrypted form/)
    .waitFor();
  await rateAs(page, 'Ueda');
  await expect.poll(() => reason().inputValue()).toBe(UEDA);
  expect((await workspaceState(page)).ratings.map(({ rationale }) => rationale)).toEqual([UEDA]);
  // What the copy lacks cannot be discussed in it.
  await page.getByRole('button', { name: 'Start discussion' }).click();
  await page.getByTestId('stage-dialog').getByRole('button', { name: 'Start anyway' }).click();
  await page.getByText(/ratings of Mori are not readable here/).waitFor();
});

test('who forgot a passphrase goes on without it, and the log says that others could look', async () => {
  await chooseInMenu(hearken.app, 'app.closeWorkspace');
  await createWorkspace(page, 'Quay office', 'Quay Lines');
  await beginRound();
  await explain(MORI);
  await rateAs(page, 'Ueda');
  await chooseName(page, 'Mori');
  await gate().getByRole('button', { name: 'Forgotten the passphrase?' }).click();
  await page.getByTestId('reason-dialog').getByRole('textbox').fill('Mori has a new computer.');
  await page.getByRole('button', { name: 'Open without passphrase' }).click();
  await expect.poll(() => reason().inputValue()).toBe(MORI);
  await goTo(page, `${desk}?tab=course`);
  const log = page.getByText('Ratings could be seen by others before they were finished: Mori');
  await log.waitFor();
  await chooseInMenu(hearken.app, 'app.undo');
  await goTo(page, `${desk}?tab=course`);
  await log.waitFor();
  expect(hearken.pageErrors).toEqual([]);
});
