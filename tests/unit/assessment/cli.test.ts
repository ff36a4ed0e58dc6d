import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { runHearken } from '../../fixtures/command-line.ts';
import { METHOD_ROUND, makePanel } from './panel.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const AT = '2024-06-01T00:00:00.000Z';
let folder = '';
let workspace = '';
let empty = '';
let blind = '';
let sample = '';
let earlierId = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'assess-cli-'));
  workspace = path.join(folder, 'round.hearken');
  empty = path.join(folder, 'empty.hearken');
  blind = path.join(folder, 'blind.hearken');
  sample = path.join(folder, 'sample.hearken');
  const rows = JSON.parse(
    readFileSync(path.join(project, 'resources/sample/sample.json'), 'utf8'),
  ) as WorkspaceState;
  earlierId = rows.rounds.find(({ stage }) => stage === 'closed')?.id ?? '';
  for (const [file, state] of [
    [blind, makePanel(METHOD_ROUND).state],
    [sample, rows],
    [workspace, makePanel(METHOD_ROUND, { stage: 'discussion' }).state],
    [empty, emptyState()],
  ] as const) {
    const journal = [firstEntry(state, 'Tests', { id: newId(), at: AT, actor: 'test', device: newId() })];
    writeFileSync(file, await pack(state, journal));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pack(state: WorkspaceState, journal: ReturnType<typeof firstEntry>[]) {
  return packArchive({ app: '0.0.0', name: 'Tests', sample: false, state, journal, files: [] });
}

const run = (...args: string[]) => runHearken(args);

describe('assess on the command line', () => {
  it('prints order, tiers and figures as JSON and nothing else', async () => {
    const { status, out, problem } = await run('assess', workspace, '--json');
    expect([status, problem]).toEqual([0, '']);
    const result = JSON.parse(out);
    expect(result.issues.map((issue: { code: string; rank: number }) => [issue.code, issue.rank])).toEqual([
      ['climate', 1],
      ['forced labour', 2],
      ['privacy', 3],
      ['working environment', 4],
      ['youth employment', 5],
    ]);
    expect(result.issues[2]).toMatchObject({
      tier: 1,
      severity: { shown: 4.5, ranking: 5 },
      dimensions: { scope: { n: 4, median: 4.5, upper: 5, min: 4, max: 5 } },
    });
    expect(result.agreement.scale).toBeCloseTo(0.5685, 4);
  }, 40_000);

  it('prints a table for people', async () => {
    const { status, out } = await run('assess', workspace);
    expect(status).toBe(0);
    expect(out.split('\n').find((line) => line.includes('privacy'))).toMatch(/^3\t1\t4\.5 \(5\)\t4\tprivacy/);
  }, 40_000);

  it('prints what has changed since another round, who is divided by voice alone, and the method note', async () => {
    const { out } = await run('assess', sample, '--against', earlierId, '--method');
    expect(out).toMatch(/^4 → 1\tForced labour/m);
    expect(out).toMatch(/^– → 4\tClimate change\tNew on the list\.$/m);
    expect(out).toMatch(/^1\. Collective bargaining.*divided on/m);
    expect(out).toMatch(/Representative of rightsholders: Scale 5 \(median 3\)/);
    expect(out).not.toMatch(/Workers’ representative/);
    expect(out).toContain('Fingerprint of the ratings');
    const { out: json } = await run('assess', sample, '--against', earlierId, '--method', '--json');
    const result = JSON.parse(json);
    expect(result.agenda[0]).toMatchObject({ code: 'em-association', reason: 'divided', range: 4 });
    expect(result.issues[0].groups.map(({ group }: { group: string }) => group)).toEqual([
      'affected',
      'expert',
      'company',
    ]);
    expect(result.issues[0].dimensions.scope.quartiles).toEqual({ q1: 3, q3: 4, iqr: 1 });
    expect(result.change.reworded).toEqual(['scope']);
    expect(result.method.data.sum).toMatch(/^[0-9a-f]{64}$/);
    expect(json).not.toMatch(/Workers’ representative/);
  }, 60_000);

  it('tells a closed round as it was closed: by the names of then, without what came on the list since', async () => {
    const { out } = await run('assess', sample, '--round', earlierId);
    expect(out).toContain('Workplace environment');
    expect(out).not.toContain('Climate change');
  }, 40_000);

  it('shows nobody’s figures while assessors still judge for themselves', async () => {
    const progress = await run('assess', blind);
    expect(progress.out).toContain('0 of 4 have finished');
    expect(progress.out).not.toContain('privacy');
    const { out } = await run('assess', blind, '--json');
    expect(Object.keys(JSON.parse(out))).toEqual(['round', 'shown', 'assessors']);
    for (const [file, ...command] of [
      ['blind.svg', 'matrix', blind],
      ['blind.docx', 'report', blind, '--kind', 'materiality'],
    ] as const) {
      const target = path.join(folder, file);
      expect(await run(...command, '-o', target)).toMatchObject({
        status: 1,
        problem: expect.stringMatching(/^hearken: round-blind: /),
      });
      expect(existsSync(target)).toBe(false);
    }
  }, 60_000);

  it('says with a code that there is no round, or no such round', async () => {
    expect(await run('assess', empty)).toMatchObject({
      status: 1,
      out: '',
      problem: expect.stringMatching(/^hearken: round-none: /),
    });
    expect(await run('assess', workspace, '--round', newId())).toMatchObject({
      status: 1,
      problem: expect.stringMatching(/^hearken: row-missing: /),
    });
  }, 40_000);
});

describe('matrix on the command line', () => {
  it('draws an SVG in either language, the same on every run', async () => {
    const [first, second] = ['one.svg', 'two.svg'].map((name) => path.join(folder, name));
    for (const file of [first, second])
      expect(await run('matrix', workspace, '-o', file ?? '', '--language', 'ja')).toMatchObject({
        status: 0,
        problem: '',
      });
    const svg = readFileSync(first ?? '', 'utf8');
    expect(svg).toBe(readFileSync(second ?? '', 'utf8'));
    expect(svg).toContain('深刻度');
    expect(svg.match(/<g id="item-/g)).toHaveLength(5);
  }, 60_000);

  it('draws a PNG', async () => {
    const file = path.join(folder, 'matrix.png');
    expect(await run('matrix', workspace, '-o', file, '--lens', 'voice')).toMatchObject({ status: 0 });
    expect([...readFileSync(file).subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe(
      'PNG',
    );
  }, 40_000);

  it('refuses another ending before it reads anything', async () => {
    const file = path.join(folder, 'matrix.gif');
    const refused = await run('matrix', workspace, '-o', file);
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(existsSync(file)).toBe(false);
  }, 40_000);
});
