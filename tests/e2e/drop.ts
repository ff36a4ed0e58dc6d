import type { Page } from 'playwright-core';

/** Drags files from the disk onto the window and drops them in its middle, as the system does it. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const at = {
      x: width / 2,
      y: height / 2,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at });
      // The place to drop appears while something is dragged over the window.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50))));
    }
  } finally {
    await session.detach();
  }
}
