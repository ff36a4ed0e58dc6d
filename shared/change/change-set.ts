import { z } from 'zod';
import { Id, Instant, LocalText } from '../model/basics.ts';
import { fieldOf, ProblemError } from '../model/problem.ts';
import { type AnyRow, type Rows, TABLE_NAMES, TABLES, type TableName } from '../model/tables.ts';

/** A label a person understands, kept as key and gaps so that undo and the audit log speak the reader's language. */
export const Label = z.strictObject({
  /** Key in the catalogs, e.g. `change.coding.add`. */
  key: z.string().min(1),
  params: z.record(z.string(), z.union([z.string(), z.number(), LocalText])),
});
export type Label = z.infer<typeof Label>;

/** One row before and after; null = it was not there, or is there no more. */
export interface Change<T extends TableName = TableName> {
  readonly table: T;
  readonly id: Id;
  readonly before: Rows[T] | null;
  readonly after: Rows[T] | null;
}

const ChangeShape = z
  .strictObject({
    table: z.enum(TABLE_NAMES as [TableName, ...TableName[]]),
    id: Id,
    before: z.unknown(),
    after: z.unknown(),
  })
  // Rows by their outline alone; whoever believes nothing checks them against their table.
  .refine(({ before, after }) => isRowOrNull(before) && isRowOrNull(after), 'error.change.rows')
  .transform((change) => change as Change);

function isRowOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'object' && !Array.isArray(value));
}

/**
 * The number of an entry in the log of this device: 1, 2, 3 … without gaps. Undo and redo point by it, and thus at what
 * was done on this device alone. A workspace has one log so far, that of the device that works in it.
 */
const OwnSeq = z.int().min(1);

/**
 * An entry of the journal: a change set, when and by whom, and its place in the history of undo.
 *
 * Undo without limit needs no stack in memory: each entry says which entry the next undo and redo would act on
 * once it is written (`undo`, `redo`), and what those were before (`undoBefore`, `redoBefore`). The journal is thus
 * a linked list of its own past, and the newest entry is all that is needed to go on after a restart.
 */
export const JournalEntry = z.strictObject({
  seq: OwnSeq,
  id: Id,
  at: Instant,
  actor: z.string(),
  device: z.string(),
  kind: z.enum(['edit', 'undo', 'redo']),
  /** For undo and redo: the entry that was taken back, as far as nobody changed since what it changed (`takeBack`). */
  target: OwnSeq.nullable(),
  undo: OwnSeq.nullable(),
  redo: OwnSeq.nullable(),
  undoBefore: OwnSeq.nullable(),
  redoBefore: OwnSeq.nullable(),
  label: Label,
  changes: z.array(ChangeShape),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** The change set that takes `changes` back. `invert(invert(c))` equals `c`. */
export function invert(changes: readonly Change[]): Change[] {
  return changes
    .map(({ table, id, before, after }) => ({ table, id, before: after, after: before }))
    .reverse();
}

/**
 * Reduces several changes of the same row to one, in the order in which rows were first touched; what ends where
 * it began is left out.
 */
export function squash(changes: readonly Change[]): Change[] {
  const byRow = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.table}/${change.id}`;
    const earlier = byRow.get(key);
    byRow.set(key, earlier ? { ...change, before: earlier.before } : change);
  }
  return [...byRow.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/**
 * Checks every `after` against its table's schema.
 * @throws ProblemError `row-invalid` naming table, field and reason; nothing has been written then.
 */
export function validateChanges(changes: readonly Change[]): void {
  for (const { table, id, after } of changes) {
    if (after === null) continue;
    const parsed = TABLES[table].schema.safeParse(after);
    if (!parsed.success) {
      const [first] = parsed.error.issues;
      throw new ProblemError('row-invalid', {
        table,
        field: fieldOf(first?.path ?? []),
        reason: first?.code ?? '',
      });
    }
    if ((after as AnyRow).id !== id)
      throw new ProblemError('row-invalid', { table, field: 'id', reason: id });
  }
}
