/** What the command line prints of an error that was not foreseen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHearken } from '../../fixtures/command-line.ts';

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

const cli = (...args: string[]) => runHearken(args, 'C', ['--import', pathToFileURL(failing).href]);

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
