import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BAD_ARCHIVES, BAD_TRANSCRIPTS, type BadFile } from '../../fixtures/bad-input.ts';
import { runHearken } from '../../fixtures/command-line.ts';

const PATIENCE = 120_000;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearken-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function written({ name, make }: BadFile): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, await make());
  return file;
}

function named(files: readonly BadFile[], ...whats: readonly string[]) {
  return files.filter(({ what }) => whats.includes(what)).map((file) => [file.what, file] as const);
}

/** One a kind: that every one of them is refused is shown by tests/unit/transcript/bad-input.test.ts. */
const TRANSCRIPTS = named(
  BAD_TRANSCRIPTS,
  'an empty file',
  'noise called text',
  'Cyrillic in an old code page',
  'half a document',
  'a zip that climbs out of its folder',
  'a bomb',
  'a workspace file called a document',
);
const ARCHIVES = named(
  BAD_ARCHIVES,
  'a Word document',
  'half a file',
  'a file of a newer app',
  'a part exchanged',
  'a zip that climbs out of its folder',
);

describe('the command line refuses with a code, a sentence, and nothing on standard output', () => {
  it.each(TRANSCRIPTS)('as a transcript: %s', { timeout: PATIENCE }, async (_, file) => {
    const { status, out, problem } = await runHearken(['import', await written(file), '--json']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(problem).toMatch(new RegExp(`^hearken: ${file.code}: \\S.*\\.\\n$`));
  });

  it.each(ARCHIVES)('as a workspace: %s', { timeout: PATIENCE }, async (_, file) => {
    const { status, out, problem } = await runHearken(['search', await written(file), 'wells', '--json']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(problem).toMatch(new RegExp(`^hearken: ${file.code}: \\S.*\\.\\n$`));
  });

  it('in Japanese where the system speaks it', { timeout: PATIENCE }, async () => {
    const [bomb] = named(BAD_TRANSCRIPTS, 'a bomb');
    if (!bomb) throw new Error('The bomb is gone.');
    const { problem } = await runHearken(['import', await written(bomb[1])], 'ja_JP.UTF-8');
    expect(problem).toMatch(/^hearken: file-hostile: 「bomb\.docx」は.*。\n$/u);
  });

  it('and leaves no file beside the one that was asked for', { timeout: PATIENCE }, async () => {
    const [newer] = named(BAD_ARCHIVES, 'a file of a newer app');
    if (!newer) throw new Error('The file is gone.');
    const file = await written(newer[1]);
    const before = readdirSync(folder);
    for (const args of [
      ['matrix', file, '-o', path.join(folder, 'matrix.svg')],
      ['report', file, '--kind', 'materiality', '-o', path.join(folder, 'report.docx')],
      ['assess', file, '--json'],
    ]) {
      const { status, out, problem } = await runHearken(args);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(problem).toMatch(/^hearken: archive-newer: /);
    }
    expect(readdirSync(folder)).toEqual(before);
  });
});

it('5 MB on one line is read', { timeout: PATIENCE }, async () => {
  const file = path.join(folder, 'line.txt');
  writeFileSync(file, 'Workers pay the fees. '.repeat(240_000));
  const { status, out, problem } = await runHearken(['import', file]);
  expect({ status, problem }).toEqual({ status: 0, problem: '' });
  expect(out.length).toBeGreaterThan(5_000_000);
});
