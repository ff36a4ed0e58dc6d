import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { bringEarlier } from '#shared/edit/bring-earlier.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, TABLE_NAMES, TABLES, type WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { call } from '../../../renderer/platform/bridge.ts';
import { databaseName } from '../../../renderer/store/database.ts';
import { arbitraryRow } from '../../fixtures/arbitrary.ts';
import { PAST_VERSIONS, stateOfVersion } from '../../fixtures/earlier.ts';
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

/** Every table with rows in it, a closed round with its record among them. */
async function wholeState(): Promise<WorkspaceState> {
  const sample = upgradeState(JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState);
  const [glossary] = fc.sample(arbitraryRow('glossary'), { numRuns: 1, seed: 1 });
  const [search] = fc.sample(arbitraryRow('searches'), { numRuns: 1, seed: 1 });
  const [layout] = fc.sample(arbitraryRow('layouts'), { numRuns: 1, seed: 1 });
  const [amendment] = fc.sample(arbitraryRow('amendments'), { numRuns: 1, seed: 1 });
  const record = sample.records.find(({ kind }) => kind === 'closed');
  const [activity] = fc.sample(arbitraryRow('activities'), { numRuns: 1, seed: 1 });
  const [seal] = fc.sample(arbitraryRow('seals'), { numRuns: 1, seed: 1 });
  const closed = sample.rounds.find(({ stage }) => stage === 'closed');
  const [edition] = fc.sample(arbitraryRow('editions'), { numRuns: 1, seed: 1 });
  const [grievance] = fc.sample(arbitraryRow('grievances'), { numRuns: 1, seed: 1 });
  const state = plainState(
    indexState({
      ...sample,
      glossary: glossary ? [glossary] : [],
      searches: search ? [search] : [],
      layouts: layout ? [layout] : [],
      activities: activity ? [{ ...activity, issueIds: [] }] : [],
      grievances: grievance ? [grievance] : [],
      editions: edition ? [{ ...edition, of: null }] : [],
      seals: seal ? [{ ...seal, roundId: closed?.id ?? '', assessorId: closed?.assessors[0]?.id ?? '' }] : [],
      amendments: amendment
        ? [{ ...amendment, roundId: record?.roundId ?? '', recordId: record?.id ?? '' }]
        : [],
    }),
  );
  for (const table of TABLE_NAMES) expect(state[table].length).toBeGreaterThan(0);
  return state;
}

const stamp = () => ({ id: newId(), at: '2026-11-29T09:00:00.000Z', actor: '', device: newId() });

/** What a version of the model wrote, and what must come of it. */
async function written(version: number) {
  const then = stateOfVersion(version, await wholeState());
  const now = indexState(upgradeState(then));
  return {
    past: { ...emptyState(), ...then } as WorkspaceState,
    /** Its rows as this version reads them. */
    read: plainState(now),
    /** What was kept otherwise is brought to where this version keeps it, once it is opened. */
    now: await brought(now),
  };
}

async function brought(state: IndexedState): Promise<WorkspaceState> {
  const draft = new Draft(stateReader(state));
  await bringEarlier(draft);
  applyChanges(state, await draft.finish());
  return plainState(state);
}

const shown = async () => plainState(indexState(await store.readState()));

describe.each(PAST_VERSIONS)('a workspace that version %i of the model wrote opens', (version) => {
  test('from its workspace file', async () => {
    const { past, read } = await written(version);
    const journal = [firstEntry(past, 'Office', stamp())];
    const file = await packArchive({
      app: '0',
      name: 'Office',
      sample: false,
      state: past,
      journal,
      files: [],
    });
    const opened = await unpackArchive(file);
    expect(plainState(indexState(opened.state))).toEqual(read);
    for (const table of TABLE_NAMES)
      for (const row of read[table]) expect(TABLES[table].schema.safeParse(row).error).toBeUndefined();
  });

  test('from its log', async () => {
    const { past, now } = await written(version);
    const journal = [firstEntry(past, 'Office', stamp())];
    const request = { name: 'Office', ticket: null, sample: false, snapshot: null, journal, files: [] };
    const { storeId } = await call('workspace.create', request);
    await store.openWorkspace(storeId);
    expect(await shown()).toEqual(now);
  });

  test('from a snapshot', async () => {
    const { past, now } = await written(version);
    const journal = [firstEntry(past, 'Office', stamp())];
    const snapshot = { seq: 1, state: JSON.stringify(past) };
    const { storeId } = await call('workspace.create', {
      name: 'Office',
      ticket: null,
      sample: false,
      snapshot,
      journal,
      files: [],
    });
    await main.removeLog(storeId);
    await store.openWorkspace(storeId);
    expect(await shown()).toEqual(now);
  });

  test('from its database', async () => {
    const { past, now } = await written(version);
    const { storeId } = await store.createWorkspace({ name: 'Office', state: now });
    const db = store.database();
    const [journal, meta] = [await db.journal.toArray(), await db.meta.toArray()];
    db.close();
    await main.restart(async () => {
      await Dexie.delete(databaseName(storeId));
      const early = new Dexie(databaseName(storeId));
      const tables = TABLE_NAMES.filter((table) => TABLES[table].since <= version);
      early
        .version(version)
        .stores({ ...Object.fromEntries(tables.map((table) => [table, 'id'])), journal: 'seq', meta: 'key' });
      for (const table of tables) await early.table(table).bulkPut(past[table]);
      await early.table('journal').bulkPut(journal);
      await early.table('meta').bulkPut(meta);
      early.close();
    });
    store = await startStore();
    await store.openWorkspace(storeId);
    const later = Object.fromEntries(
      TABLE_NAMES.filter((table) => TABLES[table].since > version).map((table) => [table, expect.any(Array)]),
    );
    expect(await shown()).toEqual({ ...now, ...later });
  });
});
