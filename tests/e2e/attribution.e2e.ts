/**
 * The sample's dialogue set to “by role”: what is copied, and every part of the Word file with its properties and name,
 * holds no participant's name; a word that may be one is asked about first; a passage can be held more closely.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { goTo, type Hearken, openSample, setLanguage, settled, startApp } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const SAMPLE = path.join(ROOT, 'resources', 'sample', 'sample.json');

interface Sample {
  readonly dialogues: readonly { readonly id: string }[];
  readonly participants: readonly {
    readonly name: string;
    readonly label: string;
    readonly organisation: string;
    readonly external: boolean;
  }[];
}

let folder: string;
let hearken: Hearken;
let page: Page;
let desk: string;
/** Everything that tells who an external or internal participant is. */
let names: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-attribution-'));
  const sample = JSON.parse(await readFile(SAMPLE, 'utf8')) as Sample;
  desk = `/dialogues/${sample.dialogues[0]?.id}`;
  names = sample.participants.flatMap(({ name, label, organisation, external }) => [
    name,
    label,
    ...name.split(' '),
    ...(external ? [organisation] : []),
  ]);
  hearken = await startApp({ saveDir: folder });
  page = hearken.page;
  await openSample(page);
  await setLanguage(hearken, 'en');
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-attribution-failure.png') });
});

afterAll(async () => {
  expect(hearken?.pageErrors).toEqual([]);
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** Names that stand in a text, as words of their own. */
function namesIn(text: string): string[] {
  return [...new Set(names)].filter((name) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(/[()]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu').test(text),
  );
}

const clipboard = () => hearken.app.evaluate(({ clipboard }) => clipboard.readText());

/** A turn that somebody speaks, counted from the first. */
const SPEECH = 3;

/** Copies a turn’s words with their source from the desk. */
async function copySelection(): Promise<string> {
  await goTo(page, desk);
  await hearken.app.evaluate(({ clipboard }) => clipboard.clear());
  await page.getByTestId('desk').focus();
  for (let turn = 0; turn < SPEECH; turn += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('toolbar').getByRole('button', { name: 'Copy with source' }).click();
  await expect.poll(clipboard).not.toBe('');
  return clipboard();
}

test('under “by name” the speaker is named', async () => {
  expect(namesIn(await copySelection())).not.toEqual([]);
});

test('under “by role” a copied quote names nobody', async () => {
  await goTo(page, desk);
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('dialog').getByLabel('How words may be attributed').first().click();
  await page.getByRole('option', { name: 'By role' }).click();
  const title = page.getByRole('dialog').getByLabel('Title').first();
  await title.fill('Procurement: notes of tanaka');
  await title.press('Tab');
  // The first leaves the field, the second closes the details.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await title.waitFor({ state: 'hidden' });
  await page.getByText('Attribution: By role').waitFor();
  const pending = copySelection();
  await withholdAll();
  expect(namesIn(await pending)).toEqual([]);
});

/** Answers the question about words that may be names. */
async function withholdAll(): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Check these names first' });
  await dialog.waitFor();
  const goOn = dialog.getByRole('button', { name: 'Continue' });
  expect(await goOn.isDisabled()).toBe(true);
  for (const row of await dialog.getByTestId('leak').all())
    await row.getByText('Withhold', { exact: true }).click();
  await goOn.click();
  await dialog.waitFor({ state: 'hidden' });
}

test.each([
  ['dialogue', ''],
  ['materiality', '?kind=materiality'],
])(
  'the Word file (%s) holds no participant’s name in any part, property or its name',
  async (kind, query) => {
    const before = await readdir(folder);
    await goTo(page, `/reports${query}`);
    await page.getByTestId('report-create').click();
    const dialog = page.getByRole('dialog', { name: 'Check these names first' });
    // A file that is still being written stands beside its place.
    const saved = async () =>
      (await readdir(folder)).find((name) => !before.includes(name) && name.endsWith('.docx')) ?? '';
    if (kind === 'dialogue') await withholdAll();
    else
      await expect
        .poll(async () => (await saved()) !== '' || (await dialog.isVisible()), { timeout: 30_000 })
        .toBe(true);
    if (await dialog.isVisible()) await withholdAll();
    await expect.poll(saved, { timeout: 30_000 }).not.toBe('');
    const name = await saved();
    expect(namesIn(name)).toEqual([]);
    const members = unzipSync(new Uint8Array(await readFile(path.join(folder, name))));
    expect(Object.keys(members).filter((part) => part.startsWith('docProps/')).length).toBeGreaterThan(0);
    for (const [part, bytes] of Object.entries(members)) {
      if (!/\.(xml|rels)$/.test(part)) continue;
      // Word cuts a line into runs: names are looked for in the words alone.
      const words = strFromU8(bytes)
        .replaceAll(/<\/w:p>/g, '\n')
        .replaceAll(/<[^>]*>/g, '');
      expect({ part, names: namesIn(words) }).toEqual({ part, names: [] });
    }
  },
);

test('a passage can be held off the record, which is undone in one step', async () => {
  await goTo(page, desk);
  const card = page.locator('[data-card]').first();
  // In its corner: what the words support is a way of its own.
  await card.click({ position: { x: 4, y: 4 } });
  const choice = card.getByLabel('How these words may be attributed');
  await expect
    .poll(() => choice.locator('option').allTextContents())
    .toEqual(['As the dialogue: By role', 'Without attribution', 'Off the record']);
  await choice.selectOption('Off the record');
  await expect.poll(() => card.getByTestId('passage-attribution').textContent()).toContain('Off the record');
  await page.getByTestId('desk').focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect
    .poll(() => card.getByTestId('passage-attribution').textContent())
    .not.toContain('Off the record');
  await settled(page);
});
