import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { describeProblem, type Language, translator } from '#shared/i18n/index.ts';
import { languageOfLocale } from '#shared/i18n/languages.ts';
import { type Problem, ProblemError, reasonOf } from '#shared/model/problem.ts';
import { SHARED_FILE, writeAtomic } from '../atomic.ts';
import { isOfSealedStore } from '../encryption/recognise.ts';

/** Adds one command to the program. A command is a file `main/cli/<command>.ts` and one line in `index.ts`. */
export type AddCommand = (program: Command) => void;

/**
 * A path as the person typed it, made absolute. `npm run cli` moves to the project's folder first and leaves the
 * folder it was called from in INIT_CWD.
 */
export function typedPath(typed: string): string {
  const calledByNpm = process.env.npm_lifecycle_event === 'cli';
  return path.resolve((calledByNpm && process.env.INIT_CWD) || process.cwd(), typed);
}

/**
 * The bytes of a file that the person named.
 * @param limit in bytes; larger files are refused before they are read
 * @throws ProblemError `file-missing`, `file-unreadable`, `file-too-large`, `file-sealed`
 */
export async function readNamedFile(typed: string, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const file = typedPath(typed);
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    if (await isOfSealedStore(file)) throw new ProblemError('file-sealed', { name });
    if (size > limit)
      throw new ProblemError('file-too-large', { name, limit: Math.round(limit / 1024 / 1024) });
    return new Uint8Array(await readFile(file));
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    const { code = '' } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ProblemError('file-missing', { name: typed });
    throw new ProblemError('file-unreadable', { name: typed, reason: reasonOf(thrown) });
  }
}

/**
 * Writes a file that the person named: the old content or the new one, whole.
 * @returns its absolute path
 * @throws ProblemError `save-failed`
 */
export async function writeNamedFile(typed: string, content: Uint8Array | string): Promise<string> {
  const file = typedPath(typed);
  try {
    await writeAtomic(file, content, SHARED_FILE);
    return file;
  } catch (thrown) {
    throw new ProblemError('save-failed', {
      name: typed,
      reason: reasonOf(thrown),
    });
  }
}

/** Writes to standard output and waits until it is taken, however slow the reader of a pipe is. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value, null, 2));
}

/** The language of the command line's sentences: the system's where there is a catalog for it, else English. */
export function cliLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return languageOfLocale(LC_ALL || LC_MESSAGES || LANG || '');
}

/** One line for standard error: `hearken: <code>: <sentence>`. */
export function problemLine(problem: Problem): string {
  const t = translator(cliLanguage());
  const said = problem.code === 'unexpected' ? t('cli.unexpected') : describeProblem(t, problem);
  const sentence = said.replaceAll(/\s+/g, ' ');
  return `hearken: ${problem.code}: ${sentence}`;
}
