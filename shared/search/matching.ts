import { foldText } from '../fold/fold.ts';
import { AKIN, type Concept, type ConceptTerm, SYNONYM, TRANSLATED, withTerms } from './concept-terms.ts';
import { DOCUMENT_KINDS, FIELDS } from './documents.ts';
import type { Facts } from './facts.ts';
import { Heard } from './heard.ts';
import { holds, type Marker, marksIn, type Written } from './highlight.ts';
import type { Near } from './near.ts';
import type { Conjunction, NamedGroups, Phrase } from './plan.ts';
import type { Found, SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';
import { isJoined } from './terms.ts';

/** Candidates looked at between two breaths; of those whose text is read, fewer. */
const BREATH = 4_096;
const BREATH_OF_TEXTS = 200;

/** What meets some of what was asked for. */
export interface Matched {
  /** Which documents, each once. */
  readonly numbers: number[];
  /** By number. */
  readonly scores: Float64Array;
  /** By number: how much of what was asked for it meets. */
  readonly met: Uint16Array;
  /** Turns that meet nothing themselves, in the midst of others that do. */
  readonly between: readonly number[];
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
   * Everything that meets some of it and passes what is strict: filters, phrases, what is not wanted.
   * @param between turns in the midst of others are wanted, too
   */
  *some(asked: Conjunction, between = false): Generator<void, Matched> {
    const words = asked.groups.some(({ helps }) => !helps);
    const {
      numbers: first,
      scores,
      met,
      between: heard,
    } = words
      ? yield* this.#distinctive(asked.groups, between)
      : { ...this.#index.everything(), ...(asked.choices.length > 0 && { numbers: [] }), between: [] };
    const numbers: number[] = [];
    for (const number of first) numbers.push(number);
    const found = { numbers, scores, met, between: heard };
    for (const one of asked.named) yield* this.#widen(found, one);
    for (const choice of asked.choices) yield* this.#choose(found, choice);
    yield;
    return yield* this.#strict(found, asked);
  }

  /** What the index finds, without what meets only terms that are everywhere. */
  *#distinctive(
    groups: readonly Group[],
    wanted: boolean,
  ): Generator<void, Found & Pick<Matched, 'between'>> {
    const heard = new Heard(this.#index, this.#near);
    const found = yield* this.#index.search(groups, heard);
    const { scores, met, loud } = found;
    const between = wanted ? heard.between(loud) : [];
    if (!groups.some(({ helps, quiet }) => !helps && !quiet)) return { ...found, between };
    const numbers = found.numbers.filter((number) => (loud[number] as number) > 0);
    for (const number of found.numbers) {
      if ((loud[number] as number) > 0) continue;
      if (!heard.isNear(number)) scores[number] = 0;
      met[number] = 0;
    }
    return { ...found, numbers, between };
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
  *#widen({ numbers, scores, met }: Matched, { groups, names }: NamedGroups): Generator<void> {
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
    if (alike.size + other.size === 0) return;
    const typed = yield* this.#index.search(groups, new Heard(this.#index, this.#near));
    const worth = groups.reduce((sum, group) => sum + worthOf(group), 0);
    let least = Number.POSITIVE_INFINITY;
    for (const number of typed.numbers)
      if ((typed.met[number] as number) === groups.length)
        least = Math.min(least, typed.scores[number] as number);
    const most = worth * Math.max(0, ...other.values());
    // Below the least that was typed, in the order that they have among themselves.
    const scale = most === 0 ? 0 : Math.min(1, (BELOW * least) / most);
    for (const number of new Set([...alike.keys(), ...other.keys()])) {
      const own = typed.met[number] as number;
      if ((met[number] as number) === 0) numbers.push(number);
      met[number] = (met[number] as number) + groups.length - own;
      const before = typed.scores[number] as number;
      // What has a word both as one and in two has it once.
      const same = Math.max(0, worth * (alike.get(number) ?? 0) - before);
      const more = scale * worth * (other.get(number) ?? 0);
      const gained = Math.max(same, own === groups.length ? more : more - before);
      scores[number] = (scores[number] as number) + gained;
    }
  }

  *#choose({ numbers, scores, met }: Matched, choice: readonly Conjunction[]): Generator<void> {
    const best = new Map<number, number>();
    for (const alternative of choice) {
      const found = yield* this.all(alternative);
      for (const number of found.numbers)
        best.set(number, Math.max(best.get(number) ?? 0, found.scores[number] as number));
    }
    for (const [number, score] of best) {
      if ((met[number] as number) === 0) numbers.push(number);
      met[number] = (met[number] as number) + 1;
      scores[number] = (scores[number] as number) + score;
    }
  }

  *#strict(found: Matched, { phrases, excluded, tests }: Conjunction): Generator<void, Matched> {
    const unwanted = new Set<number>();
    for (const one of excluded) for (const number of (yield* this.all(one)).numbers) unwanted.add(number);
    const held: ReadonlySet<number>[] = [];
    for (const phrase of phrases) if (phrase.groups.length > 0) held.push(yield* this.#holding(phrase));
    const asWritten = phrases.filter(({ groups }) => groups.length === 0).map(({ written }) => written);
    const numbers: number[] = [];
    let seen = 0;
    for (const number of found.numbers) {
      if (++seen % (asWritten.length > 0 ? BREATH_OF_TEXTS : BREATH) === 0) yield;
      if (unwanted.has(number) || !held.every((set) => set.has(number))) continue;
      if (!this.#facts.ready(number) || !tests.every((test) => test(number))) continue;
      if (asWritten.every((one) => this.#holds(number, one))) numbers.push(number);
    }
    const between =
      asWritten.length + held.length > 0
        ? []
        : found.between.filter((number) => {
            return (
              found.met[number] === 0 &&
              !unwanted.has(number) &&
              this.#facts.ready(number) &&
              tests.every((test) => test(number))
            );
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
    const { numbers, met } = yield* this.#index.search(groups);
    const holding = new Set<number>();
    let read = 0;
    for (const number of numbers) {
      if ((met[number] as number) < groups.length) continue;
      if (this.#holds(number, written)) holding.add(number);
      if (++read % BREATH_OF_TEXTS === 0) yield;
    }
    this.#phrases.set(written.pattern.source, holding);
    return holding;
  }

  #holds(number: number, written: Written): boolean {
    const document = this.#index.documentAt(number);
    return document !== null && FIELDS.some((field) => holds(foldText(document[field]), written));
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
      const found = yield* this.#index.search(groups);
      let read = 0;
      for (const number of found.numbers) {
        if ((found.met[number] as number) < groups.length) continue;
        if (term.phrase) {
          if (++read % BREATH_OF_TEXTS === 0) yield;
          if (!this.#holds(number, term.phrase)) continue;
        }
        numbers.push(number);
        scores.push(found.scores[number] as number);
        if (!spoken && looked < MOST_LOOKED) {
          looked++;
          spoken = this.#isSaid(number, marker);
        }
      }
    }
    const occurrences = { numbers, scores, spoken };
    this.#occurrences.set(term.writing, occurrences);
    return occurrences;
  }
}

/** What another name scores at most, beside the least that the words score where they stand as typed. */
const BELOW = 0.9;
/** Documents that are looked into, to tell whether a name was said. */
const MOST_LOOKED = 100;
const NO_MARKER: Marker = { terms: new Set(), prefixes: [], phrases: [] };
const ISSUE = DOCUMENT_KINDS.indexOf('issue');

/** What the best way to meet a group is worth. */
function worthOf({ terms }: Group): number {
  return terms.reduce((best, { boost }) => Math.max(best, boost), 0);
}
