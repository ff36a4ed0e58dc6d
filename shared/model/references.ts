import type { Id } from './basics.ts';
import { RoundRecord } from './record.ts';
import { type AnyRow, TABLE_NAMES, type TableName, type WorkspaceState } from './tables.ts';

/** What an id may name: a row of a table, or an assessor, who stands inside a round. */
export type Target = TableName | 'assessors';

/** A field that holds ids of other rows. */
export interface Reference {
  /** What it names; of several, any one; or by what another field of the row says. */
  readonly to: Target | readonly Target[] | { readonly by: string; readonly tables: ByValue };
  /** The row that is named belongs to the same dialogue as the row that names it. */
  readonly sameDialogue?: true;
  /** When what it names may be gone all the same, and why; absent = it is always there. */
  readonly mayBeGone?: { readonly when: 'always' | 'in-copy' | 'kept-in-record'; readonly why: string };
}
type ByValue = Readonly<Record<string, Target>>;

/** An id that names nothing else: the row's own, or that of something inside it. */
const OWN = 'own';
/** Looks like an id, or may hold some, and is not checked; with the reason beside it. */
const NOT_CHECKED = 'not-checked';

/** By path of the field: dots lead inside, lists are gone through. */
export type TableReferences = Readonly<Record<string, Reference | typeof OWN | typeof NOT_CHECKED>>;

const ASKED = {
  when: 'always',
  why: 'a kept question finds nothing where what it asks for is gone',
} as const;

/**
 * What refers to what, for every table. A test holds that no field with an id is missing here.
 * Rows inside a record are of the tables that they are named after, and refer to rows of the same record.
 */
export const REFERENCES: { readonly [T in TableName]: TableReferences } = {
  workspace: {
    id: OWN,
    'copy.roundId': {
      to: 'rounds',
      mayBeGone: { when: 'always', why: 'a copy keeps the id of the round it was made for' },
    },
    'copy.assessorId': {
      to: 'assessors',
      mayBeGone: { when: 'always', why: 'a copy keeps the id of the assessor it was made for' },
    },
  },
  instruments: { id: OWN },
  issues: {
    id: OWN,
    mergedInto: {
      to: 'issues',
      mayBeGone: { when: 'in-copy', why: 'an assessor’s copy holds the issues of one round' },
    },
  },
  themes: { id: OWN, issueIds: { to: 'issues' } },
  persons: { id: OWN },
  dialogues: { id: OWN },
  participants: { id: OWN, dialogueId: { to: 'dialogues' }, personId: { to: 'persons' } },
  turns: {
    id: OWN,
    dialogueId: { to: 'dialogues' },
    participantId: { to: 'participants', sameDialogue: true },
  },
  passages: {
    id: OWN,
    dialogueId: { to: 'dialogues' },
    turnId: { to: 'turns', sameDialogue: true },
  },
  codings: {
    id: OWN,
    dialogueId: { to: 'dialogues' },
    passageId: { to: 'passages', sameDialogue: true },
    issueId: { to: 'issues' },
  },
  advice: {
    id: OWN,
    dialogueId: { to: 'dialogues' },
    passageIds: { to: 'passages', sameDialogue: true },
    issueIds: { to: 'issues' },
  },
  rounds: {
    id: OWN,
    issueIds: { to: 'issues' },
    dialogueIds: { to: 'dialogues' },
    'assessors.id': OWN,
    'assessors.personId': { to: 'persons' },
    'finished.assessorId': { to: 'assessors' },
    basedOn: {
      to: 'rounds',
      mayBeGone: {
        when: 'always',
        why: 'a round can be removed after one that began with it was closed, and a closed round never changes',
      },
    },
  },
  ratings: {
    id: OWN,
    roundId: { to: 'rounds' },
    issueId: {
      to: 'issues',
      mayBeGone: {
        when: 'in-copy',
        why: 'copies of earlier versions hold ratings of issues that were merged away and left out',
      },
    },
    assessorId: { to: 'assessors' },
    'evidence.passageIds': { to: 'passages' },
    'evidence.adviceIds': { to: 'advice' },
  },
  decisions: {
    id: OWN,
    roundId: { to: 'rounds' },
    'subject.id': {
      to: { by: 'subject.kind', tables: { issue: 'issues', theme: 'themes' } },
      mayBeGone: {
        when: 'kept-in-record',
        why: 'a closed round is decided on what its record holds, whatever was removed since',
      },
    },
    indicatorIds: { to: 'indicators' },
  },
  indicators: { id: OWN },
  activities: { id: OWN, issueIds: { to: 'issues' } },
  grievances: { id: OWN },
  views: {
    id: OWN,
    'query.about': { to: 'issues', mayBeGone: ASKED },
    'query.notAbout': { to: 'issues', mayBeGone: ASKED },
    'query.speakerIds': { to: ['persons', 'participants'], mayBeGone: ASKED },
    'query.dialogueIds': { to: 'dialogues', mayBeGone: ASKED },
  },
  glossary: { id: OWN },
  // What is ticked beside a search is text by facet, e.g. a year, a kind or an id; it finds nothing where that is gone.
  searches: { id: OWN, chosen: NOT_CHECKED },
  records: { id: OWN, roundId: { to: 'rounds' } },
};

/** Tables whose rows a record keeps. */
export const RECORDED_TABLES: readonly TableName[] = TABLE_NAMES.filter(
  (table) => table in RoundRecord.shape,
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
  const recorded = new Set(state.records.flatMap(({ issues, themes }) => [...issues, ...themes].map(idOf)));
  const inCopy = (state.workspace[0]?.copy ?? null) !== null;
  for (const scope of scopesOf(state)) {
    const found = finder(scope);
    for (const table of TABLE_NAMES) {
      const rows = (scope.rows[table] ?? []) as AnyRow[];
      for (const [field, reference] of referencesOf(table)) {
        const when = reference.mayBeGone?.when;
        if (when === 'always' || (when === 'in-copy' && inCopy)) continue;
        const path = field.split('.');
        for (const row of rows) {
          for (const target of valuesAt(row, path)) {
            const named = targetsOf(reference, row)
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
      for (const [field, { to }] of referencesOf(table)) {
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

/** The references of a table by the path of their field. */
function referencesOf(table: TableName): [string, Reference][] {
  return Object.entries(REFERENCES[table]).flatMap(([field, one]) =>
    typeof one === 'string' ? [] : [[field, one] satisfies [string, Reference]],
  );
}

function targetsOf({ to }: Reference, row: AnyRow): readonly Target[] {
  if (typeof to === 'string') return [to];
  if (!('by' in to)) return to;
  const target = to.tables[valuesAt(row, to.by.split('.'))[0] ?? ''];
  return target === undefined ? [] : [target];
}

type Find = (to: Target, id: Id, from: AnyRow) => object | undefined;

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
    if (to !== 'assessors') return tableOf(to).get(id);
    const round = tableOf('rounds').get('roundId' in from ? from.roundId : from.id);
    return round && 'assessors' in round ? round.assessors.find((one) => one.id === id) : undefined;
  };
}

/** The texts at a path of a row; lists are gone through, and what is not there gives nothing. */
function valuesAt(value: unknown, path: readonly string[], depth = 0, found: string[] = []): string[] {
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

function idOf({ id }: { readonly id: Id }): Id {
  return id;
}
