/**
 * Asking for passages in the sample: conditions in the address, each form of the answer, a saved view with undo, what
 * is copied, and the picture as a file.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chooseInMenu, goTo, type Hearken, openSample, setLanguage, settled, startApp } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

let folder: string;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-retrieval-'));
  hearken = await startApp({ saveDir: folder });
  page = hearken.page;
  await openSample(page);
  await setLanguage(hearken, 'en');
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-retrieval-failure.png') });
});

afterAll(async () => {
  expect(hearken?.pageErrors).toEqual([]);
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const sentence = () => page.getByTestId('sentence').textContent();
const found = async () => {
  await settled(page);
  return Number(/^\d+/.exec((await page.getByTestId('find-count').textContent()) ?? '')?.[0] ?? 0);
};
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();

/** Opens a condition, ticks one thing in it, and closes it. */
async function choose(condition: string, choice: string): Promise<void> {
  await page.getByTestId('condition').filter({ hasText: condition }).first().click();
  const dialog = page.getByRole('dialog', { name: condition });
  await dialog.getByRole('checkbox', { name: choice, exact: true }).check();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

test('a question is put together, said in a sentence, and gone back from step by step', async () => {
  await page.getByRole('link', { name: 'Passages' }).first().click();
  expect(await sentence()).toBe('Everything that was coded or recorded as advice.');
  const all = await found();
  expect(all).toBeGreaterThan(20);

  await choose('About', 'Forced labour and modern slavery');
  expect(await sentence()).toBe('Passages about “Forced labour and modern slavery”.');
  const labour = await found();
  expect(labour).toBeGreaterThan(0);
  expect(labour).toBeLessThan(all);

  await choose('Outside or company', 'From outside');
  expect(await sentence()).toContain('said by people from outside');
  expect(await found()).toBeLessThanOrEqual(labour);

  await page.goBack();
  await expect.poll(sentence).toBe('Passages about “Forced labour and modern slavery”.');
  await page.goBack();
  await expect.poll(sentence).toBe('Everything that was coded or recorded as advice.');
  expect(await found()).toBe(all);
  await page.goForward();
  await expect.poll(found).toBe(labour);
});

test('two issues on the same words are asked for by the keyboard alone', async () => {
  await page.getByRole('button', { name: 'More conditions' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'And about' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'And about' });
  await dialog.waitFor();
  await dialog.getByRole('textbox').focus();
  await page.keyboard.type('child lab');
  await dialog.getByRole('checkbox', { name: 'Child labour', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect
    .poll(sentence)
    .toBe(
      'Passages about “Forced labour and modern slavery” together with “Child labour”, on the same words.',
    );
});

test('a figure of the matrix opens as many passages as it says, and a passage its place', async () => {
  await goTo(page, '/passages?as=issues');
  const cell = page.getByRole('button', {
    name: /^Forced labour and modern slavery and Child labour: (\d+) passages?$/,
  });
  const count = Number(await cell.textContent());
  expect(count).toBeGreaterThan(0);
  await cell.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await found()).toBe(count);
  expect(await page.getByTestId('find').count()).toBe(count);
  const quote = page.getByTestId('find').first().locator('blockquote button');
  const words = (await quote.textContent()) ?? '';
  await quote.click();
  await page
    .locator('[data-turn-row]', { hasText: words.slice(0, 30) })
    .first()
    .waitFor();
  await page.goBack();
  await expect.poll(found).toBe(count);
});

test('speakers, dialogues, voices and new issues each open their passages', async () => {
  for (const form of ['By speaker', 'By dialogue']) {
    await goTo(page, '/passages');
    await tab(form);
    const cell = page.locator('[data-testid="cross-table"] button[data-row]').first();
    const count = Number(await cell.textContent());
    await cell.click();
    expect(await found()).toBe(count);
  }
  await goTo(page, '/passages');
  await tab('Voices heard');
  const table = page.getByTestId('coverage');
  await table.getByText('No voice from outside').first().waitFor();
  await page.getByRole('status').filter({ hasText: 'no affected person was heard' }).waitFor();
  await table.getByRole('button', { name: 'Child labour, Experts: 2 people' }).click();
  expect(await sentence()).toBe(
    'Passages about “Child labour”, said by people from outside, speaking as Expert.',
  );
  expect(await found()).toBeGreaterThan(0);

  await goTo(page, '/passages?as=saturation');
  await chooseInPalette('Save the picture of new issues');
  await expect
    .poll(async () => (await readdir(folder)).filter((name) => name.endsWith('.svg')))
    .toHaveLength(1);
  const svg = await readFile(path.join(folder, 'New issues by dialogue.svg'), 'utf8');
  expect(svg).toContain('<svg');
  expect(svg).toContain('for the first time');
  await page.getByTestId('scene').locator('[data-item]').first().click();
  expect(await sentence()).toContain('in “Human rights in procurement');
});

async function chooseInPalette(words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('the table sorts by a heading, and what is copied is what may be told', async () => {
  await goTo(page, '/passages?as=table');
  await page.getByRole('button', { name: 'Said by' }).last().click();
  expect(await page.locator('th[data-column="who"]').getAttribute('aria-sort')).toBe('ascending');
  await hearken.app.evaluate(({ clipboard }) => clipboard.clear());
  await page.getByRole('button', { name: 'Copy for a spreadsheet' }).click();
  await page.getByText(/rows copied/).waitFor();
  const text = await hearken.app.evaluate(({ clipboard }) => clipboard.readText());
  const rows = text.split('\n').map((line) => line.split('\t'));
  expect(rows[0]).toEqual(['Date', 'Dialogue', 'Said by', 'Passage', 'Issues', 'Advice', 'Marked by']);
  const who = rows.slice(1).map((cells) => cells[2] ?? '');
  expect(who.length).toBe(await found());
  expect(who).toEqual([...who].sort((a, b) => a.localeCompare(b, 'en')));
});

test('a question is kept under a name, changed, deleted, and brought back by undo', async () => {
  await goTo(page, '/passages?side=external&advice=caution&as=table');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Cautions');
  await page.keyboard.press('Enter');
  await page.getByText('Cautions', { exact: true }).waitFor();
  const count = await found();

  await tab('List');
  await page.getByText('Cautions, changed').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Cautions', { exact: true }).waitFor();

  await goTo(page, '/passages');
  await page.getByRole('button', { name: /^Saved views/ }).click();
  await page.getByRole('menuitem', { name: 'Cautions' }).click();
  expect(await found()).toBe(count);
  expect(await page.getByRole('tab', { name: 'List' }).getAttribute('aria-selected')).toBe('true');

  await page.getByRole('button', { name: /^Saved views/ }).click();
  await page.getByRole('menuitem', { name: 'Delete “Cautions”' }).click();
  await page.getByText('The view “Cautions” was deleted.').waitFor();
  await chooseInMenu(hearken.app, 'app.undo');
  await page.getByRole('button', { name: /^Saved views/ }).click();
  await page.getByRole('menuitem', { name: 'Cautions' }).waitFor();
  await page.keyboard.press('Escape');
});
