/**
 * `npm run test:chromium`: the built window in Debian's Chromium, whose engine is newer than that of the oldest Electron
 * the app runs with. Installs the browser where it can. Arguments go to Vitest.
 */
import { spawnSync } from 'node:child_process';
import { build, ROOT } from '../../scripts/electron-vite.ts';
import { ensureChromium } from '../../scripts/system-libraries.ts';

let chromium: string;
try {
  chromium = ensureChromium();
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
}
build();
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--config', 'vitest.chromium.config.ts', ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, HEARKEN_CHROMIUM: chromium },
    shell: process.platform === 'win32',
  },
);
process.exit(status ?? 1);
