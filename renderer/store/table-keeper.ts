import { Dexie, type IntervalTree, type ObservabilitySet } from 'dexie';
import type { Id } from '#shared/model/basics.ts';
import { noted } from '#shared/model/problem.ts';
import type { AnyRow, Rows, TableName } from '#shared/model/tables.ts';
import type { Database } from './database.ts';
import { rowsInParts } from './parts.ts';

export type Kept<T extends TableName> = { readonly [Name in T]: Rows[Name][] };

/** Of a table the ids of the rows that changed; null = too many, it is read as a whole. */
type Changed = Map<TableName, Set<Id> | null>;

/** Reads the rows that a view shows first, out of tables that take long to be read as a whole. */
export type ReadFirst<T extends TableName> = (db: Database) => Promise<Kept<T>>;

/**
 * Whole tables in memory, for a view that shows all of their rows. They are read once; after that a change costs the rows
 * that it touches, and every other row stays the same object, so that what was made of it need not be made again.
 */
export class KeptTables<T extends TableName> {
  readonly #open: () => Database | null;
  readonly #tables: readonly T[];
  readonly #readFirst: ReadFirst<T> | null;
  readonly #listeners = new Set<() => void>();
  #kept: Kept<T> | undefined;
  /** What is shown until all is read. */
  #first: Kept<T> | undefined;
  #changed: Changed = new Map();
  #reading: Promise<void> | null = null;
  #readingFirst: Promise<void> | null = null;

  /** @param open the database to read; null = it is not open */
  constructor(open: () => Database | null, tables: readonly T[], readFirst: ReadFirst<T> | null = null) {
    this.#open = open;
    this.#tables = tables;
    this.#readFirst = readFirst;
    Dexie.on.storagemutated.subscribe(this.#heed);
  }

  /** @returns undefined while they are read for the first time */
  readonly get = (): Kept<T> | undefined => this.#kept;

  /** @returns the rows that are shown first; undefined = they are not read, or all is */
  readonly getFirst = (): Kept<T> | undefined => this.#first;

  /** As `subscribe`, for a view that shows what is read first until all is. */
  readonly watch = (listener: () => void): (() => void) => {
    if (!this.#kept && !this.#readingFirst) this.#lookFirst();
    return this.subscribe(listener);
  };

  /** @returns a function that stops listening */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#kept) {
      for (const table of this.#tables) this.#changed.set(table, null);
      this.#read();
    }
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    Dexie.on.storagemutated.unsubscribe(this.#heed);
    this.#listeners.clear();
    this.#kept = undefined;
    this.#first = undefined;
  }

  readonly #heed = (parts: ObservabilitySet): void => {
    const db = this.#open();
    // Nobody asked yet, or it is being read: then everything is read, or read once more.
    if (!db || (!this.#kept && !this.#reading)) return;
    if (this.#first && this.#tables.some((table) => parts.all || parts[`idb://${db.name}/${table}/`]))
      this.#lookFirst();
    for (const table of this.#tables) {
      const ranges = parts[`idb://${db.name}/${table}/`];
      if (ranges || parts.all)
        this.#changed.set(table, together(this.#changed.get(table), idsIn(parts.all ? null : ranges)));
    }
    if (this.#changed.size > 0) this.#read();
  };

  #lookFirst(): void {
    const db = this.#open();
    if (!db || !this.#readFirst) return;
    this.#readingFirst = this.#readFirst(db)
      .then((first) => {
        if (this.#kept) return;
        this.#first = first;
        this.#tell();
      })
      .catch((thrown) => {
        noted(thrown, 'rows shown first');
      });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Reads what changed, as long as there is something; one reading at a time. */
  #read(): void {
    this.#reading ??= this.#follow()
      .catch((thrown) => {
        // The database was closed meanwhile: whoever asks next reads everything.
        noted(thrown, 'tables kept for a view');
        this.#kept = undefined;
        this.#first = undefined;
        this.#changed = new Map();
      })
      .finally(() => {
        this.#reading = null;
        if (this.#changed.size > 0) this.#read();
      });
  }

  async #follow(): Promise<void> {
    const db = this.#open();
    const changed = this.#changed;
    this.#changed = new Map();
    if (!db) return;
    if (this.#readingFirst && !this.#kept) {
      await this.#readingFirst;
      await painted();
    }
    const before: Partial<Kept<T>> = this.#kept ?? {};
    const parts = await db.transaction('r', [...changed.keys()], () =>
      Promise.all([...changed].map(async ([table, ids]) => [table, await rowsAfter(db, table, ids, before)])),
    );
    this.#kept = { ...before, ...Object.fromEntries(parts) } as Kept<T>;
    this.#first = undefined;
    this.#readingFirst = null;
    this.#tell();
  }
}

async function rowsAfter(
  db: Database,
  table: TableName,
  ids: ReadonlySet<Id> | null,
  before: Partial<Kept<TableName>>,
): Promise<readonly AnyRow[]> {
  const rows = before[table] as readonly AnyRow[] | undefined;
  const source = db.table<AnyRow>(table);
  if (ids === null || !rows) return rowsInParts(db, table);
  const wanted = [...ids];
  const read = await source.bulkGet(wanted);
  const now = new Map(wanted.map((id, index) => [id, read[index]]));
  const kept = rows.flatMap((row) => {
    if (!now.has(row.id)) return row;
    const after = now.get(row.id);
    now.delete(row.id);
    return after ?? [];
  });
  const fresh = [...now.values()].filter((row) => row !== undefined);
  // In the order of their ids, as the table is read.
  return fresh.length === 0 ? kept : [...kept, ...fresh].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function together(one: Set<Id> | null | undefined, other: Set<Id> | null): Set<Id> | null {
  if (one === null || other === null) return null;
  return one ? new Set([...one, ...other]) : other;
}

/** The ids in a tree of ranges; null where one of them is more than an id: nobody told which rows. */
function idsIn(tree: IntervalTree | null | undefined): Set<Id> | null {
  if (!tree) return null;
  if (!('from' in tree) || tree.from === undefined) return new Set();
  const { from, to, l, r } = tree;
  if (typeof from !== 'string' || from !== to) return null;
  return [l, r].reduce<Set<Id> | null>(
    (ids, side) => (side ? together(ids, idsIn(side)) : ids),
    new Set([from]),
  );
}

/** Once what was told is on the screen: what comes next may stand in its way. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
