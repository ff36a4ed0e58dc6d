/**
 * The table of figures through the window: a table of a report is pasted with its footnotes (W1), typed into by keyboard
 * alone, with an input method, undone in one step, restated with a reason; a target is set and met.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { prepareAxe, violations } from './axe.ts';
import { type Cost, Hand } from './counted.ts';
import { type FigureOffice, openFigureOffice } from './figure-office.ts';
import { goTo, type Hearken, setLanguage, settled, workspaceState } from './harness.ts';

const W1 = [
  'People who completed training (NEC Corporation)',
  '\tFY2018\tFY2019\tFY2020',
  'Online training*1\t8,026\t20,936\t21,150*2',
  'Group training*2\t586\t441\t537',
  '*1 All employees take the e-learning each year. What only managers took in fiscal 2018 was taken by all employees in fiscal 2019.',
  '*2 The subject of the online training in fiscal 2020 was AI in business.',
].join('\n');

let office: FigureOffice;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  office = await openFigureOffice();
  hearken = office.hearken;
  page = hearken.page;
});

afterEach(({ task }) => office.afterTest(task, 'figures'));

afterAll(() => office?.close());

const copied = (text: string) => office.copied(text);
const figures = () => office.figures();
const cell = (row: number, head: string) =>
  page
    .locator(`[role="row"][aria-rowindex="${row + 1}"]`)
    .getByRole('gridcell')
    .and(page.locator(`[aria-colindex="${columnOf.get(head)}"]`));
const columnOf = new Map<string, number>();
async function readColumns() {
  columnOf.clear();
  for (const head of await page.getByRole('columnheader').all())
    columnOf.set((await head.textContent()) ?? '', Number(await head.getAttribute('aria-colindex')));
}
const lastYear = () => [...columnOf.keys()].filter((head) => head.startsWith('FY')).at(-1) ?? '';
/** What a screen reader is told of the cell that has the focus. */
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const stored = (count: number) => office.stored(count);

test('a table of a report comes in with four clicks, one line typed, and the breaks of its notes (story 1, W1)', async () => {
  const hand = new Hand(page);
  await copied(W1);
  await hand.click(page.getByRole('link', { name: 'Figures' }).first());
  await page.getByText('No figures yet').waitFor();
  await hand.press('Control+V');
  await page.getByTestId('paste-preview').waitFor();
  await hand.type('Sustainability Report 2020');
  const hints = page.getByTestId('paste-hint');
  expect(await hints.allTextContents()).toEqual([
    expect.stringMatching(/Online training: not comparable before FY2019/),
    expect.stringMatching(/Online training: from FY2020 on to be compared with care/),
    expect.stringMatching(/Group training: its note speaks of “Online training”/),
  ]);
  await hand.click(hints.nth(0).getByRole('button'));
  await hand.click(hints.nth(1).getByRole('button'));
  await hand.click(page.getByRole('button', { name: 'Bring in 6 figures' }));
  await stored(6);
  expect(hand.cost satisfies Cost).toMatchObject({ clicks: 4, keys: 1 });

  const rows = await figures();
  expect(rows.map(({ value }) => value)).toEqual([8026, 20936, 21150, 586, 441, 537]);
  const years = rows.slice(0, 3).map(({ period }) => period.fiscalYear);
  expect(years).toEqual([years[0], (years[0] ?? 0) + 1, (years[0] ?? 0) + 2]);
  expect(rows.map(({ breakBefore }) => breakBefore && [breakBefore.kind, breakBefore.effect])).toEqual([
    null,
    ['population', 'no'],
    ['content', 'care'],
    null,
    null,
    null,
  ]);
});

test('the break is seen and spoken, and no percentage goes across it', async () => {
  await page.getByRole('grid').waitFor();
  await settled(page);
  await readColumns();
  await cell(1, 'FY2019').click();
  expect(await focused()).toMatch(
    /FY2019: 20,936 people\. Not comparable with the period before: other people are counted/,
  );
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toMatch(/\+1\.02 % against FY2019, to be compared with care/);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toMatch(/\+21\.77 % against FY2019/);
  expect(await page.getByTestId('figure-legend').textContent()).toContain(
    'not comparable with what is left of it',
  );
  const all = await page.evaluate(() => document.body.outerHTML);
  expect(all).not.toMatch(/160[.,]8/);
  await prepareAxe(page);
  expect(await violations(page)).toEqual([]);
});

test('one undo takes the whole table back, one redo brings it again', async () => {
  await page.keyboard.press('Control+Z');
  await stored(0);
  await page.getByText('No figures yet').waitFor();
  await settled(page);
  await page.keyboard.press('Control+Shift+Z');
  await stored(6);
});

test('cells are typed into by keyboard alone: refused in words, corrected, filled down, removed', async () => {
  await page.getByRole('grid').waitFor();
  await settled(page);
  await readColumns();
  const last = lastYear();
  await cell(1, last).click();
  await page.keyboard.type('1,5');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'Commas and points cannot be read for sure' }).waitFor();
  for (let sign = 0; sign < 3; sign++) await page.keyboard.press('Backspace');
  await page.keyboard.type('22,000');
  await page.keyboard.press('Enter');
  await stored(7);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+D');
  await stored(8);
  expect((await figures()).filter(({ value }) => value === 22000)).toHaveLength(2);
  await page.keyboard.press('Delete');
  await stored(6);
});

test('an input method composes from the first key on, and full-width digits are read', async () => {
  await cell(1, lastYear()).click();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: '約５', selectionStart: 2, selectionEnd: 2 });
  await devtools.send('Input.insertText', { text: '約５６０' });
  await page.keyboard.press('Enter');
  await stored(7);
  expect((await figures()).at(-1)).toMatchObject({ value: 560, precision: 'about' });
  await page.keyboard.press('Control+Z');
  await stored(6);
});

test('what was typed and refused is there again after another view was shown', async () => {
  const last = lastYear();
  await cell(1, last).click();
  await page.keyboard.type('0x2A');
  await goTo(page, '/issues');
  await goTo(page, '/figures');
  await page.getByTestId('cell-kept').waitFor();
  expect(await page.getByTestId('cell-kept').textContent()).toBe('0x2A');
  await cell(1, last).click();
  await page.keyboard.press('Escape');
  await page.getByTestId('cell-kept').waitFor({ state: 'detached' });
});

test('a figure of a report of the company is restated with the reason; both numbers stay', async () => {
  await cell(2, 'FY2019').click();
  await page.keyboard.type('442');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Restate a published figure' });
  await dialog.getByLabel('Why the figure is restated').fill('One session was counted twice.');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Restate' }).click();
  await stored(7);
  const [before, after] = (await figures()).filter(({ value }) => value === 441 || value === 442);
  expect(after?.replaces).toBe(before?.id);
  await page.getByRole('grid').waitFor();
  await cell(2, 'FY2019').click();
  expect(await focused()).toMatch(/Restated; it was 441/);
});

test('a target is set in the panel of a figure, and stands below what it is for', async () => {
  await page.keyboard.press('Control+Enter');
  const panel = page.getByRole('dialog', { name: 'Figure' });
  expect(await panel.getByTestId('figure-source').textContent()).toContain('Sustainability Report 2020');
  expect(await panel.textContent()).toContain('441, restated as 442');
  await panel.getByLabel('New target').fill('>= 500 FY2020');
  await page.keyboard.press('Enter');
  await panel.getByTestId('figure-target').waitFor();
  expect(await panel.getByTestId('figure-target').textContent()).toMatch(/≥ 500; figure 537: met/);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await page.getByText('Target', { exact: true }).waitFor();
});

test('figures leave as CSV with their ids', async () => {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'CSV, one row a figure' }).click();
  await page.getByText('8 figures exported').waitFor();
  const csv = await readFile(path.join(office.folder, 'Figures.csv'), 'utf8');
  for (const { id } of await figures()) expect(csv).toContain(id);
  expect(csv).not.toMatch(/160[.,]8/);
});

test('in Japanese the years are called as the office calls them, and the break is told', async () => {
  await setLanguage(hearken, 'ja');
  await page.getByRole('grid').waitFor();
  await settled(page);
  const heads = await page.getByRole('columnheader').allTextContents();
  expect(heads.filter((head) => /^\d{4}年度$/.test(head)).length).toBeGreaterThan(2);
  await readColumns();
  const second = heads.filter((head) => /年度$/.test(head))[1] ?? '';
  await cell(1, second).click();
  expect(await focused()).toMatch(/前の期間と比べられません：数える対象者が異なる/);
  await prepareAxe(page);
  expect(await violations(page)).toEqual([]);
  await setLanguage(hearken, 'en');
});

test('a number that is searched for leads to its row', async () => {
  const before = await figures();
  const known = before.find(({ value }) => value !== null && value > 100);
  if (!known) throw new Error('nothing to look for');
  const { indicators } = await workspaceState(page);
  const name = indicators.find(({ id }) => id === known.indicatorId)?.name.en ?? '';
  await goTo(page, `/search?q=${known.value}`);
  await page.getByTestId('hit').and(page.locator('[data-kind="indicator"]')).first().click();
  await page.waitForFunction((id) => window.location.href.includes(`indicator=${id}`), known.indicatorId);
  await settled(page);
  expect(await page.getByLabel('Filter indicators').inputValue()).toBe(name);
  await page.getByRole('gridcell').filter({ hasText: name }).first().waitFor();
});
