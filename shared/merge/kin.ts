import { dequal } from 'dequal/lite';
import type { JournalEntry, Label } from '../change/change-set.ts';
import { applyChanges, type IndexedState, indexState } from '../change/state.ts';
import type { Id } from '../model/basics.ts';
import { emptyState } from '../model/tables.ts';

/** Of the two workspaces that are brought together: the one that is worked in, and the one that came back. */
export type Side = 'mine' | 'theirs';

/** Where two workspaces were last the same, or one last took the other in: an entry of the log of one of them. */
export interface MergeBase {
  readonly side: Side;
  readonly seq: number;
}

const MERGED = 'change.workspace.merge';
const UNNAMED = 'change.workspace.mergeUnnamed';

/**
 * The label of the entry by which another log was taken in up to its entry `until`.
 * @param who changed it last; empty = no name was given
 */
export function mergeLabel(who: string, until: Id): Label {
  return who === '' ? { key: UNNAMED, params: { until } } : { key: MERGED, params: { who, until } };
}

/**
 * The base of a three-way merge of two logs: the last entry that both have, or a later one up to which one has taken
 * the other in already. Null = they have not even begun alike.
 */
export function mergeBase(mine: readonly JournalEntry[], theirs: readonly JournalEntry[]): MergeBase | null {
  const common = commonLength(mine, theirs);
  if (common === 0) return null;
  const taken = lastTaken(mine, theirs);
  const given = lastTaken(theirs, mine);
  // Whichever of two merges knew of the other is the later one.
  if (taken && taken.until > common && (!given || taken.until >= given.at || given.until < taken.at))
    return { side: 'theirs', seq: taken.until };
  if (given && given.until > common) return { side: 'mine', seq: given.until };
  return { side: 'mine', seq: common };
}

/** The rows after an entry of a log, replayed from nothing. */
export function stateAt(journal: readonly JournalEntry[], seq: number): IndexedState {
  const state = indexState(emptyState());
  for (const { changes } of journal.slice(0, seq)) applyChanges(state, changes);
  return state;
}

/** How many entries two logs have in common from the first on. */
function commonLength(mine: readonly JournalEntry[], theirs: readonly JournalEntry[]): number {
  let length = 0;
  while (length < mine.length && length < theirs.length && isSame(mine[length], theirs[length])) length++;
  return length;
}

/** Whether two entries are one. Of a copy's, ratings may have been left out (`seal/withhold.ts`). */
function isSame(one: JournalEntry | undefined, other: JournalEntry | undefined): boolean {
  if (dequal(one, other)) return true;
  if (!one || one.id !== other?.id) return false;
  const told = ({ changes, ...rest }: JournalEntry) => ({
    ...rest,
    changes: changes.filter(({ table }) => table !== 'ratings' && table !== 'records'),
  });
  return dequal(told(one), told(other));
}

/** The last entry of a log that took another log in and was not undone, with how far it took it in. */
function lastTaken(
  own: readonly JournalEntry[],
  other: readonly JournalEntry[],
): { readonly at: number; readonly until: number } | null {
  const seqs = new Map(other.map(({ id, seq }) => [id, seq]));
  const undone = new Set<number>();
  for (const { seq, target, label } of own.toReversed()) {
    if (undone.has(seq)) continue;
    if (target !== null) undone.add(target);
    else if (label.key === MERGED || label.key === UNNAMED) {
      const until = seqs.get(String(label.params.until));
      if (until !== undefined) return { at: seq, until };
    }
  }
  return null;
}
