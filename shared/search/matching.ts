import { foldText } from '../fold/fold.ts';
import { AKIN, type Concept, type ConceptTerm, SYNONYM, TRANSLATED, withTerms } from './concept-terms.ts';
import type { OtherNames } from './concepts.ts';
import { DOCUMENT_KINDS, FIELDS } from './documents.ts';
import type { Facts } from './facts.ts';
import { holds, type Marker, marksIn, type Written } from './highlight.ts';
import type { Near } from './near.ts';
import type { Conjunction, NamedGroups, Phrase } from './plan.ts';
import type { Room } from './room.ts';
import { score } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';
import { isJoined } from './terms.ts';

/** Candidates looked at between two breaths; of those whose text is read, fewer. */
const BREATH = 4_096;
const BREATH_OF_TEXTS = 200;

/** What meets some of what was asked for. To be given back (`done`) once it is answered. */
export interface Matched {
  /** Which documents, each once. */
  readonly numbers: number[];
  /** By number: how much of what was asked for it meets. */
  readonly met: Uint16Array;
  /** Turns that meet nothing themselves, in the midst of others that do. */
  readonly between: readonly number[];
  /** What documents score by … */
  readonly groups: readonly Group[];
  /** … and what is added to that, by number. */
  readonly raised: ReadonlyMap<number, number>[];
  readonly room: Room;
}

/** Where a name of a concept stands. */
interface Occurrences {
  readonly numbers: readonly number[];
  readonly scores: readonly number[];
  /** In words that were said or written down: not in the list of issues only, nor by what was coded to them. */
  readonly spoken: boolean;
}

/** The other names of a concept that were said or written down somewhere. */
export interface SpokenNames {
  readonly concept: Concept;
  readonly terms: readonly ConceptTerm[];
}

/** Finds what meets a plan. One for each state of the index: it remembers where the names of concepts stand. */
export class Matching {
  readonly #index: SearchIndex;
  readonly #facts: Facts;
  readonly #occurrences = new Map<string, Occurrences>();
  /** Where phrases stand, by their pattern. */
  readonly #phrases = new Map<string, ReadonlySet<number>>();

  readonly #near: Near;

  constructor(index: SearchIndex, facts: Facts, near: Near) {
    this.#index = index;
    this.#near = near;
    this.#facts = facts;
  }

  /** The other names of concepts in a conjunction that were said or written down somewhere. */
  *spoken({ named }: Conjunction): Generator<void, SpokenNames[]> {
    const found: SpokenNames[] = [];
    for (const { concept, others } of named.flatMap(({ names }) => names)) {
      const terms: ConceptTerm[] = [];
      for (const term of others) if ((yield* this.#occurrencesOf(term)).spoken) terms.push(term);
      if (terms.length > 0) found.push({ concept, terms });
    }
    return found;
  }

  /**
   * Everything that meets some of it and passes what is strict: filters, phrases, what is not wanted. Nothing is scored
   * yet: only what can be listed need be.
   * @param between turns in the midst of others are wanted, too
   */
  *some(asked: Conjunction, between = false): Generator<void, Matched> {
    const room = this.#index.rooms.take(this.#index.capacity);
    const groups = asked.groups.some(({ helps }) => !helps) ? asked.groups : [];
    if (groups.length > 0) yield* this.#index.meet(groups, room);
    const first = groups.length > 0 ? distinctive(groups, room) : null;
    const found: Matched = {
      numbers: first ?? (asked.choices.length > 0 ? [] : this.#index.everything()),
      met: room.met,
      between: first && between ? this.#between(room) : [],
      groups,
      raised: [],
      room,
    };
    for (const one of asked.named) yield* this.#widen(found, one);
    for (const choice of asked.choices) yield* this.#choose(found, choice);
    yield;
    return yield* this.#strict(found, asked);
  }

  /** The documents that hold nothing that is distinctive, with something around them that is. */
  #between({ capacity, said, loud, touched, reached }: Room): number[] {
    const near = new Uint8Array(capacity);
    for (let at = 0; at < reached; at++) {
      const number = touched[at] as number;
      if (said[number] === 1) this.#near.around(number, (other) => (near[other] = 1));
    }
    const numbers: number[] = [];
    for (let number = 0; number < capacity; number++)
      if (near[number] === 1 && loud[number] === 0) numbers.push(number);
    return numbers;
  }

  /** What these documents score, by number. */
  *score({ groups, raised, room }: Matched, numbers: readonly number[]): Generator<void, Float64Array> {
    const { scores, seen, loud, near } = room;
    yield* score(this.#index, groups, numbers, room, this.#near);
    // What is everywhere says something only where there is more.
    if (groups.some(isDistinctive))
      for (const number of numbers)
        if (seen[number] !== 0 && loud[number] === 0 && near[number] === 0) scores[number] = 0;
    for (const more of raised)
      for (const number of numbers) scores[number] = (scores[number] as number) + (more.get(number) ?? 0);
    return scores;
  }

  done({ room }: Matched): void {
    this.#index.rooms.give(room);
  }

  /** Everything that meets all of it. */
  *all(asked: Conjunction): Generator<void, Matched> {
    const found = yield* this.some(asked);
    return {
      ...found,
      numbers: found.numbers.filter((number) => (found.met[number] as number) >= asked.asked),
    };
  }

  /**
   * What has another name meets the words that named it. It comes after what has the words as they were typed, however
   * much rarer the other name is; unless it is the same words, set off otherwise.
   */
  *#widen({ numbers, met, raised, room }: Matched, { groups, names }: NamedGroups): Generator<void> {
    const joined = groups.some(({ terms }) => terms.some(({ term }) => isJoined(term)));
    const alike = new Map<number, number>();
    const other = new Map<number, number>();
    const worthOfName = { words: this.#index.weights.otherWriting, synonym: SYNONYM, akin: AKIN };
    for (const { others, closeness } of names) {
      const best = closeness === 'words' ? alike : other;
      for (const term of others) {
        const share = worthOfName[closeness] * (term.joined === joined ? 1 : TRANSLATED);
        const occurrences = yield* this.#occurrencesOf(term);
        for (const [at, number] of occurrences.numbers.entries()) {
          const score = share * (occurrences.scores[at] as number);
          if (score > (best.get(number) ?? -1)) best.set(number, score);
        }
      }
    }
    const named = new Set([...alike.keys(), ...other.keys()]);
    if (named.size === 0) return;
    const typed = this.#index.rooms.take(this.#index.capacity);
    yield* this.#index.meet(groups, typed);
    const whole = typed.numbers().filter((number) => typed.met[number] === groups.length);
    yield* score(this.#index, groups, [...new Set([...whole, ...named])], typed, this.#near);
    const worth = groups.reduce((sum, group) => sum + worthOf(group), 0);
    let least = Number.POSITIVE_INFINITY;
    for (const number of whole) least = Math.min(least, typed.scores[number] as number);
    if (whole.length === 0) this.#raiseCalled(names, other);
    let most = 0;
    for (const score of other.values()) most = Math.max(most, worth * score);
    // Below the least that was typed, in the order that they have among themselves.
    const scale = most === 0 ? 0 : Math.min(1, (BELOW * least) / most);
    const gained = new Map<number, number>();
    for (const number of named) {
      const own = typed.met[number] as number;
      if ((met[number] as number) === 0 && own < groups.length) numbers.push(number);
      room.raise(number, groups.length - own);
      const before = typed.scores[number] as number;
      // What has a word both as one and in two has it once.
      const same = Math.max(0, worth * (alike.get(number) ?? 0) - before);
      const more = scale * worth * (other.get(number) ?? 0);
      gained.set(number, Math.max(same, own === groups.length ? more : more - before));
    }
    raised.push(gained);
    this.#index.rooms.give(typed);
  }

  /** Where the words stand nowhere as typed, the issue that goes by them comes before what holds another of its names. */
  #raiseCalled(names: readonly OtherNames[], scores: Map<number, number>): void {
    let most = 0;
    for (const score of scores.values()) most = Math.max(most, score);
    for (const { called } of names) {
      const number = called === null ? undefined : this.#index.numberOf(`issue:${called}`);
      if (number !== undefined && scores.has(number)) scores.set(number, ITSELF * most);
    }
  }

  *#choose({ numbers, met, raised, room }: Matched, choice: readonly Conjunction[]): Generator<void> {
    const best = new Map<number, number>();
    for (const alternative of choice) {
      const found = yield* this.all(alternative);
      const scores = yield* this.score(found, found.numbers);
      for (const number of found.numbers)
        best.set(number, Math.max(best.get(number) ?? 0, scores[number] as number));
      this.done(found);
    }
    for (const number of best.keys()) {
      if ((met[number] as number) === 0) numbers.push(number);
      room.raise(number, 1);
    }
    raised.push(best);
  }

  *#strict(found: Matched, { phrases, excluded, tests }: Conjunction): Generator<void, Matched> {
    if (phrases.length + excluded.length + tests.length === 0)
      return { ...found, between: found.between.filter((number) => found.met[number] === 0) };
    const unwanted = new Set<number>();
    for (const one of excluded) {
      const found = yield* this.all(one);
      for (const number of found.numbers) unwanted.add(number);
      this.done(found);
    }
    const held: ReadonlySet<number>[] = [];
    for (const phrase of phrases) if (phrase.groups.length > 0) held.push(yield* this.#holding(phrase));
    const asWritten = phrases.filter(({ groups }) => groups.length === 0).map(({ written }) => written);
    const numbers: number[] = [];
    let seen = 0;
    for (const number of found.numbers) {
      if (++seen % (asWritten.length > 0 ? BREATH_OF_TEXTS : BREATH) === 0) yield;
      if (unwanted.has(number) || !held.every((set) => set.has(number))) continue;
      if (!tests.every((test) => test(number))) continue;
      if (asWritten.every((one) => this.#holds(number, one))) numbers.push(number);
    }
    const between =
      asWritten.length + held.length > 0
        ? []
        : found.between.filter((number) => {
            return found.met[number] === 0 && !unwanted.has(number) && tests.every((test) => test(number));
          });
    return { ...found, numbers, between };
  }

  /** Whether a phrase stands in any document. */
  *stands(phrase: Phrase): Generator<void, boolean> {
    return phrase.groups.length === 0 || (yield* this.#holding(phrase)).size > 0;
  }

  /** The documents in which a phrase stands. */
  *#holding({ groups, written }: Phrase): Generator<void, ReadonlySet<number>> {
    const known = this.#phrases.get(written.pattern.source);
    if (known) return known;
    const holding = new Set<number>();
    const room = this.#index.rooms.take(this.#index.capacity);
    let read = 0;
    // What holds it in a field has all its words there: no other field need be read.
    for (const [at, field] of FIELDS.entries()) {
      yield* this.#index.meet(groups, room, at);
      for (const number of room.numbers()) {
        if ((room.met[number] as number) < groups.length || holding.has(number)) continue;
        if (holds(foldText(this.#index.fieldAt(number, field)), written)) holding.add(number);
        if (++read % BREATH_OF_TEXTS === 0) yield;
      }
      room.clear();
    }
    this.#index.rooms.give(room);
    this.#phrases.set(written.pattern.source, holding);
    return holding;
  }

  #holds(number: number, written: Written): boolean {
    return FIELDS.some((field) => holds(foldText(this.#index.fieldAt(number, field)), written));
  }

  #isSaid(number: number, marker: Marker): boolean {
    if (!this.#facts.ready(number) || this.#facts.kind[number] === ISSUE) return false;
    const document = this.#index.documentAt(number);
    return document !== null && marksIn(`${document.name}\n${document.text}`, marker).length > 0;
  }

  *#occurrencesOf(term: ConceptTerm): Generator<void, Occurrences> {
    const known = this.#occurrences.get(term.writing);
    if (known) return known;
    const asked = term.pieces.filter(({ helps }) => !helps);
    const groups = asked.map(({ term: own, also = [], worth = 1 }): Group => {
      const boost = worth / asked.length;
      return { terms: [own, ...also].map((one) => ({ term: one, boost })) };
    });
    const numbers: number[] = [];
    const scores: number[] = [];
    let spoken = false;
    let looked = 0;
    const marker = withTerms(NO_MARKER, [term]);
    const frequent = groups.every(({ terms }) => terms.some((one) => this.#index.frequency(one.term) > 0));
    if (frequent) {
      const room = this.#index.rooms.take(this.#index.capacity);
      yield* this.#index.meet(groups, room);
      let read = 0;
      for (const number of room.numbers()) {
        if ((room.met[number] as number) < groups.length) continue;
        if (term.phrase) {
          if (++read % BREATH_OF_TEXTS === 0) yield;
          if (!this.#holds(number, term.phrase)) continue;
        }
        numbers.push(number);
        if (!spoken && looked < MOST_LOOKED) {
          looked++;
          spoken = this.#isSaid(number, marker);
        }
      }
      yield* score(this.#index, groups, numbers, room, null);
      for (const number of numbers) scores.push(room.scores[number] as number);
      this.#index.rooms.give(room);
    }
    const occurrences = { numbers, scores, spoken };
    this.#occurrences.set(term.writing, occurrences);
    return occurrences;
  }
}

function isDistinctive({ helps, quiet }: Group): boolean {
  return !helps && !quiet;
}

/** What meets something, without what meets only terms that are everywhere where others were asked for, too. */
function distinctive(groups: readonly Group[], room: Room): number[] {
  const some = groups.some(isDistinctive);
  const numbers: number[] = [];
  for (const number of room.numbers()) {
    if (!some || (room.loud[number] as number) > 0) numbers.push(number);
    else room.met[number] = 0;
  }
  return numbers;
}

/** What another name scores at most, beside the least that the words score where they stand as typed. */
const BELOW = 0.9;
/** What an issue scores that is called so, beside the best that holds another of its names. */
const ITSELF = 1.01;
/** Documents that are looked into, to tell whether a name was said. */
const MOST_LOOKED = 100;
const NO_MARKER: Marker = { terms: new Set(), prefixes: [], phrases: [] };
const ISSUE = DOCUMENT_KINDS.indexOf('issue');

/** What the best way to meet a group is worth. */
function worthOf({ terms }: Group): number {
  return terms.reduce((best, { boost }) => Math.max(best, boost), 0);
}
