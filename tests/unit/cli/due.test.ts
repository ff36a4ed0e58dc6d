import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { runHearken } from '../../fixtures/command-line.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const stamp = { id: newId(), at: '2024-06-01T00:00:00.000Z', actor: 'test', device: newId() };
let folder = '';

const sample = upgradeState(
  JSON.parse(readFileSync(path.join(project, 'resources/sample/sample.json'), 'utf8')) as WorkspaceState,
);

/** The sample as a version before commitments had a table would have kept it. */
const earlier: WorkspaceState = {
  ...sample,
  commitments: [],
  advice: sample.advice.map((one) => {
    const promise = sample.commitments.find(({ madeIn }) => madeIn.id === one.id);
    return promise ? { ...one, commitment: promise.text, owner: promise.owner, due: promise.due } : one;
  }),
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'due-cli-'));
  for (const [name, state] of [
    ['now', sample],
    ['earlier', earlier],
  ] as const) {
    const journal = [firstEntry(state, 'Tests', stamp)];
    const file = { app: '0', name: 'Office', sample: false, state, journal, files: [] };
    writeFileSync(path.join(folder, `${name}.hearken`), await packArchive(file));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const due = (...args: string[]) => runHearken(['due', ...args]);

describe('due', () => {
  it.each(['now', 'earlier'])('lists the commitments that are overdue on a day (%s)', async (name) => {
    const on = async (day: string) => {
      const { out } = await due(path.join(folder, `${name}.hearken`), '--on', day, '--json');
      const { overdue } = JSON.parse(out) as { overdue: { kind: string; due: string }[] };
      return overdue.filter(({ kind }) => kind === 'commitment').map((one) => one.due);
    };
    expect((await on('2021-03-31')).sort()).toEqual(['2020', '2020-09']);
    expect((await on('2021-04-01')).sort()).toEqual(['2020', '2020-09', '2021-03', '2021-03']);
  });

  it('prints whose they are and by when, and refuses a day that there is not', async () => {
    const file = path.join(folder, 'now.hearken');
    const { out } = await due(file, '--on', '2021-04-01');
    expect(out).toContain('Overdue (');
    expect(out).toContain('September 2020 · Commitment · Purchasing Division · Rank supplier groups');
    expect((await due(file, '--on', '2021-02-29')).status).toBe(2);
  });
});
