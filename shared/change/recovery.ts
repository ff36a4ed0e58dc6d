import { dequal } from 'dequal/lite';
import { newId } from '../model/basics.ts';
import { type AnyRow, TABLE_NAMES, type WorkspaceState } from '../model/tables.ts';
import { type Change, invert, type JournalEntry } from './change-set.ts';
import { applyChanges, type IndexedState, indexState } from './state.ts';

/** A checked snapshot that reaches further than what is before it in the log. */
export interface FurtherSnapshot {
  /** Number of the last entry it holds. */
  readonly seq: number;
  /** Reads it again. */
  readonly read: () => Promise<WorkspaceState>;
}

export interface RecoverySources {
  /** Number of the last entry of the log, and the state it leads to. The state is changed in place. */
  readonly seq: number;
  readonly state: IndexedState;
  /** Later entries that could still be read, by number. */
  readonly entries: ReadonlyMap<number, JournalEntry>;
  /** In any order. */
  readonly snapshots: readonly FurtherSnapshot[];
  /** Written beside the entries that stand for lost ones. */
  readonly at: string;
  readonly device: string;
}

export interface Recovered {
  /** What the log goes on with, numbered without gaps. */
  readonly entries: JournalEntry[];
  /** Entries that are lost: nobody can look at them one by one, nor undo them. */
  readonly lostEntries: number;
  /** Of these, how many led to something that no snapshot and no later entry tells: their words are missing. */
  readonly lostChanges: number;
}

/** Label of the entries that stand where others were lost. */
const LOST = { key: 'change.log.lost', params: {} } as const;
const RESULT = { key: 'change.log.result', params: {} } as const;

/**
 * Continues a log whose end is damaged from what is left of it: later entries that could still be read, and snapshots.
 *
 * Where entries are missing in between, the state behind the gap is had exactly from a snapshot, if need be by taking
 * back what was read between the gap and the snapshot; failing that, from what the next entries say stood there before
 * them. An entry that stands for the lost ones carries the difference, so that the log still leads to its states.
 */
export async function recoverLog(sources: RecoverySources): Promise<Recovered> {
  const { state, at, device } = sources;
  const out: JournalEntry[] = [];
  let { seq } = sources;
  let lostEntries = 0;
  let lostChanges = 0;
  /** Number from which the log is without a gap. */
  let unbroken = 1;

  const standIn = (to: number, changes: readonly Change[]) => {
    for (; seq < to; lostEntries++) {
      seq++;
      const last = seq === to;
      out.push(lostEntry(seq, at, device, last ? changes : []));
    }
    applyChanges(state, changes);
  };
  /** The furthest snapshot within a range of numbers. */
  const within = (from: number, to: number) =>
    sources.snapshots.filter((one) => one.seq >= from && one.seq <= to).sort((a, b) => b.seq - a.seq)[0];

  for (const run of runsOf([...sources.entries.values()].filter((entry) => entry.seq > seq))) {
    const [first, last] = [run[0]?.seq ?? 0, run.at(-1)?.seq ?? 0];
    if (first > seq + 1) {
      unbroken = first;
      const beyond = within(first - 1, last);
      const inGap = beyond ? undefined : within(seq + 1, first - 2);
      if (beyond) {
        const target = indexState(await beyond.read());
        for (const entry of run.filter((one) => one.seq <= beyond.seq).reverse())
          applyChanges(target, invert(entry.changes));
        standIn(first - 1, difference(state, target));
      } else {
        if (inGap) standIn(inGap.seq, difference(state, indexState(await inGap.read())));
        // A snapshot behind a later gap holds what these led to.
        if (!within(first - 1, Number.MAX_SAFE_INTEGER)) lostChanges += first - 1 - seq;
        standIn(first - 1, impliedBy(run, state));
      }
    }
    for (const entry of run) {
      const own = afterGap(entry, unbroken);
      out.push(own);
      applyChanges(state, own.changes);
      seq = own.seq;
    }
  }
  const furthest = within(seq + 1, Number.MAX_SAFE_INTEGER);
  if (furthest) standIn(furthest.seq, difference(state, indexState(await furthest.read())));
  return { entries: out, lostEntries, lostChanges };
}

/** Entries in runs without a gap, in order. */
function runsOf(entries: readonly JournalEntry[]): JournalEntry[][] {
  const runs: JournalEntry[][] = [];
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.seq === entry.seq - 1) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function lostEntry(seq: number, at: string, device: string, changes: readonly Change[]): JournalEntry {
  return {
    seq,
    id: newId(),
    at,
    actor: '',
    device,
    kind: 'edit',
    target: null,
    undo: null,
    redo: null,
    undoBefore: null,
    redoBefore: null,
    label: changes.length > 0 ? RESULT : LOST,
    changes: [...changes],
  };
}

/** The change set that leads from one state to another. */
function difference(from: IndexedState, to: IndexedState): Change[] {
  return TABLE_NAMES.flatMap((table) => {
    const ids = new Set([...from[table].keys(), ...to[table].keys()]);
    return [...ids].flatMap((id): Change[] => {
      const [before, after] = [from[table].get(id) ?? null, to[table].get(id) ?? null];
      return dequal(before, after) ? [] : [{ table, id, before, after } as Change];
    });
  });
}

/** What must have stood there before a run of entries, where it differs from what is known. */
function impliedBy(run: readonly JournalEntry[], state: IndexedState): Change[] {
  const implied = new Map<string, Change>();
  for (const { changes } of run) {
    for (const { table, id, before } of changes) {
      const key = `${table}/${id}`;
      if (implied.has(key)) continue;
      const known: AnyRow | null = state[table].get(id) ?? null;
      implied.set(key, { table, id, before: known, after: before } as Change);
    }
  }
  return [...implied.values()].filter(({ before, after }) => !dequal(before, after));
}

/**
 * The entry as it can stand behind a gap: undo does not reach over what is lost.
 * @param unbroken number from which the log is without a gap
 */
function afterGap(entry: JournalEntry, unbroken: number): JournalEntry {
  const inside = (seq: number | null) => (seq !== null && seq >= unbroken ? seq : null);
  const orphan = entry.kind !== 'edit' && inside(entry.target) === null;
  return {
    ...entry,
    kind: orphan ? 'edit' : entry.kind,
    target: orphan ? null : entry.target,
    undo: orphan ? entry.seq : inside(entry.undo),
    redo: orphan ? null : inside(entry.redo),
    undoBefore: inside(entry.undoBefore),
    redoBefore: inside(entry.redoBefore),
  };
}
