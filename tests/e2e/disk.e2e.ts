/** What a full disk, a disk for reading only, and a second start do to a workspace. Needs a disk of its own. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { machineSwitches } from '../../scripts/sandbox.ts';
import { goTo, type Hearken, openSample, startApp, workspaceState } from './harness.ts';

const disk = mkdtempSync(path.join(tmpdir(), 'hearken-disk-'));
const profile = path.join(disk, 'profile');
const filling = path.join(disk, 'filling');
const mounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', disk]).status === 0;
/** Where no disk can be mounted (not root, not Linux) there is nothing to fill. */
const testOnDisk = test.skipIf(!mounted);

const ROOT = path.join(import.meta.dirname, '..', '..');

let hearken: Hearken | null = null;
/** The runtime that the app was started with. */
let executable = '';

async function start(): Promise<Hearken> {
  hearken = await startApp({ userDataDir: profile, env: { HEARKEN_E2E: '1' } });
  return hearken;
}

async function stop(): Promise<void> {
  await hearken?.close();
  hearken = null;
}

/** Fills the disk but for so many bytes: a write that finds none at all makes Chromium close its databases for a while. */
function fill(left = 0): void {
  const file = openSync(filling, 'a');
  for (const size of [64 * 1024, 1]) {
    try {
      for (const block = Buffer.alloc(size); ; ) writeSync(file, block);
    } catch (thrown) {
      expect((thrown as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
  }
  if (left > 0) ftruncateSync(file, fstatSync(file).size - left);
  closeSync(file);
}

/** Makes a change through the store. @returns 'saved', or the code of the problem */
function change(page: Page, alias: string): Promise<string> {
  return page.evaluate(async (value) => {
    const { hearkenStore } = window as unknown as {
      hearkenStore: typeof import('../../renderer/store/index.ts');
    };
    try {
      await hearkenStore.commit({ key: 'change.workspace.edit' }, async (draft) => {
        const [row] = await draft.all('workspace');
        if (row) await draft.patch('workspace', row.id, { companyAliases: [value] });
      });
      return 'saved';
    } catch (thrown) {
      return (thrown as { problem?: { code: string } }).problem?.code ?? String(thrown);
    }
  }, alias);
}

async function aliases(page: Page): Promise<string[]> {
  return (await workspaceState(page)).workspace[0]?.companyAliases ?? [];
}

beforeAll(() => {
  if (!mounted) console.log('No disk can be mounted here: the tests that fill one are skipped.');
});

afterAll(async () => {
  await stop().catch(() => undefined);
  if (mounted) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

testOnDisk(
  'a full disk is called so; all is readable meanwhile; work goes on when there is space',
  async () => {
    const { page } = await start();
    await openSample(page);
    expect(await change(page, 'before')).toBe('saved');
    fill(6 * 1024 * 1024);
    expect(await change(page, 'full')).toBe('disk-full');
    expect(await change(page, 'full again')).toBe('disk-full');
    await page.locator('[data-saving="problem"]').waitFor();
    expect(await aliases(page)).toEqual(['before']);
    for (const place of ['/issues', '/matrix', '/advice']) {
      await goTo(page, place);
      await page.locator('main h1, main h2').first().waitFor();
    }
    rmSync(filling);
    expect(await change(page, 'after')).toBe('saved');
    await page.locator('[data-saving="saved"]').waitFor();
    fill();
    await stop();
  },
);

testOnDisk('a start on a full disk opens what was saved', async () => {
  const { page } = await start();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect(await aliases(page)).toEqual(['after']);
  expect(await change(page, 'full')).toBe('disk-full');
  rmSync(filling);
  expect(await change(page, 'with space')).toBe('saved');
});

testOnDisk('a second start of the app shows the first one and touches nothing', async () => {
  const { page, app } = hearken ?? (await start());
  const before = await workspaceState(page);
  executable = app.process().spawnfile;
  const second = spawnSync(executable, [...machineSwitches(), ROOT, `--user-data-dir=${profile}`]);
  expect(second.status).toBe(0);
  expect(await workspaceState(page)).toEqual(before);
  expect(await change(page, 'still here')).toBe('saved');
  await stop();
});

testOnDisk('a profile on a disk for reading only ends with words, and nothing in it is altered', async () => {
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  try {
    const refused = spawn(executable, [...machineSwitches(), ROOT, `--user-data-dir=${profile}`]);
    const said = await new Promise<string>((resolve) => {
      let text = '';
      refused.stderr.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes(profile) && text.includes('Hearken')) resolve(text);
      });
      refused.once('exit', () => resolve(text));
    });
    expect(said).toContain('Hearken cannot write to the folder');
    refused.kill('SIGKILL');
  } finally {
    execFileSync('mount', ['-o', 'remount,rw', disk]);
  }
  const { page } = await start();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect(await aliases(page)).toEqual(['still here']);
});
