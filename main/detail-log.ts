import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Detail, LONGEST_DETAIL } from '#shared/model/problem.ts';

/** The log is put aside when it has grown to that many bytes; one older one is kept beside it. */
const MOST_BYTES = 512 * 1024;

/** A line that says where in the code an error came from. */
const FRAME = /^\s+at \S.*\b(?:app|file|node):\S+:\d+:\d+\)?$/;

/**
 * What unforeseen errors say, in a file of this computer that nothing is sent from: it can hold names and quotes.
 * Bounded: the current file and the one before it.
 */
export class DetailLog {
  readonly #file: string;
  readonly #before: string;
  readonly #reticent: () => boolean;

  /**
   * @param folder made when there is something to write
   * @param reticent whether only the place in the code is kept, as long as an encrypted workspace is open
   */
  constructor(folder: string, reticent: () => boolean = () => false) {
    this.#reticent = reticent;
    this.#file = path.join(folder, 'errors.log');
    this.#before = path.join(folder, 'errors-before.log');
  }

  /** Writes at once, since the process may be about to end. Never fails: there is nobody left to tell. */
  readonly write = ({ reference, text }: Detail): void => {
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      if (sizeOf(this.#file) > MOST_BYTES) renameSync(this.#file, this.#before);
      const told = this.#reticent()
        ? text
            .split('\n')
            .filter((line) => FRAME.test(line))
            .join('\n')
        : text;
      const indented = told.slice(0, LONGEST_DETAIL).replaceAll(/\r?\n/g, '\n  ');
      appendFileSync(this.#file, `${new Date().toISOString()} ${reference} ${indented}\n`, { mode: 0o600 });
    } catch {
      // A disk that is full or gone.
    }
  };

  /** Deletes what was kept. */
  forget(): void {
    for (const file of [this.#file, this.#before]) rmSync(file, { force: true });
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
