import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { prepareAxe, violations } from './axe.ts';
import { Hand } from './counted.ts';
import { chooseInMenu, goTo, type Hearken, setColorScheme, settled, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';

let hearken: Hearken;
let page: Page;

onSample(
  'company-register',
  (opened) => {
    hearken = opened;
    page = opened.page;
  },
  [1280, 800],
);

beforeEach(async () => {
  await page.keyboard.press('Escape');
});

const state = () => workspaceState(page);
const idOf = async (table: 'arrangements' | 'organisations' | 'instruments', name: string) =>
  (await state())[table].find((row) => row.name.en === name)?.id ?? '';
const undo = async (): Promise<void> => {
  // Undo in a field is of what was typed there.
  await page.getByRole('heading', { level: 1 }).click();
  await chooseInMenu(hearken.app, 'app.undo');
};

/** Writes into the field that is called so, from the keyboard. */
async function fill(hand: Hand, within: Locator, label: string, text: string) {
  await within.getByLabel(label, { exact: true }).focus();
  await hand.type(text);
}

/** Waits until a dialog that opened has put the focus where one types. */
async function isFocused(field: Locator): Promise<void> {
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function choose(within: Locator, label: string, option: string) {
  await within.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** A row of each list, with the keys of somebody who has only what the company published. */
const ROWS = [
  { list: 'arrangements', name: 'Human Rights Steering Committee', kind: 'Committee or body' },
  { list: 'arrangements', name: 'Half-yearly review of plants', kind: 'Review' },
  { list: 'arrangements', name: 'Supplier helpline', kind: 'Channel' },
  { list: 'arrangements', name: 'Training for buyers', kind: 'Training' },
  { list: 'arrangements', name: 'Self-assessment of suppliers', kind: 'Supplier programme' },
  { list: 'arrangements', name: 'Council of experts', kind: 'Advisory council' },
  { list: 'arrangements', name: 'Responsible Business Alliance', kind: 'Membership' },
  { list: 'arrangements', name: 'Modern slavery statement of a subsidiary', kind: 'Statement' },
  { list: 'organisations', name: 'Harbour Ltd', kind: 'Company of the group' },
  { list: 'instruments', name: 'Children’s Rights Policy', kind: 'Policy' },
  { list: 'sources', name: 'Index of forced labour', kind: 'Risk data' },
] as const;

test.each(ROWS)('$kind is added by hand: n, the name, the kind, Enter', async ({ list, name, kind }) => {
  await goTo(page, `/register/${list}`);
  await page.getByTestId('register-row').first().waitFor();
  const hand = new Hand(page);
  await hand.press('n');
  const form = page.getByRole('dialog');
  await isFocused(form.getByLabel(/English/));
  await hand.type(name);
  await choose(form, 'Kind', kind);
  await form.getByLabel(/English/).focus();
  await hand.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expect(hand.cost.keys).toBe(2);
  const rows = (await state())[list] as readonly { id: string; name?: unknown; title?: unknown }[];
  expect(rows.filter((row) => JSON.stringify(row.name ?? row.title).includes(name))).toHaveLength(1);
  await undo();
  await expect.poll(async () => (await state())[list].length).toBe(rows.length - 1);
});

test('an entry is written on the page of what it belongs to: e, its time, its words, Enter', async () => {
  const id = await idOf('arrangements', 'Corporate Human Rights Promotion Committee');
  await goTo(page, `/register/arrangements/${id}`);
  await page.getByTestId('timeline').waitFor();
  const hand = new Hand(page);
  await hand.press('e');
  const form = page.getByRole('dialog');
  await isFocused(form.getByRole('combobox', { name: 'Kind', exact: true }));
  await fill(hand, form, 'When', 'FY2020');
  await hand.press('Tab');
  await hand.type('Looked at the results of the training');
  await hand.press('Control+Enter');
  const item = page.getByTestId('timeline-item').filter({ hasText: 'Looked at the results' });
  await item.waitFor();
  expect(hand.cost.keys).toBe(3);
  const entry = (await state()).entries.find(({ text }) => text.startsWith('Looked at the results'));
  expect(entry).toMatchObject({
    kind: 'meeting',
    fiscalYear: 2019,
    when: null,
    phase: 'done',
    arrangementId: id,
  });

  await item.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await item.waitFor({ state: 'detached' });
  await undo();
  await item.waitFor();
  await undo();
  await item.waitFor({ state: 'detached' });
});

test('a request is to be answered within three weeks, and stands in what is due until it is', async () => {
  const id = await idOf('organisations', 'NEC Corporation');
  await goTo(page, `/register/organisations/${id}`);
  await page.getByTestId('timeline').waitFor();
  await page.keyboard.press('e');
  const form = page.getByRole('dialog');
  await choose(form, 'Kind', 'Request');
  await form.getByLabel('When', { exact: true }).fill('14 February 2024');
  expect(await form.getByLabel('Answer by').inputValue()).toBe('6 March 2024');
  await form.getByLabel('What happened').fill('How are recruitment fees looked into?');
  await form.getByRole('button', { name: 'Add entry' }).click();
  await page.getByTestId('timeline-item').filter({ hasText: 'How are recruitment fees' }).waitFor();
  await goTo(page, '/follow-up');
  const due = page
    .getByTestId('due-overdue')
    .getByTestId('due-item')
    .filter({ hasText: 'How are recruitment' });
  await due.getByText('6 March 2024').waitFor();
  await due.getByRole('link').click();
  const item = page.locator('[data-testid="timeline-item"][data-found]');
  await item.getByText('How are recruitment fees').waitFor();
  await item.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  await choose(page.getByRole('dialog'), 'Status', 'Answered');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await state()).entries.find(({ kind }) => kind === 'request')?.phase)
    .toBe('done');
});

test('what is referred to is not deleted, and every place is a way there (I13)', async () => {
  const id = await idOf('organisations', 'BSR (Business for Social Responsibility)');
  await goTo(page, `/register/organisations/${id}`);
  await page
    .getByRole('button', { name: /^More for/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('is still in use').waitFor();
  for (const place of ['Asako Nagai', 'BSR: human-rights risk data', 'Became a member'])
    await dialog.getByRole('link', { name: place }).waitFor();
  await dialog.getByRole('link', { name: 'Asako Nagai' }).click();
  await page.getByRole('heading', { level: 1, name: 'Asako Nagai' }).waitFor();
  expect((await state()).organisations.some((one) => one.id === id)).toBe(true);
});

test('two sources that differ are shown side by side, and one stands with a reason (W11)', async () => {
  const id = await idOf('instruments', 'Guidelines for Responsible Business Conduct in Supply Chains');
  await goTo(page, `/register/instruments/${id}`);
  const dispute = page.getByTestId('entry-dispute');
  await dispute.getByText('Sources give different dates').waitFor();
  for (const year of ['FY2020', 'FY2021']) await dispute.getByText(year, { exact: true }).waitFor();
  await dispute.getByRole('button', { name: 'FY2020 stands' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Why').fill('The page is of that year.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dispute.getByText('Why: The page is of that year.').waitFor();
  const standings = async () =>
    (await state()).entries.filter(({ kind }) => kind === 'revision').map(({ standing }) => standing);
  expect((await standings()).sort()).toEqual(['set-aside', 'stands']);
  await undo();
  await expect.poll(async () => new Set(await standings())).toEqual(new Set(['stands']));
});

test('an occurrence is recorded in two clicks, and a changed cadence keeps the past (I11)', async () => {
  const id = await idOf('arrangements', 'Quarterly review of human rights, health and safety in EMEA');
  await goTo(page, `/register/arrangements/${id}`);
  const first = page.getByTestId('occurrences').first().getByTestId('occurrence').first();
  const hand = new Hand(page);
  await hand.click(first.getByRole('button', { name: /^Record/ }));
  await hand.click(page.getByRole('dialog').getByRole('button', { name: 'Add entry' }));
  await first.getByText('Held').waitFor();
  expect(hand.cost.clicks).toBe(2);
  await undo();
  await first.getByText('Open').waitFor();

  await choose(page.locator('main'), 'How often', 'Every year');
  await page.getByRole('button', { name: 'Change from now on' }).click();
  const arrangement = async () => (await state()).arrangements.find((one) => one.id === id);
  await expect.poll(async () => (await arrangement())?.cadence?.months).toBe(12);
  expect((await arrangement())?.formerCadences).toMatchObject([
    { cadence: { months: 3, anchor: '2019-04' } },
  ]);
  await undo();
  await expect.poll(async () => (await arrangement())?.formerCadences).toEqual([]);
});

test('what the register holds is found from the palette, and opens in one step', async () => {
  await goTo(page, '/home');
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog').getByRole('textbox');
  await palette.fill('Supplier Visit Record');
  await page.getByRole('dialog').getByText('Supplier Visit Record', { exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Supplier Visit Record' }).waitFor();
});

test('issues and people show what the register says of them', async () => {
  const { issues, persons } = await state();
  const issue = issues.find(({ code }) => code === 'sc-labour-standards');
  await goTo(page, `/issues/${issue?.id}`);
  await page.getByRole('tab', { name: 'In the register' }).click();
  await page.getByTestId('timeline-item').filter({ hasText: 'Under trial in China' }).waitFor();
  const person = persons.find(({ name }) => name.en === 'Asako Nagai');
  await goTo(page, `/people/${person?.id}`);
  await page.getByRole('link', { name: 'Open in the register' }).click();
  await page.getByRole('heading', { level: 1, name: /^BSR/ }).waitFor();
  await page.getByTestId('timeline-item').filter({ hasText: 'Asako Nagai' }).waitFor();
});

test.each(['light', 'dark'] as const)('the pages of the register are accessible (%s)', async (scheme) => {
  await setColorScheme(hearken, scheme);
  await prepareAxe(page);
  const guidelines = await idOf(
    'instruments',
    'Guidelines for Responsible Business Conduct in Supply Chains',
  );
  const review = await idOf('arrangements', 'Quarterly review of human rights, health and safety in EMEA');
  for (const place of [
    '/register/arrangements',
    '/register/sources?new=1',
    `/register/instruments/${guidelines}`,
    `/register/arrangements/${review}`,
  ]) {
    await goTo(page, place);
    await settled(page);
    expect([place, await violations(page)]).toEqual([place, []]);
  }
  await page.keyboard.press('e');
  await page.getByRole('dialog').waitFor();
  await settled(page);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});
