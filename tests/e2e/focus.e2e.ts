/**
 * The focus after each act, keys that do what their hint says, a picker that stays where it is,
 * ticks that all hold, and from a decision one click to the words that it rests on.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkspace, goTo, type Hearken, setLanguage, startApp, storeImport } from './harness.ts';
import { chooseName, openGate } from './rate-as.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TRANSCRIPT = path.join(ROOT, 'tests', 'fixtures', 'transcripts', 'water-dialogue.txt');
const WELLS = 'Begin with the people who walk to the wells.';

let folder: string;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-focus-'));
  hearken = await startApp({ userDataDir: path.join(folder, 'profile'), openFiles: [TRANSCRIPT] });
  page = hearken.page;
  await setLanguage(hearken, 'en');
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** The dimension whose question has the focus. */
async function questionInFocus(): Promise<string | undefined> {
  return await page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-dimension]')?.dataset.dimension,
  );
}

/** Drags the mouse from the first to the last of some words that stand in one paragraph. */
async function dragOver(words: string): Promise<void> {
  const row = page.locator('[data-turn-row]', { hasText: words });
  await row.scrollIntoViewIfNeeded();
  const [from, to] = await row.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const edge = (offset: number) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left, right: box.right, y: box.top + box.height / 2 };
      };
      const last = edge(at + wanted.length - 1);
      return [edge(at), { x: last.right, y: last.y }];
    }
    throw new Error(`Nowhere in one piece: ${wanted}`);
  }, words);
  if (!from || !to) throw new Error(words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

test('a new workspace asks for the name that stands beside one’s changes', async () => {
  await createWorkspace(page, 'Lakeside', 'Lakeside Drinks Co., Ltd.', 'Mori');
});

test('an added participant’s name is ready to be typed; a block of the page can be left out', async () => {
  await page.keyboard.press('Control+I');
  const blocks = page.getByTestId('import-blocks');
  await blocks.waitFor();
  await page.getByRole('button', { name: 'Add a participant' }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('New participant');
  await blocks.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Leave this out' }).click();
  await blocks.getByText('Lakeside Drinks met two outside experts').waitFor({ state: 'detached' });
  await storeImport(page);
  await page.getByTestId('desk').waitFor();
});

test('words dragged over with the mouse are coded; the picker does not jump while one types', async () => {
  await dragOver(WELLS);
  expect((await page.locator('[data-kind~="selection"]').allTextContents()).join('')).toBe(WELLS);
  await page.keyboard.press('c');
  // At once, as a quick hand does: no letter is lost while the picker comes up.
  await page.keyboard.type('env');
  const field = page.getByRole('combobox', { name: 'Type letters of an issue…' });
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  const before = await field.boundingBox();
  await page.keyboard.type('iron');
  await expect.poll(() => field.inputValue()).toBe('environ');
  await page.getByRole('option', { name: /Environmental impact/ }).waitFor();
  expect(await field.boundingBox()).toEqual(before);
  await page.keyboard.press('Enter');
  await page.locator('[data-card]', { hasText: 'Coded by Mori' }).waitFor();
});

test('an issue that is on no list is put there from the reading desk, on purpose only, and undone in one step', async () => {
  await dragOver('A permit protects the company');
  await page.keyboard.press('c');
  await page.keyboard.type('Land rights');
  await page.getByText('No issue matches “Land rights”.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Type letters of an issue…' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const card = page.locator('[data-card]', { hasText: 'Land rights' });
  await card.waitFor();
  await page.keyboard.press('Control+z');
  await card.waitFor({ state: 'detached' });
  await goTo(page, '/issues');
  const child = page.getByTestId('issue-row').filter({ hasText: 'Child labour' });
  await child.waitFor();
  expect(await page.getByTestId('issue-row').filter({ hasText: 'Land rights' }).count()).toBe(0);

  // A form that a menu opened gives the focus back to the menu's button.
  await child.locator('button[aria-haspopup="menu"]').click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('dialog').waitFor();
  // The first leaves the field, which holds the name.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup')))
    .toBe('menu');
  await goTo(page, '/dialogues');
  await page.getByText('Water, Work and Wells: a Dialogue').click();
  await page.getByTestId('desk').waitFor();
});

test('advice is taken down without the mouse', async () => {
  await dragOver(WELLS);
  await page.keyboard.press('a');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('forced');
  await page.getByRole('option', { name: /Forced labour/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Listen to those who fetch water.');
  await page.keyboard.press('Control+Enter');
  const card = page.locator('[data-card]', { hasText: 'Listen to those who fetch water.' });
  await card.waitFor();
  expect(await card.textContent()).toContain('Cautions');
  expect(await card.textContent()).toContain('Forced labour');
});

test('a search from the palette is taken with Enter', async () => {
  await goTo(page, '/dialogues');
  await page.keyboard.press('Control+K');
  await expect.poll(() => page.evaluate(() => document.activeElement instanceof HTMLInputElement)).toBe(true);
  await page.keyboard.type('bucket');
  await page.locator('[data-action][data-selected]', { hasText: 'bucket' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[data-kind~="hit"]', { hasText: 'bucket' }).waitFor();
});

test('the keys that rate work at once, after every change of issue and assessor', async () => {
  await goTo(page, '/assessment/new');
  const assessors = page.getByRole('group', { name: 'Assessors' }).getByPlaceholder('Name');
  await assessors.nth(0).fill('Mori');
  await assessors.nth(1).fill('Ueda');
  await page.getByRole('button', { name: 'Start round' }).click();
  await page.getByTestId('rating-form').waitFor();
  await expect.poll(questionInFocus).toBe('scale');

  const issue = page.getByRole('combobox', { name: 'Issue', exact: true });
  await issue.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('environ');
  await page.getByRole('option', { name: /Environmental impact/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => issue.inputValue()).toContain('Environmental impact');
  await expect.poll(questionInFocus).toBe('scale');
  for (const key of '5434') await page.keyboard.press(key);
  await expect.poll(() => page.locator('[aria-checked="true"]').count()).toBe(4);
  await page.keyboard.press('r');
  await page.keyboard.type('They walk forty minutes longer.');

  // Two rate on one computer: the keyboard goes to the passphrases, and from there to the questions.
  await chooseName(page, 'Ueda');
  const gate = page.getByTestId('gate');
  await expect
    .poll(() =>
      gate
        .locator('input[type="password"]')
        .first()
        .evaluate((field) => field === document.activeElement),
    )
    .toBe(true);
  await openGate(page);
  await expect.poll(questionInFocus).toBe('scale');
});

test('quick ticks in a round’s set-up all hold, and what it leaves out is said where it is missed', async () => {
  await page.getByRole('tab').last().click();
  const names = ['Climate change', 'Working environment', 'Health and safety', 'Youth employment'];
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
  for (const name of names) await expect.poll(() => box(name).isChecked()).toBe(true);
  // As fast as a script can: each before the one before it is shown.
  await page.evaluate((wanted) => {
    for (const label of document.querySelectorAll('label'))
      if (wanted.includes(label.textContent ?? '')) label.click();
  }, names);
  for (const name of names) await expect.poll(() => box(name).isChecked()).toBe(false);

  const dialogue = page.getByRole('checkbox', { name: /Water, Work and Wells/ });
  expect(await dialogue.isChecked()).toBe(true);
  await dialogue.click();
  await page.getByRole('tab').first().click();
  await page.getByText('1 passage concerns it in dialogues that this round does not consider.').waitFor();
  await page.getByRole('button', { name: 'Choose dialogues' }).click();
  await dialogue.click();
  await expect.poll(() => dialogue.isChecked()).toBe(true);
});

test('a decision shows the words it rests on; what was typed waits for who goes to read them', async () => {
  // Before the discussion nothing is suggested: those who still rate would be led by it.
  await goTo(page, '/decisions');
  await page.getByText('The assessors are still rating').waitFor();
  await page.getByRole('button', { name: 'See progress by assessor' }).click();
  await page.getByRole('button', { name: 'Start discussion' }).click();
  await page.getByRole('button', { name: 'Start anyway' }).click();
  await page.getByTestId('agenda').waitFor();
  await goTo(page, '/decisions');
  const row = page
    .getByTestId('decisions')
    .getByRole('row')
    .filter({ hasText: 'Environmental impact' })
    .last();
  await row.getByRole('button', { name: 'Decide', exact: true }).click();
  await page.getByLabel('Reason').fill('The villages wait.');
  await page.getByTestId('decision-evidence').getByText(WELLS).click();
  await page.locator('[data-open="true"]', { hasText: WELLS }).first().waitFor();

  await page.getByRole('button', { name: 'Report…' }).waitFor();
  await goTo(page, '/decisions');
  await row.getByRole('button', { name: 'Decide', exact: true }).click();
  await expect.poll(() => page.getByLabel('Reason').inputValue()).toBe('The villages wait.');
  await page.getByRole('button', { name: 'Save decision' }).click();
  await row.getByText('The villages wait.').waitFor();
  // The button that opened the form is gone: the keyboard stays in the row.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.textContent))
    .toContain('Environmental impact');
});

test('nothing of all this wrote an error to the window’s console', () => {
  expect(hearken.pageErrors).toEqual([]);
});
