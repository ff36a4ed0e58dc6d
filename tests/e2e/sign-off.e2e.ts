/**
 * Closing signs decisions and indicators off: what is changed since is asked for its reason, listed as an amendment in the
 * window and in Word, and undone like anything else; a figure of the next year is follow-up, and asks nothing.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Round } from '#shared/model/round.ts';
import { goTo, type Hearken, openSample, setLanguage, startApp, workspaceState } from './harness.ts';

const WHY = 'The board asked for a closer look';

let folder: string;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-sign-off-'));
  hearken = await startApp({ env: { HEARKEN_E2E: '1' }, saveDir: folder });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await openSample(page);
});

afterAll(async () => {
  expect(hearken.pageErrors).toEqual([]);
  await hearken.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const state = () => workspaceState(page);

async function theRound(): Promise<Round> {
  const round = (await state()).rounds.find(({ fiscalYear }) => fiscalYear === 2019);
  if (!round) throw new Error('the sample has another year');
  return round;
}

async function documentText(): Promise<string> {
  await goTo(page, `/reports?kind=materiality&subject=${(await theRound()).id}`);
  await page.getByTestId('report-create').click();
  await expect
    .poll(async () => (await readdir(folder)).filter((name) => name.endsWith('.docx')).length)
    .toBe(1);
  const [name = ''] = (await readdir(folder)).filter((one) => one.endsWith('.docx'));
  const file = path.join(folder, name);
  const parts = unzipSync(await readFile(file));
  await rm(file);
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '');
}

let signedOff: string;

test('closing says that decisions are signed off, and shows when, by whom and the fingerprint', async () => {
  const round = await theRound();
  await goTo(page, `/assessment/${round.id}`);
  await page.getByRole('button', { name: 'Close the round' }).click();
  await page
    .getByTestId('stage-dialog')
    .getByText(/8 decisions are signed off/)
    .waitFor();
  await page
    .getByTestId('stage-dialog')
    .getByRole('button', { name: /^Close (anyway|and sign off)$/ })
    .click();
  await page
    .getByTestId('signed-off')
    .getByText(/Signed off on/)
    .waitFor();
  const record = (await state()).records.find((one) => one.roundId === round.id && one.kind === 'closed');
  expect(record?.decisions).toHaveLength(8);
  expect(await page.getByTestId('signed-off').innerText()).toContain(record?.fingerprint?.slice(0, 8) ?? '?');
  signedOff = await documentText();
  expect(signedOff).toContain((record?.fingerprint ?? '?').slice(0, 8));
  expect(signedOff).not.toContain('Amendments after sign-off');
});

test('a signed-off decision is changed with a reason alone; who goes back has lost nothing that was typed', async () => {
  await goTo(page, `/decisions/${(await theRound()).id}`);
  await page.getByTestId('decisions').getByRole('button', { name: 'Access to remedy' }).first().click();
  const form = page.getByRole('dialog').filter({ has: page.getByTestId('decision-rule') });
  await form.getByLabel('Owner').fill('The board');
  await form.getByRole('button', { name: 'Amend…' }).click();
  const asked = page.getByTestId('amend');
  await asked.waitFor();
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  expect(await form.getByLabel('Owner').inputValue()).toBe('The board');
  expect((await state()).amendments).toEqual([]);
  await form.getByRole('button', { name: 'Amend…' }).click();
  await asked.getByLabel('Reason').fill(WHY);
  await asked.getByRole('button', { name: 'Amend', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: 'Amendments (1)' }).waitFor({ state: 'attached' });
  await page.getByText('Amendments (1)').click();
  const list = page.getByTestId('amendments');
  await list.getByText('Amendment 1').waitFor();
  expect(await list.innerText()).toMatch(/Owner: .* → The board/);
  expect(await list.innerText()).toContain(`Reason: ${WHY}`);
});

test('the report is as it was signed off, and the amendment stands after it', async () => {
  const text = await documentText();
  const [before, after] = text.split(/Amendments after sign-off/).map((part) => part.trim());
  expect(after).toBeDefined();
  expect(text).toContain(WHY);
  expect(text).toMatch(/Owner: .* → The board/);
  // Its head says when it was written; everything else up to the amendments is the same.
  expect(before?.length).toBeGreaterThan(10_000);
  expect(signedOff.startsWith((before ?? '').slice(0, 2_000))).toBe(true);
});

test('an amendment is undone with what it says, and made again', async () => {
  const owners = async () => (await state()).decisions.map(({ owner }) => owner);
  expect(await owners()).toContain('The board');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await state()).amendments.length).toBe(0);
  expect(await owners()).not.toContain('The board');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(async () => (await state()).amendments.length).toBe(1);
  expect(await owners()).toContain('The board');
});

test('a figure of the next year is follow-up and asks nothing; one of the year itself asks why', async () => {
  const round = await theRound();
  const { decisions, figures: there } = await state();
  // A figure of a published report is restated, and none of its own year is typed over.
  const isUntold = (id: string) =>
    !there.some(({ indicatorId, value }) => indicatorId === id && value !== null);
  const decision = decisions.find(
    (one) =>
      one.roundId === round.id &&
      one.subject.kind === 'theme' &&
      one.indicatorIds.length > 0 &&
      one.indicatorIds.every(isUntold),
  );
  await goTo(page, '/dialogues');
  await goTo(page, `/decisions/${round.id}?theme=${decision?.subject.id}`);
  const figures = page.getByRole('textbox', { name: /: figure$/ });
  await figures.first().waitFor();
  const count = await figures.count();
  await figures.nth(count - 1).fill('77');
  await figures.nth(count - 1).press('Enter');
  const values = async () => (await state()).figures.map(({ value }) => value);
  await expect.poll(values).toContain(77);
  expect((await state()).amendments).toHaveLength(1);
  const own = page.getByRole('textbox', { name: /FY2020: figure$/ }).first();
  await own.fill('66');
  await own.press('Enter');
  await page.getByTestId('amend').getByLabel('Reason').fill('Counted again');
  await page.getByTestId('amend').getByRole('button', { name: 'Amend', exact: true }).click();
  await expect.poll(values).toContain(66);
  expect((await state()).amendments.map(({ why }) => why).sort()).toEqual(['Counted again', WHY]);
});
