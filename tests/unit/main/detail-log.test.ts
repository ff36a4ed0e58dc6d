import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepDetails } from '#shared/model/problem.ts';
import { answer } from '../../../main/answer.ts';
import { DetailLog } from '../../../main/detail-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-log-'));
});
afterEach(async () => {
  keepDetails(() => {});
  await rm(folder, { recursive: true, force: true });
});

const logs = () => path.join(folder, 'logs');

test('a record has its time and reference, and further lines are indented', async () => {
  new DetailLog(logs()).write({ reference: 'ABC234', text: 'Error: no\n    at here' });
  expect(await readFile(path.join(logs(), 'errors.log'), 'utf8')).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z ABC234 Error: no\n {6}at here\n$/,
  );
});

test('it is bounded, however much there is to write', async () => {
  const log = new DetailLog(logs());
  for (let at = 0; at < 100; at += 1) log.write({ reference: 'ABC234', text: 'x'.repeat(100_000) });
  expect(await readdir(logs())).toEqual(['errors-before.log', 'errors.log']);
  for (const file of await readdir(logs()))
    expect((await stat(path.join(logs(), file))).size).toBeLessThan(600 * 1024);
});

test('where it cannot be written, nothing else fails', async () => {
  await writeFile(logs(), 'a file in its place');
  expect(() => new DetailLog(logs()).write({ reference: 'ABC234', text: 'x' })).not.toThrow();
});

test('what a call of the window throws reaches the log, and the window has its reference alone', async () => {
  keepDetails(new DetailLog(logs()).write);
  const failing = { 'window.ready': () => Promise.reject(new Error('Ana Smith-Jones')) };
  const result = await answer(failing, 'window.ready', undefined);
  expect(JSON.stringify(result)).not.toContain('Ana');
  const reference = result.ok ? '' : result.problem.params.reference;
  expect(await readFile(path.join(logs(), 'errors.log'), 'utf8')).toContain(
    `${reference} Error: Ana Smith-Jones`,
  );
});

test('a refused call tells nothing of what it carried', async () => {
  for (const [name, payload] of [
    ['Ana Smith-Jones', undefined],
    ['workspace.rename', { storeId: 'Ana Smith-Jones', name: 1, 'Ana Smith-Jones': 2 }],
  ] as const)
    expect(JSON.stringify(await answer({}, name, payload))).not.toContain('Ana');
});

test('while an encrypted workspace is open, only the place in the code is kept; and what was kept can be deleted', async () => {
  let open = true;
  const log = new DetailLog(logs(), () => open);
  const { stack = '' } = new Error('Ana Smith-Jones said\n  at night “no”');
  log.write({ reference: 'ABC234', text: `store: ${stack}` });
  const kept = await readFile(path.join(logs(), 'errors.log'), 'utf8');
  expect(kept).toContain('ABC234');
  expect(kept).toContain('detail-log.test.ts');
  expect(kept).not.toMatch(/Ana|night/);
  open = false;
  log.write({ reference: 'ABC235', text: 'Ana' });
  expect(await readFile(path.join(logs(), 'errors.log'), 'utf8')).toContain('Ana');
  log.forget();
  expect(await readdir(logs())).toEqual([]);
});
