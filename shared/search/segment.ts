import { type Dictionary, firstFrom } from './dictionary.ts';
import { type DocumentKey, FIELDS } from './documents.ts';
import { isFormOf, surfaceOf, termOf } from './form.ts';
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

/** Where the scores of a question are gathered, by a document's number in the index. */
export interface Tally {
  readonly scores: Float64Array;
  /** How many of the groups each document meets. */
  readonly met: Uint16Array;
  /** How many of the groups it meets that are not quiet. */
  readonly loud: Uint16Array;
  /** The last group that each document met, counting from 1. */
  readonly seen: Uint16Array;
  /** Where counts in what was said go, to be scored with what was said around; absent = every document by itself. */
  readonly hear?: ((number: number, count: number) => void) | undefined;
}

/** Hears where words stand in what was said, and scores each document by what is said in it and around it. */
export interface Listener {
  readonly hear: (number: number, count: number) => void;
  /** Adds what the words that were heard score, counted together, and listens to the next ones. */
  score(wanted: Wanted, asked: boolean, scale: Scale, scores: Float64Array): void;
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

  /** Adds what the documents score for a term, as one of the ways to meet a group; 0 = a group that only helps. */
  score(
    { term, boost }: Wanted,
    group: number,
    quiet: boolean,
    { weights, boosts, averages }: Scale,
    tally: Tally,
  ): void {
    const { from, documents, counts, lengths } = this.data;
    const [first, end] = this.#formsOf(term);
    if (first === end) return;
    const { numbers } = this;
    const { scores, met, loud, seen } = tally;
    const { k1, b } = weights;
    for (let field = 0; field < WIDTH; field++) {
      const most = boost * (boosts[field] as number) * (k1 + 1);
      const base = k1 * (1 - b);
      const slope = (k1 * b) / (averages[field] as number);
      const hear = field === SAID ? tally.hear : undefined;
      const add = (document: number, count: number) => {
        const number = numbers[document] as number;
        if (number === DEAD) return;
        if (hear) hear(number, count);
        else {
          const length = lengths[document * WIDTH + field] as number;
          scores[number] = (scores[number] as number) + (most * count) / (base + slope * length + count);
        }
        if (group === 0 || seen[number] === group) return;
        seen[number] = group;
        met[number] = (met[number] as number) + 1;
        if (!quiet) loud[number] = (loud[number] as number) + 1;
      };
      if (end - first === 1) {
        const list = first * WIDTH + field;
        for (let at = from[list] as number; at < (from[list + 1] as number); at++)
          add(documents[at] as number, counts[at] as number);
        continue;
      }
      let reached = 0;
      for (let form = first; form < end; form++) {
        const list = form * WIDTH + field;
        for (let at = from[list] as number; at < (from[list + 1] as number); at++) {
          const document = documents[at] as number;
          if (sums[document] === 0) touched[reached++] = document;
          sums[document] = (sums[document] as number) + (counts[at] as number);
        }
      }
      for (let at = 0; at < reached; at++) {
        const document = touched[at] as number;
        add(document, sums[document] as number);
        sums[document] = 0;
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
