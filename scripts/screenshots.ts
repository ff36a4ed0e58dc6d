/** `npm run screenshots`: pictures of the app's views for the README, into `docs/screenshots/`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launch } from '../tests/e2e/harness.ts';
import { ROOT } from './electron-vite.ts';

const folder = path.join(ROOT, 'docs', 'screenshots');
await mkdir(folder, { recursive: true });
const hearken = await launch();
try {
  await hearken.page.screenshot({ path: path.join(folder, 'start.png') });
} finally {
  await hearken.close();
}
