import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import type { KeptTables as KeptTablesOf } from '../../../renderer/store/table-keeper.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeIssue } from '../../fixtures/state.ts';
import { type StoreApp, startStore } from './app.ts';
import { type MainProcess, startMainProcess } from './main-process.ts';

const label = { key: 'change.workspace.edit' } as const;

let main: MainProcess;
let store: StoreApp;
let kept: KeptTablesOf<'persons' | 'issues'>;

beforeEach(async () => {
  main = await startMainProcess();
  store = await startStore();
  await store.createWorkspace({ name: 'Office', state: emptyState() });
  const { KeptTables } = await import('../../../renderer/store/table-keeper.ts');
  kept = new KeptTables(() => store.database(), ['persons', 'issues']);
});

afterEach(async () => {
  kept.close();
  await store.closeWorkspace();
  await main.remove();
});

const ids = (rows: readonly { readonly id: string }[] | undefined) => rows?.map(({ id }) => id);
const inOrder = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

test('follow what is added, changed and removed, and every other row stays the same object', async () => {
  const persons = [makePerson(), makePerson(), makePerson()];
  const [first, second, third] = persons as [(typeof persons)[0], (typeof persons)[0], (typeof persons)[0]];
  await store.commit(label, async (draft) => persons.map((one) => draft.add('persons', one)));
  const told = vi.fn();
  kept.subscribe(told);
  expect(kept.get()).toBeUndefined();
  await vi.waitFor(() => expect(ids(kept.get()?.persons)).toEqual(inOrder(persons)));
  const before = kept.get();

  await store.commit(label, (draft) => draft.put('persons', { ...second, title: { en: 'Professor' } }));
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
  const changed = kept.get();
  const at = (rows: typeof before, id: string) => rows?.persons.find((one) => one.id === id);
  expect(at(changed, second.id)?.title).toEqual({ en: 'Professor' });
  expect(at(changed, first.id)).toBe(at(before, first.id));
  expect(changed?.issues).toBe(before?.issues);

  const fourth = makePerson();
  await store.commit(label, async (draft) => {
    await draft.remove('persons', third.id);
    draft.add('persons', fourth);
  });
  await vi.waitFor(() => expect(ids(kept.get()?.persons)).toEqual(inOrder([first, second, fourth])));
  expect(at(kept.get(), first.id)).toBe(at(before, first.id));

  await store.undo();
  await vi.waitFor(() => expect(ids(kept.get()?.persons)).toEqual(inOrder(persons)));
});

test('follow more rows at once than the database tells one by one', async () => {
  kept.subscribe(() => {});
  await vi.waitFor(() => expect(kept.get()?.issues).toEqual([]));
  const many = Array.from({ length: 120 }, () => makeIssue());
  await store.commit(label, async (draft) => many.map((one) => draft.add('issues', one)));
  await vi.waitFor(() => expect(ids(kept.get()?.issues)).toEqual(inOrder(many)));
});

test('miss nothing that is written while they are read for the first time, and go on while nobody looks', async () => {
  const one = makePerson();
  kept.subscribe(() => {})();
  await store.commit(label, (draft) => draft.put('persons', one));
  await vi.waitFor(() => expect(ids(kept.get()?.persons)).toEqual([one.id]));
  const other = makePerson();
  await store.commit(label, (draft) => draft.put('persons', other));
  await vi.waitFor(() => expect(ids(kept.get()?.persons)).toEqual(inOrder([one, other])));
});

test('show what a view shows first until all is read', async () => {
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act));
  try {
    const persons = [makePerson(), makePerson(), makePerson()];
    await store.commit(label, async (draft) => persons.map((one) => draft.add('persons', one)));
    const { KeptTables } = await import('../../../renderer/store/table-keeper.ts');
    const own: KeptTablesOf<'persons' | 'issues'> = new KeptTables(
      () => store.database(),
      ['persons', 'issues'],
      async (db) => ({ persons: await db.persons.orderBy(':id').limit(1).toArray(), issues: [] }),
    );
    const seen: unknown[] = [];
    own.watch(() => seen.push([own.getFirst()?.persons.length, own.get()?.persons.length]));
    await vi.waitFor(() =>
      expect(seen).toEqual([
        [1, undefined],
        [undefined, 3],
      ]),
    );
    own.close();
  } finally {
    vi.unstubAllGlobals();
  }
});
