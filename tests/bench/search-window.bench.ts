/**
 * Search in the real app over 10,000 turns: from the start of the app's window, from a change, and from a letter to
 * what is on the screen; and the longest frame of the window while the index is built and while letters are typed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { goTo, openSample, startApp } from '../e2e/harness.ts';
import { type Bench, type Figure, median, percentile } from './frame.ts';
import { type Door, fill, watchFrames } from './window.ts';

const TURNS = 10_000;
const STARTS = 3;
const EDITS = 8;

/** From asking for a word to the moment at which it stands marked in a result. */
function found(page: Page, word: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const isMarked = () =>
      [...document.querySelectorAll('main mark')].some((mark) => mark.textContent?.toLowerCase() === wanted);
    const began = performance.now();
    while (!isMarked() && performance.now() - began < 60_000)
      await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - began;
  }, word);
}

async function run(): Promise<readonly Figure[]> {
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'hearken-search-'));
  const env = { HEARKEN_E2E: '1' };
  try {
    const first = await startApp({ userDataDir, env });
    const { page } = first;
    await openSample(page);
    // What compiles this file marks functions by a helper that the window does not have.
    await page.evaluate('window.__name = (named) => named');
    const take = await watchFrames(page);
    const words = await fill(page, TURNS);
    const rare = words[3_000] ?? '';
    await take();
    const began = performance.now();
    await goTo(page, `/search?q=${rare}`);
    await found(page, rare);
    const built = performance.now() - began;
    const building = await take();

    const edits: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const word = `quayside${'abcdefgh'[edit]}`;
      await goTo(page, `/search?q=${word}`);
      const shown = found(page, word);
      const before = performance.now();
      await page.evaluate(async (added) => {
        const { commit, readOnce } = (window as unknown as Door).hearkenStore;
        const [turn] = await readOnce((db) => db.turns.limit(1).toArray());
        if (!turn) return;
        await commit({ key: 'change.turn.edit', params: {} }, (draft) =>
          draft.patch('turns', turn.id, { text: `${turn.text} ${added}` }),
        );
      }, word);
      await shown;
      edits.push(performance.now() - before);
    }

    await goTo(page, '/search');
    const field = page.getByRole('main').getByRole('combobox');
    await field.click();
    await take();
    for (const word of words.slice(40, 46)) {
      await field.fill('');
      for (const letter of `${word} ${words[100]}`) await page.keyboard.type(letter, { delay: 60 });
    }
    const typing = await take();
    // Until the index is kept.
    await page.waitForTimeout(6_000);
    await first.close();

    const starts: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const again = await startApp({ userDataDir, env });
      await again.page.evaluate('window.__name = (named) => named');
      await again.page.locator('nav a[href^="#/"]').first().waitFor();
      const asked = performance.now();
      await goTo(again.page, `/search?q=${rare}`);
      await found(again.page, rare);
      starts.push(performance.now() - asked);
      await again.close();
    }
    return [
      { what: 'the first answer after 10,000 turns came in', value: built, unit: 'ms' },
      { what: 'longest frame meanwhile', value: building, unit: 'ms' },
      { what: 'a change until it is on the screen, median', value: median(edits), unit: 'ms' },
      { what: 'a change until it is on the screen, worst', value: percentile(edits, 1), unit: 'ms' },
      { what: 'longest frame while letters are typed', value: typing, unit: 'ms' },
      {
        what: 'after a start of the app, asking until it is on the screen, median',
        value: median(starts),
        unit: 'ms',
      },
    ];
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export const bench: Bench = { title: 'Search in the window, over 10,000 turns', run };
