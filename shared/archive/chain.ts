import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The sums of a log, one an entry, by the rule of the log on disk: SHA-256 over the sum before it, an LF, and the
 * entry's JSON text. The first entry has an empty sum before it. No line can be altered, lost or swapped unnoticed.
 * @param lines each entry's JSON text, as UTF-8
 */
export async function chainOf(lines: readonly Uint8Array[]): Promise<string[]> {
  const sums: string[] = [];
  for (const line of lines) {
    const before = utf8ToBytes(`${sums.at(-1) ?? ''}\n`);
    sums.push(
      bytesToHex(line.length < WORTH_A_WAIT ? sumOf(before, line) : await sumByPlatform(before, line)),
    );
  }
  return sums;
}

/** Bytes from which the platform's own SHA-256, which is faster and is waited for, is worth its wait. */
const WORTH_A_WAIT = 64 * 1024;

function sumOf(before: Uint8Array, line: Uint8Array): Uint8Array {
  return sha256.create().update(before).update(line).digest();
}

async function sumByPlatform(before: Uint8Array, line: Uint8Array): Promise<Uint8Array> {
  const bytes = new Uint8Array(before.length + line.length);
  bytes.set(before);
  bytes.set(line, before.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
