/**
 * People: a misspelt name is corrected in one place and right in the text, in quotes, reports and the search; two who are
 * one are merged, and one who is two is split; every act is one step of undo.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { makePerson } from '../fixtures/person.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../fixtures/state.ts';
import { goTo, type Hearken, resize, setLanguage, settled, startApp, workspaceState } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const WORDS = 'Recruitment fees are paid back within a month.';

let folder: string;
let hearken: Hearken;
let page: Page;

/** Mirela Osei at the harbour, and inland, where her name is misspelt and she was taken for somebody else. */
function workspace(): WorkspaceState {
  const [harbour, inland] = [
    makeDialogue({ date: '2023-06-01' }),
    makeDialogue({ title: 'Talks inland', date: '2024-06-01' }),
  ];
  const osei = makePerson({ name: { en: 'Mirela Osei' } });
  const misspelt = makePerson({ name: { en: 'Mirela Ossei' } });
  const other = makePerson({
    name: { en: 'Jovan Ilic' },
    organisation: { en: 'Ministry of Labour' },
    kind: 'officer',
  });
  const participants = [
    makeParticipant(harbour.id, { personId: osei.id }),
    makeParticipant(inland.id, { personId: misspelt.id, name: 'Mirela Ossei', label: 'Ossei' }),
    makeParticipant(inland.id, {
      personId: other.id,
      order: 1,
      name: 'Jovan Ilic',
      label: 'Ilic',
      title: 'Inspector',
      organisation: 'Ministry of Labour',
    }),
  ];
  const turns = participants.map(({ id, dialogueId }, order) =>
    makeTurn(dialogueId, { participantId: id, order, text: WORDS }),
  );
  return {
    ...emptyState(),
    persons: [osei, misspelt, other],
    dialogues: [harbour, inland],
    participants,
    turns,
    workspace: [
      {
        id: newId(),
        name: { en: 'Harbour office' },
        company: { en: 'Harbour Company' },
        companyAliases: [],
        languages: ['en', 'ja'],
        fiscalYear: { firstMonth: 4, namedBy: {} },
        taxonomyVersion: '',
        notice: {},
        copy: null,
      },
    ],
  };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-people-'));
  const file = path.join(folder, 'people.hearken');
  const state = workspace();
  const stamp = { id: newId(), at: '2024-07-01T12:00:00.000Z', actor: 'test', device: newId() };
  const journal = [firstEntry(state, 'Harbour office', stamp)];
  await writeFile(
    file,
    await packArchive({ app: '0.0.0', name: 'Harbour office', sample: false, state, journal, files: [] }),
  );
  hearken = await startApp({
    saveDir: path.join(folder, 'saved'),
    openFiles: [file],
    env: { HEARKEN_E2E: '1' },
  });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await resize(hearken, 1280, 800);
  await page.getByRole('button', { name: /Open a workspace file/ }).click();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  await settled(page);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-people-failure.png') });
});

afterAll(async () => {
  expect(hearken?.pageErrors).toEqual([]);
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const rows = () => page.getByTestId('person-row');
const undoOnce = () => page.keyboard.press('Control+z');
const clipboard = () => hearken.app.evaluate(({ clipboard: board }) => board.readText());

/** Everything that edits of people touch, in an order that does not depend on how it is read. */
async function peopleStored() {
  const { persons, participants } = await workspaceState(page);
  const byId = <R extends { id: string }>(list: readonly R[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { persons: byId(persons), participants: byId(participants) };
}

/** The words of the summary of a dialogue, as Word is given them. */
async function reportOf(title: string, language: Language): Promise<string> {
  const { dialogues } = await workspaceState(page);
  const id = dialogues.find((one) => one.title === title)?.id;
  await goTo(page, `/reports?kind=dialogue&subject=${id}`);
  await page
    .getByRole('radiogroup', { name: 'Language of the document' })
    .getByText(LANGUAGES[language].name)
    .click();
  await page.getByTestId('report-create').click();
  const saved = async () =>
    (await readdir(path.join(folder, 'saved')).catch(() => [])).filter((name) => name.endsWith('.docx'));
  await expect.poll(saved, { timeout: 60_000 }).toHaveLength(1);
  const file = path.join(folder, 'saved', (await saved())[0] ?? '');
  const parts = unzipSync(new Uint8Array(await readFile(file)));
  await rm(file);
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
}

test('people stand behind the passages in the navigation, and a name is found by its reading or organisation', async () => {
  const places = await page
    .locator('nav a[href^="#/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(places.indexOf('#/people')).toBe(places.indexOf('#/passages') + 1);
  await goTo(page, '/people');
  expect(await rows().count()).toBe(3);
  await page.getByLabel('Name or organisation').fill('labour ministry');
  await expect.poll(() => rows().count()).toBe(1);
  expect(await rows().textContent()).toContain('Jovan Ilic');
  // What is looked for stays until it is taken away.
  await page.getByLabel('Name or organisation').fill('');
  await expect.poll(() => rows().count()).toBe(3);
});

test('a misspelt name is two clicks away from where it is read, and is right everywhere once it is corrected', async () => {
  await goTo(page, '/dialogues');
  await page.getByRole('button', { name: 'Talks inland' }).click();
  await page.getByTestId('desk').waitFor();
  await settled(page);
  const speaker = page
    .locator('[data-turn-row]')
    .first()
    .getByRole('button', { name: /change the speaker$/ });
  expect(await speaker.textContent()).toContain('Mirela Ossei');

  await speaker.click();
  await page.getByRole('menuitem', { name: 'Edit person…' }).click();
  await page.getByLabel('Name (English)').fill('Mirela Osei');
  await page.getByLabel('Name (Japanese)').fill('ミレラ・オセイ');
  await page.getByLabel('Reading (kana)').fill('みれら おせい');
  await page.getByLabel('Reading (kana)').press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mirela Osei' }).waitFor();
  await expect
    .poll(async () => (await peopleStored()).persons.filter(({ reading }) => reading !== ''))
    .toMatchObject([
      {
        name: { en: 'Mirela Osei', ja: 'ミレラ・オセイ' },
        aliases: ['Mirela Ossei'],
        reading: 'みれら おせい',
      },
    ]);

  // In what is copied as a quote,
  await page.getByRole('tab', { name: /Said/ }).click();
  await page.getByRole('button', { name: 'Copy with attribution' }).click();
  await expect.poll(clipboard).toMatch(/Recruitment fees[\s\S]*Mirela Osei/);
  expect(await clipboard()).not.toContain('Ossei');
  // at the sentence itself,
  await page.getByTestId('said').getByRole('link').click();
  await page.getByTestId('desk').waitFor();
  await expect.poll(() => speaker.textContent()).toContain('Mirela Osei');
  // in the report of either language,
  const english = await reportOf('Talks inland', 'en');
  expect(english).toContain('Mirela Osei');
  expect(english).not.toContain('Ossei');
  const japanese = await reportOf('Talks inland', 'ja');
  expect(japanese).toContain('ミレラ・オセイ');
  expect(japanese).not.toMatch(/Mirela|Ossei/);
  // and in the search, which leads to the person.
  await goTo(page, '/search?q=fees');
  await page.getByTestId('hit').first().waitFor();
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Mirela Osei');
  expect(await page.locator('[data-testid="hit"]').allInnerTexts()).not.toContainEqual(
    expect.stringContaining('Ossei'),
  );
  await goTo(page, `/search?q=${encodeURIComponent('みれら')}`);
  const person = page.locator('[data-testid="hit"][data-kind="person"]');
  await person.click({ position: { x: 200, y: 15 } });
  await page.getByRole('heading', { level: 1, name: 'Mirela Osei' }).waitFor();
});

test('two who may be one are offered, merged, and two again after one step of undo', async () => {
  await goTo(page, '/people');
  const before = await peopleStored();
  await page.getByRole('button', { name: 'Compare and merge with Mirela Osei' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Merge two people into one' });
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect.poll(() => rows().count()).toBe(2);
  const { persons, participants } = await peopleStored();
  expect(persons).toHaveLength(2);
  const merged = persons.find(({ name }) => name.en === 'Mirela Osei');
  expect(merged).toMatchObject({ name: { ja: 'ミレラ・オセイ' }, aliases: ['Mirela Ossei'] });
  expect(participants.filter(({ personId }) => personId === merged?.id)).toHaveLength(2);
  await undoOnce();
  await expect.poll(peopleStored).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => rows().count()).toBe(2);
});

test('one who is two is split by dialogue, and one again after one step of undo', async () => {
  await goTo(page, '/people');
  const before = await peopleStored();
  await rows().filter({ hasText: 'Mirela Osei' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Split…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Split “Mirela Osei” in two' });
  const split = dialog.getByRole('button', { name: 'Split', exact: true });
  expect(await split.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: /Talks inland/ }).check();
  await split.click();
  await expect.poll(() => rows().count()).toBe(3);
  expect((await peopleStored()).persons.map(({ name }) => name.en)).toContain('Mirela Ossei');
  await undoOnce();
  await expect.poll(peopleStored).toEqual(before);
});

test('an organisation is corrected once for all of its people, and where dialogues print it', async () => {
  await goTo(page, '/people');
  const before = await peopleStored();
  await page.getByText('Organisations', { exact: true }).click();
  const union = page.getByTestId('organisation').filter({ hasText: 'Harbour Workers’ Union' });
  await union.getByRole('button', { name: 'Rename…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename an organisation' });
  await dialog.getByLabel('Name of the organisation (English)').fill('Dockers’ Union');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('organisation').filter({ hasText: 'Dockers’ Union' }).waitFor();
  const printed = (await peopleStored()).participants.map(({ organisation }) => organisation);
  expect(printed.toSorted()).toEqual(['Dockers’ Union', 'Dockers’ Union', 'Ministry of Labour']);
  await undoOnce();
  await expect.poll(peopleStored).toEqual(before);
  await page.getByRole('radiogroup', { name: 'View' }).getByText('People', { exact: true }).click();
});

test('what somebody was on the day is edited at the desk, and who they are is chosen or made there', async () => {
  const { persons } = await peopleStored();
  const ilic = persons.find(({ name }) => name.en === 'Jovan Ilic');
  await goTo(page, `/people/${ilic?.id}`);
  await page.getByRole('button', { name: 'Edit in the dialogue…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Participant in this dialogue' });
  await dialog.getByLabel('Title that day').fill('Chief inspector');
  await dialog.getByRole('combobox', { name: 'Person' }).click();
  await page.getByRole('option', { name: 'New person' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByTestId('participant').filter({ hasText: 'Chief inspector' }).waitFor();
  const after = await peopleStored();
  expect(after.persons).toHaveLength(persons.length + 1);
  expect(after.persons.find(({ id }) => id === ilic?.id)).toEqual(ilic);

  // Nobody refers to the first one any more: now, and only now, they can go.
  await goTo(page, '/people');
  await rows()
    .filter({ hasText: 'In no dialogue' })
    .getByRole('button', { name: /Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.poll(async () => (await peopleStored()).persons.some(({ id }) => id === ilic?.id)).toBe(false);
  await rows()
    .filter({ hasText: 'Mirela Osei' })
    .getByRole('button', { name: /Actions for/ })
    .click();
  expect(await page.getByRole('menuitem', { name: 'Delete' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
});

test('the palette adds somebody and finds them', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('New person');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New person' });
  await dialog.getByLabel('Name (English)').fill('Ada Nwosu');
  await dialog.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ada Nwosu' }).waitFor();
  await goTo(page, '/people');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Nwosu');
  await page.locator('.mantine-Spotlight-action', { hasText: 'Ada Nwosu' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Ada Nwosu' }).waitFor();
});
