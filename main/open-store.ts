import path from 'node:path';
import type { JournalHead, OpenReport } from '#shared/bridge.ts';
import { noted } from '#shared/model/problem.ts';
import { exists } from './atomic.ts';
import type { Sealer } from './encryption/sealer.ts';
import { JOURNAL_FILE, Journal } from './journal.ts';
import { takeLock } from './lock.ts';
import { checkSnapshots, snapshotFolder, stateAt } from './log-state.ts';
import { type Beyond, lookBeyond, noteDamagedLog } from './repair.ts';
import { listSnapshots, rotate, type SnapshotName, writeSnapshot } from './snapshots.ts';

/** How long after a day's first change its snapshot is written, in ms. */
const DAILY_AFTER = 60_000;

/** A store whose lock is held and whose log was checked. */
export interface OpenStore {
  readonly storeId: string;
  readonly folder: string;
  readonly sealer: Sealer;
  readonly journal: Journal;
  readonly release: () => Promise<void>;
  daily: NodeJS.Timeout | null;
  /** Null where the log is all that is kept. */
  beyond: Beyond | null;
  /** What the newest sound snapshot holds. */
  newest: JournalHead | null;
  /** Snapshots are written one after another. */
  snapshots: Promise<unknown>;
}

/** @throws ProblemError `workspace-locked`, `disk-full`, `not-writable`, `encryption-damaged` */
export async function openStore(
  storeId: string,
  folder: string,
  sealer: Sealer,
): Promise<{ open: OpenStore; report: OpenReport }> {
  const release = await takeLock(folder);
  let journal: Journal | null = null;
  try {
    const logMissing = !(await exists(path.join(folder, JOURNAL_FILE)));
    const opened = await Journal.open(folder, sealer, (name) => noteDamagedLog(folder, name));
    journal = opened.journal;
    const snapshots = await checkSnapshots(folder, sealer);
    const beyond = await lookBeyond(folder, sealer, journal, snapshots.reach, logMissing);
    const damaged = [...(opened.damaged ? [opened.damaged] : []), ...snapshots.damaged];
    const { newest } = snapshots;
    return {
      open: {
        ...{ storeId, folder, sealer, journal, release, beyond, newest },
        daily: null,
        snapshots: Promise.resolve(),
      },
      report: {
        head: journal.head,
        tornTail: opened.tornTail,
        damaged,
        folder,
        repair: beyond !== null,
      },
    };
  } catch (thrown) {
    await journal?.close().catch(() => undefined);
    await release().catch((error) => noted(error, 'lock'));
    throw thrown;
  }
}

/** Writes a snapshot if there is news, and lets the store go. */
export async function letGo(leaving: OpenStore): Promise<void> {
  if (leaving.daily) clearTimeout(leaving.daily);
  try {
    await takeSnapshot(leaving, 'close');
  } catch (thrown) {
    // The log has everything; a snapshot only makes reading it faster.
    noted(thrown, 'snapshot on close');
  }
  await leaving.journal.close().catch((thrown) => noted(thrown, 'journal'));
  await leaving.release().catch((thrown) => noted(thrown, 'lock'));
}

export function takeSnapshot(open: OpenStore, reason: SnapshotName['reason']): Promise<void> {
  const run = open.snapshots.then(async () => {
    const { sealer, journal, newest } = open;
    const { seq, sum } = journal.head;
    const folder = snapshotFolder(open.folder);
    // A folder that was moved or deleted is not made again.
    if (!(await journal.isInPlace())) return;
    // Before a damaged log is repaired, a snapshot of its beginning would be taken for one of all of it.
    if (seq === 0 || open.beyond) return;
    // One that holds the same is there, unless it is to be kept for another reason.
    if (newest?.seq === seq && newest.sum === sum && reason !== 'version') return;
    const { state } = await stateAt(open.folder, sealer, journal, seq);
    await writeSnapshot(folder, sealer, { seq, sum, state }, reason);
    open.newest = { seq, sum };
    await rotate(folder, sealer, (at) => journal.sumAt(at));
  });
  open.snapshots = run.catch(() => undefined);
  return run;
}

/** Has a snapshot written a while after the first change of a day. */
export function takeDailyLater(open: OpenStore): void {
  open.daily ??= setTimeout(() => {
    open.daily = null;
    takeDailySnapshot(open).catch((thrown) => noted(thrown, 'daily snapshot'));
  }, DAILY_AFTER);
}

async function takeDailySnapshot(open: OpenStore): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const all = await listSnapshots(snapshotFolder(open.folder));
  if (!all.some(({ at }) => at.slice(0, 10) === today)) await takeSnapshot(open, 'daily');
}
