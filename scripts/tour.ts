/**
 * The tour that `npm start` takes where there is no display: the real app, driven by its real interface,
 * opens the sample workspace and leaves its Word summary and its matrix picture in `out/tour/`.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { goTo, openSample, startApp } from '../tests/e2e/harness.ts';
import { ROOT } from './electron-vite.ts';

/** How long the app may take to write a file. */
const WRITING_MS = 120_000;

/** Takes the tour; gives the paths of what it left. Needs a display and the runtime's environment. */
export async function tour(): Promise<string[]> {
  const folder = path.join(ROOT, 'out', 'tour');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const hearken = await startApp({ saveDir: folder });
  const { page } = hearken;
  try {
    await openSample(page);
    await page.screenshot({ path: path.join(folder, 'window.png') });

    const summaries: string[] = [];
    for (const kind of ['materiality', 'dialogue']) {
      await goTo(page, `/reports?kind=${kind}`);
      summaries.push(await written(folder, '.docx', () => page.getByTestId('report-create').click()));
    }
    await goTo(page, '/matrix');
    const picture = await written(folder, '.png', () => exportPng(page));
    return [...summaries, picture];
  } finally {
    await hearken.close();
  }
}

async function exportPng(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /export|書き出し/i })
    .click();
  await page.getByRole('menuitem', { name: /png/i }).click();
}

/** Does what makes the app write a file with this ending, and waits until a new one is there. */
async function written(folder: string, ending: string, act: () => Promise<void>): Promise<string> {
  const before = new Set(await readdir(folder));
  await act();
  for (const until = Date.now() + WRITING_MS; Date.now() < until; ) {
    const found = (await readdir(folder)).find((name) => name.endsWith(ending) && !before.has(name));
    if (found) return path.join(folder, found);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The app wrote no ${ending} file in ${WRITING_MS / 1000} s.`);
}
