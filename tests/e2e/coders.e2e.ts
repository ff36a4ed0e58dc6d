/**
 * Two coders, two computers: the office makes a blind copy, a colleague codes it on a machine that has nothing else,
 * the file comes back, and what differs is settled.
 */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chooseInMenu, goTo, type Hearken, openSample, setLanguage, startApp } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const CODER = 'Ines Tavares';
/** The colleague's work: the same as the sample's, other words, another issue, and something nobody coded. */
const WORK = [
  ['The same 200 answer its questionnaires', 'supplier labour'],
  ['Names the sector, the single supplier', 'child labour'],
  ['Agrees that risk is the right place', 'forced labour'],
  ['The group works at 327 sites', 'environmental'],
] as const;

let folder: string;
let sent: string;
let back: string;
let returned: string;
let office: Hearken;
let colleague: Hearken | null = null;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-coders-'));
  sent = path.join(folder, 'sent');
  back = path.join(folder, 'back');
  returned = path.join(folder, 'returned.hearken');
  await Promise.all([sent, back].map((one) => mkdir(one)));
  office = await startApp({
    userDataDir: path.join(folder, 'office'),
    saveDir: sent,
    // Not there yet: it is read when the office is asked for the file that came back.
    openFiles: [returned],
  });
  await setLanguage(office, 'en');
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await (colleague ?? office).page.screenshot({ path: path.join(ROOT, 'out', 'e2e-failure.png') });
});

afterAll(async () => {
  await colleague?.close();
  await office?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function onlyFile(where: string): Promise<string> {
  await expect
    .poll(async () => (await readdir(where)).filter((name) => name.endsWith('.hearken')), { timeout: 30_000 })
    .toHaveLength(1);
  const [name] = (await readdir(where)).filter((one) => one.endsWith('.hearken'));
  return path.join(where, name ?? '');
}

/** Codes the sentence that begins with these words, with the keyboard after one click into its turn. */
async function code(page: Page, words: string, issue: string): Promise<void> {
  const turn = page.locator('[data-turn-row]', { hasText: words });
  await turn.scrollIntoViewIfNeeded();
  await turn
    .locator('[data-turn]')
    .first()
    .click({ position: { x: 60, y: 4 } });
  for (let sentence = 0; sentence < 8; sentence += 1) {
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-kind~="selection"]').first().waitFor();
    const selected = (await page.locator('[data-kind~="selection"]').allTextContents()).join('');
    if (selected.startsWith(words)) break;
  }
  await page.keyboard.press('c');
  await page.keyboard.type(issue);
  await page
    .getByRole('option', { name: new RegExp(issue, 'i') })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page
    .locator('[data-card]', { hasText: new RegExp(issue, 'i') })
    .first()
    .waitFor();
}

test('the office makes a copy that holds the text and none of its own work', async () => {
  const { page } = office;
  await openSample(page);
  await goTo(page, '/coders');
  await page.getByText('Nobody to compare with yet').waitFor();
  await page.getByRole('button', { name: 'Make a blind copy' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name of the second coder').fill(CODER);
  await form.getByRole('button', { name: 'Save the copy' }).click();

  const members = unzipSync(new Uint8Array(await readFile(await onlyFile(sent))));
  const text = (table: string) => strFromU8(members[`tables/${table}.json`] ?? new Uint8Array());
  for (const table of ['codings', 'passages', 'advice', 'ratings', 'decisions', 'rounds', 'themes'])
    expect(JSON.parse(text(table))).toEqual([]);
  expect(JSON.parse(text('turns')).length).toBeGreaterThan(10);
  expect(JSON.parse(text('workspace'))[0].copy).toMatchObject({ coder: CODER });
  expect(strFromU8(members['journal.jsonl'] ?? new Uint8Array())).not.toContain('Sustainability office');
});

test('the colleague codes it under their own name, seeing nothing of what the office did', async () => {
  colleague = await startApp({
    userDataDir: path.join(folder, 'colleague'),
    openFiles: [await onlyFile(sent)],
    saveDir: back,
  });
  await setLanguage(colleague, 'en');
  const { page } = colleague;
  await page.getByRole('button', { name: /Open a workspace file/ }).click();
  await page.getByTestId('home-chain').waitFor();
  await goTo(page, '/coders');
  await page.getByText(`This is a copy for ${CODER}`).waitFor();
  await page.getByText('Nothing coded yet in 1 dialogue').waitFor();

  await page.getByRole('button', { name: 'Go to dialogues' }).click();
  await page.getByText('Human rights in procurement').first().click();
  await page.getByTestId('desk').waitFor();
  expect(await page.locator('[data-card]').count()).toBe(0);
  for (const [words, issue] of WORK) await code(page, words, issue);
  await page.getByText(`Coded by ${CODER}`).first().waitFor();

  await goTo(page, '/coders');
  await page.getByText('4 codings in 1 dialogue').waitFor();
  await page.getByRole('button', { name: 'Save to send back' }).click();
  await copyFile(await onlyFile(back), returned);
  expect(colleague.pageErrors).toEqual([]);
  await colleague.close();
  colleague = null;
});

test('the office takes the codings in, sees how far both agree, and taking them in again changes nothing', async () => {
  const { page } = office;
  await page.getByRole('button', { name: 'Take in a coded copy' }).click();
  const outcome = page.getByTestId('coders-outcome');
  await outcome.getByText(`Took in 4 codings by ${CODER}.`).waitFor();

  const row = (issue: string) => page.getByTestId('agreement').locator('tr', { hasText: issue });
  // Both, only the office, only the colleague, neither: 16 turns in all.
  const figures = async (issue: string) =>
    (await row(issue).locator('td').allTextContents()).slice(1, 5).map(Number);
  await row('Child labour').waitFor();
  const child = await figures('Child labour');
  expect(child[0]).toBe(1);
  expect(child.reduce((sum, one) => sum + one, 0)).toBe(16);
  const [, , onlyColleague] = await figures('Forced labour and modern slavery');
  expect(onlyColleague).toBe(1);

  await page.getByRole('button', { name: 'Take in a coded copy' }).click();
  await outcome.getByText(/Nothing new from/).waitFor();
});

test('differences are walked and settled by keyboard, and each choice can be undone', async () => {
  const { page } = office;
  await page.getByRole('tab', { name: /Differences/ }).click();
  const list = page.getByTestId('differences');
  await list.waitFor();
  const progress = page.getByTestId('coders-progress');
  const settled = async () => Number((await progress.textContent())?.split(' ')[0]);
  const openBefore = Number(
    /\((\d+) open\)/.exec((await page.getByRole('tab', { name: /Differences/ }).textContent()) ?? '')?.[1],
  );

  for (const kind of [
    /^Different extent \(1\)/,
    /^Different issue \(1\)/,
    new RegExp(`^Only ${CODER} \\(1\\)`),
  ])
    await page.locator('label', { hasText: kind }).first().waitFor();
  await page.locator('label', { hasText: /^Different issue/ }).click();
  await list.focus();
  await page.keyboard.press('b');
  await expect.poll(settled).toBe(1);
  await page.getByRole('button', { name: `${CODER}’s`, pressed: true }).waitFor();

  await page.keyboard.press('Control+z');
  await expect.poll(settled).toBe(0);
  await page.getByRole('button', { name: 'Redo' }).first().click();
  await expect.poll(settled).toBe(1);

  // What only the colleague saw is rejected: it is no evidence any more, and stays to be looked at.
  await page.locator('label', { hasText: new RegExp(`^Only ${CODER}`) }).click();
  await list.focus();
  await page.keyboard.press('x');
  await expect.poll(settled).toBe(2);
  await page.getByRole('tab', { name: `Differences (${openBefore - 2} open)` }).waitFor();
});

test('a rejected coding is gone from the dialogue and comes back with undo; one undo takes the copy out again', async () => {
  const { page } = office;
  await goTo(page, '/dialogues');
  await page.getByText('Human rights in procurement').first().click();
  const turn = page.locator('[data-turn-row]', { hasText: 'The group works at 327 sites' });
  await turn.waitFor();
  expect(await turn.locator('[data-mark]').count()).toBe(0);
  await turn
    .locator('[data-turn]')
    .first()
    .click({ position: { x: 60, y: 4 } });
  await page.keyboard.press('Control+z');
  await turn.locator('[data-mark]').first().waitFor();

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => turn.locator('[data-mark]').count()).toBe(0);
  await goTo(page, '/coders');
  await page.getByText('Nobody to compare with yet').waitFor();
  expect(office.pageErrors).toEqual([]);
});

test('a coded copy can be dropped on the view; one of another workspace is refused, and why is said', async () => {
  const { page } = office;
  const drop = async () => {
    const bytes = (await readFile(returned)).toString('base64');
    const transfer = await page.evaluateHandle((base64) => {
      const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const dragged = new DataTransfer();
      dragged.items.add(new File([data], 'returned.hearken'));
      return dragged;
    }, bytes);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    const zone = page.getByText('Drop the coded copy here');
    await zone.waitFor();
    await zone.dispatchEvent('drop', { dataTransfer: transfer });
  };
  await drop();
  await page.getByTestId('coders-outcome').getByText(`Took in 4 codings by ${CODER}.`).waitFor();

  await chooseInMenu(office.app, 'app.newWorkspace');
  const form = page.getByRole('dialog');
  await form
    .getByLabel(/Name of the workspace|Workspace name/)
    .first()
    .fill('Lakeside');
  await form
    .getByLabel(/^Company/)
    .first()
    .fill('Lakeside Drinks');
  await form.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByTestId('home-steps').waitFor();
  await goTo(page, '/coders');
  await page.getByText('Nobody to compare with yet').waitFor();
  await page.getByRole('button', { name: 'Take in a coded copy' }).click();
  await page.getByText(/This file belongs to another workspace, “Sample: NEC, fiscal 2020”/).waitFor();
  await page.getByText('Nobody to compare with yet').waitFor();
});
