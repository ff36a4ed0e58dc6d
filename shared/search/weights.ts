import type { Field } from './documents.ts';

/**
 * The figures that decide which of two hits comes first. They are the same for every text and language; each was chosen
 * where it does well on all judged collections, and `npm run bench:search -- all` shows for each of them what leaving
 * one collection out would have chosen (tests/bench/judged).
 */
export interface Weights {
  /** BM25: how soon a word that is repeated stops counting more (Robertson; 0.9 to 1.2 are customary). */
  readonly k1: number;
  /** BM25: how much a long field is held against it, 0–1 (0.75 is customary). */
  readonly b: number;
  /** What a hit in a field is worth beside one in the text. */
  readonly fields: Readonly<Record<Field, number>>;
  /** What two words next to each other as they were asked for are worth beside the commoner of them alone. */
  readonly pair: number;
  /** What a word of the best hits is worth beside one that was asked for, in a question of several words. */
  readonly feedback: number;
  /** What a word is worth as others write it, or as part of a compound, beside the word as it was typed. */
  readonly otherWriting: number;
  /** How far from a turn, in words, what is said around it still counts for it; less with every word between. */
  readonly reach: number;
  /** What is said right beside a turn counts beside what is said in it. */
  readonly beside: number;
}

export const WEIGHTS: Weights = {
  k1: 0.9,
  b: 0.75,
  fields: { name: 1.6, text: 1, about: 0.35 },
  pair: 0.45,
  feedback: 0.4,
  otherWriting: 0.5,
  reach: 120,
  beside: 0.7,
};
