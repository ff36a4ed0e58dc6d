import type { TextRange } from '../anchor/text-range.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { FoundInDialogue } from './request.ts';

/**
 * The hits of a dialogue in a form that costs a window nothing to take over from a worker: a word that stands in each
 * of twenty thousand turns would be sixty thousand objects otherwise.
 */
export interface PackedHits {
  /** Ids of the turns with hits, in reading order, a line each. */
  readonly turnIds: string;
  /** By turn: how many hits stand before it; and at the end, how many there are. */
  readonly before: Uint32Array;
  /** By hit: where it starts and ends in its turn's text, UTF-16. */
  readonly ends: Uint32Array;
  /** As in `FoundInDialogue`. */
  readonly unquoted: readonly string[];
}

export function packHits({ hits: turns, unquoted }: FoundInDialogue): PackedHits {
  const before = new Uint32Array(turns.length + 1);
  let count = 0;
  for (const [at, { ranges }] of turns.entries()) {
    count += ranges.length;
    before[at + 1] = count;
  }
  const ends = new Uint32Array(count * 2);
  let place = 0;
  for (const { ranges } of turns)
    for (const { start, end } of ranges) {
      ends[place++] = start;
      ends[place++] = end;
    }
  return { turnIds: turns.map(({ turnId }) => turnId).join('\n'), before, ends, unquoted };
}

/** The hits of a dialogue in reading order, each made an object only where it is looked at. */
export class DialogueHits {
  readonly #turnIds: readonly IdOf<'turns'>[];
  readonly #placeOf = new Map<Id, number>();
  readonly #packed: PackedHits;

  constructor(packed: PackedHits) {
    this.#packed = packed;
    this.#turnIds = packed.turnIds === '' ? [] : packed.turnIds.split('\n');
    for (const [at, id] of this.#turnIds.entries()) this.#placeOf.set(id, at);
  }

  get count(): number {
    return this.#packed.ends.length / 2;
  }

  /** Phrases that were looked for by their words. */
  get unquoted(): readonly string[] {
    return this.#packed.unquoted;
  }

  /** The hit at a position from 0. */
  at(index: number): (TextRange & { readonly turnId: IdOf<'turns'> }) | undefined {
    if (index < 0 || index >= this.count) return undefined;
    return { turnId: this.#turnIds[this.#turnOf(index)] ?? '', ...this.#range(index) };
  }

  /** The hits in a turn, in order. */
  of(turnId: IdOf<'turns'>): readonly TextRange[] {
    const place = this.#placeOf.get(turnId);
    if (place === undefined) return [];
    const { before } = this.#packed;
    const [from = 0, to = 0] = [before[place], before[place + 1]];
    return Array.from({ length: to - from }, (_, at) => this.#range(from + at));
  }

  /**
   * Position of the first hit that stands at a place of the text or after it, or that the place stands inside of; at
   * the end it goes round.
   * @param indexOf the turns' positions in the dialogue
   * @returns -1 where there are none
   */
  from(
    { turn, at }: { readonly turn: number; readonly at: number },
    indexOf: ReadonlyMap<Id, number>,
  ): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const index = indexOf.get(this.#turnIds[this.#turnOf(middle)] ?? '') ?? 0;
      if (index < turn || (index === turn && this.#range(middle).end <= at)) low = middle + 1;
      else high = middle;
    }
    return this.count === 0 ? -1 : low % this.count;
  }

  #range(index: number): TextRange {
    const { ends } = this.#packed;
    return { start: ends[index * 2] ?? 0, end: ends[index * 2 + 1] ?? 0 };
  }

  /** Which of the turns a hit is of. */
  #turnOf(index: number): number {
    const { before } = this.#packed;
    let low = 0;
    let high = this.#turnIds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((before[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
