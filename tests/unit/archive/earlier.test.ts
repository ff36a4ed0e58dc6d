import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { unpackArchive } from '#shared/archive/archive.ts';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { TABLE_NAMES, TABLES } from '#shared/model/tables.ts';

/** A workspace file as the first version wrote it. It is never written anew: that is the point of it. */
const FIRST = path.join(import.meta.dirname, '..', '..', 'fixtures', 'workspaces', 'first.hearken');

test('a workspace file of the first version opens, every row as this version wants it', async () => {
  const { state, journal } = await unpackArchive(new Uint8Array(await readFile(FIRST)));
  expect(state.turns).toHaveLength(16);
  expect(state.codings).toHaveLength(46);
  expect(journal).toHaveLength(1);
  for (const table of TABLE_NAMES)
    for (const row of state[table]) expect(TABLES[table].schema.safeParse(row).error).toBeUndefined();
  const [round] = state.rounds;
  expect(assessRound(state, round?.id ?? '').counts.issues).toBe(19);
});
