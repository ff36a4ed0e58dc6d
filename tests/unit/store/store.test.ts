import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { newId } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeIssue, makeRound } from '../../fixtures/state.ts';
import { type StoreApp, startStore } from './app.ts';
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
  await store.closeWorkspace();
  await main.remove();
});

const logLines = async () => (await main.readLog(storeId)).split('\n').length - 1;

describe('a change', () => {
  test('is in the log on disk and in the database when it is acknowledged', async () => {
    const person = makePerson();
    const committed: JournalEntry[] = [];
    store.onCommitted((entry) => committed.push(entry));
    const result = await store.commit(label, async (draft) => {
      await draft.put('persons', person);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await store.database().persons.get(person.id)).toEqual(person);
    const [, line = ''] = (await main.readLog(storeId)).split('\n');
    const { entry } = JSON.parse(line) as { entry: JournalEntry };
    expect(entry.changes).toEqual([{ table: 'persons', id: person.id, before: null, after: person }]);
    expect(committed).toEqual([entry]);
    expect(await store.database().journal.get(entry.seq)).toEqual(entry);
  });

  test('that changes nothing is no step, neither in the log nor for undo', async () => {
    const person = makePerson();
    await store.commit(label, (draft) => draft.put('persons', person));
    const lines = await logLines();
    await store.commit(label, (draft) => draft.put('persons', structuredClone(person)));
    await store.commit(label, async (draft) => {
      await draft.remove('persons', person.id);
      await draft.put('persons', person);
    });
    expect(await logLines()).toBe(lines);
    await store.undo();
    expect(await store.database().persons.count()).toBe(0);
  });

  test('with a row that does not fit its schema is refused whole', async () => {
    const good = makePerson();
    const bad = { ...makePerson(), kind: 'nobody' } as never;
    const lines = await logLines();
    await expect(
      store.commit(label, async (draft) => {
        await draft.put('persons', good);
        await draft.put('persons', bad);
      }),
    ).rejects.toMatchObject({ problem: { code: 'row-invalid' } });
    expect(await logLines()).toBe(lines);
    expect(await store.database().persons.count()).toBe(0);
  });

  test('whose recipe fails leaves nothing, and the next one goes through', async () => {
    await expect(
      store.commit(label, async (draft) => {
        await draft.put('persons', makePerson());
        throw new ProblemError('selection-empty');
      }),
    ).rejects.toMatchObject({ problem: { code: 'selection-empty' } });
    await store.commit(label, (draft) => draft.put('persons', makePerson()));
    expect(await store.database().persons.count()).toBe(1);
  });

  test('sees those that were asked for before it, however close they come', async () => {
    const id = newId();
    await store.commit(label, (draft) => draft.put('persons', makePerson({ id, aliases: [] })));
    await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        store.commit(label, async (draft) => {
          const { aliases } = await draft.require('persons', id);
          await draft.patch('persons', id, { aliases: [...aliases, String(index)] });
        }),
      ),
    );
    const row = await store.database().persons.get(id);
    expect(row?.aliases).toEqual(Array.from({ length: 25 }, (_, index) => String(index)));
  });

  test('has no other way to the tables than commit', async () => {
    const db = store.database();
    await expect(db.persons.put(makePerson())).rejects.toThrow(/outside commit/);
    await expect(db.meta.clear()).rejects.toThrow();
    expect(await db.persons.count()).toBe(0);
  });
});

describe('a disk that fails', () => {
  test('a change that the log refused is nowhere, and can be made again', async () => {
    const person = makePerson();
    Object.assign(main.instead, {
      'journal.append': () => {
        throw new ProblemError('disk-full');
      },
    });
    const commit = () => store.commit(label, (draft) => draft.put('persons', person));
    await expect(commit()).rejects.toMatchObject({ problem: { code: 'disk-full' } });
    expect(await store.database().persons.count()).toBe(0);
    delete main.instead['journal.append'];
    await commit();
    expect(await store.database().persons.count()).toBe(1);
    expect(await logLines()).toBe(2);
  });

  test('a database that cannot take what the log has is drawn anew from the log', async () => {
    const db = store.database();
    const person = makePerson();
    const put = vi.spyOn(db.journal, 'bulkPut').mockRejectedValueOnce(new Error('quota'));
    await store.commit(label, (draft) => draft.put('persons', person));
    expect(put).toHaveBeenCalled();
    put.mockRestore();
    expect(await store.database().persons.get(person.id)).toEqual(person);
    await store.commit(label, (draft) => draft.put('persons', makePerson()));
    expect(await store.database().persons.count()).toBe(2);
    expect(await logLines()).toBe(3);
  });

  test('where an answer never came, the store follows the log before it goes on', async () => {
    const { call } = await import('../../../renderer/platform/bridge.ts');
    const lost = makePerson();
    Object.assign(main.instead, {
      'journal.append': async ({ entry }: { entry: JournalEntry }) => {
        delete main.instead['journal.append'];
        await call('journal.append', { entry });
        throw new Error('the answer was lost');
      },
    });
    await expect(store.commit(label, (draft) => draft.put('persons', lost))).rejects.toThrow();
    const next = () => store.commit(label, (draft) => draft.put('persons', makePerson()));
    await expect(next()).rejects.toMatchObject({ problem: { code: 'journal-sequence' } });
    // It caught up: what the log took is shown, and work goes on.
    expect(await store.database().persons.get(lost.id)).toEqual(lost);
    await next();
    expect(await store.database().persons.count()).toBe(2);
  });
});

describe('undo and redo', () => {
  test('do not reach the beginning of the workspace', async () => {
    expect(await store.undo()).toBeNull();
    expect(await store.redo()).toBeNull();
  });

  test('name what they took back and made again', async () => {
    const issue = makeIssue();
    const round = makeRound({ issueIds: [issue.id] });
    await store.commit(label, (draft) => draft.put('issues', issue));
    const named = { key: 'change.workspace.rename', params: { name: 'A' } } as const;
    await store.commit(named, (draft) => draft.put('rounds', round));
    expect(await store.undo()).toEqual({ label: named, kept: {} });
    expect(await store.database().rounds.count()).toBe(0);
    expect(await store.redo()).toEqual({ label: named, kept: {} });
    expect(await store.database().rounds.get(round.id)).toEqual(round);
  });

  test('a closed round is opened again by undo, since closing it was the last change', async () => {
    const round = makeRound({ stage: 'discussion' });
    await store.commit(label, (draft) => draft.put('rounds', round));
    await store.commit(label, (draft) => draft.patch('rounds', round.id, { stage: 'closed' }));
    await expect(
      store.commit(label, (draft) => draft.patch('rounds', round.id, { name: { en: 'Other' } })),
    ).rejects.toMatchObject({ problem: { code: 'round-closed' } });
    await store.undo();
    expect(await store.database().rounds.get(round.id)).toEqual(round);
  });

  test('a new change ends what could be redone, and not what could be undone', async () => {
    const [first, second, third] = [makePerson(), makePerson(), makePerson()];
    for (const person of [first, second]) await store.commit(label, (draft) => draft.put('persons', person));
    await store.undo();
    await store.commit(label, (draft) => draft.put('persons', third));
    expect(await store.redo()).toBeNull();
    await store.undo();
    await store.undo();
    expect(await store.database().persons.count()).toBe(0);
    expect(await store.undo()).toBeNull();
  });
});

test('a workspace that is closed takes no change', async () => {
  await store.closeWorkspace();
  await expect(store.commit(label, async () => undefined)).rejects.toMatchObject({
    problem: { code: 'no-workspace' },
  });
});

test('switching between workspaces keeps them apart', async () => {
  const person = makePerson();
  await store.commit(label, (draft) => draft.put('persons', person));
  await store.createWorkspace({ name: 'Other', state: { ...emptyState(), issues: [makeIssue()] } });
  expect(await store.database().persons.count()).toBe(0);
  await store.openWorkspace(storeId);
  expect((await store.readState()).persons).toEqual([person]);
  expect((await store.readState()).issues).toEqual([]);
});

describe('a worker that reads the store by itself', () => {
  test('has every row from one moment, and the entry that they show', async () => {
    const person = makePerson();
    await store.commit(label, (draft) => draft.put('persons', person));
    const { readStore } = await import('../../../renderer/store/rows.ts');
    const { state, seq } = await readStore(store.openStoreId());
    expect(state).toEqual(await store.readState());
    expect(seq).toBe((await store.database().journal.orderBy('seq').last())?.seq);
  });

  test('makes no database where there is none any more', async () => {
    const { readStore } = await import('../../../renderer/store/rows.ts');
    await expect(readStore('gone')).rejects.toThrow();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('hearken-gone');
  });
});
