import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '../oracle/random.ts';

/** Bytes that a disk loses at once, at most. */
const SECTOR = 4_096;

type Change = (bytes: Buffer, random: Random) => Buffer;

/** What befalls the bytes of a file. */
const CHANGES: Readonly<Record<string, Change>> = {
  'a byte altered': (bytes, random) => {
    const at = random.between(0, Math.max(0, bytes.length - 1));
    const next = Buffer.from(bytes);
    next[at] = (next[at] ?? 0) ^ random.between(1, 255);
    return next;
  },
  'filled with zeros in part': (bytes, random) => {
    const at = random.between(0, bytes.length);
    return Buffer.from(bytes).fill(0, at, Math.min(bytes.length, at + random.between(1, SECTOR)));
  },
  cut: (bytes, random) => bytes.subarray(0, random.between(0, bytes.length)),
  'a part taken out': (bytes, random) => {
    const at = random.between(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.between(1, SECTOR))]);
  },
  'a part there twice': (bytes, random) => {
    const at = random.between(0, bytes.length);
    const end = Math.min(bytes.length, at + random.between(1, SECTOR));
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
  },
  'a line there twice': (bytes, random) => {
    const [from, to] = lineAt(bytes, random.between(0, bytes.length));
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'a line taken out': (bytes, random) => {
    const [from, to] = lineAt(bytes, random.between(0, bytes.length));
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'an earlier state put back': (bytes, random) =>
    bytes.subarray(0, lineAt(bytes, random.between(0, bytes.length))[0]),
};

/** From and to of the line that a byte is in, its LF included. */
function lineAt(bytes: Buffer, at: number): [from: number, to: number] {
  const end = bytes.indexOf(10, at);
  return [at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1, end === -1 ? bytes.length : end + 1];
}

export interface Damage {
  /** What was done, in words. */
  readonly story: string;
  /** Bytes of the files as they were left, by name within the store. */
  readonly left: ReadonlyMap<string, Buffer>;
}

/** Damages files of a store at random, in one to four places. */
export async function damageStore(folder: string, files: readonly string[], random: Random): Promise<Damage> {
  const left = new Map<string, Buffer>();
  const story: string[] = [];
  for (let places = random.chance(0.5) ? 1 : random.between(2, 4); places > 0; places--) {
    const name = drawFile(files, random);
    const bytes = left.get(name) ?? (await readFile(path.join(folder, name)));
    if (random.chance(0.08)) {
      await rm(path.join(folder, name), { force: true });
      left.delete(name);
      story.push(`${name} deleted`);
      return { story: story.join('; '), left };
    }
    const how = random.pick(Object.keys(CHANGES));
    const changed = (CHANGES[how] as Change)(bytes, random);
    await writeFile(path.join(folder, name), changed);
    left.set(name, changed);
    story.push(`${name}: ${how}`);
  }
  return { story: story.join('; '), left };
}

/** Half of the damage is to the log, a quarter to snapshots. */
function drawFile(files: readonly string[], random: Random): string {
  const draw = random.between(1, 100);
  const of = (beginning: string) => files.filter((name) => name.startsWith(beginning));
  const snapshots = of('snapshots/');
  const originals = of('files/');
  if (draw <= 25 && snapshots.length > 0) return random.pick(snapshots);
  if (draw <= 35 && originals.length > 0) return random.pick(originals);
  if (draw <= 42) return 'store.json';
  if (draw <= 48) return 'lock.json';
  return 'journal.jsonl';
}
