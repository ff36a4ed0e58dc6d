/**
 * Rating by keyboard in the real app: from the press of a digit to the frame that shows its mark; one issue at a time,
 * and in the table.
 */
import type { Page } from 'playwright-core';
import { goTo, openSample, startApp, workspaceState } from '../e2e/harness.ts';
import { type Bench, type Figure, median, percentile } from './frame.ts';

const PRESSES = 40;

type Timing = Window & { takeMarks(): number[] };

/** Keeps, for each digit, the milliseconds until an element that `shown` names for it is on the screen. */
function watchMarks(page: Page, shown: string): Promise<void> {
  return page.evaluate((selector) => {
    const kept: number[] = [];
    const onKey = (event: KeyboardEvent) => {
      if (!/^\d$/.test(event.key)) return;
      const wanted = document.activeElement?.closest('[data-dimension], [role="gridcell"]');
      const look = () => {
        const mark = wanted?.matches('[role="gridcell"]') ? wanted : wanted?.querySelector(selector);
        if (mark?.textContent?.startsWith(event.key)) kept.push(performance.now() - event.timeStamp);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    window.addEventListener('keydown', onKey, true);
    Object.assign(window, {
      takeMarks: () => {
        window.removeEventListener('keydown', onKey, true);
        return kept;
      },
    });
  }, shown);
}

async function marksOf(
  page: Page,
  place: string,
  press: (key: string) => Promise<void>,
): Promise<readonly Figure[]> {
  await watchMarks(page, '[role="radio"][aria-checked="true"]');
  for (let turn = 0; turn < PRESSES; turn += 1) {
    await press(String(1 + (turn % 5)));
    await page.locator('[data-saving="saved"]').waitFor();
  }
  const marks = (await page.evaluate(() => (window as unknown as Timing).takeMarks())).slice(2);
  return [
    { what: `${place}: key to painted mark, median`, value: median(marks), unit: 'ms' },
    { what: `${place}: key to painted mark, 95 % within`, value: percentile(marks, 0.95), unit: 'ms' },
  ];
}

async function run(): Promise<readonly Figure[]> {
  const { page, close } = await startApp({ env: { HEARKEN_E2E: '1' } });
  try {
    await openSample(page);
    // What compiles this file marks functions by a helper that the window does not have.
    await page.evaluate('window.__name = (named) => named');
    const { rounds } = await workspaceState(page);
    const round = rounds.find(({ stage }) => stage === 'discussion');
    await goTo(page, `/assessment/${round?.id}?tab=rate&view=issue`);
    const level = page.locator('[data-dimension="scale"] [role="radio"][tabindex="0"]');
    await level.waitFor();
    const single = await marksOf(page, 'one issue', async (key) => {
      await level.focus();
      await page.keyboard.press(key);
    });
    await goTo(page, `/assessment/${round?.id}?tab=rate&view=table`);
    const cell = page.locator('[role="gridcell"][data-column="scale"]').first();
    await cell.waitFor();
    const table = await marksOf(page, 'table', async (key) => {
      await cell.focus();
      await page.keyboard.press(key);
    });
    return [...single, ...table];
  } finally {
    await close();
  }
}

export const bench: Bench = { title: 'Rating by keyboard', run };
