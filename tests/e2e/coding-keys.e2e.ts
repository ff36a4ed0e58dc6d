/**
 * Coding without the mouse, key by key: how many presses it takes to code a sentence and go on to the next, and that
 * what the keys do is what the workspace holds.
 */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Hearken, openSample, setLanguage, settled, startApp, workspaceState } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const CODER = 'Key Presser';

let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await openSample(page);
  await page.evaluate(
    (name) =>
      (
        window as unknown as { hearkenStore: { setActor: (name: string) => Promise<void> } }
      ).hearkenStore.setActor(name),
    CODER,
  );
  await page.getByText('Human rights in procurement').first().click();
  await page.getByTestId('desk').waitFor();
  await settled(page);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-failure.png') });
});

afterAll(async () => {
  await hearken?.close();
});

const state = () => workspaceState(page);

/** Presses keys one after another and counts them. */
async function press(...keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

/** What this test has coded so far, in the order in which it did: words, and code of the issue. */
async function coded(): Promise<{ quote: string; issue: string; memo: string }[]> {
  const { codings, passages, issues } = await state();
  return codings
    .filter(({ coder }) => coder === CODER)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ passageId, issueId, memo }) => ({
      quote: passages.find(({ id }) => id === passageId)?.quote ?? '',
      issue: issues.find(({ id }) => id === issueId)?.code ?? '',
      memo,
    }));
}

async function selected(): Promise<string> {
  await page.locator('[data-kind~="selection"]').first().waitFor();
  return (await page.locator('[data-kind~="selection"]').allTextContents()).join('');
}

test('the text has the keyboard as soon as it is there: a sentence is selected, coded, and the next one, in six presses', async () => {
  let presses = await press('ArrowRight');
  const first = await selected();
  presses += await press('c', 'f', 'o', 'Enter');
  await expect.poll(coded).toHaveLength(1);
  presses += await press('ArrowRight');
  const second = await selected();
  expect(presses).toBeLessThanOrEqual(6);
  expect(await coded()).toEqual([{ quote: first, issue: 'sc-forced-labour', memo: '' }]);
  expect(second).not.toBe(first);
});

test('a quick key, and the last issue again, take two presses a sentence', async () => {
  const legend = page.getByTestId('quick-keys');
  const digit = await legend.locator('button', { hasText: 'Child labour' }).locator('kbd').textContent();
  let presses = await press(digit ?? '');
  await expect.poll(coded).toHaveLength(2);
  presses += await press('ArrowRight', 'r');
  await expect.poll(coded).toHaveLength(3);
  expect(presses).toBe(3);
  const issues = (await coded()).map(({ issue }) => issue);
  expect(issues).toEqual(['sc-forced-labour', 'sc-child-labour', 'sc-child-labour']);
});

test('kana, kanji and romaji name an issue as well; the guide says what it means', async () => {
  await press('ArrowRight', 'c');
  const field = page.locator('[aria-controls="issue-picker-list"]:focus');
  await field.waitFor();
  const first = page.getByRole('option').first();
  for (const letters of ['kyosei', 'きょうせい', '強制']) {
    await field.fill(letters);
    await first.getByText('Forced labour and modern slavery').waitFor();
  }
  const guide = page.getByTestId('guide');
  await guide.getByText('Includes', { exact: true }).waitFor();
  await guide.getByText('withheld papers or pay', { exact: false }).waitFor();
  await guide.getByText('They owed the recruiter', { exact: false }).waitFor();
  await press('Escape');
});

test('a memo is written on what was just coded, and both are taken away by key and come back', async () => {
  await press('m');
  await page.getByRole('textbox', { name: 'Memo' }).fill('asked twice');
  await press('Control+Enter');
  await expect.poll(async () => (await coded()).at(-1)?.memo).toBe('asked twice');
  await press('Delete');
  await expect.poll(coded).toHaveLength(2);
  await page.getByRole('alert').getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(async () => (await coded()).at(-1)?.memo).toBe('asked twice');
});

test('words are selected by word, sentence and turn, stretched and shrunk', async () => {
  await page.getByTestId('desk').focus();
  await press('ArrowDown', 'ArrowRight');
  const sentence = await selected();
  await press('w');
  const word = await selected();
  expect(word).not.toMatch(/\s/);
  expect(sentence.startsWith(word)).toBe(true);
  await press('Shift+ArrowRight');
  const two = await selected();
  expect(two.split(/\s+/)).toHaveLength(2);
  await press('Shift+ArrowLeft');
  expect(await selected()).toBe(word);
  await press('s');
  expect(await selected()).toBe(sentence);
  await press('Shift+ArrowDown');
  expect((await selected()).length).toBeGreaterThan(sentence.length);
  await press('Enter');
  const turn = await page
    .locator('[data-turn]', { has: page.locator('[data-kind~="selection"]') })
    .textContent();
  expect(await selected()).toBe(turn?.trim());
  await press('Escape');
});

test('overlapping words coded to the same issue become one coding, which undo takes apart', async () => {
  await press('Escape', 'ArrowDown', 'ArrowRight', 'r');
  await expect.poll(coded).toHaveLength(4);
  const alone = (await coded()).at(-1);
  // From the beginning of the sentence just coded, and on into the next one.
  await press('ArrowLeft', 'Shift+ArrowDown');
  const both = await selected();
  await press('r');
  await expect.poll(async () => (await coded()).at(-1)?.quote).toBe(both);
  expect(await coded()).toHaveLength(4);
  expect(both.length).toBeGreaterThan(alone?.quote.length ?? 0);
  await press('Control+z');
  await expect.poll(async () => (await coded()).at(-1)?.quote).toBe(alone?.quote);
});

test('the smallest mark under the pointer opens first, and a further click goes outwards', async () => {
  const words = (await coded()).at(-1)?.quote.slice(0, 12) ?? '';
  const place = page.locator('[data-turn] [data-kind~="coding"]', { hasText: words }).first();
  await place.click();
  await press('Enter', 'c');
  await page.locator('[aria-controls="issue-picker-list"]:focus').fill('climate');
  await page.getByRole('option', { name: /Climate/ }).waitFor();
  await press('Enter');
  await expect.poll(async () => (await coded()).at(-1)?.issue).toBe('ge-climate');
  await press('Escape');
  /** How many letters the mark has that is open in the panel. */
  const opened = async () => {
    const card = await page.locator('[data-card][data-open="true"]').getAttribute('data-card');
    const { codings, passages } = await state();
    const passageId = codings.find(({ id }) => card === `c-${id}`)?.passageId;
    return passages.find(({ id }) => id === passageId)?.quote.length ?? 0;
  };
  await place.click();
  await page.locator('[data-card][data-open="true"]').waitFor();
  const inner = await opened();
  const whole = (await coded()).at(-1)?.quote.length ?? 0;
  expect(inner).toBeLessThan(whole);
  const sizes = [inner];
  while (sizes.at(-1) !== whole && sizes.length < 6) {
    // Apart enough not to be a double click.
    await page.waitForTimeout(700);
    await place.click();
    sizes.push(await opened());
  }
  expect(sizes.at(-1)).toBe(whole);
  expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
});

test('Shift+Enter takes the words down as advice, with kind, addressee and due date, by keys alone', async () => {
  await press('Escape', 'ArrowDown', 'ArrowRight');
  const words = await selected();
  await press('c');
  await page.locator('[aria-controls="issue-picker-list"]:focus').fill('remedy');
  await page.getByRole('option', { name: /Access to remedy/ }).waitFor();
  await press('Shift+Enter');
  await page.locator('input[value="urge"]:focus').waitFor({ state: 'attached' });
  await press('ArrowRight');
  await page.getByLabel('Addressed to').fill('Purchasing');
  await press('Tab');
  await page.keyboard.type('2026-0');
  await page.getByText('Not understood as a date').waitFor();
  await page.keyboard.type('3');
  await press('Control+Enter');
  const taken = async () => (await state()).advice.find(({ takenBy }) => takenBy === CODER);
  await expect
    .poll(taken)
    .toMatchObject({ kind: 'caution', addressee: 'Purchasing', due: '2026-03', status: 'heard' });
  expect(await coded()).toContainEqual({ quote: words, issue: 'ge-remedy', memo: '' });
});

test('advice that was begun stays open beside the text, is there again after Escape, and goes when it is discarded', async () => {
  const addressee = page.getByLabel('Addressed to');
  const open = async () => {
    await press('ArrowRight', 'a');
    await page.locator('input[name]:checked:focus').waitFor({ state: 'attached' });
  };
  await press('Escape', 'ArrowDown');
  await open();
  await addressee.fill('Board');
  await page.getByRole('heading', { level: 1 }).click();
  expect(await addressee.inputValue()).toBe('Board');
  await addressee.press('Escape');
  expect(await addressee.inputValue()).toBe('Board');
  await press('Escape');
  await addressee.waitFor({ state: 'detached' });
  await open();
  expect(await addressee.inputValue()).toBe('Board');
  await page.getByRole('button', { name: 'Discard draft' }).click();
  expect(await addressee.inputValue()).toBe('');
  await press('Escape');
});

test('a memo that is scrolled out of sight is still being written', async () => {
  const memo = page.getByRole('textbox', { name: 'Memo' });
  const open = () => page.locator('[data-card][data-open="true"]').getAttribute('data-card');
  await press('Escape', ']');
  while (!(await open())?.startsWith('c-')) await press(']');
  await press('m');
  await memo.fill('to be checked');
  const desk = page.getByTestId('desk');
  const top = await desk.evaluate((element) => element.scrollTop);
  await desk.evaluate((element) => {
    const { scrollTop, scrollHeight } = element;
    element.scrollTop = scrollTop > scrollHeight / 2 ? 0 : scrollHeight;
  });
  await memo.waitFor({ state: 'detached' });
  await desk.evaluate((element, before) => {
    element.scrollTop = before;
  }, top);
  await memo.waitFor();
  expect(await memo.inputValue()).toBe('to be checked');
  await memo.press('Escape');
});

test('the brackets walk from mark to mark, and every key stands in the help sheet', async () => {
  await press('Escape');
  const open = () => page.locator('[data-card][data-open="true"]').getAttribute('data-card');
  await press(']');
  const first = await open();
  await press(']');
  await expect.poll(open).not.toBe(first);
  await press('[');
  await expect.poll(open).toBe(first);
  await page.keyboard.type('?');
  const sheet = page.getByRole('dialog');
  for (const label of [
    'Next word',
    'Code to the last issue again',
    'Code to an issue in use here',
    'Next mark',
    'Write a memo on the open coding',
    'Remove the open coding or advice',
  ])
    await sheet.getByText(label, { exact: true }).first().waitFor();
  expect(hearken.pageErrors).toEqual([]);
});
