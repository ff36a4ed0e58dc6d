import {
  type DocumentKey,
  documentOf,
  FIELDS,
  type Field,
  fieldOf,
  type SearchDocument,
} from './documents.ts';
import { type Room, Rooms } from './room.ts';
import type { SearchRows } from './rows.ts';
import { type Group, type Scale, SEGMENT_LIMIT, Segment, type SegmentData } from './segment.ts';
import { formsOf, SegmentBuilder } from './segment-builder.ts';
import { merged } from './segment-merge.ts';
import { atOnce } from './steps.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/** Documents in the first segment of many, so that something can be found soon; each further one has twice as many. */
const FIRST_SEGMENT = 256;
/** Documents that lunr takes in before a segment is made of them, at most. */
const BUILT_AT_ONCE = 2_048;
/** Documents read between two breaths: a few milliseconds. */
const READ_AT_ONCE = 8;
/** Segments of about one size are put together once there are so many of them. */
const ALIKE = 4;
/** Segments put together at once at most. */
const PARTS = 8;
/** Words that a beginning stands for at most, the most frequent ones; and those counted between two breaths. */
const BEGINNINGS = 1_000;
const COUNTED_AT_ONCE = 100;

/** A segment as it is stored: what never changes, and which of its documents are not listened to any more. */
export interface StoredSegment {
  readonly data: SegmentData;
  readonly dead: readonly number[];
}

/**
 * An index over all that can be found, which follows the journal: what is read (again) goes into a new segment, and is
 * no longer listened to in the one where it was. Scores are those of one index over everything, to the last digit.
 */
export class SearchIndex {
  readonly weights: Weights;
  readonly rooms = new Rooms();
  #rows: SearchRows | null = null;
  #segments: Segment[] = [];
  #version = 0;
  readonly #numbers = new Map<DocumentKey, number>();
  readonly #keys: (DocumentKey | null)[] = [];
  /** Where each document is. */
  readonly #segmentOf: (Segment | null)[] = [];
  readonly #placeOf: number[] = [];
  /** Words in each field, and documents that have any there. */
  readonly #lengths = FIELDS.map(() => 0);
  readonly #holding = FIELDS.map(() => 0);
  /** What was worked out for terms and beginnings since the last change. */
  readonly #frequencies = new Map<string, number>();
  readonly #beginnings = new Map<string, readonly string[]>();

  constructor(weights: Weights = WEIGHTS) {
    this.weights = weights;
  }

  /** Number of documents. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Numbers of documents are smaller than this. */
  get capacity(): number {
    return this.#keys.length;
  }

  /** Another one whenever other documents are found, or say something else. */
  get version(): number {
    return this.#version;
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  get(key: DocumentKey): SearchDocument | undefined {
    const number = this.#numbers.get(key);
    return (number === undefined ? null : this.documentAt(number)) ?? undefined;
  }

  /** @returns null for a number that no document has, or whose rows are gone */
  documentAt(number: number): SearchDocument | null {
    const key = this.#keys[number];
    return key && this.#rows ? documentOf(this.#rows, key) : null;
  }

  /** What a field of a document says. */
  fieldAt(number: number, field: Field): string {
    const key = this.#keys[number];
    return key && this.#rows ? fieldOf(this.#rows, key, field) : '';
  }

  keyAt(number: number): DocumentKey | null {
    return this.#keys[number] ?? null;
  }

  numberOf(key: DocumentKey): number | undefined {
    return this.#numbers.get(key);
  }

  /** The number of every document there is. */
  everything(): number[] {
    return [...this.#numbers.values()];
  }

  /** Words in a field of a document. */
  lengthOf(number: number, field: number): number {
    return this.#segmentOf[number]?.length(this.#placeOf[number] as number, field) ?? 0;
  }

  /** Words in the name and the text of a document. */
  wordsOf(number: number): number {
    return this.lengthOf(number, FIELDS.indexOf('name')) + this.lengthOf(number, FIELDS.indexOf('text'));
  }

  /**
   * Takes over what was stored, in place of what there is; texts are read from `rows` when they are wanted.
   * A document that stands twice answers from where it stands last.
   */
  restore(rows: SearchRows, stored: readonly StoredSegment[]): void {
    this.#rows = rows;
    this.#segments = [];
    for (const number of [...this.#numbers.values()]) this.#drop(number);
    for (const { data, dead } of stored) {
      const segment = new Segment(data);
      const gone = new Set(dead);
      for (const [place, key] of data.keys.entries()) if (!gone.has(place)) this.#put(key, segment, place);
      this.#segments.push(segment);
    }
    this.#changed();
  }

  /**
   * Reads these documents (again), slice by slice; between slices the index is whole and can be asked. What is gone is
   * not found from the first slice on. Yields how many were read so far.
   */
  *update(rows: SearchRows, keys: Iterable<DocumentKey>): Generator<number> {
    this.#rows = rows;
    const all = [...keys];
    for (const key of all) {
      const number = this.#numbers.get(key);
      if (number === undefined) continue;
      if (this.documentAt(number) === null) this.#drop(number);
    }
    this.#changed();
    let most = FIRST_SEGMENT;
    let builder = new SegmentBuilder();
    for (const [read, key] of all.entries()) {
      const document = documentOf(rows, key);
      if (document) builder.add(key, formsOf(document));
      if (builder.size >= most) {
        for (const _ of this.#seal(builder)) yield read;
        builder = new SegmentBuilder();
        most = Math.min(BUILT_AT_ONCE, 2 * most);
        yield read + 1;
      } else if (read % READ_AT_ONCE === READ_AT_ONCE - 1) yield read + 1;
    }
    if (builder.size > 0) for (const _ of this.#seal(builder)) yield all.length;
    yield all.length;
  }

  *#seal(builder: SegmentBuilder): Generator<void> {
    const steps = builder.seal();
    for (;;) {
      const step = steps.next();
      if (step.done) {
        for (const [place, key] of step.value.data.keys.entries()) this.#put(key, step.value, place);
        this.#segments.push(step.value);
        this.#changed();
        return;
      }
      yield;
    }
  }

  /**
   * Puts small segments together, in small steps between which the index can be asked and changed: to be run while
   * nothing else is to do. Which documents are found, and what they score, stays the same.
   */
  *tidy(): Generator<void> {
    for (;;) {
      const parts = this.#toMerge();
      if (parts.length === 0) return;
      const steps = merged(parts);
      for (;;) {
        const step = steps.next();
        if (step.done) {
          this.#replace(parts, step.value.segment, step.value.placeOf);
          break;
        }
        yield;
      }
      yield;
    }
  }

  /** Which segments to put together next: several of about one size, or one that is half dead. */
  #toMerge(): Segment[] {
    const sizes = new Map<number, Segment[]>();
    for (const segment of this.#segments) {
      if (segment.alive * 2 < segment.size) return [segment];
      const size = Math.floor(Math.log(Math.max(16, segment.alive)) / Math.log(ALIKE));
      const alike = sizes.get(size);
      if (alike) alike.push(segment);
      else sizes.set(size, [segment]);
    }
    for (const [, alike] of [...sizes].sort(([one], [other]) => one - other)) {
      const parts: Segment[] = [];
      let together = 0;
      for (const segment of alike.sort((one, other) => one.alive - other.alive)) {
        if (parts.length === PARTS || together + segment.alive > SEGMENT_LIMIT) break;
        together += segment.alive;
        parts.push(segment);
      }
      // Four of a size, or the last two that fit below the limit.
      if (parts.length >= ALIKE) return parts;
    }
    return [];
  }

  #replace(parts: readonly Segment[], segment: Segment, placeOf: readonly Int32Array[]): void {
    for (const [index, part] of parts.entries()) {
      const places = placeOf[index] as Int32Array;
      for (const [document, number] of part.numbers.entries()) {
        // What died, or was read again, while the parts were put together stays dead.
        if (number < 0) continue;
        const place = places[document] as number;
        segment.enliven(place, number);
        this.#segmentOf[number] = segment;
        this.#placeOf[number] = place;
      }
    }
    this.#segments = this.#segments.filter((one) => !parts.includes(one));
    if (segment.alive > 0) this.#segments.push(segment);
  }

  /** What a term is worth: the rarer, the more (Robertson's idf as lunr has it, over all documents). */
  rarity(documents: number): number {
    const df = Math.min(documents, this.size);
    return Math.log(1 + (this.size - df + 0.5) / (df + 0.5));
  }

  /** In how many documents the term stands. */
  frequency(term: string): number {
    let count = this.#frequencies.get(term);
    if (count === undefined) {
      count = this.#segments.reduce((sum, segment) => sum + segment.frequency(term), 0);
      this.#frequencies.set(term, count);
    }
    return count;
  }

  /** Terms of the words that begin so in any document there is: the most frequent ones, the most frequent first. */
  beginningWith(prefix: string): readonly string[] {
    return atOnce(this.begun(prefix));
  }

  /** As `beginningWith`, in small steps: one letter begins very many words. */
  *begun(prefix: string): Generator<void, readonly string[]> {
    const known = this.#beginnings.get(prefix);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const segment of this.#segments) {
      for (const term of segment.beginningWith(prefix)) {
        if (counts.has(term)) continue;
        counts.set(term, this.frequency(term));
        if (counts.size % COUNTED_AT_ONCE === 0) yield;
      }
      yield;
    }
    const sorted = [...counts]
      .sort(([one, count], [other, than]) => than - count || (one < other ? -1 : 1))
      .slice(0, BEGINNINGS)
      .map(([term]) => term);
    this.#beginnings.set(prefix, sorted);
    return sorted;
  }

  /** Words as they are written that begin so in any document there is; some more than once. */
  *surfacesBeginningWith(prefix: string): Generator<string> {
    for (const segment of this.#segments) yield* segment.surfacesBeginningWith(prefix);
  }

  /** Tells in an empty room which documents meet which of the groups, in any field or in one alone. */
  *meet(groups: readonly Group[], room: Room, only: number | null = null): Generator<void> {
    let at = 0;
    for (const { terms, helps, quiet = false } of groups) {
      // What only helps nobody has to meet.
      if (helps) continue;
      at++;
      for (const { term } of terms)
        for (const segment of this.#segments) segment.meet(term, at, quiet, room, only);
      yield;
    }
  }

  /** What makes a count of words a score, as the index stands. */
  scale(): Scale {
    return {
      weights: this.weights,
      boosts: FIELDS.map((field) => this.weights.fields[field]),
      averages: FIELDS.map(
        (_, field) => (this.#lengths[field] as number) / Math.max(1, this.#holding[field] as number) || 1,
      ),
    };
  }

  /** From now on the document is found there, and nowhere else. */
  #put(key: DocumentKey, segment: Segment, place: number): void {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      // None is given twice: what is remembered by a number stays true.
      number = this.#keys.length;
      this.#numbers.set(key, number);
      this.#keys[number] = key;
    } else this.#leave(number);
    segment.enliven(place, number);
    this.#segmentOf[number] = segment;
    this.#placeOf[number] = place;
    this.#count(segment, place, 1);
  }

  /** The document is gone. */
  #drop(number: number): void {
    const key = this.#keys[number];
    if (!key) return;
    this.#leave(number);
    this.#numbers.delete(key);
    this.#keys[number] = null;
    this.#segmentOf[number] = null;
  }

  #leave(number: number): void {
    const segment = this.#segmentOf[number];
    const place = this.#placeOf[number];
    if (!segment || place === undefined) return;
    this.#count(segment, place, -1);
    segment.kill(place);
  }

  #count(segment: Segment, place: number, by: 1 | -1): void {
    for (const field of FIELDS.keys()) {
      const length = segment.length(place, field);
      this.#lengths[field] = (this.#lengths[field] as number) + by * length;
      if (length > 0) this.#holding[field] = (this.#holding[field] as number) + by;
    }
  }

  /** Forgets what was worked out, and segments of which nothing is left. */
  #changed(): void {
    this.#version++;
    this.#frequencies.clear();
    this.#beginnings.clear();
    this.#segments = this.#segments.filter(({ alive }) => alive > 0);
  }
}
