/**
 * How the tests of damaged stores reach the app: the real handlers of `main` and the real store of the renderer, on
 * a folder, with a database in memory between them. All that these tests know of the app's interfaces is in this
 * file; what must be true is in oracle.ts, which knows nothing of the app.
 */
import 'fake-indexeddb/auto';
import path from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import type { Bridge } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { indexState, plainState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import { problemOf } from '#shared/model/problem.ts';
import { emptyState } from '#shared/model/tables.ts';
import { answer } from '../../main/answer.ts';
import { PLAIN } from '../../main/encryption/sealer.ts';
import { storageHandlers } from '../../main/handlers.ts';
import { ProfileFile } from '../../main/profile.ts';
import { writeSnapshot } from '../../main/snapshots.ts';
import { Workspaces } from '../../main/workspaces.ts';
import { call } from '../../renderer/platform/bridge.ts';
import { ALL_TABLES, defineDatabase, write } from '../../renderer/store/database.ts';
import { openDatabase } from '../../renderer/store/opening.ts';
import { Store } from '../../renderer/store/store.ts';
import { makePerson } from '../fixtures/person.ts';
import { type PlainEntry, type PlainState, plain } from '../oracle/log.ts';
import type { Random } from '../oracle/random.ts';

const LABEL = { key: 'change.workspace.edit', params: {} } as const;

/** What the app said about a store it opened. */
export interface Said {
  /** Number of the last change of the log. */
  readonly head: number;
  /** Changes that the app says are missing. */
  readonly missing: number;
  /** Changes that the app says can no longer be looked at one by one; the missing ones among them. */
  readonly unviewable: number;
  /** The app says that more may be missing than it counts. */
  readonly perhapsMore: boolean;
  /** The app says that everything is here. */
  readonly complete: boolean;
  /** Names of damaged files. */
  readonly damaged: readonly string[];
  readonly repaired: string;
}

export interface OpenedStore {
  readonly said: Said;
  readState(): Promise<PlainState>;
  /** Some changes more, each of them acknowledged. */
  change(random: Random, count: number): Promise<PlainEntry[]>;
  putFile(bytes: Uint8Array): Promise<string>;
  /** The file's bytes, or the code with which they are refused. */
  getFile(sum: string): Promise<Uint8Array | string>;
  /** Writes the copy of the present state that a day leaves. */
  writeSnapshot(folder: string, at: Date): Promise<void>;
  /** All that the database holds, by table. */
  dump(): Promise<DatabaseContent>;
  /** Closes as a person does. */
  close(): Promise<void>;
  /** Lets go what the process holds, as far as it can be done without writing where the store is looked at. */
  abandon(): Promise<void>;
}

export type DatabaseContent = ReadonlyMap<string, readonly unknown[]>;

/** Why a store was not opened. */
export interface Refusal {
  readonly refused: string;
  readonly listed: boolean;
}

/** Begins a library in a folder with one store in it, with one first change. */
export async function createStore(profile: string): Promise<string> {
  const workspaces = new Workspaces(profile);
  const stamp = { id: newId(), at: new Date().toISOString(), actor: 'Aiko', device: newId() };
  const first = firstEntry({ ...emptyState(), persons: [makePerson()] }, 'Office', stamp);
  const request = {
    name: 'Office',
    ticket: null,
    sample: false,
    snapshot: null,
    journal: [first],
    files: [],
  };
  return (await workspaces.create(request)).storeId;
}

export function storeFolder(profile: string, storeId: string): string {
  return path.join(profile, 'workspaces', storeId);
}

/** The database of a machine that has none yet, or that holds what one held. */
export async function setUpDatabase(storeId: string, content: DatabaseContent | null): Promise<void> {
  Dexie.dependencies.indexedDB = new IDBFactory();
  if (!content) return;
  const db = defineDatabase(storeId);
  await db.open();
  await write(db, async () => {
    for (const [table, rows] of content) await db.table(table).bulkPut(rows as unknown[]);
  });
  db.close();
}

/** Opens a store as the app does at its start. */
export async function openStore(profile: string, storeId: string): Promise<OpenedStore | Refusal> {
  const workspaces = new Workspaces(profile);
  const handlers = storageHandlers({
    profile: await ProfileFile.open(profile, 'en'),
    workspaces,
    appVersion: '0.0.0',
    platform: 'test',
    trash: () => Promise.reject(new Error('no trash')),
    leaving: () => true,
  });
  const bridge = {
    invoke: async (name: string, request: unknown) =>
      structuredClone(await answer(handlers, name, structuredClone(request))),
    on: () => () => undefined,
    inMemory: false,
  } as unknown as Bridge;
  Object.assign(globalThis, { window: { hearken: bridge } });
  await workspaces.tidy();
  const listed = (await workspaces.library()).some((entry) => entry.storeId === storeId);
  let opened: Awaited<ReturnType<typeof openDatabase>>;
  let said: Said;
  try {
    opened = await openDatabase(storeId, await call('workspace.open', { storeId }), 'kept', () => {});
    const { tornTail, damaged, repaired, missing, complete } = opened.repair;
    said = {
      head: (await call('journal.read', { from: 1, limit: 1 })).head.seq,
      missing: missing?.lostChanges ?? 0,
      unviewable: missing?.lostEntries ?? 0,
      perhapsMore: missing?.atLeast === true || (tornTail && !complete),
      complete,
      damaged,
      repaired,
    };
  } catch (thrown) {
    await workspaces.close();
    return { refused: problemOf(thrown).code, listed };
  }
  const { db, last } = opened;
  const onBroken = (error: Error) => console.error(error);
  const store = new Store({ storeId, db, device: newId(), actor: () => 'Aiko', onBroken }, last);

  return {
    said,
    readState: async () => plain({ ...(await store.readState()) }),
    change: (random, count) => changeSome(store, random, count),
    putFile: async (bytes) => (await call('file.put', { bytes })).sha256,
    getFile: (sum) =>
      call('file.get', { sha256: sum }).then(
        ({ bytes }) => bytes,
        (thrown) => problemOf(thrown).code,
      ),
    writeSnapshot: async (folder, at) => {
      const { head } = await call('journal.read', { from: 1, limit: 1 });
      const state = JSON.stringify(plainState(indexState(await store.readState())));
      await writeSnapshot(path.join(folder, 'snapshots'), PLAIN, { ...head, state }, 'daily', at);
    },
    dump: async () =>
      new Map(
        await Promise.all(
          ALL_TABLES.map(async (table) => [table, await db.table(table).toArray()] as [string, unknown[]]),
        ),
      ),
    close: async () => {
      await store.close();
      await workspaces.close();
    },
    abandon: async () => {
      await store.close();
      await workspaces.close();
    },
  };
}

async function changeSome(store: Store, random: Random, count: number): Promise<PlainEntry[]> {
  const written: JournalEntry[] = [];
  const stop = store.onCommitted((entry) => written.push(entry));
  const put = (ids: readonly string[]) =>
    store.commit(LABEL, async (draft) => {
      const known = ids.length > 0 && random.chance(0.6) ? random.pick(ids) : newId();
      if (ids.includes(known) && random.chance(0.2)) await draft.remove('persons', known);
      else
        await draft.put(
          'persons',
          makePerson({ id: known, aliases: ['語'.repeat(random.between(0, 60)), newId()] }),
        );
    });
  while (written.length < count) {
    const ids = (await store.db.persons.toCollection().primaryKeys()).sort();
    const draw = random.between(1, 10);
    if (draw === 1) await store.undo();
    else if (draw === 2) await store.redo();
    else await put(ids);
  }
  stop();
  return written;
}
