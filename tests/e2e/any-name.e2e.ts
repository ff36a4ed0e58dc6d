/**
 * A workspace whose people have names of every kind, none of whom may be named: both reports, search, passages and
 * matrix work and tell none of them, and what an unforeseen error says is on no screen, only in the log of the computer.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { goTo, type Hearken, setLanguage, settled, startApp } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const SAMPLE = path.join(ROOT, 'resources', 'sample', 'sample.json');

/** Whom the texts tell of. */
const TOLD = 'Xanthe Smith-Jones';
const NAMES = [
  TOLD,
  'Ngũgĩ (wa) Thiong’o-Öz',
  '[a-z]+ \\d{2} $^',
  '-',
  'x',
  '森',
  '👩‍💻-👨‍👩‍👧',
  'A\u200bna O\u00adsei-\ufe0f',
  'עמית-לוי \u202eabc',
  '\ud800 half',
  'Ａｎａ－Ｏｓｅｉ',
  'very long-'.repeat(400),
];

let folder: string;
let hearken: Hearken;
let page: Page;

/** The sample with other people, of whom its texts tell. */
async function workspaceFile(): Promise<Uint8Array> {
  const sample = JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState;
  const state: WorkspaceState = {
    ...sample,
    dialogues: sample.dialogues.map((one) => ({
      ...one,
      attribution: 'role',
      summary: `${TOLD} came. So did Ms. Smith-Jones.`,
      sourceNote: `Notes by X\u200banthe Ｓｍｉｔｈ‐Ｊｏｎｅｓ.`,
    })),
    participants: sample.participants.map((one, at) => ({
      ...one,
      name: NAMES[at % NAMES.length] ?? '',
      label: NAMES[at % NAMES.length] ?? '',
      personId: null,
    })),
    advice: sample.advice.map((one) => ({ ...one, restatement: `${one.restatement} So ${TOLD} said.` })),
  };
  const journal = [
    firstEntry(state, 'Names', {
      id: newId(),
      at: '2024-07-01T12:00:00.000Z',
      actor: 'test',
      device: newId(),
    }),
  ];
  return packArchive({ app: '0.0.0', name: 'Names', sample: false, state, journal, files: [] });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-names-'));
  const file = path.join(folder, 'names.hearken');
  await writeFile(file, await workspaceFile());
  hearken = await startApp({ saveDir: path.join(folder, 'saved'), openFiles: [file] });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await page.getByRole('button', { name: /Open a workspace file/ }).click();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  await settled(page);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-any-name-failure.png') });
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const field = () => page.getByRole('combobox', { name: 'Words from turns, advice, issues and people' });
const shown = () => page.evaluate(() => document.body.innerText);

test.each(['', '?kind=materiality'])('the report is made and names nobody (%s)', async (query) => {
  const saved = async () =>
    (await readdir(path.join(folder, 'saved')).catch(() => [])).filter((name) => name.endsWith('.docx'));
  const before = await saved();
  await goTo(page, `/reports${query}`);
  await page.getByTestId('report-create').click();
  const dialog = page.getByRole('dialog', { name: 'Check these names first' });
  const made = async () => (await saved()).find((name) => !before.includes(name)) ?? '';
  await expect
    .poll(async () => (await made()) !== '' || (await dialog.isVisible()), { timeout: 60_000 })
    .toBe(true);
  if (await dialog.isVisible()) {
    for (const row of await dialog.getByTestId('leak').all())
      await row.getByText('Withhold', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Continue' }).click();
  }
  await expect.poll(made, { timeout: 60_000 }).not.toBe('');
  const members = unzipSync(new Uint8Array(await readFile(path.join(folder, 'saved', await made()))));
  for (const [part, bytes] of Object.entries(members)) {
    if (!/\.(xml|rels)$/.test(part)) continue;
    const words = strFromU8(bytes)
      .replaceAll(/<[^>]*>/g, '')
      .normalize('NFKC');
    expect({ part, told: /Smith.?Jones|Xanthe/i.exec(words)?.[0] }).toEqual({ part, told: undefined });
  }
});

test('search, passages and matrix answer', async () => {
  await goTo(page, '/search');
  for (const query of ['recruit', ...NAMES.slice(0, 8)]) {
    await field().fill(query);
    await settled(page);
    expect(await page.getByRole('main').getByRole('alert').count()).toBe(0);
    if (query === 'recruit') await page.getByTestId('hit').first().waitFor();
  }
  await goTo(page, '/passages');
  await page.getByTestId('find').first().waitFor();
  await goTo(page, '/passages?as=table');
  expect(await page.getByRole('main').getByRole('alert').count()).toBe(0);
  await goTo(page, '/matrix');
  await page.getByTestId('scene').locator('[data-item]').first().waitFor();
  expect(hearken.pageErrors).toEqual([]);
});

test('what an unforeseen error says stands in the log of this computer, and on no screen', async () => {
  for (const throwing of ['promise', 'worker'] as const) {
    await page.evaluate((where) => {
      const thrown = () => new Error(`${where}: Xanthe Smith-Jones said “pay us”`);
      if (where === 'promise') void Promise.reject(thrown());
      // As a worker tells the window.
      else
        new BroadcastChannel('hearken-details').postMessage({
          reference: 'WRKR23',
          text: String(thrown()),
        });
    }, throwing);
  }
  const notice = page.getByText(/reference [A-Z0-9]{6}/);
  await notice.waitFor();
  expect(await shown()).not.toMatch(/Xanthe Smith-Jones said|pay us/);
  const reference = /reference ([A-Z0-9]{6})/.exec((await notice.textContent()) ?? '')?.[1] ?? '';
  const log = () => readFile(path.join(hearken.userDataDir, 'logs', 'errors.log'), 'utf8').catch(() => '');
  await expect.poll(log).toContain(`${reference} Error: promise: Xanthe Smith-Jones said`);
  await expect.poll(log).toContain('WRKR23 Error: worker: Xanthe Smith-Jones said');
  expect(hearken.output()).not.toContain('pay us');
});
