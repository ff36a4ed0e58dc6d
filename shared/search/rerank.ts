import { foldText } from '../fold/fold.ts';
import { eachWord } from './analysis/analyse.ts';
import { OTHER_BEGINNINGS } from './analysis/spelling.ts';
import type { Group } from './segment.ts';
import { isJoined } from './terms.ts';
import type { Weights } from './weights.ts';

/** Candidates looked into at most, and characters read of them. */
const BEST = 50;
const MOST_READ = 100_000;
/** Words of a question that are looked at. */
const MOST_WORDS = 40;
/** Words of the very best candidates are learnt from only where a question has so many: shorter ones say what they mean. */
const QUESTION = 4;
/** How many candidates are learnt from, how many of their words, and from how many those are chosen. */
const LEARNT_FROM = 5;
const LEARNT = 10;
const LOOKED_UP = 40;
/** How much more the best candidate is believed than those that score less: where one stands out, it alone is learnt from. */
const BELIEF = 4;

interface Scored {
  readonly number: number;
  readonly score: number;
  /** Comes before all those for which this does not hold, whatever they score. */
  readonly first?: boolean;
}

/**
 * Looks into the texts of the best candidates and raises those
 * – in which words stand side by side that were asked for side by side: "forced labour" rather than labour here and
 *   forced there (ordered pairs of the sequential dependence model, Metzler and Croft 2005);
 * – which, for a question of several words, share what the very best of them speak about (pseudo-relevance feedback,
 *   Rocchio 1971). Nothing is found by it that was not found before, and only these few change places.
 * Words between spaces only: pairs of kanji say it by themselves. Yields after each text that was read.
 * @param sequence what was asked for, in the order in which it was typed
 * @param textOf the name and the text of a document
 * @param lengthOf how many words the two have
 * @param rarity what a term is worth, by how many documents have it
 * @returns all candidates, in the order in which they came
 */
export function* reranked<C extends Scored>(
  candidates: readonly C[],
  sequence: readonly Group[],
  textOf: (number: number) => string,
  lengthOf: (number: number) => number,
  rarity: (term: string) => number,
  weights: Weights,
): Generator<void, C[]> {
  const words = sequence.slice(0, MOST_WORDS);
  if (words.length < 2 || candidates.length < 2) return [...candidates];
  const placesOf = new Map<string, number[]>();
  for (const [place, { terms }] of words.entries()) {
    for (const { term } of terms) {
      const places = placesOf.get(term);
      if (places) places.push(place);
      else placesOf.set(term, [place]);
    }
  }
  const asked = new Set(placesOf.keys());
  // The words of a text without spaces are not known, and its few words of an alphabet say nothing of it.
  const joined = words.filter(({ terms }) => isJoined(terms[0]?.term ?? '')).length;
  if (joined === words.length) return [...candidates];
  const learning = asked.size >= QUESTION && joined * 2 < words.length;
  const begins = new Set(OTHER_BEGINNINGS);
  for (const term of asked) begins.add(term.charCodeAt(0));
  const texts: (Read & { readonly at: number; readonly score: number })[] = [];
  let units = 0;
  for (const at of bestOf(candidates)) {
    const { number, score } = candidates[at] as C;
    const text = textOf(number);
    units += text.length;
    if (units > MOST_READ) continue;
    const folded = foldText(text);
    const quick = !learning && QUICK.test(folded);
    texts.push({
      at,
      score,
      ...(quick
        ? { counts: NO_COUNTS, pairs: readPairs(folded, placesOf, begins), length: lengthOf(number) }
        : read(folded, placesOf, learning)),
    });
    yield;
  }
  const average = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length) || 1;
  const worth = words.map(({ terms }) => terms[0]?.boost ?? 0);
  const paired = texts.map((text) => ({
    ...text,
    score:
      text.score +
      weights.pair *
        scoreOf(text.pairs, (first) => pairWorth(worth, first), text.length / average, weights.k1),
  }));
  const learnt = learning ? learntFrom(paired, asked, rarity, weights.k1) : new Map<string, number>();
  const scores = new Map(
    paired.map(({ at, score, counts, length }) => {
      const more = scoreOf(counts, (term) => learnt.get(term) ?? 0, length / average, weights.k1);
      return [at, score + weights.feedback * more];
    }),
  );
  return candidates.map((candidate, at) => {
    const score = scores.get(at);
    return score === undefined || score === candidate.score ? candidate : { ...candidate, score };
  });
}

/** A text as far as it matters here. */
interface Read {
  /** How often each of its words stands in it. */
  readonly counts: ReadonlyMap<string, number>;
  /** How often the word asked for at a place stands right before the one asked for next. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly length: number;
}

/** Where the best candidates stand in the list, as many as are looked into; the best first. */
function bestOf(candidates: readonly Scored[]): number[] {
  const one = (at: number) => candidates[at] as Scored;
  return [...candidates.keys()]
    .sort(
      (a, b) =>
        Number(one(b).first ?? false) - Number(one(a).first ?? false) || one(b).score - one(a).score || a - b,
    )
    .slice(0, BEST);
}

/** @param learning how often each word stands in it is wanted, too */
function read(folded: string, placesOf: ReadonlyMap<string, readonly number[]>, learning: boolean): Read {
  const counts = new Map<string, number>();
  const pairs = new Map<number, number>();
  let length = 0;
  let before = NOWHERE;
  let here = NOWHERE;
  let reached = -1;
  const take = (term: string, start: number, end: number): void => {
    // A hyphenated word taken as one stands where its parts stand.
    if (start >= reached) {
      before = here;
      here = NOWHERE;
      length++;
    }
    reached = Math.max(reached, end);
    if (learning) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const place of placesOf.get(term) ?? NOWHERE) {
      if (here.includes(place)) continue;
      here = [...here, place];
      if (before.includes(place - 1)) pairs.set(place - 1, (pairs.get(place - 1) ?? 0) + 1);
    }
  };
  const ascii = ASCII.test(folded);
  const together: (() => void)[] = [];
  eachWord(folded, ({ term, start, end, joined, together: several }, at) => {
    if (joined) {
      before = NOWHERE;
      here = NOWHERE;
    } else if (several && ascii) together.push(() => take(term, at + start, at + end));
    else take(term, at + start, at + end);
  });
  for (const late of together) late();
  return { counts, pairs, length };
}
const NOWHERE: readonly number[] = [];
const ASCII = /^[\x00-\x7F]*$/;
/** ASCII without hyphens. */
const QUICK = /^[\x00-\x2C\x2E-\x7F]*$/;
const NO_COUNTS: ReadonlyMap<string, number> = new Map();

/**
 * The pairs alone, in a text of ASCII without hyphens: only what may be one of the words is looked up.
 * @param begins what the words begin with
 */
function readPairs(
  folded: string,
  placesOf: ReadonlyMap<string, readonly number[]>,
  begins: ReadonlySet<number>,
): Map<number, number> {
  const pairs = new Map<number, number>();
  let before = NOWHERE;
  let end = 0;
  eachWord(
    folded,
    ({ term, ...word }, at) => {
      const here = placesOf.get(term);
      if (!here) return;
      for (const place of here) {
        if (before.includes(place - 1) && !hasWord(folded.slice(end, at + word.start)))
          pairs.set(place - 1, (pairs.get(place - 1) ?? 0) + 1);
      }
      before = here;
      end = at + word.end;
    },
    begins,
  );
  return pairs;
}

function hasWord(folded: string): boolean {
  let some = false;
  eachWord(folded, () => {
    some = true;
  });
  return some;
}

/** A pair is worth what the commoner of its words is. */
function pairWorth(worth: readonly number[], first: number): number {
  return Math.min(worth[first] ?? 0, worth[first + 1] ?? 0);
}

/** BM25 over counts. @param length beside the average */
function scoreOf<K>(
  counts: ReadonlyMap<K, number>,
  worth: (key: K) => number,
  length: number,
  k1: number,
): number {
  let score = 0;
  for (const [key, count] of counts) {
    const one = worth(key);
    if (one > 0) score += (one * count * (k1 + 1)) / (count + k1 * (0.25 + 0.75 * length));
  }
  return score;
}

/** Words that tell the very best texts from others, and what each is worth beside a word that was asked for. */
function learntFrom(
  texts: readonly (Read & { readonly score: number })[],
  asked: ReadonlySet<string>,
  rarity: (term: string) => number,
  k1: number,
): Map<string, number> {
  const best = [...texts].sort((a, b) => b.score - a.score).slice(0, LEARNT_FROM);
  const most = best[0]?.score || 1;
  const weights = new Map<string, number>();
  for (const { counts, score } of best) {
    const belief = (score / most) ** BELIEF;
    for (const [term, count] of counts) {
      if (!asked.has(term)) weights.set(term, (weights.get(term) ?? 0) + (belief * count) / (count + k1));
    }
  }
  const distinctive = [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, LOOKED_UP)
    .map(([term, weight]) => ({ term, rare: rarity(term), weight: weight * rarity(term) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, LEARNT);
  const heaviest = distinctive[0]?.weight ?? 1;
  return new Map(distinctive.map(({ term, rare, weight }) => [term, (rare * weight) / heaviest]));
}
