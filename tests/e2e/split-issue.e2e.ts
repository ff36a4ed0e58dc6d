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
  await page.getByRole('heading', { name: 'Passages and advice: Child labour' }).waitFor();

  const after = await workspaceState(page);
  const parts = after.issues.filter(({ splitFrom }) => splitFrom === origin?.id);
  expect(parts.map(({ name }) => name.en).sort()).toEqual([
    'Child labour in mining',
    'Child labour on farms',
  ]);
  expect(after.codings).toEqual(before.codings);
  expect(after.ratings).toEqual(before.ratings);

  await goTo(page, `/issues/${origin?.id}`);
  await page.getByRole('button', { name: 'Child labour on farms' }).click();
  await page.getByText('Split off from').waitFor();
  await page.getByRole('button', { name: 'Child labour', exact: true }).waitFor();
});

test('what was said is sorted by click or key: memo, coder and time stay', async () => {
  const { page } = hearken;
  const before = await workspaceState(page);
  const origin = before.issues.find(({ name }) => name.en === 'Child labour');
  const [farms] = before.issues.filter(({ name }) => name.en === 'Child labour on farms');
  const codingsOf = async (id: string | undefined) =>
    (await workspaceState(page)).codings.filter(({ issueId }) => issueId === id);
  const [coding] = await codingsOf(origin?.id);
  expect(coding).toBeDefined();

  await goTo(page, `/issues/${origin?.id}`);
  await page.getByRole('button', { name: 'Sort passages…' }).click();
  const rows = page.getByTestId('put-to');
  await rows.first().waitFor();
  const count = await rows.count();
  // The third of the issues is put to by its digit; the row stays where it is, with the focus on it.
  await rows.first().getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await expect.poll(async () => (await codingsOf(farms?.id)).length).toBe(1);
  expect(await rows.count()).toBe(count);
  const [moved] = await codingsOf(farms?.id);
  const was = before.codings.find(({ id }) => id === moved?.id);
  expect(moved).toEqual({ ...was, issueId: farms?.id });

  await page.getByRole('switch').check();
  await expect.poll(() => rows.count()).toBe(count - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await codingsOf(farms?.id)).length).toBe(0);
  await expect.poll(() => rows.count()).toBe(count);
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
