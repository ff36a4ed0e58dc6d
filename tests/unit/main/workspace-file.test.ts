import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { emptyState } from '#shared/model/tables.ts';
import { readWorkspaceFile } from '../../../main/cli/workspace.ts';
import { makePerson } from '../../fixtures/person.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-file-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('the command line reads the rows of a workspace file as the app wrote them', async () => {
  const state = { ...emptyState(), persons: [makePerson()] };
  const file = path.join(folder, 'office.hearken');
  await writeFile(
    file,
    await packArchive({ app: '0', name: '', sample: false, state, journal: [], files: [] }),
  );
  expect(await readWorkspaceFile(file)).toEqual(state);
});

test('a file that is not there, and one that is something else, are said to be so', async () => {
  const other = path.join(folder, 'notes.txt');
  await writeFile(other, 'Osei: Repay those fees.');
  await expect(readWorkspaceFile(path.join(folder, 'none'))).rejects.toMatchObject({
    problem: { code: 'file-missing' },
  });
  await expect(readWorkspaceFile(other)).rejects.toMatchObject({ problem: { code: 'archive-foreign' } });
});
