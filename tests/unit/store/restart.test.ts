import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { indexState, plainState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { databaseName } from '../../../renderer/store/database.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { repairOf, type StoreApp, startStore } from './app.ts';
import { type MainProcess, startMainProcess } from './main-process.ts';

const label = { key: 'change.workspace.edit' } as const;

let main: MainProcess;
let store: StoreApp;
let storeId: string;

beforeEach(async () => {
  main = await startMainProcess();
  store = await startStore();
  ({ storeId } = await store.createWorkspace({ name: 'Office', state: emptyState() }));
});

afterEach(async () => {
  await store.closeWorkspace().catch(() => undefined);
  await main.remove();
});

async function addPersons(count: number): Promise<void> {
  for (let added = 0; added < count; added++)
    await store.commit(label, (draft) => draft.put('persons', makePerson({ aliases: [`${added}`] })));
}

const state = async (): Promise<WorkspaceState> => plainState(indexState(await store.readState()));

/** The app ends without a word, and is started again. `damage` happens in between. */
async function restart(damage?: () => Promise<void>): Promise<void> {
  store.database().close();
  await main.restart(damage);
  store = await startStore();
  await store.openWorkspace(storeId);
}

test('a restart finds everything as it was, with nothing to repair', async () => {
  await addPersons(5);
  const before = await state();
  await restart();
  expect(await state()).toEqual(before);
  expect(repairOf(store)).toEqual({
    repaired: 'none',
    entries: 0,
    tornTail: false,
    damaged: [],
    folder: expect.stringContaining(storeId),
    missing: null,
    complete: true,
    keptAside: null,
  });
});

test('a database of an earlier version is brought up to date in place, its copy of the log too', async () => {
  const dialogue = makeDialogue();
  const turn = makeTurn(dialogue.id);
  await store.commit(label, async (draft) => {
    await draft.put('dialogues', dialogue);
    await draft.put('turns', turn);
  });
  const before = await state();
  await restart(async () => {
    const now = await new Dexie(databaseName(storeId)).open();
    const contents = await Promise.all(
      now.tables.map(async (table) => ({
        name: table.name,
        key: table.schema.primKey.src,
        rows: await table.toArray(),
      })),
    );
    now.close();
    await Dexie.delete(databaseName(storeId));
    const early = new Dexie(databaseName(storeId));
    early.version(1).stores(Object.fromEntries(contents.map(({ name, key }) => [name, key])));
    for (const { name, rows } of contents) {
      const lacking = rows.map((row) =>
        JSON.parse(JSON.stringify(row, (field, value) => (field === 'cues' ? undefined : value))),
      );
      await early.table(name).bulkPut(lacking);
    }
    early.close();
  });
  expect(repairOf(store).repaired).toBe('none');
  expect(await state()).toEqual(before);
  expect((await state()).turns[0]?.cues).toEqual([]);
  // Undo takes back what the log's copy says, and does so completely.
  await store.undo();
  expect((await state()).turns).toEqual([]);
});

describe('a database that Chromium lost', () => {
  test('is rebuilt from the log; the person is told; undo still reaches everything', async () => {
    await addPersons(5);
    const before = await state();
    await restart(() => Dexie.delete(databaseName(storeId)));
    expect(await state()).toEqual(before);
    expect(repairOf(store)).toMatchObject({ repaired: 'rebuilt', entries: 6 });
    for (let step = 0; step < 5; step++) expect(await store.undo()).not.toBeNull();
    expect(await store.undo()).toBeNull();
    expect((await state()).persons).toEqual([]);
  });

  test('in part: rows that are missing are noticed by their number', async () => {
    await addPersons(3);
    const before = await state();
    await store.write(async () => {
      await store.database().persons.limit(1).delete();
    });
    await restart();
    expect(await state()).toEqual(before);
    expect(repairOf(store).repaired).toBe('rebuilt');
  });

  test('while it was being rebuilt: a rebuild cut short is begun again', async () => {
    await addPersons(3);
    const before = await state();
    await store.write(async () => {
      await store.database().meta.clear();
      await store.database().persons.clear();
    });
    await restart();
    expect(await state()).toEqual(before);
    expect(repairOf(store).repaired).toBe('rebuilt');
  });
});

test('what the log has and the database lacks is replayed', async () => {
  await addPersons(2);
  const db = store.database();
  const rows = await db.persons.toArray();
  const head = await db.meta.get('head');
  await addPersons(3);
  const after = await state();
  // The database as it was three changes ago, as after a crash that took its last writes.
  await restart(async () => {
    await db.open();
    await store.write(async () => {
      await db.persons.clear();
      await db.persons.bulkPut(rows);
      await db.journal.where('seq').above(3).delete();
      if (head) await db.meta.put(head);
    });
    db.close();
  });
  expect(await state()).toEqual(after);
  expect(repairOf(store)).toMatchObject({ repaired: 'replayed', entries: 3 });
});

describe('a log that lost its end', () => {
  test('gets it back from the database', async () => {
    await addPersons(4);
    const before = await state();
    const log = await main.readLog(storeId);
    await restart(async () => main.writeLog(storeId, log.slice(0, -30)));
    expect(await state()).toEqual(before);
    expect(repairOf(store)).toMatchObject({ repaired: 'log-restored', entries: 1, tornTail: true });
    expect(await main.readLog(storeId)).toBe(log);
  });

  test('by damage in its middle: the same, and the damaged file is kept', async () => {
    await addPersons(6);
    const before = await state();
    const log = await main.readLog(storeId);
    const middle = log.indexOf('"persons"', Math.floor(log.length / 2));
    await restart(async () => main.writeLog(storeId, `${log.slice(0, middle)}x${log.slice(middle + 1)}`));
    expect(await state()).toEqual(before);
    expect(repairOf(store)).toMatchObject({ repaired: 'log-restored', tornTail: false });
    expect(repairOf(store).damaged).toHaveLength(1);
    expect(await main.readLog(storeId)).toBe(log);
    await restart();
    expect(repairOf(store).repaired).toBe('none');
  });
});

describe('a damaged log whose database is gone', () => {
  /** Alters a byte in the entry of a line (from 1). */
  async function damageLine(seq: number): Promise<void> {
    const lines = (await main.readLog(storeId)).split('\n');
    const line = lines[seq - 1] ?? '';
    const at = line.indexOf('"persons"');
    lines[seq - 1] = `${line.slice(0, at)}x${line.slice(at + 1)}`;
    await main.writeLog(storeId, lines.join('\n'));
  }

  test('goes on from the snapshot that reaches further, and from later lines', async () => {
    await addPersons(4);
    await store.closeWorkspace();
    await store.openWorkspace(storeId);
    await addPersons(3);
    const before = await state();
    await restart(async () => {
      await Dexie.delete(databaseName(storeId));
      await damageLine(3);
    });
    expect(await state()).toEqual(before);
    expect(repairOf(store)).toMatchObject({
      repaired: 'rebuilt',
      complete: false,
      missing: { lostEntries: 1, lostChanges: 0, atLeast: false },
    });
    // Undo takes back what was read again, and stops before what was lost.
    for (let step = 0; step < 5; step++) expect(await store.undo()).not.toBeNull();
    expect(await store.undo()).toBeNull();
    expect((await state()).persons).toHaveLength(before.persons.length - 5);
    await restart();
    expect(repairOf(store)).toMatchObject({ repaired: 'none', damaged: [], complete: true });
  });

  test('says what is missing where nothing holds it', async () => {
    await addPersons(7);
    const before = await state();
    await restart(async () => {
      await Dexie.delete(databaseName(storeId));
      await damageLine(3);
    });
    expect((await state()).persons).toHaveLength(before.persons.length - 1);
    expect(repairOf(store).missing).toEqual({ lostEntries: 1, lostChanges: 1, atLeast: false });
  });

  test('in its last line: says that the end is not known', async () => {
    await addPersons(4);
    await restart(async () => {
      await Dexie.delete(databaseName(storeId));
      await damageLine(5);
    });
    expect((await state()).persons).toHaveLength(3);
    expect(repairOf(store).missing).toEqual({ lostEntries: 1, lostChanges: 1, atLeast: true });
  });

  test('that is gone altogether is had again from the newest snapshot', async () => {
    await addPersons(4);
    const before = await state();
    await store.closeWorkspace();
    await main.restart(async () => {
      await Dexie.delete(databaseName(storeId));
      await main.removeLog(storeId);
    });
    store = await startStore();
    await store.openWorkspace(storeId);
    expect(await state()).toEqual(before);
    expect(repairOf(store).missing).toEqual({ lostEntries: 5, lostChanges: 0, atLeast: true });
  });

  test('of which nothing is kept is not shown as an empty workspace', async () => {
    await addPersons(4);
    store.database().close();
    await main.restart(async () => {
      await Dexie.delete(databaseName(storeId));
      await main.writeLog(storeId, '');
    });
    store = await startStore();
    await expect(store.openWorkspace(storeId)).rejects.toMatchObject({ problem: { code: 'log-lost' } });
  });
});

test('a torn line that was never acknowledged is set aside, and nothing else happens', async () => {
  await addPersons(2);
  const before = await state();
  const log = await main.readLog(storeId);
  await restart(async () => main.writeLog(storeId, `${log}{"seq":4,"sum":"00`));
  expect(await state()).toEqual(before);
  expect(repairOf(store)).toMatchObject({ repaired: 'none', tornTail: true });
  expect(await main.readLog(storeId)).toBe(log);
});

test('a database with another history is kept aside, and the log holds', async () => {
  await addPersons(3);
  const early = await main.readLog(storeId);
  await addPersons(1);
  const lost = await state();
  // Back to an old copy of the log, and on from there with the database gone: another fourth change.
  const kept = store.database();
  const rows = await kept.persons.toArray();
  const journal = await kept.journal.toArray();
  const head = await kept.meta.get('head');
  await restart(async () => {
    await Dexie.delete(databaseName(storeId));
    await main.writeLog(storeId, early);
  });
  await addPersons(1);
  const now = await state();
  expect(now).not.toEqual(lost);
  const db = store.database();
  await store.write(async () => {
    await db.persons.clear();
    await db.persons.bulkPut(rows);
    await db.journal.bulkPut(journal);
    if (head) await db.meta.put(head);
  });
  await restart();
  expect(await state()).toEqual(now);
  const { repaired, keptAside } = repairOf(store);
  expect(repaired).toBe('rebuilt');
  const { call } = await import('../../../renderer/platform/bridge.ts');
  const { bytes } = await call('file.get', { sha256: keptAside ?? '' });
  const aside = JSON.parse(new TextDecoder().decode(bytes)) as { state: WorkspaceState };
  expect(aside.state.persons).toHaveLength(lost.persons.length);
});

/** What a person may do, and what may befall them. */
type Act =
  | { readonly kind: 'add' | 'undo' | 'redo' | 'restart' | 'lose-database' | 'tear-log' | 'close' }
  | { readonly kind: 'change' | 'remove'; readonly which: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Act>({ kind: 'add' }, { kind: 'undo' }, { kind: 'redo' }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('change' as const, 'remove' as const), which: fc.nat(20) }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Act>(
      { kind: 'restart' },
      { kind: 'lose-database' },
      { kind: 'tear-log' },
      { kind: 'close' },
    ),
  },
);

test('undo and redo without limit, across restarts and losses, as with a list of all states', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
      ({ storeId } = await store.createWorkspace({ name: 'Office', state: emptyState() }));
      // The plain way to say it: every state there was, and where we stand among them.
      let states = [await state()];
      let place = 0;
      for (const { kind, ...rest } of acts) {
        const persons = states[place]?.persons ?? [];
        const chosen = 'which' in rest ? persons[rest.which % Math.max(1, persons.length)] : undefined;
        const edit = async (recipe: Parameters<StoreApp['commit']>[1]) => {
          await store.commit(label, recipe);
          states = [...states.slice(0, place + 1), await state()];
          place++;
        };
        if (kind === 'add') await edit((draft) => draft.put('persons', makePerson()));
        if (kind === 'change' && chosen)
          await edit((draft) => draft.patch('persons', chosen.id, { aliases: [newId()] }));
        if (kind === 'remove' && chosen) await edit((draft) => draft.remove('persons', chosen.id));
        if (kind === 'undo') {
          expect((await store.undo()) !== null).toBe(place > 0);
          place = Math.max(0, place - 1);
        }
        if (kind === 'redo') {
          expect((await store.redo()) !== null).toBe(place < states.length - 1);
          place = Math.min(states.length - 1, place + 1);
        }
        if (kind === 'restart') await restart();
        if (kind === 'lose-database') await restart(() => Dexie.delete(databaseName(storeId)));
        if (kind === 'tear-log')
          await restart(async () => main.writeLog(storeId, (await main.readLog(storeId)).slice(0, -9)));
        if (kind === 'close') {
          await store.closeWorkspace();
          await store.openWorkspace(storeId);
        }
        expect(await state()).toEqual(states[place]);
      }
      while (place > 0) {
        await store.undo();
        place--;
        expect(await state()).toEqual(states[place]);
      }
      while (place < states.length - 1) {
        await store.redo();
        place++;
        expect(await state()).toEqual(states[place]);
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);
