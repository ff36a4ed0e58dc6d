import path from 'node:path';
import type { JournalHead } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { noted, ProblemError } from '#shared/model/problem.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { isNewerState, upgradeState } from '#shared/model/upgrade.ts';
import type { Sealer } from './encryption/sealer.ts';
import type { Journal } from './journal.ts';
import { listSnapshots, readSnapshot, setSnapshotAside } from './snapshots.ts';

const ENTRIES_AT_ONCE = 1_000;

export function snapshotFolder(folder: string): string {
  return path.join(folder, 'snapshots');
}

/**
 * Looks at snapshots from the one that reaches furthest down to the first sound one.
 * @returns names of damaged ones, set aside; `reach`: the furthest that any reached, sound or not
 */
export async function checkSnapshots(
  folder: string,
  sealer: Sealer,
): Promise<{ damaged: string[]; newest: JournalHead | null; reach: number }> {
  const damaged: string[] = [];
  const all = await listSnapshots(snapshotFolder(folder));
  const reach = all[0]?.seq ?? 0;
  for (const { id } of all) {
    const snapshot = await readSnapshot(snapshotFolder(folder), sealer, id);
    if (snapshot) return { damaged, newest: { seq: snapshot.seq, sum: snapshot.sum }, reach };
    damaged.push(
      await setSnapshotAside(snapshotFolder(folder), id).catch((thrown) => {
        noted(thrown, 'snapshot');
        return id;
      }),
    );
  }
  return { damaged, newest: null, reach };
}

export async function snapshotState(folder: string, sealer: Sealer, id: string): Promise<WorkspaceState> {
  const snapshot = await readSnapshot(snapshotFolder(folder), sealer, id);
  if (!snapshot) throw new ProblemError('snapshot-damaged', { name: id });
  return readState(snapshot.state);
}

/** @throws ProblemError `workspace-newer` */
export function readState(json: string): WorkspaceState {
  const state = JSON.parse(json) as WorkspaceState;
  if (isNewerState(state)) throw new ProblemError('workspace-newer');
  return upgradeState(state);
}

export async function readAll(journal: Journal, to: number): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  while (entries.length < to) {
    const part = await journal.read(entries.length + 1, Math.min(ENTRIES_AT_ONCE, to - entries.length));
    for (const entry of part) entries.push(entry);
  }
  return entries;
}

/** The state after entry `to`: a pure function of the log; a snapshot only saves reading what is older. */
export async function stateAt(
  folder: string,
  sealer: Sealer,
  journal: Journal,
  to: number,
): Promise<{ state: string; from: string | null }> {
  let seq = 0;
  let from: string | null = null;
  let start: WorkspaceState = emptyState();
  for (const { id, seq: at } of await listSnapshots(snapshotFolder(folder))) {
    if (at > to) continue;
    const snapshot = await readSnapshot(snapshotFolder(folder), sealer, id);
    if (!snapshot || journal.sumAt(snapshot.seq) !== snapshot.sum) continue;
    start = readState(snapshot.state);
    if (snapshot.seq === to) return { state: snapshot.state, from: id };
    seq = snapshot.seq;
    from = id;
    break;
  }
  const state = indexState(start);
  while (seq < to) {
    const entries = await journal.read(seq + 1, Math.min(ENTRIES_AT_ONCE, to - seq));
    for (const { changes } of entries) applyChanges(state, changes);
    seq += entries.length;
  }
  return { state: JSON.stringify(plainState(state)), from };
}
