/**
 * Files that nobody should trust, dropped on the real app one after another: each is refused in words, nothing is
 * stored, what was on the screen stays, and the app goes on working.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { BAD_ARCHIVES, BAD_TRANSCRIPTS, type BadFile, goodArchive } from '../fixtures/bad-input.ts';
import { dropFiles } from './drop.ts';
import {
  chooseInMenu,
  goTo,
  type Hearken,
  openSample,
  setLanguage,
  startApp,
  storeImport,
} from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

let folder: string;
let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-bad-'));
  hearken = await startApp({ userDataDir: path.join(folder, 'profile'), env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
  await setLanguage(hearken, 'en');
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function onDisk({ name, make }: Pick<BadFile, 'name' | 'make'>): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, await make());
  return file;
}

/** All that could have changed: the library, the log of the open workspace, the original files that are kept. */
async function storedState() {
  const alert = await page.evaluate(async () => {
    const { invoke } = window.hearken;
    const profile = await invoke('profile.read', undefined);
    const journal = await invoke('journal.read', { from: 1, limit: 1 });
    const state = await invoke('workspace.recover', undefined);
    return {
      library: profile.ok ? profile.value.library.map(({ storeId, name }) => `${storeId} ${name}`) : null,
      head: journal.ok ? journal.value.head : journal.problem.code,
      dialogues: state.ok
        ? (JSON.parse(state.value.state) as { dialogues: unknown[] }).dialogues.length
        : state.problem.code,
    };
  });
  const workspaces = path.join(folder, 'profile', 'workspaces');
  const files = (await readdir(workspaces, { recursive: true }).catch(() => [] as string[]))
    .filter((name) => /(^|[\\/])files([\\/]|$)|making/.test(name))
    .sort();
  return { ...alert, files, beside: (await readdir(path.join(folder, 'profile'))).includes('escape.txt') };
}

/** Waits for the notice that says this, and closes it. */
async function noticeSaying(words: RegExp): Promise<string> {
  const notice = page.getByRole('alert').filter({ hasText: words }).first();
  await notice.waitFor();
  const text = (await notice.textContent()) ?? '';
  await notice.getByRole('button').first().click();
  await notice.waitFor({ state: 'detached' });
  return text;
}

/** What each problem's sentence says in English, whatever its other words. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'file-empty': /is empty, so there is nothing to import/,
  'file-binary': /holds no text, whatever its name says/,
  'file-encoding': /encoding that could not be recognised/,
  'file-wordless': /there are no paragraphs of text/,
  'file-too-large': /is larger than 20 MB/,
  'file-too-many': /more than a dialogue can hold/,
  'file-too-many-lines': /has more than 300,000 lines/,
  'file-hostile': /built in a way that could harm the computer/,
  'file-workspace': /is a Hearken workspace file, not a transcript/,
  'docx-broken': /is not a valid Word document/,
  'docx-old': /is an Office file of the old kind, or protected by a password/,
  'file-image': /is a picture/,
  'file-archive': /is an archive in which there is no document/,
  'file-sheet': /is a spreadsheet of a kind that cannot be read/,
  'archive-foreign': /not a Hearken workspace file/,
  'archive-newer': /written by a newer Hearken \(9\.0\.0\)/,
  'archive-damaged': /is damaged or cut short/,
  'archive-hostile': /built in a way that could harm the computer/,
  'archive-invalid': /holds something the app cannot accept/,
  'archive-duplicate': /the same id stands there twice \(tables\/persons\.json, row [0-9a-f-]{36}/,
  'archive-dangling': /refers to another one that is not in the file \(tables\/turns\.json, row/,
  'archive-elsewhere': /a row of one dialogue refers to a row of another \(tables\/turns\.json, row/,
  'archive-circle': /follow one another in a circle \(tables\/issues\.json, row/,
  'archive-passage': /does not have the words that its turn has there \(tables\/passages\.json, row/,
  'archive-history': /contradicts itself: its rows are not those that its record of changes leads to/,
  'archive-chain': /was altered after it was saved.*\(journal\.jsonl:1\)/,
};

describe('workspace files on the first screen', () => {
  test.each(BAD_ARCHIVES.map((file) => [file.what, file] as const))('%s is refused', async (_, file) => {
    const before = await storedState();
    await dropFiles(page, [await onDisk(file)]);
    const said = await noticeSaying(SAYS[file.code] ?? /never/);
    expect(said).not.toMatch(/undefined|[{}]/);
    expect(await storedState()).toEqual(before);
    await page.getByRole('heading', { level: 1, name: 'Hearken' }).waitFor();
  });

  test('a transcript is no workspace, and a folder is no file', async () => {
    const before = await storedState();
    await dropFiles(page, [await onDisk({ name: 'talk.txt', make: () => Buffer.from('Ana: Hello.') })]);
    await noticeSaying(/“talk\.txt” is not a Hearken workspace file/);
    const place = path.join(folder, 'folder.hearken');
    await mkdir(place);
    await dropFiles(page, [place]);
    expect(await storedState()).toEqual(before);
  });

  test('in Japanese, in Japanese', async () => {
    await setLanguage(hearken, 'ja');
    const newer = BAD_ARCHIVES.find(({ code }) => code === 'archive-newer') as BadFile;
    await dropFiles(page, [await onDisk(newer)]);
    await noticeSaying(/新しいバージョンのHearken|新しいHearken/);
    await setLanguage(hearken, 'en');
  });
});

describe('transcripts in an open workspace', () => {
  test('the sample is opened', async () => {
    await openSample(page);
    await goTo(page, '/dialogues');
    await page.getByRole('main').getByRole('heading', { level: 1, name: 'Dialogues' }).waitFor();
    expect((await storedState()).dialogues).toBe(1);
  });

  // A file that is called a workspace file is opened as one, wherever it is dropped (see hand-over).
  const refused = BAD_TRANSCRIPTS.filter(({ name }) => !name.endsWith('.hearken'));
  test.each(refused.map((file) => [file.what, file] as const))('%s is refused', async (_, file) => {
    await goTo(page, '/dialogues');
    const before = await storedState();
    await dropFiles(page, [await onDisk(file)]);
    const alert = page.getByRole('main').getByRole('alert').filter({ hasText: file.name });
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(SAYS[file.code] ?? /never/);
    expect(await storedState()).toEqual(before);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await alert.waitFor({ state: 'detached' });
  });

  test('in Japanese, in Japanese', async () => {
    await setLanguage(hearken, 'ja');
    const binary = BAD_TRANSCRIPTS.find(({ code }) => code === 'file-binary') as BadFile;
    await goTo(page, '/dialogues');
    await dropFiles(page, [await onDisk(binary)]);
    const alert = page.getByRole('main').getByRole('alert');
    await alert.getByText('中身がテキストではありません').waitFor();
    await page.getByRole('button', { name: '閉じる', exact: true }).click();
    await setLanguage(hearken, 'en');
  });

  test('a bad file among good ones stops only itself; what waits to be looked over is kept', async () => {
    const before = await storedState();
    await goTo(page, '/dialogues');
    const good = await onDisk({
      name: 'good.txt',
      make: () => Buffer.from('Ana Holt: The wells are dry.\n\nBo Lindt: Since June.\n\nAna Holt: Yes.'),
    });
    const [empty, bomb] = await Promise.all(
      ['file-empty', 'file-hostile'].map((code) =>
        onDisk(BAD_TRANSCRIPTS.find((file) => file.code === code) as BadFile),
      ),
    );
    await dropFiles(page, [empty ?? '', good, bomb ?? '']);
    await page.getByRole('main').getByRole('alert').filter({ hasText: 'empty.txt' }).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByTestId('import-blocks').waitFor();
    expect(await page.getByTestId('import-summary').textContent()).toContain('2 people');
    // Another bad file, dropped while the good one is looked over, waits behind it.
    await dropFiles(page, [bomb ?? '']);
    await page.getByTestId('import-blocks').waitFor();
    expect(await storedState()).toEqual(before);
    // The good one is stored, and the bad ones after it are told of in their turn.
    await storeImport(page);
    const alert = page.getByRole('main').getByRole('alert').filter({ hasText: 'climbing.docx' });
    await alert.waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await alert.waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await alert.waitFor({ state: 'detached' });
    await expect.poll(async () => (await storedState()).dialogues).toBe(Number(before.dialogues) + 1);
    const after = await storedState();
    expect(after.files).toHaveLength(before.files.length + 1 + (before.files.length === 0 ? 1 : 0));
  });

  test('5 MB on one line is read, looked over and given up, and the window answers meanwhile', async () => {
    const before = await storedState();
    await goTo(page, '/dialogues');
    await dropFiles(page, [
      await onDisk({ name: 'line.txt', make: () => Buffer.from('Workers pay the fees. '.repeat(240_000)) }),
    ]);
    await page.getByTestId('import-blocks').waitFor();
    expect(await page.getByText('Workers pay the fees.', { exact: false }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Don’t import' }).click();
    await page.getByTestId('import-blocks').waitFor({ state: 'detached' });
    expect(await storedState()).toEqual(before);
  });
});

describe('a workspace file while another workspace is open', () => {
  beforeAll(async () => {
    if ((await page.locator('nav a[href^="#/"]').count()) === 0) await openSample(page);
  });

  async function openBySystem(file: string): Promise<void> {
    // What the system does when somebody double-clicks a file.
    await hearken.app.evaluate(({ app }, name) => {
      app.emit('open-file', { preventDefault: () => undefined }, name);
    }, file);
  }

  // One a code: that each is refused was shown above.
  const kinds = [...new Map(BAD_ARCHIVES.map((file) => [file.code, file])).values()];
  test.each(kinds.map((file) => [file.what, file] as const))(
    '%s is refused, and the view stays as it is',
    async (_, file) => {
      await goTo(page, '/settings');
      const field = page.getByLabel(/Name of the workspace \(English\)/);
      await field.fill('Half typed');
      const before = await storedState();
      await openBySystem(await onDisk(file));
      await noticeSaying(SAYS[file.code] ?? /never/);
      expect(await field.inputValue()).toBe('Half typed');
      expect(await storedState()).toEqual(before);
    },
  );

  test('one that does not say whose workspace it is, is refused', async () => {
    const before = await storedState();
    await openBySystem(await onDisk({ name: 'nobody.hearken', make: () => goodArchive() }));
    await noticeSaying(
      /should hold one row that says whose workspace it is, and holds 0 \(tables\/workspace\.json/,
    );
    expect(await storedState()).toEqual(before);
  });

  test('one that is gone is said to be', async () => {
    await openBySystem(path.join(folder, 'gone.hearken'));
    await noticeSaying(/“gone\.hearken” could not be read/);
  });

  test('a good one is opened after all that', async () => {
    const { library } = await storedState();
    const sample = await readFile(path.join(ROOT, 'resources', 'sample', 'sample.json'), 'utf8');
    const good = await onDisk({ name: 'Office.hearken', make: () => goodArchive(JSON.parse(sample)) });
    await openBySystem(good);
    await expect.poll(async () => (await storedState()).library?.length).toBe((library?.length ?? 0) + 1);
    await page.locator('[data-saving="saved"]').waitFor();
    expect((await storedState()).dialogues).toBe(1);
    await chooseInMenu(hearken.app, 'app.closeWorkspace');
    await page.getByRole('heading', { level: 1, name: 'Hearken' }).waitFor();
  });
});

test.each(['turns', 'passages', 'participants', 'issues', 'rounds', 'dialogues'] as const)(
  'rows that refer to %s that are not there are refused, and where they stand already they fail no view',
  async (table) => {
    const state = JSON.parse(
      await readFile(path.join(ROOT, 'resources', 'sample', 'sample.json'), 'utf8'),
    ) as WorkspaceState;
    const lacking = { ...state, [table]: [] };
    const file = await onDisk({ name: `without-${table}.hearken`, make: () => goodArchive(lacking) });
    const before = await storedState();
    await dropFiles(page, [file]);
    await noticeSaying(/refers to another one that is not in the file/);
    expect(await storedState()).toEqual(before);
    // A database can hold them all the same: an earlier version opened such files.
    await page.evaluate(async (rows) => {
      const { hearkenStore } = window as unknown as {
        hearkenStore: typeof import('../../renderer/store/index.ts');
      };
      await hearkenStore.createWorkspace({ name: 'Office', state: rows });
    }, lacking);
    await expect.poll(async () => (await storedState()).head).toMatchObject({ seq: 1 });
    await page.locator('[data-saving="saved"]').waitFor();
    const routes = await page
      .locator('nav a[href^="#/"]')
      .evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').slice(1)));
    const ids = (rows: readonly { id: string }[]) => rows.slice(0, 1).map(({ id }) => id);
    for (const route of [
      ...routes,
      ...ids(state.dialogues).map((id) => `/dialogues/${id}`),
      ...ids(state.issues).map((id) => `/issues/${id}`),
      ...ids(state.rounds).map((id) => `/assessment/${id}`),
    ]) {
      await goTo(page, route);
      expect(await page.getByText('This view could not be shown').count(), route).toBe(0);
      expect(hearken.pageErrors, route).toEqual([]);
    }
    await chooseInMenu(hearken.app, 'app.closeWorkspace');
    await page.getByRole('heading', { level: 1, name: 'Hearken' }).waitFor();
  },
);

test('nothing of all this wrote an error to the window’s console', () => {
  expect(hearken.pageErrors).toEqual([]);
});
