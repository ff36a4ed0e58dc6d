import type { Analyser, Piece, Word } from './analyser.ts';

/**
 * Words of an alphabet: dotted abbreviations as one (u.n. → un), numbers with their points and commas, words with
 * the apostrophes inside them. Hyphens part words.
 */
const WORD =
  /(?:\p{L}\.){2,}(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;

/** Reduces a folded word to what the index knows it as; null = not worth a place in the index. */
export type Reduce = (word: string) => string | null;

/** A word as it was cut, and the number of the hyphenated word that it is part of. */
interface Cut extends Omit<Word, 'term'> {
  /** Null: a word that the index does not keep. */
  readonly term: string | null;
  readonly compound: number;
}

/** An analyser for a language whose words stand apart. */
export function alphabetic(id: string, script: string, reduce: Reduce): Analyser {
  const cut = (run: string): Cut[] => {
    const words: Cut[] = [];
    let compound = 0;
    let end = -1;
    // Every letter and digit belongs to a word: the next place where one stands is where it was matched.
    for (const word of run.match(WORD) ?? []) {
      const start = run.indexOf(word, Math.max(0, end));
      if (end < 0 || end + 1 !== start || run[end] !== '-') compound++;
      end = start + word.length;
      const surface = plainLetters(word);
      words.push({ term: reduce(bare(surface)), surface, start, end, compound });
    }
    return words;
  };
  /** Hyphenated words written as one: e-mail is also email, co-operation cooperation. */
  const compounds = (words: readonly Cut[]): (Word & Pick<Cut, 'compound'>)[] => {
    const found: (Word & Pick<Cut, 'compound'>)[] = [];
    for (let at = 0; at < words.length; ) {
      const first = words[at] as Cut;
      const parts = [first];
      for (let next = words[++at]; next?.compound === first.compound; next = words[++at]) parts.push(next);
      if (parts.length < 2 || parts.length > MOST_PARTS) continue;
      const surface = parts.map((part) => part.surface).join('');
      const term = /\p{L}/u.test(surface) ? reduce(surface) : null;
      const { end } = parts.at(-1) ?? first;
      if (term)
        found.push({ term, surface, start: first.start, end, compound: first.compound, together: true });
    }
    return found;
  };
  return {
    id,
    script,
    joined: false,
    words: (run) => {
      const words = cut(run);
      const kept = words.filter((word) => word.term !== null) as (Word & Cut)[];
      if (run.includes('-')) kept.push(...compounds(words));
      return kept;
    },
    pieces: (run, open) => {
      const words = cut(run);
      const together = new Map(compounds(words).map(({ compound, term }) => [compound, term]));
      const pieces: Piece[] = [];
      for (const [index, { term, surface, end, compound }] of words.entries()) {
        const typing = open && index === words.length - 1 && end === run.length;
        const whole = together.get(compound);
        const also = whole === undefined ? {} : { also: [whole] };
        // A stop word may be the beginning of a longer word ("a" of "audit") while it is being typed.
        if (typing) pieces.push({ term: term ?? '', prefix: surface, ...also });
        else if (term) pieces.push({ term, prefix: null, ...also });
        else if (
          whole !== undefined &&
          words.filter((word) => word.compound === compound).every((word) => !word.term)
        )
          pieces.push({ term: whole, prefix: null });
      }
      return pieces;
    },
  };
}

/** Longest word that is told apart; what follows is cut, in text and query alike. */
const LONGEST = 64;
/** Hyphenated words of more parts than this are not taken together. */
const MOST_PARTS = 4;

/** 1,500 is 1500. */
function bare(surface: string): string {
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(surface) ? surface.replaceAll(',', '') : surface;
}

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
