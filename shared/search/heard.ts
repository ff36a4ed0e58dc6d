import { FIELDS } from './documents.ts';
import type { Near } from './near.ts';
import type { SearchIndex } from './search-index.ts';
import type { Scale, Wanted } from './segment.ts';
import { k1Of } from './weights.ts';

const TEXT = FIELDS.indexOf('text');

/** How often one word after another is heard at each document: in it, and in its share around it. */
export class Heard {
  readonly #index: SearchIndex;
  readonly #near: Near;
  readonly #counts: Float64Array;
  readonly #touched: Int32Array;
  #reached = 0;
  /** By number: 1 where a word is heard that was asked for and is not everywhere. */
  readonly #asked: Uint8Array;

  constructor(index: SearchIndex, near: Near) {
    this.#index = index;
    this.#near = near;
    this.#counts = new Float64Array(index.capacity);
    this.#touched = new Int32Array(index.capacity);
    this.#asked = new Uint8Array(index.capacity);
  }

  readonly hear = (number: number, count: number): void => {
    this.#near.spread(number, count, this.#add);
  };

  readonly #add = (number: number, count: number): void => {
    if (this.#counts[number] === 0) this.#touched[this.#reached++] = number;
    this.#counts[number] = (this.#counts[number] as number) + count;
  };

  /** Adds what the word that was heard scores, and listens to the next one. */
  score(
    { term, boost }: Wanted,
    asked: boolean,
    { weights, boosts, averages }: Scale,
    scores: Float64Array,
  ): void {
    const k1 = k1Of(term, weights);
    const most = boost * (boosts[TEXT] as number) * (k1 + 1);
    const base = k1 * (1 - weights.b);
    const around = (k1 * weights.b) / this.#near.average;
    const alone = (k1 * weights.b) / (averages[TEXT] as number);
    for (let at = 0; at < this.#reached; at++) {
      const number = this.#touched[at] as number;
      const count = this.#counts[number] as number;
      this.#counts[number] = 0;
      const length = this.#near.lengthAt(number);
      const long = length === null ? alone * this.#index.lengthOf(number, TEXT) : around * length;
      scores[number] = (scores[number] as number) + (most * count) / (base + long + count);
      if (asked) this.#asked[number] = 1;
    }
    this.#reached = 0;
  }

  /** The documents at which something is heard that they do not hold themselves. */
  between(met: Uint16Array, loud: Uint16Array): number[] {
    const numbers: number[] = [];
    for (let number = 0; number < met.length; number++)
      if (this.#asked[number] === 1 && loud[number] === 0) numbers.push(number);
    return numbers;
  }
}
