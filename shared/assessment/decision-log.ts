import type { JournalEntry } from '../change/change-set.ts';
import type { Id, Instant } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { IdOf } from '../model/id.ts';

/** What of a decision a line of the log may tell of. */
export const LOGGED_FIELDS = [
  'level',
  'why',
  'dissent',
  'measure',
  'due',
  'owner',
  'reviewDate',
  'indicatorIds',
] as const;
export type LoggedField = (typeof LOGGED_FIELDS)[number];

/** One thing that was done to a decision. */
export interface LogLine {
  /** Of the journal; several lines may share one. */
  readonly seq: number;
  readonly at: Instant;
  /** Who did it; empty = they gave no name. */
  readonly by: string;
  readonly act: 'decided' | 'changed' | 'removed';
  /** `edit`, or what was taken back or made again by undo and redo. */
  readonly kind: JournalEntry['kind'];
  readonly decisionId: Id;
  readonly roundId: IdOf<'rounds'>;
  readonly subject: Decision['subject'];
  /** Fields that are different after it, as they were and are. */
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: LoggedField;
  readonly before: Decision[LoggedField] | null;
  readonly after: Decision[LoggedField] | null;
}

/** What the log reads of a journal. */
export type LoggedEntry = Pick<JournalEntry, 'seq' | 'at' | 'actor' | 'kind' | 'changes'>;

/** Whether an entry of the journal did anything to a decision. */
export function concernsDecisions({ changes }: Pick<JournalEntry, 'changes'>): boolean {
  return changes.some(({ table }) => table === 'decisions');
}

/**
 * Who decided and changed what when, the newest first: the journal read for decisions. What came with a workspace file
 * or a sample was decided by whom the decision names, on its own day, not by who opened the file.
 */
export function decisionLog(entries: readonly LoggedEntry[]): LogLine[] {
  return entries
    .flatMap(({ seq, at, actor, kind, changes }) =>
      changes.flatMap((change): LogLine[] => {
        if (change.table !== 'decisions') return [];
        const before = change.before as Decision | null;
        const after = change.after as Decision | null;
        const known = after ?? before;
        if (!known) return [];
        const fields = changedFields(before, after);
        if (before && after && fields.length === 0) return [];
        const own = kind === 'edit' && after && after.at !== before?.at;
        return [
          {
            seq,
            at: own ? after.at : at,
            by: own ? after.decidedBy : actor,
            act: actOf(before, after),
            kind,
            decisionId: known.id,
            roundId: known.roundId,
            subject: known.subject,
            fields,
          },
        ];
      }),
    )
    .sort((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1));
}

/** What was done to a row by what stood there before and after. */
export function actOf(before: object | null, after: object | null): LogLine['act'] {
  return before === null ? 'decided' : after === null ? 'removed' : 'changed';
}

/** Fields of a decision that are different and say something, before or after. */
export function changedFields(before: Decision | null, after: Decision | null): FieldChange[] {
  return LOGGED_FIELDS.filter(
    (field) => JSON.stringify(before?.[field] ?? null) !== JSON.stringify(after?.[field] ?? null),
  )
    .map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((one) => !isBlank(one.before) || !isBlank(one.after));
}

function isBlank(value: Decision[LoggedField] | null): boolean {
  return value === null || (typeof value === 'object' ? Object.keys(value) : value).length === 0;
}
