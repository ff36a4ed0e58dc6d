import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '#shared/model/problem.ts';
import { makeFolder, writeAtomic } from './atomic.ts';
import type { Sealer } from './encryption/sealer.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const HASH = 32;

/** Where a store keeps them. */
export const FILES_FOLDER = 'files';

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Keeps bytes under their own checksum; what is there already is left as it is. @returns the checksum */
export async function putFile(folder: string, sealer: Sealer, bytes: Uint8Array): Promise<string> {
  const sum = sha256(bytes);
  const there = await getFile(folder, sealer, sum).catch(() => null);
  if (!there) await writeOriginal(folder, sealer, { sum, bytes });
  return sum;
}

/** @throws ProblemError `file-missing`, `file-damaged` */
export async function getFile(folder: string, sealer: Sealer, sum: string): Promise<Uint8Array> {
  if (!SHA256.test(sum)) throw new ProblemError('file-missing', { name: sum });
  const name = sum.slice(0, 12);
  let stored: Uint8Array;
  try {
    stored = new Uint8Array(await readFile(path.join(folder, sealer.originalName(sum))));
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('file-missing', { name }, { cause });
  }
  const original = originalIn(sealer, sum, stored);
  if (original?.sum !== sum || sha256(original.bytes) !== sum)
    throw new ProblemError('file-damaged', { name });
  return original.bytes;
}

/** An original, sound or not, and the checksum that it was kept under. */
interface Original {
  readonly sum: string;
  readonly bytes: Uint8Array;
}

export async function listOriginals(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.filter((name) => SHA256.test(name)).sort();
}

/** The original in a file of this name. @returns null where it is sealed and cannot be opened */
export async function readOriginal(folder: string, sealer: Sealer, name: string): Promise<Original | null> {
  return originalIn(sealer, name, new Uint8Array(await readFile(path.join(folder, name))));
}

/** Sealed, it has its checksum in it, since the file's name does not tell that. @returns the file's name */
export async function writeOriginal(
  folder: string,
  sealer: Sealer,
  { sum, bytes }: Original,
): Promise<string> {
  const name = sealer.originalName(sum);
  const whole = sealer.isSealed ? Buffer.concat([Buffer.from(sum, 'hex'), bytes]) : bytes;
  await makeFolder(folder);
  await writeAtomic(path.join(folder, name), sealer.seal('original', whole));
  return name;
}

function originalIn(sealer: Sealer, name: string, stored: Uint8Array): Original | null {
  if (!sealer.isSealed) return { sum: name, bytes: stored };
  const whole = sealer.open('original', stored);
  if (!whole || whole.length < HASH) return null;
  const sum = Buffer.from(whole.subarray(0, HASH)).toString('hex');
  // A copy: what is passed to the window takes all of its buffer along.
  return { sum, bytes: new Uint8Array(whole.subarray(HASH)) };
}
