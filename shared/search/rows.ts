import type { Change } from '../change/change-set.ts';
import type { Id } from '../model/basics.ts';
import type { Rows, WorkspaceState } from '../model/tables.ts';

/** Tables that say something a person may look for, who said it, or how its years are called. */
export const SEARCHED_TABLES = [
  'workspace',
  'instruments',
  'issues',
  'themes',
  'persons',
  'dialogues',
  'participants',
  'turns',
  'passages',
  'codings',
  'advice',
  'commitments',
  'entries',
  'indicators',
  'figures',
  'organisations',
  'arrangements',
  'sources',
  'answers',
] as const;
export type SearchedTable = (typeof SEARCHED_TABLES)[number];
export type SearchedState = Pick<WorkspaceState, SearchedTable>;
type SearchedRow = Rows[SearchedTable];

/** By which fields rows are looked up: the other end of every reference that a document follows. */
const REFERENCES: { readonly [T in SearchedTable]?: readonly (keyof Rows[T] & string)[] } = {
  instruments: ['code', 'of'],
  issues: ['mergedInto'],
  themes: ['issueIds'],
  participants: ['dialogueId', 'personId'],
  turns: ['dialogueId', 'participantId'],
  passages: ['turnId'],
  codings: ['passageId', 'issueId'],
  advice: ['dialogueId', 'passageIds', 'issueIds'],
  commitments: ['madeIn'],
  entries: ['refs', 'arrangementId', 'of', 'sourceId'],
  indicators: ['issueIds'],
  figures: ['indicatorId', 'of', 'via'],
  organisations: ['partOf'],
  arrangements: ['issueIds', 'of', 'operator'],
  sources: ['publisher', 'issueIds'],
};

/** The rows that search knows, with the references between them followed both ways. */
export class SearchRows {
  readonly #rows = new Map<SearchedTable, Map<Id, SearchedRow>>(
    SEARCHED_TABLES.map((table) => [table, new Map()]),
  );
  /** By table and field: what is named there, and the ids of the rows that name it. */
  readonly #referring = new Map<SearchedTable, ReadonlyMap<string, Map<Id, Set<Id>>>>(
    SEARCHED_TABLES.map((table) => [
      table,
      new Map((REFERENCES[table] ?? []).map((field) => [field as string, new Map()])),
    ]),
  );

  constructor(state: SearchedState) {
    for (const table of SEARCHED_TABLES) for (const row of state[table]) this.#set(table, row.id, row);
  }

  apply(change: Change): void {
    if (isSearched(change.table)) this.#set(change.table, change.id, change.after as SearchedRow | null);
  }

  get<T extends SearchedTable>(table: T, id: Id | null | undefined): Rows[T] | undefined {
    return id ? (this.#rows.get(table)?.get(id) as Rows[T] | undefined) : undefined;
  }

  all<T extends SearchedTable>(table: T): Rows[T][] {
    return [...(this.#rows.get(table)?.values() ?? [])] as Rows[T][];
  }

  /** Rows whose `field` is `id`, or holds it. */
  referring<T extends SearchedTable>(table: T, field: keyof Rows[T] & string, id: Id): Rows[T][] {
    const ids = this.#referring.get(table)?.get(field)?.get(id);
    if (!ids || ids.size === 0) return [];
    return [...ids].map((one) => this.get(table, one)).filter((row) => row !== undefined);
  }

  #set(table: SearchedTable, id: Id, row: SearchedRow | null): void {
    const rows = this.#rows.get(table);
    const before = rows?.get(id);
    for (const [field, referring] of this.#referring.get(table) ?? []) {
      for (const named of namedIn(before, field)) referring.get(named)?.delete(id);
      for (const named of namedIn(row, field)) {
        const ids = referring.get(named);
        if (ids) ids.add(id);
        else referring.set(named, new Set([id]));
      }
    }
    if (row === null) rows?.delete(id);
    else rows?.set(id, row);
  }
}

/** What a field names: an id, or a row of any of several tables. */
type Named = Id | { readonly id: Id };

export function isSearched(table: string): table is SearchedTable {
  return (SEARCHED_TABLES as readonly string[]).includes(table);
}

/** The ids that a field of a row names. */
function namedIn(row: SearchedRow | null | undefined, field: string): readonly Id[] {
  const value = (row as Record<string, Named | readonly Named[] | null> | null | undefined)?.[field];
  if (!value) return NONE;
  return (Array.isArray(value) ? (value as readonly Named[]) : [value as Named]).map((one) =>
    typeof one === 'string' ? one : one.id,
  );
}
const NONE: readonly Id[] = [];
