/** Layouts that no reader knows, in the files that people send: shown on one line of a document or a page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOf, set } from '../fixtures/pdf.ts';
import { dropFiles } from './drop.ts';
import { type Hearken, openSample, setLanguage, settled, startApp } from './harness.ts';

let folder: string;
let hearken: Hearken;
let page: Page;

const SAID = [
  ['R', 'We began with the audit of the northern plant in May.'],
  ['M', 'Who paid the fees of those who came later?'],
  ['R', 'The buyer did, after two letters and one visit.'],
  ['M', 'And the journey home when a contract ends?'],
  ['O', 'Nobody in the office could tell us that.'],
  ['M', 'Then it should be asked at once, and in their language.'],
] as const;
const LEGEND = ['R = Ana Reyes, Harbour Trust', 'M = Kenji Mori, ILO', 'O = Grace Okonkwo, Tallgrass'];
const NAMES: Readonly<Record<string, string>> = { R: 'Reyes', M: 'Mori', O: 'Okonkwo' };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-show-files-'));
  hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await openSample(page);
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  await dropFiles(page, [file]);
  await page.getByTestId('import-summary').waitFor();
  await settled(page);
}

const summary = () => page.getByTestId('import-summary').innerText();

/** Shows on one line who speaks, and takes the reading: opening, a word, what it is, taking. */
async function showOnce(line: number, name: string): Promise<number> {
  let clicks = 0;
  const click = async (testId: string) => {
    clicks++;
    await page.getByTestId(testId).click();
  };
  await click('import-show');
  const words = page.locator(`[data-words="${line}"]`);
  await words.waitFor();
  const at = await words.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = (node as Text).data.indexOf(wanted);
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`${wanted} is not on this line`);
  }, name);
  clicks++;
  await page.mouse.click(at.x, at.y);
  await expect.poll(() => page.getByTestId('show-selection').innerText()).toContain(name);
  await click('show-speaker');
  await expect.poll(() => page.getByTestId('show-take').isEnabled()).toBe(true);
  await click('show-take');
  return clicks;
}

async function dontImport(): Promise<void> {
  await page.getByRole('button', { name: 'Don’t import' }).click();
  await page.getByTestId('import-summary').waitFor({ state: 'detached' });
}

test('letters for people, with a legend at the end, in a Word document: four clicks', async () => {
  const lines = SAID.map(
    ([letter, words], at) =>
      new Paragraph({
        children: [new TextRun(`${at + 1}/${letter} ~ `), new TextRun({ text: words, italics: true })],
      }),
  );
  const legend = LEGEND.map((text) => new Paragraph(text));
  await choose(
    'Coded.docx',
    await Packer.toBuffer(new Document({ sections: [{ children: [...lines, ...legend] }] })),
  );
  expect(await summary()).not.toContain('3 people');
  expect(await showOnce(1, 'R')).toBe(4);
  await expect.poll(summary).toContain('6 turns');
  expect(await summary()).toContain('3 people');
  // The legend says who the letters are.
  await page.getByText('Kenji Mori').first().waitFor();
  await dontImport();
});

test('names and times between tildes on a printed page', async () => {
  const paragraphs = SAID.map(([letter, words], at) => [`~${NAMES[letter]}~1${at}:05~ ${words}`]);
  await choose('Printed.pdf', pdfOf([set([paragraphs.flat()])]));
  expect(await showOnce(1, 'Reyes')).toBe(4);
  await expect.poll(summary).toContain('6 turns');
  expect(await summary()).toContain('3 people');
  await dontImport();
  expect(hearken.pageErrors).toEqual([]);
});
