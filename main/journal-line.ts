import { createHash } from 'node:crypto';

/** A line of the log is `{"seq":N,"sum":"…","entry":…}`; this is what stands before the entry's own JSON. */
const LINE_START = /^\{"seq":(\d{1,15}),"sum":"([0-9a-f]{64})","entry":/;

const LINE_START_MOST = 120;

/** What a line begins with, if it is one: number and sum as it states them, and where its entry's JSON begins. */
export function readLineStart(line: Buffer): { seq: number; sum: string; json: number } | null {
  const match = LINE_START.exec(line.toString('latin1', 0, LINE_START_MOST));
  return match && { seq: Number(match[1]), sum: match[2] ?? '', json: match[0].length };
}

/** The sum of a line: SHA-256 over the sum of the line before it ('' for the first), LF, and its entry's JSON. */
export function sumOf(before: string, json: Uint8Array): string {
  return createHash('sha256').update(before, 'latin1').update('\n').update(json).digest('hex');
}

/** The bytes of a line before its entry's JSON. */
export function lineStart(seq: number, sum: string): Buffer {
  return Buffer.from(`{"seq":${seq},"sum":"${sum}","entry":`, 'latin1');
}
