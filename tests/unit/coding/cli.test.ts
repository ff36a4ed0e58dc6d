import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { plainState } from '#shared/change/state.ts';
import { runHearken } from '../../fixtures/command-line.ts';
import { codeAs, makeOffice } from './workspace.ts';

let folder = '';
let both = '';
let alone = '';
let dialogueIds: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'agreement-cli-'));
  both = path.join(folder, 'both.hearken');
  alone = path.join(folder, 'alone.hearken');
  const office = makeOffice();
  dialogueIds = office.dialogueIds;
  const write = async (file: string) => {
    const state = plainState(office.state);
    const content = { app: '0', name: 'Tests', sample: false, state, journal: [], files: [] };
    writeFileSync(file, await packArchive(content));
  };
  await codeAs(office.state, office, 'Ren', [
    { turn: 0, start: 0, end: 29, issue: 0 },
    { turn: 1, start: 0, end: 29, issue: 0 },
    { turn: 6, start: 0, end: 29, issue: 1 },
  ]);
  await write(alone);
  await codeAs(office.state, office, 'Ines', [
    { turn: 0, start: 0, end: 29, issue: 0 },
    { turn: 1, start: 8, end: 29, issue: 1 },
  ]);
  await write(both);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runHearken(args);

describe('agreement on the command line', () => {
  it('prints the figures of the dialogues that both coded as JSON, and nothing else', async () => {
    const { status, out, problem } = await run('agreement', both, '--json');
    expect([status, problem]).toEqual([0, '']);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ a: 'Ren', b: 'Ines', unit: 'turn', turns: 4 });
    expect(result.dialogues.map(({ id }: { id: string }) => id)).toEqual(dialogueIds.slice(0, 1));
    // One of both, one of Ren alone, two of neither: 1 − 7 × 1 / (3 × 5); by hand from METHOD's formulas.
    expect(result.issues).toMatchObject([
      {
        code: 'fees',
        both: 1,
        onlyA: 1,
        onlyB: 0,
        neither: 2,
        n: 4,
        prevalence: 0.375,
        kappa: 0.5,
        alpha: 0.5333,
      },
      {
        code: 'papers',
        both: 0,
        onlyA: 0,
        onlyB: 1,
        neither: 3,
        n: 4,
        prevalence: 0.125,
        kappa: 0,
        alpha: 0,
      },
    ]);
    expect(result.differences).toEqual({
      total: 1,
      settled: 0,
      same: 1,
      'only-a': 0,
      'only-b': 0,
      extent: 0,
      issue: 1,
    });
  });

  it('prints a line an issue for people', async () => {
    const { status, out } = await run('agreement', both, '--first', 'Ines', '--second', 'Ren');
    expect(status).toBe(0);
    expect(out).toContain('Ines and Ren, 4 turns in 1 dialogue');
    expect(out).toContain('1\t0\t1\t2\t37.5%\t0.5000\t0.5333\tfees');
  });

  it.each([
    ['coders-one', []],
    ['coder-unknown', ['--first', 'Nobody']],
  ])('says %s where there is nobody to compare with', async (code, options) => {
    const { status, problem } = await run('agreement', alone, ...options);
    expect(status).toBe(1);
    expect(problem).toContain(`hearken: ${code}:`);
    expect(problem.trim().split('\n')).toHaveLength(1);
  });
});
