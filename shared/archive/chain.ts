import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The sums of a log, one an entry, by the rule of the log on disk: SHA-256 over the sum before it, an LF, and the
 * entry's JSON text. The first entry has an empty sum before it. No line can be altered, lost or swapped unnoticed.
 * @param lines each entry's JSON text
 */
export function chainOf(lines: readonly string[]): string[] {
  let sum = '';
  return lines.map((line) => {
    sum = bytesToHex(
      sha256
        .create()
        .update(utf8ToBytes(`${sum}\n`))
        .update(utf8ToBytes(line))
        .digest(),
    );
    return sum;
  });
}
