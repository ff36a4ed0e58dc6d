import { createHash } from 'node:crypto';
import type { LineField } from './encryption/sealer.ts';

/**
 * A line of the log is `{"seq":N,"sum":"…","entry":{…}}`, or with `"box":"…"` where it is sealed; this is what stands
 * before the content.
 */
const LINE_START = /^\{"seq":(\d{1,15}),"sum":"([0-9a-f]{64})","(entry|box)":/;

const LINE_START_MOST = 120;

export interface LineStart {
  readonly seq: number;
  readonly sum: string;
  readonly field: LineField;
  /** Where the content begins. */
  readonly content: number;
}

/** What a line begins with, if it is one: number and sum as it states them, and where its content begins. */
export function readLineStart(line: Buffer): LineStart | null {
  const match = LINE_START.exec(line.toString('latin1', 0, LINE_START_MOST));
  if (!match) return null;
  const field = match[3] === 'box' ? 'box' : 'entry';
  return { seq: Number(match[1]), sum: match[2] ?? '', field, content: match[0].length };
}

/** The sum of a line: SHA-256 over the sum of the line before it ('' for the first), LF, and its content. */
export function sumOf(before: string, content: Uint8Array): string {
  return createHash('sha256').update(before, 'latin1').update('\n').update(content).digest('hex');
}

/** The bytes of a line before its content. */
export function lineStart(seq: number, sum: string, field: LineField): Buffer {
  return Buffer.from(`{"seq":${seq},"sum":"${sum}","${field}":`, 'latin1');
}
