import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { runHearken } from '../../fixtures/command-line.ts';
import { type TestWorkspace, talks } from './workspace.ts';

let folder = '';
let file = '';
let workspace: TestWorkspace;

const STAMP = { id: newId(), at: '2024-06-02T00:00:00.000Z', actor: 'test', device: 'test' };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-search-'));
  file = path.join(folder, 'talks.hearken');
  workspace = talks({ attribution: 'affiliation' });
  const { state } = workspace;
  await writeFile(
    file,
    await packArchive({
      app: '0',
      name: 'Talks',
      sample: false,
      state,
      journal: [firstEntry(state, 'Talks', STAMP)],
      files: [],
    }),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => runHearken(['search', file, ...args]);

test('search --json gives hits with their place, and names nobody whom the dialogue does not let be named', async () => {
  const { out } = await cli('hotline', 'kind:turn', '--json');
  const answer = JSON.parse(out);
  const turn = workspace.turns[3];
  expect(answer).toMatchObject({ query: 'hotline kind:turn', total: 1, searched: 12 });
  expect(answer.hits[0]).toMatchObject({
    kind: 'turn',
    id: turn?.id,
    complete: true,
    turn: 4,
    who: workspace.osei.organisation,
    policy: 'affiliation',
  });
  const { start, end } = answer.hits[0].range;
  expect(turn?.text.slice(start, end)).toBe('hotline');
  expect(out).not.toContain(workspace.osei.name);
});

test('search --json tells what widened the query and what there is to narrow by, without names that are held back', async () => {
  const { out } = await cli('bonded', 'labour', '--json');
  const answer = JSON.parse(out);
  expect(answer.also).toEqual([
    { issueId: workspace.forcedLabour.id, name: 'Forced labour', terms: ['Forced labour', '強制労働'] },
  ]);
  expect(answer.facets.kind).toEqual(
    expect.arrayContaining([expect.objectContaining({ value: 'turn', chosen: false })]),
  );
  expect(answer.facets.dialogue).toHaveLength(1);
  expect(answer.facets.speaker).toEqual([]);
  expect(out).not.toContain(workspace.osei.name);
  const asTyped = JSON.parse((await cli('bonded', 'labour', '--no-synonyms', '--json')).out);
  expect(asTyped.also).toEqual([]);
  expect(asTyped.total).toBeLessThan(answer.total);
});

test('search --facet narrows by a value as it is printed, --sort date follows the conversation', async () => {
  const { out } = await cli('audit', '--facet', 'kind=turns', '--sort', 'date', '--json');
  const { hits } = JSON.parse(out);
  expect(hits.map(({ id }: { id: string }) => id)).toEqual([2, 3].map((at) => workspace.turns[at]?.id));
  const failed = await cli('audit', '--facet', 'kind=nonsense');
  expect([failed.status, failed.problem]).toEqual([1, expect.stringMatching(/^hearken: facet-unknown: /)]);
});

test('search says what it put right', async () => {
  expect((await cli('hotlnie')).out).toMatch(/“hotlnie”.*“hotline”/);
});

test('search prints results for people, and ends well where there are none', async () => {
  expect((await cli('right to remedy')).out).toContain('right to remedy');
  expect((await cli('nowhere')).out).toMatch(/^0 results/);
});
