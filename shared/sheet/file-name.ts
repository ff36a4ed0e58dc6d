/** Longest part of a file's name, in UTF-16 units; systems allow 255 bytes, Japanese takes three each. */
const LONGEST = 40;

/** A text as part of a file's name that every system takes: no path signs, no reserved characters, not too long. */
export function nameable(text: string): string {
  const plain = text
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[. ]+$/, '');
  return plain || '–';
}
