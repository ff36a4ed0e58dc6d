/**
 * Handing a workspace over and taking it back: a copy that a colleague worked in comes back to an office that went on
 * working. What differs is shown, chosen and merged as one change.
 */
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Draft } from '#shared/change/draft.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { dropFiles } from './drop.ts';
import {
  chooseInMenu,
  goTo,
  type Hearken,
  openSample,
  setLanguage,
  startApp,
  workspaceState,
} from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const PERSON = 'Keiko Sato';

let folder: string;
let returned: string;
let office: Hearken;
let colleague: Hearken | null = null;
let before: WorkspaceState;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-hand-over-'));
  returned = path.join(folder, 'returned.hearken');
  await Promise.all(['sent', 'back'].map((one) => mkdir(path.join(folder, one))));
  office = await startApp({
    userDataDir: path.join(folder, 'office'),
    saveDir: path.join(folder, 'sent'),
    // Not there yet: it is read when the office opens the file that came back.
    openFiles: [returned],
    env: { HEARKEN_E2E: '1' },
  });
  await setLanguage(office, 'en');
  await openSample(office.page);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await (colleague ?? office).page.screenshot({ path: path.join(ROOT, 'out', 'e2e-failure.png') });
});

afterAll(async () => {
  await colleague?.close();
  await office?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function onlyFile(where: string): Promise<string> {
  const files = async () => (await readdir(where)).filter((name) => name.endsWith('.hearken'));
  await expect.poll(files, { timeout: 30_000 }).toHaveLength(1);
  return path.join(where, (await files())[0] ?? '');
}

/** Changes fields of the first row of a table, as a view does it. */
async function change(
  page: Page,
  table: 'advice' | 'dialogues' | 'issues',
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.evaluate(
    async ({ table: name, fields: changed }) => {
      const { hearkenStore } = window as unknown as {
        hearkenStore: {
          commit: (label: { key: string }, recipe: (draft: Draft) => Promise<void>) => Promise<void>;
        };
      };
      await hearkenStore.commit({ key: 'change.workspace.edit' }, async (draft) => {
        const [row] = (await draft.all(name)).sort((a, b) => (a.id < b.id ? -1 : 1));
        if (row) await draft.patch(name, row.id, changed);
      });
    },
    { table, fields },
  );
  await page.locator('[data-saving="saved"]').waitFor();
}

const first = <T extends { readonly id: string }>(rows: readonly T[]): T | undefined =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];

test('the office saves a copy; a colleague works in it and saves it, while the office goes on', async () => {
  await chooseInMenu(office.app, 'app.saveCopy');
  const sent = await onlyFile(path.join(folder, 'sent'));
  colleague = await startApp({
    userDataDir: path.join(folder, 'colleague'),
    openFiles: [sent],
    saveDir: path.join(folder, 'back'),
    env: { HEARKEN_E2E: '1' },
  });
  const { page } = colleague;
  await setLanguage(colleague, 'en');
  await page.getByRole('button', { name: /Open a workspace file/ }).click();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  await page.getByText(/^Opened a copy saved on/).waitFor();
  await goTo(page, '/settings');
  await page.getByLabel('Your name').fill(PERSON);
  await page.keyboard.press('Tab');

  await change(page, 'advice', { owner: 'Colleague', addressee: 'Procurement' });
  await change(page, 'dialogues', { place: 'Osaka', summary: 'What the colleague makes of it.' });
  await change(office.page, 'advice', { owner: 'Office' });
  await change(office.page, 'dialogues', { summary: 'What the office makes of it.' });
  await change(office.page, 'issues', { order: 0.5 });

  await chooseInMenu(colleague.app, 'app.saveCopy');
  await copyFile(await onlyFile(path.join(folder, 'back')), returned);
  expect(colleague.pageErrors).toEqual([]);
  await colleague.close();
  colleague = null;
});

test('the copy that comes back is known; what differs is shown with both versions, and chosen', async () => {
  const { page } = office;
  before = await workspaceState(page);
  await chooseInMenu(office.app, 'app.openFile');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Returned copy of “.*”$/).waitFor();
  await dialog.getByText(new RegExp(`Last changed by ${PERSON} on`)).waitFor();
  await dialog.getByText('From the copy (2)').waitFor();
  await dialog.getByText('Changed on both sides (2)').waitFor();
  await dialog.getByText('Changed only here (1)').waitFor();
  await dialog.getByText('Office', { exact: true }).waitFor();
  await dialog.getByText('Colleague', { exact: true }).waitFor();

  await dialog
    .getByRole('radiogroup', { name: /: Owner: which version$/ })
    .getByText('In the copy')
    .click();
  await dialog.getByRole('button', { name: 'Merge 2 changes' }).click();
  await page.getByText('Merged 2 changes from the copy.').waitFor();
  const now = await workspaceState(page);
  expect(first(now.advice)).toMatchObject({ owner: 'Colleague', addressee: 'Procurement' });
  expect(first(now.dialogues)).toMatchObject({
    place: 'Osaka',
    summary: 'What the office makes of it.\n\nWhat the colleague makes of it.',
  });
  expect(first(now.issues)?.order).toBe(0.5);
});

test('it is one step of undo and of redo, and the same file offers nothing more', async () => {
  const { page } = office;
  await chooseInMenu(office.app, 'app.undo');
  await page
    .getByText(new RegExp(`Merge a copy last changed by ${PERSON}`))
    .first()
    .waitFor();
  expect(await workspaceState(page)).toEqual(before);
  // Taken back, it is offered again.
  await dropFiles(page, [returned]);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('From the copy (2)').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await chooseInMenu(office.app, 'app.redo');
  await expect.poll(async () => first((await workspaceState(page)).advice)?.owner).toBe('Colleague');
  await chooseInMenu(office.app, 'app.openFile');
  await dialog.getByText('Everything in this copy is already here.').waitFor();
  expect(await dialog.getByRole('button', { name: /^Merge/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
});

test('a copy of a workspace that is not open can be opened beside it, and says whose work it is', async () => {
  const { page } = office;
  await chooseInMenu(office.app, 'app.closeWorkspace');
  await page.getByRole('button', { name: /Open a workspace file/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Returned copy of “.*”$/).waitFor();
  await dialog.getByRole('button', { name: 'Open as a separate workspace' }).click();
  await page.getByText(new RegExp(`^Opened a copy saved on .*, last changed by ${PERSON} on`)).waitFor();
  expect(first((await workspaceState(page)).dialogues)?.summary).toBe('What the colleague makes of it.');
  expect(office.pageErrors).toEqual([]);
});
