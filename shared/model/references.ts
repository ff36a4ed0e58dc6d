import type { Id } from './basics.ts';
import { meaningsOf, type Reference } from './id.ts';
import type { RoundRecord } from './record.ts';
import { type AnyRow, TABLE_NAMES, TABLES, type TableName, type WorkspaceState } from './tables.ts';

/**
 * What refers to what, as the schemas say it: by table and path of the field. Rows inside a record are of the tables
 * that they are named after, and refer to rows of the same record.
 */
export const REFERENCES = Object.fromEntries(
  TABLE_NAMES.map((table) => {
    const isOfAnotherTable = (field: string) => Object.hasOwn(TABLES, field);
    const meanings = meaningsOf(TABLES[table].schema, (field) => !isOfAnotherTable(field));
    return [table, [...meanings].filter(([, meaning]) => meaning !== 'own')];
  }),
) as unknown as Readonly<Record<TableName, readonly (readonly [string, Reference])[]>>;

/** Tables whose rows a record keeps. */
export const RECORDED_TABLES: readonly TableName[] = TABLE_NAMES.filter((table) =>
  Object.hasOwn(TABLES.records.embeds, table),
);

/** Rows that refer to one another: those of the workspace, or those that one record keeps. */
export interface Scope {
  /** The record; null = the workspace itself. */
  readonly recordId: Id | null;
  readonly rows: { readonly [T in TableName]?: WorkspaceState[T] };
}

/** The workspace, and each record with the rows that it keeps. */
export function scopesOf(state: WorkspaceState): Scope[] {
  return [
    { recordId: null, rows: state },
    ...state.records.map((record) => ({
      recordId: record.id,
      rows: Object.fromEntries(
        RECORDED_TABLES.map((table) => [table, record[table as keyof RoundRecord]]),
      ) as Scope['rows'],
    })),
  ];
}

/** A place in a workspace: a field of a row, in the workspace itself or in a record. */
export interface Place {
  readonly table: TableName;
  readonly id: Id;
  readonly field: string;
  readonly recordId: Id | null;
}

/** A reference that leads nowhere. */
export interface Dangling extends Place {
  /** The id that it holds. */
  readonly target: Id;
  /** `missing`: there is no such row; `elsewhere`: there is, and it belongs to another dialogue. */
  readonly reason: 'missing' | 'elsewhere';
}

/** Every reference that does not lead to a row of its target, except where what it names may be gone. */
export function* dangling(state: WorkspaceState): Generator<Dangling> {
  const recorded = new Set(
    state.records.flatMap(({ issues, themes }) => [...issues, ...themes].map(ownIdOf)),
  );
  const inCopy = (state.workspace[0]?.copy ?? null) !== null;
  for (const scope of scopesOf(state)) {
    const found = finder(scope);
    for (const table of TABLE_NAMES) {
      const rows = (scope.rows[table] ?? []) as AnyRow[];
      for (const [field, reference] of REFERENCES[table]) {
        const when = reference.mayBeGone?.when;
        if (when === 'always' || (when === 'in-copy' && inCopy)) continue;
        const path = field.split('.');
        for (const row of rows) {
          for (const [at, target] of valuesAt(row, path).entries()) {
            const named = targetsOf(reference, row, at)
              .map((to) => found(to, target, row))
              .find(Boolean);
            const place = { table, id: row.id, field, recordId: scope.recordId, target };
            if (!named) {
              if (when !== 'kept-in-record' || !recorded.has(target)) yield { ...place, reason: 'missing' };
            } else if (reference.sameDialogue && !isSameDialogue(row, named))
              yield { ...place, reason: 'elsewhere' };
          }
        }
      }
    }
  }
}

/** Rows that lead back to themselves by one field, e.g. issues merged in a circle; one a circle. */
export function* circles(state: WorkspaceState): Generator<Place> {
  for (const { recordId, rows } of scopesOf(state)) {
    for (const table of TABLE_NAMES) {
      for (const [field, { to }] of REFERENCES[table]) {
        if (to !== table) continue;
        const path = field.split('.');
        const next = new Map(
          ((rows[table] ?? []) as AnyRow[]).map((row) => [row.id, valuesAt(row, path)[0]]),
        );
        const done = new Set<Id>();
        for (const start of next.keys()) {
          const way = new Set<Id>();
          let id: Id | undefined = start;
          for (; id !== undefined && !done.has(id) && !way.has(id); id = next.get(id)) way.add(id);
          if (id !== undefined && way.has(id)) yield { table, id, field, recordId };
          for (const one of way) done.add(one);
        }
      }
    }
  }
}

/**
 * The tables that a reference of a row may name a row of.
 * @param at which of the ids that the row holds there; each member of a list says its own table
 */
export function targetsOf({ to }: Reference, row: AnyRow, at = 0): readonly string[] {
  if (typeof to === 'string') return [to];
  if (!('by' in to)) return to;
  const target = to.tables[valuesAt(row, to.by.split('.'))[at] ?? ''];
  return target === undefined ? [] : [target];
}

/** Whether a field of a row names a row of a table. */
export function names(row: AnyRow, field: string, reference: Reference, table: TableName, id: Id): boolean {
  return valuesAt(row, field.split('.')).some(
    (named, at) => named === id && targetsOf(reference, row, at).includes(table),
  );
}

/** Every table of which a reference may name rows, whatever a row says. */
export function possibleTargets({ to }: Reference): readonly string[] {
  if (typeof to === 'string') return [to];
  return 'by' in to ? Object.values(to.tables) : to;
}

type Find = (to: string, id: Id, from: AnyRow) => object | undefined;

/** Looks rows up by id; an assessor in the round that the row is, or is of. */
function finder({ rows }: Scope): Find {
  const byTable = new Map<TableName, Map<Id, AnyRow>>();
  const tableOf = (table: TableName) => {
    let indexed = byTable.get(table);
    if (!indexed) {
      indexed = new Map(((rows[table] ?? []) as AnyRow[]).map((row) => [row.id, row]));
      byTable.set(table, indexed);
    }
    return indexed;
  };
  return (to, id, from) => {
    if (to !== 'assessors') return tableOf(to as TableName).get(id);
    const round = tableOf('rounds').get('roundId' in from ? from.roundId : from.id);
    return round && 'assessors' in round ? round.assessors.find((one) => one.id === id) : undefined;
  };
}

/** The texts at a path of a row; lists are gone through, and what is not there gives nothing. */
export function valuesAt(value: unknown, path: readonly string[], depth = 0, found: string[] = []): string[] {
  const step = path[depth];
  if (Array.isArray(value)) for (const one of value) valuesAt(one, path, depth, found);
  else if (step === undefined) {
    if (typeof value === 'string') found.push(value);
  } else if (typeof value === 'object' && value !== null)
    valuesAt((value as Readonly<Record<string, unknown>>)[step], path, depth + 1, found);
  return found;
}

function isSameDialogue(one: object, other: object): boolean {
  return 'dialogueId' in one && 'dialogueId' in other && one.dialogueId === other.dialogueId;
}

function ownIdOf({ id }: { readonly id: Id }): Id {
  return id;
}
