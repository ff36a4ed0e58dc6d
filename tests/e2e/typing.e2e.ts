/**
 * Nothing that is typed is lost: by Escape, by an input method, by a click elsewhere, by closing a drawer, leaving a view,
 * or closing the window under the fingers. And what is typed is understood, or said not to be.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  goTo,
  type Hearken,
  openSample,
  resize,
  setLanguage,
  settled,
  startApp,
  workspaceState,
} from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const DIALOGUE = 'Human rights in procurement';

let profile: string;
let hearken: Hearken;
let page: Page;

async function start(): Promise<void> {
  hearken = await startApp({ env: { HEARKEN_E2E: '1' }, userDataDir: profile });
  page = hearken.page;
  await setLanguage(hearken, 'en');
}

/** Closes the window as a person would, at once, and starts the app again where it was. */
async function restart(): Promise<void> {
  expect(hearken.pageErrors).toEqual([]);
  await hearken.close();
  await start();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  await settled(page);
}

beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'hearken-typing-'));
  await start();
  await openSample(page);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-failure.png') });
});

afterAll(async () => {
  await hearken?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const state = () => workspaceState(page);
const dialog = () => page.getByRole('dialog');
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const issueName = () => page.getByRole('textbox', { name: /^Name.*English/ });
const adviceForm = () => page.getByTestId('advice-form');
const dialogue = async () => (await state()).dialogues.find(({ title }) => title.includes(DIALOGUE));

async function openDesk(): Promise<void> {
  await goTo(page, `/dialogues/${(await dialogue())?.id}`);
  await page.getByTestId('desk').waitFor();
  await settled(page);
}

async function openDetails(): Promise<void> {
  await openDesk();
  await page.getByRole('button', { name: 'Dialogue details' }).click();
  await field('Place').waitFor();
}

async function openNewIssue(): Promise<void> {
  await goTo(page, '/issues');
  await page.getByRole('button', { name: 'New issue…' }).first().click();
  await dialog().waitFor();
}

test('Escape leaves a field and keeps its text; the next one closes the drawer', async () => {
  await openDetails();
  await field('Place').fill('Geneva, by the lake');
  await page.keyboard.press('Escape');
  expect(await field('Place').inputValue()).toBe('Geneva, by the lake');
  await expect.poll(async () => (await dialogue())?.place).toBe('Geneva, by the lake');
  expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('Escape that an input method takes reaches nothing', async () => {
  await openDetails();
  const place = field('Place');
  await place.fill('');
  await place.focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'じんけん', selectionStart: 4, selectionEnd: 4 });
  const press = (init: { key: string; keyCode?: number; isComposing?: boolean }) =>
    place.evaluate((element, given) => {
      element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...given }));
    }, init);
  await press({ key: 'Escape', isComposing: true });
  await press({ key: 'Escape', keyCode: 229 });
  await press({ key: 'Enter', keyCode: 229 });
  expect(await place.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await place.inputValue()).toBe('じんけん');
  await cdp.send('Input.insertText', { text: '人権' });
  await expect.poll(() => place.inputValue()).toBe('人権');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await dialogue())?.place).toBe('人権');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('Escape in an open list closes the list, and not its form', async () => {
  await openNewIssue();
  await page.getByRole('combobox', { name: 'Category' }).or(page.getByLabel('Category')).first().click();
  await page.getByRole('option', { name: 'Supply chain' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('option', { name: 'Supply chain' }).waitFor({ state: 'detached' });
  await dialog().waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('a form keeps a draft over a click outside, another view and a restart, until it is discarded by name', async () => {
  await openNewIssue();
  await issueName().fill('Living wages of drivers');
  await page.getByText('Draft kept').waitFor();
  await page.mouse.click(300, 400);
  await dialog().waitFor({ state: 'detached' });
  await goTo(page, '/matrix');
  await openNewIssue();
  expect(await issueName().inputValue()).toBe('Living wages of drivers');
  await issueName().press('End');
  await page.keyboard.type(' and crews');
  await restart();
  await openNewIssue();
  expect(await issueName().inputValue()).toBe('Living wages of drivers and crews');
  await page.getByText('Draft kept').waitFor();

  await page.getByRole('button', { name: 'Discard draft' }).click();
  expect(await issueName().inputValue()).toBe('');
  await expect.poll(() => page.getByText('Draft kept').count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await openNewIssue();
  expect(await issueName().inputValue()).toBe('');
  await page.keyboard.press('Escape');
});

test('what is typed when the window closes is stored', async () => {
  await openDetails();
  await field('Place').fill('Tokyo');
  await page.keyboard.type(' and Osaka');
  await restart();
  expect((await dialogue())?.place).toBe('Tokyo and Osaka');
});

test('a date is read in any way of writing, picked, and kept where it is none', async () => {
  await openDetails();
  const date = field('Date held');
  const reads = async (typed: string, stored: string) => {
    await date.fill(typed);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await dialogue())?.date).toBe(stored);
  };
  await reads('Mar 2021', '2021-03');
  await reads('令和3年4月5日', '2021-04-05');
  await reads('2021/5', '2021-05');
  expect(await date.inputValue()).toBe('May 2021');
  await date.fill('some day in spring');
  await dialog().getByText('Not understood as a date').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect((await dialogue())?.date).toBe('2021-05');
  await openDetails();
  expect(await date.inputValue()).toBe('some day in spring');
  await page.getByRole('button', { name: 'Choose a date' }).click();
  await page.getByRole('button', { name: /^Feb/ }).click();
  await expect.poll(async () => (await dialogue())?.date).toMatch(/^\d{4}-02$/);
  await page.keyboard.press('Escape');
});

test('advice with its response is recorded in one view, in five clicks', async () => {
  await openDesk();
  const before = (await state()).advice.length;
  let clicks = 0;
  const click = async (target: ReturnType<Page['locator']>) => {
    await target.click();
    clicks += 1;
  };
  await page.getByTestId('desk').focus();
  await page.keyboard.press('ArrowRight');
  await click(page.getByRole('button', { name: /as advice/ }).first());
  await click(
    adviceForm()
      .getByRole('textbox', { name: 'Issues it concerns' })
      .or(adviceForm().getByRole('combobox', { name: 'Issues it concerns' }))
      .first(),
  );
  await page.keyboard.type('access');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await adviceForm().getByText('Access to remedy', { exact: true }).waitFor();
  await click(adviceForm().getByRole('textbox', { name: 'The company’s response' }));
  await page.keyboard.type('A line for complaints opens in spring.');
  await adviceForm().getByRole('textbox', { name: 'Due' }).fill('September 2021');
  await adviceForm().getByText('Draft kept').waitFor();
  await click(adviceForm().getByRole('button', { name: 'Record advice' }));
  await adviceForm().waitFor({ state: 'detached' });
  expect(clicks).toBeLessThanOrEqual(5);
  const { advice, issues } = await state();
  expect(advice).toHaveLength(before + 1);
  const taken = advice.find(({ response }) => response === 'A line for complaints opens in spring.');
  expect(taken).toMatchObject({ due: '2021-09', status: 'heard' });
  expect(taken?.issueIds.map((id) => issues.find((one) => one.id === id)?.code)).toContain('ge-remedy');
  await expect.poll(() => page.getByTestId('advice-draft').count()).toBe(0);
});

test('advice that was begun is found again after a restart, and its words with it', async () => {
  await openDesk();
  await page.getByTestId('desk').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('a');
  await adviceForm().getByRole('textbox', { name: 'In the office’s own words' }).fill('Ask them every year');
  await page.keyboard.type(', in person');
  await restart();
  await openDesk();
  const draft = page.getByTestId('advice-draft');
  await draft.getByText('Ask them every year, in person').waitFor();
  await draft.getByRole('button', { name: 'Continue' }).click();
  await adviceForm().waitFor();
  expect(await adviceForm().getByRole('textbox', { name: 'In the office’s own words' }).inputValue()).toBe(
    'Ask them every year, in person',
  );
});

test('the advice form is usable in a small window and at twice the size', async () => {
  await resize(hearken, 1024, 700);
  const button = adviceForm().getByRole('button', { name: 'Record advice' });
  const scale = (factor: number) =>
    hearken.app.evaluate(
      ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
      factor,
    );
  for (const factor of [1, 2]) {
    await scale(factor);
    await button.scrollIntoViewIfNeeded();
    // Clicks only where nothing lies above it.
    await button.click({ trial: true });
    await adviceForm().getByRole('textbox', { name: 'The company’s response' }).click({ trial: true });
    const wide = await adviceForm().evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBeLessThanOrEqual(1);
  }
  await scale(1);
  await adviceForm().getByRole('textbox', { name: 'In the office’s own words' }).press('Escape');
  await adviceForm().waitFor();
  await page.keyboard.press('Escape');
  await adviceForm().waitFor({ state: 'detached' });
  await page.getByTestId('advice-draft').getByRole('button', { name: 'Discard draft' }).click();
  await page.getByTestId('advice-draft').waitFor({ state: 'detached' });
});

test('words of a turn that were not stored are a draft of that turn', async () => {
  await openDesk();
  await page.getByTestId('desk').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  const editor = page.getByTestId('turn-editor').getByRole('textbox');
  await editor.press('End');
  await page.keyboard.type(' Half a sentence');
  await page.keyboard.press('Escape');
  await editor.waitFor({ state: 'detached' });
  await page.keyboard.press('e');
  expect(await editor.inputValue()).toContain(' Half a sentence');
  await page.getByRole('button', { name: 'Discard draft' }).click();
  expect(await editor.inputValue()).not.toContain('Half a sentence');
  await editor.press('Escape');
});

test('a figure that is no number is refused with the reason, and never another number', async () => {
  await goTo(page, '/decisions');
  await page.getByTestId('decisions').getByRole('button', { name: 'Access to remedy' }).first().click();
  const figure = page.getByRole('textbox', { name: /FY2021: figure$/ }).first();
  await figure.waitFor();
  const stored = async () => (await state()).figures.map(({ value }) => value);
  const before = await stored();
  const refused: readonly (readonly [typed: string, reason: RegExp])[] = [
    ['1,5', /thousands as 1,234/],
    ['0x2A', /write a number/],
    ['1.5万', /figure alone/],
  ];
  for (const [typed, reason] of refused) {
    await figure.fill(typed);
    await page.keyboard.press('Escape');
    await dialog().getByText(reason).waitFor();
    expect(await figure.inputValue()).toBe(typed);
    expect(await stored()).toEqual(before);
  }
  await figure.fill('１，２３４．５');
  await page.keyboard.press('Escape');
  await expect.poll(stored).toContain(1234.5);
  expect(await figure.inputValue()).toBe('1,234.5');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('drafts lie in the workspace’s folder, and nowhere else in the profile', async () => {
  await openNewIssue();
  await issueName().fill('Zanzibarquartz');
  await page.getByText('Draft kept').waitFor();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('Zanzibarquartz');
  const files = await readdir(profile, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const file of files.filter((one) => one.isFile() && one.name.endsWith('.json'))) {
    const text = await readFile(path.join(file.parentPath, file.name), 'utf8');
    if (text.includes('Zanzibarquartz')) holding.push(file.name);
  }
  expect(holding).toEqual(['drafts.json']);
  expect(hearken.pageErrors).toEqual([]);
});
