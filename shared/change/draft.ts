import { dequal } from 'dequal/lite';
import type { Id } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rows, TableName } from '../model/tables.ts';
import { type Change, validateChanges } from './change-set.ts';
import { guardCommitments } from './commitments.ts';
import { guardEditions } from './guard-editions.ts';
import { guardRegister } from './guard-register.ts';
import { guardScale } from './guard-scale.ts';
import { guardChanges } from './guards.ts';
import { removeUnusedPassages } from './housekeeping.ts';
import type { ReferenceField, RowReader } from './row-reader.ts';
import { guardSignedOff } from './signed-off.ts';
import type { IndexedState } from './state.ts';

export type { RowReader } from './row-reader.ts';

/**
 * A change set in the making. It reads what is stored with its own changes on top, and collects what is
 * to be written. Nothing is written until the store commits it; every edit in `shared/edit` is a function of a draft.
 */
export class Draft implements RowReader {
  readonly #reader: RowReader;
  /** By `table/id`: the row as stored (null = absent) and as it shall be. */
  readonly #touched = new Map<string, { change: Change; table: TableName }>();

  constructor(reader: RowReader) {
    this.#reader = reader;
  }

  async get<T extends TableName>(table: T, id: Id): Promise<Rows[T] | undefined> {
    const touched = this.#touched.get(`${table}/${id}`);
    if (touched) return (touched.change.after as Rows[T] | null) ?? undefined;
    return this.#reader.get(table, id);
  }

  /** @throws ProblemError `row-missing` */
  async require<T extends TableName>(table: T, id: Id): Promise<Rows[T]> {
    const row = await this.get(table, id);
    if (!row) throw new ProblemError('row-missing', { table, id });
    return row;
  }

  async find<T extends TableName>(table: T, field: ReferenceField<T>, value: Id): Promise<Rows[T][]> {
    return this.#overlay(table, await this.#reader.find(table, field, value), (row) => row[field] === value);
  }

  async all<T extends TableName>(table: T): Promise<Rows[T][]> {
    return this.#overlay(table, await this.#reader.all(table), () => true);
  }

  /** Adds the row, or replaces the one of its id. */
  async put<T extends TableName>(table: T, row: Rows[T]): Promise<void> {
    await this.#set(table, row.id, row);
  }

  /** Adds a row under an id that `newId` has just made: nothing can stand there yet, so nothing is read. */
  add<T extends TableName>(table: T, row: Rows[T]): void {
    const change = { table, id: row.id, before: null, after: row } as unknown as Change;
    this.#touched.set(`${table}/${row.id}`, { table, change });
  }

  /** Changes some fields of a row that must exist. */
  async patch<T extends TableName>(table: T, id: Id, fields: Partial<Omit<Rows[T], 'id'>>): Promise<void> {
    await this.#set(table, id, { ...(await this.require(table, id)), ...fields });
  }

  async remove(table: TableName, id: Id): Promise<void> {
    await this.#set(table, id, null);
  }

  /**
   * The collected changes, with the housekeeping that follows from them, checked: each row against its schema, the whole
   * against the guards. Rows that ended as they began are left out; an empty list means there is nothing to commit.
   * @param exactly no housekeeping: what is undone or redone leads exactly to where it led before
   */
  async finish(exactly = false): Promise<Change[]> {
    if (!exactly) await removeUnusedPassages(this, this.#changes());
    const changes = this.#changes();
    validateChanges(changes);
    await guardChanges(
      changes,
      (table, id) => this.get(table, id),
      (dialogueId) => this.find('passages', 'dialogueId', dialogueId),
    );
    await guardScale(changes, this);
    // What is undone leads back to where it was, whatever an earlier version allowed there.
    if (!exactly) {
      await guardCommitments(changes, this);
      guardEditions(changes);
      await guardRegister(changes, this);
    }
    await guardSignedOff(changes, this);
    return changes;
  }

  #changes(): Change[] {
    return [...this.#touched.values()]
      .map(({ change }) => change)
      .filter(({ before, after }) => !dequal(before, after));
  }

  async #set<T extends TableName>(table: T, id: Id, after: Rows[T] | null): Promise<void> {
    const key = `${table}/${id}`;
    const earlier = this.#touched.get(key);
    const before = earlier ? earlier.change.before : ((await this.#reader.get(table, id)) ?? null);
    this.#touched.set(key, { table, change: { table, id, before, after } as Change });
  }

  #overlay<T extends TableName>(table: T, stored: Rows[T][], fits: (row: Rows[T]) => boolean): Rows[T][] {
    const result = stored.filter((row) => !this.#touched.has(`${table}/${row.id}`));
    for (const { table: touchedTable, change } of this.#touched.values()) {
      if (touchedTable !== table || change.after === null) continue;
      if (fits(change.after as Rows[T])) result.push(change.after as Rows[T]);
    }
    return result;
  }
}

/** Reads rows of a state in memory: for the command line, for tests, for what is not yet a store. */
export function stateReader(state: IndexedState): RowReader {
  const rows = <T extends TableName>(table: T): Rows[T][] => [...state[table].values()] as Rows[T][];
  return {
    get: async (table, id) => state[table].get(id) as never,
    find: async (table, field, value) => rows(table).filter((row) => row[field] === value),
    all: async (table) => rows(table),
  };
}
