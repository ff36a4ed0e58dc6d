import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, copyFile, type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import type { JournalHead } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { noted, ProblemError, reasonOf } from '#shared/model/problem.ts';
import { upgradeEntry } from '#shared/model/upgrade.ts';
import { makeFolder, syncFolder, timeInName } from './atomic.ts';

const FILE = 'journal.jsonl';
/** Most bytes that one `read` gives, unless a single entry is larger. */
const READ_AT_ONCE = 16 * 1024 * 1024;

/** One line: `{"seq":N,"sum":"…","entry":…}`; what stands before the entry's own JSON. */
const PREFIX = /^\{"seq":(\d{1,15}),"sum":"([0-9a-f]{64})","entry":/;
const PREFIX_MOST = 120;

/** What opening a journal found. */
export interface JournalFinding {
  readonly journal: Journal;
  readonly tornTail: boolean;
  /** Names of files that keep damaged lines. */
  readonly damaged: string[];
}

interface Place {
  /** Byte offset of the line, and of its entry's JSON. */
  readonly at: number;
  readonly json: number;
  /** Byte offset after the line's LF. */
  readonly end: number;
  readonly sum: string;
}

/**
 * The log of a store on disk: one line an entry, each with a SHA-256 over the sum before it and its own JSON text,
 * so that no line can be altered, lost or swapped unnoticed. Append and fsync only; the file is never shortened
 * but by a line that was cut off while it was written, which nobody was told was safe.
 */
export class Journal {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #places: Place[];
  #size: number;
  #queue: Promise<unknown> = Promise.resolve();
  #broken: ProblemError | null = null;

  private constructor(file: string, handle: FileHandle, places: Place[], size: number) {
    this.#file = file;
    this.#handle = handle;
    this.#places = places;
    this.#size = size;
  }

  /**
   * Opens (or begins) the journal of a folder and checks every line of it. A last line that is cut off or does not
   * fit is set aside in `torn/`; where more than that is wrong, the whole file is kept as it was under another
   * name, and the journal goes on after its last good line.
   */
  static async open(folder: string): Promise<JournalFinding> {
    await makeFolder(folder);
    const file = path.join(folder, FILE);
    const handle = await open(file, 'a+').then(async (created) => {
      await created.close();
      return open(file, 'r+');
    });
    try {
      const { places, good, rest } = await check(file);
      const damaged: string[] = [];
      let tornTail = false;
      if (rest.bytes > 0) {
        if (rest.lines <= 1) {
          tornTail = true;
          await setAside(folder, file, good);
        } else {
          const name = `journal-damaged-${timeInName()}.jsonl`;
          await copyFile(file, path.join(folder, name));
          damaged.push(name);
        }
        await handle.truncate(good);
        await handle.sync();
      }
      await syncFolder(folder);
      return { journal: new Journal(file, handle, places, good), tornTail, damaged };
    } catch (thrown) {
      await handle.close();
      throw thrown;
    }
  }

  get head(): JournalHead {
    return { seq: this.#places.length, sum: this.#places.at(-1)?.sum ?? '' };
  }

  /** Sum up to and including an entry; '' for 0, null = no such entry. */
  sumAt(seq: number): string | null {
    return seq === 0 ? '' : (this.#places[seq - 1]?.sum ?? null);
  }

  /**
   * Adds an entry; resolves when it is safe on disk.
   * @throws ProblemError `journal-sequence`, `journal-foreign`, `disk-full`, `journal-write`; nothing was added then
   */
  append(entry: JournalEntry): Promise<JournalHead> {
    return this.#inTurn(async () => {
      await this.#write([entry]);
      return this.head;
    });
  }

  /** Adds many entries with one fsync: for a store that begins with a history. */
  appendAll(entries: readonly JournalEntry[]): Promise<JournalHead> {
    return this.#inTurn(async () => {
      if (entries.length > 0) await this.#write(entries);
      return this.head;
    });
  }

  /**
   * Entries with `from <= seq < from + limit`, in order; fewer where they are large, never none where there is one.
   * @throws ProblemError `journal-damaged` where the file changed since it was opened
   */
  async read(from: number, limit: number): Promise<JournalEntry[]> {
    const wanted = this.#places.slice(from - 1, from - 1 + limit);
    const first = wanted[0];
    if (!first) return [];
    let count = 1;
    while (count < wanted.length && (wanted[count]?.end ?? 0) - first.at <= READ_AT_ONCE) count++;
    const places = wanted.slice(0, count);
    const length = (places.at(-1)?.end ?? first.end) - first.at;
    const buffer = Buffer.allocUnsafeSlow(length);
    const { bytesRead } = await this.#handle.read(buffer, 0, length, first.at);
    let before = this.sumAt(from - 1) ?? '';
    return places.map((place, index) => {
      const json = buffer.subarray(place.json - first.at, place.end - 2 - first.at);
      if (bytesRead < length || sumOf(before, json) !== place.sum)
        throw new ProblemError('journal-damaged', { seq: from + index });
      before = place.sum;
      return upgradeEntry(JSON.parse(json.toString('utf8')) as JournalEntry);
    });
  }

  /** Waits for what is being written, and lets the file go. */
  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    this.#broken ??= new ProblemError('workspace-closed');
    await this.#handle.close();
  }

  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const run = this.#queue.then(() => {
      if (this.#broken) throw this.#broken;
      return work();
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #write(entries: readonly JournalEntry[]): Promise<void> {
    const places: Place[] = [];
    const parts: Buffer[] = [];
    let { seq, sum } = this.head;
    let at = this.#size;
    for (const entry of entries) {
      seq++;
      if (entry.seq !== seq) throw new ProblemError('journal-sequence', { expected: seq, got: entry.seq });
      const json = Buffer.from(JSON.stringify(entry), 'utf8');
      sum = sumOf(sum, json);
      const prefix = Buffer.from(`{"seq":${seq},"sum":"${sum}","entry":`, 'latin1');
      const end = at + prefix.length + json.length + 2;
      places.push({ at, json: at + prefix.length, end, sum });
      parts.push(prefix, json, Buffer.from('}\n', 'latin1'));
      at = end;
    }
    // Another program that wrote to the file would be overwritten: the bytes on disk say so in time.
    const { size } = await this.#handle.stat();
    if (size !== this.#size) throw this.#breaks(new ProblemError('journal-foreign'));
    try {
      await writeWhole(this.#handle, Buffer.concat(parts), this.#size);
    } catch (thrown) {
      await this.#takeBack();
      throw writeProblem(thrown);
    }
    try {
      await this.#handle.sync();
    } catch (thrown) {
      // After a failed fsync nobody knows what the disk holds: opening anew reads and checks it.
      await this.#takeBack();
      throw this.#breaks(writeProblem(thrown));
    }
    this.#places.push(...places);
    this.#size = at;
  }

  /** Removes what a failed write left behind; where that fails too, nothing more is written. */
  async #takeBack(): Promise<void> {
    try {
      await this.#handle.truncate(this.#size);
    } catch (thrown) {
      this.#breaks(writeProblem(thrown));
    }
  }

  #breaks(problem: ProblemError): ProblemError {
    this.#broken = problem;
    noted(problem, path.basename(this.#file));
    return problem;
  }
}

function sumOf(before: string, json: Uint8Array): string {
  return createHash('sha256').update(before, 'latin1').update('\n').update(json).digest('hex');
}

function writeProblem(thrown: unknown): ProblemError {
  const { code = '' } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ProblemError('disk-full', {}, { cause: thrown });
  return new ProblemError('journal-write', { reason: reasonOf(thrown) }, { cause: thrown });
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

/** Where the good lines are, where they end, and how much of what kind follows. */
async function check(
  file: string,
): Promise<{ places: Place[]; good: number; rest: { bytes: number; lines: number } }> {
  const places: Place[] = [];
  let before = '';
  let good = 0;
  const rest = { bytes: 0, lines: 0 };
  for await (const { at, line, ended } of linesOf(file)) {
    const length = line.length + (ended ? 1 : 0);
    const place = rest.bytes === 0 && ended ? placeOf(at, line, places.length + 1, before) : null;
    if (place) {
      places.push(place);
      before = place.sum;
      good = place.end;
    } else {
      rest.bytes += length;
      rest.lines++;
    }
  }
  return { places, good, rest };
}

function placeOf(at: number, line: Buffer, seq: number, before: string): Place | null {
  const match = PREFIX.exec(line.toString('latin1', 0, PREFIX_MOST));
  if (!match || Number(match[1]) !== seq || line.at(-1) !== 0x7d) return null;
  const json = line.subarray(match[0].length, -1);
  const sum = match[2] ?? '';
  if (sumOf(before, json) !== sum) return null;
  return { at, json: at + match[0].length, end: at + line.length + 1, sum };
}

/** The lines of a file of any size. `ended`: an LF follows. */
async function* linesOf(file: string): AsyncGenerator<{ at: number; line: Buffer; ended: boolean }> {
  let at = 0;
  let parts: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let lf = chunk.indexOf(10, from); lf !== -1; lf = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, lf));
      const line = Buffer.concat(parts);
      yield { at, line, ended: true };
      at += line.length + 1;
      parts = [];
      from = lf + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0) yield { at, line: Buffer.concat(parts), ended: false };
}

/** Keeps what a torn last line left, in case somebody wants to look at it. */
async function setAside(folder: string, file: string, from: number): Promise<void> {
  const torn = path.join(folder, 'torn');
  await makeFolder(torn);
  const name = path.join(torn, `${timeInName()}.txt`);
  for await (const chunk of createReadStream(file, { start: from }) as AsyncIterable<Buffer>)
    await appendFile(name, chunk);
}
