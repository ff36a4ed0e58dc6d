/** Places in doubt: they are seen in the review, decided by keys, and what stays open is marked in the dialogue. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  createWorkspace,
  type Hearken,
  setLanguage,
  startApp,
  storeImport,
  workspaceState,
} from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TEXT = `Dialogue on water, 12 May 2025

Ana Reyes: Wells are dry in the north.

Bo Lindt: Permits protect the company.

Ana Reyes: Then change the permits first.

Guest: I came late. Nobody told me.

Bo Lindt: We can publish them.
Ana Reyes — she knows the valley — was right about that.

Ana Reyes; And who reads them?

Bo Lindt: The town does.
`;

let folder: string;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-doubts-'));
  hearken = await startApp({ userDataDir: path.join(folder, 'profile'), env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await createWorkspace(page, 'Lakeside', 'Lakeside Drinks Co., Ltd.');
  await page.keyboard.press('Control+Shift+V');
  await page.getByRole('textbox', { name: 'Text of the dialogue' }).fill(TEXT);
  await page.getByRole('button', { name: 'Read this text' }).click();
  await page.getByTestId('import-blocks').waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-failure.png') });
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const places = () => page.getByTestId('import-place-list').getByRole('option');
const store = () => page.getByTestId('import-store').innerText();

test('places in doubt are listed with their lines, and the button says how many are open', async () => {
  await expect.poll(() => places().count()).toBe(3);
  expect(await places().allInnerTexts()).toEqual([
    expect.stringContaining('line 9'),
    expect.stringContaining('line 12'),
    expect.stringContaining('line 14'),
  ]);
  expect(await store()).toBe('Import with 3 open');
});

test('choosing a place shows its line and its turn', async () => {
  await page.getByTestId('import-place-list').focus();
  await page.keyboard.press('ArrowDown');
  const line = page.locator('[data-line][data-selected]');
  await expect.poll(() => line.allInnerTexts()).toEqual([expect.stringContaining('she knows the valley')]);
  const block = page.getByTestId('import-blocks').locator('[data-selected]');
  expect(await block.innerText()).toContain('We can publish them.');
  await page.locator('[data-line="3"]').click();
  await expect.poll(() => block.innerText()).toContain('Wells are dry');
});

test('a key decides, and can be taken back', async () => {
  await places().nth(1).click();
  await page.getByTestId('import-place-list').focus();
  await page.keyboard.press('n');
  await expect.poll(() => places().count()).toBe(2);
  await expect.poll(() => page.getByTestId('import-blocks').innerText()).toContain('she knows the valley');
  await page.keyboard.press('Control+z');
  await expect.poll(() => places().count()).toBe(3);
  // It is somebody already listed, who is chosen with the keyboard alone.
  await places().nth(1).click();
  await page.getByTestId('import-place-list').focus();
  await page.keyboard.press('s');
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => places().count()).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => places().count()).toBe(3);
  await places().nth(1).click();
  await page.getByTestId('import-place-list').focus();
  await page.keyboard.press('l');
  await expect.poll(() => places().count()).toBe(2);
  // The slip is Ana Reyes: a turn begins there.
  await places().nth(1).click();
  await page.getByTestId('import-place-list').focus();
  await page.keyboard.press('Shift+N');
  await expect.poll(() => places().count()).toBe(1);
  expect(await store()).toBe('Import with 1 open');
});

test('what is left open is marked in the dialogue, leads to its turn, and is settled', async () => {
  await storeImport(page);
  await page.getByTestId('desk').waitFor();
  const stored = async () => (await workspaceState(page)).dialogues[0]?.openDoubts ?? [];
  const [doubt, ...more] = await stored();
  expect(doubt).toMatchObject({ code: 'label-once', label: 'Guest' });
  expect(more).toEqual([]);
  const turn = (await workspaceState(page)).turns.find(({ id }) => id === doubt?.turnId);
  expect(turn?.text).toContain('I came late.');
  await page.getByTestId('open-doubts').click();
  const list = page.getByTestId('open-doubts-list');
  await list.getByRole('button', { name: 'Show the turn' }).click();
  await expect.poll(() => page.url()).toContain(doubt?.turnId);
  await page.getByTestId('open-doubts').click();
  await list.getByRole('button', { name: 'Settled' }).click();
  await expect.poll(async () => (await stored()).length).toBe(0);
  await expect.poll(() => page.getByTestId('open-doubts').count()).toBe(0);
});
