/**
 * Figures that others state otherwise, and tables that come in piece by piece: numbers pasted without heads, a dispute
 * between two sources decided with the reason, a restatement in Word, an Excel file that comes back edited and a plain one;
 * and the grid worked with the mouse.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Workbook } from '#shared/ooxml/workbook.ts';
import { writeWorkbook } from '#shared/ooxml/write.ts';
import { prepareAxe, violations } from './axe.ts';
import { type FigureOffice, openFigureOffice } from './figure-office.ts';
import { savedFile, willOpen, wordsOf } from './files.ts';
import { goTo, type Hearken, settled, workspaceState } from './harness.ts';

const TABLE = [
  'People trained (NEC Corporation)',
  '\tFY2018\tFY2019\tFY2020',
  'Online training\t8,026\t20,936\t21,150',
  'Group training\t586\t441\t537',
].join('\n');

let office: FigureOffice;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  office = await openFigureOffice();
  hearken = office.hearken;
  page = hearken.page;
});

afterEach(({ task }) => office.afterTest(task, 'figures-sources'));

afterAll(() => office?.close());

const copied = (text: string) => office.copied(text);
const clipboard = () => hearken.app.evaluate(({ clipboard: board }) => board.readText());
const figures = () => office.figures();
const stored = (count: number) => office.stored(count);
const values = async () => (await figures()).map(({ value }) => value);
const bringIn = () => page.getByTestId('paste-bring-in');

/** The cell of a row, counted from 1, in the column with a head. */
async function cell(row: number, head: string): Promise<Locator> {
  const column = await page
    .getByRole('columnheader', { name: head, exact: true })
    .getAttribute('aria-colindex');
  return page.locator(
    `[role="row"][aria-rowindex="${row + 1}"] [role="gridcell"][aria-colindex="${column}"]`,
  );
}
/** Escape leaves a field first, then closes what the field stands in. */
async function closed(dialog: Locator): Promise<void> {
  while (await dialog.isVisible()) {
    await page.keyboard.press('Escape');
    await settled(page);
  }
}
const chosen = () => page.locator('[role="gridcell"][aria-selected="true"]').count();
const years = async () =>
  (await page.getByRole('columnheader').allTextContents()).filter((head) => head.startsWith('FY'));

test('a table comes in, and cells are chosen with the mouse as in a spreadsheet', async () => {
  await goTo(page, '/figures');
  await copied(TABLE);
  await page.keyboard.press('Control+V');
  await page.getByTestId('paste-preview').waitFor();
  await page.keyboard.type('Sustainability Report 2020');
  await bringIn().click();
  await stored(6);
  await page.getByRole('grid').waitFor();
  await settled(page);

  await (await cell(1, 'FY2018')).hover();
  await page.mouse.down();
  await (await cell(2, 'FY2019')).hover();
  await page.mouse.up();
  expect(await chosen()).toBe(4);
  await page.keyboard.press('Control+C');
  await expect.poll(clipboard).toBe('8,026\t20,936\n586\t441');

  await (await cell(1, 'FY2018')).click();
  await (await cell(2, 'FY2020')).click({ modifiers: ['Shift'] });
  expect(await chosen()).toBe(6);
  // Without the button pressed the pointer draws nothing.
  await (await cell(1, 'FY2018')).hover();
  expect(await chosen()).toBe(6);
  await page.keyboard.press('Control+A');
  expect(await chosen()).toBeGreaterThan(12);
});

test('numbers without heads go into the cells from the chosen one on; their source is asked once, and one undo takes them back', async () => {
  const last = (await years()).at(-1) ?? '';
  await (await cell(1, last)).click();
  await copied('22,000\n1,5\n600\n');
  await page.keyboard.press('Control+V');
  const dialog = page.getByRole('dialog');
  await bringIn().waitFor();
  // The second cannot be read for sure, the third has no row.
  expect(await dialog.getByTestId('bare-refused').textContent()).toMatch(/1,5: Commas and points/);
  expect(await dialog.getByRole('status').first().textContent()).toMatch(/1 figure goes .*1 falls outside/);
  expect(await bringIn().isDisabled()).toBe(true);
  await closed(dialog);
  await copied('22,000\n600\n');
  await page.keyboard.press('Control+V');
  await dialog.getByRole('combobox', { name: 'Source of the table' }).fill('Training records');
  await bringIn().click();
  await stored(8);
  const { sources } = await workspaceState(page);
  const source = sources.find(({ title }) => title.en === 'Training records');
  const added = (await figures()).filter(({ cited }) => cited?.sourceId === source?.id);
  expect(added.map(({ value }) => value)).toEqual([22000, 600]);
  // They go on with the organisation of their rows.
  expect(new Set((await figures()).map(({ of }) => of)).size).toBe(1);
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Control+Z');
  await stored(6);
  await page.keyboard.press('Control+Shift+Z');
  await stored(8);
});

test('cells are cut, filled to the right, and what a report states is neither cut nor overwritten', async () => {
  const last = (await years()).at(-1) ?? '';
  await settled(page);
  await (await cell(1, last)).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+X');
  await stored(6);
  await expect.poll(clipboard).toBe('22,000\n600');
  await page.keyboard.press('Control+Z');
  await stored(8);
  await settled(page);

  await (await cell(2, 'FY2020')).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+R');
  await expect.poll(async () => (await values()).filter((value) => value === 537).length).toBe(2);
  await (await cell(1, 'FY2018')).click();
  await page.keyboard.press('Control+X');
  await page
    .getByText(/figure.* stay/)
    .first()
    .waitFor();
  expect(await values()).toContain(8026);
});

test('another source states another number: both are shown side by side, and one stands with the reason', async () => {
  await settled(page);
  await (await cell(1, 'FY2019')).click();
  await copied('20,930\t21,150');
  await page.keyboard.press('Control+V');
  await page.getByRole('combobox', { name: 'Source of the table' }).fill('Press release');
  await bringIn().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
  const disputed = await cell(1, 'FY2019');
  await expect.poll(() => disputed.textContent()).toContain('20,936 ≠ 20,930');
  // The other number is the same in both: nothing is in dispute.
  expect(await (await cell(1, 'FY2020')).textContent()).not.toContain('≠');
  await disputed.click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
    /Sources differ: 20,936, 20,930/,
  );
  await page.keyboard.press('Control+Enter');
  const panel = page.getByRole('dialog', { name: 'Figure' });
  const cards = panel.getByTestId('figure-source');
  await cards.nth(1).waitFor();
  expect(await cards.allTextContents()).toEqual([
    expect.stringMatching(/20,936.*Sustainability Report 2020/),
    expect.stringMatching(/20,930.*Press release/),
  ]);
  await prepareAxe(page);
  expect(await violations(page)).toEqual([]);
  await cards.nth(0).getByRole('button', { name: 'Let this one stand' }).click();
  await cards.nth(0).getByLabel('Why this one stands').fill('The report was audited.');
  await page.keyboard.press('Enter');
  await panel.getByText('set aside').waitFor();
  expect(await cards.nth(1).textContent()).toContain('The report was audited.');
  await expect
    .poll(async () =>
      (await figures()).filter(({ standing }) => standing === 'set-aside').map(({ value }) => value),
    )
    .toEqual([20930]);
  await closed(panel);
  await expect.poll(async () => (await cell(1, 'FY2019')).textContent()).not.toContain('≠');
});

test('status, precision and note are said in the panel, and the indicator is renamed there', async () => {
  const last = (await years()).at(-1) ?? '';
  await (await cell(1, last)).click();
  await page.keyboard.press('Control+Enter');
  const panel = page.getByRole('dialog', { name: 'Figure' });
  await panel.getByLabel('Status').selectOption({ label: 'provisional' });
  await expect
    .poll(async () => (await figures()).filter(({ status }) => status === 'provisional').length)
    .toBe(1);
  await panel.getByLabel('Precision').selectOption({ label: 'about' });
  await panel.getByLabel('Note').first().fill('Counted until March.');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await figures()).find(({ value }) => value === 22000))
    .toMatchObject({ precision: 'about', status: 'provisional', note: { en: 'Counted until March.' } });
  await panel.getByLabel('Status').selectOption({ label: 'withheld' });
  await expect.poll(async () => (await values()).includes(22000)).toBe(false);

  await panel.getByRole('button', { name: 'Edit indicator' }).click();
  const form = page.getByRole('dialog', { name: 'Indicator' });
  await form
    .getByLabel(/^Name.*English|^Name/)
    .first()
    .fill('People trained online');
  await form.getByLabel('Unit', { exact: true }).selectOption({ label: 'hours' });
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Figures stand under this unit').waitFor();
  await form.getByLabel('Unit', { exact: true }).selectOption({ label: 'people' });
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  await closed(panel);
  await page.getByRole('gridcell').filter({ hasText: 'People trained online' }).first().waitFor();
});

test('a restated figure is printed with what it was and why, in Word too', async () => {
  await (await cell(2, 'FY2019')).click();
  await page.keyboard.type('442');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Restate a published figure' });
  await dialog.getByLabel('Why the figure is restated').fill('One session was counted twice.');
  await dialog.getByRole('button', { name: 'Restate' }).click();
  await expect.poll(values).toContain(442);
  // FY2020 is the year that begins in 2019.
  await goTo(page, '/reports?kind=year&subject=2019');
  await settled(page);
  await page.getByTestId('report-create').click();
  const words = wordsOf(await savedFile(office.folder, '.docx'));
  expect(words).toMatch(/442 r/);
  expect(words).toMatch(/441.{0,40}442|442.{0,40}441/);
  expect(words).toContain('One session was counted twice.');
});

/** A number of an exported sheet as somebody corrected it in a spreadsheet. */
function edited(xlsx: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(xlsx);
  const changed = Object.entries(parts).map(([name, bytes]) => [
    name,
    name.endsWith('.xml') ? strToU8(strFromU8(bytes).replaceAll(`>${from}<`, `>${to}<`)) : bytes,
  ]);
  return zipSync(Object.fromEntries(changed));
}

async function choose(file: string): Promise<void> {
  await willOpen(hearken.app, [file]);
  await goTo(page, '/figures?paste=1');
  await page.getByRole('button', { name: 'Choose an Excel file…' }).click();
}

test('the sheet that left comes back as an offer, cell by cell; some of it is taken, and one undo takes that back', async () => {
  await goTo(page, '/figures');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Excel, one row a figure' }).click();
  const sheet = await savedFile(office.folder, '.xlsx');
  const file = path.join(office.folder, 'back', 'figures.xlsx');
  await mkdir(path.dirname(file), { recursive: true });
  const corrected = edited(edited(sheet, '586', '587'), '8,026', '8,027');
  await writeFile(file, edited(corrected, 'Counted until March.', 'Counted until June.'));
  const before = (await figures()).length;
  await choose(file);
  const offers = page.getByTestId('returned-offer');
  await offers.nth(2).waitFor();
  expect((await offers.allTextContents()).toSorted()).toEqual([
    expect.stringMatching(/586 → 587/),
    expect.stringMatching(/8,026 → 8,027/),
    expect.stringMatching(/^Row \d+.*Edited, and not taken from a sheet: Note \(L\d+\)/),
  ]);
  await offers.filter({ hasText: '587' }).getByRole('checkbox').check();
  await page.getByRole('dialog').getByRole('textbox').fill('Counted again from the records.');
  await bringIn().click();
  await stored(before + 1);
  expect((await figures()).at(-1)).toMatchObject({ value: 587, why: 'Counted again from the records.' });
  expect(await values()).not.toContain(8027);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
  await page.keyboard.press('Control+Z');
  await stored(before);
});

test('a plain sheet is mapped and previewed; a row is left out, and the rest is one step of undo', async () => {
  const rows = [
    ['', 'FY2018', 'FY2019'],
    ['People trained online', '8,026', '20,936'],
    ['Site visits', '12', '15'],
    ['Canteens', '3', '=1+1'],
  ];
  const workbook: Workbook = {
    ...{ title: 'x', creator: '', at: '2026-01-01T00:00:00.000Z', font: 'Arial', language: 'en' },
    sheets: [
      {
        name: 'Data',
        visibility: 'shown',
        columns: rows.map(() => ({ width: 20 })),
        protected: false,
        rows: rows.map((cells) => ({
          cells: cells.map((value) => (value === '' ? null : { value, style: { text: true } })),
        })),
      },
    ],
  };
  const file = path.join(office.folder, 'back', 'plain.xlsx');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, writeWorkbook(workbook));
  const before = (await figures()).length;
  await choose(file);
  await page.getByTestId('paste-preview').waitFor();
  await page.getByRole('combobox', { name: 'Source of the table' }).fill('Sustainability Report 2020');
  await page.getByLabel('Indicator of the row Canteens').selectOption({ label: 'Leave out' });
  await page.getByText('2 to bring in, 2 already there').waitFor();
  await bringIn().click();
  await stored(before + 2);
  const { indicators } = await workspaceState(page);
  expect(indicators.map(({ name }) => name.en)).toContain('Site visits');
  expect(indicators.map(({ name }) => name.en)).not.toContain('Canteens');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await settled(page);
  await page.keyboard.press('Control+Z');
  await stored(before);
});

test('a row goes after it was said what goes, and one undo brings it back; one that a report prints stays', async () => {
  const menu = page.getByTestId('figure-menu').getByRole('menuitem', { name: 'Remove row…' });
  const dialog = page.getByRole('dialog', { name: 'Remove rows' });
  await (await cell(1, 'FY2018')).click({ button: 'right' });
  await menu.click();
  expect(await dialog.getByTestId('remove-rows').textContent()).toMatch(/stays: \d of its figures stand/);
  expect(await dialog.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await dialog.waitFor({ state: 'detached' });

  await goTo(page, '/figures?new=1');
  const form = page.getByRole('dialog', { name: 'New indicator' });
  await form.getByLabel('Name').first().fill('Site audits');
  await form.getByRole('button', { name: 'Add indicator' }).click();
  await form.waitFor({ state: 'detached' });
  await settled(page);
  const before = (await figures()).length;
  const row = page.getByRole('row').filter({ hasText: 'Site audits' });
  await row.getByRole('gridcell').nth(3).click();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await stored(before + 1);
  await row.getByRole('gridcell').nth(3).click({ button: 'right' });
  await menu.click();
  await dialog.getByText('Site audits: 1 figure').waitFor();
  await dialog.getByRole('button', { name: 'Remove 1 row' }).click();
  await stored(before);
  await row.waitFor({ state: 'detached' });
  await settled(page);
  await page.keyboard.press('Control+Z');
  await stored(before + 1);
  await row.waitFor();
});
