import { foldText } from '../fold/fold.ts';
import { analyseQuery } from './analysis/analyse.ts';
import type { Piece } from './analysis/analyser.ts';
import type { PlanContext } from './plan.ts';
import type { Query } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { nearestWord } from './spelling.ts';

/** Words that may be misspelt: of one alphabet alone, and none too short to tell. */
export const LATIN_WORD =
  /(?<![\p{L}\p{M}\p{N}'.])\p{Script=Latin}{4,}(?![\p{L}\p{M}\p{N}'.]*[\p{L}\p{M}\p{N}])/gu;
/** Words that stand nowhere for which the nearest one is looked for at most, and of how many that is remembered. */
export const MOST_GUESSED = 4;
const MOST_REMEMBERED = 1_000;

/**
 * Looks up beforehand what `compile` will want to know of the index: which words begin so, how many have them, and what
 * a word that stands nowhere may have been meant for. The index remembers it; here it is done in small steps.
 */
export function* prepared({ clauses, choices }: Query, context: PlanContext): Generator<void> {
  const { index } = context;
  let guesses = MOST_GUESSED;
  for (const { words, open, phrase, not } of clauses) {
    const folded = foldText(words);
    for (const { term, prefix, also = [] } of analyseQuery(folded, open)) {
      if (prefix !== null) yield* index.begun(prefix);
      for (const one of [term, ...also]) index.frequency(one);
      yield;
    }
    if (phrase || not) continue;
    const names = context.concepts?.namedIn(folded) ?? [];
    for (const { 0: word, index: at } of folded.matchAll(LATIN_WORD)) {
      if (names.some(({ start, end }) => at >= start && at < end)) continue;
      if (guesses === 0 || occurs(word, open && at + word.length === folded.length, index)) continue;
      guesses--;
      yield* nearestTo(word, context);
    }
  }
  for (const { alternatives } of choices) for (const one of alternatives) yield* prepared(one, context);
}

/** Whether a word, or one that it may be the beginning of, stands anywhere; so does what is no word to the index. */
export function occurs(word: string, open: boolean, index: SearchIndex): boolean {
  const pieces = analyseQuery(word, open);
  const known = ({ term, prefix, also = [] }: Piece) =>
    [term, ...also].some((one) => index.frequency(one) > 0) ||
    (prefix !== null && index.beginningWith(prefix).length > 0);
  return pieces.length === 0 || pieces.some(known);
}

/** The nearest word that does stand somewhere; null = none is near. */
export function* nearestTo(word: string, { index, spellings }: PlanContext): Generator<void, string | null> {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  const nearest = yield* nearestWord(word, index, (surface) => {
    const [piece] = analyseQuery(surface, false);
    return piece ? index.frequency(piece.term) : 0;
  });
  if (spellings.size >= MOST_REMEMBERED) spellings.clear();
  spellings.set(word, nearest);
  return nearest;
}
