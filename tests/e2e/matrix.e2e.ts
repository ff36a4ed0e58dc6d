/**
 * The matrix as the office shows it to those who ask why: lenses, the pictures beside it, the same as tables; from a dot
 * to the words it rests on and back, in two clicks each way; trying another place without keeping it; all by keyboard.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, type Hearken, settled, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';

let hearken: Hearken;
let page: Page;

onSample(
  'matrix',
  (opened) => {
    hearken = opened;
    page = opened.page;
  },
  [1280, 800],
);

const state = () => workspaceState(page);

const scene = () => page.getByTestId('scene');
/** The words that are painted. */
const drawn = async () => (await scene().locator('text').allTextContents()).join(' ');
const items = () => scene().locator('[data-item]');
const panel = () => page.getByTestId('issue-panel');
const choose = (word: string) => page.getByText(word, { exact: true }).first().click();
/** The mark itself: the middle of an item with its name is beside it. */
const mark = (index: number) => items().nth(index).locator('circle').first();
const labelOf = async (index: number) =>
  ((await items().nth(index).getAttribute('aria-label')) ?? '').split(':')[0];

async function openMatrix(query = ''): Promise<void> {
  await goTo(page, `/matrix${query}`);
  await scene().waitFor();
  await settled(page);
}

test('each lens draws its own axes, and change says what became of the list', async () => {
  await openMatrix();
  const issues = await items().count();
  expect(issues).toBeGreaterThan(10);
  expect(await scene().textContent()).toContain('Already happening');
  await choose('Voice');
  await expect.poll(() => drawn()).toContain('Share of outside people heard');
  await choose('Double materiality');
  await expect.poll(() => drawn()).toContain('Effect on the business');
  expect(await items().count()).toBe(issues);
  await choose('Change');
  const notes = page.getByTestId('change-notes');
  await notes.getByText('New on the list').waitFor();
  const words = (await notes.textContent()) ?? '';
  expect(words).toMatch(/Rules (and|or) thresholds/);
  expect(words).toContain('Moved in the order');
});

test('the pictures beside the matrix are drawn, each also as a table with a row for each subject', async () => {
  for (const [word, says] of [
    ['Over the rounds', 'FY2019'],
    ['Robustness', 'Rank'],
    ['Heat strip', 'Employees'],
    ['Groups', 'Irremediability'],
  ] as const) {
    await openMatrix();
    await choose(word);
    await expect.poll(() => drawn()).toContain(says);
    const subjects = await items().count();
    await page.locator('label', { hasText: /^Table$/ }).click();
    const table = page.getByTestId('picture-table');
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(subjects);
  }
});

test('the matrix as a table holds every figure and remark, sorts, and is copied for a spreadsheet', async () => {
  await goTo(page, '/matrix?as=table');
  const table = page.getByTestId('matrix-table');
  await table.waitFor();
  const { issues, rounds } = await state();
  const listed = rounds.reduce((a, b) => (a.fiscalYear > b.fiscalYear ? a : b)).issueIds;
  expect(await table.locator('tbody tr').count()).toBe(listed.length);
  expect(await table.locator('[data-badge]').count()).toBeGreaterThan(0);
  const column = table.getByRole('columnheader', { name: 'Scope' });
  await column.getByRole('button').click();
  expect(await column.getAttribute('aria-sort')).toBe('descending');
  const scopes = (await table.locator('tbody tr td:nth-of-type(5)').allTextContents()).map(Number.parseFloat);
  expect(scopes).toEqual([...scopes].sort((a, b) => b - a));

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Copy the table' }).click();
  await page.getByText('The table was copied', { exact: false }).waitFor();
  const copied = await hearken.app.evaluate(({ clipboard }) => clipboard.readText());
  const lines = copied.split('\n').map((line) => line.split('\t'));
  expect(lines).toHaveLength(listed.length + 1);
  expect(new Set(lines.map((cells) => cells.length))).toHaveLength(1);
  const names = new Set(issues.filter(({ id }) => listed.includes(id)).map(({ name }) => name.en));
  for (const [, name] of lines.slice(1)) expect(names).toContain(name);
});

test('from a dot to the sentence it rests on, and from the sentence back to the dot, in two clicks each', async () => {
  await openMatrix();
  const { issues } = await state();
  const name = await labelOf(0);
  await mark(0).click();
  await panel().getByTestId('ratings').waitFor();
  await panel().getByTestId('reasons').waitFor();
  const quote = panel().locator('blockquote button').first();
  const words = ((await quote.textContent()) ?? '').slice(0, 40);
  await quote.click();
  await page.getByTestId('desk').waitFor();
  const open = page.locator('[data-turn] [data-open="true"]', { hasText: words }).first();
  await open.waitFor();
  await expect.poll(() => open.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(720);

  const card = page.locator('[data-card]', { hasText: name ?? '' }).first();
  await card.click({ position: { x: 6, y: 6 } });
  await card.getByTestId('supports').getByRole('button').first().click();
  await scene().waitFor();
  await panel()
    .getByRole('heading', { name: name ?? '', level: 2 })
    .waitFor();
  expect(issues.some(({ name: own }) => own.en === name)).toBe(true);
});

test('a point that is dragged shows what would follow beside what is recorded, and nothing is kept', async () => {
  await openMatrix();
  const before = (await state()).ratings;
  const from = await mark(12).boundingBox();
  if (!from) throw new Error('The point has no place.');
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let stretch = 1; stretch <= 6; stretch += 1) await page.mouse.move(x, y - stretch * 30);
  const trial = page.getByTestId('what-if');
  await trial.getByText('Recorded').waitFor();
  await page.mouse.up();
  const row = trial.getByRole('row', { name: /^Severity/ });
  const [recorded, tried] = (await row.getByRole('cell').allTextContents()).map(Number);
  expect(tried).toBeGreaterThan(recorded ?? 5);
  await trial.getByText('A trial, not saved.').waitFor();
  await trial.getByRole('button', { name: 'Back to the ratings' }).click();
  await trial.waitFor({ state: 'detached' });
  expect((await state()).ratings).toEqual(before);
});

test('the order is walked, opened, left and tried from the keyboard alone', async () => {
  await openMatrix();
  await items().first().focus();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-item'));
  const ids = await items().evaluateAll((all) => all.map((one) => one.getAttribute('data-item')));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(ids[2]);
  await page.keyboard.press('Enter');
  await panel().waitFor();
  const heading = panel().getByRole('heading', { level: 2 });
  await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await heading.textContent()).toBe(await labelOf(2));
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
  await expect.poll(focused).toBe(ids[2]);

  await page.keyboard.press('Alt+ArrowDown');
  await page.getByTestId('what-if').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('what-if').waitFor({ state: 'detached' });
});

test('the panel goes out of the way, and the picture takes its room', async () => {
  await openMatrix();
  const width = async () => (await scene().boundingBox())?.width ?? 0;
  const narrow = await width();
  await page.getByRole('button', { name: 'Hide the panel' }).click();
  await expect.poll(width).toBeGreaterThan(narrow + 150);
  // A point still opens what it rests on.
  await mark(1).click();
  await panel().waitFor();
  await page.getByRole('button', { name: 'All issues' }).click();
});
