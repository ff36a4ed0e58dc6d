/**
 * The recovery key of an encrypted workspace as it is printed and typed: 128 bits as 8 groups of 6 digits. A group is
 * its 16 bits times 11, so that one wrong digit, or two neighbours swapped, make it no multiple of 11 any more and
 * the group can be named. Digits alone, since they are the same on every keyboard and in every hand.
 */
const GROUPS = 8;
const DIGITS = 6;
const FACTOR = 11;
const LIMIT = 0x1_0000;

/** How the key reads: `035574-…`. @param bytes 16 of them */
export function writeRecoveryKey(bytes: Uint8Array): string {
  return Array.from({ length: GROUPS }, (_, group) => {
    const value = (bytes[2 * group] ?? 0) * 256 + (bytes[2 * group + 1] ?? 0);
    return String(value * FACTOR).padStart(DIGITS, '0');
  }).join('-');
}

/**
 * Reads a key however it was typed: full-width digits, any signs between groups, or none.
 * @returns its 16 bytes, or the number of the first group, from 1, that is mistyped or missing
 */
export function readRecoveryKey(
  text: string,
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly typo: number } {
  const groups = groupsOf(text);
  const bytes = new Uint8Array(2 * GROUPS);
  for (let group = 0; group < GROUPS; group++) {
    const digits = groups[group] ?? '';
    const value = Number(digits) / FACTOR;
    if (!/^\d{6}$/.test(digits) || !Number.isInteger(value) || value >= LIMIT) return { typo: group + 1 };
    bytes[2 * group] = value >> 8;
    bytes[2 * group + 1] = value & 0xff;
  }
  return groups.length > GROUPS ? { typo: GROUPS } : { bytes };
}

/** Where nothing stands between digits, every six are a group; letters stay, so that their group is named. */
function groupsOf(text: string): readonly string[] {
  const typed = text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return typed.length === 1 ? (typed[0]?.match(/.{1,6}/gu) ?? []) : typed;
}
