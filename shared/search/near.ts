import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Turn } from '../model/turn.ts';
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
  /** By place: about how many words it says, and how many of them the index knows. */
  readonly words: Float64Array;
  readonly own: Float64Array;
  /** By place: the first place that is near, … */
  readonly first: Int32Array;
  /** … and where the shares of the places from there on begin in `shares`; one more at the end. */
  readonly from: Uint32Array;
  shares: Uint8Array;
  /** By place: words of the turn and, in their shares, of its neighbours. */
  readonly lengths: Float64Array;
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
  /** Words around all turns, and turns around which there are any. */
  #total = 0;
  #speaking = 0;
  /** Some dialogue is not read, or was not there before. */
  #incomplete = true;
  /** Turns that may say something else than was read. */
  readonly #changed = new Set<number>();

  constructor(rows: SearchRows, index: SearchIndex, facts: Facts) {
    this.#rows = rows;
    this.#index = index;
    this.#facts = facts;
  }

  /** Turns came, went, or moved: their dialogues are read anew. */
  forget(dialogueIds: Iterable<Id>): void {
    for (const id of dialogueIds) {
      const strip = this.#strips.get(id);
      if (strip) this.#count(strip, -1);
      this.#strips.delete(id);
      this.#incomplete = true;
    }
  }

  /** A turn may say something else, at its place: it is read anew, and what its neighbours hear is worked out. */
  change(turn: Turn, number: number | undefined): void {
    const strip = this.#strips.get(turn.dialogueId);
    const place = this.#facts.placeOf(turn);
    if (number !== undefined && strip?.numbers[place] === number) this.#changed.add(number);
    else this.forget([turn.dialogueId]);
  }

  /** Makes sure that every dialogue is known. To be run to its end before anything is asked. */
  *ready(): Generator<void> {
    if (!this.#incomplete && this.#changed.size === 0) return;
    this.#facts.readyAll();
    this.#grow();
    const again = new Set<Strip>();
    for (const number of this.#changed) {
      const strip = this.stripOf(number);
      const place = this.placeOf(number);
      if (strip?.numbers[place] !== number) continue;
      strip.words[place] = wordsIn(this.#index.fieldAt(number, 'text'));
      strip.own[place] = this.#index.lengthOf(number, TEXT);
      again.add(strip);
    }
    this.#changed.clear();
    for (const strip of again) {
      this.#count(strip, -1);
      this.#share(strip);
    }
    if (this.#incomplete) yield* this.#readAll();
    this.#incomplete = false;
  }

  *#readAll(): Generator<void> {
    let read = 0;
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
    }
  }

  /** Words that are counted together for a turn on average. */
  get average(): number {
    return this.#total / Math.max(1, this.#speaking) || 1;
  }

  /** The dialogue that a turn stands in; undefined = it is no turn, and stands by itself. */
  stripOf(number: number): Strip | undefined {
    return this.placeOf(number) < 0 ? undefined : this.#bySlot[this.#facts.dialogue[number] as number];
  }

  /** Which turn of its dialogue a document is, from 0; below 0 = it is no turn. */
  placeOf(number: number): number {
    return this.#facts.place[number] as number;
  }

  /** Tells of each document at which something is heard that is said at this one: itself and its neighbours. */
  around(number: number, visit: (number: number) => void): void {
    const strip = this.stripOf(number);
    if (!strip) {
      visit(number);
      return;
    }
    const { numbers, first, from } = strip;
    const here = this.placeOf(number);
    const begin = first[here] as number;
    const end = begin + (from[here + 1] as number) - (from[here] as number);
    for (let place = begin; place < end; place++)
      if ((numbers[place] as number) >= 0) visit(numbers[place] as number);
  }

  /** By number: words around a turn; below 0 = it is no turn, its own words are all. */
  get lengths(): Float64Array {
    return this.#lengths;
  }

  #readStrip(dialogueId: IdOf<'dialogues'>): Strip {
    const ids = this.#facts.turnsOf(dialogueId);
    const numbers = Int32Array.from(ids, (id) => {
      const key: DocumentKey = `turn:${id}`;
      return this.#index.numberOf(key) ?? -1;
    });
    const strip: Strip = {
      numbers,
      words: Float64Array.from(ids, (id) => wordsIn(this.#rows.get('turns', id)?.text ?? '')),
      own: Float64Array.from(numbers, (number) => (number < 0 ? 0 : this.#index.lengthOf(number, TEXT))),
      first: new Int32Array(ids.length),
      from: new Uint32Array(ids.length + 1),
      shares: new Uint8Array(0),
      lengths: new Float64Array(ids.length),
    };
    this.#share(strip);
    return strip;
  }

  /** Works out who is near whom, and how many words are around each. */
  #share(strip: Strip): void {
    const { words, own, first, from, lengths } = strip;
    const { reach, beside } = this.#index.weights;
    const middles = new Float64Array(words.length);
    let said = 0;
    for (let place = 0; place < words.length; place++) {
      middles[place] = said + (words[place] as number) / 2;
      said += words[place] as number;
    }
    let shares = sharesScratch;
    let reached = 0;
    for (let place = 0; place < words.length; place++) {
      const middle = middles[place] as number;
      let begin = place;
      while (begin > 0 && middle - (middles[begin - 1] as number) < reach) begin--;
      first[place] = begin;
      let length = 0;
      for (let other = begin; other < words.length; other++) {
        const distance = Math.abs((middles[other] as number) - middle);
        if (other !== place && distance >= reach) break;
        const share = other === place ? WHOLE : Math.round(WHOLE * beside * (1 - distance / reach));
        if (reached === shares.length) shares = doubled(shares);
        shares[reached++] = share;
        length += ((own[other] as number) * share) / WHOLE;
      }
      lengths[place] = length;
      from[place + 1] = reached;
    }
    sharesScratch = shares;
    strip.shares = shares.slice(0, reached);
    this.#count(strip, 1);
  }

  /** Counts a dialogue in, or out again: sums of whole shares, which come out even. */
  #count({ numbers, lengths }: Strip, by: 1 | -1): void {
    this.#grow();
    for (let place = 0; place < numbers.length; place++) {
      const length = lengths[place] as number;
      this.#total += by * length;
      if (length > 0) this.#speaking += by;
      const number = numbers[place] as number;
      if (number >= 0) this.#lengths[number] = by > 0 ? length : -1;
    }
  }

  #grow(): void {
    const before = this.#lengths;
    const { capacity } = this.#index;
    if (before.length >= capacity) return;
    this.#lengths = new Float64Array(capacity + (capacity >> 3)).fill(-1);
    this.#lengths.set(before);
  }
}

/** Room to put shares together in, until it is known how many there are. */
let sharesScratch = new Uint8Array(4_096);

function doubled(shares: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * shares.length);
  larger.set(shares);
  return larger;
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
