import { type AnyRow, TABLE_NAMES, type TableName, type WorkspaceState } from '../model/tables.ts';
import type { Change } from './change-set.ts';

/** A workspace in memory, by table and id: the form in which changes are applied. */
export type IndexedState = { readonly [T in TableName]: Map<string, AnyRow> };

export function indexState(state: WorkspaceState): IndexedState {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [table, new Map((state[table] as AnyRow[]).map((row) => [row.id, row]))]),
  ) as unknown as IndexedState;
}

/** Rows in the order of their ids (UUIDv7: order of creation), so that equal states are equal byte for byte. */
export function plainState(indexed: IndexedState): WorkspaceState {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [
      table,
      [...indexed[table].values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    ]),
  ) as unknown as WorkspaceState;
}

/** Applies changes in place. The state must be the one the changes were made on; `before` is not compared. */
export function applyChanges(state: IndexedState, changes: readonly Change[]): void {
  for (const { table, id, after } of changes) {
    if (after === null) state[table].delete(id);
    else state[table].set(id, after);
  }
}
