import type { IndexedState } from '../change/state.ts';
import type { Id } from '../model/basics.ts';
import type { AnyRow, Rows, TableName } from '../model/tables.ts';

/** Three states of one workspace: as it was when both parted, and as each made it since. */
export interface Sides {
  readonly base: IndexedState;
  readonly mine: IndexedState;
  readonly theirs: IndexedState;
}

/** A row on each side; null = it is not there. */
export interface RowVersions<R extends AnyRow = AnyRow> {
  readonly base: R | null;
  readonly mine: R | null;
  readonly theirs: R | null;
}

export function versionsOf<T extends TableName>(sides: Sides, table: T, id: Id): RowVersions<Rows[T]> {
  const of = (state: IndexedState) => (state[table].get(id) ?? null) as Rows[T] | null;
  return { base: of(sides.base), mine: of(sides.mine), theirs: of(sides.theirs) };
}

export function keyOf(table: string, id: Id, fields: readonly string[] = []): string {
  return fields.length === 0 ? `${table}/${id}` : `${table}/${id}/${fields.join('+')}`;
}

/** Rows of a table, by the row that they belong to. */
export function groupBy<R>(rows: Iterable<R>, owner: (row: R) => Id): Map<Id, R[]> {
  const groups = new Map<Id, R[]>();
  for (const row of rows) {
    const group = groups.get(owner(row));
    if (group) group.push(row);
    else groups.set(owner(row), [row]);
  }
  return groups;
}
