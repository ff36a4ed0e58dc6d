import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { DocumentKey } from './documents.ts';
import type { Facts } from './facts.ts';
import type { SearchRows } from './rows.ts';
import type { SearchIndex } from './search-index.ts';

/** Shares are whole numbers of this: their sums are exact, so that they do not depend on the order of adding. */
export const WHOLE = 64;
/** Field of the documents in which turns say what they say. */
const TEXT = 1;
/** Documents looked at between two breaths. */
const BREATH = 4_096;

/** The turns of a dialogue in order, with how much of its neighbours each one hears. */
export interface Strip {
  /** By place: the turn's number in the index; -1 = it is not in the index (yet). */
  readonly numbers: Int32Array;
  /** By place: the first place that is near, … */
  readonly first: Int32Array;
  /** … and where the shares of the places from there on begin in `shares`; one more at the end. */
  readonly from: Uint32Array;
  readonly shares: Uint8Array;
  /** By place: words of the turn and, in their shares, of its neighbours. */
  readonly lengths: Float64Array;
  readonly total: number;
  readonly speaking: number;
}

/**
 * What is said around a turn counts for it, less the further off it is: a conversation speaks of a matter over several
 * turns, of which each by itself says little. Words of a stretch are counted together and saturated once, so that seven
 * turns with one common word each do not beat the one that answers. The stretch is bounded in words, not in turns: a
 * long turn stands for itself, and what is a single text has no neighbours.
 */
export class Near {
  readonly #rows: SearchRows;
  readonly #index: SearchIndex;
  readonly #facts: Facts;
  readonly #strips = new Map<Id, Strip>();
  /** The same by the dialogue's slot. */
  #bySlot: (Strip | undefined)[] = [];
  #lengths = new Float64Array(0);
  /** Words around a turn on average; 0 = something changed since. */
  #average = 0;

  constructor(rows: SearchRows, index: SearchIndex, facts: Facts) {
    this.#rows = rows;
    this.#index = index;
    this.#facts = facts;
  }

  /** Turns changed, came, went, or moved. */
  forget(dialogueIds: Iterable<Id>): void {
    for (const id of dialogueIds) this.#strips.delete(id);
    this.#average = 0;
  }

  /** Makes sure that every dialogue is known. To be run to its end before anything is asked. */
  *ready(): Generator<void> {
    if (this.#average > 0) return;
    let total = 0;
    let speaking = 0;
    let read = 0;
    this.#facts.readyAll();
    this.#bySlot = [];
    for (const { id } of this.#rows.all('dialogues')) {
      let strip = this.#strips.get(id);
      if (!strip) {
        strip = this.#readStrip(id);
        this.#strips.set(id, strip);
        read += strip.numbers.length;
        if (read > BREATH) {
          read = 0;
          yield;
        }
      }
      this.#bySlot[this.#facts.dialogues.of(id)] = strip;
      total += strip.total;
      speaking += strip.speaking;
    }
    this.#lengths = new Float64Array(this.#index.capacity).fill(-1);
    for (const { numbers, lengths } of this.#strips.values())
      for (let place = 0; place < numbers.length; place++)
        if ((numbers[place] as number) >= 0)
          this.#lengths[numbers[place] as number] = lengths[place] as number;
    this.#average = total / Math.max(1, speaking) || 1;
  }

  /** Words that are counted together for a turn on average. */
  get average(): number {
    return this.#average;
  }

  /** The dialogue that a turn stands in; undefined = it is no turn, and stands by itself. */
  stripOf(number: number): Strip | undefined {
    return this.placeOf(number) < 0 ? undefined : this.#bySlot[this.#facts.dialogue[number] as number];
  }

  /** Which turn of its dialogue a document is, from 0; below 0 = it is no turn. */
  placeOf(number: number): number {
    return this.#facts.place[number] as number;
  }

  /** By number: words around a turn; below 0 = it is no turn, its own words are all. */
  get lengths(): Float64Array {
    return this.#lengths;
  }

  #readStrip(dialogueId: IdOf<'dialogues'>): Strip {
    const ids = [...this.#facts.placesOf(dialogueId).keys()];
    const numbers = Int32Array.from(ids, (id) => {
      const key: DocumentKey = `turn:${id}`;
      return this.#index.numberOf(key) ?? -1;
    });
    const own = Array.from(numbers, (number) => (number < 0 ? 0 : this.#index.lengthOf(number, TEXT)));
    const middles: number[] = [];
    let said = 0;
    for (const id of ids) {
      const words = wordsIn(this.#rows.get('turns', id)?.text ?? '');
      middles.push(said + words / 2);
      said += words;
    }
    const { reach, beside } = this.#index.weights;
    const first = new Int32Array(ids.length);
    const from = new Uint32Array(ids.length + 1);
    const shares: number[] = [];
    const lengths = new Float64Array(ids.length);
    for (const [place, middle] of middles.entries()) {
      let begin = place;
      while (begin > 0 && middle - (middles[begin - 1] as number) < reach) begin--;
      first[place] = begin;
      let length = 0;
      for (let other = begin; other < ids.length; other++) {
        const distance = Math.abs((middles[other] as number) - middle);
        if (other !== place && distance >= reach) break;
        const share = other === place ? WHOLE : Math.round(WHOLE * beside * (1 - distance / reach));
        shares.push(share);
        length += ((own[other] as number) * share) / WHOLE;
      }
      lengths[place] = length;
      from[place + 1] = shares.length;
    }
    return {
      numbers,
      first,
      from,
      shares: Uint8Array.from(shares),
      lengths,
      total: lengths.reduce((sum, length) => sum + length, 0),
      speaking: lengths.filter((length) => length > 0).length,
    };
  }
}

/** Characters of a word, with the blank after it; of Japanese, which writes none. */
const LETTERS = 5.5;
const CHARACTERS = 2.5;

/** About how many words a text has. */
function wordsIn(text: string): number {
  const sample = text.length > SAMPLED ? text.slice(0, SAMPLED) : text;
  const joined = sample.match(JOINED)?.length ?? 0;
  return (joined * 2 > sample.length ? text.length / CHARACTERS : text.length / LETTERS) || 0;
}
const SAMPLED = 60;
const JOINED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]/g;
