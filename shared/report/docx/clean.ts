/** What XML 1.0 allows in a text; docx lets U+FFFE and U+FFFF through, which Word calls unreadable (measured). */
const NOT_ALLOWED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * Text as a Word file may hold it: control characters are dropped, half characters become U+FFFD, every kind of line
 * end becomes LF.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll(LONE_SURROGATE, '\uFFFD')
    .replaceAll(NOT_ALLOWED, '');
}

/** The same, on one line: for headings, captions, names and properties. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

/**
 * A line cut to a width, in Latin letters: East Asian characters take two. Where it is cut stands `…`; no character is
 * cut in half.
 */
export function clipLine(text: string, width: number): string {
  const line = cleanLine(text);
  let taken = 0;
  let kept = '';
  for (const character of line) {
    taken += /[\u1100-\u115F\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/.test(character) ? 2 : 1;
    if (taken > width) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return line;
}

/** The paragraphs of a text; blank lines are what sets them apart, not paragraphs of their own. */
export function cleanParagraphs(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
