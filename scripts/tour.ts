/**
 * The tour that `npm start` takes where there is no display: the real app, driven by its real interface,
 * opens the sample workspace and leaves its Word summary and its matrix picture in `out/tour/`.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { chooseInMenu, goTo, openSample, settled, startApp } from '../tests/e2e/harness.ts';
import { ROOT } from './electron-vite.ts';

/** How long the app may take to write a file. */
const WRITING_MS = 120_000;

/** Where `npm start` leaves what the tour made. */
export const TOUR_FOLDER = path.join(ROOT, 'out', 'tour');

/**
 * Takes the tour; gives the paths of the two Word summaries and of the picture it left in `folder`, which is emptied
 * first. Needs a display and the runtime's environment.
 */
export async function tour(folder = TOUR_FOLDER): Promise<string[]> {
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
    await settled(page);
    const picture = await written(folder, '.png', () => chooseInMenu(hearken.app, 'matrix.exportPng'));
    return [...summaries, picture];
  } finally {
    await hearken.close();
  }
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
