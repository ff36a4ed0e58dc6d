/** The query with these words in quotes: what is quoted is looked for as it is written. */
export function exactly(query: string, words: readonly string[]): string {
  let quoted = query;
  for (const word of words) {
    const at = quoted.toLowerCase().indexOf(word.toLowerCase());
    // It was understood as something that is not written so: all of it then.
    if (at < 0) return `"${query.replaceAll(/["“”＂]/g, ' ').trim()}"`;
    quoted = `${quoted.slice(0, at)}"${quoted.slice(at, at + word.length)}"${quoted.slice(at + word.length)}`;
  }
  return quoted;
}
