import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { emptyState } from '#shared/model/tables.ts';
import { asUnpacked } from '../../../renderer/workers/archive/unpacked.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeDialogue } from '../../fixtures/state.ts';
import { repairOf, type StoreApp, startStore } from './app.ts';
import { type MainProcess, startMainProcess } from './main-process.ts';

// Node has no web workers: the same functions, without the thread between.
vi.mock('../../../renderer/workers/archive/client.ts', () => ({
  packInWorker: packArchive,
  unpackInWorker: async (bytes: Uint8Array) => asUnpacked(await unpackArchive(bytes)),
}));

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

/** Keeps an original file and the dialogue that was read from it. */
async function importOriginal(words: string): Promise<string> {
  const { call } = await import('../../../renderer/platform/bridge.ts');
  const bytes = new TextEncoder().encode(words);
  const { sha256 } = await call('file.put', { bytes });
  const source = {
    name: 'talk.txt',
    sha256,
    size: bytes.length,
    mediaType: 'text/plain',
    format: 'names',
    encoding: 'utf-8',
  };
  await store.commit(label, (draft) => draft.put('dialogues', makeDialogue({ source })));
  return sha256;
}

async function original(sha256: string): Promise<string> {
  const { call } = await import('../../../renderer/platform/bridge.ts');
  return new TextDecoder().decode((await call('file.get', { sha256 })).bytes);
}

test('a workspace file opens on another machine with its rows, its originals and its whole undo', async () => {
  for (let count = 0; count < 4; count++)
    await store.commit(label, (draft) => draft.put('persons', makePerson()));
  const sum = await importOriginal('Osei: Repay those fees.');
  await store.undo();
  const state = await store.readState();
  const bytes = await store.saveArchive();

  const other = await startMainProcess();
  store = await startStore();
  const entry = await store.openArchive(bytes);
  expect(entry).toMatchObject({ name: 'Office', sample: false });
  expect(await store.readState()).toEqual(state);
  expect(repairOf(store)).toMatchObject({ repaired: 'none', damaged: [] });

  // The dialogue that was undone comes back with the file it was read from.
  expect(await store.redo()).not.toBeNull();
  expect((await store.readState()).dialogues).toHaveLength(1);
  expect(await original(sum)).toBe('Osei: Repay those fees.');
  for (let step = 0; step < 5; step++) expect(await store.undo()).not.toBeNull();
  expect(await store.undo()).toBeNull();
  expect(await store.readState()).toEqual(emptyState());

  // And as the new machine's own, over a restart.
  await other.restart();
  store = await startStore();
  await store.openWorkspace(entry.storeId);
  expect(repairOf(store).repaired).toBe('none');
  expect(await store.readState()).toEqual(emptyState());
  await store.closeWorkspace();
  await other.remove();
});

test('a file that is refused leaves the library and the open workspace as they were', async () => {
  const person = makePerson();
  await store.commit(label, (draft) => draft.put('persons', person));
  const bytes = await store.saveArchive();
  const torn = bytes.subarray(0, bytes.length - 100);
  await expect(store.openArchive(torn)).rejects.toMatchObject({ problem: { code: 'archive-damaged' } });
  expect(store.workspaceStatus()).toMatchObject({ state: 'open', storeId });
  expect((await store.readState()).persons).toEqual([person]);
  await store.commit(label, (draft) => draft.put('persons', makePerson()));
});

test('a copy can be saved although an original file is damaged; its name is told', async () => {
  const sum = await importOriginal('Osei: Repay those fees.');
  Object.assign(main.instead, {
    'file.get': () => {
      throw new ProblemError('file-damaged', { name: sum });
    },
  });
  const missing: string[] = [];
  const opened = await unpackArchive(await store.saveArchive((lacks) => missing.push(...lacks.missing)));
  expect(missing).toEqual(['talk.txt']);
  expect(opened.files).toEqual([]);
  expect(opened.state.dialogues).toHaveLength(1);
});
