/**
 * Rows of other versions, wherever stored rows come in (workspace file, log, snapshot, database). What an earlier
 * version wrote takes the steps that its table declares; what is stored is never rewritten, so that the log keeps its
 * checksums. What only a later version knows is noticed.
 */
import { isNewer, upgraded } from './table.ts';
import { type AnyRow, TABLE_NAMES, TABLES, type TableName, type WorkspaceState } from './tables.ts';

/** A row as this version knows it; the row itself when it lacks nothing. */
export function upgradeRow<R>(table: TableName, row: R): R {
  return Object.hasOwn(TABLES, table) ? upgraded(TABLES[table], row) : row;
}

/** A whole state: rows as this version knows them, and tables that came later, empty. */
export function upgradeState(state: Partial<WorkspaceState>): WorkspaceState {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [
      table,
      ((state[table] ?? []) as AnyRow[]).map((row) => upgradeRow(table, row)),
    ]),
  ) as unknown as WorkspaceState;
}

interface StoredChange {
  readonly table: TableName;
  readonly before: unknown;
  readonly after: unknown;
}

/** An entry of the log, whatever version wrote it. Not yet checked: what is no entry is returned as it is. */
export function upgradeEntry<E>(entry: E): E {
  if (typeof entry !== 'object' || entry === null || !('changes' in entry) || !Array.isArray(entry.changes))
    return entry;
  const changes = entry.changes as readonly StoredChange[];
  return {
    ...entry,
    changes: changes.map((change) => ({
      ...change,
      before: upgradeRow(change.table, change.before),
      after: upgradeRow(change.table, change.after),
    })),
  };
}

/** Whether an entry that has been upgraded still speaks of tables or fields that only a later version knows. */
export function isNewerEntry(entry: { readonly changes: readonly StoredChange[] }): boolean {
  return entry.changes.some(
    ({ table, before, after }) =>
      !Object.hasOwn(TABLES, table) || isNewer(TABLES[table], before) || isNewer(TABLES[table], after),
  );
}

/** Whether a state holds tables, or rows that still have fields after their upgrade, that only a later version knows. */
export function isNewerState(state: Readonly<Record<string, readonly unknown[]>>): boolean {
  return Object.entries(state).some(
    ([table, rows]) =>
      !Object.hasOwn(TABLES, table) ||
      rows.some((row) => isNewer(TABLES[table as TableName], upgradeRow(table as TableName, row))),
  );
}
