/**
 * A power cut while a damaged log is being repaired: whatever of the repair the disk kept, the next opening must lead
 * to the rows that an undisturbed repair leads to, and the damaged log must still be there.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { RepairReport } from '#shared/bridge.ts';
import { Workspaces } from '../../../main/workspaces.ts';
import { makePerson } from '../../fixtures/person.ts';
import {
  differing,
  faultsOfLog,
  type LogLine,
  type PlainState,
  plain,
  readLogLines,
} from '../../oracle/log.ts';
import { seededRandom } from '../../oracle/random.ts';
import { writeDiskAfterCut } from './disk-after-cut.ts';
import { makeEntry } from './entries.ts';
import { called, withoutSyncOf } from './faulty-calls.ts';
import { type DiskCall, type Recording, stopWatching, watch } from './recorded-fs.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('./recorded-fs.ts')).recordedFs(await original()),
);

const SEED = Number(process.env.HEARKEN_SEED ?? 20_240_601);
const MOMENTS = 60;
const ENTRIES = 24;
const SNAPSHOT_AT = 14;

const roots: string[] = [];
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'hearken-cut-repair-'));
  roots.push(root);
  return root;
}

/** What befalls the lines of the log (each without its LF), by number. */
const DAMAGES: readonly { readonly name: string; readonly damage: (lines: Buffer[]) => Buffer }[] = [
  {
    name: 'a line that a snapshot holds, and one that nothing does',
    damage: (lines) =>
      joined(lines.map((line, index) => (index === 5 || index === 18 ? spoilt(line) : line))),
  },
  {
    name: 'the first line',
    damage: (lines) => joined(lines.map((line, at) => (at === 0 ? spoilt(line) : line))),
  },
  {
    name: 'all lines but the last',
    damage: (lines) => joined(lines.map((line, at) => (at < ENTRIES - 1 ? spoilt(line) : line))),
  },
  {
    name: 'an early state put back, which a snapshot goes beyond',
    damage: (lines) => joined(lines.slice(0, 9)),
  },
  {
    name: 'the end cut off inside a line',
    damage: (lines) => joined(lines.slice(0, 20)).subarray(0, -25),
  },
];

function joined(lines: readonly Buffer[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
}

function spoilt(line: Buffer): Buffer {
  const next = Buffer.from(line);
  const at = Math.floor(line.length / 2);
  next[at] = (next[at] ?? 0) ^ 1;
  return next;
}

/** A store with a snapshot in its middle, with its log damaged. */
async function damagedStore(damage: (lines: Buffer[]) => Buffer): Promise<{ root: string; storeId: string }> {
  const root = await newFolder();
  const workspaces = new Workspaces(root);
  const persons = Array.from({ length: 9 }, () => makePerson());
  const entries = Array.from({ length: ENTRIES }, (_, index) =>
    makeEntry(index + 1, { ...(persons[index % 9] as (typeof persons)[number]), aliases: [`${index}`] }),
  );
  const request = { name: 'Office', ticket: null, sample: false, snapshot: null, files: [] };
  const { storeId } = await workspaces.create({ ...request, journal: entries.slice(0, SNAPSHOT_AT) });
  await workspaces.open(storeId);
  await workspaces.close();
  await workspaces.open(storeId);
  for (const entry of entries.slice(SNAPSHOT_AT)) await workspaces.append(entry);
  // As a kill leaves it: without the snapshot that closing writes.
  const log = logOf(root, storeId);
  const kept = await readFile(log);
  await workspaces.close();
  const snapshots = path.join(path.dirname(log), 'snapshots');
  for (const name of await readdir(snapshots))
    if (Number(name.slice(0, 12)) > SNAPSHOT_AT) await rm(path.join(snapshots, name));
  await writeFile(log, damage(readLogLines(kept).map(({ bytes }) => bytes)));
  return { root, storeId };
}

function logOf(root: string, storeId: string): string {
  return path.join(root, 'workspaces', storeId, 'journal.jsonl');
}

async function filesIn(root: string): Promise<Map<string, Buffer>> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const one of names) {
    const file = path.join(one.parentPath, one.name);
    if (one.isFile()) files.set(path.relative(root, file).replaceAll(path.sep, '/'), await readFile(file));
  }
  return files;
}

interface Outcome {
  readonly rows: PlainState;
  readonly repairReport: Omit<RepairReport, 'head'> | null;
}

/** @param answered called when the repair has said what is missing */
async function openAndRepair(
  root: string,
  storeId: string,
  answered: () => void = () => {},
): Promise<Outcome> {
  const workspaces = new Workspaces(root);
  const report = await workspaces.open(storeId);
  const repairReport = report.repair ? await workspaces.repair(false) : null;
  answered();
  const rows = plain(JSON.parse((await workspaces.recover()).state) as Record<string, unknown[]>);
  await workspaces.close();
  return { rows, repairReport };
}

interface Repair {
  readonly storeId: string;
  readonly recording: Recording;
  /** Calls before the repair began. */
  readonly begun: number;
  /** Calls before it had said what is missing. */
  readonly answered: number;
  readonly outcome: Outcome;
  readonly damagedLines: readonly LogLine[];
}

async function recordRepair(damage: (lines: Buffer[]) => Buffer): Promise<Repair> {
  const { root, storeId } = await damagedStore(damage);
  const damagedLines = readLogLines(await readFile(logOf(root, storeId)));
  const recording = watch(root, await filesIn(root));
  const begun = recording.calls.length;
  let answered = 0;
  const outcome = await openAndRepair(root, storeId, () => {
    answered = recording.calls.length;
  });
  stopWatching();
  return { storeId, recording, begun, answered, outcome, damagedLines };
}

interface Found {
  /** What is wrong after a cut, in words. */
  readonly faults: string[];
  /** Cuts after which it was not said any more what is missing. */
  readonly unreported: number[];
}

/** Cuts the power at many moments of a repair, and opens what is left. */
async function lookAtMany(repair: Repair, calls: readonly DiskCall[]): Promise<Found> {
  const { storeId, begun, outcome, damagedLines } = repair;
  const random = seededRandom(SEED);
  const faults: string[] = [];
  const unreported: number[] = [];
  for (let moment = 0; moment < MOMENTS; moment++) {
    const count = random.between(begun, calls.length);
    const seed = random.chance(0.3) ? null : random.between(0, 1_000_000);
    const disk = await newFolder();
    const recording = { ...repair.recording, calls: [...calls] };
    await writeDiskAfterCut(disk, recording, count, seed === null ? null : seededRandom(seed));
    const say = (fault: string) => faults.push(`cut after call ${count - begun} (seed ${seed}): ${fault}`);
    try {
      const { rows, repairReport } = await openAndRepair(disk, storeId);
      if ((repairReport?.lostChanges ?? 0) < (outcome.repairReport?.lostChanges ?? 0))
        unreported.push(count - begun);
      const different = differing(rows, outcome.rows);
      if (different.length > 0) say(`${different.length} rows are different`);
      const kept = [...(await filesIn(disk)).values()];
      for (const fault of faultsOfLog(readLogLines(await readFile(logOf(disk, storeId))))) say(fault);
      const gone = damagedLines.filter(({ bytes }) => !kept.some((file) => file.includes(bytes)));
      if (gone.length > 0) say(`${gone.length} lines of the damaged log are nowhere`);
    } catch (thrown) {
      say(`thrown: ${String(thrown)}`);
    }
    await rm(disk, { recursive: true, force: true });
  }
  return { faults, unreported };
}

describe.each(DAMAGES)('a log with damage: $name', ({ damage }) => {
  test('whenever the power goes during the repair, the next opening leads to the same rows', async () => {
    const repair = await recordRepair(damage);
    expect((await lookAtMany(repair, repair.recording.calls)).faults).toEqual([]);
  }, 120_000);
});

test('a repair that was cut off before it could say what is missing: the next opening says it', async () => {
  const repair = await recordRepair((DAMAGES[0] as (typeof DAMAGES)[number]).damage);
  const { unreported } = await lookAtMany(repair, repair.recording.calls.slice(0, repair.answered));
  expect(unreported).toEqual([]);
}, 120_000);

test.each([
  { name: 'the copy of the damaged log is not synced', of: /^journal-damaged-/ },
  { name: 'the note of what is to be repaired is not synced', of: /^\.?repair\.json/ },
])(
  'is noticed: $name',
  async ({ of }) => {
    const repair = await recordRepair((DAMAGES[0] as (typeof DAMAGES)[number]).damage);
    const { recording } = repair;
    const { faults } = await lookAtMany(repair, withoutSyncOf(recording, called(recording, of)));
    expect(faults.length).toBeGreaterThan(0);
  },
  120_000,
);
