/** Characters that a cell holds (Excel's limit). */
export const MOST_CHARACTERS = 32_767;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** XML 1.0 has no other characters; U+FFFE and U+FFFF make Excel call a file damaged. */
const NOT_ALLOWED = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text as a cell can hold it: one kind of line end, no control characters, not too long. */
export function cellText(text: string): string {
  const clean = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(LONE_SURROGATE, '\uFFFD')
    .replaceAll(NOT_ALLOWED, '');
  if (clean.length <= MOST_CHARACTERS) return clean;
  return `${clean.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Whether a program could take a text for a formula or a command (ARCHITECTURE, "What was measured"): such a cell is
 * marked as text that was typed with an apostrophe before it (`quotePrefix`, ECMA-376 18.8.45), and stays text when
 * edited.
 */
export function looksLikeFormula(text: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}*[=+\-@\t\r\n＝＋－＠−]/u.test(text);
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Excel reads `_x000D_` inside a string as a character: what looks like one is escaped (ECMA-376 22.9.2.19). */
export function escapeString(text: string): string {
  return escapeXml(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** Undoes what `escapeString` and Excel do. */
export function unescapeString(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
