/** What XML 1.0 allows in a text; FACTS: docx lets U+FFFE and U+FFFF through, which Word calls unreadable. */
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

/** The paragraphs of a text; blank lines are what sets them apart, not paragraphs of their own. */
export function cleanParagraphs(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
