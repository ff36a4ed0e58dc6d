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
  /** `table.field=id` → ids of the rows that refer so. */
  readonly #referring = new Map<string, Set<Id>>();

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
    const ids = this.#referring.get(`${table}.${field}=${id}`) ?? [];
    return [...ids].map((one) => this.get(table, one)).filter((row) => row !== undefined);
  }

  #set(table: SearchedTable, id: Id, row: SearchedRow | null): void {
    const rows = this.#rows.get(table);
    const before = rows?.get(id);
    if (before) for (const key of references(table, before)) this.#referring.get(key)?.delete(id);
    if (row === null) {
      rows?.delete(id);
      return;
    }
    rows?.set(id, row);
    for (const key of references(table, row)) {
      const ids = this.#referring.get(key);
      if (ids) ids.add(id);
      else this.#referring.set(key, new Set([id]));
    }
  }
}

/** What a field names: an id, or a row of any of several tables. */
type Named = Id | { readonly id: Id };

export function isSearched(table: string): table is SearchedTable {
  return (SEARCHED_TABLES as readonly string[]).includes(table);
}

function references(table: SearchedTable, row: SearchedRow): string[] {
  const fields = (REFERENCES[table] ?? []) as readonly string[];
  return fields.flatMap((field) => {
    const value = (row as unknown as Record<string, Named | readonly Named[] | null>)[field];
    const named = Array.isArray(value) ? (value as readonly Named[]) : value ? [value as Named] : [];
    return named.map((one) => `${table}.${field}=${typeof one === 'string' ? one : one.id}`);
  });
}
