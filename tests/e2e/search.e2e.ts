/**
 * Search in the sample with a second dialogue beside it: results by dialogue, other names and other spellings of what
 * was typed, narrowing down, the keyboard's way to the words and back, many hits coded at once, and saved searches
 * over a restart.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { goTo, type Hearken, openSample, setLanguage, settled, startApp, storeImport } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TRANSCRIPT = path.join(ROOT, 'tests', 'fixtures', 'transcripts', 'water-dialogue.txt');
const WATER = 'Water, Work and Wells: a Dialogue';
const PROCUREMENT = 'Human rights in procurement: three experts advise';

let folder: string;
let hearken: Hearken;
let page: Page;

async function start(): Promise<void> {
  hearken = await startApp({ userDataDir: path.join(folder, 'profile'), openFiles: [TRANSCRIPT] });
  page = hearken.page;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-search-'));
  await start();
  await openSample(page);
  await setLanguage(hearken, 'en');
  await page.keyboard.press('Control+I');
  await storeImport(page);
  await page.getByTestId('desk').waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-search-failure.png') });
});

afterAll(async () => {
  expect(hearken?.pageErrors).toEqual([]);
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const field = () => page.getByRole('combobox', { name: 'Words from turns, advice, issues and people' });
const hits = () => page.getByTestId('hit');
const group = (title: string) => page.getByTestId('hit-group').filter({ hasText: title });
const marks = (inside: Locator) => inside.locator('mark').allTextContents();
const found = () => page.getByTestId('found').textContent();

/** Types a question over the one before and waits for its answer. */
async function ask(query: string): Promise<void> {
  await goTo(page, '/search');
  await field().fill(query);
  await expect.poll(() => page.url()).toContain(`q=${encodeURIComponent(query).replaceAll('%20', '+')}`);
  await settled(page);
}

test('what is typed is found while it is typed, by dialogue, and marked', async () => {
  await goTo(page, '/search');
  await page.getByText('Find who said what').waitFor();
  await field().pressSequentially('recruit');
  await group(WATER).getByTestId('hit').first().waitFor();
  await expect.poll(() => marks(group(WATER))).toContain('recruitment');
  expect(await found()).toMatch(/^\d+ turns? in 1 dialogue$/);
  await field().fill('workers');
  await expect.poll(() => page.getByTestId('hit-group').count()).toBe(2);
  expect(await found()).toContain('in 2 dialogues');

  // A group folds; the list without groups names the dialogue in each row.
  const before = await hits().count();
  await group(WATER).getByRole('button', { name: WATER }).click();
  await expect.poll(() => hits().count()).toBeLessThan(before);
  await page.getByRole('button', { name: 'Group by dialogue' }).click();
  await expect.poll(() => page.getByTestId('hit-group').count()).toBe(0);
  expect(await hits().filter({ hasText: WATER }).count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Group by dialogue' }).click();
  await group(PROCUREMENT).waitFor();
});

test('a Japanese name of an issue finds what was said of it in English, until synonyms are switched off', async () => {
  await ask('強制労働');
  await group(WATER).getByTestId('hit').first().waitFor();
  expect((await marks(group(WATER))).map((mark) => mark.toLowerCase())).toContain('recruitment fees');
  const also = page.getByTestId('also');
  expect((await also.textContent())?.toLowerCase()).toContain('recruitment fees');
  const said = await group(WATER).getByTestId('hit').count();

  await also.getByRole('switch', { name: 'Synonyms' }).click();
  await also.getByText('Only the words as typed').waitFor();
  await expect
    .poll(async () => (await marks(group(WATER))).map((mark) => mark.toLowerCase()))
    .not.toContain('recruitment fees');
  // It is how the person likes it, from question to question.
  await ask('workers');
  await also.getByText('Only the words as typed').waitFor();
  await also.getByRole('switch', { name: 'Synonyms' }).click();
  await ask('強制労働');
  await expect.poll(() => group(WATER).getByTestId('hit').count()).toBe(said);
});

test('facets narrow what is found, are told above it, and are gone back from', async () => {
  await ask('workers');
  const all = await found();
  const facets = page.getByRole('complementary', { name: 'Filters' });
  const dialogues = facets.getByRole('region', { name: 'Dialogue' });
  const water = dialogues.getByRole('checkbox', { name: new RegExp(`^${WATER}`) });
  const procurement = dialogues.getByRole('checkbox', { name: new RegExp(`^${PROCUREMENT}`) });
  await water.check();
  await expect.poll(() => page.getByTestId('hit-group').count()).toBe(1);
  expect(await found()).not.toBe(all);
  // The other dialogue can still be added.
  await procurement.check();
  await expect.poll(found).toBe(all);
  await procurement.uncheck();

  const chosen = page.getByTestId('chosen');
  await chosen.getByText(`Dialogue: ${WATER}`).waitFor();
  await facets
    .getByRole('region', { name: 'Speaker' })
    .getByRole('checkbox', { name: /^Keiko Sato/ })
    .check();
  await chosen.getByText('Speaker: Keiko Sato').waitFor();
  await expect
    .poll(async () => (await hits().allTextContents()).every((text) => text.includes('Keiko Sato')))
    .toBe(true);

  await page.goBack();
  await expect.poll(() => chosen.getByText('Speaker: Keiko Sato').count()).toBe(0);
  await chosen.getByRole('button', { name: `Remove “Dialogue: ${WATER}”` }).click();
  await expect.poll(found).toBe(all);
});

test('a slip of the finger is corrected and said so, and can be insisted on', async () => {
  await ask('recrutment');
  const note = page.getByTestId('corrected');
  await note.getByText('Nothing for “recrutment”; showing “recruitment”.').waitFor();
  expect(await marks(group(WATER))).toContain('recruitment');
  await note.getByRole('button', { name: 'Search exactly “recrutment”' }).click();
  await page.getByRole('heading', { name: 'No matches' }).waitFor();
  expect(await field().inputValue()).toBe('"recrutment"');
});

test('where nothing is found, what narrows it to nothing can be dropped', async () => {
  await ask('crowdworkers');
  await group(PROCUREMENT).waitFor();
  const total = await found();
  await page
    .getByRole('region', { name: 'Dialogue' })
    .getByRole('checkbox', { name: new RegExp(`^${PROCUREMENT}`) })
    .check();
  await page.getByTestId('chosen').waitFor();
  await field().fill('Vietnamese');
  await page.getByRole('heading', { name: 'No matches' }).waitFor();
  await page.getByText('Nothing within the current filters contains “Vietnamese”.').waitFor();
  await page.getByRole('button', { name: /results? without “Dialogue”/ }).click();
  await group(WATER).waitFor();
  await ask('crowdworkers');
  await expect.poll(found).toBe(total);
});

test('a page of text is a query too: it is shortened, and said so', async () => {
  await ask('wells');
  await field().fill('the people who walk to the wells '.repeat(320));
  await page.getByTestId('bounded').waitFor();
  await group(WATER).waitFor();
  await field().fill('*');
  await settled(page);
  await field().fill('wells');
  await group(WATER).waitFor();
});

test('the keyboard leads to the words and back to where one was', async () => {
  await goTo(page, '/dialogues');
  await page.locator('#content').focus();
  await page.keyboard.press('/');
  await expect.poll(() => field().evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.type('grievance desk');
  await group(WATER).waitFor();
  const active = page.locator('[data-testid="hit"][data-active]');
  while (!(await active.textContent())?.includes('grievance desk')) await page.keyboard.press('ArrowDown');
  const row = await active.getAttribute('id');
  await page.keyboard.press('Enter');
  await page.locator('[data-turn-row]', { hasText: 'grievance desk' }).waitFor();
  // The reader marks what was asked for, and leads to the next.
  await page.locator('[data-turn] [data-kind~="hit"]', { hasText: 'grievance desk' }).first().waitFor();
  await page.getByTestId('find-bar').getByRole('textbox').waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => field().inputValue()).toBe('grievance desk');
  await expect
    .poll(async () => (await active.getAttribute('id'))?.split('-').at(-1))
    .toBe(row?.split('-').at(-1));
  await field().focus();
  await page.keyboard.press('Escape');
  await page.getByText('Find who said what').waitFor();
});

test('hits are ticked, and handed on to be coded together', async () => {
  await ask('hotline');
  await group(WATER).waitFor();
  await page.getByRole('grid', { name: 'Results' }).focus();
  await page.keyboard.press('Control+a');
  await page
    .getByRole('button', { name: /^Code (the selected turn|\d+ selected turns)…$/ })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Code all of these…' }).click();
  const dialog = page.getByTestId('code-all');
  await expect.poll(() => dialog.getByTestId('code-all-place').count()).toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('a search is kept under a name, over a restart, and can be renamed and taken away', async () => {
  await ask('workers');
  await page
    .getByRole('region', { name: 'Dialogue' })
    .getByRole('checkbox', { name: new RegExp(`^${WATER}`) })
    .check();
  await page.getByTestId('chosen').waitFor();
  // What was found before the choice may stand there a moment longer.
  await expect.poll(found).toMatch(/ in 1 dialogue$/);
  const kept = await found();
  await page.getByRole('button', { name: 'Save search' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Workers at the wells');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Saved searches (1)' }).waitFor();

  await hearken.close();
  await start();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  await goTo(page, '/search?');
  await field().fill('');
  const saved = page.getByTestId('saved-searches');
  const row = saved.getByRole('button', { name: /^Workers at the wells/ });
  await row.waitFor();
  await expect.poll(() => row.textContent()).toMatch(/\d+ results?/);
  await row.click();
  await expect.poll(found).toBe(kept);
  await page.getByTestId('chosen').getByText(`Dialogue: ${WATER}`).waitFor();

  await field().focus();
  await page.keyboard.press('Escape');
  await saved.getByRole('button', { name: 'Rename “Workers at the wells”…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Wells');
  await page.keyboard.press('Enter');
  await saved.getByRole('button', { name: 'Delete “Wells”' }).click();
  await saved.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await saved.getByRole('button', { name: /^Wells/ }).waitFor();
});
