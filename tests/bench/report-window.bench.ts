/**
 * Reports in the real app over 10,000 turns: from asking for what a summary could hold, and for the Word file, to
 * having them; the longest frame of the window meanwhile; and what the window sent to workers.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { goTo, openSample, startApp } from '../e2e/harness.ts';
import { type Bench, type Figure, median } from './frame.ts';
import { fill, watchFrames } from './window.ts';

const TURNS = 10_000;
const RUNS = 5;

/** `takeSent` gives the bytes that were posted to workers, as JSON, and begins anew. */
type Counting = Window & { takeSent(): number };

async function run(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearken-report-'));
  const { page, close } = await startApp({
    userDataDir: path.join(folder, 'profile'),
    saveDir: folder,
    env: { HEARKEN_E2E: '1' },
  });
  try {
    await openSample(page);
    // What compiles this file marks functions by a helper that the window does not have.
    await page.evaluate('window.__name = (named) => named');
    const take = await watchFrames(page);
    await fill(page, TURNS);
    const outlines: number[] = [];
    const frames: number[] = [];
    for (let turn = 0; turn < RUNS; turn += 1) {
      await goTo(page, '/issues');
      await take();
      const began = performance.now();
      await goTo(page, '/reports?kind=materiality');
      await page.getByTestId('report-outline').getByRole('checkbox').first().waitFor();
      outlines.push(performance.now() - began);
      frames.push(await take());
    }
    const written: number[] = [];
    const writing: number[] = [];
    const notices = page.locator('.mantine-Notification-root');
    /** @returns milliseconds until it is saved */
    const write = async () => {
      const began = performance.now();
      await page.getByTestId('report-create').click();
      await notices.first().waitFor();
      const took = performance.now() - began;
      await notices.first().locator('.mantine-Notification-closeButton').click();
      await notices.first().waitFor({ state: 'detached' });
      return took;
    };
    for (let turn = 0; turn < RUNS; turn += 1) {
      await take();
      written.push(await write());
      writing.push(await take());
    }
    // Measured by itself, since counting takes time.
    await page.evaluate(() => {
      let sent = 0;
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
        sent += new Blob([JSON.stringify(args[0])]).size;
        return Reflect.apply(postMessage, this, args);
      } as typeof postMessage;
      Object.assign(window, {
        takeSent: () => {
          const taken = sent;
          sent = 0;
          return taken;
        },
      });
    });
    const sent = () => page.evaluate(() => (window as unknown as Counting).takeSent());
    await goTo(page, '/issues');
    await sent();
    await goTo(page, '/reports?kind=materiality');
    await page.getByTestId('report-outline').getByRole('checkbox').first().waitFor();
    const forOutline = await sent();
    await write();
    const forWriting = await sent();
    return [
      { what: 'outline, median', value: median(outlines), unit: 'ms' },
      { what: 'outline, longest frame, median', value: median(frames), unit: 'ms' },
      { what: 'outline, sent to workers', value: forOutline / 1e6, unit: 'MB' },
      { what: 'Word file, median', value: median(written), unit: 'ms' },
      { what: 'Word file, longest frame, median', value: median(writing), unit: 'ms' },
      { what: 'Word file, sent to workers', value: forWriting / 1e6, unit: 'MB' },
    ];
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export const bench: Bench = { title: `Reports in the window, ${TURNS} turns`, run };
