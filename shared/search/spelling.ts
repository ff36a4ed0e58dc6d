import distance from 'damerau-levenshtein';

/** Where words are looked up. */
export interface Vocabulary {
  /** Words as written, folded, that begin so; some more than once. */
  surfacesBeginningWith(prefix: string): Iterable<string>;
}

/** From how many letters on a word may be another one misspelt, and by how many strokes. */
const ONE_STROKE = 4;
const TWO_STROKES = 8;
/** No word that anybody misspells is longer. */
const LONGEST = 32;
/** Words compared at most: those with the same first letter, then the others; and between two breaths. */
const MOST_COMPARED = 20_000;
const BREATH = 1_000;

/**
 * The word of the vocabulary that was most likely meant by one that is not in it: the nearest by strokes left out,
 * added, changed or swapped (Damerau 1964), with the same first letter where there is one, then the most frequent.
 * @param frequencyOf in how many documents a word stands
 * Yields now and then.
 * @returns null for short words, numbers, scripts that are not Latin, and words that nothing is near to
 */
export function* nearestWord(
  word: string,
  vocabulary: Vocabulary,
  frequencyOf: (surface: string) => number,
): Generator<void, string | null> {
  if (word.length < ONE_STROKE || word.length > LONGEST || !/^\p{Script=Latin}+$/u.test(word)) return null;
  const most = word.length >= TWO_STROKES ? 2 : 1;
  let compared = 0;
  function* search(surfaces: Iterable<string>): Generator<void, string | null> {
    let best: { surface: string; steps: number; frequency: number } | null = null;
    let last = '';
    for (const surface of surfaces) {
      if (
        surface === last ||
        Math.abs(surface.length - word.length) > most ||
        surface.length < ONE_STROKE - 1
      )
        continue;
      last = surface;
      if (++compared > MOST_COMPARED) break;
      if (compared % BREATH === 0) yield;
      const limit: number = best?.steps ?? most;
      if (!couldBeNear(word, surface, limit)) continue;
      const { steps } = distance(word, surface);
      if (steps === 0 || steps > limit) continue;
      const frequency = frequencyOf(surface);
      if (
        !best ||
        steps < best.steps ||
        frequency > best.frequency ||
        (frequency === best.frequency && surface < best.surface)
      )
        best = { surface, steps, frequency };
    }
    return best?.surface ?? null;
  }
  return (
    (yield* search(vocabulary.surfacesBeginningWith(word.charAt(0)))) ??
    (yield* search(others(word, vocabulary)))
  );
}

/** Words that begin otherwise: the first two letters swapped first, which is the likeliest. */
function* others(word: string, vocabulary: Vocabulary): Generator<string> {
  const second = word.charAt(1);
  yield* vocabulary.surfacesBeginningWith(second);
  for (const letter of 'abcdefghijklmnopqrstuvwxyz')
    if (letter !== second && letter !== word.charAt(0)) yield* vocabulary.surfacesBeginningWith(letter);
}

/** A quick look before the words are compared: each stroke changes at most two letters of what they have in common. */
function couldBeNear(one: string, other: string, most: number): boolean {
  let unlike = 0;
  for (const letter of one) if (!other.includes(letter) && ++unlike > most) return false;
  return true;
}
