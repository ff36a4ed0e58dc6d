import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { runHearken } from '../../fixtures/command-line.ts';
import { sampleFile } from '../../fixtures/sample-file.ts';
import { lintDocx } from './docx-lint.ts';

let folder = '';
let workspace = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'report-cli-'));
  workspace = path.join(folder, 'sample.hearken');
  writeFileSync(workspace, await sampleFile());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (...options: string[]) => runHearken(['report', workspace, ...options]);

describe('report on the command line', () => {
  it('writes a dialogue’s summary and says where', async () => {
    const file = path.join(folder, 'dialogue.docx');
    const run = await report('--kind', 'dialogue', '-o', file, '--language', 'ja', '--date', '2024-07-01');
    expect(run).toMatchObject({ status: 0, problem: '' });
    expect(run.out.trim()).toBe(file);
    const bytes = new Uint8Array(readFileSync(file));
    expect(lintDocx(bytes)).toEqual([]);
    const footer = strFromU8(unzipSync(bytes)['word/footer1.xml'] ?? new Uint8Array());
    expect(footer).toContain('2024年7月1日');
  }, 40_000);

  it('writes a round’s summary with its matrix', async () => {
    const file = path.join(folder, 'round.docx');
    const run = await report('--kind', 'materiality', '-o', file, '--language', 'en');
    expect(run).toMatchObject({ status: 0, problem: '' });
    const members = unzipSync(new Uint8Array(readFileSync(file)));
    const pictures = Object.keys(members).filter((name) => name.endsWith('.png'));
    // The matrix, the span of places, the groups of assessors.
    expect(pictures).toHaveLength(3);
    for (const name of pictures) expect(members[name]?.length).toBeGreaterThan(20_000);
  }, 40_000);

  it('leaves sections out and takes in those that have to be asked for', async () => {
    const file = path.join(folder, 'chosen.docx');
    const run = await report(
      ...['--kind', 'materiality', '-o', file, '--language', 'en'],
      ...['--with', 'product', '--without', 'matrix,groups,agreement,scales'],
    );
    expect(run).toMatchObject({ status: 0, problem: '' });
    const members = unzipSync(new Uint8Array(readFileSync(file)));
    expect(Object.keys(members).filter((name) => name.endsWith('.png'))).toHaveLength(1);
    const text = strFromU8(members['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('For comparison only');
    expect(text).not.toContain('What the levels mean');
    const unknown = await report('--kind', 'materiality', '-o', file, '--with', 'weather');
    expect(unknown.status).toBe(1);
    expect(unknown.problem).toMatch(/^hearken: section-unknown: .*weather/);
  }, 60_000);

  it('says what is wrong, on standard error', async () => {
    const file = path.join(folder, 'none.docx');
    const missing = await report('--kind', 'dialogue', '-o', file, '--dialogue', newId());
    expect(missing.status).toBe(1);
    expect(missing.problem).toMatch(/^hearken: row-missing: /);
    expect((await report('--kind', 'poem', '-o', file)).status).toBe(2);
    expect((await report('--kind', 'dialogue', '-o', file, '--date', 'soon')).status).toBe(2);
  }, 60_000);
});
