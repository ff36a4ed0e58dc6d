/** Whose harm, and where: written beside a decision, offered from what assessors said, and moving no rank. */
import { expect, test } from 'vitest';
import { goTo, type Hearken, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';

let hearken: Hearken;
onSample('impact', (started) => {
  hearken = started;
});

const lineOf = async (code: string) => {
  const { impacts, issues, rounds } = await workspaceState(hearken.page);
  const issueId = issues.find((one) => one.code === code)?.id;
  const round = rounds.find(({ stage }) => stage !== 'closed');
  return impacts.find((one) => one.issueId === issueId && one.roundId === round?.id);
};
const openLine = async (code: string) => {
  const { page } = hearken;
  const { issues, rounds } = await workspaceState(page);
  const round = rounds.find(({ stage }) => stage !== 'closed');
  const issueId = issues.find((one) => one.code === code)?.id;
  await goTo(page, `/decisions/${round?.id}?issue=${issueId}`);
  await page.getByRole('tab', { name: 'Whose harm' }).click();
  const fields = page.getByTestId('impact-fields');
  await fields.waitFor();
  return fields;
};

test('what assessors said is offered, comes in only when it is taken, and one step takes it back', async () => {
  const { page } = hearken;
  const fields = await openLine('cu-life-safety');
  expect(await lineOf('cu-life-safety')).toBeUndefined();
  await fields.getByRole('button', { name: 'Use “Directly linked to it”' }).click();
  await expect.poll(async () => (await lineOf('cu-life-safety'))?.connection).toBe('directly-linked');
  await fields.getByRole('button', { name: 'Use “Downstream”' }).click();
  await expect.poll(async () => (await lineOf('cu-life-safety'))?.valueChain).toEqual(['downstream']);

  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lineOf('cu-life-safety'))?.valueChain).toEqual([]);
  expect((await lineOf('cu-life-safety'))?.connection).toBe('directly-linked');
  await goTo(page, '/home');
});

test('a reason that an assessor gave is added to who is affected, and a text stays in its language', async () => {
  const fields = await openLine('cu-life-safety');
  await fields.getByRole('button', { name: /^Add to “Who is affected”: Rare, but a failure/ }).click();
  await expect
    .poll(async () => (await lineOf('cu-life-safety'))?.affected.en)
    .toContain('a failure of public infrastructure');

  const { page } = hearken;
  await page.getByRole('dialog').getByText('日本語').click();
  await fields.getByLabel('Country or region').fill('日本');
  await fields.getByLabel('Site, business or supplier').focus();
  await expect.poll(async () => (await lineOf('cu-life-safety'))?.country).toEqual({ ja: '日本' });
});

test('a measure with its date is decided in both languages; the lines of a closed round are only shown', async () => {
  const { page } = hearken;
  await page.getByRole('tab', { name: 'Decision', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Measure (English)').fill('Safety reviews before delivery');
  await dialog.getByLabel('Measure (Japanese)').fill('出荷前の安全審査');
  await dialog.getByLabel('Measure due').fill('2021-03');
  await dialog.getByRole('button', { name: 'Save decision' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { decisions, issues, rounds } = await workspaceState(page);
  expect(decisions.filter(({ why }) => why === '')).toEqual([]);
  const issueId = issues.find(({ code }) => code === 'cu-life-safety')?.id;
  const decided = decisions.find(
    ({ subject, measure }) => subject.id === issueId && Object.keys(measure).length > 0,
  );
  expect(decided).toMatchObject({
    measure: { en: 'Safety reviews before delivery', ja: '出荷前の安全審査' },
    due: '2021-03',
  });

  const closed = rounds.find(({ stage }) => stage === 'closed');
  await goTo(page, `/decisions/${closed?.id}?issue=${issueId}`);
  await page.getByRole('tab', { name: 'Whose harm' }).click();
  await page.getByText('The round is closed, and its impact lines with it.').waitFor();
  expect(await page.getByLabel('Who is affected').isDisabled()).toBe(true);
});

test('gross or net is asked once, with the round, and told to whoever rates', async () => {
  const { page } = hearken;
  const { rounds } = await workspaceState(page);
  const round = rounds.find(({ stage }) => stage !== 'closed');
  await goTo(page, `/assessment/${round?.id}`);
  await page.getByRole('tab', { name: 'Setup' }).click();
  await page.getByLabel('Gross: without the measures in place').click();
  await expect
    .poll(async () => (await workspaceState(page)).rounds.find(({ id }) => id === round?.id)?.grossOrNet)
    .toBe('gross');
  await page.getByRole('tab', { name: 'Rate' }).click();
  await page.getByText('Rate the impact as it would be without the measures in place (gross).').waitFor();
});
