import type { Field } from './documents.ts';

/**
 * The figures that decide which of two hits comes first. Measured by `npm run bench:search` (tests/bench/judged) on
 * judged collections; what is here gained on each half of their questions by itself.
 */

/** BM25: how soon a word that is repeated stops counting more (Robertson; 1.2 is customary). */
export const K1 = 1.4;
/** The same for pairs of characters of a script without spaces: that one is repeated says less. */
const K1_JOINED = 0.6;

export function k1Of(term: string): number {
  return term >= '\u2e80' ? K1_JOINED : K1;
}
/** BM25: how much a long field is held against it, 0–1 (0.75 is customary). */
export const B = 0.75;

/** What a hit in a field is worth beside one in the text. */
export const FIELD_BOOST: Readonly<Record<Field, number>> = { name: 1.6, text: 1, about: 0.35 };

/** What two words next to each other as they were asked for are worth beside the commoner of them alone. */
export const PAIR = 0.35;

/** What a word of the best hits is worth beside one that was asked for, in a question of several words. */
export const FEEDBACK = 0.2;

/** What a word is worth that was asked for `times` times: twice is a little more than once. */
export function repeated(times: number): number {
  return (2 * times) / (1 + times);
}

/** What a word is worth as others write it, or as part of a compound, beside the word as it was typed. */
export const OTHER_WRITING = 0.5;
