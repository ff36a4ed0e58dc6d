import type { Piece } from './analysis/analyser.ts';
import type { SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';

/** What a word counts of which only the beginning was typed, beside one that was typed whole. */
const BEGINNING = 0.7;
/** Two hiragana stand everywhere. */
export const ONLY_HIRAGANA = /^\p{Script=Hiragana}+$/u;

/** Whether a term is of a script without spaces. */
export function isJoined(term: string): boolean {
  return term >= '\u2e80';
}

/** The same for pieces that ask for the same. */
export function keyOf({ term, prefix, helps = false }: Piece): string {
  return `${term} ${prefix ?? ''} ${helps}`;
}

/** One group a different piece, by its key; a piece asked for twice is worth more. */
export function grouped(pieces: readonly Piece[], index: SearchIndex): Map<string, Group> {
  const times = new Map<string, { piece: Piece; count: number }>();
  for (const piece of pieces) {
    const known = times.get(keyOf(piece));
    if (known) known.count++;
    else times.set(keyOf(piece), { piece, count: 1 });
  }
  return new Map([...times].map(([key, { piece, count }]) => [key, groupOf(piece, count, index)]));
}

/** What meets a piece: its own term, the same word as others write it, words that begin so; each with its worth. */
export function groupOf(
  { term, prefix, also = [], worth = 1, helps = false }: Piece,
  count: number,
  index: SearchIndex,
): Group {
  const { otherWriting } = index.weights;
  const times = worth * count;
  const rarity = index.rarity(index.frequency(term));
  const own = term === '' ? [] : [{ term, boost: times * rarity }];
  const known = new Set([term]);
  const others = (terms: Iterable<string>) => {
    const fresh = [...terms].filter((one) => !known.has(one));
    for (const one of fresh) known.add(one);
    return fresh;
  };
  const written = others(also).filter((one) => index.frequency(one) > 0);
  const terms = [
    ...own,
    ...written.map((one) => ({
      term: one,
      boost: otherWriting * times * Math.min(rarity, index.rarity(index.frequency(one))),
    })),
  ];
  const quiet = ONLY_HIRAGANA.test(term);
  if (prefix === null) return { terms, helps, quiet };
  const begun = others(index.beginningWith(prefix));
  // All that begin so count as one word: the rare one among them is not what was meant.
  const together = begun.reduce((sum, one) => sum + index.frequency(one), 0);
  const boost = times * BEGINNING * index.rarity(together);
  return { terms: [...terms, ...begun.map((one) => ({ term: one, boost }))], helps, quiet };
}
