/** What the command line prints of an error that was not foreseen. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../../..');
let folder = '';
let failing = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'unforeseen-'));
  failing = path.join(folder, 'failing.mjs');
  // Reading any file fails as nobody foresaw.
  writeFileSync(failing, `JSON.stringify = () => { throw new Error('Ana Smith-Jones said “pay us”'); };`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cli(...args: string[]): Promise<{ status: number; out: string; problem: string }> {
  const main = path.join(project, 'main/cli/index.ts');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', '--import', pathToFileURL(failing).href, main, ...args],
      { cwd: project, env: { ...process.env, LANG: 'C' } },
      (error, out, problem) => resolve({ status: error ? Number(error.code) : 0, out, problem }),
    );
  });
}

const SEARCH = ['search', path.join(project, 'tests/fixtures/workspaces/first.hearken'), 'fees', '--json'];

it('is its code and what to do, and not what was thrown', async () => {
  const { status, out, problem } = await cli(...SEARCH);
  expect([status, out]).toEqual([1, '']);
  expect(problem).toMatch(/^hearken: unexpected: .*--debug.*\n$/);
  expect(problem).not.toMatch(/Ana|pay us/);
}, 60_000);

it('is all that was thrown where a person asks for it', async () => {
  const { status, problem } = await cli(...SEARCH, '--debug');
  expect(status).toBe(1);
  expect(problem).toContain('Ana Smith-Jones said');
}, 60_000);
