import lunr from 'lunr';
import { analyse } from './analysis/analyse.ts';
import type { Token } from './analysis/analyser.ts';
import { Dictionary, firstFrom } from './dictionary.ts';
import { type DocumentKey, FIELDS, type Field, type Fields } from './documents.ts';
import { B, k1Of } from './weights.ts';

/** A value for each field, in the order of `FIELDS`. */
export type ByField = readonly number[];

/** What is read of a token: what the index knows the word as, and how it was written. */
export type Word = Pick<Token, 'term' | 'surface'>;
export type Words = Readonly<Record<Field, readonly Word[]>>;

export function tokensOf(fields: Fields): Words {
  return Object.fromEntries(FIELDS.map((field) => [field, analyse(fields[field])])) as unknown as Words;
}

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
const MOST = 255;
const TAB = '\t';

/** What lunr's Builder has counted once documents were added, which its types leave out. */
interface OpenBuilder {
  readonly invertedIndex: Readonly<Record<string, { readonly _index: number }>>;
  readonly fieldTermFrequencies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly fieldLengths: Readonly<Record<string, number>>;
}

/**
 * Takes in documents, whose words lunr counts, and makes a segment of them. What lunr's `build` would add (weights that
 * hold for this number of documents only) is worked out when a question is asked instead: a test holds the two together.
 */
export class SegmentBuilder {
  readonly #keys: DocumentKey[] = [];
  readonly #builder = new lunr.Builder();

  constructor() {
    this.#builder.ref('ref');
    for (const field of FIELDS) this.#builder.field(field);
    this.#builder.tokenizer = ((forms: unknown) => forms) as typeof lunr.tokenizer;
  }

  get size(): number {
    return this.#keys.length;
  }

  add(key: DocumentKey, words: Words): void {
    const document: Record<string, unknown> = { ref: this.#keys.length };
    for (const field of FIELDS) document[field] = words[field].map(formOf);
    this.#builder.add(document);
    this.#keys.push(key);
  }

  /** Yields now and then. */
  *seal(): Generator<void, Segment> {
    const { invertedIndex, fieldTermFrequencies, fieldLengths } = this.#builder as unknown as OpenBuilder;
    const words = Object.keys(invertedIndex).sort();
    yield;
    const numberOf = new Uint32Array(words.length);
    for (const [number, word] of words.entries())
      numberOf[(invertedIndex[word] as { _index: number })._index] = number;
    yield;
    const size = this.#keys.length;
    const lengths = new Uint32Array(size * WIDTH);
    const from = new Uint32Array(words.length * WIDTH + 1);
    const lists: number[] = [];
    const counts: number[] = [];
    const ends = new Uint32Array(size);
    for (let document = 0; document < size; document++) {
      for (const [at, field] of FIELDS.entries()) {
        const ref = `${field}/${document}`;
        lengths[document * WIDTH + at] = fieldLengths[ref] ?? 0;
        const frequencies = fieldTermFrequencies[ref] ?? {};
        for (const form in frequencies) {
          const list = (numberOf[(invertedIndex[form] as { _index: number })._index] as number) * WIDTH + at;
          lists.push(list);
          counts.push(Math.min(MOST, frequencies[form] as number));
          from[list + 1] = (from[list + 1] as number) + 1;
        }
      }
      ends[document] = lists.length;
      if (document % 128 === 127) yield;
    }
    for (let list = 1; list < from.length; list++)
      from[list] = (from[list] as number) + (from[list - 1] as number);
    const postings = { documents: new Uint16Array(lists.length), counts: new Uint8Array(lists.length) };
    const next = from.slice();
    for (let document = 0, at = 0; document < size; document++) {
      for (; at < (ends[document] as number); at++) {
        const list = lists[at] as number;
        const place = next[list] as number;
        next[list] = place + 1;
        postings.documents[place] = document;
        postings.counts[place] = counts[at] as number;
      }
    }
    yield;
    const bySurface = surfaceOrder(words);
    return new Segment({
      keys: this.#keys,
      lengths,
      forms: Dictionary.of(words),
      bySurface,
      from,
      ...postings,
    });
  }
}

function formOf({ term, surface }: Word): string {
  return term === surface ? term : term + TAB + surface;
}

function surfaceOf(form: string): string {
  return form.slice(form.indexOf(TAB) + 1);
}

function termOf(form: string): string {
  const tab = form.indexOf(TAB);
  return tab < 0 ? form : form.slice(0, tab);
}

function surfaceOrder(forms: readonly string[]): Uint32Array {
  const surfaces = forms.map(surfaceOf);
  return Uint32Array.from(forms.keys()).sort((a, b) => {
    const one = surfaces[a] as string;
    const other = surfaces[b] as string;
    return one < other ? -1 : one > other ? 1 : a - b;
  });
}

/** Where the scores of a question are gathered, by a document's number in the index. */
export interface Tally {
  readonly scores: Float64Array;
  /** How many of the groups each document meets. */
  readonly met: Uint16Array;
  /** The last group that each document met, counting from 1. */
  readonly seen: Uint16Array;
}

/** What makes a count of words a score: the same for every segment, so that it does not matter in which one a text is. */
export interface Scale {
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
 * is left out of it and comes with the question (FACTS, idf-free segments): documents come and go elsewhere without
 * touching it, and scores of several segments are exactly those of one index over everything.
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
      if (this.#stands(number)) yield termOf(form);
    }
  }

  /** Words as they are written that begin so and stand in documents that are listened to, in order. */
  *surfacesBeginningWith(prefix: string): Generator<string> {
    const { forms, bySurface } = this.data;
    const surface = (at: number) => surfaceOf(forms.at(bySurface[at] as number));
    for (let at = firstFrom(bySurface.length, surface, prefix); at < bySurface.length; at++) {
      const word = surface(at);
      if (!word.startsWith(prefix)) return;
      if (this.#stands(bySurface[at] as number)) yield word;
    }
  }

  /** Adds what the documents score for a term, as one of the ways to meet a group; 0 = a group that only helps. */
  score({ term, boost }: Wanted, group: number, { boosts, averages }: Scale, tally: Tally): void {
    const { from, documents, counts, lengths } = this.data;
    const [first, end] = this.#formsOf(term);
    if (first === end) return;
    const { numbers } = this;
    const { scores, met, seen } = tally;
    const k1 = k1Of(term);
    for (let field = 0; field < WIDTH; field++) {
      const most = boost * (boosts[field] as number) * (k1 + 1);
      const base = k1 * (1 - B);
      const slope = (k1 * B) / (averages[field] as number);
      const add = (document: number, count: number) => {
        const number = numbers[document] as number;
        if (number === DEAD) return;
        const length = lengths[document * WIDTH + field] as number;
        scores[number] = (scores[number] as number) + (most * count) / (base + slope * length + count);
        if (group === 0 || seen[number] === group) return;
        seen[number] = group;
        met[number] = (met[number] as number) + 1;
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
      if (form !== term && !form.startsWith(term + TAB)) break;
      end++;
    }
    return [first, end];
  }

  #stands(form: number): boolean {
    if (this.#alive === this.size) return true;
    const { from, documents } = this.data;
    for (let at = from[form * WIDTH] as number; at < (from[(form + 1) * WIDTH] as number); at++)
      if (this.numbers[documents[at] as number] !== DEAD) return true;
    return false;
  }
}

/** Forms and postings handled between two breaths while segments are put together. */
const BREATH = 20_000;

/**
 * Puts segments together, without what is dead in them, from their postings alone: no text is read. Yields now and
 * then; meanwhile the segments go on answering.
 * @returns the new segment, in which nothing is listened to yet, and by part what its documents are there (-1 = left out)
 */
export function* merged(
  parts: readonly Segment[],
): Generator<void, { segment: Segment; placeOf: readonly Int32Array[] }> {
  const keys: DocumentKey[] = [];
  const lengths: number[] = [];
  const placeOf = parts.map((part) => {
    const places = new Int32Array(part.size).fill(-1);
    for (const [document, key] of part.data.keys.entries()) {
      if (!part.isAlive(document)) continue;
      places[document] = keys.length;
      keys.push(key);
      for (let field = 0; field < WIDTH; field++) lengths.push(part.length(document, field));
    }
    return places;
  });
  yield;

  const room = parts.reduce((sum, { data }) => sum + data.documents.length, 0);
  const documents = new Uint16Array(room);
  const counts = new Uint8Array(room);
  const from: number[] = [0];
  const words: string[] = [];
  const formOfPart = parts.map(({ data }) => new Uint32Array(data.forms.size));
  let filled = 0;
  let work = 0;
  for (const { word, members } of inStep(
    parts.map(({ data }) => [data.forms.size, (at) => data.forms.at(at)]),
  )) {
    const before = filled;
    for (let field = 0; field < WIDTH; field++) {
      for (const { part, at } of members) {
        const { data } = parts[part] as Segment;
        const places = placeOf[part] as Int32Array;
        const list = at * WIDTH + field;
        const end = data.from[list + 1] as number;
        for (let posting = data.from[list] as number; posting < end; posting++) {
          const place = places[data.documents[posting] as number] as number;
          if (place < 0) continue;
          documents[filled] = place;
          counts[filled++] = data.counts[posting] as number;
        }
      }
      from.push(filled);
    }
    if (filled === before) from.length -= WIDTH;
    else words.push(word);
    for (const { part, at } of members)
      (formOfPart[part] as Uint32Array)[at] = filled === before ? GONE : words.length - 1;
    work += 10 + filled - before;
    if (work > BREATH) {
      work = 0;
      yield;
    }
  }
  yield;

  const bySurface = new Uint32Array(words.length);
  let ordered = 0;
  const surfaces = parts.map(({ data }): [number, (at: number) => string] => [
    data.bySurface.length,
    (at) => surfaceOf(data.forms.at(data.bySurface[at] as number)),
  ]);
  for (const { members } of inStep(surfaces)) {
    const numbers = new Set<number>();
    for (const { part, at } of members) {
      const { data } = parts[part] as Segment;
      const number = (formOfPart[part] as Uint32Array)[data.bySurface[at] as number] as number;
      if (number !== GONE) numbers.add(number);
    }
    for (const number of [...numbers].sort((a, b) => a - b)) bySurface[ordered++] = number;
    work += 10;
    if (work > BREATH) {
      work = 0;
      yield;
    }
  }
  const segment = new Segment({
    keys,
    lengths: Uint32Array.from(lengths),
    forms: Dictionary.of(words),
    bySurface,
    from: Uint32Array.from(from),
    documents: documents.slice(0, filled),
    counts: counts.slice(0, filled),
  });
  return { segment, placeOf };
}
const GONE = 0xff_ff_ff_ff;

interface Step {
  readonly word: string;
  /** Where it stands, part by part; more than once in a part where the part has it more than once. */
  readonly members: readonly { readonly part: number; readonly at: number }[];
}

/** Goes through several sorted lists at once, word by word. */
function* inStep(lists: readonly [size: number, at: (index: number) => string][]): Generator<Step> {
  const next = lists.map(() => 0);
  const heads = lists.map(([size, at]) => (size > 0 ? at(0) : null));
  for (;;) {
    let word: string | null = null;
    for (const head of heads) if (head !== null && (word === null || head < word)) word = head;
    if (word === null) return;
    const members: { part: number; at: number }[] = [];
    for (const [part, [size, at]] of lists.entries()) {
      while (heads[part] === word) {
        const here = next[part] as number;
        members.push({ part, at: here });
        next[part] = here + 1;
        heads[part] = here + 1 < size ? at(here + 1) : null;
      }
    }
    yield { word, members };
  }
}
