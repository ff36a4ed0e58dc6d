import { type Dictionary, firstFrom } from './dictionary.ts';
import { type DocumentKey, FIELDS } from './documents.ts';
import { isFormOf, surfaceOf, termOf } from './form.ts';
import type { Room } from './room.ts';
import type { Weights } from './weights.ts';

/** A value for each field, in the order of `FIELDS`. */
export type ByField = readonly number[];

/** A term to look for and what it is worth. */
export interface Wanted {
  readonly term: string;
  readonly boost: number;
}

/** One thing asked for: any of these terms meets it. */
export interface Group {
  readonly terms: readonly Wanted[];
  /** It was not asked for: what has it scores more, but nothing is found by it and nothing meets it. */
  readonly helps?: boolean;
  /** Asked for, but so common (two hiragana) that it finds nothing by itself where something else was asked for too. */
  readonly quiet?: boolean;
}

/** What a segment holds, in plain arrays: what is stored of it. Numbers of documents are those in the segment. */
export interface SegmentData {
  readonly keys: readonly DocumentKey[];
  /** Number of words, by document and field. */
  readonly lengths: Uint32Array;
  /** Every different word as written, beneath its term: `term` where they are the same, else `term<TAB>surface`. */
  readonly forms: Dictionary;
  /** Numbers of the forms in the order of their surfaces. */
  readonly bySurface: Uint32Array;
  /** Where, by form and field, the postings begin; they end where the next ones begin. */
  readonly from: Uint32Array;
  /** Document of a posting … */
  readonly documents: Uint16Array;
  /** … and how often the form stands in that field of it (255 = that or more). */
  readonly counts: Uint8Array;
}

/** Documents in a segment at most. */
export const SEGMENT_LIMIT = 16_384;

const WIDTH = FIELDS.length;
const SAID = FIELDS.indexOf('text');

/** Is told where words stand in what was said. */
export interface Ear {
  /** By a document's number in the index: how often the words stand in it. */
  readonly own: Float64Array;
  /** The documents in which they stand, each once. */
  readonly speaking: Int32Array;
  spoken: number;
}

/** What makes a count of words a score: the same for every segment, so that it does not matter in which one a text is. */
export interface Scale {
  readonly weights: Weights;
  /** What a hit in each field is worth. */
  readonly boosts: ByField;
  /** Words that each field has on average, over all documents. */
  readonly averages: ByField;
}

/** Room to add up a term's forms by document; all zero between uses. */
const sums = new Uint32Array(SEGMENT_LIMIT);
const touched = new Uint16Array(SEGMENT_LIMIT);
/** Which documents were counted already: those that bear the newest stamp. */
const stamps = new Uint32Array(SEGMENT_LIMIT);
let stamp = 0;

/** The document is not listened to any more. */
const DEAD = -1;

/**
 * A number of documents in one index whose postings never change. How rare a word is and how long a text is on average
 * is left out of it and comes with the question (ARCHITECTURE, "What was measured"): documents come and go elsewhere
 * without touching it, and scores of several segments are exactly those of one index over everything.
 */
export class Segment {
  readonly data: SegmentData;
  /** By document: its number in the index, or `DEAD`. */
  readonly numbers: Int32Array;
  #alive: number;

  constructor(data: SegmentData) {
    this.data = data;
    this.numbers = new Int32Array(data.keys.length).fill(DEAD);
    this.#alive = 0;
  }

  /** Documents, dead ones included. */
  get size(): number {
    return this.data.keys.length;
  }

  get alive(): number {
    return this.#alive;
  }

  /** From now on the document answers under this number. */
  enliven(document: number, number: number): void {
    this.numbers[document] = number;
    this.#alive++;
  }

  /** From now on the document does not answer any more. */
  kill(document: number): void {
    this.numbers[document] = DEAD;
    this.#alive--;
  }

  isAlive(document: number): boolean {
    return this.numbers[document] !== DEAD;
  }

  /** Documents that are not listened to. */
  *dead(): Generator<number> {
    for (const [document, number] of this.numbers.entries()) if (number === DEAD) yield document;
  }

  /** Words in a field of a document. */
  length(document: number, field: number): number {
    return this.data.lengths[document * WIDTH + field] as number;
  }

  /** In how many documents that are listened to the term stands. */
  frequency(term: string): number {
    const { from, documents } = this.data;
    const [first, end] = this.#formsOf(term);
    if (first === end) return 0;
    stamp++;
    let count = 0;
    // The postings of a term's forms and fields stand side by side.
    for (let at = from[first * WIDTH] as number; at < (from[end * WIDTH] as number); at++) {
      const document = documents[at] as number;
      if (stamps[document] === stamp || this.numbers[document] === DEAD) continue;
      stamps[document] = stamp;
      count++;
    }
    return count;
  }

  /** Terms of the words that begin so and stand in documents that are listened to; some more than once. */
  *beginningWith(prefix: string): Generator<string> {
    const { forms, bySurface } = this.data;
    const surface = (at: number) => surfaceOf(forms.at(bySurface[at] as number));
    for (let at = firstFrom(bySurface.length, surface, prefix); at < bySurface.length; at++) {
      const number = bySurface[at] as number;
      const form = forms.at(number);
      if (!surfaceOf(form).startsWith(prefix)) return;
      if (this.#occurs(number)) yield termOf(form);
    }
  }

  /** Words as they are written that begin so and stand in documents that are listened to, in order. */
  *surfacesBeginningWith(prefix: string): Generator<string> {
    const { forms, bySurface } = this.data;
    const surface = (at: number) => surfaceOf(forms.at(bySurface[at] as number));
    for (let at = firstFrom(bySurface.length, surface, prefix); at < bySurface.length; at++) {
      const word = surface(at);
      if (!word.startsWith(prefix)) return;
      if (this.#occurs(bySurface[at] as number)) yield word;
    }
  }

  /** Tells which documents have a term, as one of the ways to meet a group. @param only one field counts alone */
  meet(term: string, group: number, quiet: boolean, room: Room, only: number | null): void {
    const { from, documents } = this.data;
    const [first, end] = this.#formsOf(term);
    const { numbers } = this;
    const { met, loud, seen, said, touched } = room;
    for (let list = first * WIDTH; list < end * WIDTH; list++) {
      const field = list % WIDTH;
      if (only !== null && field !== only) continue;
      const isSaid = field === SAID && !quiet;
      const last = from[list + 1] as number;
      for (let at = from[list] as number; at < last; at++) {
        const number = numbers[documents[at] as number] as number;
        if (number === DEAD) continue;
        if (isSaid) said[number] = 1;
        if (seen[number] === group) continue;
        if (seen[number] === 0) touched[room.reached++] = number;
        seen[number] = group;
        met[number] = (met[number] as number) + 1;
        if (!quiet) loud[number] = (loud[number] as number) + 1;
      }
    }
  }

  /**
   * Adds what a term scores at the documents that are wanted.
   * @param ear is told where it stands in what was said, which then scores nothing by itself; null = it does
   */
  score(
    { term, boost }: Wanted,
    { weights, boosts, averages }: Scale,
    { scores, wanted }: Room,
    ear: Ear | null,
  ): void {
    const [first, end] = this.#formsOf(term);
    if (first === end) return;
    const { from, documents, counts, lengths } = this.data;
    const { numbers } = this;
    const { k1, b } = weights;
    const base = k1 * (1 - b);
    for (let field = 0; field < WIDTH; field++) {
      if (ear && field === SAID) {
        this.#tell(first, end, ear);
        continue;
      }
      const most = boost * (boosts[field] as number) * (k1 + 1);
      const slope = (k1 * b) / (averages[field] as number);
      // A term's forms are counted together.
      let reached = 0;
      for (let form = first; form < end; form++) {
        const list = form * WIDTH + field;
        const last = from[list + 1] as number;
        for (let at = from[list] as number; at < last; at++) {
          const document = documents[at] as number;
          const number = numbers[document] as number;
          if (number === DEAD || wanted[number] === 0) continue;
          if (sums[document] === 0) touched[reached++] = document;
          sums[document] = (sums[document] as number) + (counts[at] as number);
        }
      }
      for (let at = 0; at < reached; at++) {
        const document = touched[at] as number;
        const number = numbers[document] as number;
        const count = sums[document] as number;
        sums[document] = 0;
        const length = lengths[document * WIDTH + field] as number;
        scores[number] = (scores[number] as number) + (most * count) / (base + slope * length + count);
      }
    }
  }

  #tell(first: number, end: number, ear: Ear): void {
    const { from, documents, counts } = this.data;
    const { numbers } = this;
    const { own, speaking } = ear;
    for (let form = first; form < end; form++) {
      const list = form * WIDTH + SAID;
      const last = from[list + 1] as number;
      for (let at = from[list] as number; at < last; at++) {
        const number = numbers[documents[at] as number] as number;
        if (number === DEAD) continue;
        if (own[number] === 0) speaking[ear.spoken++] = number;
        own[number] = (own[number] as number) + (counts[at] as number);
      }
    }
  }

  /** The forms of a term, `[first, end)`. */
  #formsOf(term: string): [first: number, end: number] {
    const { forms } = this.data;
    const first = forms.firstFrom(term);
    let end = first;
    while (end < forms.size) {
      const form = forms.at(end);
      if (!isFormOf(form, term)) break;
      end++;
    }
    return [first, end];
  }

  #occurs(form: number): boolean {
    if (this.#alive === this.size) return true;
    const { from, documents } = this.data;
    for (let at = from[form * WIDTH] as number; at < (from[(form + 1) * WIDTH] as number); at++)
      if (this.numbers[documents[at] as number] !== DEAD) return true;
    return false;
  }
}
