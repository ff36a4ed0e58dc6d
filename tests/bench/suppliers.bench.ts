/**
 * 20,000 suppliers: putting them in order and narrowing them, each against walking the rows once; then in the real app, the
 * view from asking for it, scrolling, typing into the filter, and the preview of an import, with the longest frame meanwhile,
 * against a bare virtualised table of as many rows.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { newId } from '#shared/model/basics.ts';
import { contactsOf } from '#shared/suppliers/contacts.ts';
import { coverageOf } from '#shared/suppliers/coverage.ts';
import { guessListMapping } from '#shared/suppliers/list/mapping.ts';
import { offersOf } from '#shared/suppliers/list/offers.ts';
import { readSupplierList } from '#shared/suppliers/list/read-list.ts';
import { filteredRows, NO_SUPPLIER_FILTER, sortedRows, supplierRows } from '#shared/suppliers/rows.ts';
import { goTo, openSample, setLanguage, settled, startApp } from '../e2e/harness.ts';
import { type ListRow, supplierWorkbook } from '../fixtures/supplier-list.ts';
import { type Bench, type Figure, median, timed } from './frame.ts';
import { COUNT, fillSuppliers, madeSuppliers } from './many-suppliers.ts';
import { watchFrames } from './window.ts';

const RUNS = 5;

function madeList(): Uint8Array {
  const rows: ListRow[] = [
    [
      'Code',
      'Supplier',
      'Country',
      'Sector',
      'Product',
      'Country risk',
      'Sector risk',
      'Company risk',
      'Product risk',
      'Spend (JPY million)',
    ],
  ];
  for (let at = 0; at < COUNT; at++)
    rows.push([
      at,
      `Supplier ${at} Co., Ltd.`,
      'Japan',
      'Electronics',
      'Connectors; wire',
      'high',
      'low',
      '',
      'unknown',
      at,
    ]);
  return supplierWorkbook(rows);
}

async function pure(): Promise<Figure[]> {
  const issueIds = Array.from({ length: 20 }, newId);
  const severities = new Map(issueIds.map((id, at) => [id, 1 + (at % 5)]));
  const { suppliers, entries } = madeSuppliers(issueIds);
  const severityOf = (id: string) => severities.get(id);
  const walked = await timed(RUNS, () => suppliers.map(({ id, name }) => [id, name.en]));
  const against = { what: 'walking the rows once', value: median(walked) };
  const now = { language: 'en', today: '2024-05-01' } as const;
  const contacts = contactsOf(entries);
  const rows = supplierRows(suppliers, contacts, severityOf, now);
  const table = readSupplierList({ name: 'list.xlsx', bytes: madeList() });
  const mapping = guessListMapping(table);
  const acts: readonly (readonly [string, () => unknown])[] = [
    ['contacts by supplier', () => contactsOf(entries)],
    ['suggested order', () => supplierRows(suppliers, contacts, severityOf, now)],
    ['narrowed by words', () => filteredRows(rows, { ...NO_SUPPLIER_FILTER, text: 'zambia' })],
    ['sorted by name', () => sortedRows(rows, { column: 'name', down: true }, 'en')],
    ['coverage', () => coverageOf(suppliers, contacts)],
    ['offers of a list, beside as many suppliers', () => offersOf(table, mapping, suppliers)],
  ];
  const figures: Figure[] = [];
  for (const [what, act] of acts)
    figures.push({ what, value: median(await timed(RUNS, act)), unit: 'ms', against });
  return figures;
}

/** A table of plain rows drawn as far as it is seen: what any such view costs here. */
async function bareTable(page: Page, take: () => Promise<number>): Promise<number> {
  await page.evaluate((count) => {
    const frame = document.createElement('div');
    frame.id = 'bare';
    frame.style.cssText = 'position:fixed;inset:60px;overflow:auto;z-index:9999;background:#fff';
    const inner = document.createElement('div');
    inner.style.cssText = `position:relative;height:${count * 48}px`;
    frame.append(inner);
    const draw = () => {
      const first = Math.floor(frame.scrollTop / 48);
      inner.replaceChildren(
        ...Array.from({ length: 20 }, (_none, at) => {
          const row = document.createElement('div');
          row.style.cssText = `position:absolute;top:${(first + at) * 48}px;height:48px;display:flex;gap:20px`;
          for (let cell = 0; cell < 12; cell++) row.append(`cell ${first + at} ${cell} `);
          return row;
        }),
      );
    };
    frame.addEventListener('scroll', draw);
    document.body.append(frame);
    draw();
  }, COUNT);
  await take();
  await scroll(page, '#bare');
  const longest = await take();
  await page.evaluate(() => document.querySelector('#bare')?.remove());
  return longest;
}

/** Sixty steps of a wheel, one a frame. */
async function scroll(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    (where) =>
      new Promise<void>((done) => {
        let steps = 60;
        const step = () => {
          document.querySelector(where)?.scrollBy(0, 400);
          steps -= 1;
          if (steps > 0) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame(step);
      }),
    selector,
  );
}

async function inWindow(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearken-suppliers-'));
  const file = path.join(folder, 'list.xlsx');
  await writeFile(file, madeList());
  const { app, page, close, ...rest } = await startApp({ openFiles: [file], env: { HEARKEN_E2E: '1' } });
  try {
    await setLanguage({ app, page, close, ...rest }, 'en');
    await openSample(page, '/home');
    await page.evaluate('window.__name = (named) => named');
    await fillSuppliers(page);
    const take = await watchFrames(page);
    const bare = await bareTable(page, take);
    const against = { what: 'a bare virtualised table', value: bare };
    const opened: number[] = [];
    const again: number[] = [];
    for (let turn = 0; turn <= RUNS; turn += 1) {
      await goTo(page, '/settings');
      await take();
      const began = performance.now();
      await page.locator('nav a[href="#/suppliers"]').click();
      await page.getByTestId('supplier-row').first().waitFor();
      opened.push(performance.now() - began);
      again.push(await take());
    }
    const scrolled: number[] = [];
    const typed: number[] = [];
    for (let turn = 0; turn < RUNS; turn += 1) {
      await page.evaluate(() => document.querySelector('[data-testid="suppliers-frame"]')?.scrollTo(0, 0));
      await settled(page);
      await take();
      await scroll(page, '[data-testid="suppliers-frame"]');
      scrolled.push(await take());
      const field = page.getByPlaceholder('Name, country, sector, product');
      await take();
      await field.pressSequentially('zambia', { delay: 60 });
      await page.getByText(`of ${COUNT.toLocaleString('en')} suppliers`).waitFor();
      typed.push(await take());
      await field.fill('');
      await settled(page);
    }
    await take();
    const began = performance.now();
    await page.getByRole('button', { name: 'Import list…' }).click();
    await page.getByRole('button', { name: 'Choose file…' }).click();
    await page.getByTestId('supplier-outcome').first().waitFor();
    const preview = performance.now() - began;
    const previewFrame = await take();
    return [
      { what: 'to the first rows, median', value: median(opened.slice(1)), unit: 'ms' },
      { what: 'longest frame while it opens, median', value: median(again.slice(1)), unit: 'ms', against },
      { what: 'longest frame while scrolling, median', value: median(scrolled), unit: 'ms', against },
      { what: 'longest frame while typing a filter, median', value: median(typed), unit: 'ms', against },
      { what: 'import: to the preview of 20,000 rows', value: preview, unit: 'ms' },
      { what: 'import: longest frame meanwhile', value: previewFrame, unit: 'ms', against },
    ];
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export const bench: Bench = {
  title: `Suppliers (${COUNT.toLocaleString('en')})`,
  run: async () => [...(await pure()), ...(await inWindow())],
};
