/** Which words are looked up in a dictionary at all, and which a text makes known. Dictionaries are the window's. */

/** A run of Latin letters, with apostrophes within. */
const WORD = /\p{Script=Latin}+(?:['’]\p{Script=Latin}+)*/gu;

/**
 * Whether a dictionary of plain words can tell whether this is right: not where it has no Latin letters (Japanese), has
 * figures, is written in capitals (NGO) or has a capital within (iPad).
 */
export function isPlainWord(word: string): boolean {
  return /^\p{Script=Latin}[\p{Script=Latin}'’]+$/u.test(word) && !/(?<=\p{L})\p{Lu}/u.test(word);
}

/** The words of texts, as `isKnown` compares them. */
export function wordsOf(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(WORD)) words.add(plain(word));
  return words;
}

/** Whether the word, or what it is the genitive of, is one of those. */
export function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const wanted = plain(word);
  return known.has(wanted) || known.has(wanted.replace(/'s?$/, ''));
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}
