import { DOCUMENT_KINDS } from './documents.ts';
import type { Facts } from './facts.ts';
import type { Plan } from './plan.ts';
import type { Sort } from './request.ts';
import { reranked } from './rerank.ts';
import type { SearchIndex } from './search-index.ts';
import { leastOfBest } from './top.ts';

/** How many of the best are looked into once more, for words that stand together. */
const LOOKED_INTO = 200;
/** Candidates gone through between two breaths. */
const BREATH = 16_384;

/** More than any score, and more than any place in the order of dates. */
const WHOLE = { relevance: 1e6, date: 1e14 } as const;
/** More turns than any dialogue has. */
const DIALOGUE_ROOM = 1e7;
const DIALOGUE = DOCUMENT_KINDS.indexOf('dialogue');

/** A document that is listed, and what it scores. */
export interface Ranked {
  readonly number: number;
  readonly score: number;
}

/** What results are ordered by. */
export interface RankingOptions {
  readonly sort: Sort;
  readonly plan: Plan;
  /** By number. */
  readonly scores: Float64Array;
  /** Whether it comes before all others; null = nothing does. */
  readonly first: ((number: number) => boolean) | null;
}

/** The order in which the results of one question are listed. Only what is listed is sorted, and read. */
export class Ranking {
  readonly #index: SearchIndex;
  readonly #facts: Facts;
  readonly #options: RankingOptions;
  readonly #days: readonly number[];
  /** The higher, the earlier it is listed. */
  readonly #rank: (number: number) => number;

  constructor(index: SearchIndex, facts: Facts, options: RankingOptions) {
    this.#index = index;
    this.#facts = facts;
    this.#options = options;
    this.#days = facts.days();
    const { sort, scores, first } = options;
    const own =
      sort === 'date'
        ? this.#placesByDate(facts.dialoguesInOrder())
        : (number: number) => scores[number] as number;
    this.#rank = first ? (number) => own(number) + (first(number) ? WHOLE[sort] : 0) : own;
  }

  /** The best of them, as many as are wanted and for relevance some more, the best first. */
  *best(listed: readonly number[], limit: number): Generator<void, Ranked[]> {
    const { sort, plan, scores } = this.#options;
    if (sort === 'date') {
      const first = yield* this.firstOf(listed, limit);
      return first.map((number) => ({ number, score: scores[number] as number }));
    }
    const candidates = [];
    // What one word is asked for changes no places.
    const count = plan.sequence.length > 1 ? Math.max(limit, LOOKED_INTO) : limit;
    for (const number of yield* this.firstOf(listed, count))
      candidates.push({
        number,
        score: scores[number] as number,
        first: this.#options.first?.(number) === true,
      });
    const rarity = (term: string) => this.#index.rarity(this.#index.frequency(term));
    const textOf = (number: number) =>
      `${this.#index.fieldAt(number, 'name')}\n${this.#index.fieldAt(number, 'text')}`;
    const lengthOf = (number: number) => this.#index.wordsOf(number);
    const { weights } = this.#index;
    const rescored = yield* reranked(candidates, plan.sequence, textOf, lengthOf, rarity, weights);
    return rescored
      .map(({ number, score, first }) => ({ number, score, rank: score + (first ? WHOLE.relevance : 0) }))
      .sort((a, b) => b.rank - a.rank || this.#tied(a.number, b.number));
  }

  /** The first `count` of them as far as counting words tells, without reading any; in order. */
  *firstOf(numbers: readonly number[], count: number): Generator<void, number[]> {
    const { above, level } = yield* parted(numbers, this.#rank, count);
    if (above.length + level.length <= count) return this.#sorted([...above, ...level]);
    // Of many that score the same, the newest: told without looking at what each of them is called.
    const wanted = count - above.length;
    const newest = yield* parted(level, (number) => this.#day(number), wanted);
    const last = newest.level.sort((a, b) => this.#tied(a, b)).slice(0, wanted - newest.above.length);
    return this.#sorted([...above, ...newest.above, ...last]);
  }

  #sorted(numbers: number[]): number[] {
    return numbers.sort((a, b) => this.#rank(b) - this.#rank(a) || this.#tied(a, b));
  }

  /** What comes first of two that score the same: the newest, what was said, what was read first. */
  #tied(a: number, b: number): number {
    return (
      this.#day(b) - this.#day(a) || ((this.#index.keyAt(a) ?? '') < (this.#index.keyAt(b) ?? '') ? -1 : 1)
    );
  }

  /** Higher the later its dialogue was held, and within a day by kind. */
  #day(number: number): number {
    const day = this.#days[this.#facts.dialogue[number] as number] ?? 0;
    return day * DOCUMENT_KINDS.length - (this.#facts.kind[number] as number);
  }

  /** The newest dialogue first, and in it what was said first. */
  #placesByDate(slots: readonly number[]): (number: number) => number {
    const facts = this.#facts;
    const rank = new Map(slots.map((slot, index) => [slot, index + 1]));
    return (number) => {
      const place = facts.place[number] as number;
      const slot = facts.dialogue[number] as number;
      // The dialogue itself before its turns, advice after them.
      const within =
        place >= 0 ? DIALOGUE_ROOM - 2 - place : facts.kind[number] === DIALOGUE ? DIALOGUE_ROOM - 1 : 0;
      return (rank.get(slot) ?? 0) * DIALOGUE_ROOM + within;
    };
  }
}

/** Those among the first `count` whatever becomes of the rest, and those level with the last of them. */
function* parted(
  numbers: readonly number[],
  rankOf: (number: number) => number,
  count: number,
): Generator<void, { above: number[]; level: number[] }> {
  const ranks = new Float64Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    ranks[at] = rankOf(numbers[at] as number);
    if (at % BREATH === BREATH - 1) yield;
  }
  const least = leastOfBest(ranks, count);
  const above: number[] = [];
  const level: number[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const rank = ranks[at] as number;
    if (rank > least) above.push(numbers[at] as number);
    else if (rank === least) level.push(numbers[at] as number);
  }
  yield;
  return { above, level };
}
