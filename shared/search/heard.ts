import { FIELDS } from './documents.ts';
import { type Near, WHOLE } from './near.ts';
import type { SearchIndex } from './search-index.ts';
import type { Listener, Scale, Wanted } from './segment.ts';

const TEXT = FIELDS.indexOf('text');

/** Room to count in, all zero between the words of a question: a question needs none of its own. */
let room = roomFor(0);

function roomFor(capacity: number) {
  return {
    own: new Float64Array(capacity),
    speaking: new Int32Array(capacity),
    counts: new Float64Array(capacity),
    touched: new Int32Array(capacity),
  };
}

/**
 * How often a word is heard at each document: in it, and in its share around it. First it is told where the word stands;
 * only then is it passed on, once for each document, so that a beginning of very many words costs no more than one.
 */
export class Heard implements Listener {
  readonly #index: SearchIndex;
  readonly #near: Near;
  /** By number: how often the word stands in it. */
  readonly #own: Float64Array;
  readonly #speaking: Int32Array;
  #spoken = 0;
  /** By number: how often it is heard there. */
  readonly #counts: Float64Array;
  readonly #touched: Int32Array;
  #reached = 0;
  /** By number: 1 where a word is heard that was asked for and is not everywhere. */
  readonly #asked: Uint8Array;

  constructor(index: SearchIndex, near: Near) {
    this.#index = index;
    this.#near = near;
    if (room.own.length < index.capacity) room = roomFor(index.capacity);
    this.#own = room.own;
    this.#speaking = room.speaking;
    this.#counts = room.counts;
    this.#touched = room.touched;
    this.#asked = new Uint8Array(index.capacity);
  }

  readonly hear = (number: number, count: number): void => {
    if (this.#own[number] === 0) this.#speaking[this.#spoken++] = number;
    this.#own[number] = (this.#own[number] as number) + count;
  };

  /** Adds what the words that were heard score, counted together, and listens to the next ones. */
  score({ boost }: Wanted, asked: boolean, { weights, boosts, averages }: Scale, scores: Float64Array): void {
    this.#pass();
    const { k1 } = weights;
    const most = boost * (boosts[TEXT] as number) * (k1 + 1);
    const base = k1 * (1 - weights.b);
    const around = (k1 * weights.b) / this.#near.average;
    const alone = (k1 * weights.b) / (averages[TEXT] as number);
    const { lengths } = this.#near;
    const counts = this.#counts;
    for (let at = 0; at < this.#reached; at++) {
      const number = this.#touched[at] as number;
      const count = counts[number] as number;
      counts[number] = 0;
      const length = lengths[number] as number;
      const long = length < 0 ? alone * this.#index.lengthOf(number, TEXT) : around * length;
      scores[number] = (scores[number] as number) + (most * count) / (base + long + count);
      if (asked) this.#asked[number] = 1;
    }
    this.#reached = 0;
  }

  /** Passes on what was said to everybody near. */
  #pass(): void {
    const own = this.#own;
    const counts = this.#counts;
    const touched = this.#touched;
    let reached = 0;
    const add = (number: number, count: number): void => {
      const before = counts[number] as number;
      if (before === 0) touched[reached++] = number;
      counts[number] = before + count;
    };
    for (let at = 0; at < this.#spoken; at++) {
      const number = this.#speaking[at] as number;
      const count = own[number] as number;
      own[number] = 0;
      const strip = this.#near.stripOf(number);
      if (!strip) {
        add(number, count);
        continue;
      }
      const { numbers, first, from, shares } = strip;
      const here = this.#near.placeOf(number);
      const end = from[here + 1] as number;
      let place = first[here] as number;
      for (let share = from[here] as number; share < end; share++, place++) {
        const other = numbers[place] as number;
        if (other >= 0) add(other, (count * (shares[share] as number)) / WHOLE);
      }
    }
    this.#spoken = 0;
    this.#reached = reached;
  }

  /** Whether something that was asked for, and is not everywhere, is said at a document or around it. */
  isNear(number: number): boolean {
    return this.#asked[number] === 1;
  }

  /** The documents at which something is heard that they do not hold themselves. */
  between(loud: Uint16Array): number[] {
    const numbers: number[] = [];
    for (let number = 0; number < loud.length; number++)
      if (this.#asked[number] === 1 && loud[number] === 0) numbers.push(number);
    return numbers;
  }
}
