import type { Change, JournalEntry, Label } from '../change/change-set.ts';
import type { Id, Instant } from '../model/basics.ts';
import type { TableName } from '../model/tables.ts';

/** Parts of the work that changes are told by. */
export const AREAS = [
  'dialogues',
  'coding',
  'advice',
  'follow-up',
  'people',
  'issues',
  'assessment',
  'decisions',
  'register',
  'other',
] as const;
export type Area = (typeof AREAS)[number];

/** By the part of a label's key that follows `change.`; what is not named here is `other`. */
const AREA_OF_LABEL: Readonly<Record<string, Area>> = {
  dialogue: 'dialogues',
  turn: 'dialogues',
  glossary: 'dialogues',
  passage: 'coding',
  coding: 'coding',
  coders: 'coding',
  advice: 'advice',
  commitment: 'follow-up',
  entry: 'follow-up',
  person: 'people',
  participant: 'people',
  issue: 'issues',
  theme: 'issues',
  round: 'assessment',
  assessor: 'assessment',
  rating: 'assessment',
  ratings: 'assessment',
  seal: 'assessment',
  decision: 'decisions',
  indicator: 'decisions',
  figure: 'decisions',
  figures: 'decisions',
  source: 'decisions',
  organisation: 'decisions',
  arrangement: 'decisions',
  impact: 'decisions',
  register: 'register',
  answer: 'register',
  edition: 'register',
  supplier: 'register',
};

/** What a group of changes leads to: one thing, where all of them are about the same. */
const THING_OF_AREA: Readonly<Record<Area, TableName | null>> = {
  dialogues: 'dialogues',
  coding: 'dialogues',
  advice: 'advice',
  'follow-up': 'commitments',
  people: 'persons',
  issues: 'issues',
  assessment: 'rounds',
  decisions: 'rounds',
  register: null,
  other: null,
};

/** A change without the rows that it wrote. */
export interface ChangeNote {
  readonly seq: number;
  readonly kind: JournalEntry['kind'];
  readonly target: number | null;
  readonly at: Instant;
  readonly actor: string;
  readonly label: Label;
  readonly area: Area;
  /** The things that it is about. */
  readonly things: readonly Id[];
  /** Those that were there before it and are not after it. */
  readonly removed: readonly Id[];
}

export interface ChangeGroup {
  readonly area: Area;
  readonly count: number;
  /** Who made them, each once, in the order of their last change; an empty name = nobody gave one. */
  readonly actors: readonly string[];
  /** The newest, and whether it took back something from before. */
  readonly latest: { readonly label: Label; readonly at: Instant; readonly undone: boolean };
  /** The one thing that all of them are about, if it is still there: a row of `table`. */
  readonly thing: { readonly table: TableName; readonly id: Id } | null;
}

/** What is kept of an entry for telling of it: entries of imports hold whole dialogues. */
export function noteOf({ seq, kind, target, at, actor, label, changes }: JournalEntry): ChangeNote {
  const area = AREA_OF_LABEL[label.key.split('.')[1] ?? ''] ?? 'other';
  const table = THING_OF_AREA[area];
  const things = table === null ? [] : [...new Set(changes.flatMap((change) => thingOf(table, change)))];
  const removed = changes.filter(({ after }) => after === null).map(({ id }) => id);
  return { seq, kind, target, at, actor, label, area, things, removed };
}

/** The row of `table` that a change is in, or refers to. */
function thingOf(table: TableName, change: Change): Id[] {
  if (change.table === table) return [change.id];
  const row = (change.after ?? change.before) as Readonly<Record<string, unknown>> | null;
  const fields: Partial<Record<TableName, string>> = {
    dialogues: 'dialogueId',
    rounds: 'roundId',
    persons: 'personId',
  };
  const id = row?.[fields[table] ?? ''];
  return typeof id === 'string' ? [id] : [];
}

/**
 * Changes counted by area. What was made and taken back in between counts for nothing; what took back something from
 * before counts as a change.
 * @param notes in the order of the log
 */
export function groupChanges(notes: readonly ChangeNote[]): ChangeGroup[] {
  const standing = withoutTakenBack(notes);
  const gone = new Set(standing.flatMap(({ removed }) => removed));
  const groups = new Map<Area, ChangeNote[]>();
  for (const note of standing) groups.set(note.area, [...(groups.get(note.area) ?? []), note]);
  return AREAS.flatMap((area) => {
    const members = groups.get(area) ?? [];
    const latest = members.at(-1);
    if (!latest) return [];
    const table = THING_OF_AREA[area];
    const [only, ...more] = new Set(members.flatMap(({ things }) => things));
    return {
      area,
      count: members.length,
      actors: [...new Set(members.map(({ actor }) => actor.trim()).reverse())],
      latest: { label: latest.label, at: latest.at, undone: latest.kind === 'undo' },
      thing: table && only !== undefined && more.length === 0 && !gone.has(only) ? { table, id: only } : null,
    };
  });
}

/** Leaves out what was taken back within, and what took it back. An undo is itself taken back by a redo. */
function withoutTakenBack(notes: readonly ChangeNote[]): ChangeNote[] {
  const standing = new Map<number, ChangeNote>();
  const takenBack = new Map<number, ChangeNote>();
  for (const note of notes) {
    const target = note.target === null ? undefined : standing.get(note.target);
    const restored = note.target === null ? undefined : takenBack.get(note.target);
    if (target) {
      standing.delete(target.seq);
      takenBack.set(note.seq, target);
    } else if (restored) standing.set(note.seq, { ...restored, seq: note.seq });
    else standing.set(note.seq, note);
  }
  return [...standing.values()];
}
