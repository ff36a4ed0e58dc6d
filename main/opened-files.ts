import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CallRequest, OpenedFile } from '#shared/bridge.ts';
import { ProblemError, reasonOf } from '#shared/model/problem.ts';

/** Larger files are refused before they are read. */
const FILE_LIMIT_MB = 512;

/** @throws ProblemError `file-too-large`, `file-unreadable` */
export async function readOpened(file: string): Promise<OpenedFile> {
  const name = path.basename(file);
  try {
    if ((await stat(file)).size > FILE_LIMIT_MB * 1024 * 1024)
      throw new ProblemError('file-too-large', { name, limit: FILE_LIMIT_MB });
    return { name, bytes: new Uint8Array(await readFile(file)) };
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    throw new ProblemError('file-unreadable', { name, reason: reasonOf(thrown) }, { cause: thrown });
  }
}

/** Of some files those that an open dialog would have let a person choose. */
export function choosable(
  files: readonly string[],
  { filters, multiple }: CallRequest<'dialog.open'>,
): readonly string[] {
  const endings = filters.flatMap(({ extensions }) => extensions);
  const fits = (file: string) =>
    endings.length === 0 ||
    endings.includes('*') ||
    endings.includes(path.extname(file).slice(1).toLowerCase());
  const fitting = files.filter((file) => file !== '' && fits(file));
  return multiple ? fitting : fitting.slice(0, 1);
}
