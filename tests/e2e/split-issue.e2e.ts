/** An issue is split: its parts stand beside it, know where they come from, and one step takes it back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, type Hearken, openSample, startApp, workspaceState } from './harness.ts';

let hearken: Hearken;

beforeAll(async () => {
  hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
  await openSample(hearken.page);
});

afterAll(async () => {
  await hearken?.close();
});

const issues = async () => (await workspaceState(hearken.page)).issues;

test('issues are split off another one, which keeps what was said of it', async () => {
  const { page } = hearken;
  const before = await workspaceState(page);
  const origin = before.issues.find(({ name }) => name.en === 'Child labour');
  await goTo(page, `/issues/${origin?.id}`);
  await page.getByRole('button', { name: 'Split…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('English').first().fill('Child labour in mining');
  await dialog.getByRole('button', { name: 'Add another' }).click();
  await dialog.getByLabel('English').nth(1).fill('Child labour on farms');
  await dialog.getByRole('button', { name: 'Split', exact: true }).click();
  await page.getByRole('button', { name: 'Child labour on farms' }).waitFor();

  const after = await workspaceState(page);
  const parts = after.issues.filter(({ splitFrom }) => splitFrom === origin?.id);
  expect(parts.map(({ name }) => name.en).sort()).toEqual([
    'Child labour in mining',
    'Child labour on farms',
  ]);
  expect(after.codings).toEqual(before.codings);
  expect(after.ratings).toEqual(before.ratings);

  await page.getByRole('button', { name: 'Child labour on farms' }).click();
  await page.getByText('Split off from').waitFor();
  await page.getByRole('button', { name: 'Child labour', exact: true }).waitFor();
});

test('a name that is taken is refused with words, and one step takes the whole split back', async () => {
  const { page } = hearken;
  const split = await issues();
  const origin = split.find(({ name }) => name.en === 'Child labour');
  await goTo(page, `/issues/${origin?.id}`);
  await page.getByRole('button', { name: 'Split…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('English').first().fill('Child labour on farms');
  await dialog.getByRole('button', { name: 'Split', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: /name/i }).first().waitFor();
  expect(await issues()).toEqual(split);

  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await issues()).some(({ splitFrom }) => splitFrom === origin?.id))
    .toBe(false);
  expect(hearken.pageErrors).toEqual([]);
});
