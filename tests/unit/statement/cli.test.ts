import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { runHearken } from '../../fixtures/command-line.ts';
import { sampleFile } from '../../fixtures/sample-file.ts';
import { lintDocx } from '../report/docx-lint.ts';

let folder = '';
let workspace = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'statement-cli-'));
  workspace = path.join(folder, 'sample.hearken');
  writeFileSync(workspace, await sampleFile());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => runHearken(args);

describe('statements on the command line', () => {
  it('prints coverage, gaps first, and as JSON the same counts', async () => {
    const asked = ['statement', workspace, '--checklist', 'uk-msa-54', '--year', '2019'];
    const [text, json] = await Promise.all([cli(...asked), cli(...asked, '--json')]);
    expect(text).toMatchObject({ status: 0, problem: '' });
    expect(text.out).toContain('1 answered, 2 in part, 1 gap, 5 not looked at, 0 not applicable, of 9');
    const { counts, requirements } = JSON.parse(json.out);
    expect(counts).toMatchObject({ open: 5, missing: 1, partly: 2, answered: 1 });
    expect(requirements.map((one: { state: string }) => one.state).slice(0, 6)).toEqual([
      ...Array.from({ length: 5 }, () => 'open'),
      'missing',
    ]);
  }, 60_000);

  it('writes the statement and the page of the year', async () => {
    for (const kind of ['statement', 'human-rights']) {
      const file = path.join(folder, `${kind}.docx`);
      const run = await cli('report', workspace, '--kind', kind, '--year', '2019', '-o', file);
      expect(run).toMatchObject({ status: 0, problem: '' });
      expect(lintDocx(new Uint8Array(readFileSync(file)))).toEqual([]);
    }
  }, 60_000);

  it('refuses an unknown checklist and an unknown organisation', async () => {
    const asked = ['statement', workspace, '--year', '2019', '--checklist'];
    const [checklist, organisation] = await Promise.all([
      cli(...asked, 'uk-msa-55'),
      cli(...asked, 'uk-msa-54', '--organisation', newId()),
    ]);
    expect(checklist.status).toBe(2);
    expect(organisation.status).toBe(1);
  }, 60_000);
});
