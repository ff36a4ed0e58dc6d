/**
 * Advice as a register, and coding put right, in the real app: what is overdue and whose it is in one click, sorting,
 * several at once with one undo, done in one step, the way from one to the next, copying with attribution; a coding
 * given another issue with its memo, and its borders moved.
 */
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { Advice } from '#shared/model/advice.ts';
import { goTo, type Hearken, settled, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';

let hearken: Hearken;
let page: Page;

onSample('register', (opened) => {
  hearken = opened;
  page = opened.page;
});

beforeEach(async () => {
  await page.keyboard.press('Escape');
});

const state = () => workspaceState(page);
const rows = () => page.getByTestId('advice-row');
const pills = () => page.getByTestId('advice-pills');
const adviceById = async (id: string): Promise<Advice | undefined> =>
  (await state()).advice.find((one) => one.id === id);
/** Ids of the rows, in the order shown. */
const shownIds = () => rows().evaluateAll((all) => all.map((row) => row.id.replace('advice-row-', '')));
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

async function register(query = '?as=list'): Promise<void> {
  await goTo(page, `/advice${query}`);
  const clear = pills().getByRole('button', { name: 'Clear filters' });
  if (await clear.isVisible()) await clear.click();
  await page.getByTestId('register').waitFor();
}

test('what is overdue stands under the names of those who own it', async () => {
  await goTo(page, '/advice?due=overdue&as=owner');
  await page.getByTestId('register').waitFor();
  const { advice, commitments } = await state();
  const late = commitments.filter(({ due, status }) => due && status === 'promised');
  expect(await rows().count()).toBe(late.length);
  expect(await page.locator('[data-testid="advice-row"] [data-due="overdue"]').count()).toBe(late.length);
  const groups = await page.getByTestId('advice-group').allTextContents();
  expect(groups.map((text) => text.split(' – ')[0])).toEqual(
    [...new Set(late.map(({ owner }) => owner))].sort(),
  );
  await pills().getByRole('button', { name: 'Remove the filter “Due date”' }).click();
  await expect.poll(() => rows().count()).toBe(advice.length);
});

test('a head sorts up and down; an edge resizes by keys, and both are there after another view', async () => {
  await register();
  const head = page.locator('th[data-column="due"]');
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const dues = async () => {
    const { commitments } = await state();
    const due = new Map<string, string | null>(commitments.map((one) => [one.madeIn.id, one.due]));
    return (await shownIds()).map((id) => due.get(id) ?? null);
  };
  const up = (await dues()).filter((due) => due !== null);
  expect(up.length).toBeGreaterThan(2);
  expect(up).toEqual([...up].sort());
  expect((await dues()).slice(0, up.length)).toEqual(up);
  await head.getByRole('button').click();
  expect((await dues()).slice(0, up.length)).toEqual([...up].sort().reverse());

  const edge = page.getByRole('separator', { name: 'Width of column Owner' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(Number(await edge.getAttribute('aria-valuenow'))).toBe(before + 32);
  await goTo(page, '/issues');
  await register('');
  expect(Number(await edge.getAttribute('aria-valuenow'))).toBe(before + 32);
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  await head.getByRole('button').click();
  expect(await head.getAttribute('aria-sort')).toBe('none');
});

test('several rows get one owner in one step, which one undo takes back', async () => {
  await register();
  const before = await state();
  const ids = await shownIds();
  await rows().nth(0).getByRole('checkbox').click();
  await rows()
    .nth(2)
    .click({ modifiers: ['Shift'], position: { x: 60, y: 10 } });
  const bar = page.getByTestId('bulk-bar');
  await bar.getByText('3 selected').waitFor();
  await bar.getByRole('button', { name: 'Set owner' }).click();
  await page
    .getByRole('combobox', { name: 'Owner' })
    .or(page.getByRole('textbox', { name: 'Owner' }))
    .fill('Ines Moreau');
  await page.keyboard.press('Enter');
  const owners = async () => [
    ...(await state()).advice.filter(({ owner }) => owner === 'Ines Moreau').map(({ id }) => id),
    // Where something is promised, it is the promise's.
    ...(await state()).commitments
      .filter(({ owner }) => owner === 'Ines Moreau')
      .map(({ madeIn }): string => madeIn.id),
  ];
  await expect.poll(owners).toHaveLength(3);
  expect(new Set(await owners())).toEqual(new Set(ids.slice(0, 3)));
  await page.getByText('Changed 3 pieces of advice').waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await state()).advice).toEqual(before.advice);
  expect((await state()).commitments).toEqual(before.commitments);

  await page.getByTestId('register').focus();
  await page.keyboard.press('Control+a');
  await bar.getByText(`${ids.length} selected`).waitFor();
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
});

test('done in one step where it is answered; where not, the response is asked for and recorded with it', async () => {
  await register();
  const { advice } = await state();
  const answered = advice.find(({ status, response }) => status === 'considered' && response !== '');
  const silent = advice.find(({ status, response }) => status === 'considered' && response === '');
  if (!answered || !silent) throw new Error('The sample has no such advice.');
  await goTo(page, `/advice/${answered.id}`);
  const drawer = page.getByRole('dialog', { name: 'Advice and response' });
  await drawer.getByRole('button', { name: 'Mark as done' }).click();
  await expect.poll(async () => (await adviceById(answered.id))?.status).toBe('done');

  await goTo(page, `/advice/${silent.id}`);
  await drawer.getByRole('button', { name: 'Mark as done' }).click();
  const asked = page.getByRole('dialog', { name: 'Set status to “Done”' });
  await asked.getByRole('textbox').fill('Settled with the suppliers.');
  await asked.getByRole('button', { name: 'Mark as done' }).click();
  await expect
    .poll(() => adviceById(silent.id))
    .toMatchObject({ status: 'done', response: 'Settled with the suppliers.' });
});

test('the panel leads to the next and the previous in the order of the list', async () => {
  await register();
  const ids = await shownIds();
  await rows()
    .nth(1)
    .click({ position: { x: 60, y: 10 } });
  const drawer = page.getByRole('dialog', { name: 'Advice and response' });
  await drawer.getByText(`2 of ${ids.length}`).waitFor();
  await drawer.getByRole('button', { name: 'Next advice' }).click();
  await drawer.getByText(`3 of ${ids.length}`).waitFor();
  expect(page.url()).toContain(ids[2]);
  await drawer.getByLabel('Commitment').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await drawer.getByText(`2 of ${ids.length}`).waitFor();
  expect(page.url()).toContain(ids[1]);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

test('what became of advice stands by dialogue, with response and commitment', async () => {
  await register();
  await page.getByText('By dialogue', { exact: true }).click();
  await page.getByTestId('advice-group').first().waitFor();
  const { advice, dialogues, commitments } = await state();
  const heads = await page.getByTestId('advice-group').allTextContents();
  expect(heads).toHaveLength(new Set(advice.map(({ dialogueId }) => dialogueId)).size);
  expect(heads[0]).toContain(dialogues.find(({ id }) => id === advice[0]?.dialogueId)?.title);
  const [promise] = commitments;
  const committed = advice.find(({ id }) => id === promise?.madeIn.id);
  const row = page.locator(`#advice-row-${committed?.id}`);
  expect(await row.textContent()).toContain(promise?.text);
  expect(await row.textContent()).toContain(committed?.response.slice(0, 60));
});

test('rows have a menu, by pointer and by key, that copies their words with attribution', async () => {
  await hearken.app
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'])
    .catch(() => {});
  await register();
  const [first = ''] = await shownIds();
  const { passages, advice } = await state();
  const quote = passages.find(
    ({ id }) => id === advice.find((one) => one.id === first)?.passageIds[0],
  )?.quote;
  await page.getByTestId('register').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  const copyFrom = async (menu: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByTestId(menu).getByRole('menuitem', { name: 'Copy with attribution' }).click();
    await expect.poll(clipboard).not.toBe('');
    return clipboard();
  };
  expect(await copyFrom('advice-menu')).toContain(quote);

  await goTo(page, '/passages');
  const find = page.getByTestId('find').first();
  await find.click({ button: 'right', position: { x: 200, y: 20 } });
  expect(await copyFrom('find-menu')).toMatch(/^“.+” \(.+\)$/s);

  await goTo(page, '/issues');
  const issue = page.getByTestId('issue-row').filter({ hasText: 'Forced labour' });
  await issue.click({ button: 'right' });
  expect(await copyFrom('issue-menu')).toContain('Forced labour and modern slavery');
});

test('a coding gets another issue and keeps memo, coder and time; one undo takes it back', async () => {
  const before = await state();
  const passage = before.passages.find(
    ({ id, state: kept }) =>
      kept === 'anchored' && before.codings.filter((one) => one.passageId === id).length === 1,
  );
  const coding = before.codings.find(({ passageId }) => passageId === passage?.id);
  if (!passage || !coding) throw new Error('The sample has no such coding.');
  await goTo(page, `/dialogues/${passage.dialogueId}?turn=${passage.turnId}&passage=${passage.id}`);
  const card = page.locator(`[data-card="c-${coding.id}"]`);
  await card.getByRole('button', { name: 'Change issue…' }).click();
  const dialog = page.getByTestId('recode');
  await dialog.getByRole('combobox').fill('privacy');
  await page.keyboard.press('Enter');
  const now = async () => (await state()).codings.find(({ id }) => id === coding.id);
  const { issues } = before;
  await expect.poll(async () => (await now())?.issueId).not.toBe(coding.issueId);
  const after = await now();
  expect(issues.find(({ id }) => id === after?.issueId)?.name.en).toMatch(/privacy/i);
  expect(after).toMatchObject({ memo: coding.memo, coder: coding.coder, at: coding.at });
  await page.getByRole('alert').getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await state()).codings).toEqual(before.codings);
});

test('the borders of a coding are moved by keys and by a handle, and back by undo', async () => {
  const before = await state();
  const passage = before.passages.find(
    ({ id, state: kept, quote }) =>
      kept === 'anchored' &&
      quote.split(' ').length > 6 &&
      before.codings.filter((one) => one.passageId === id).length === 1,
  );
  const coding = before.codings.find(({ passageId }) => passageId === passage?.id);
  if (!passage || !coding) throw new Error('The sample has no such coding.');
  const quote = async () => {
    const { codings, passages } = await state();
    const own = codings.find(({ id }) => id === coding.id);
    return passages.find(({ id }) => id === own?.passageId)?.quote ?? '';
  };
  await goTo(page, `/dialogues/${passage.dialogueId}?turn=${passage.turnId}&passage=${passage.id}`);
  await page.locator(`[data-card="c-${coding.id}"]`).click({ position: { x: 120, y: 60 } });
  await page.getByTestId('desk').focus();
  await page.keyboard.press('b');
  const tools = page.getByTestId('borders');
  await tools.waitFor();
  const preview = async () => (await page.locator('[data-kind~="selection"]').allTextContents()).join('');
  expect(await preview()).toBe(passage.quote);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Shift+ArrowRight');
  const shown = await preview();
  expect(passage.quote).toContain(shown);
  expect(shown.length).toBeLessThan(passage.quote.length);
  expect(await quote()).toBe(passage.quote);
  await page.keyboard.press('Enter');
  await tools.waitFor({ state: 'detached' });
  await expect.poll(quote).toBe(shown);
  await page.getByRole('alert').getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await state()).passages).toEqual(before.passages);
  expect((await state()).codings).toEqual(before.codings);

  await page
    .locator(`[data-card="c-${coding.id}"]`)
    .getByRole('button', { name: /borders/ })
    .click();
  await tools.waitFor();
  const handle = page.locator('[data-edge="end"]');
  const box = await handle.boundingBox();
  if (!box) throw new Error('The handle is not drawn.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(preview).not.toBe(passage.quote);
  await page.keyboard.press('Escape');
  await tools.waitFor({ state: 'detached' });
  expect(await quote()).toBe(passage.quote);
});

test('several passages get another issue at once', async () => {
  const before = await state();
  const forced = before.issues.find(({ code }) => code === 'sc-forced-labour');
  await goTo(page, `/passages?about=${forced?.id}`);
  await settled(page);
  const finds = page.getByTestId('find');
  await finds.nth(0).getByRole('checkbox').click();
  await finds.nth(1).getByRole('checkbox').click();
  await page
    .getByRole('toolbar', { name: 'Selected passages' })
    .getByRole('button', { name: 'Change issue…' })
    .click();
  const dialog = page.getByTestId('recode');
  await dialog.getByText(/codings? to “/).waitFor();
  await dialog.getByPlaceholder(/./).last().fill('privacy');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const count = (codings: typeof before.codings, issueId: string | undefined) =>
    codings.filter((one) => one.issueId === issueId).length;
  const privacy = before.issues.find(({ name }) => /privacy/i.test(name.en ?? ''));
  await expect
    .poll(async () => count((await state()).codings, privacy?.id))
    .toBeGreaterThan(count(before.codings, privacy?.id));
  await page.getByRole('alert').getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await state()).codings).toEqual(before.codings);
});
