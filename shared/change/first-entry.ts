import { type AnyRow, TABLE_NAMES, type WorkspaceState } from '../model/tables.ts';
import type { Change, JournalEntry } from './change-set.ts';

/** The change set that makes a workspace out of nothing. */
export function seedChanges(state: WorkspaceState): Change[] {
  return TABLE_NAMES.flatMap((table) =>
    (state[table] as AnyRow[]).map((row) => ({ table, id: row.id, before: null, after: row }) as Change),
  );
}

/** The first entry of a journal: how a workspace began. There is nothing before it, so undo does not reach it. */
export function firstEntry(
  state: WorkspaceState,
  name: string,
  stamp: Pick<JournalEntry, 'id' | 'at' | 'actor' | 'device'>,
): JournalEntry {
  return {
    seq: 1,
    ...stamp,
    kind: 'edit',
    target: null,
    undo: null,
    redo: null,
    undoBefore: null,
    redoBefore: null,
    label: { key: 'change.workspace.create', params: { name } },
    changes: seedChanges(state),
  };
}
