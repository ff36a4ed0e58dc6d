import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { noted, ProblemError, problemOf } from '#shared/model/problem.ts';
import { exists, writeAtomic } from '../atomic.ts';
import { type Header, readHeader } from './header.ts';

/** Twice, since one damaged sector in it would cost the whole workspace. The first one counts while it is sound. */
export const HEADER_FILES = ['encryption.key', 'encryption-copy.key'] as const;

export async function hasHeader(folder: string): Promise<boolean> {
  const found = await Promise.all(HEADER_FILES.map((name) => exists(path.join(folder, name))));
  return found.includes(true);
}

/**
 * The header of a store: the first of its files that is sound.
 * @throws ProblemError `encryption-damaged`, `encryption-newer`
 */
export async function loadHeader(folder: string): Promise<Header> {
  const [first, second] = await Promise.all(HEADER_FILES.map((name) => tried(path.join(folder, name))));
  const header = first?.header ?? (first?.problem === 'encryption-newer' ? undefined : second?.header);
  if (!header)
    throw new ProblemError(
      [first, second].some((one) => one?.problem === 'encryption-newer')
        ? 'encryption-newer'
        : 'encryption-damaged',
    );
  return header;
}

/** Writes both files. Once the first is written the header is this one: the other is mended when it is unlocked next. */
export async function saveHeader(folder: string, { bytes }: Header): Promise<void> {
  const [first, copy] = HEADER_FILES;
  await writeAtomic(path.join(folder, first), bytes);
  await writeAtomic(path.join(folder, copy), bytes).catch((thrown) => noted(thrown, copy));
}

/** Writes what of the two files is not this header, which was opened just now. */
export async function mendHeader(folder: string, header: Header): Promise<void> {
  for (const name of HEADER_FILES) {
    const { header: stored } = await tried(path.join(folder, name));
    if (!stored?.bytes.equals(header.bytes)) await writeAtomic(path.join(folder, name), header.bytes);
  }
}

async function tried(file: string): Promise<{ header?: Header; problem?: string }> {
  try {
    return { header: readHeader(await readFile(file)) };
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    return { problem: code === undefined ? problemOf(thrown).code : 'encryption-damaged' };
  }
}
