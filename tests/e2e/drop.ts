import type { Page } from 'playwright-core';

/** Drags files from the disk onto the window and drops them in its middle, as the system does it. */
export function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  return drag(page, files, ['dragEnter', 'dragOver', 'drop']);
}

/** Drags files from the disk over the middle of the window, and lets them hang there. */
export function hangFiles(page: Page, files: readonly string[]): Promise<void> {
  return drag(page, files, ['dragEnter', 'dragOver']);
}

async function drag(
  page: Page,
  files: readonly string[],
  steps: readonly ('dragEnter' | 'dragOver' | 'drop')[],
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const at = {
      x: width / 2,
      y: height / 2,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    };
    for (const type of steps) {
      await session.send('Input.dispatchDragEvent', { type, ...at });
      // The place to drop appears while something is dragged over the window.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50))));
    }
  } finally {
    await session.detach();
  }
}
