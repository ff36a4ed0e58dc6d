import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Detail, LONGEST_DETAIL } from '#shared/model/problem.ts';

/** The log is put aside when it has grown to that many bytes; one older one is kept beside it. */
const MOST_BYTES = 512 * 1024;

/**
 * What unforeseen errors say, in a file of this computer that nothing is sent from: it can hold names and quotes.
 * Bounded: the current file and the one before it.
 */
export class DetailLog {
  readonly #file: string;
  readonly #before: string;

  /** @param folder made when there is something to write */
  constructor(folder: string) {
    this.#file = path.join(folder, 'errors.log');
    this.#before = path.join(folder, 'errors-before.log');
  }

  /** Writes at once, since the process may be about to end. Never fails: there is nobody left to tell. */
  readonly write = ({ reference, text }: Detail): void => {
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      if (sizeOf(this.#file) > MOST_BYTES) renameSync(this.#file, this.#before);
      const indented = text.slice(0, LONGEST_DETAIL).replaceAll(/\r?\n/g, '\n  ');
      appendFileSync(this.#file, `${new Date().toISOString()} ${reference} ${indented}\n`, { mode: 0o600 });
    } catch {
      // A disk that is full or gone.
    }
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
