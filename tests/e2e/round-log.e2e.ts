/**
 * Once rating has begun, what is changed of a round needs a reason and stands in its log: thresholds, an assessor who is
 * withdrawn, one who is recused; and after a discussion there is another blind round, with the first one's ratings kept.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, type Hearken, openSample, setLanguage, startApp, workspaceState } from './harness.ts';

let folder: string;
let hearken: Hearken;
let page: Page;
let roundId = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-round-log-'));
  hearken = await startApp({ userDataDir: path.join(folder, 'profile'), env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await openSample(page);
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function theRound() {
  const { rounds } = await workspaceState(page);
  const round = rounds.find(({ id }) => id === roundId);
  if (!round) throw new Error('The round is not there.');
  return round;
}

const open = (tab: string) => goTo(page, `/assessment/${roundId}?tab=${tab}`);
const reason = () => page.getByTestId('reason-dialog');

test('a round is named in both languages, and the name in each is its own to change', async () => {
  await goTo(page, '/assessment/new');
  await page.getByRole('textbox', { name: 'Name (English)' }).fill('Second look');
  await page.getByRole('button', { name: 'Start round' }).click();
  await page.getByTestId('rating-form').waitFor();
  roundId = (await workspaceState(page)).rounds.find(({ name }) => name.en === 'Second look')?.id ?? '';
  expect((await theRound()).name.ja).toBe('2020年度人権課題評価');
  await open('setUp');
  const english = page.getByRole('textbox', { name: 'Name (English)' });
  await english.fill('Another look');
  await english.blur();
  await expect
    .poll(async () => (await theRound()).name)
    .toEqual({ en: 'Another look', ja: '2020年度人権課題評価' });
  await setLanguage(hearken, 'ja');
  await page.getByRole('heading', { name: '2020年度人権課題評価' }).waitFor();
  await setLanguage(hearken, 'en');
  await page.getByRole('heading', { name: 'Another look' }).waitFor();
});

test('thresholds wait for a reason, which is kept while other views are looked at', async () => {
  const severe = page.getByRole('textbox', { name: 'Tier 1 from severity' });
  await severe.fill('4.5');
  await severe.blur();
  const waiting = page.getByTestId('pending-set-up');
  await waiting.getByText('Thresholds: Tier 1 from severity 4 → 4.5').waitFor();
  expect(await waiting.getByRole('button', { name: 'Save changes' }).isDisabled()).toBe(true);
  await waiting.getByRole('textbox', { name: 'Reason' }).fill('The board asked for it.');
  await open('course');
  await open('setUp');
  expect((await theRound()).thresholds.severe).toBe(4);
  expect(await waiting.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('The board asked for it.');
  await waiting.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(async () => (await theRound()).thresholds.severe).toBe(4.5);
  await waiting.waitFor({ state: 'detached' });
  expect((await theRound()).log).toMatchObject([{ kind: 'thresholds', why: 'The board asked for it.' }]);
});

test('an assessor is withdrawn with a reason, undo brings them back, and the ratings stay', async () => {
  await page.getByRole('button', { name: 'Withdraw B · Business division…' }).click();
  const confirm = reason().getByRole('button', { name: 'Withdraw' });
  expect(await confirm.isDisabled()).toBe(true);
  await reason().getByRole('textbox').fill('Changed to a supplier.');
  await confirm.click();
  await page.getByTestId('withdrawn').getByText('Changed to a supplier.').waitFor();
  const withdrawn = async () =>
    (await theRound()).assessors.filter((one) => one.withdrawn).map(({ name }) => name);
  expect(await withdrawn()).toEqual(['B · Business division']);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('Control+Z');
  await expect.poll(withdrawn).toEqual([]);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(withdrawn).toEqual(['B · Business division']);
});

test('whoever has an interest is recused from the issue, which is not asked of them', async () => {
  await open('rate');
  await page.getByTestId('rating-form').getByRole('button', { name: 'Recuse from this issue…' }).click();
  await reason().getByRole('textbox').fill('Owns shares in the supplier.');
  await reason().getByRole('button', { name: 'Recuse', exact: true }).click();
  await page.getByTestId('recused').getByText('Owns shares in the supplier.').waitFor();
  await page.getByText(/^0 of 18 issues answered$/).waitFor();
  const radios = page.getByTestId('rating-form').getByRole('radio', { name: /./ });
  expect(await radios.first().isDisabled()).toBe(true);
});

test('after a discussion everybody rates blind again, with the first ratings beside', async () => {
  const { issueIds, assessors } = await theRound();
  const [, , third] = issueIds;
  await goTo(page, `/assessment/${roundId}?issue=${third}&tab=rate&as=${assessors[0]?.id}`);
  const scale = page.locator('[data-dimension="scale"] [role="radio"][tabindex="0"]');
  await scale.focus();
  await page.keyboard.press('4');
  await expect
    .poll(async () => (await workspaceState(page)).ratings.filter((one) => one.roundId === roundId).length)
    .toBe(1);
  await page.getByRole('button', { name: 'Start discussion' }).click();
  await page.getByTestId('stage-dialog').getByRole('button', { name: 'Start anyway' }).click();
  await expect.poll(async () => (await theRound()).stage).toBe('discussion');
  await page.getByRole('button', { name: 'Second blind round…' }).click();
  await reason().getByRole('button', { name: 'Start blind round' }).click();
  await expect.poll(async () => (await theRound()).stage).toBe('rating');
  await page.getByRole('button', { name: 'Start discussion' }).click();
  await page.getByTestId('stage-dialog').getByRole('button', { name: 'Start anyway' }).click();
  await goTo(page, `/assessment/${roundId}?issue=${third}&tab=discussion`);
  await page.getByTestId('first-round').getByText('As rated until').waitFor();
  await page.getByTestId('first-round').scrollIntoViewIfNeeded();
});

test('the log and the method page say what was done, by capacity, and nothing that was not', async () => {
  await open('course');
  const log = page.getByTestId('round-log');
  await log.getByText('Assessor withdrawn: B · Business division').waitFor();
  await log.getByText('Owns shares in the supplier.').waitFor();
  await log.scrollIntoViewIfNeeded();
  await goTo(page, `/reports/method/${roundId}`);
  const method = page.getByTestId('method-page');
  await method.getByText(/Assessor withdrawn: .* Reason: Changed to a supplier\./).waitFor();
  await method.getByText(/^One assessor is withdrawn/).waitFor();
  await method.getByText(/^Recused from .*: Owns shares in the supplier\.$/).waitFor();
  await method.getByText(/^After a discussion, assessors rated again from/).waitFor();
  await method.getByText('No description of a level has been changed since rating began.').waitFor();
  const words = (await method.textContent()) ?? '';
  expect(words).toContain('The board asked for it.');
  expect(words).not.toContain('The thresholds have not been changed since rating began.');
  expect(words).not.toContain('Business division');
});
