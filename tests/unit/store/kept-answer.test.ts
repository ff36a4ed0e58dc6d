import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import type { KeptAnswer as KeptAnswerOf } from '../../../renderer/store/kept-answer.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeIssue } from '../../fixtures/state.ts';
import { type StoreApp, startStore } from './app.ts';
import { type MainProcess, startMainProcess } from './main-process.ts';

const label = { key: 'change.workspace.edit' } as const;

let main: MainProcess;
let store: StoreApp;
let answer: KeptAnswerOf<number>;
let asked: number;

beforeEach(async () => {
  main = await startMainProcess();
  store = await startStore();
  await store.createWorkspace({ name: 'Office', state: emptyState() });
  const { KeptAnswer } = await import('../../../renderer/store/kept-answer.ts');
  asked = 0;
  answer = new KeptAnswer(
    () => store.database(),
    async (db) => {
      asked += 1;
      return db.persons.count();
    },
  );
});

afterEach(async () => {
  answer.close();
  await store.closeWorkspace();
  await main.remove();
});

const add = () => store.commit(label, (draft) => draft.put('persons', makePerson()));

test('is worked out once for all who ask, and anew for them once what it was read from has changed', async () => {
  const told = vi.fn();
  const stop = answer.subscribe(told);
  answer.subscribe(() => told());
  expect(answer.get()).toBeUndefined();
  await vi.waitFor(() => expect(answer.get()).toBe(0));
  expect(asked).toBe(1);
  expect(told).toHaveBeenCalledTimes(2);

  await add();
  await vi.waitFor(() => expect(answer.get()).toBe(1));
  expect(asked).toBe(2);
  stop();
});

test('is kept while nobody asks, until what it was read from changes; then it costs nothing until it is asked for', async () => {
  answer.subscribe(() => {})();
  await vi.waitFor(() => expect(answer.get()).toBe(0));
  await store.commit(label, (draft) => draft.put('issues', makeIssue()));
  const told = vi.fn();
  const stop = answer.subscribe(told);
  expect([answer.get(), asked]).toEqual([0, 1]);
  stop();

  await add();
  await vi.waitFor(() => expect(answer.get()).toBeUndefined());
  await add();
  expect(asked).toBe(1);
  answer.subscribe(told);
  await vi.waitFor(() => expect(answer.get()).toBe(2));
  expect(asked).toBe(2);
});

test('that changes while it is worked out is never shown as it was', async () => {
  const { KeptAnswer } = await import('../../../renderer/store/kept-answer.ts');
  const seen: (number | undefined)[] = [];
  let first = true;
  const slow = new KeptAnswer(
    () => store.database(),
    async (db) => {
      const count = await db.persons.count();
      if (first) {
        first = false;
        await add();
      }
      return count;
    },
  );
  slow.subscribe(() => seen.push(slow.get()));
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
  expect(seen).toEqual([1]);
  slow.close();
});

test('what the question throws, the view is thrown', async () => {
  const { KeptAnswer } = await import('../../../renderer/store/kept-answer.ts');
  const failing = new KeptAnswer(
    () => store.database(),
    async () => {
      throw new Error('unreadable');
    },
  );
  const told = vi.fn();
  failing.subscribe(told);
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  expect(() => failing.get()).toThrow('unreadable');
  failing.close();
});
