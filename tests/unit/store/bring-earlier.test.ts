import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { type StoreApp, startStore } from './app.ts';
import { type MainProcess, startMainProcess } from './main-process.ts';

const SAMPLE = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', 'sample.json');

let main: MainProcess;
let store: StoreApp;

beforeEach(async () => {
  main = await startMainProcess();
  store = await startStore();
});

afterEach(async () => {
  await store.closeWorkspace().catch(() => undefined);
  await main.remove();
});

/** The sample as a version kept it that had commitments as a text of the advice. */
async function earlier(): Promise<{ past: WorkspaceState; now: WorkspaceState }> {
  const now = upgradeState(JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState);
  const advice = now.advice.map((one) => {
    const promise = now.commitments.find(({ madeIn }) => madeIn.id === one.id);
    return promise ? { ...one, commitment: promise.text, owner: promise.owner, due: promise.due } : one;
  });
  return { past: { ...now, advice, commitments: [] }, now };
}

test('commitments of an earlier version are brought as a workspace is opened: once, by one entry, which is undone', async () => {
  const { past, now } = await earlier();
  const { storeId } = await store.createWorkspace({ name: 'Office', state: past });
  const known = ({ commitments }: WorkspaceState) =>
    commitments.map(({ text, madeIn, owner, due, status }) => [text, madeIn.id, owner, due, status]).sort();
  expect(known(await store.readState())).toEqual(known(now));
  expect((await store.readState()).advice.filter(({ commitment }) => commitment !== '')).toEqual([]);
  expect(await store.database().journal.count()).toBe(2);

  await store.openWorkspace(storeId);
  expect(await store.database().journal.count()).toBe(2);

  await store.undo();
  const undone = await store.readState();
  expect(undone.commitments).toEqual([]);
  expect(undone.advice.map(({ id, commitment }) => [id, commitment]).sort()).toEqual(
    past.advice.map(({ id, commitment }) => [id, commitment]).sort(),
  );
  // A record of a closed round is as it was.
  expect(undone.records).toEqual(past.records);
});
