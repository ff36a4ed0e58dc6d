import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { indexState, plainState } from '#shared/change/state.ts';
import { blindCopyContent, blindCopyState } from '#shared/coding/blind-copy.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { mergeCopy } from '#shared/edit/merge-coder.ts';
import { newId } from '#shared/model/basics.ts';
import { asUnpacked } from '../../../renderer/workers/archive/unpacked.ts';
import { AT, makeOffice } from '../coding/workspace.ts';
import { type StoreApp, startStore } from './app.ts';
import { type MainProcess, startMainProcess } from './main-process.ts';

// Node has no web workers: the same functions, without the thread between.
vi.mock('../../../renderer/workers/archive/client.ts', () => ({
  packInWorker: packArchive,
  unpackInWorker: async (bytes: Uint8Array) => asUnpacked(await unpackArchive(bytes)),
}));

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

test('a blind copy is worked in under its coder’s name, goes back as a file, and is taken in as one step of undo', async () => {
  const office = makeOffice();
  const state = plainState(office.state);
  const copy = blindCopyState(state, {
    coder: 'Ines',
    dialogueIds: office.dialogueIds,
    maker: 'Ren',
    seq: 1,
    at: AT,
  });
  const stamp = { id: newId(), at: AT, actor: 'Ren', device: newId() };
  const sent = await packArchive(blindCopyContent(copy, { name: 'Copy', app: '0', stamp }));

  await store.openArchive(sent);
  expect(store.actor()).toBe('Ines');
  // Preferences of the machine say who works at it otherwise; in the copy its coder does.
  store.setActor('Somebody else');
  expect(store.actor()).toBe('Ines');
  await store.commit({ key: 'change.coding.add', params: { issue: 'fees' } }, (draft) =>
    codeSelection(
      draft,
      { turnId: office.turnIds[0] as string, start: 0, end: 29 },
      [office.issueIds[0] as string],
      { by: store.actor(), at: AT },
    ),
  );
  const journal = await store.database().journal.toArray();
  expect(journal.at(-1)?.actor).toBe('Ines');
  const returned = (await unpackArchive(await store.saveArchive())).state;
  expect(returned.codings.map(({ coder }) => coder)).toEqual(['Ines']);

  await store.createWorkspace({ name: 'Office', state });
  expect(store.actor()).not.toBe('Ines');
  await store.commit({ key: 'change.coders.merge', params: { coder: 'Ines' } }, (draft) =>
    mergeCopy(draft, returned, 'en'),
  );
  expect((await store.readState()).codings).toEqual(returned.codings);
  expect(await store.undo()).toMatchObject({ label: { key: 'change.coders.merge' } });
  expect(plainState(indexState(await store.readState()))).toEqual(state);
});
