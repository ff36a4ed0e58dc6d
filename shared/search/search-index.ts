import { type DocumentKey, documentOf, FIELDS, type Field, type SearchDocument } from './documents.ts';
import type { SearchRows } from './rows.ts';
import { type AverageLengths, type Entry, type Group, Segment, tokensOf } from './segment.ts';

/** Documents in a segment at most: what one step of building takes (about half a second) and a merge costs. */
const SEGMENT_SIZE = 1_000;
/** A new small segment takes earlier ones into itself until it is this many times smaller than the next. */
const GROWTH = 4;

/** A document in the index, and its number in its segment. A document that is read again gets a new number. */
interface Place {
  readonly ref: number;
  readonly segment: Segment;
  readonly document: SearchDocument;
}

/** A document that meets some of what was asked for. */
export interface Candidate {
  readonly document: SearchDocument;
  readonly score: number;
  /** How many of the groups it meets. */
  readonly met: number;
}

/** Words in a field where nothing is known yet, and how many documents' worth of certainty that has. */
const PRIOR: AverageLengths = { name: 4, text: 40, about: 12 };
const PRIOR_DOCUMENTS = 5;
/** Documents looked at before many are read, and how many documents' worth of certainty their lengths have. */
const SAMPLE = 200;
const PRIOR_WEIGHT = 200;

/**
 * All documents in several lunr segments. Changed documents go into a new small segment, and small ones are merged
 * into bigger ones; a document that was replaced or removed stays in its old segment, where nobody listens to it.
 */
export class SearchIndex {
  #segments: Segment[] = [];
  readonly #byKey = new Map<DocumentKey, Place>();
  readonly #byRef = new Map<number, Place>();
  readonly #refsOf = new Map<Segment, readonly number[]>();
  /** In how many documents a term stands. */
  readonly #frequency = new Map<string, number>();
  /** Words in each field, and documents that have any there. */
  readonly #lengths: Record<Field, number> = { name: 0, text: 0, about: 0 };
  readonly #holding: Record<Field, number> = { name: 0, text: 0, about: 0 };
  #prior: AverageLengths = PRIOR;
  #nextRef = 0;

  /** Number of documents. */
  get size(): number {
    return this.#byKey.size;
  }

  get segments(): number {
    return this.#segments.length;
  }

  get(key: DocumentKey): SearchDocument | undefined {
    return this.#byKey.get(key)?.document;
  }

  *documents(): Generator<SearchDocument> {
    for (const { document } of this.#byKey.values()) yield document;
  }

  /**
   * Reads these documents (again), slice by slice; between slices the index is whole and can be asked.
   * Yields how many were read so far.
   */
  *update(rows: SearchRows, keys: Iterable<DocumentKey>): Generator<number> {
    const all = [...keys];
    if (all.length > this.size) this.#prior = this.#sample(rows, all);
    let read = 0;
    let slice: { document: SearchDocument; tokens: Entry['tokens'] }[] = [];
    for (const key of all) {
      this.#remove(key);
      const document = documentOf(rows, key);
      if (document) {
        const tokens = tokensOf(document);
        this.#count(tokens, 1);
        slice.push({ document, tokens });
      }
      read++;
      if (slice.length >= SEGMENT_SIZE) {
        this.#add(slice);
        slice = [];
        yield read;
      }
    }
    if (slice.length > 0) this.#add(slice);
    this.#sweep();
    yield read;
  }

  /** What a term is worth: the rarer, the more (Robertson's idf as lunr has it, over all documents). */
  rarity(documents: number): number {
    const df = Math.min(documents, this.size);
    return Math.log(1 + (this.size - df + 0.5) / (df + 0.5));
  }

  /** In how many documents the term stands. */
  frequency(term: string): number {
    return this.#frequency.get(term) ?? 0;
  }

  /** Terms of the words that begin so, in any document there is. */
  beginningWith(prefix: string): Set<string> {
    const terms = new Set<string>();
    for (const segment of this.#segments) {
      for (const term of segment.beginningWith(prefix)) if (this.frequency(term) > 0) terms.add(term);
    }
    return terms;
  }

  /** Documents that meet any of the groups, in no order. Yields between segments; returns what was found. */
  *find(groups: readonly Group[]): Generator<void, Candidate[]> {
    const candidates: Candidate[] = [];
    for (const segment of this.#segments) {
      for (const { ref, score, met } of segment.find(groups)) {
        const document = this.#byRef.get(ref)?.document;
        if (document) candidates.push({ document, score, met });
      }
      yield;
    }
    return candidates;
  }

  #add(slice: readonly { document: SearchDocument; tokens: Entry['tokens'] }[]): void {
    let together = slice.map(({ document, tokens }) => ({ document, tokens }));
    // Take in the newest segments while they are small beside what comes: each document is merged a few times only.
    for (;;) {
      const last = this.#segments.at(-1);
      if (!last || last.alive + together.length > SEGMENT_SIZE || last.alive >= GROWTH * together.length + 32)
        break;
      together = [...this.#dissolve(last), ...together];
    }
    this.#build(together);
  }

  #build(slice: readonly { document: SearchDocument; tokens: Entry['tokens'] }[]): void {
    if (slice.length === 0) return;
    const entries = slice.map(({ tokens }) => ({ ref: this.#nextRef++, tokens }));
    const segment = new Segment(entries, this.#averageLengths());
    for (const [index, { document }] of slice.entries()) {
      const place: Place = { ref: (entries[index] as Entry).ref, segment, document };
      this.#byKey.set(document.key, place);
      this.#byRef.set(place.ref, place);
    }
    this.#refsOf.set(
      segment,
      entries.map(({ ref }) => ref),
    );
    this.#segments.push(segment);
  }

  /** Takes a segment out. @returns what still counts of it */
  #dissolve(segment: Segment): { document: SearchDocument; tokens: Entry['tokens'] }[] {
    this.#segments = this.#segments.filter((one) => one !== segment);
    const places = (this.#refsOf.get(segment) ?? [])
      .map((ref) => this.#byRef.get(ref))
      .filter((place) => place !== undefined);
    this.#refsOf.delete(segment);
    return places.map(({ ref, document }) => {
      this.#byRef.delete(ref);
      return { document, tokens: tokensOf(document) };
    });
  }

  /** Builds anew, or drops, segments of which most is no longer listened to. */
  #sweep(): void {
    for (const segment of this.#segments) {
      if (segment.alive === 0 || segment.alive * 2 < segment.size) this.#build(this.#dissolve(segment));
    }
  }

  #remove(key: DocumentKey): void {
    const place = this.#byKey.get(key);
    if (!place) return;
    this.#count(tokensOf(place.document), -1);
    place.segment.alive--;
    this.#byKey.delete(key);
    this.#byRef.delete(place.ref);
  }

  #count(tokens: Entry['tokens'], by: 1 | -1): void {
    const terms = new Set<string>();
    for (const field of FIELDS) {
      this.#lengths[field] += by * tokens[field].length;
      if (tokens[field].length > 0) this.#holding[field] += by;
      for (const { term } of tokens[field]) terms.add(term);
    }
    for (const term of terms) {
      const count = (this.#frequency.get(term) ?? 0) + by;
      if (count > 0) this.#frequency.set(term, count);
      else this.#frequency.delete(term);
    }
  }

  #averageLengths(): AverageLengths {
    return eachField(
      (field) =>
        (this.#lengths[field] + this.#prior[field] * PRIOR_WEIGHT) / (this.#holding[field] + PRIOR_WEIGHT),
    );
  }

  /** The lengths to expect, from a few documents of many: the first segments are built before the last are read. */
  #sample(rows: SearchRows, keys: readonly DocumentKey[]): AverageLengths {
    const lengths: Record<Field, number[]> = { name: [], text: [], about: [] };
    const step = Math.max(1, Math.floor(keys.length / SAMPLE));
    for (let at = 0; at < keys.length; at += step) {
      const document = documentOf(rows, keys[at] as DocumentKey);
      if (!document) continue;
      const tokens = tokensOf(document);
      for (const field of FIELDS) if (tokens[field].length > 0) lengths[field].push(tokens[field].length);
    }
    return eachField((field) => {
      const known = lengths[field];
      const sum = known.reduce((total, length) => total + length, 0);
      return (sum + PRIOR[field] * PRIOR_DOCUMENTS) / (known.length + PRIOR_DOCUMENTS);
    });
  }
}

function eachField<V>(value: (field: Field) => V): Record<Field, V> {
  return { name: value('name'), text: value('text'), about: value('about') };
}
