import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { RepairReport } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { recoverLog } from '#shared/change/recovery.ts';
import { indexState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { isNewerEntry, upgradeEntry } from '#shared/model/upgrade.ts';
import { writeAtomic } from './atomic.ts';
import type { Sealer } from './encryption/sealer.ts';
import type { Journal } from './journal.ts';
import { readState, snapshotFolder, snapshotState, stateAt } from './log-state.ts';
import { salvage } from './salvage.ts';
import { listSnapshots, readSnapshot, type SnapshotName } from './snapshots.ts';

/** What a repair that is not done yet has to know after a crash; gone when it is done. */
const REPAIR_FILE = 'repair.json';

const Lost = RepairReport.omit({ head: true });
const Repair = z.object({
  /** Names of damaged logs that it reads. */
  logs: z.array(z.string()),
  /** Number of the last entry that is known to have been there. */
  reach: z.int().min(0),
  openEnd: z.boolean(),
  /** What it found to be lost, written before it changes the log. */
  lost: Lost.nullable(),
});
type Repair = z.infer<typeof Repair>;
const NO_REPAIR: Repair = { logs: [], reach: 0, openEnd: false, lost: null };

/** What is kept beyond the sound beginning of the log. */
export interface Beyond {
  readonly entries: ReadonlyMap<number, JournalEntry>;
  readonly snapshots: readonly SnapshotName[];
  readonly repair: Repair;
}

/** Remembers a damaged log that is to be read, before anything is cut off. */
export async function noteDamagedLog(folder: string, name: string): Promise<void> {
  const repair = (await readRepair(folder)) ?? NO_REPAIR;
  await writeRepair(folder, { ...repair, logs: [...repair.logs, name] });
}

/**
 * Continues a log from what is left of it beyond its sound beginning. What it lacks is noted before it is changed, so that
 * a crash in between does not make it unsaid. `endRepair` forgets that.
 * @param database the window's database agrees with the log, and what it held beyond has been written back
 */
export async function repairLog(
  folder: string,
  sealer: Sealer,
  journal: Journal,
  beyond: Beyond,
  database: boolean,
): Promise<RepairReport> {
  const { seq } = journal.head;
  const { state } = await stateAt(folder, sealer, journal, seq);
  const recovered = await recoverLog({
    seq,
    state: indexState(readState(state)),
    entries: upgradedEntries(beyond.entries),
    snapshots: beyond.snapshots.map(({ id, seq: at }) => ({
      seq: at,
      read: () => snapshotState(folder, sealer, id),
    })),
    at: new Date().toISOString(),
    device: newId(),
  });
  const { reach, openEnd, lost: before } = beyond.repair;
  const unread = Math.max(0, reach - seq - recovered.entries.length);
  const lost = {
    lostEntries: Math.max(recovered.lostEntries + unread, before?.lostEntries ?? 0),
    lostChanges: Math.max(recovered.lostChanges + unread, before?.lostChanges ?? 0),
    atLeast: before?.atLeast ?? (openEnd && !database),
  };
  await writeRepair(folder, { ...beyond.repair, lost });
  await journal.appendAll(recovered.entries);
  return { head: journal.head, ...lost };
}

export async function endRepair(folder: string): Promise<void> {
  await rm(path.join(folder, REPAIR_FILE), { force: true });
}

/**
 * What is kept beyond the log's sound beginning: in damaged lines, and in snapshots that reach further. It is noted, for
 * an opening after a crash.
 * @returns null where the log is all that is kept
 */
export async function lookBeyond(
  folder: string,
  sealer: Sealer,
  journal: Journal,
  snapshotReach: number,
  logMissing: boolean,
): Promise<Beyond | null> {
  const begun = await readRepair(folder);
  const { seq } = journal.head;
  if (begun === null && snapshotReach <= seq && !logMissing) return null;
  const snapshots: SnapshotName[] = [];
  const sums = new Map<number, string>();
  for (const one of await listSnapshots(snapshotFolder(folder))) {
    if (one.seq <= seq) break;
    const snapshot = await readSnapshot(snapshotFolder(folder), sealer, one.id);
    if (!snapshot) continue;
    snapshots.push(one);
    sums.set(one.seq, snapshot.sum);
  }
  const { logs, reach, openEnd, lost } = begun ?? NO_REPAIR;
  const read = await Promise.all(logs.map((log) => salvage(path.join(folder, log), sealer, sums)));
  const entries = new Map(read.flatMap((one) => [...one.entries]).sort(([a], [b]) => a - b));
  const readTo = Math.max(seq, lastOf(entries));
  const repair = {
    logs,
    reach: Math.max(reach, snapshotReach, ...read.map((one) => one.reach)),
    openEnd: openEnd || logMissing || snapshotReach > readTo || read.some((one) => one.openEnd),
    lost,
  };
  await writeRepair(folder, repair);
  return { entries, snapshots, repair };
}

/** The greatest key; 0 = none. They were set in order. */
function lastOf(entries: ReadonlyMap<number, unknown>): number {
  return [...entries.keys()].at(-1) ?? 0;
}

/** The repair that is not done yet; null = none. */
async function readRepair(folder: string): Promise<Repair | null> {
  try {
    const repair = Repair.parse(JSON.parse(await readFile(path.join(folder, REPAIR_FILE), 'utf8')));
    return { ...repair, logs: repair.logs.filter((log) => path.basename(log) === log) };
  } catch {
    return null;
  }
}

function writeRepair(folder: string, repair: Repair): Promise<void> {
  return writeAtomic(path.join(folder, REPAIR_FILE), JSON.stringify(repair));
}

/** @throws ProblemError `workspace-newer` */
function upgradedEntries(entries: ReadonlyMap<number, JournalEntry>): Map<number, JournalEntry> {
  return new Map(
    [...entries].map(([seq, entry]) => {
      const now = upgradeEntry(entry);
      if (isNewerEntry(now)) throw new ProblemError('workspace-newer');
      return [seq, now];
    }),
  );
}
