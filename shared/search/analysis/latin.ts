import type { Analyser, Piece, Word } from './analyser.ts';

/**
 * Words of an alphabet: dotted abbreviations as one (u.n. → un), numbers with their points and commas, words with
 * the apostrophes inside them. Hyphens part words.
 */
const WORD =
  /(?:\p{L}\.){2,}(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;

/** Reduces a folded word to what the index knows it as; null = not worth a place in the index. */
export type Reduce = (word: string) => string | null;

/** An analyser for a language whose words stand apart. */
export function alphabetic(id: string, script: string, reduce: Reduce): Analyser {
  const cut = (run: string): Word[] => {
    const words: Word[] = [];
    for (const match of run.matchAll(WORD)) {
      const surface = plainLetters(match[0]);
      const term = reduce(surface);
      if (term) words.push({ term, surface, start: match.index, end: match.index + match[0].length });
    }
    return words;
  };
  return {
    id,
    script,
    joined: false,
    words: cut,
    pieces: (run, open) => {
      const matches = [...run.matchAll(WORD)];
      const pieces: Piece[] = [];
      for (const [index, match] of matches.entries()) {
        const surface = plainLetters(match[0]);
        const term = reduce(surface);
        const typing = open && index === matches.length - 1 && match.index + match[0].length === run.length;
        // A stop word may be the beginning of a longer word ("a" of "audit") while it is being typed.
        if (typing) pieces.push({ term: term ?? '', prefix: surface });
        else if (term) pieces.push({ term, prefix: null });
      }
      return pieces;
    },
  };
}

/** Longest word that is told apart; what follows is cut, in text and query alike. */
const LONGEST = 64;

/** Without accents and ligatures, so that names are found however they are typed: Müller, Muller; Łódź, Lodz. */
function plainLetters(word: string): string {
  const short = word.length > LONGEST ? word.slice(0, LONGEST) : word;
  const joined = short.includes('.') && !/\p{N}/u.test(short) ? short.replaceAll('.', '') : short;
  if (/^[\x00-\x7F]*$/.test(joined)) return joined;
  return joined
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/[ßæœøłđð]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFC');
}

const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
};
