/**
 * Suppliers through the window: a list is imported from an Excel workbook, row by row an offer and in one step of undo; a
 * supplier's issues and factors are said; planning with another one than the next asks why, and is undone.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SUPPLIER_LIST, supplierWorkbook } from '../fixtures/supplier-list.ts';
import { prepareAxe, violations } from './axe.ts';
import { goTo, type Hearken, openSample, setLanguage, settled, startApp, workspaceState } from './harness.ts';

let folder: string;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-suppliers-'));
  const file = path.join(folder, 'suppliers.xlsx');
  await writeFile(file, supplierWorkbook([...SUPPLIER_LIST]));
  hearken = await startApp({ openFiles: [file], saveDir: folder, env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await openSample(page, '/suppliers');
  await prepareAxe(page);
});

afterAll(async () => {
  expect(hearken?.pageErrors).toEqual([]);
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const suppliers = async () =>
  (await workspaceState(page)).organisations.filter(({ kind }) => kind === 'supplier');
const row = (name: string) => page.getByTestId('supplier-row').filter({ hasText: name });
/** Escape leaves a field first, then closes what the field stands in. */
const closeDialog = async () => {
  while (await page.getByRole('dialog').isVisible()) {
    await page.keyboard.press('Escape');
    await settled(page);
  }
};
const undo = async () => {
  await page.getByTestId('suppliers').or(page.locator('main')).first().focus();
  await page.keyboard.press('Control+Z');
};

test('a workbook is looked at row by row, and comes in as one step', async () => {
  await page.getByRole('button', { name: 'Import list…' }).first().click();
  await page.getByRole('button', { name: 'Choose file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a list of suppliers' });
  await dialog.getByText('To decide (1)').waitFor();
  for (const group of ['New (6)', 'Left out (5)']) await dialog.getByText(group).waitFor();
  expect(await dialog.getByLabel('Supplier', { exact: true }).inputValue()).toBe('name');
  expect(await dialog.getByLabel('Region risk').inputValue()).toBe('region');
  await dialog.getByText('May be the same supplier as in row 7.').waitFor();
  expect(await violations(page)).toEqual([]);

  await dialog.getByLabel('What to do with row 9').selectOption('join');
  await dialog.getByLabel('What this list is').fill('Purchasing list 2023');
  await dialog.getByText('New (6)').click();
  await dialog.getByText('neither raised, not raised nor unknown').waitFor();
  await dialog.getByTestId('suppliers-bring-in').click();
  await dialog.waitFor({ state: 'hidden' });
  await row('Kestrel Smelting Ltd').waitFor();
  const stored = await suppliers();
  expect(stored).toHaveLength(6);
  const kestrel = stored.find(({ name }) => name.en === 'Kestrel Smelting Ltd');
  expect(kestrel).toMatchObject({
    aliases: ['Kestrel Smelting Limited'],
    products: ['Cobalt', 'Copper'],
    amount: { value: 42, unit: '百万円' },
  });
  expect(kestrel?.factors).toHaveLength(4);
  expect(kestrel?.factors[0]?.cited?.sourceId).toBeTruthy();

  await undo();
  await page.getByText('No suppliers yet').waitFor();
  expect(await suppliers()).toEqual([]);
  await page.keyboard.press('Control+Shift+Z');
  await row('Kestrel Smelting Ltd').waitFor();
});

test('the same file brings nothing new, and overwrites nothing', async () => {
  const before = await suppliers();
  await page.getByRole('button', { name: 'Import list…' }).first().click();
  await page.getByRole('button', { name: 'Choose file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a list of suppliers' });
  await dialog.getByText('Unchanged (6)').waitFor();
  expect(await dialog.getByTestId('suppliers-bring-in').isDisabled()).toBe(true);
  await closeDialog();
  expect(await suppliers()).toEqual(before);
});

test('degree of harm comes first, and planning with another asks why', async () => {
  await row('Lumbung Rubber').click();
  await page.getByRole('button', { name: 'Add issue' }).click();
  const picker = page.locator('[role=combobox]:focus');
  await picker.fill('forced');
  await page
    .getByRole('option', { name: /Forced labour/ })
    .first()
    .waitFor();
  await picker.press('Enter');
  await page.getByRole('radio', { name: 'happening' }).waitFor({ state: 'attached' });
  await page.getByText('happening', { exact: true }).click();
  await page
    .getByTestId('supplier-standing')
    .getByText(/happening/)
    .waitFor();
  expect(await violations(page)).toEqual([]);

  await goTo(page, '/suppliers');
  await page.getByTestId('supplier-row').first().getByText('Lumbung Rubber').waitFor();
  await row('Meridian Freight').click({ button: 'right' });
  await page.getByTestId('supplier-menu').getByText('Plan…').click();
  const dialog = page.getByRole('dialog', { name: 'Plan with 1 supplier' });
  await dialog.getByText('Next in the order: Lumbung Rubber').waitFor();
  const plan = dialog.getByRole('button', { name: 'Plan', exact: true });
  expect(await plan.isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('Why this supplier first?').fill('Workers there asked for it');
  await plan.click();
  await dialog.waitFor({ state: 'hidden' });
  const planned = async () =>
    (await workspaceState(page)).entries.filter(({ kind, phase }) => kind === 'visit' && phase === 'planned');
  expect(await planned()).toMatchObject([{ kind: 'visit', why: 'Workers there asked for it' }]);

  await row('Lumbung Rubber').click({ button: 'right' });
  await page.getByTestId('supplier-menu').getByText('Plan…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Plan', exact: true }).waitFor();
  expect(await page.getByTestId('passed-over').count()).toBe(0);
  await closeDialog();

  await row('Meridian Freight').click();
  await page.getByTestId('entry-why').getByText('Workers there asked for it').waitFor();
  await goTo(page, '/suppliers');
  await undo();
  await row('Meridian Freight').getByText('Planned').waitFor({ state: 'hidden' });
  expect(await planned()).toEqual([]);
});

test('the table is walked, selected and narrowed by keyboard; coverage names each whole', async () => {
  const table = page.getByTestId('suppliers');
  await table.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowUp');
  await page.getByTestId('suppliers-chosen').getByText('2 selected').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('suppliers-chosen').waitFor({ state: 'hidden' });
  await page.getByPlaceholder('Name, country, sector, product').fill('zambia');
  await page.getByText('1 of 6 suppliers').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove filters' }).click();
  await goTo(page, '/suppliers/coverage');
  await page.getByTestId('supplier-coverage').getByText('0 of 3').first().waitFor();
  await settled(page);
  expect(await violations(page)).toEqual([]);
});
