import { constants, createReadStream } from 'node:fs';
import { appendFile, copyFile, type FileHandle, open, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { JournalHead } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { noted, ProblemError, reasonOf } from '#shared/model/problem.ts';
import { isNewerEntry, upgradeEntry } from '#shared/model/upgrade.ts';
import { makeFolder, OWN_FILE, syncFile, syncFolder, timeInName } from './atomic.ts';
import type { Sealer, SealLine } from './encryption/sealer.ts';
import { fileProblem } from './file-problem.ts';
import { type LineStart, lineStart, readLineStart, sumOf } from './journal-line.ts';

export const JOURNAL_FILE = 'journal.jsonl';
/** Most bytes that one `read` gives, unless a single entry is larger. */
const READ_AT_ONCE = 4 * 1024 * 1024;
/** Changes written with one fsync where there are many, unless a single entry has more. */
const WRITTEN_AT_ONCE = 5_000;

/** What opening a journal found. */
export interface JournalFinding {
  readonly journal: Journal;
  /** A last line that was cut off while it was written was set aside. */
  readonly tornTail: boolean;
  /** Name of the file that keeps the log as it was found, where lines in it were damaged. */
  readonly damaged: string | null;
}

interface LinePosition {
  /** Byte offset of the line, and of its content. */
  readonly at: number;
  readonly content: number;
  /** Byte offset after the line's LF. */
  readonly end: number;
  readonly sum: string;
}

/**
 * The log of a store on disk: one line an entry, each with a SHA-256 over the sum before it and its own content (JSON,
 * or that sealed), so that no line can be altered, lost or swapped unnoticed, also by who has no key. Append and fsync only; the file is never shortened
 * but by a line that was cut off while it was written, which was never acknowledged.
 */
export class Journal {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #sealer: Sealer;
  #sealLine: SealLine;
  readonly #positions: LinePosition[];
  #size: number;
  #queue: Promise<unknown> = Promise.resolve();
  #broken: ProblemError | null = null;

  private constructor(
    file: string,
    handle: FileHandle,
    sealer: Sealer,
    positions: LinePosition[],
    size: number,
    broken: ProblemError | null,
  ) {
    this.#file = file;
    this.#handle = handle;
    this.#sealer = sealer;
    this.#sealLine = sealer.beginLines();
    this.#positions = positions;
    this.#size = size;
    this.#broken = broken;
  }

  /**
   * Opens (or begins) the journal of a folder and checks every line of it. A last line that is cut off is set aside
   * in `torn/`; where more than that is wrong, the whole file is kept as it was under another name, and the journal
   * goes on after its last good line. A folder that cannot be written to is opened for reading.
   * @param sealer how lines stand in it; a sealed one that is taken for a plain one is `encryption-damaged`, and left as it is
   * @param beforeCut called with the name of the file that keeps the damaged log, before anything is cut off
   */
  static async open(
    folder: string,
    sealer: Sealer,
    beforeCut: (damaged: string) => Promise<void> = async () => {},
  ): Promise<JournalFinding> {
    await makeFolder(folder);
    const file = path.join(folder, JOURNAL_FILE);
    const { handle, readOnly } = await openToWrite(file);
    try {
      const { positions, good, rest } = await check(file, sealer);
      let damaged: string | null = null;
      let tornTail = false;
      if (rest.bytes > 0) {
        if (readOnly) throw readOnly;
        if (rest.cutOff) {
          tornTail = true;
          await setAside(folder, file, good);
        } else {
          damaged = `journal-damaged-${timeInName()}.jsonl`;
          const copy = path.join(folder, damaged);
          await copyFile(file, copy, constants.COPYFILE_EXCL);
          await syncFile(copy);
          await syncFolder(folder);
          await beforeCut(damaged);
        }
        await handle.truncate(good);
        await handle.sync();
      }
      if (!readOnly) await syncFolder(folder);
      return { journal: new Journal(file, handle, sealer, positions, good, readOnly), tornTail, damaged };
    } catch (thrown) {
      await handle.close();
      throw thrown;
    }
  }

  get head(): JournalHead {
    return { seq: this.#positions.length, sum: this.#positions.at(-1)?.sum ?? '' };
  }

  /** Sum up to and including an entry; '' for 0, null = no such entry. */
  sumAt(seq: number): string | null {
    return seq === 0 ? '' : (this.#positions[seq - 1]?.sum ?? null);
  }

  /**
   * Adds an entry; resolves when it is safe on disk.
   * @throws ProblemError `journal-sequence`, `journal-foreign`, `journal-moved`, `disk-full`, `not-writable`,
   *   `journal-write`; nothing was acknowledged then
   */
  append(entry: JournalEntry): Promise<JournalHead> {
    return this.#inTurn(async () => {
      await this.#write([entry]);
      return this.head;
    });
  }

  /** Adds many entries, a part at a time: for a store that begins with a history. */
  appendAll(entries: Iterable<JournalEntry>): Promise<JournalHead> {
    return this.#inTurn(async () => {
      for (const part of inParts(entries)) await this.#write(part);
      return this.head;
    });
  }

  /**
   * Entries with `from <= seq < from + limit`, in order; fewer where they are large, never none where there is one.
   * @throws ProblemError `journal-damaged` where the file changed since it was opened, `workspace-newer`
   */
  async read(from: number, limit: number): Promise<JournalEntry[]> {
    return (await this.readAsWritten(from, limit)).map((stored) => {
      const entry = upgradeEntry(stored);
      if (isNewerEntry(entry)) throw new ProblemError('workspace-newer');
      return entry;
    });
  }

  /** As `read`, in the form of whatever version wrote them. */
  async readAsWritten(from: number, limit: number): Promise<JournalEntry[]> {
    const wanted = this.#positions.slice(from - 1, from - 1 + limit);
    const first = wanted[0];
    if (!first) return [];
    let count = 1;
    while (count < wanted.length && (wanted[count]?.end ?? 0) - first.at <= READ_AT_ONCE) count++;
    const positions = wanted.slice(0, count);
    const length = (positions.at(-1)?.end ?? first.end) - first.at;
    const buffer = Buffer.allocUnsafeSlow(length);
    const { bytesRead } = await this.#handle.read(buffer, 0, length, first.at);
    let before = this.sumAt(from - 1) ?? '';
    return positions.map((position, index) => {
      const content = buffer.subarray(position.content - first.at, position.end - 2 - first.at);
      const isAsItWas = bytesRead === length && sumOf(before, content) === position.sum;
      const json = isAsItWas ? this.#sealer.openLine(from + index, before, content) : null;
      if (!json) throw new ProblemError('journal-damaged', { seq: from + index });
      before = position.sum;
      return JSON.parse(json.toString('utf8')) as JournalEntry;
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
    const positions: LinePosition[] = [];
    const parts: Buffer[] = [];
    let { seq, sum } = this.head;
    let at = this.#size;
    for (const entry of entries) {
      seq++;
      if (entry.seq !== seq) throw new ProblemError('journal-sequence', { expected: seq, got: entry.seq });
      const content = this.#sealLine(seq, sum, Buffer.from(JSON.stringify(entry), 'utf8'));
      sum = sumOf(sum, content);
      const prefix = lineStart(seq, sum, this.#sealer.field);
      const end = at + prefix.length + content.length + 2;
      positions.push({ at, content: at + prefix.length, end, sum });
      parts.push(prefix, content, Buffer.from('}\n', 'latin1'));
      at = end;
    }
    // Another program that wrote to the file would be overwritten: the bytes on disk say so in time.
    await requireSpace(this.#file, at - this.#size);
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
    if (!(await this.isInPlace())) throw this.#breaks(new ProblemError('journal-moved'));
    this.#positions.push(...positions);
    this.#size = at;
  }

  /** Whether the file that was written to is the one that stands under its name: nobody finds any other again. */
  async isInPlace(): Promise<boolean> {
    try {
      const [written, found] = await Promise.all([
        this.#handle.stat({ bigint: true }),
        stat(this.#file, { bigint: true }),
      ]);
      return written.ino === found.ino && written.dev === found.dev;
    } catch {
      return false;
    }
  }

  /** Removes what a failed write left behind; where that fails too, nothing more is written. */
  async #takeBack(): Promise<void> {
    // The disk may have kept some of it, and the same number is written again.
    this.#sealLine = this.#sealer.beginLines();
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

function* inParts(entries: Iterable<JournalEntry>): Generator<JournalEntry[]> {
  let part: JournalEntry[] = [];
  let changes = 0;
  for (const entry of entries) {
    part.push(entry);
    changes += entry.changes.length;
    if (changes < WRITTEN_AT_ONCE) continue;
    yield part;
    part = [];
    changes = 0;
  }
  if (part.length > 0) yield part;
}

/** Opens for writing, made if it is not there; where that is refused, for reading, with what refuses to write. */
async function openToWrite(file: string): Promise<{ handle: FileHandle; readOnly: ProblemError | null }> {
  try {
    await open(file, 'a', OWN_FILE).then((made) => made.close());
    return { handle: await open(file, 'r+'), readOnly: null };
  } catch (thrown) {
    const problem = writeProblem(thrown);
    const handle = await open(file, 'r').catch(() => {
      throw problem;
    });
    return { handle, readOnly: problem };
  }
}

function writeProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  return (
    fileProblem(thrown) ?? new ProblemError('journal-write', { reason: reasonOf(thrown) }, { cause: thrown })
  );
}

/** What a disk must have left beside a change itself: the window's database and snapshots are written too. Bytes. */
const SPACE_LEFT = 16 * 1024 * 1024;

/** Refuses a change that the disk could take into the log but into nothing else. @throws ProblemError `disk-full` */
async function requireSpace(file: string, bytes: number): Promise<void> {
  const disk = await statfs(file).catch(() => null);
  if (disk && disk.blocks > 0 && disk.bavail * disk.bsize < SPACE_LEFT + bytes * 4)
    throw new ProblemError('disk-full');
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

/** Where the good lines are, where they end, and what follows. `cutOff`: nothing but a line without its end. */
async function check(
  file: string,
  sealer: Sealer,
): Promise<{ positions: LinePosition[]; good: number; rest: { bytes: number; cutOff: boolean } }> {
  const positions: LinePosition[] = [];
  let before = '';
  let good = 0;
  const rest = { bytes: 0, cutOff: false };
  for await (const { at, line, ended } of linesOf(file)) {
    const length = line.length + (ended ? 1 : 0);
    const start = readLineStart(line);
    // To cut it off as damaged would be to lose it.
    if (start?.field === 'box' && !sealer.isSealed) throw new ProblemError('encryption-damaged');
    const isNext = start?.seq === positions.length + 1 && start.field === sealer.field;
    const position = rest.bytes === 0 && ended && isNext ? positionOf(at, line, start, before) : null;
    if (position) {
      positions.push(position);
      before = position.sum;
      good = position.end;
    } else {
      rest.cutOff = rest.bytes === 0 && !ended && !isWhole(line, before);
      rest.bytes += length;
    }
  }
  return { positions, good, rest };
}

/** Whether a line that lacks nothing but its LF is sound: it was whole once, and its end was damaged. */
function isWhole(line: Buffer, before: string): boolean {
  const start = readLineStart(line);
  if (!start) return false;
  const sound = (end: number) => sumOf(before, line.subarray(start.content, end)) === start.sum;
  return [2, 1, 0].some((lacking) => sound(line.length - lacking));
}

function positionOf(
  at: number,
  line: Buffer,
  { sum, content }: LineStart,
  before: string,
): LinePosition | null {
  if (line.at(-1) !== 0x7d || sumOf(before, line.subarray(content, -1)) !== sum) return null;
  return { at, content: at + content, end: at + line.length + 1, sum };
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
    await appendFile(name, chunk, { mode: OWN_FILE });
  await syncFile(name);
  await syncFolder(torn);
}
