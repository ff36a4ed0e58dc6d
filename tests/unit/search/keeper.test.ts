import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import type { Change, JournalEntry } from '#shared/change/change-set.ts';
import { newId } from '#shared/model/basics.ts';
import { keepDetails } from '#shared/model/problem.ts';
import { type AnyRow, TABLE_NAMES, type WorkspaceState } from '#shared/model/tables.ts';
import { databaseName, defineDatabase, write } from '../../../renderer/store/database.ts';
import { emptyCounts } from '../../../renderer/store/store.ts';
import { SearchKeeper } from '../../../renderer/workers/search/keeper.ts';
import { indexDatabaseName } from '../../../renderer/workers/search/names.ts';
import { ask, type TestWorkspace, talks, whole } from './workspace.ts';

/** A workspace as the store leaves it in the browser's database, and its journal. */
async function stored({ state }: TestWorkspace) {
  const storeId = newId();
  const db = defineDatabase(storeId);
  await db.open();
  let seq = 0;
  const entry = (changes: readonly Change[]): JournalEntry => ({
    seq: ++seq,
    id: newId(),
    at: '2026-01-01T00:00:00.000Z',
    actor: '',
    device: 'test',
    kind: 'edit',
    target: null,
    undo: null,
    redo: null,
    undoBefore: null,
    redoBefore: null,
    label: { key: 'change.turn.correct', params: {} },
    changes: [...changes],
  });
  const put = (next: JournalEntry, rows: () => Promise<void>) =>
    write(db, async () => {
      await rows();
      await db.journal.put(next);
      await db.meta.put({ key: 'head', seq: next.seq, sum: `${next.seq}`, counts: emptyCounts() });
    });
  await put(entry([]), async () => {
    for (const table of TABLE_NAMES) await db.table<AnyRow>(table).bulkPut(state[table] as AnyRow[]);
  });
  return {
    databases: { rows: databaseName(storeId), index: indexDatabaseName(storeId) },
    db,
    /** Makes a change as the store does: rows and journal together. */
    commit: (changes: readonly Change[]) =>
      put(entry(changes), async () => {
        for (const { table, id, after } of changes) {
          if (after) await db.table<AnyRow>(table).put(after);
          else await db.table(table).delete(id);
        }
      }),
  };
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function keeperOf(databases: { rows: string; index: string }, shares: number[] = []) {
  const keeper = new SearchKeeper();
  open.push(keeper);
  const origin = await keeper.open(databases, (share) => shares.push(share));
  const { search } = keeper;
  if (!search) throw new Error('nothing to ask');
  return { keeper, origin, found: (query: string) => whole(ask(search, query)).sort(), search };
}

/** The turn with other words. */
function corrected({ turns }: TestWorkspace, index: number, text: string): Change<'turns'> {
  const before = turns[index] as WorkspaceState['turns'][number];
  return { table: 'turns', id: before.id, before, after: { ...before, text } };
}

test('an index is built once, kept, and taken up at the next start', async () => {
  const workspace = talks();
  const { databases } = await stored(workspace);
  const first = await keeperOf(databases);
  expect(first.origin).toBe('built');
  expect(first.found('broker')).not.toEqual([]);
  expect(await first.keeper.save()).toBeGreaterThan(0);
  // Nothing is new: nothing but the manifest is written.
  expect(await first.keeper.save()).toBe(0);

  const second = await keeperOf(databases);
  expect(second.origin).toBe('stored');
  for (const query of ['broker', 'fee', '強制労働', 'osei', 'audit crew'])
    expect(ask(second.search, query)).toEqual(ask(first.search, query));
});

test('what the journal says after the index was kept is followed at the next start', async () => {
  const workspace = talks();
  const { databases, commit } = await stored(workspace);
  const first = await keeperOf(databases);
  await first.keeper.save();
  await commit([corrected(workspace, 1, 'Cranes at the quay.')]);
  const gone = workspace.turns[3];
  if (!gone) throw new Error('no turn');
  await commit([{ table: 'turns', id: gone.id, before: gone, after: null }]);

  const second = await keeperOf(databases);
  expect(second.origin).toBe('stored');
  expect(second.found('crane')).toEqual([`turn:${workspace.turns[1]?.id}`]);
  expect(second.found('sail')).toEqual([]);
  expect(second.found('hotline')).not.toContain(`turn:${gone.id}`);
});

test('a large index that had to be built is handed over once it is kept, and from then on nothing is written', async () => {
  const workspace = talks();
  const { databases, commit } = await stored(workspace);
  const first = new SearchKeeper(1);
  open.push(first);
  await new Promise<void>((kept) => first.open(databases, () => {}, kept));
  const second = await keeperOf(databases);
  expect(second.origin).toBe('stored');
  expect(second.found('broker')).not.toEqual([]);
  await commit([corrected(workspace, 1, 'Cranes at the quay.')]);
  await first.follow();
  expect(await first.save()).toBe(0);
  await second.keeper.follow();
  expect(second.found('crane')).toHaveLength(1);
  expect(await second.keeper.save()).toBeGreaterThan(0);
});

test('entries are followed while it is open, those that nobody announced too', async () => {
  const workspace = talks();
  const { databases, commit } = await stored(workspace);
  const { keeper, found } = await keeperOf(databases);
  await commit([corrected(workspace, 1, 'Cranes at the quay.')]);
  await commit([corrected(workspace, 2, 'A lighthouse.')]);
  await keeper.follow();
  expect(found('crane')).toHaveLength(1);
  expect(found('lighthouse')).toHaveLength(1);
  expect(found('supplier every')).toEqual([]);
});

test('what is kept says up to which entry it was read, edits that came while it was kept included', async () => {
  const workspace = talks();
  const { databases, commit } = await stored(workspace);
  const first = await keeperOf(databases);
  const saving = first.keeper.save();
  await commit([corrected(workspace, 1, 'Cranes at the quay.')]);
  await first.keeper.follow();
  await saving;
  const second = await keeperOf(databases);
  expect(second.origin).toBe('stored');
  expect(second.found('crane')).toHaveLength(1);
  expect(second.found('sail')).toEqual([]);
});

test('what ends while it is being written leaves what was written before, and the journal tells the rest', async () => {
  const workspace = talks();
  const { databases, commit } = await stored(workspace);
  const first = await keeperOf(databases);
  await first.keeper.save();
  await commit([corrected(workspace, 1, 'Cranes at the quay.')]);
  await first.keeper.follow();
  const kept = vi.fn();
  keepDetails(kept);
  const saving = first.keeper.save();
  first.keeper.close();
  expect(await saving).toBe(0);
  expect(kept).toHaveBeenCalled();
  const second = await keeperOf(databases);
  expect(second.origin).toBe('stored');
  expect(second.found('crane')).toHaveLength(1);
  expect(second.found('sail')).toEqual([]);
});

test('an index that is damaged, of another version, or of another journal is built anew', async () => {
  const workspace = talks();
  const { databases, db } = await stored(workspace);
  const damages: ((index: Dexie) => Promise<unknown>)[] = [
    (index) =>
      index
        .table('segments')
        .toCollection()
        .modify((record) => {
          record.bytes[100] ^= 1;
        }),
    (index) => index.table('segments').clear(),
    (index) => index.table('manifest').clear(),
    (index) => index.table('manifest').toCollection().modify({ version: 'of long ago' }),
    (index) => index.table('manifest').toCollection().modify({ seq: 99 }),
    (index) => index.table('manifest').toCollection().modify({ entry: newId() }),
  ];
  for (const damage of damages) {
    const before = await keeperOf(databases);
    await before.keeper.save();
    before.keeper.close();
    const index = await new Dexie(databases.index).open();
    await damage(index);
    index.close();
    const after = await keeperOf(databases);
    expect([after.origin, damage.toString()]).toEqual(['built', damage.toString()]);
    expect(after.found('broker')).toEqual(before.found('broker'));
    after.keeper.close();
  }
  db.close();
});

test('where nothing can be kept, search goes on', async () => {
  const workspace = talks();
  const { databases, commit } = await stored(workspace);
  // A database of that name in which nothing can be put.
  const later = new Dexie(databases.index);
  later.version(9).stores({ segments: 'other', manifest: 'other' });
  await later.open();
  later.close();
  const { keeper, origin, found } = await keeperOf(databases);
  expect(origin).toBe('built');
  const kept = vi.fn();
  keepDetails(kept);
  expect(await keeper.save()).toBe(0);
  expect(kept).toHaveBeenCalled();
  await commit([corrected(workspace, 1, 'Cranes at the quay.')]);
  await keeper.follow();
  expect(found('crane')).toHaveLength(1);
});

test('reading never keeps a question waiting until it is done', async () => {
  const workspace = talks();
  const { databases } = await stored(workspace);
  const keeper = new SearchKeeper();
  open.push(keeper);
  const opening = keeper.open(databases, () => undefined);
  while (!keeper.search) await new Promise((resolve) => setTimeout(resolve));
  const { search } = keeper;
  const early = await keeper.inTurn(() => ask(search, 'broker').searched);
  await opening;
  expect(early).toBeLessThanOrEqual(ask(search, 'broker').searched);
});

test('a reading that fails leaves nothing behind that could be taken for a whole index', async () => {
  const workspace = talks();
  const { databases, commit } = await stored(workspace);
  const keeper = new SearchKeeper();
  open.push(keeper);
  // A row that no document can be made of, at the end of those that are read.
  const rows = await new Dexie(databases.rows).open();
  await rows.table('turns').put({ id: 'zzzz', dialogueId: workspace.dialogue.id, order: 99, text: null });
  await expect(keeper.open(databases, () => undefined)).rejects.toThrow();
  await rows.table('turns').delete('zzzz');
  rows.close();
  await commit([corrected(workspace, 1, 'Cranes at the quay.')]);
  await keeper.follow();
  expect(keeper.search).toBeNull();
  expect(await keeper.save()).toBe(0);
  expect((await keeperOf(databases)).origin).toBe('built');
});
