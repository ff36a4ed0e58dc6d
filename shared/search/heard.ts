import { FIELDS } from './documents.ts';
import { type Near, WHOLE } from './near.ts';
import type { Room } from './room.ts';
import type { SearchIndex } from './search-index.ts';
import type { Ear, Scale } from './segment.ts';

const TEXT = FIELDS.indexOf('text');

/** Room to count in, all zero between the words of a question: a question needs none of its own. */
let counters = countersFor(0);

function countersFor(capacity: number) {
  return {
    own: new Float64Array(capacity),
    speaking: new Int32Array(capacity),
    counts: new Float64Array(capacity),
    touched: new Int32Array(capacity),
  };
}

/**
 * How often a word is heard at the documents that are wanted: in each, and in its share around it. First it is told
 * where the word stands; only then it is counted, once for each document, so that a beginning of very many words costs
 * no more than one.
 */
export class Heard implements Ear {
  readonly #index: SearchIndex;
  readonly #near: Near;
  readonly #numbers: ArrayLike<number>;
  readonly #room: Room;
  readonly own: Float64Array;
  readonly speaking: Int32Array;
  spoken = 0;

  constructor(index: SearchIndex, near: Near, numbers: ArrayLike<number>, room: Room) {
    this.#index = index;
    this.#near = near;
    this.#numbers = numbers;
    this.#room = room;
    if (counters.own.length < index.capacity) counters = countersFor(room.capacity);
    this.own = counters.own;
    this.speaking = counters.speaking;
  }

  /** Adds what the words that were told score, counted together, and listens to the next ones. */
  score(boost: number, asked: boolean, { weights, boosts, averages }: Scale): void {
    const { k1 } = weights;
    const most = boost * (boosts[TEXT] as number) * (k1 + 1);
    const base = k1 * (1 - weights.b);
    const around = (k1 * weights.b) / this.#near.average;
    const alone = (k1 * weights.b) / (averages[TEXT] as number);
    const { lengths } = this.#near;
    const { scores } = this.#room;
    const add = (number: number, count: number): void => {
      const length = lengths[number] as number;
      const long = length < 0 ? alone * this.#index.lengthOf(number, TEXT) : around * length;
      scores[number] = (scores[number] as number) + (most * count) / (base + long + count);
    };
    // The same sums, from the side that has fewer.
    if (this.#numbers.length <= this.spoken) this.#gather(add, asked);
    else this.#pass(add, asked);
    for (let at = 0; at < this.spoken; at++) this.own[this.speaking[at] as number] = 0;
    this.spoken = 0;
  }

  /** Looks around each document that is wanted. */
  #gather(add: (number: number, count: number) => void, asked: boolean): void {
    const { own } = this;
    const { near } = this.#room;
    for (let at = 0; at < this.#numbers.length; at++) {
      const number = this.#numbers[at] as number;
      const strip = this.#near.stripOf(number);
      if (!strip) {
        if (own[number] === 0) continue;
        add(number, own[number] as number);
        if (asked) near[number] = 1;
        continue;
      }
      const { numbers, first, from, shares } = strip;
      const here = this.#near.placeOf(number);
      const end = from[here + 1] as number;
      let place = first[here] as number;
      let sum = 0;
      let heard = false;
      for (let share = from[here] as number; share < end; share++, place++) {
        const other = numbers[place] as number;
        if (other < 0 || own[other] === 0) continue;
        heard = true;
        sum += (own[other] as number) * (shares[share] as number);
      }
      if (!heard) continue;
      add(number, sum / WHOLE);
      if (asked) near[number] = 1;
    }
  }

  /** Passes on what is said to everybody near who is wanted. */
  #pass(add: (number: number, count: number) => void, asked: boolean): void {
    const { own } = this;
    const { wanted, near } = this.#room;
    const { counts, touched } = counters;
    let reached = 0;
    const hear = (number: number, count: number): void => {
      if (wanted[number] === 0) return;
      if (asked) near[number] = 1;
      if (count === 0) return;
      if (counts[number] === 0) touched[reached++] = number;
      counts[number] = (counts[number] as number) + count;
    };
    for (let at = 0; at < this.spoken; at++) {
      const number = this.speaking[at] as number;
      const count = own[number] as number;
      const strip = this.#near.stripOf(number);
      if (!strip) {
        hear(number, count * WHOLE);
        continue;
      }
      const { numbers, first, from, shares } = strip;
      const here = this.#near.placeOf(number);
      const end = from[here + 1] as number;
      let place = first[here] as number;
      for (let share = from[here] as number; share < end; share++, place++) {
        const other = numbers[place] as number;
        if (other >= 0) hear(other, count * (shares[share] as number));
      }
    }
    for (let at = 0; at < reached; at++) {
      const number = touched[at] as number;
      const count = counts[number] as number;
      counts[number] = 0;
      add(number, count / WHOLE);
    }
  }
}
