import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { agendaOf } from '#shared/overview/due.ts';
import { today } from '../../renderer/platform/today.ts';
import { prepareAxe, violations } from './axe.ts';
import { Hand } from './counted.ts';
import { savedFile, willOpen, wordsOf } from './files.ts';
import { chooseInMenu, goTo, type Hearken, setColorScheme, settled, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TRANSCRIPT = path.join(ROOT, 'tests', 'fixtures', 'transcripts', 'water-dialogue.txt');
const SAMPLE = 'Human rights in procurement: three experts advise';
const folder = path.join(tmpdir(), `hearken-follow-up-${process.pid}`);
const saveDir = path.join(folder, 'saved');

let hearken: Hearken;
let page: Page;

onSample(
  'follow-up',
  (opened) => {
    hearken = opened;
    page = opened.page;
  },
  [1280, 800],
  { saveDir },
);

beforeAll(async () => {
  await mkdir(saveDir, { recursive: true });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});
beforeEach(async () => {
  await page.keyboard.press('Escape');
});

const state = () => workspaceState(page);

test('one click in the navigation shows what is overdue, of whatever kind, with whose it is', async () => {
  await page.getByTestId('waiting').click();
  const late = page.getByTestId('due-overdue');
  await late.waitFor();
  const { overdue } = agendaOf(await state(), today(), 4);
  expect(overdue.filter(({ kind }) => kind === 'commitment')).toHaveLength(4);
  expect(await late.getByTestId('due-item').count()).toBe(overdue.length);
  await late.getByText('Rank supplier groups by risk').click();
  const card = page.getByRole('dialog').getByTestId('commitment');
  await card.waitFor();
  expect(await card.getByLabel('Owner').inputValue()).toBe('Purchasing Division');
});

test('what is due is saved as a calendar file that says no more than was chosen', async () => {
  await goTo(page, '/follow-up');
  await page.getByRole('button', { name: 'Save calendar file…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  const plain = new TextDecoder().decode(await savedFile(saveDir, '.ics'));
  expect(plain).toContain('DTSTART;VALUE=DATE:20201231');
  expect(plain).toContain('SUMMARY:Due: Commitment\r\n');
  expect(plain).not.toContain('supplier');
  expect(plain).not.toContain('Purchasing');
});

test('a commitment is dropped with the reason alone, from the keyboard', async () => {
  await goTo(page, '/follow-up/commitments');
  const row = page.getByTestId('commitment-row').filter({ hasText: 'Bring supply chain labour' });
  await row.getByRole('combobox').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Dropped' }).waitFor();
  for (const _ of ['under-way', 'kept', 'dropped']) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Why' }).waitFor();
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await page.keyboard.type('The group took up another subject.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const dropped = async () => (await state()).commitments.find(({ status }) => status === 'dropped');
  await expect.poll(async () => (await dropped())?.why).toBe('The group took up another subject.');
  // Undo in a field is of what was typed there.
  await page.getByRole('heading', { name: 'Follow-up' }).click();
  await chooseInMenu(hearken.app, 'app.undo');
  await expect.poll(dropped).toBeUndefined();
});

test('what was promised in a dialogue itself is recorded beside its words, and is due like any other', async () => {
  const { dialogues, indicators } = await state();
  const [dialogue] = dialogues;
  await goTo(page, `/dialogues/${dialogue?.id}`);
  await page.getByTestId('desk').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('O');
  const form = page.getByTestId('commitment-form');
  const words = form.getByRole('textbox', { name: 'Commitment' });
  await words.waitFor();
  await page.keyboard.type('Send the minutes to all three experts.');
  await form.getByLabel('Owner').fill('Sustainability Office');
  await form.getByLabel('Due').fill('2020-12');
  await form.getByLabel('Measured by').click();
  await page.getByRole('option').first().click();
  // Closed by a key and begun again from the palette: nothing that was typed is lost.
  await words.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => form.count()).toBe(0);
  await page.keyboard.press('Control+K');
  await page.getByPlaceholder('Find a view, a command').fill('Record as commitment');
  await page.getByRole('dialog').getByText('Record as commitment').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => words.inputValue()).toContain('minutes');
  await words.focus();
  await page.keyboard.press('Control+Enter');
  const made = async () => (await state()).commitments.filter(({ madeIn }) => madeIn.to === 'dialogue');
  await expect.poll(made).toHaveLength(1);
  expect((await made())[0]).toMatchObject({
    text: 'Send the minutes to all three experts.',
    madeIn: { to: 'dialogue', id: dialogue?.id },
    owner: 'Sustainability Office',
    due: '2020-12',
    measuredBy: indicators[0]?.id,
  });

  await goTo(page, '/follow-up');
  await page.getByTestId('due-overdue').getByText('Send the minutes').waitFor();
  await goTo(page, `/follow-up/next/${dialogue?.id}`);
  const row = page.getByTestId('became').filter({ hasText: 'Send the minutes' });
  await row.getByText('Promised in the dialogue').waitFor();
  await page.getByTestId('handout').click();
  expect(wordsOf(await savedFile(saveDir, '.docx'))).toContain('Send the minutes to all three experts.');
  await goTo(page, '/follow-up/commitments');
  await page
    .getByTestId('commitment-row')
    .filter({ hasText: 'Send the minutes' })
    .getByText('Human rights in')
    .waitFor();
  await chooseInMenu(hearken.app, 'app.undo');
  await expect.poll(made).toHaveLength(0);
});

test('a reason that was begun is there again when it is asked for the next time', async () => {
  await goTo(page, '/follow-up/commitments');
  const choose = async () => {
    const row = page.getByTestId('commitment-row').filter({ hasText: 'Bring supply chain labour' });
    await row.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Replaced' }).click();
  };
  const why = page.getByRole('dialog').getByRole('textbox', { name: 'Why' });
  await choose();
  await why.fill('By the programme of the group.');
  await page.getByRole('dialog').getByText('Draft kept').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => why.count()).toBe(0);
  await choose();
  await expect.poll(() => why.inputValue()).toBe('By the programme of the group.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const replaced = async () => (await state()).commitments.find(({ status }) => status === 'replaced')?.why;
  await expect.poll(replaced).toBe('By the programme of the group.');
  await page.getByRole('heading', { name: 'Follow-up' }).click();
  await chooseInMenu(hearken.app, 'app.undo');
  await expect.poll(replaced).toBeUndefined();
});

test('advice is accepted with a commitment or the reason why there is none', async () => {
  const { advice } = await state();
  const one = advice.find(({ restatement }) => restatement.startsWith('Differing audit demands'));
  await goTo(page, `/advice/${one?.id}`);
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Mark as considered' }).click();
  await drawer.getByRole('button', { name: 'Accept' }).click();
  const asked = page.getByRole('dialog').last();
  await asked.getByLabel('Or why nothing is promised').waitFor();
  await asked.getByLabel('Commitment').fill('Accept one audit standard.');
  await asked.getByRole('button', { name: 'Accept' }).click();
  const made = async () => (await state()).commitments.find(({ madeIn }) => madeIn.id === one?.id)?.text;
  await expect.poll(made).toBe('Accept one audit standard.');
  await chooseInMenu(hearken.app, 'app.undo');
  await expect.poll(made).toBeUndefined();
  await chooseInMenu(hearken.app, 'app.undo');
});

test('before the next dialogue: from its place to the Word handout in four clicks', async () => {
  await goTo(page, '/home');
  const hand = new Hand(page);
  await hand.click(page.getByRole('navigation').getByText('Dialogues', { exact: true }));
  await hand.click(page.getByText(SAMPLE).first());
  await hand.click(page.getByRole('button', { name: 'What became of it' }));
  await page.getByTestId('became').first().waitFor();
  expect(await page.getByTestId('became').count()).toBe(16);
  expect(await page.getByTestId('became-counts').textContent()).toContain('5 commitments, 1 kept, 4 overdue');
  await hand.click(page.getByTestId('handout'));
  expect(hand.cost.clicks).toBe(4);
  const words = wordsOf(await savedFile(saveDir, '.docx'));
  expect(words).toContain('Rank supplier groups by risk to people before choosing whom to visit.');
});

test('what a whole leaves over is said where the whole is looked at, and where a part is', async () => {
  const { figures } = await state();
  for (const number of [42, 12]) {
    await goTo(page, `/figures?figure=${figures.find(({ value }) => value === number)?.id}`);
    await page.getByTestId('figure-parts').getByText('Not broken down: 28–30').waitFor();
  }
  await page.keyboard.press('Escape');
  await page.getByTestId('figure-parts').waitFor({ state: 'detached' });
});

test('the figures of a year: in three clicks a Word file that compares nothing across a break', async () => {
  await goTo(page, '/home');
  const hand = new Hand(page);
  await hand.click(page.getByRole('navigation').getByText('Reports', { exact: true }));
  await hand.click(page.getByRole('radio', { name: /^Figures of a year/ }));
  const outline = page.locator('[data-testid="report-outline"][aria-busy="false"]');
  await outline.locator('[data-section="counting"]').waitFor();
  await hand.click(page.getByTestId('report-create'));
  expect(hand.cost.clicks).toBe(3);
  const words = wordsOf(await savedFile(saveDir, '.docx'));
  expect(words).toContain('Human-rights figures, FY2020');
  expect(words).toContain('‖\u00a020,936');
  expect(words).toContain('Not broken down 28–30');
  expect(words).toContain('Changes in what is counted');
  expect(words).not.toMatch(/160[.,]8|161 ?%/);
});

test('the next dialogue follows the last by one choice, and a sentence is told here in two clicks', async () => {
  await willOpen(hearken.app, [TRANSCRIPT]);
  await goTo(page, '/dialogues');
  await page.getByRole('button', { name: 'Import a dialogue…' }).click();
  await page.getByTestId('import-blocks').waitFor();
  const follows = page.getByRole('combobox', { name: 'Follows' });
  await follows.waitFor();
  await follows.click();
  await page.getByRole('option', { name: new RegExp(SAMPLE) }).click();
  await page
    .getByRole('button', { name: /^(Import|Store)/ })
    .last()
    .click();
  await expect.poll(async () => (await state()).dialogues.length).toBe(2);
  const { dialogues } = await state();
  const next = dialogues.find(({ follows: of }) => of !== null);
  expect(dialogues.find(({ id }) => id === next?.follows)?.title).toBe(SAMPLE);

  await goTo(page, `/dialogues/${next?.id}`);
  await page.getByTestId('desk').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const hand = new Hand(page);
  await hand.click(page.getByRole('toolbar').getByRole('button', { name: 'Told here…' }));
  await hand.click(page.getByTestId('tellable').filter({ hasText: 'Rank supplier groups' }));
  expect(hand.cost.clicks).toBe(2);
  const told = async () => (await state()).entries.filter(({ kind }) => kind === 'told');
  await expect.poll(told).toHaveLength(1);
  const { commitments, passages } = await state();
  const [entry] = await told();
  const about = commitments.find(({ id }) => id === entry?.refs[0]?.id);
  expect(about?.text).toContain('Rank supplier groups');
  expect(passages.find(({ id }) => id === entry?.passageId)?.dialogueId).toBe(next?.id);

  await goTo(page, `/follow-up/next/${next?.follows}`);
  await page.getByRole('link', { name: `Told in “${next?.title}”` }).click();
  await page.getByTestId('desk').waitFor();
  await settled(page);
  expect(page.url()).toContain(next?.id);
});

test('axe finds nothing in Due, Commitments, Before the next dialogue and the form beside words, light or dark', async () => {
  await prepareAxe(page);
  const { dialogues, commitments } = await state();
  const dialogue = dialogues.find(({ title }) => title === SAMPLE)?.id;
  const routes = ['', '/commitments', `/commitments/${commitments[0]?.id}`, `/next/${dialogue}`];
  for (const scheme of ['dark', 'light'] as const) {
    await setColorScheme(hearken, scheme);
    for (const route of routes) {
      await goTo(page, `/follow-up${route}`);
      await settled(page);
      expect([scheme, route, await violations(page)]).toEqual([scheme, route, []]);
    }
    await goTo(page, `/dialogues/${dialogue}`);
    await page.getByTestId('desk').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('O');
    await page.getByTestId('commitment-form').waitFor();
    expect([scheme, await violations(page)]).toEqual([scheme, []]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
});

test('four dated commitments: two overdue on 31 March 2021, four the day after (W19)', async () => {
  const overdue = async (day: string) => {
    await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
    await goTo(page, '/issues');
    const hand = new Hand(page);
    await hand.click(page.getByRole('navigation').getByText('Follow-up', { exact: true }));
    await page.getByTestId('due-overdue').waitFor();
    await settled(page);
    expect(hand.cost.clicks).toBe(1);
    return page
      .getByTestId('due-overdue')
      .getByTestId('due-item')
      .filter({ has: page.getByRole('cell', { name: 'Commitment', exact: true }) })
      .count();
  };
  expect(await overdue('2021-03-31')).toBe(2);
  expect(await overdue('2021-04-01')).toBe(4);
});
