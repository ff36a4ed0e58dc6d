/**
 * A text as part of a file's name that every system takes: no path signs, no reserved characters, not too long.
 * @param longest in UTF-16 units; systems allow 255 bytes for the whole name, Japanese takes three each
 * @returns empty where nothing of the text may stand in a name
 */
export function nameable(text: string, longest: number): string {
  return text
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[. ]+$/, '');
}
