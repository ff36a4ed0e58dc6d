import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { Instant } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { makeFolder, moveInPlace, syncFolder, writeAtomic } from './atomic.ts';
import type { Sealer } from './encryption/sealer.ts';
import { sha256 } from './files.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

const KEEP_DAYS = 10;
const KEEP_MONTHS = 12;
const KEEP_VERSIONS = 3;
/** `000000000042-20240601T093000123Z-daily.json.gz` (`.sealed`): number of the last entry it holds, time, reason. */
const NAME = /^(\d{12})-(\d{8}T\d{9}Z)-(daily|close|version)\.(json\.gz|sealed)$/;

/** The first line of a snapshot; the second is the state as JSON. */
const Header = z.object({
  format: z.literal(1),
  seq: z.int().min(0),
  /** The journal's sum at `seq`: which history this is a picture of. */
  sum: z.string(),
  at: Instant,
  stateSha256: z.string(),
});

export interface SnapshotName {
  /** File name. */
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  /** `version`: before another version of the app than the last one wrote anything. */
  readonly reason: 'daily' | 'close' | 'version';
}

export interface Snapshot {
  readonly seq: number;
  readonly sum: string;
  /** WorkspaceState as JSON. */
  readonly state: string;
}

/** The snapshots of a folder by name, newest first. */
export async function listSnapshots(folder: string): Promise<SnapshotName[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .flatMap((id): SnapshotName[] => {
      const match = NAME.exec(id);
      if (!match) return [];
      return [
        {
          id,
          seq: Number(match[1]),
          at: instantOf(match[2] ?? ''),
          reason: match[3] as SnapshotName['reason'],
        },
      ];
    })
    .sort((a, b) => b.seq - a.seq || (a.at < b.at ? 1 : -1));
}

function instantOf(compact: string): string {
  const [, y, mo, d, h, mi, s, ms] = /^(....)(..)(..)T(..)(..)(..)(...)Z$/.exec(compact) ?? [];
  return `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`;
}

/** Writes a snapshot atomically and reads it back. @throws ProblemError `snapshot-unverified` */
export async function writeSnapshot(
  folder: string,
  sealer: Sealer,
  { seq, sum, state }: Snapshot,
  reason: SnapshotName['reason'],
  at: Date = new Date(),
): Promise<SnapshotName> {
  await makeFolder(folder);
  const header = { format: 1, seq, sum, at: at.toISOString(), stateSha256: sha256(state) };
  const name = `${String(seq).padStart(12, '0')}-${header.at.replaceAll(/[-:.]/g, '')}-${reason}.json.gz`;
  const id = sealer.fileName(name);
  const file = path.join(folder, id);
  const packed = await zip(`${JSON.stringify(header)}\n${state}`, { level: 4 });
  await writeAtomic(file, sealer.seal('snapshot', packed));
  if ((await readSnapshot(folder, sealer, id))?.state !== state) {
    await rm(file, { force: true });
    throw new ProblemError('snapshot-unverified', { name: id });
  }
  return { id, seq, at: header.at, reason };
}

/** The snapshot, checked against its own sum; null = damaged. */
export async function readSnapshot(folder: string, sealer: Sealer, id: string): Promise<Snapshot | null> {
  try {
    const packed = sealer.open('snapshot', await readFile(path.join(folder, id)));
    if (!packed) return null;
    const text = (await unzip(packed)).toString('utf8');
    const lineEnd = text.indexOf('\n');
    const header = Header.parse(JSON.parse(text.slice(0, lineEnd)));
    const state = text.slice(lineEnd + 1);
    if (sha256(state) !== header.stateSha256 || header.seq !== Number(NAME.exec(id)?.[1])) return null;
    return { seq: header.seq, sum: header.sum, state };
  } catch {
    return null;
  }
}

/** Takes a damaged snapshot out of the row of those that are used, and keeps its bytes. @returns its new name */
export async function setSnapshotAside(folder: string, id: string): Promise<string> {
  const name = `${id}.damaged`;
  await moveInPlace(path.join(folder, id), path.join(folder, name));
  return name;
}

/**
 * Which snapshots stay: the one that reaches furthest, the furthest of each of the last 10 days that have one, and of
 * each of the last 12 months (days and months of UTC), and those before the last 3 changes of version. What reaches
 * further counts as newer, whatever the clock said.
 */
export function kept(snapshots: readonly SnapshotName[]): Map<string, SnapshotName['reason'] | 'monthly'> {
  const furthestFirst = [...snapshots].sort((a, b) => b.seq - a.seq || (a.at < b.at ? 1 : -1));
  const result = new Map<string, SnapshotName['reason'] | 'monthly'>();
  const days = new Set<string>();
  const months = new Set<string>();
  let versions = 0;
  for (const { id, at, reason } of furthestFirst) {
    const day = at.slice(0, 10);
    const month = at.slice(0, 7);
    const ofDay = !days.has(day) && days.size < KEEP_DAYS;
    const ofMonth = !months.has(month) && months.size < KEEP_MONTHS;
    const isOfVersion = reason === 'version' && ++versions <= KEEP_VERSIONS;
    if (ofDay || isOfVersion) result.set(id, reason);
    else if (ofMonth) result.set(id, 'monthly');
    days.add(day);
    months.add(month);
  }
  return result;
}

/**
 * Removes the snapshots that need not stay. One that is damaged, or that holds what the log does not, is left alone.
 * @param sumAt the log's sum up to and including an entry; null = it has no such entry
 */
export async function rotate(
  folder: string,
  sealer: Sealer,
  sumAt: (seq: number) => string | null,
): Promise<void> {
  const all = await listSnapshots(folder);
  const staying = kept(all);
  for (const { id, seq } of all) {
    if (staying.has(id) || sumAt(seq) === null) continue;
    if ((await readSnapshot(folder, sealer, id))?.sum === sumAt(seq))
      await rm(path.join(folder, id), { force: true });
  }
  await syncFolder(folder);
}
