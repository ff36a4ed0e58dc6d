/**
 * The main job once through, as the office does it: a dialogue's text in, advice out of it, a rating, the matrix, a
 * decision, the Word documents, and every step back to the sentence that it rests on.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pngChunks } from '../fixtures/png.ts';
import { lintDocx } from '../unit/report/docx-lint.ts';
import { savedFile, wordsOf } from './files.ts';
import {
  chooseInMenu,
  createWorkspace,
  goTo,
  type Hearken,
  setLanguage,
  settled,
  startApp,
  storeImport,
} from './harness.ts';
import { rateAs } from './rate-as.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TRANSCRIPT = path.join(ROOT, 'tests', 'fixtures', 'transcripts', 'water-dialogue.txt');
const WELLS = 'Begin with the people who walk to the wells.';
const DEBT = 'Workers who arrive in debt cannot refuse overtime';

let folder: string;
let saveDir: string;
let hearken: Hearken;
let page: Page;

async function start(): Promise<void> {
  hearken = await startApp({
    userDataDir: path.join(folder, 'profile'),
    openFiles: [TRANSCRIPT],
    saveDir,
  });
  page = hearken.page;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-chain-'));
  saveDir = await mkdtemp(path.join(folder, 'saved-'));
  await start();
  await setLanguage(hearken, 'en');
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const picture = path.join(tmpdir(), `hearken-failure-${process.pid}.png`);
  await page.screenshot({ path: picture });
  console.error(`What the window showed: ${picture}`);
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Selects the sentence of the reading desk that begins with these words, with the keyboard alone after one click. */
async function selectSentence(words: string): Promise<void> {
  const turn = page.locator('[data-turn-row]', { hasText: words });
  await scrollTo(turn);
  await turn
    .locator('[data-turn]')
    .or(turn)
    .first()
    .click({ position: { x: 60, y: 4 } });
  // What the click does to the text's own selection comes after it; no hand is quicker with the next key.
  await settled(page);
  for (let sentence = 0; sentence < 8; sentence += 1) {
    await page.keyboard.press('ArrowRight');
    const selected = await selectedWords();
    if (selected.startsWith(words)) return;
  }
  throw new Error(`No sentence begins with “${words}”.`);
}

/** Only turns near what is seen are drawn: scrolls from the top until this one is. */
async function scrollTo(turn: Locator): Promise<void> {
  const box = page.getByTestId('desk');
  await box.evaluate((desk) => {
    desk.scrollTop = 0;
  });
  // What was drawn for the old place goes only with the next frames.
  await page.waitForTimeout(150);
  for (let step = 0; step < 60 && (await turn.count()) === 0; step += 1) {
    await box.evaluate((desk) => {
      desk.scrollTop += 240;
    });
    await page.waitForTimeout(50);
  }
  await turn.scrollIntoViewIfNeeded();
}

async function selectedWords(): Promise<string> {
  await page.locator('[data-kind~="selection"]').first().waitFor();
  return (await page.locator('[data-kind~="selection"]').allTextContents()).join('');
}

test('a workspace for the company is begun', async () => {
  await createWorkspace(page, 'Lakeside', 'Lakeside Drinks Co., Ltd.');
});

test('a transcript is read, looked over, fixed, and only then stored', async () => {
  await page.keyboard.press('Control+I');
  await page.getByTestId('import-blocks').waitFor();
  const summary = await page.getByTestId('import-summary').textContent();
  expect(summary).toContain('4 people');
  expect(summary).toContain('2 headings');
  expect(await page.getByTestId('import-person').count()).toBe(4);

  // Nothing is stored yet.
  await goTo(page, '/dialogues');
  await page.getByText('No dialogues yet').waitFor();
  await goTo(page, '/dialogues/import');

  // A fix, and the fix taken back.
  const firstSpeaker = page.getByLabel('Speaker').nth(1);
  await expect.poll(() => firstSpeaker.inputValue()).toBe('Hana Moriyama');
  await firstSpeaker.click();
  await page.getByRole('option', { name: 'Keiko Sato' }).click();
  await expect.poll(() => firstSpeaker.inputValue()).toBe('Keiko Sato');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => firstSpeaker.inputValue()).toBe('Hana Moriyama');

  await page.getByLabel('Place').fill('Eastern plant');
  await storeImport(page);
  await page.getByTestId('desk').waitFor();
  await page.getByRole('heading', { name: 'Water, Work and Wells: a Dialogue' }).waitFor();
});

test('passages are coded by letters of an issue’s name in either language, and advice is taken down', async () => {
  await selectSentence(WELLS);
  await page.keyboard.press('c');
  // Japanese comes by an input method, which wants a field that has the focus.
  await page.locator('[aria-controls="issue-picker-list"]:focus').waitFor();
  await page.keyboard.type('環境への');
  await page.getByRole('option', { name: /Environmental impact/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[data-card]', { hasText: 'Environmental impact' }).waitFor();

  await selectSentence(DEBT);
  await page.keyboard.press('c');
  await page.keyboard.type('forced');
  await page.keyboard.press('Enter');
  await page.locator('[data-card]', { hasText: 'Forced labour' }).first().waitFor();

  await selectSentence('You should require');
  await page.keyboard.press('a');
  const form = page.getByTestId('advice-form');
  await form
    .getByLabel('In the office’s own words')
    .fill('Employers pay recruitment fees; past ones are repaid.');
  await form
    .getByRole('textbox', { name: 'Issues it concerns' })
    .or(form.getByRole('combobox', { name: 'Issues it concerns' }))
    .first()
    .click();
  await page.keyboard.type('forced');
  await page.getByRole('option', { name: /Forced labour/ }).click();
  await form.getByRole('button', { name: 'Record advice' }).click();
  await page.locator('[data-card]', { hasText: 'recruitment fees' }).first().waitFor();
});

test('what was just done can be undone and done again from the keyboard', async () => {
  const card = page.locator('[data-card]', { hasText: 'past ones are repaid' });
  await page
    .locator('[data-turn-row]', { hasText: 'You should require' })
    .click({ position: { x: 60, y: 4 } });
  await card.waitFor();
  await page.keyboard.press('Control+z');
  await card.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+z');
  await card.waitFor({ timeout: 8000 });
});

test('the advice stands in the list under the person who gave it, and takes the company’s response', async () => {
  await goTo(page, '/advice');
  const row = page.getByTestId('advice-row');
  await expect.poll(() => row.count()).toBe(1);
  expect(await row.textContent()).toContain('Keiko Sato');
  await row.click();
  const response = page.getByLabel('The company’s response');
  await response.fill('A policy is drafted this year.');
  await response.blur();
  await page.locator('[data-saving="saved"]').waitFor();
});

test('an issue shows who said what about it, one click from the sentence', async () => {
  await goTo(page, '/issues');
  await page.getByTestId('issue-row').filter({ hasText: 'Forced labour' }).getByText('Forced labour').click();
  const evidence = page.getByTestId('evidence').filter({ hasText: DEBT });
  expect(await evidence.textContent()).toContain('Keiko Sato');
  await evidence.getByText(DEBT, { exact: false }).first().click();
  await page.getByTestId('desk').waitFor();
  await page.locator('[data-open="true"]', { hasText: DEBT }).first().waitFor();
});

test('two assessors rate from the keyboard', async () => {
  await goTo(page, '/assessment/new');
  const names = page.getByLabel(/^Name \((English|Japanese)\)$/);
  const assessors = page.getByRole('group', { name: 'Assessors' }).getByPlaceholder('Name');
  await assessors.nth(0).fill('Mori');
  await assessors.nth(1).fill('Ueda');
  expect(await names.count()).toBe(2);
  await page.getByRole('button', { name: 'Start round' }).click();
  await page.getByTestId('rating-form').waitFor();
  const round = await page.evaluate(() => location.hash);

  for (const [assessor, keys] of [
    ['Mori', '5434'],
    ['Ueda', '4433'],
  ] as const) {
    await rateAs(page, assessor);
    await page.getByRole('combobox', { name: 'Issue', exact: true }).click();
    await page.getByRole('option', { name: /Forced labour/ }).click();
    await page.locator('[data-dimension="scale"] [role="radio"][tabindex="0"]').focus();
    for (const key of keys) await page.keyboard.press(key);
    await page.locator('[data-rationale], textarea').first().fill(`Debt binds workers (${assessor}).`);
    await page.locator('[data-rationale], textarea').first().blur();
    await expect.poll(() => page.locator('[aria-checked="true"]').count()).toBe(4);
  }
  expect(round).toContain('#/assessment/');
  await page.getByRole('button', { name: 'Start discussion' }).click();
  // Issues were left open, and nobody has said that they are done: that is told first.
  await page.getByTestId('stage-dialog').getByRole('button', { name: 'Start anyway' }).click();
  await page.getByTestId('agenda').waitFor();
  await page.getByRole('tab', { name: 'Results' }).click();
  const result = page.getByTestId('results').getByRole('row', { name: /Forced labour/ });
  // Severity is the highest of 5/4, 4/4, 3/3: the upper median 5 ranks, and puts it into tier 1.
  expect(await result.textContent()).toMatch(/1/);
});

test('the matrix draws the issue, opens its reasons by keyboard, and leads back to the words', async () => {
  await goTo(page, '/matrix');
  const scene = page.getByTestId('scene');
  await scene.waitFor();
  await scene.locator('[data-issue], [role="button"]').first().focus();
  await page.keyboard.press('Enter');
  const panel = page.getByTestId('issue-panel');
  await panel.getByText('Forced labour', { exact: false }).first().waitFor();
  await panel.getByText('Debt binds workers (Mori).').waitFor();
  await panel.getByText(DEBT, { exact: false }).first().click();
  await page.getByTestId('desk').waitFor();
  await page.locator('[data-open="true"]', { hasText: DEBT }).first().waitFor();

  await goTo(page, '/matrix');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /SVG/ }).click();
  const svg = new TextDecoder().decode(await savedFile(saveDir, '.svg'));
  expect(svg).toContain('<svg');
  expect(svg).toContain('Forced labour');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /PNG/ }).first().click();
  const png = await savedFile(saveDir, '.png');
  expect([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
  // Pixels and their colours, no words.
  expect(pngChunks(png).filter((kind) => /^(tEXt|zTXt|iTXt|eXIf|tIME)$/.test(kind))).toEqual([]);
});

test('a decision departs from the suggestion only with a reason', async () => {
  await goTo(page, '/decisions');
  const row = page
    .getByTestId('decisions')
    .getByRole('row')
    .filter({ hasText: 'Forced labour and modern slavery' })
    .last();
  await row.getByRole('button', { name: 'Decide', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Watch').click();
  await form.getByRole('button', { name: 'Save decision' }).click();
  await form.getByText('This departs from the suggestion: give the reason.').first().waitFor();
  await form.getByLabel('Reason').fill('Orchards are visited first; decided again in spring.');
  await form.getByRole('button', { name: 'Save decision' }).click();
  await form.waitFor({ state: 'detached' });
  await row.getByText('Orchards are visited first').waitFor();
});

test('search finds words in both scripts and opens them in place', async () => {
  await goTo(page, '/search?q=bucket');
  await page.locator('mark', { hasText: 'bucket' }).first().waitFor();
  await page.locator('mark', { hasText: 'bucket' }).first().click();
  await page.getByTestId('desk').waitFor();
  await page.locator('[data-kind~="hit"]', { hasText: 'bucket' }).waitFor();
  await goTo(page, `/search?q=${encodeURIComponent('窓口')}`);
  await page.locator('mark', { hasText: '窓口' }).first().waitFor();
});

test('the Word summaries hold the words, who said them, the matrix and the decision', async () => {
  await goTo(page, '/reports');
  await page.getByTestId('report-create').click();
  const summary = await savedFile(saveDir, '.docx');
  expect(lintDocx(summary)).toEqual([]);
  const dialogue = wordsOf(summary);
  expect(dialogue).toContain('You should require that employers pay every recruitment fee');
  expect(dialogue).toContain('Keiko Sato');
  expect(dialogue).toContain('A policy is drafted this year.');

  await goTo(page, '/reports?kind=materiality');
  await page.getByTestId('report-create').click();
  const bytes = await savedFile(saveDir, '.docx');
  expect(lintDocx(bytes)).toEqual([]);
  const materiality = wordsOf(bytes);
  expect(materiality).toContain('Forced labour and modern slavery');
  expect(materiality).toContain('Orchards are visited first');
  expect(Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('word/media/'))).not.toHaveLength(0);
});

test('everything is there after a kill, and in the workspace file, which the command line reads', async () => {
  await goTo(page, '/advice');
  await page.getByTestId('advice-row').click();
  await page.getByRole('dialog').getByLabel('Owner').fill('Purchasing');
  await page.locator('[data-saving="saved"]').waitFor();
  // The window is closed while the cursor stands in the field.
  await hearken.close();
  await start();
  await goTo(page, '/advice');
  await page.getByTestId('advice-row').click();
  await expect.poll(() => page.getByRole('dialog').getByLabel('Owner').inputValue()).toBe('Purchasing');

  await hearken.kill();
  await start();
  await goTo(page, '/advice');
  await page.getByTestId('advice-row').getByText('Keiko Sato').waitFor();
  await chooseInMenu(hearken.app, 'app.saveCopy');
  await expect
    .poll(async () => (await readdir(saveDir)).filter((name) => name.endsWith('.hearken')), {
      timeout: 30_000,
    })
    .toHaveLength(1);
  const [name = ''] = await readdir(saveDir);
  const run = promisify(execFile);
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', 'main/cli/index.ts', 'search', path.join(saveDir, name), 'recruitment', '--json'],
    { cwd: ROOT },
  );
  expect(stdout).toContain('recruitment fee');
  const assessed = await run(
    process.execPath,
    ['--import', 'tsx', 'main/cli/index.ts', 'assess', path.join(saveDir, name), '--json'],
    { cwd: ROOT },
  );
  expect(assessed.stdout).toContain('"tier": 1');
});

test('nothing of all this wrote an error to the window’s console', () => {
  expect(hearken.pageErrors).toEqual([]);
});
