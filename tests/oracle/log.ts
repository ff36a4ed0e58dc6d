/**
 * The journal file read by the tests themselves, with none of the app's code: what the app says about its log is
 * compared with what this says.
 */
import { createHash } from 'node:crypto';
import type { OpenContent } from './sealed-log.ts';

/** One line of the file, whatever is in it. */
export interface LogLine {
  /** The line without its LF. */
  readonly bytes: Buffer;
  /** An LF follows. */
  readonly ended: boolean;
  /** The number the line states; null = none can be read. */
  readonly seq: number | null;
  /** The sum the line states; null = none can be read. */
  readonly sum: string | null;
  /** The entry's own JSON text; null = the line is no JSON of the log's form, or does not open. */
  readonly json: string | null;
  /** Whether the stated sum is the SHA-256 over the sum that the line before states, an LF and the content. */
  readonly fits: boolean;
}

/** As much of an entry as the tests need. */
export interface PlainEntry {
  readonly seq: number;
  readonly id: string;
  readonly changes: readonly { readonly table: string; readonly id: string; readonly after: unknown }[];
}

/** Rows as comparable text by `table/id`. */
export type PlainState = Map<string, string>;

const HEAD = /^\{"seq":(\d+),"sum":"([0-9a-f]{64})","(?:entry|box)":/;
const HEAD_MOST = 200;

/** @param open opens the lines of an encrypted store */
export function readLogLines(
  file: Uint8Array,
  open: OpenContent = (_seq, _before, content) => content,
): LogLine[] {
  const whole = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const lines: LogLine[] = [];
  let before: string | null = '';
  for (let at = 0; at < whole.length; ) {
    const lineEnd = whole.indexOf(10, at);
    const end = lineEnd === -1 ? whole.length : lineEnd;
    const bytes = whole.subarray(at, end);
    const head = HEAD.exec(bytes.toString('latin1', 0, HEAD_MOST));
    const seq = head ? Number(head[1]) : null;
    const sum = head?.[2] ?? null;
    const inner = head && bytes.at(-1) === 0x7d ? bytes.subarray(head[0].length, -1) : null;
    const fits = inner !== null && before !== null && sum === chained(before, inner);
    const json = fits && seq !== null && before !== null && inner ? open(seq, before, inner) : inner;
    lines.push({ bytes, ended: lineEnd !== -1, seq, sum, json: json?.toString('utf8') ?? null, fits });
    before = sum;
    at = end + 1;
  }
  return lines;
}

/** SHA-256 over the sum before, an LF, and the entry's JSON text. */
export function chained(before: string, json: Uint8Array | string): string {
  return createHash('sha256').update(`${before}\n`).update(json).digest('hex');
}

/** What is wrong with a log that must be whole, in words; a last line that was cut off is no fault of it. */
export function faultsOfLog(lines: readonly LogLine[]): string[] {
  const faults: string[] = [];
  let next = 1;
  for (const [index, line] of lines.entries()) {
    if (!line.ended && index === lines.length - 1) continue;
    if (line.seq !== next) faults.push(`line ${index + 1} of the log is change ${line.seq}, not ${next}`);
    else if (!line.fits) faults.push(`the sum of change ${next} does not follow from the line before`);
    next = (line.seq ?? next) + 1;
  }
  return faults;
}

/** The entries of the whole lines. */
export function entriesOf(lines: readonly LogLine[]): PlainEntry[] {
  return lines.flatMap(({ ended, json }) => (ended && json !== null ? [JSON.parse(json) as PlainEntry] : []));
}

/** Text that is equal for equal values, whatever the order of their fields. */
export function comparable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Carries entries out on a state, in place. */
export function replay(entries: readonly PlainEntry[], state: PlainState = new Map()): PlainState {
  for (const { changes } of entries) {
    for (const { table, id, after } of changes) {
      if (after === null) state.delete(`${table}/${id}`);
      else state.set(`${table}/${id}`, comparable(after));
    }
  }
  return state;
}

/** A state as the app gives it: rows by table. */
export function plain(state: Readonly<Record<string, readonly unknown[]>>): PlainState {
  return new Map(
    Object.entries(state).flatMap(([table, rows]) =>
      rows.map((row) => [`${table}/${(row as { id: string }).id}`, comparable(row)] as const),
    ),
  );
}

/** Rows that are not the same in both, by `table/id`. */
export function differing(one: PlainState, other: PlainState): string[] {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].filter((key) => one.get(key) !== other.get(key));
}
