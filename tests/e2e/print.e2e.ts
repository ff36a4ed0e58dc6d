/** A view on paper: what the system's print dialog is given, as a PDF. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseInMenu, goTo, type Hearken, resize, setColorScheme, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';
import { placesOf } from './views.ts';

let hearken: Hearken;
onSample('print', (started) => {
  hearken = started;
});

interface Printer {
  pdf: string | null;
}

/** The system's dialog cannot be driven: what it would be given is printed to a PDF. */
beforeEach(async () => {
  await hearken.app.evaluate(({ BrowserWindow }) => {
    const printer = globalThis as unknown as Printer;
    printer.pdf = null;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return;
    contents.print = (_options, done) => {
      contents.printToPDF({ printBackground: true, pageSize: 'A4' }).then((bytes) => {
        printer.pdf = Buffer.from(bytes).toString('base64');
        done?.(true, '');
      });
    };
  });
});

afterEach(async () => {
  await hearken.page.waitForFunction(() => !document.querySelector('[data-print-whole]'));
});

/** The words of each page that was printed, as `bare` compares them. */
async function printed(): Promise<string[]> {
  const pdf = () => hearken.app.evaluate(() => (globalThis as unknown as Printer).pdf);
  await expect.poll(pdf).not.toBeNull();
  const document = await getDocument({ data: new Uint8Array(Buffer.from((await pdf()) ?? '', 'base64')) })
    .promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(bare(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  return pages;
}

/** Without blanks, and without figures: those of some fonts are glyphs of which a PDF does not tell the letter. */
const bare = (text: string) => text.normalize('NFKC').replace(/[\s\d\0]/g, '');

test('a dialogue is printed whole, though only the turns in view are drawn, and without what only a screen needs', async () => {
  const { app, page } = hearken;
  await resize(hearken, 1024, 700);
  const state = await workspaceState(page);
  await goTo(page, placesOf(state).dialogue ?? '');
  const rows = page.locator('[data-turn-row]');
  expect(await rows.count()).toBeLessThan(state.turns.length);
  await chooseInMenu(app, 'app.print');
  const pages = await printed();
  const all = pages.join('');
  // A break between pages can put a heading between the beginning of a turn and its end.
  for (const { text } of state.turns)
    for (const part of [bare(text).slice(0, 24), bare(text).slice(-24)]) expect(all).toContain(part);
  expect(pages[0]).toContain(bare('For use inside the office'));
  for (const words of ['Skip to content', 'Correct the text', 'Quick keys', 'Settings'])
    expect(all).not.toContain(bare(words));
  // The window is as it was.
  await expect.poll(() => rows.count()).toBeLessThan(state.turns.length);
});

test('by key, from the dark: a table has its heads on every page and all of its rows, on white', async () => {
  const { page } = hearken;
  await setColorScheme(hearken, 'dark');
  const state = await workspaceState(page);
  await goTo(page, placesOf(state)['decisions-now'] ?? '');
  await page.getByTestId('decisions').first().waitFor();
  const names = await page
    .locator('[data-subject] button')
    .filter({ hasText: /^[A-Z]/ })
    .allTextContents();
  await page.keyboard.press('Control+P');
  const pages = await printed();
  for (const name of names.filter((one) => !['Decide', 'Accept', 'Otherwise'].includes(one)))
    expect(pages.join('')).toContain(bare(name));
  for (const one of pages) expect(one).toContain('Suggestion');
  expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
  await setColorScheme(hearken, 'light');
});

test('the board page is printed by itself: its sheet alone, on one page', async () => {
  const { page } = hearken;
  await goTo(page, placesOf(await workspaceState(page)).board ?? '');
  await page.getByTestId('sheet').locator('img').waitFor();
  await page.keyboard.press('Control+P');
  const pages = await printed();
  expect(pages).toHaveLength(1);
  expect(pages.join('')).not.toContain(bare('For use inside the office'));
});
