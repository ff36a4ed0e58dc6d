import { createHash } from 'node:crypto';

/** A line of the log is `{"seq":N,"sum":"…","entry":…}`; this is what stands before the entry's own JSON. */
export const LINE_START = /^\{"seq":(\d{1,15}),"sum":"([0-9a-f]{64})","entry":/;

/** The sum of a line: SHA-256 over the sum of the line before it ('' for the first), LF, and its entry's JSON. */
export function sumOf(before: string, json: Uint8Array): string {
  return createHash('sha256').update(before, 'latin1').update('\n').update(json).digest('hex');
}

/** The bytes of a line before its entry's JSON. */
export function lineStart(seq: number, sum: string): Buffer {
  return Buffer.from(`{"seq":${seq},"sum":"${sum}","entry":`, 'latin1');
}
