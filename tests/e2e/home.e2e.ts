import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  createWorkspace,
  goTo,
  type Hearken,
  openSample,
  settled,
  startApp,
  workspaceState,
} from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

let folder: string;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-home-'));
  await start();
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-failure.png') });
});

async function start(): Promise<void> {
  hearken = await startApp({ userDataDir: path.join(folder, 'profile'), env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
}

const address = () => page.evaluate(() => window.location.hash.slice(1));
const heading = () => page.getByRole('main').getByRole('heading', { level: 1 });

/** Follows a link of Home and says where it led: the address and the view's heading. */
async function follow(link: Locator): Promise<{ at: string; title: string }> {
  await link.click();
  await settled(page);
  const led = { at: await address(), title: await heading().innerText() };
  await goTo(page, '/home');
  return led;
}

test('an empty workspace begins at Home with three steps, each a button that leads there', async () => {
  await createWorkspace(page, 'Lakeside', 'Lakeside Drinks Co., Ltd.', 'Mori');
  expect(await address()).toBe('/home');
  const steps = page.getByTestId('home-steps');
  expect(await steps.getByRole('listitem').count()).toBe(3);
  expect(await page.getByTestId('home-due').count(), 'nothing is said of what is due').toBe(0);
  expect(await steps.getByRole('button', { name: 'Open the dialogue' }).isDisabled()).toBe(true);
  expect((await follow(steps.getByRole('button', { name: 'Import…' }))).at).toBe('/dialogues/import');
  expect((await follow(steps.getByRole('button', { name: 'Start a round…' }))).at).toBe('/assessment/new');
});

test('the sample’s Home counts what the workspace holds, and each step leads to it', async () => {
  await page.keyboard.press('Control+Shift+W');
  await openSample(page, '/home');
  const { advice, dialogues, rounds, decisions } = await workspaceState(page);
  const round = rounds.reduce((last, one) => (one.fiscalYear > last.fiscalYear ? one : last));
  const heard = new Set(dialogues.filter((one) => one.fiscalYear === round.fiscalYear).map(({ id }) => id));
  const ofYear = advice.filter((one) => heard.has(one.dialogueId));
  const unanswered = ofYear.filter(
    ({ status, response }) => status !== 'done' && status !== 'declined' && response.trim() === '',
  );
  const step = (name: string) => page.getByTestId(`home-chain-${name}`);

  expect(await step('dialogues').innerText()).toMatch(new RegExp(`^${heard.size}\\s`));
  expect(await step('advice').innerText()).toMatch(new RegExp(`^${ofYear.length}\\s`));
  expect(await page.getByTestId('home-chain-advice-wanting').innerText()).toBe(
    `${unanswered.length} open without a response`,
  );
  expect(await step('decisions').innerText()).toMatch(
    new RegExp(`^${decisions.filter(({ roundId }) => roundId === round.id).length}\\s`),
  );
  expect(await page.getByTestId('home-steps').count(), 'all steps are taken').toBe(0);

  expect(await follow(step('dialogues'))).toEqual({ at: '/dialogues', title: 'Dialogues' });
  expect(await follow(step('advice'))).toEqual({ at: '/advice', title: 'Advice' });
  await step('round').click();
  await page.getByRole('heading', { level: 1, name: round.name.en ?? '' }).waitFor();
  await goTo(page, '/home');
  expect((await follow(step('decisions'))).at).toBe(`/decisions/${round.id}`);
  expect((await follow(step('report'))).title).toBe('Reports');
});

test('each figure of advice leads to as many rows as it says', async () => {
  const shown = async (link: Locator) => {
    const figure = Number(/\d+/.exec(await link.innerText())?.[0]);
    await link.click();
    await page.getByTestId('register').waitFor();
    await settled(page);
    const rows = await page.getByTestId('advice-row').count();
    await goTo(page, '/home');
    return { figure, rows };
  };
  const chain = page.getByTestId('home-chain');
  for (const link of [
    chain.getByTestId('home-chain-advice'),
    chain.getByTestId('home-chain-advice-wanting'),
  ]) {
    const { figure, rows } = await shown(link);
    expect(figure).toBeGreaterThan(0);
    expect(rows).toBe(figure);
  }
});

test('what is overdue leads to the commitment or the decision itself', async () => {
  const due = page.getByTestId('home-due');
  await due.getByText(/^\d+ overdue/).waitFor();
  await due.getByRole('button', { name: /^Show all/ }).click();
  const { commitments, issues, themes, decisions } = await workspaceState(page);

  const late = due.getByRole('link').filter({ hasText: 'Commitment' }).first();
  const id = (await late.getAttribute('href'))?.split('/').at(-1);
  const wanted = commitments.find((one) => one.id === id);
  expect(await late.innerText()).toContain(wanted?.owner);
  await late.click();
  await page
    .getByText(wanted?.text ?? '?')
    .last()
    .waitFor();
  expect(await address()).toBe(`/follow-up/commitments/${id}`);

  await goTo(page, '/home');
  const review = page
    .getByTestId('home-due')
    .locator('a[href*="/decisions/"]')
    .filter({ hasText: 'Review' })
    .first();
  const name = [...issues, ...themes]
    .filter((one) => decisions.some(({ subject }) => subject.id === one.id))
    .map((one) => one.name.en ?? '');
  const about = await review.innerText();
  const subject = name.find((one) => about.includes(one));
  expect(subject, about).toBeDefined();
  await review.click();
  await page
    .getByRole('dialog')
    .getByText(subject ?? '?')
    .first()
    .waitFor();
});

test('a point of the small matrix leads to its issue in the matrix', async () => {
  await goTo(page, '/home');
  const matrix = page.getByTestId('home-matrix');
  const item = matrix.getByTestId('scene').getByRole('button').first();
  await item.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await address()).toMatch(/^\/matrix\/[0-9a-f-]{36}/);
  expect(await page.evaluate(() => new URLSearchParams(window.location.search).get('issue'))).toMatch(
    /^[0-9a-f-]{36}$/,
  );
});

test('dialogues, issues and rounds that were opened are listed, the last one first', async () => {
  const { dialogues, issues } = await workspaceState(page);
  await goTo(page, `/dialogues/${dialogues[0]?.id}`);
  await goTo(page, `/issues/${issues[3]?.id}`);
  await goTo(page, '/home');
  const recent = page.getByTestId('home-recent').getByRole('link');
  expect(await recent.first().innerText()).toContain(issues[3]?.name.en);
  expect(await recent.nth(1).innerText()).toContain(dialogues[0]?.title);
  expect((await follow(recent.first())).title).toContain(issues[3]?.name.en);
});

test('what changed since the last start is counted, by whom, with the way to it', async () => {
  const changes = () => page.getByTestId('home-changes');
  await goTo(page, '/home');
  await changes()
    .getByText(/are listed here the next time/)
    .waitFor();
  const { issues } = await workspaceState(page);
  const issue = issues[5];
  await goTo(page, `/issues/${issue?.id}`);
  await page.getByRole('tab', { name: 'Definition' }).click();
  const name = page.getByRole('region', { name: 'English' }).getByLabel('Name', { exact: true });
  await name.fill('Access to water');
  await name.press('Enter');
  await expect.poll(async () => (await workspaceState(page)).issues[5]?.name.en).toBe('Access to water');
  await hearken.close();

  await start();
  // It goes on where it was left a moment ago.
  await expect.poll(address).toBe(`/issues/${issue?.id}`);
  await goTo(page, '/home');
  await changes().getByText('1 change', { exact: true }).waitFor();
  const group = changes().getByRole('link');
  expect(await group.innerText()).toContain('Issues and themes');
  expect((await follow(group)).title).toBe('Access to water');
  await hearken.close();

  await start();
  await goTo(page, '/home');
  await changes().getByText('Nothing has changed.').waitFor();
});

test('after a night away the app begins at Home', async () => {
  await goTo(page, '/issues');
  await expect.poll(address).toBe('/issues');
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith('hearken.left.')))
      localStorage.setItem(
        key,
        JSON.stringify({ place: '/issues', at: new Date(Date.now() - 86_400_000).toISOString() }),
      );
  });
  await hearken.close();
  await start();
  await expect.poll(address).toBe('/home');
  expect(hearken.pageErrors).toEqual([]);
});
