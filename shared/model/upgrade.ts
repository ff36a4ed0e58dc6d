/**
 * Rows of earlier versions. A field that a later version added stands here once, with what its absence meant, and
 * every place where stored rows come in (workspace file, log, snapshot, database) asks these functions. What is
 * stored is never rewritten: the log keeps its checksums.
 */
import { type AnyRow, TABLE_NAMES, TABLES, type TableName, type WorkspaceState } from './tables.ts';

/** Fields added since the first version, by table. */
const ADDED: Partial<Record<TableName, Readonly<Record<string, unknown>>>> = {
  workspace: { copy: null },
  issues: { example: {} },
  turns: { cues: [] },
  passages: { state: 'anchored' },
  codings: { reconciled: null },
  rounds: { basedOn: null, finished: [], history: [] },
  decisions: { dissent: '' },
};

/** Fields added to what a row holds, by table and by the list that holds it. */
const ADDED_WITHIN: Partial<Record<TableName, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> =
  {
    rounds: { assessors: { conflict: '' } },
  };

/** Tables whose rows of an earlier version lack a field. */
export const UPGRADED_TABLES = Object.keys(ADDED) as TableName[];

/** A row as this version knows it; the row itself when it lacks nothing. */
export function upgradeRow<R>(table: TableName, row: R): R {
  if (row === null || typeof row !== 'object') return row;
  const within = Object.entries(ADDED_WITHIN[table] ?? {}).flatMap(([list, added]) => {
    const members: unknown = (row as Record<string, unknown>)[list];
    if (!Array.isArray(members) || !members.some((one) => lacking(one, added).length > 0)) return [];
    return [[list, members.map((one) => completed(one, added))]];
  });
  const whole = completed(row, ADDED[table] ?? {});
  return within.length === 0 ? whole : { ...whole, ...Object.fromEntries(within) };
}

function completed<R>(row: R, added: Readonly<Record<string, unknown>>): R {
  const lacks = lacking(row, added);
  return lacks.length === 0 ? row : { ...row, ...Object.fromEntries(lacks) };
}

function lacking(row: unknown, added: Readonly<Record<string, unknown>>): [string, unknown][] {
  if (row === null || typeof row !== 'object') return [];
  return Object.entries(added).filter(([field]) => !(field in row));
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

/**
 * Number of the model that this version writes; raised whenever a table or a field is added. A store that a higher
 * number wrote to is not opened: what this version does not know it would lose.
 */
export const MODEL_VERSION = 1;

/** Whether a row holds what only a later version knows. */
function isNewerRow(table: TableName, row: unknown): boolean {
  if (row === null || typeof row !== 'object') return false;
  const { shape } = TABLES[table] as { readonly shape?: Readonly<Record<string, unknown>> };
  return shape !== undefined && Object.keys(row).some((field) => !(field in shape));
}

/** Whether a log's entry speaks of tables or fields that only a later version knows. */
export function isNewerEntry(entry: { readonly changes: readonly StoredChange[] }): boolean {
  return entry.changes.some(
    ({ table, before, after }) =>
      !Object.hasOwn(TABLES, table) || isNewerRow(table, before) || isNewerRow(table, after),
  );
}

/** Whether a state holds tables or fields that only a later version knows. */
export function isNewerState(state: Readonly<Record<string, readonly unknown[]>>): boolean {
  return Object.entries(state).some(
    ([table, rows]) =>
      !Object.hasOwn(TABLES, table) || rows.some((row) => isNewerRow(table as TableName, row)),
  );
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
