import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemOf } from '#shared/model/problem.ts';
import { problemLine } from '../../../main/cli/frame.ts';
import { readWorkspaceFile } from '../../../main/cli/workspace.ts';
import { sha256 } from '../../../main/files.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { CHEAP, PASSPHRASE } from '../../fixtures/encryption.ts';
import { makeEntries } from '../main/entries.ts';

let folder: string;
let store: string;
let original: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-sealed-cli-'));
  const workspaces = new Workspaces(folder, { cost: CHEAP });
  const { ticket } = await workspaces.keys.prepare(PASSPHRASE);
  const bytes = new Uint8Array(9);
  const { storeId } = await workspaces.create({
    ...{ name: 'Label', ticket, sample: false, snapshot: null, journal: makeEntries(2) },
    files: [{ sha256: sha256(bytes), bytes }],
  });
  original = path.join('files', workspaces.keys.sealerOf(storeId).originalName(sha256(bytes)));
  store = path.join(folder, 'workspaces', storeId);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const refusal = (file: string) =>
  readWorkspaceFile(file).then(
    () => 'read',
    (thrown) => problemLine(problemOf(thrown)),
  );

test('the command line says of an encrypted workspace, and of each file in it, that it is one', async () => {
  for (const name of ['', 'encryption.key', 'journal.jsonl', original])
    expect(await refusal(path.join(store, name)), name).toMatch(/^hearken: file-sealed: .*\(\.hearken\)/);
  const other = path.join(folder, 'other.hearken');
  await writeFile(other, 'something else');
  expect(await refusal(other)).toMatch(/^hearken: archive-/);
  expect(await refusal(folder)).toMatch(/^hearken: file-unreadable/);
});
