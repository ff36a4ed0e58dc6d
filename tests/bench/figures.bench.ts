/**
 * The table of figures: a pasted table of 500 rows and 20 years as it is previewed, and 50,000 figures in the window, from
 * asking for them to the first cells, scrolled through, and from a typed number to the number that is shown; each beside a
 * grid of the library alone with the same rows.
 */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { guessMapping } from '#shared/figure-table/mapping.ts';
import { Standing } from '#shared/figure-table/offers.ts';
import type { RowTarget } from '#shared/figure-table/paste-context.ts';
import { proposalOf, rowLabels } from '#shared/figure-table/proposal.ts';
import { rowFinder } from '#shared/figure-table/row-finder.ts';
import { RowMaker } from '#shared/figure-table/rows.ts';
import { newId } from '#shared/model/basics.ts';
import { OFFICE_CITED } from '#shared/model/figures-of-values.ts';
import { readClipboard } from '#shared/pasted/read.ts';
import { createWorkspace, goTo, settled, startApp } from '../e2e/harness.ts';
import type * as BareGrid from './bare-grid.tsx';
import { type Bench, type Figure, median, timed } from './frame.ts';
import { FIRST_YEAR, fillFigures, INDICATORS, made, YEARS } from './many-figures.ts';
import { watchFrames } from './window.ts';

const PASTED = 500;
const RUNS = 5;

type BareDoor = Window & { bare: typeof BareGrid };

/** What a pasted table of so many rows and years would bring into a workspace that holds the first half of it. */
async function preview(): Promise<Figure[]> {
  const { indicators, figures } = made();
  const names = indicators.slice(0, PASTED);
  const ids = new Set<string>(names.slice(0, PASTED / 2).map(({ id }) => id));
  const state = {
    ...{
      indicators: indicators.filter(({ id }) => ids.has(id)),
      organisations: [],
      arrangements: [],
      sources: [],
    },
    figures: figures.filter(({ indicatorId }) => ids.has(indicatorId)),
  };
  const heads = Array.from({ length: YEARS }, (_one, year) => `FY${FIRST_YEAR + year}`);
  const text = [
    ['', ...heads],
    ...names.map(({ name }, index) => [name.en, ...heads.map((_head, year) => `${index + 1},${100 + year}`)]),
  ]
    .map((row) => row.join('\t'))
    .join('\n');
  const rows = new RowMaker().rowsOf(state);
  const convention = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;
  const reading = await timed(RUNS, () => readClipboard({ text, html: '' }));
  const table = readClipboard({ text, html: '' });
  if (typeof table === 'string') throw new Error(table);
  const proposing = await timed(RUNS, () => {
    const mapping = guessMapping(table, convention);
    const find = rowFinder(rows);
    const targets = rowLabels(table, mapping).map((label): RowTarget => {
      const { indicatorId = newId(), via = null, cell = {} } = find(label) ?? {};
      return { place: { indicatorId, via, cell, role: 'actual' }, isNew: false };
    });
    const context = {
      ...{ convention, standing: new Standing(state.figures), organisations: new Map() },
      indicators: new Map(state.indicators.map((one) => [one.id, one])),
    };
    proposalOf(table, mapping, targets, { cited: OFFICE_CITED, of: null, dash: null }, context);
  });
  return [
    { what: `paste of ${PASTED} × ${YEARS}: read, median`, value: median(reading), unit: 'ms' },
    {
      what: `paste of ${PASTED} × ${YEARS}: proposed cell by cell, median`,
      value: median(proposing),
      unit: 'ms',
    },
  ];
}

/** The library's grid alone, as a script for the window. */
async function bareGrid(): Promise<string> {
  const built = await build({
    ...{ configFile: false, logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' } },
    build: {
      write: false,
      lib: { entry: path.join(import.meta.dirname, 'bare-grid.tsx'), formats: ['iife'], name: 'bareGrid' },
    },
  });
  const [{ output }] = built as unknown as [{ output: readonly { readonly code?: string }[] }];
  return `${output[0]?.code}; window.bare = bareGrid; null`;
}

/** Does something and waits until what is looked for is on the screen. @returns the milliseconds */
function untilPainted(page: Page, begin: Begin, sought: string, least: number): Promise<number> {
  return page.evaluate(
    ([act, selector, count]) =>
      new Promise<number>((answer) => {
        const bare = (window as unknown as BareDoor).bare;
        const began = performance.now();
        const look = () => {
          if (document.querySelectorAll(selector).length < count) requestAnimationFrame(look);
          else
            requestAnimationFrame(() => {
              // After the frame was handed over to be painted.
              const channel = new MessageChannel();
              channel.port1.onmessage = () => answer(performance.now() - began);
              channel.port2.postMessage(null);
            });
        };
        if ('click' in act) document.querySelector<HTMLElement>(act.click)?.click();
        else if ('press' in act)
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: act.press, bubbles: true }),
          );
        else if ('edit' in act) bare.edit(0, '2004', act.edit);
        else
          bare.show(
            Array.from({ length: act.rows }, (_one, row) => ({
              id: row,
              name: `Indicator ${row}`,
              ...Object.fromEntries(act.keys.map((key, year) => [key, (row * 31 + year * 17) % 9_000])),
            })),
            ['name', ...act.keys],
          );
        look();
      }),
    [begin, sought, least] as const,
  );
}

type Begin =
  | { readonly click: string }
  | { readonly press: string }
  | { readonly edit: number }
  | { readonly rows: number; readonly keys: readonly string[] };

/** The longest frame while the grid is scrolled through sixty screens. */
async function scrolled(page: Page, grid: string, take: () => Promise<number>): Promise<number> {
  await take();
  await page.evaluate(async (selector) => {
    const box = document.querySelector(selector);
    for (let step = 0; step < 60; step += 1) {
      box?.scrollBy(0, 460);
      await new Promise(requestAnimationFrame);
    }
    box?.scrollTo(0, 0);
    await new Promise(requestAnimationFrame);
  }, grid);
  return take();
}

const APP = 'main [role="grid"]';
const BARE = '[aria-label="bare"]';
const CELLS = '[role="gridcell"]';
const YEAR_KEYS = Array.from({ length: YEARS }, (_one, year) => String(FIRST_YEAR + year));

const TO_FIGURES = { click: 'nav a[href="#/figures"]' } as const;

/** The window opened anew. @returns the milliseconds to the first cells */
async function opened(page: Page, pause: boolean): Promise<number> {
  await goTo(page, '/settings');
  await page.reload();
  await page.locator(TO_FIGURES.click).waitFor();
  await page.evaluate('window.__name = (named) => named');
  if (pause) {
    await settled(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 5_000)));
  }
  return untilPainted(page, TO_FIGURES, `${APP} ${CELLS}`, 50);
}

async function inWindow(): Promise<Figure[]> {
  const { page, close } = await startApp({ env: { HEARKEN_E2E: '1' } });
  try {
    await createWorkspace(page, 'Bench', 'Company', 'Bench');
    // What compiles this file marks functions by a helper that the window does not have.
    await page.evaluate('window.__name = (named) => named');
    await fillFigures(page, made());
    const cold = await opened(page, false);
    const ahead = await opened(page, true);
    // What compiles this file marks functions by a helper that the window does not have.
    await page.evaluate('window.__name = (named) => named');
    await page.evaluate(await bareGrid());
    const take = await watchFrames(page);
    const times = {
      app: [0],
      bare: [0],
      appScroll: [0],
      bareScroll: [0],
      seen: [0],
      edit: [0],
      bareEdit: [0],
    };
    for (const list of Object.values(times)) list.pop();
    for (let run = 0; run <= RUNS; run += 1) {
      await goTo(page, '/settings');
      times.app.push(await untilPainted(page, TO_FIGURES, `${APP} ${CELLS}`, 50));
      await settled(page);
      times.appScroll.push(await scrolled(page, APP, take));
      await settled(page);
      const value = String(90_001 + run);
      await page.locator(`${APP} [role="row"][aria-rowindex="2"] ${CELLS}[aria-colindex="6"]`).click();
      await page.keyboard.type(value);
      const shown = `${APP} ${CELLS} [data-value="${value}"]`;
      times.seen.push(await untilPainted(page, { press: 'Enter' }, `${APP} [data-testid="cell-taken"]`, 1));
      await page.locator(shown).waitFor();
      await page.locator(`${APP} [role="row"][aria-rowindex="3"] ${CELLS}[aria-colindex="6"]`).click();
      await page.keyboard.type(`${value}0`);
      const stored = `${APP} ${CELLS} [data-value="${value}0"]`;
      times.edit.push(await untilPainted(page, { press: 'Enter' }, stored, 1));

      times.bare.push(
        await untilPainted(page, { rows: INDICATORS, keys: YEAR_KEYS }, `${BARE} ${CELLS}`, 50),
      );
      times.bareScroll.push(await scrolled(page, BARE, take));
      times.bareEdit.push(
        await untilPainted(page, { edit: 90_001 + run }, `${BARE} [data-value="${90_001 + run}"]`, 1),
      );
      await page.evaluate(() => (window as unknown as BareDoor).bare.hide());
    }
    const beside = (what: string, mine: readonly number[], bare: readonly number[]): Figure => ({
      ...{ what, value: median(mine), unit: 'ms' },
      against: { what: 'the library’s grid alone', value: median(bare) },
    });
    return [
      { what: 'first cells, asked for as soon as the workspace is open', value: cold, unit: 'ms' },
      { what: 'first cells, the first time, asked for after a pause', value: ahead, unit: 'ms' },
      beside('first cells, later, median', times.app, times.bare),
      beside('longest frame of scrolling, median', times.appScroll, times.bareScroll),
      beside('from Enter to what was typed shown in its cell, median', times.seen, times.bareEdit),
      beside('from Enter to the number stored and read again, median', times.edit, times.bareEdit),
    ];
  } finally {
    await close();
  }
}

export const bench: Bench = {
  title: `Figures (${INDICATORS * YEARS} in ${INDICATORS} rows)`,
  run: async () => [...(await preview()), ...(await inWindow())],
};
