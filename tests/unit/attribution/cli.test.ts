import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHearken } from '../../fixtures/command-line.ts';
import { sampleFile } from '../../fixtures/sample-file.ts';

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'attribution-cli-'));
  const bytes = await sampleFile((sample) => ({
    ...sample,
    dialogues: sample.dialogues.map((one) => ({
      ...one,
      attribution: 'role' as const,
      title: 'Notes of tanaka',
    })),
  }));
  writeFileSync(path.join(folder, 'sample.hearken'), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => runHearken(args);

it('a report with names left is not written, unless they are allowed', async () => {
  const file = path.join(folder, 'report.docx');
  const workspace = path.join(folder, 'sample.hearken');
  const args = ['report', workspace, '--kind', 'dialogue', '--language', 'en', '-o', file];
  const strict = await cli(...args);
  expect(strict.status).toBe(1);
  expect(strict.problem).toMatch(/hearken: names-left: /);
  expect(existsSync(file)).toBe(false);
  const warned = await cli(...args, '--allow-names');
  expect(warned.status).toBe(0);
  expect(warned.problem).toContain('Notes of [tanaka]');
  expect(existsSync(file)).toBe(true);
  const typed = await cli(...args.slice(0, -1), path.join(folder, 'For Daisuke Takahashi.docx'));
  expect(typed.problem).toContain('File name: For [Daisuke Takahashi]');
}, 60_000);

it('search leaves out people who may not be named, and takes names out of what it prints', async () => {
  const { status, out } = await cli('search', path.join(folder, 'sample.hearken'), 'Takahashi');
  expect(status).toBe(0);
  expect(out).not.toContain('Takahashi');
}, 30_000);
