/** A layout that no reader knows: shown on one line, read, taken back, kept, offered for the next text. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  chooseInMenu,
  type Hearken,
  openSample,
  setLanguage,
  settled,
  startApp,
  workspaceState,
} from './harness.ts';

let folder: string;
let hearken: Hearken;
let page: Page;

const MINUTES = [
  '§ 1 ~ Reyes ~~ We began with the audit of the plant.',
  'It took two days.',
  '§ 2 ~ Mori (ILO) ~~ Who paid the fees?',
  '§ 3 ~ Reyes ~~ The buyer did.',
  '§ 4 ~ Mori (ILO) ~~ And the journey home?',
  '§ 5 ~ Okonkwo ~~ Nobody knows.',
  '§ 6 ~ Reyes ~~ We will ask.',
].join('\n');
const NEXT = [
  '§ 1 ~ Pell ~~ The clinic closes at five.',
  '§ 2 ~ Whitlock ~~ Before the shift ends?',
  '§ 3 ~ Pell ~~ Yes.',
  '§ 4 ~ Whitlock ~~ Then it helps nobody.',
].join('\n');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-show-'));
  const openFiles = [path.join(folder, 'Board minutes.json')];
  hearken = await startApp({ env: { HEARKEN_E2E: '1' }, saveDir: folder, openFiles });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await openSample(page);
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

let clicks = 0;
async function click(on: Locator): Promise<void> {
  clicks++;
  await on.click();
}

async function paste(text: string): Promise<void> {
  await chooseInMenu(hearken.app, 'dialogues.paste');
  await page.getByRole('textbox', { name: 'Text of the dialogue' }).fill(text);
  await page.getByRole('button', { name: 'Read this text' }).click();
  await page.getByTestId('import-summary').waitFor();
  await settled(page);
}

const summary = () => page.getByTestId('import-summary').innerText();

test('one line is shown, and the text is read so: four clicks', async () => {
  await paste(MINUTES);
  expect(await summary()).not.toContain('6 turns');
  clicks = 0;
  await click(page.getByTestId('import-show'));
  const word = page.locator('[data-words="1"]').getByText('Reyes');
  await expect.poll(() => page.locator('[data-words="1"]').count()).toBe(1);
  // A double click on the word, as in any text.
  const box = await page.locator('[data-words="1"]').evaluate((line) => {
    const text = line.firstChild?.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf('Reyes') + 2);
    range.setEnd(text, text.data.indexOf('Reyes') + 3);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  clicks++;
  await page.mouse.click(box.x, box.y);
  expect(await page.getByTestId('show-selection').innerText()).toContain('Reyes');
  await click(page.getByTestId('show-speaker'));
  await expect
    .poll(() => page.getByTestId('show-count').innerText())
    .toBe('6 turns by 3 people with this layout');
  await page.getByTestId('show-changes').waitFor();
  await expect.poll(() => word.getAttribute('data-kinds')).toContain('name');
  await click(page.getByTestId('show-take'));
  await expect.poll(summary).toContain('6 turns');
  expect(await summary()).toContain('3 people');
  expect(clicks).toBe(4);
});

test('the reading is a step that can be taken back, and the marks are still there', async () => {
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(summary).not.toContain('6 turns');
  await page.getByTestId('import-show').click();
  expect(await page.getByTestId('show-marked').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByTestId('import-summary').waitFor();
  await page.getByTestId('import-show').click();
  await expect.poll(() => page.getByTestId('show-take').isEnabled()).toBe(true);
  await page.getByTestId('show-take').click();
  await expect.poll(summary).toContain('6 turns');
});

test('it is named, kept without names, and offered for the next text', async () => {
  clicks = 0;
  await click(page.getByTestId('layout-keep').getByRole('button', { name: 'Save this layout…' }));
  await page.getByRole('textbox', { name: 'Name of the layout' }).fill('Board minutes');
  await page.keyboard.press('Enter');
  await page.getByTestId('layout-keep').waitFor({ state: 'detached' });
  const { layouts } = await workspaceState(page);
  expect(layouts.map(({ name }) => name)).toEqual(['Board minutes']);
  expect(JSON.stringify(layouts)).not.toContain('Reyes');
  await page.getByRole('button', { name: 'Don’t import' }).click();
  await paste(NEXT);
  const offer = page.getByTestId('layout-offer');
  expect(await offer.innerText()).toContain('4 turns by 2 people');
  await click(offer.getByRole('button', { name: 'Read as “Board minutes”' }));
  await expect.poll(summary).toContain('4 turns');
  expect(clicks).toBe(2);
  expect(await offer.count()).toBe(0);
  expect(await page.getByTestId('layout-keep').count()).toBe(0);
});

test('by the keyboard alone', async () => {
  await page.getByRole('button', { name: 'Don’t import' }).click();
  await paste(MINUTES.replaceAll('§', '¶'));
  await page.getByTestId('import-show').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-words="1"]').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await page.getByTestId('show-selection').innerText()).toContain('Reyes');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('show-take').isEnabled()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await expect.poll(summary).toContain('6 turns');
  await page.getByRole('button', { name: 'Don’t import' }).click();
  expect(hearken.pageErrors).toEqual([]);
});

test('a kept layout is saved as a file, and taken in from one', async () => {
  await paste(MINUTES.replaceAll('§', '‡'));
  await page.getByTestId('import-show').click();
  const list = page.getByTestId('layout-list');
  await list.getByRole('button', { name: 'Actions for the layout “Board minutes”' }).click();
  await page.getByRole('menuitem', { name: 'Save as a file…' }).click();
  const file = path.join(folder, 'Board minutes.json');
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(await readFile(file, 'utf8')).not.toContain('Reyes');
  await list.getByRole('button', { name: 'Actions for the layout “Board minutes”' }).click();
  await page.getByRole('menuitem', { name: 'Delete this layout' }).click();
  await expect.poll(async () => (await workspaceState(page)).layouts.length).toBe(0);
  await list.getByRole('button', { name: 'From a file…' }).click();
  await expect.poll(async () => (await workspaceState(page)).layouts.length).toBe(1);
  await list.getByRole('button', { name: 'Read as “Board minutes”' }).waitFor();
  expect(hearken.pageErrors).toEqual([]);
});
