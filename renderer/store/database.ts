import { type DBCore, type DBCoreMutateRequest, Dexie, type Table, type Transaction } from 'dexie';
import { z } from 'zod';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { noted } from '#shared/model/problem.ts';
import { REFERENCES } from '#shared/model/references.ts';
import {
  type AnyRow,
  MODEL_VERSION,
  type Rows,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '#shared/model/tables.ts';
import { upgradeEntry, upgradeRow } from '#shared/model/upgrade.ts';
import { observable } from '../platform/observable.ts';

/**
 * What is indexed, as the model declares it: each table's id, the fields that refer to other rows, and what else it is
 * looked up by. The database is a picture of the log: an index that is missing is made when it is opened.
 */
function indexesOf(table: TableName): string {
  const { schema, index } = TABLES[table];
  const referring = REFERENCES[table].map(([field]) => field).filter((field) => !field.includes('.'));
  const single = (field: string) =>
    (schema.shape as Readonly<Record<string, unknown>>)[field] instanceof z.ZodArray ? `*${field}` : field;
  const declared = index.map((fields) => (fields.includes('+') ? `[${fields}]` : fields));
  return ['id', ...referring.map(single), ...declared].join(', ');
}

/** Follows the model, so that rows of an earlier version are brought up to date when the database is opened. */
const VERSION = MODEL_VERSION + 1;

export type Counts = Record<TableName, number>;

/** Where the database stands against the log, and how many rows each table must have: written with every entry. */
export interface HeadRecord {
  readonly key: 'head';
  readonly seq: number;
  readonly sum: string;
  readonly counts: Counts;
}

type RowTables = { readonly [T in TableName]: Table<Rows[T], string> };

export type Database = Dexie &
  RowTables & { readonly journal: Table<JournalEntry, number>; readonly meta: Table<HeadRecord, 'head'> };

type ReadTable<R, K> = Pick<
  Table<R, K>,
  | 'get'
  | 'bulkGet'
  | 'where'
  | 'toArray'
  | 'orderBy'
  | 'count'
  | 'filter'
  | 'toCollection'
  | 'each'
  | 'limit'
  | 'offset'
  | 'reverse'
>;

/** What views read: one table a kind of row, and the journal. Writing to it fails (ARCHITECTURE, law 2: one writer). */
export type ReadDb = { readonly [T in TableName]: ReadTable<Rows[T], string> } & {
  readonly journal: ReadTable<JournalEntry, number>;
};

export function databaseName(storeId: string): string {
  return `hearken-${storeId}`;
}

/** The tables that a writing transaction spans. */
export const ALL_TABLES = [...TABLE_NAMES, 'journal', 'meta'] as const;

const writers = new WeakMap<Dexie, { open: boolean }>();

/** Brings the rows of an earlier version up to date, in the log's copy too. */
async function upgradeTables(transaction: Transaction): Promise<void> {
  for (const table of TABLE_NAMES) {
    await transaction
      .table<AnyRow>(table)
      .toCollection()
      .modify((row, ref) => {
        ref.value = upgradeRow(table, row);
      });
  }
  await transaction
    .table<JournalEntry>('journal')
    .toCollection()
    .modify((entry, ref) => {
      ref.value = upgradeEntry(entry);
    });
}

/** Defines (and does not yet open) the database of a store. */
export function defineDatabase(storeId: string): Database {
  const db = new Dexie(databaseName(storeId), {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    autoOpen: false,
  });
  const permit = { open: false };
  writers.set(db, permit);
  db.use({ stack: 'dbcore', name: 'one-writer', create: (core) => refuseUnless(permit, core) });
  db.version(VERSION)
    .stores({
      ...Object.fromEntries(TABLE_NAMES.map((table) => [table, indexesOf(table)])),
      journal: 'seq, at',
      meta: 'key',
    })
    .upgrade(async (transaction) => {
      permit.open = true;
      try {
        await upgradeTables(transaction);
      } finally {
        permit.open = false;
      }
    });
  return db as Database;
}

/**
 * Runs `work` in one strict transaction. The only place where the tables may be written.
 * @param tables those it touches; fewer let live queries of the others read meanwhile
 */
export async function write<R>(
  db: Database,
  work: () => Promise<R>,
  tables: readonly string[] = ALL_TABLES,
): Promise<R> {
  const permit = writers.get(db);
  if (!permit) throw new Error('unknown database');
  permit.open = true;
  try {
    return await db.transaction('rw', [...tables], work);
  } finally {
    permit.open = false;
  }
}

function refuseUnless(permit: { readonly open: boolean }, core: DBCore): DBCore {
  return {
    ...core,
    table: (name) => {
      const table = core.table(name);
      return {
        ...table,
        mutate: (request: DBCoreMutateRequest) =>
          permit.open ? table.mutate(request) : Promise.reject(new Error(`write to ${name} outside commit`)),
      };
    },
  };
}

/** How often the open database was closed and opened again: what was being read then never came, and has to be asked again. */
export const reopenings = observable(0);

/** How long after a failure to open a database again it is tried once more, in ms. */
const TRY_AGAIN = 1_000;

/**
 * Opens a database again where the browser closes it by itself, as Chromium does with all databases of a window after a
 * read or write that failed, e.g. on a full disk. Questions that come meanwhile wait. Holds for each opening to come,
 * whoever opens it: each has a connection of its own.
 * @param wanted whether it is still to be open
 */
export function keepOpen(db: Database, wanted: () => boolean): void {
  const reopen = () => {
    if (!wanted()) return;
    db.open().catch((thrown) => {
      noted(thrown, 'database closed by the browser');
      setTimeout(reopen, TRY_AGAIN);
    });
  };
  let openings = 0;
  const attend = () => {
    if (!db.isOpen()) return;
    db.backendDB().addEventListener('close', reopen);
    openings += 1;
    if (openings > 1) reopenings.set(reopenings.get() + 1);
  };
  // Called at once where it is open, and after each opening.
  db.on('ready', attend, true);
}
