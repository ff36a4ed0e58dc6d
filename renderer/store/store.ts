import type { JournalHead } from '#shared/bridge.ts';
import type { JournalEntry, Label } from '#shared/change/change-set.ts';
import { Draft } from '#shared/change/draft.ts';
import { editEntry, inverseEntry, type Stamp } from '#shared/change/history.ts';
import { type TakenBack, takeBack } from '#shared/change/undo.ts';
import { newId } from '#shared/model/basics.ts';
import { noted, ProblemError, problemOf } from '#shared/model/problem.ts';
import { type AnyRow, TABLE_NAMES, type TableName, type WorkspaceState } from '#shared/model/tables.ts';
import { call } from '../platform/bridge.ts';
import { observable } from '../platform/observable.ts';
import { type Counts, type Database, type HeadRecord, write } from './database.ts';
import { databaseReader, databaseRows } from './reader.ts';
import { readRows } from './rows.ts';

/** Entries handled at once while catching up with the log. */
const CHUNK = 500;

/** Writes entries that the log already holds into the database, in one transaction. */
export async function applyEntries(
  db: Database,
  entries: readonly JournalEntry[],
  head: JournalHead,
): Promise<void> {
  const written = byTable(entries);
  const tables = [...written.map(({ table }) => table), 'journal', 'meta'];
  const work = async () => {
    const before = await db.meta.get('head');
    const counts: Counts = before ? { ...before.counts } : emptyCounts();
    for (const { table, rows, gone } of written) {
      if (gone.length > 0) await db.table(table).bulkDelete(gone);
      if (rows.length > 0) await db.table<AnyRow>(table).bulkPut(rows);
    }
    for (const { changes } of entries) {
      for (const { table, before: was, after } of changes)
        counts[table] += Number(after !== null) - Number(was !== null);
    }
    await db.journal.bulkPut([...entries]);
    const record: HeadRecord = { key: 'head', seq: head.seq, sum: head.sum, counts };
    await db.meta.put(record);
  };
  await write(db, work, tables);
}

export function emptyCounts(): Counts {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, 0])) as Counts;
}

/** The last word on each row, by table. */
function byTable(entries: readonly JournalEntry[]): { table: TableName; rows: AnyRow[]; gone: string[] }[] {
  const last = new Map<TableName, Map<string, AnyRow | null>>();
  for (const { changes } of entries) {
    for (const { table, id, after } of changes) {
      const rows = last.get(table) ?? new Map<string, AnyRow | null>();
      last.set(table, rows.set(id, after));
    }
  }
  return [...last].map(([table, byId]) => ({
    table,
    rows: [...byId.values()].filter((row) => row !== null),
    gone: [...byId].filter(([, row]) => row === null).map(([id]) => id),
  }));
}

/** Replays from the log what the database lacks. @returns how many entries */
export async function catchUp(
  db: Database,
  from: number,
  head: JournalHead,
  progress: (share: number) => void = () => {},
): Promise<number> {
  let next = from + 1;
  while (next <= head.seq) {
    const { entries } = await call('journal.read', { from: next, limit: CHUNK });
    const last = entries.at(-1);
    if (!last || entries[0]?.seq !== next) throw new ProblemError('journal-gap', { seq: next });
    const sum = last.seq === head.seq ? head.sum : await call('journal.sumAt', { seq: last.seq });
    await applyEntries(db, entries, { seq: last.seq, sum: sum ?? '' });
    next = last.seq + 1;
    progress((last.seq - from) / (head.seq - from));
  }
  return head.seq - from;
}

/** How many changes have been asked for and are neither acknowledged nor refused. */
export const pendingChanges = observable(0);

/** What undo or redo did. */
export interface Stepped {
  /** Of the change that was undone or redone. */
  readonly label: Label;
  /** Later edits that were kept, by table. */
  readonly kept: TakenBack['kept'];
}

export interface StoreOptions {
  readonly storeId: string;
  readonly db: Database;
  readonly device: string;
  readonly actor: () => string;
  /** Called when the database can no longer follow the log; the store refuses to write from then on. */
  readonly onBroken: (error: ProblemError) => void;
}

/**
 * An open workspace. `commit` is the only writer: the entry goes to the log on disk first (`main` fsyncs it), then
 * into the database in one strict transaction; only then is the change acknowledged.
 */
export class Store {
  readonly storeId: string;
  readonly db: Database;
  readonly #options: StoreOptions;
  readonly #listeners = new Set<(entry: JournalEntry) => void>();
  #last: JournalEntry | null;
  #queue: Promise<unknown> = Promise.resolve();
  #closed: ProblemError | null = null;
  /** The log holds changes that the database could not take; it is tried again before the next change. */
  #behind = false;

  constructor(options: StoreOptions, last: JournalEntry | null) {
    this.storeId = options.storeId;
    this.db = options.db;
    this.#options = options;
    this.#last = last;
  }

  /** Runs an edit and writes what it collected. Edits run one after another; do not commit inside a recipe. */
  commit<R>(label: Label, recipe: (draft: Draft) => Promise<R>): Promise<R> {
    return this.#pending(async () => {
      const draft = new Draft(databaseReader(this.db));
      const result = await recipe(draft);
      const changes = await draft.finish();
      if (changes.length > 0) await this.#write(editEntry(this.#last, this.#stamp(), label, changes));
      return result;
    });
  }

  /** Whether there is something to undo or redo, or may be once what waits is done. */
  can(kind: 'undo' | 'redo'): boolean {
    return pendingChanges.get() > 0 || (this.#last?.[kind] ?? null) !== null;
  }

  /** @returns what was undone; null = there was nothing */
  undo(): Promise<Stepped | null> {
    return this.#step('undo');
  }

  redo(): Promise<Stepped | null> {
    return this.#step('redo');
  }

  onCommitted(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Every row, from one moment. */
  async readState(): Promise<WorkspaceState> {
    return (await readRows(this.db)).state;
  }

  /** Runs `work` while nothing is being written. */
  atRest<R>(work: () => Promise<R>): Promise<R> {
    return this.#inTurn(work);
  }

  /** Waits for what is being written, then refuses further writing and lets the database go. */
  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    this.#closed ??= new ProblemError('workspace-closed');
    this.db.close();
  }

  /** In turn, counted from the moment it is asked for. */
  async #pending<R>(work: () => Promise<R>): Promise<R> {
    pendingChanges.set(pendingChanges.get() + 1);
    try {
      return await this.#inTurn(work);
    } finally {
      pendingChanges.set(pendingChanges.get() - 1);
    }
  }

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const run = this.#queue.then(async () => {
      if (this.#closed) throw this.#closed;
      if (this.#behind) await this.#follow();
      return work();
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }

  #step(kind: 'undo' | 'redo'): Promise<Stepped | null> {
    return this.#pending(async () => {
      const last = this.#last;
      const seq = last?.[kind] ?? null;
      if (!last || seq === null) return null;
      const target = await this.db.journal.get(seq);
      if (!target) throw new ProblemError('journal-gap', { seq });
      const { changes, kept } = await takeBack(target.changes, databaseRows(this.db));
      // Through a draft, so that what may not be changed now may not be changed by undo either.
      const draft = new Draft(databaseReader(this.db));
      for (const { table, id, after } of changes) {
        if (after === null) await draft.remove(table, id);
        else await draft.put(table, after);
      }
      await this.#write(inverseEntry(kind, last, target, this.#stamp(), await draft.finish(true)));
      return { label: target.label, kept };
    });
  }

  #stamp(): Stamp {
    return {
      id: newId(),
      at: new Date().toISOString(),
      actor: this.#options.actor(),
      device: this.#options.device,
    };
  }

  async #write(entry: JournalEntry): Promise<void> {
    let head: JournalHead;
    try {
      head = await call('journal.append', { entry });
    } catch (thrown) {
      // The log is ahead of us (an earlier answer never came): follow it before anyone tries again.
      if (problemOf(thrown).code === 'journal-sequence') await this.#follow();
      throw thrown;
    }
    try {
      await applyEntries(this.db, [entry], head);
    } catch {
      // The change is safe in the log; the picture of it is not. Redraw it.
      await this.#follow();
    }
    this.#last = entry;
    for (const listener of this.#listeners) {
      try {
        listener(entry);
      } catch (thrown) {
        noted(thrown, 'after a change');
      }
    }
  }

  /**
   * Replays what the database lacks; where that fails, once more on a database opened anew.
   * @throws ProblemError `disk-full-behind`: the log has all, and the database follows when there is space;
   *   `store-behind`: the workspace must be opened anew
   */
  async #follow(): Promise<void> {
    this.#behind = true;
    try {
      await this.#catchUp().catch(async (thrown) => {
        if (isQuota(thrown)) throw thrown;
        this.db.close();
        await this.db.open();
        await this.#catchUp();
      });
      this.#behind = false;
    } catch (thrown) {
      if (isQuota(thrown)) throw new ProblemError('disk-full-behind', {}, { cause: thrown });
      const broken = new ProblemError('store-behind', { reason: problemOf(thrown).code }, { cause: thrown });
      this.#closed = broken;
      this.#options.onBroken(broken);
      throw broken;
    }
  }

  async #catchUp(): Promise<void> {
    const stored = await this.db.meta.get('head');
    const from = stored?.seq ?? 0;
    const { head } = await call('journal.read', { from: from + 1, limit: 1 });
    if ((await call('journal.sumAt', { seq: from })) !== (stored?.sum ?? ''))
      throw new ProblemError('journal-gap', { seq: from });
    await catchUp(this.db, from, head);
    this.#last = (await this.db.journal.orderBy('seq').last()) ?? null;
  }
}

/** Whether the database refused for want of space. Dexie wraps what the browser throws. */
function isQuota(thrown: unknown): boolean {
  const name = (one: unknown) => (one as { readonly name?: unknown } | null)?.name;
  const { inner, cause } = (thrown ?? {}) as { readonly inner?: unknown; readonly cause?: unknown };
  return [thrown, inner, cause].some((one) => name(one) === 'QuotaExceededError');
}
