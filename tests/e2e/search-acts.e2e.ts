/**
 * What a person does with what they found: reads it where it was said, from hit to hit; looks for words in the dialogue
 * itself; codes all places at once; takes words as evidence in a rating. Each act is one step of undo.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, settled, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';

let page: Page;

onSample('search-acts', (opened) => {
  page = opened.page;
});

const state = () => workspaceState(page);

const bar = () => page.getByTestId('find-bar');
/** Which hit is walked to, and of how many. */
const walked = async () =>
  /(\d+) of (\d+)/
    .exec((await bar().textContent()) ?? '')
    ?.slice(1)
    .map(Number);
const current = () => page.locator('[data-turn] [data-current]');
const undoOnce = () => page.keyboard.press('Control+z');

async function openDialogue(): Promise<void> {
  await goTo(page, '/dialogues');
  await page.getByText('Human rights in procurement').first().click();
  await page.getByTestId('desk').waitFor();
  await settled(page);
}

test('a hit opens at its words, with all hits of the dialogue marked, and keys lead from one to the next', async () => {
  await goTo(page, '/search?q=suppliers');
  const hit = page.locator('[data-testid="hit"][data-kind="turn"]').nth(1);
  const number = Number(/turn (\d+)/.exec((await hit.textContent()) ?? '')?.[1]);
  await hit.click({ position: { x: 200, y: 30 } });
  await current().waitFor();
  expect(await page.locator('[data-turn-row]', { has: current() }).getAttribute('aria-label')).toMatch(
    new RegExp(`^Turn ${number} of `),
  );
  expect(await current().textContent()).toMatch(/^suppliers?$/i);
  const [at = 0, count = 0] = (await walked()) ?? [];
  expect(count).toBeGreaterThan(3);
  // The text has the keyboard, as always.
  for (const key of ['n', 'F3', 'Control+g']) await page.keyboard.press(key);
  await expect.poll(walked).toEqual([((at + 2) % count) + 1, count]);
  for (const key of ['p', 'Shift+F3', 'Control+Shift+g']) await page.keyboard.press(key);
  await expect.poll(walked).toEqual([at, count]);
  // Coding goes on from the hit: S selects its sentence.
  await page.keyboard.press('s');
  const selected = (await page.locator('[data-kind~="selection"]').allTextContents()).join('');
  expect(selected).toMatch(/supplier/i);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await bar().waitFor({ state: 'detached' });
  expect(await page.locator('[data-kind~="hit"]').count()).toBe(0);
});

test('words are looked for inside a dialogue while they are typed, through their forms', async () => {
  await openDialogue();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('compan');
  await current().waitFor();
  // What was typed before the last key found more.
  const marked = () => page.locator('[data-turn] [data-kind~="hit"]').allTextContents();
  await expect.poll(async () => (await marked()).every((words) => /^compan/i.test(words))).toBe(true);
  const [, some = 0] = (await walked()) ?? [];
  expect(some).toBeGreaterThan(3);
  expect(await current().textContent()).toMatch(/^compan/i);
  await page.keyboard.press('Enter');
  await expect.poll(walked).toEqual([2, some]);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(walked).toEqual([some, some]);
  const field = bar().getByRole('textbox');
  await field.fill('qzxvwy');
  await bar().getByText('No matches').waitFor();
  // A phrase that stands nowhere is looked for by its words, and the bar says so.
  await field.fill('"suppliers of companies of"');
  await bar().getByTestId('find-unquoted').waitFor();
  await field.fill('suppliers');
  await bar().getByTestId('find-unquoted').waitFor({ state: 'detached' });
  await expect.poll(async () => (await walked())?.[1]).toBeGreaterThan(3);
  for (const form of await marked()) expect(form).toMatch(/suppliers?/i);
  await page.keyboard.press('Escape');
  await bar().waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('desk');
});

test('a double click selects the word; the pencil, E and the menu under the pointer correct the turn', async () => {
  await openDialogue();
  const words = page.locator('[data-turn] span').nth(1);
  await words.dblclick({ position: { x: 40, y: 8 } });
  const selection = page.locator('[data-kind~="selection"]');
  await selection.first().waitFor();
  expect((await selection.allTextContents()).join('')).toMatch(/^\S+$/);
  const editor = page.getByTestId('turn-editor');
  expect(await editor.count()).toBe(0);

  await selection.first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Correct this turn’s words' }).click();
  await editor.waitFor();
  await page.keyboard.press('Escape');
  await editor.waitFor({ state: 'detached' });
  await page.keyboard.press('e');
  await editor.waitFor();
  await page.keyboard.press('Escape');
  await editor.waitFor({ state: 'detached' });
  const row = page.locator('[data-turn-row]').nth(1);
  await row.hover();
  await row.getByRole('button', { name: /^Correct the words of turn/ }).click();
  await editor.waitFor();
  await page.keyboard.press('Escape');
});

test('all places found are coded at once but those that are, and one undo takes all of it back', async () => {
  const before = await state();
  const labour = before.issues.find(({ code }) => code === 'sc-forced-labour');
  await goTo(page, '/search?q=suppliers');
  await page.getByRole('button', { name: 'Code all of these…' }).click();
  const dialog = page.getByTestId('code-all');
  await dialog.getByTestId('code-all-place').first().waitFor();
  await page.keyboard.type('forced');
  await page.keyboard.press('Enter');
  await dialog.getByText('already coded to it').first().waitFor();
  const all = Number(/^(\d+) of/.exec((await dialog.getByText(/will be coded/).textContent()) ?? '')?.[1]);
  expect(all).toBeGreaterThan(4);
  await dialog.locator('[data-state="free"] input').first().uncheck();
  await dialog.getByRole('textbox', { name: 'Memo' }).fill('found by search');
  await page.getByRole('button', { name: `Code ${all - 1} places` }).click();
  await page.getByText(/^Coded \d+ places as/).waitFor();
  const made = (await state()).codings.filter(({ memo }) => memo === 'found by search');
  expect(made).toHaveLength(all - 1);
  expect(new Set(made.map(({ issueId }) => issueId))).toEqual(new Set([labour?.id]));
  await page.getByRole('alert').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await state()).codings).toEqual(before.codings);
  expect((await state()).passages).toEqual(before.passages);
});

test('words are taken as evidence in a rating, coded with it, and back in one step', async () => {
  const before = await state();
  await openDialogue();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const words = (await page.locator('[data-kind~="selection"]').allTextContents()).join('');
  await page.getByRole('button', { name: 'Take as evidence in a rating' }).click();
  const form = page.getByTestId('take-as-evidence');
  await form.getByText(words, { exact: true }).waitFor();
  await form.getByRole('combobox', { name: 'Issue being rated' }).fill('remedy');
  await page.getByRole('option', { name: /Access to remedy/ }).click();
  const assessor = form.getByRole('combobox', { name: 'Rating of' });
  if ((await assessor.inputValue()) === '') {
    await assessor.click();
    await page.getByRole('option').first().click();
  }
  await page.getByRole('button', { name: 'Take as evidence', exact: true }).click();
  await page.getByText(/^Evidence for “Access to remedy/).waitFor();
  const after = await state();
  const passage = after.passages.find(({ quote }) => quote === words);
  const issue = after.issues.find(({ code }) => code === 'ge-remedy');
  expect(
    after.ratings.some(
      ({ evidence, issueId }) => issueId === issue?.id && evidence.passageIds.includes(passage?.id ?? ''),
    ),
  ).toBe(true);
  expect(after.codings).toContainEqual(
    expect.objectContaining({ passageId: passage?.id, issueId: issue?.id }),
  );
  await page.getByTestId('desk').focus();
  await undoOnce();
  await expect.poll(async () => (await state()).ratings).toEqual(before.ratings);
  expect((await state()).passages).toEqual(before.passages);
  expect((await state()).codings).toEqual(before.codings);
});

test('where no round is open it is said so, with the way to begin one', async () => {
  await page.evaluate(async () => {
    type Store = typeof import('../../renderer/store/index.ts');
    const { commit } = (window as unknown as { hearkenStore: Store }).hearkenStore;
    await commit({ key: 'change.round.new', params: { round: '' } }, async (draft) => {
      for (const round of (await draft.all('rounds')).filter(({ stage }) => stage !== 'closed'))
        await draft.patch('rounds', round.id, { stage: 'closed', closedAt: '2026-01-01T00:00:00.000Z' });
    });
  });
  await openDialogue();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Take as evidence in a rating' }).click();
  await page.getByText('No round is open').waitFor();
  await page.getByRole('button', { name: 'Start a round' }).click();
  await page.waitForFunction(() => window.location.hash === '#/assessment/new');
});
