/**
 * A target for a monitored theme (story 2 of the design): set in the decision with three clicks; a year later one cell is
 * typed, and the decision, the board page and the Word report say that it is met.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cost, Hand } from './counted.ts';
import { savedFile, wordsOf } from './files.ts';
import {
  goTo,
  type Hearken,
  openSample,
  PATIENCE,
  setLanguage,
  settled,
  startApp,
  workspaceState,
} from './harness.ts';

const INDICATOR = 'People who completed the online training on human rights';

let folder: string;
let hearken: Hearken;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-targets-'));
  hearken = await startApp({ saveDir: folder, env: { HEARKEN_E2E: '1' } });
  await setLanguage(hearken, 'en');
  await openSample(hearken.page);
});

afterAll(async () => {
  expect(hearken?.pageErrors).toEqual([]);
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** The theme whose decision follows no indicator of people trained yet. */
const THEME = 'Labour in global supply chains';

test('a target is set in three clicks', async () => {
  const { page } = hearken;
  const hand = new Hand(page);
  await hand.click(page.locator('nav a[href^="#/decisions"]').first());
  await hand.click(page.getByTestId('decisions').first().getByRole('button', { name: THEME, exact: true }));
  const form = page.getByRole('dialog');
  await hand.click(form.getByLabel('Indicator', { exact: true }));
  await hand.type(INDICATOR);
  await hand.press('Tab');
  await hand.type('>= 22,000 FY2021');
  await hand.press('Enter');
  const status = form.getByTestId('measure-status').filter({ hasText: '22,000' });
  await status.waitFor();
  // Its year is over, and nobody has counted it.
  expect(await status.textContent()).toMatch(/FY2021: ≥ 22,000.*no figure/);
  expect(hand.cost satisfies Cost).toMatchObject({ clicks: 3, keys: 2 });
  const { figures, decisions, indicators, themes } = await workspaceState(page);
  const id = indicators.find(({ name }) => name.en === INDICATOR)?.id ?? '';
  expect(figures.filter(({ role }) => role === 'target')).toMatchObject([
    { indicatorId: id, compare: '>=', value: 22000, period: { fiscalYear: 2020, quarter: null } },
  ]);
  const themeId = themes.find(({ name }) => name.en === THEME)?.id;
  const own = decisions.filter(
    ({ subject, indicatorIds }) => subject.id === themeId && indicatorIds.includes(id),
  );
  expect(own).toHaveLength(1);
});

/** How a theme or issue stands in the table of decisions. */
const standing = (name: string) =>
  hearken.page.getByTestId('decisions').locator('tr', { hasText: name }).getByTestId('standing').first();

test('a year later one typed cell makes the decision say met', async () => {
  const { page } = hearken;
  await goTo(page, '/figures');
  await page.getByLabel('Filter indicators').fill(INDICATOR);
  await settled(page);
  const column = await page
    .getByRole('columnheader', { name: 'FY2021', exact: true })
    .getAttribute('aria-colindex');
  const row = page.getByRole('row').filter({ hasText: INDICATOR }).filter({ hasText: '20,936' });
  await row.locator(`[aria-colindex="${column}"]`).click();
  await page.keyboard.type('23,000');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await workspaceState(page)).figures.filter(({ value }) => value === 23000).length, {
      timeout: PATIENCE,
    })
    .toBe(1);
  const { rounds } = await workspaceState(page);
  await goTo(page, `/decisions/${rounds[0]?.id}`);
  // Its other measure has a target in words alone: the worst is told.
  await standing(THEME).waitFor();
  expect(await standing(THEME).getAttribute('data-status')).toBe('no-target');
  expect(await standing('New technologies and human rights').getAttribute('data-status')).toBe('met');
});

test('the board page says it, with the figures drawn', async () => {
  const { page } = hearken;
  const { rounds } = await workspaceState(page);
  await goTo(page, `/reports/board/${rounds[0]?.id}`);
  const words = () => page.locator('main').evaluate((main) => main.innerHTML);
  await expect
    .poll(words, { timeout: PATIENCE })
    .toMatch(/New technologies and human rights[^.]*: met\. People who completed[^;]*23,000 people/);
  expect(await words()).toMatch(/target FY2021 ≥ 22,000/);
});

test('and so does Word', async () => {
  const { page } = hearken;
  await goTo(page, '/reports?kind=materiality');
  await page.getByTestId('report-create').click();
  const words = wordsOf(await savedFile(folder, '.docx'));
  expect(words).toMatch(/target: ≥ 22,000, FY2021 – met/);
});
