import { foldText } from '../fold/fold.ts';
import { analyse, JOINED_SCRIPTS } from './analysis/analyse.ts';
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
 * @param rarity what a term is worth, by how many documents have it
 * @returns all candidates, in the order in which they came
 */
export function* reranked<C extends Scored>(
  candidates: readonly C[],
  sequence: readonly Group[],
  textOf: (number: number) => string,
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
  const texts: (Read & { readonly at: number; readonly score: number })[] = [];
  let units = 0;
  for (const at of bestOf(candidates)) {
    const { number, score } = candidates[at] as C;
    const text = textOf(number);
    units += text.length;
    if (units > MOST_READ) continue;
    texts.push({ at, score, ...read(text, placesOf) });
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
  const asked = new Set(placesOf.keys());
  // The words of a text without spaces are not known, and its few words of an alphabet say nothing of it.
  const joined = words.filter(({ terms }) => isJoined(terms[0]?.term ?? '')).length;
  const learnt =
    asked.size < QUESTION || joined * 2 >= words.length
      ? new Map<string, number>()
      : learntFrom(paired, asked, rarity, weights.k1);
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

function read(text: string, placesOf: ReadonlyMap<string, readonly number[]>): Read {
  if (!APART.test(foldText(text))) return NOTHING_READ;
  const counts = new Map<string, number>();
  const pairs = new Map<number, number>();
  let length = 0;
  let before: readonly number[] = [];
  let here: number[] = [];
  let reached = -1;
  for (const { term, start, end, joined } of analyse(text)) {
    if (joined) {
      before = [];
      here = [];
      continue;
    }
    // A hyphenated word taken as one stands where its parts stand.
    if (start >= reached) {
      before = here;
      here = [];
      length++;
    }
    reached = Math.max(reached, end);
    counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const place of placesOf.get(term) ?? []) {
      if (here.includes(place)) continue;
      here.push(place);
      if (before.includes(place - 1)) pairs.set(place - 1, (pairs.get(place - 1) ?? 0) + 1);
    }
  }
  return { counts, pairs, length };
}

/** In folded text (㎏ is kg), a character of a word between spaces. */
const APART = new RegExp(`(?![${JOINED_SCRIPTS}])[\\p{L}\\p{M}\\p{N}]`, 'u');
const NOTHING_READ: Read = { counts: new Map(), pairs: new Map(), length: 0 };

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
