/** Several transcripts at once, from the drop to one step of undo, in the real app. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { docxOf } from '../fixtures/bad-input.ts';
import { dropFiles, hangFiles } from './drop.ts';
import {
  chooseInMenu,
  goTo,
  type Hearken,
  openSample,
  setLanguage,
  settled,
  startApp,
  storeImport,
} from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

let folder: string;
let hearken: Hearken;
let page: Page;
let known: string;

/** Two labels of one person, and a label that is none. */
const ORCHARD = [
  'Kenji Ito: The pickers come in June.',
  'Roth: Who pays for the journey?',
  'K. Ito: They do, and they borrow for it.',
  'Roth: How much?',
  'Harbour: three months of wages.',
  'Kenji Ito: Sometimes more.',
  'K. Ito: It varies by village.',
].join('\n\n');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-import-'));
  hearken = await startApp();
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await openSample(page);
  const sample = JSON.parse(
    await readFile(path.join(ROOT, 'resources', 'sample', 'sample.json'), 'utf8'),
  ) as WorkspaceState;
  const person = sample.persons.find(({ name }) => /^\p{L}+ \p{L}+$/u.test(name.en ?? ''));
  known = person?.name.en ?? '';
  expect(known).not.toBe('');
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function onDisk(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

async function stored(): Promise<Pick<WorkspaceState, 'dialogues' | 'persons' | 'participants' | 'turns'>> {
  return page.evaluate(async () => {
    const state = await window.hearken.invoke('workspace.recover', undefined);
    if (!state.ok) throw new Error(state.problem.code);
    return JSON.parse(state.value.state);
  });
}

function row(name: string) {
  return page.getByTestId('import-file').filter({ hasText: name });
}

async function stateOf(name: string): Promise<string | null> {
  return row(name).getAttribute('data-state');
}

test('the whole window is the place to drop while files hang over it, and the view is as before when they are gone', async () => {
  await goTo(page, '/dialogues');
  const place = page.getByText('Drop transcripts here to import them');
  expect(await place.count()).toBe(0);
  await hangFiles(page, [await onDisk('orchard.txt', ORCHARD)]);
  await place.waitFor();
  await page.mouse.move(10, 10);
  await page.mouse.move(20, 20);
  await place.waitFor({ state: 'detached' });
});

test('files that are dropped together are read one after another, and each says where it stands', async () => {
  await goTo(page, '/dialogues');
  const speech = (who: string, words: string) => `<w:p><w:r><w:t>${who}: ${words}</w:t></w:r></w:p>`;
  await dropFiles(page, [
    await onDisk('orchard.txt', ORCHARD),
    await onDisk(
      'harbour.vtt',
      `WEBVTT\n\n00:01.000 --> 00:03.000\n<v ${known}>The cranes stood still.\n\n` +
        `00:04.000 --> 00:06.000\n<v Bo Lindt>For how long?\n\n` +
        `00:07.000 --> 00:09.000\n<v ${known}>A week.\n`,
    ),
    await onDisk(
      'wells.docx',
      docxOf(
        speech('Ana Holt', 'The wells are dry.') +
          speech('Bo Lindt', 'Since when?') +
          speech('Ana Holt', 'Since June.') +
          speech('Bo Lindt', 'I see.'),
      ),
    ),
    await onDisk('broken.docx', 'PK\u0003\u0004 and no more'),
  ]);
  await expect.poll(() => stateOf('broken.docx')).toBe('failed');
  expect(await page.getByTestId('import-file').count()).toBe(4);
  for (const name of ['orchard.txt', 'harbour.vtt', 'wells.docx'])
    expect(await stateOf(name)).toBe('preview');
  expect(await row('broken.docx').textContent()).toMatch(/could not be read/i);
  expect((await stored()).dialogues).toHaveLength(1);
});

test('a label that is no person is unticked and stays in the text, ticked it speaks, and back', async () => {
  await page.getByTestId('import-summary').getByText('orchard.txt').waitFor();
  const blocks = page.getByTestId('import-blocks');
  const dropped = page.getByTestId('import-dropped');
  expect(await blocks.innerText()).toContain('Harbour: three months of wages.');
  await dropped.getByLabel('Harbour is a person').click();
  await dropped.waitFor({ state: 'detached' });
  expect(await blocks.innerText()).not.toContain('Harbour: three months');
  expect(await page.getByTestId('import-person').count()).toBe(4);
  await page.getByLabel('Harbour is a person').click();
  await dropped.getByText('Harbour').first().waitFor();
  expect(await blocks.innerText()).toContain('Harbour: three months of wages.');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await dropped.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await dropped.waitFor();
  expect(await blocks.innerText()).toContain('Harbour: three months of wages.');
});

test('two labels of one person are offered as one, and merged by a click', async () => {
  const offer = page.getByTestId('import-doubles');
  expect(await offer.innerText()).toContain('“K. Ito” may be “Kenji Ito”');
  await offer.getByRole('button', { name: 'Merge K. Ito into Kenji Ito' }).click();
  await offer.waitFor({ state: 'detached' });
  expect(await page.getByTestId('import-person').count()).toBe(2);
  await storeImport(page);
  await expect.poll(() => stateOf('orchard.txt')).toBe('confirmed');
  // Confirmed is not stored, and the panel says so.
  expect(await row('orchard.txt').innerText()).toContain('not stored yet');
  expect((await stored()).dialogues).toHaveLength(1);
});

test('somebody known is recognised by the whole name; all files of the drop are stored in one step', async () => {
  await page.getByTestId('import-summary').getByText('harbour.vtt').waitFor();
  expect(await page.getByTestId('import-known').innerText()).toContain(known);
  await storeImport(page);
  await page.getByTestId('import-summary').getByText('wells.docx').waitFor();
  await storeImport(page);
  await expect.poll(() => stateOf('wells.docx')).toBe('imported');
  expect(await stateOf('broken.docx')).toBe('failed');
  const after = await stored();
  expect(after.dialogues).toHaveLength(4);
  expect(after.persons.filter(({ name }) => Object.values(name).includes(known))).toHaveLength(1);
  // He is in two of the files.
  expect(after.persons.filter(({ name }) => Object.values(name).includes('Bo Lindt'))).toHaveLength(1);
  // What is no person's label is in nobody's mouth.
  expect(
    after.turns.find(({ text }) => text === 'Harbour: three months of wages.')?.participantId,
  ).toBeNull();
});

test('undo takes all of them back at once, and redo brings them again', async () => {
  await page.getByText('Imported 3 dialogues').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await stored()).dialogues.length).toBe(1);
  await row('wells.docx').getByText('Import undone').waitFor();
  await chooseInMenu(hearken.app, 'app.redo');
  await expect.poll(async () => (await stored()).dialogues.length).toBe(4);
});

test('the same file again is noticed, in the workspace and beside itself', async () => {
  await goTo(page, '/dialogues');
  const [again, copy] = await Promise.all([
    onDisk('wells again.docx', await readFile(path.join(folder, 'wells.docx'))),
    onDisk(
      'fresh.txt',
      'Held on 3 May 2021.\n\nAna Holt: Rain fell.\n\nBo Lindt: At last.\n\nAna Holt: Yes.\n\nBo Lindt: Good.',
    ),
  ]);
  const twin = await onDisk('fresh copy.txt', await readFile(copy));
  await dropFiles(page, [again, copy, twin]);
  await row('wells again.docx').waitFor();
  await row('wells again.docx').getByRole('button').first().click();
  await page.getByTestId('import-summary').getByText('wells again.docx').waitFor();
  const notice = page.getByTestId('import-twin');
  expect(await notice.innerText()).toContain('was imported before');
  await notice.getByRole('button', { name: 'Compare and replace…' }).click();
  await page.getByTestId('import-store').getByText('Compare').waitFor();
  await page.getByRole('button', { name: 'Don’t import' }).click();
  await row('fresh copy.txt').getByRole('button').first().click();
  await notice.getByText('The same file came twice').waitFor();
  await notice.getByRole('button', { name: 'Leave this one out' }).click();
  await row('fresh copy.txt').waitFor({ state: 'detached' });
  expect((await stored()).dialogues).toHaveLength(4);
});

test('everything that waits is cancelled at once, and comes back by undo', async () => {
  await goTo(page, '/dialogues/import');
  await settled(page);
  const files = await page.getByTestId('import-file').count();
  await page.getByRole('button', { name: 'Cancel all' }).click();
  await page.getByText('The files were left out').waitFor();
  await expect.poll(() => page.getByTestId('import-file').count()).toBeLessThan(files);
  expect((await stored()).dialogues).toHaveLength(4);
});

test('files without anything to look at are imported by one button', async () => {
  await dropFiles(page, [
    await onDisk(
      'one.txt',
      'Held on 3 May 2021.\n\nAna Holt: Rain fell.\n\nBo Lindt: At last.\n\nAna Holt: Yes.\n\nBo Lindt: Good.',
    ),
    await onDisk(
      'two.txt',
      'Held on 4 May 2021.\n\nAna Holt: Snow fell.\n\nBo Lindt: Early.\n\nAna Holt: Yes.\n\nBo Lindt: Cold.',
    ),
  ]);
  await expect.poll(() => page.getByTestId('import-file').filter({ hasText: 'two.txt' }).count()).toBe(1);
  await page.getByTestId('import-clear-files').getByText('all 2 files').waitFor();
  await page.getByTestId('import-clear-files').click();
  await expect.poll(async () => (await stored()).dialogues.length).toBe(6);
  await chooseInMenu(hearken.app, 'app.undo');
  await expect.poll(async () => (await stored()).dialogues.length).toBe(4);
});

test('nothing of all this wrote an error to the window’s console', () => {
  expect(hearken.pageErrors).toEqual([]);
});
