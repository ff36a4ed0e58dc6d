/**
 * Correcting a text that is already coded: words inside and outside a quote, splitting and joining turns, a corrected
 * file over the old one, the review list and the glossary. Nothing that was marked is lost, and everything is undone.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  createWorkspace,
  type Hearken,
  setLanguage,
  startApp,
  storeImport,
  workspaceState,
} from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TRANSCRIPT = path.join(ROOT, 'tests', 'fixtures', 'transcripts', 'water-dialogue.txt');
const WELLS = 'Begin with the people who walk to the wells.';
const DEBT = 'Workers who arrive in debt cannot refuse overtime';
const PERMIT = 'A permit protects the company, not the person with the bucket.';

let folder: string;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-correct-'));
  hearken = await startApp({
    userDataDir: path.join(folder, 'profile'),
    openFiles: [TRANSCRIPT],
    env: { HEARKEN_E2E: '1' },
  });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await createWorkspace(page, 'Lakeside', 'Lakeside Drinks Co., Ltd.');
  await page.keyboard.press('Control+I');
  await storeImport(page);
  await page.getByTestId('desk').waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-failure.png') });
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const state = () => workspaceState(page);

async function passage(begin: string) {
  return (await state()).passages.find(({ quote }) => quote.startsWith(begin));
}

function row(words: string) {
  return page.locator('[data-turn-row]', { hasText: words });
}

/** Scrolls the desk, which draws only what is in view, to the turn that holds these words. */
async function reveal(words: string) {
  const desk = page.getByTestId('desk');
  const turn = row(words);
  if ((await turn.count()) === 0) {
    await desk.evaluate((element) => element.scrollTo({ top: 0 }));
    await page.waitForTimeout(200);
  }
  for (let screen = 0; screen < 20 && (await turn.count()) === 0; screen += 1) {
    await desk.evaluate((element) => element.scrollBy({ top: 300 }));
    await page.waitForTimeout(100);
  }
  // Rows are measured as they are drawn, and may be drawn anew meanwhile.
  await expect
    .poll(async () => {
      await turn
        .evaluate((element) => element.scrollIntoView({ block: 'center' }), undefined, { timeout: 500 })
        .catch(() => {});
      return turn.isVisible();
    })
    .toBe(true);
  return turn;
}

async function selectSentence(words: string): Promise<void> {
  const turn = await reveal(words);
  await turn.locator('[data-turn]').click({ position: { x: 60, y: 4 } });
  for (let sentence = 0; sentence < 8; sentence += 1) {
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-kind~="selection"]').first().waitFor();
    const selected = (await page.locator('[data-kind~="selection"]').allTextContents()).join('');
    if (selected.startsWith(words)) return;
  }
  throw new Error(`No sentence begins with “${words}”.`);
}

/** Opens the editor of the turn that holds these words, with the keyboard. */
async function editTurn(words: string) {
  const turn = await reveal(words);
  await turn.locator('[data-turn]').click({ position: { x: 60, y: 4 } });
  await page.keyboard.press('e');
  const editor = page.getByTestId('turn-editor').getByRole('textbox');
  await editor.waitFor();
  return editor;
}

async function undo(): Promise<void> {
  await page.getByTestId('desk').focus();
  await page.keyboard.press('Control+z');
}

test('three passages are coded', async () => {
  for (const [words, letters] of [
    [WELLS, 'environmental impact'],
    [DEBT, 'forced'],
    [PERMIT, 'environmental impact'],
  ] as const) {
    await selectSentence(words);
    await page.keyboard.press('c');
    await page.keyboard.type(letters);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await state()).passages.some(({ quote }) => quote.startsWith(words)))
      .toBe(true);
  }
});

test('words outside a quote are corrected in place, and the quote stays; Escape keeps a draft and stores nothing', async () => {
  const before = await state();
  const editor = await editTurn(DEBT);
  await editor.press('End');
  await page.keyboard.type('not to be kept');
  await page.keyboard.press('Escape');
  await page.getByTestId('turn-editor').waitFor({ state: 'detached' });
  expect(await state()).toEqual(before);

  const again = await editTurn(DEBT);
  expect(await again.inputValue()).toContain('not to be kept');
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await again.fill(
    (await again.inputValue()).replace('Ask this year.', 'Please do ask them, and ask this year.'),
  );
  await page.keyboard.press('Control+Enter');
  await row('Please do ask them').locator('[data-kind~="coding"]', { hasText: DEBT }).first().waitFor();
  const quote = await passage(DEBT);
  expect(quote?.state).toBe('anchored');
  expect(quote?.before).toContain('ask this year. ');
  await undo();
  await expect.poll(state).toEqual(before);
});

test('a letter corrected inside a quote goes with it; words that become others wait for a person', async () => {
  const before = await state();
  const editor = await editTurn(WELLS);
  await editor.fill((await editor.inputValue()).replace('walk to the wells', 'walk to those wells'));
  await page.keyboard.press('Control+Enter');
  await page.getByText('The quote of one marked passage was corrected with the text.').waitFor();
  expect((await passage('Begin with the people who walk to those wells'))?.state).toBe('anchored');

  const again = await editTurn('walk to those wells');
  await again.fill(
    (await again.inputValue()).replace('Begin with the people who walk to those wells.', 'Hello.'),
  );
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '1 passage to review' }).waitFor();
  expect((await passage('Begin with'))?.state).toBe('unsure');
  expect(await page.locator('[data-kind~="coding"]', { hasText: 'Hello' }).count()).toBe(0);
  await page.locator('[data-card]', { hasText: 'Words changed since' }).first().waitFor();
  await undo();
  await undo();
  await expect.poll(state).toEqual(before);
});

test('a turn is split at the cursor and joined again, passages going along', async () => {
  const before = await state();
  const editor = await editTurn(DEBT);
  await editor.evaluate((element: HTMLTextAreaElement, words) => {
    const at = element.value.indexOf(words);
    element.setSelectionRange(at, at);
  }, DEBT);
  await page.keyboard.press('Control+Shift+Enter');
  await expect.poll(async () => (await state()).turns.length).toBe(before.turns.length + 1);
  const split = await state();
  const lower = split.turns.find(({ text }) => text.startsWith(DEBT));
  expect(lower).toBeDefined();
  expect((await passage(DEBT))?.turnId).toBe(lower?.id);
  expect((await passage(DEBT))?.start).toBe(0);

  await editTurn(DEBT);
  await page.keyboard.press('Control+Shift+Backspace');
  await expect.poll(async () => (await state()).turns.length).toBe(before.turns.length);
  expect((await passage(DEBT))?.state).toBe('anchored');
  await undo();
  await undo();
  await expect.poll(state).toEqual(before);
});

test('a negation taken out of a quote, or its turn given to somebody else, waits with the reason', async () => {
  const before = await state();
  const editor = await editTurn(DEBT);
  await editor.fill((await editor.inputValue()).replace('cannot refuse', 'can refuse'));
  await page.keyboard.press('Control+Enter');
  await page.getByText('A negation was removed: “not”').waitFor();
  expect((await passage(DEBT))?.state).toBe('unsure');
  await page.getByRole('button', { name: '1 passage to review' }).click();
  const doubts = page.getByTestId('review-item').getByTestId('doubts');
  await expect.poll(() => doubts.textContent()).toBe('A negation was removed: “not”');
  expect(await page.getByTestId('review-accept-all').count()).toBe(0);
  await page
    .getByRole('link', { name: before.dialogues[0]?.title ?? '' })
    .first()
    .click();
  await page.getByTestId('desk').waitFor();

  const wells = await reveal(WELLS);
  await wells.getByRole('button', { name: /change the speaker$/ }).click();
  await page.getByRole('menuitem', { name: 'Tomas Alvarez' }).click();
  await page.getByRole('button', { name: '2 passages to review' }).click();
  await expect
    .poll(() => page.getByTestId('doubts').allTextContents())
    .toContainEqual(expect.stringMatching(/^Different speaker: .+ → Tomas Alvarez$/));
  await page
    .getByRole('link', { name: before.dialogues[0]?.title ?? '' })
    .first()
    .click();
  await page.getByTestId('desk').waitFor();
  await undo();
  await undo();
  await expect.poll(state).toEqual(before);
});

test('a corrected file takes the place of the old text; what it changed is seen before, and undone after', async () => {
  const before = await state();
  const fixed = (await readFile(TRANSCRIPT, 'utf8'))
    .replace('Begin with the people who walk', 'Begin with the people who have to walk')
    .replace(PERMIT, 'Permits are one thing, and wells are quite another.')
    .replace('Diallo: It is good that you bring this up yourselves. Few buyers do.\n\n', '')
    .replace('Moriyama: Our hotline', 'Alvarez: Our hotline');
  const file = path.join(folder, 'water-dialogue-corrected.txt');
  await writeFile(file, fixed);
  await hearken.app.evaluate((_, name) => {
    process.env.HEARKEN_OPEN_FILES = name;
  }, file);

  await page.getByRole('button', { name: 'Correct the text' }).click();
  await page.getByRole('menuitem', { name: 'Replace with a corrected file…' }).click();
  await page.getByText('This file is to replace the text of').waitFor();
  await storeImport(page);
  await page.getByTestId('compare-replace').waitFor();
  await expect.poll(() => page.getByTestId('compare-summary').textContent()).toContain('1 left out');
  expect(await page.getByTestId('compare-kept').textContent()).toBe('One marked passage stays as it is.');
  await page.getByTestId('compare-unsure').waitFor();
  expect(await state()).toEqual(before);

  await page.getByTestId('compare-replace').click();
  await page.getByTestId('desk').waitFor();
  await page.getByRole('button', { name: '1 passage to review' }).waitFor();
  const after = await state();
  expect(after.passages).toHaveLength(before.passages.length);
  expect(after.codings).toEqual(before.codings);
  expect(after.dialogues[0]?.source?.name).toBe('water-dialogue-corrected.txt');
  const kept = after.turns.filter(({ id }) => before.turns.some((turn) => turn.id === id));
  expect(kept).toHaveLength(before.turns.length - 1);
  expect(after.passages.find(({ quote }) => quote.startsWith('Begin'))).toMatchObject({
    state: 'anchored',
    quote: 'Begin with the people who have to walk to the wells.',
  });
  const hotline = after.turns.find(({ text }) => text.startsWith('Our hotline'));
  expect(after.participants.find(({ id }) => id === hotline?.participantId)?.name).toBe('Tomas Alvarez');
});

test('the review list: old words beside what stands there now; by hand, and let stand', async () => {
  await page.getByRole('button', { name: '1 passage to review' }).click();
  const item = page.getByTestId('review-item');
  await item.getByText(PERMIT).waitFor();
  await item.getByRole('button', { name: 'Keep the old words' }).click();
  await page.getByText('One passage keeps its old words').waitFor();
  expect((await passage(PERMIT))?.state).toBe('kept');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await item.waitFor();

  await item.getByRole('button', { name: 'Choose the words…' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('Select the words that were meant');
  await expect.poll(() => field.inputValue()).toContain('Permits are one thing');
  await page.waitForTimeout(300);
  await field.evaluate((element: HTMLTextAreaElement) => {
    const words = 'Permits are one thing, and wells are quite another.';
    const at = element.value.indexOf(words);
    element.focus();
    element.setSelectionRange(at, at + words.length);
  });
  await dialog.getByRole('button', { name: 'These words' }).click();
  await page.getByText('Nothing to review').waitFor();
  expect(await passage('Permits are one thing')).toMatchObject({ state: 'anchored' });
});

test('the glossary shows every place before it corrects those that were ticked', async () => {
  await page.getByRole('button', { name: 'Back to the dialogue' }).click();
  await page.getByRole('button', { name: 'Correct the text' }).click();
  await page.getByRole('menuitem', { name: 'Glossary of corrections…' }).click();
  await page.getByLabel('In the transcript').fill('overtime');
  await page.getByLabel('Should be').first().fill('overtime work');
  await page.keyboard.press('Enter');
  await page.getByTestId('glossary-term').waitFor();
  await page.getByLabel('In the transcript').fill('workers');
  await page.getByLabel('Should be').first().fill('labourers');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('glossary-term').count()).toBe(2);
  const hits = page.getByTestId('glossary-hit');
  const places = await hits.count();
  expect(places).toBeGreaterThan(3);
  const before = await state();
  const last = hits.last().getByRole('checkbox');
  await last.uncheck();
  await page.getByTestId('glossary-apply').click();
  await page.getByText(`Corrected ${places - 1} places`).waitFor();
  const after = await state();
  expect(after.passages.find(({ quote }) => quote.includes('overtime work'))?.state).toBe('anchored');
  expect(after.turns.filter(({ text }) => /\bworkers\b/.test(text))).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(state).toEqual(before);
});

test('nothing of all this wrote an error to the window’s console', () => {
  expect(hearken.pageErrors).toEqual([]);
});
