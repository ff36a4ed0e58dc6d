import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ProblemError } from '#shared/model/problem.ts';
import { makeFolder, writeAtomic } from './atomic.ts';

const SHA256 = /^[0-9a-f]{64}$/;

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Keeps bytes under their own checksum; what is there already is left as it is. @returns the checksum */
export async function putFile(folder: string, bytes: Uint8Array): Promise<string> {
  const sum = sha256(bytes);
  const file = path.join(folder, sum);
  const size = await stat(file).then(
    (found) => found.size,
    () => -1,
  );
  if (size === bytes.length && (await isWhole(file, sum))) return sum;
  await makeFolder(folder);
  await writeAtomic(file, bytes);
  return sum;
}

/** @throws ProblemError `file-missing`, `file-damaged` */
export async function getFile(folder: string, sum: string): Promise<Uint8Array> {
  if (!SHA256.test(sum)) throw new ProblemError('file-missing', { name: sum });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path.join(folder, sum)));
  } catch (cause) {
    throw new ProblemError('file-missing', { name: sum.slice(0, 12) }, { cause });
  }
  if (sha256(bytes) !== sum) throw new ProblemError('file-damaged', { name: sum.slice(0, 12) });
  return bytes;
}

async function isWhole(file: string, sum: string): Promise<boolean> {
  return sha256(await readFile(file)) === sum;
}
