import type { Id } from '../model/basics.ts';
import type { Change, JournalEntry, Label } from './change-set.ts';
import { PASSED_OVER } from './withheld.ts';

/** Who writes, where and when. */
export interface Stamp {
  readonly id: Id;
  readonly at: string;
  readonly actor: string;
  readonly device: string;
}

/**
 * The entry of an edit. It becomes what undo acts on next, and ends what could be redone; one that only says who may open
 * an assessor's ratings does neither: undo passes over it, since it must not open what a passphrase keeps.
 * @param last the newest entry of the journal; null = the journal is empty. The very first entry is how a
 *   workspace began: there is nothing before it to go back to, so undo does not reach it.
 */
export function editEntry(
  last: JournalEntry | null,
  stamp: Stamp,
  label: Label,
  changes: readonly Change[],
): JournalEntry {
  const seq = (last?.seq ?? 0) + 1;
  const before = { undo: last?.undo ?? null, redo: last?.redo ?? null };
  const places = PASSED_OVER.has(label.key)
    ? { ...before, undoBefore: last?.undoBefore ?? null, redoBefore: last?.redoBefore ?? null }
    : { undo: last ? seq : null, redo: null, undoBefore: before.undo, redoBefore: before.redo };
  return { seq, ...stamp, kind: 'edit', target: null, ...places, label, changes: [...changes] };
}

/**
 * The entry that takes back `target` (the entry that `last.undo` or `last.redo` names).
 *
 * Undo and redo mirror each other: each takes back an entry and becomes what the other acts on next; what lay beneath
 * that entry comes up again (`undoBefore`, `redoBefore`).
 * @param changes those that take the target back, of `takeBack`
 */
export function inverseEntry(
  kind: 'undo' | 'redo',
  last: JournalEntry,
  target: JournalEntry,
  stamp: Stamp,
  changes: readonly Change[],
): JournalEntry {
  const seq = last.seq + 1;
  return {
    seq,
    ...stamp,
    kind,
    target: target.seq,
    undo: kind === 'undo' ? target.undoBefore : seq,
    redo: kind === 'redo' ? target.redoBefore : seq,
    undoBefore: last.undo,
    redoBefore: last.redo,
    label: target.label,
    changes: [...changes],
  };
}
