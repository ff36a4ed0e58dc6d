import { sentences } from '../anchor/units.ts';
import type { Change } from '../change/change-set.ts';
import type { Id } from '../model/basics.ts';
import { ConceptBook, withTerms } from './concepts.ts';
import { allKeys, DOCUMENT_KINDS, type DocumentKey, type DocumentKind, follow } from './documents.ts';
import { narrow } from './facets.ts';
import { Facts } from './facts.ts';
import { chosenTest } from './filters.ts';
import { joined, type Marker, marksIn, type Range } from './highlight.ts';
import { hitOf } from './hits.ts';
import { Matching, type SpokenNames } from './matching.ts';
import { withNear } from './near.ts';
import { compile, type Plan } from './plan.ts';
import { parseQuery } from './query.ts';
import {
  type AlsoFound,
  type Answer,
  type Chosen,
  FACETS,
  type FoundPlace,
  type FoundPlaces,
  type Hit,
  type HitGroup,
  type PlaceUnit,
  type SearchRequest,
  type TurnHits,
} from './request.ts';
import { reranked } from './rerank.ts';
import { type SearchedState, SearchRows } from './rows.ts';
import { SearchIndex, type StoredSegment } from './search-index.ts';
import { leastOfBest } from './top.ts';

/** A question of more words than this, in plain words, is ranked by what it is about: no text need hold all of them. */
const FEW_WORDS = 3;

/** Below so many whole hits, those that hold only some of the words are listed after them. */
const FEW = 20;
/** How many of the best are looked into once more, for words that stand together. */
const LOOKED_INTO = 200;
/** Hits described, and texts marked, between two breaths. */
const BREATH = 20;
/** Documents looked at between two breaths while nothing is asked. */
const WARMED = 1_000;

/** Search over one workspace: its rows, the index over them, and how questions are answered. */
export class WorkspaceSearch {
  readonly #rows: SearchRows;
  readonly #index = new SearchIndex();
  #facts: Facts;
  /** What was worked out for the index as it stands; null once it changed. */
  #matching: Matching | null = null;
  #concepts: ConceptBook | null = null;
  readonly #spellings = new Map<string, string | null>();

  constructor(state: SearchedState) {
    this.#rows = new SearchRows(state);
    this.#facts = new Facts(this.#rows, this.#index);
  }

  /** Reads everything. Yields the share that is done, 0–1; in between, questions are answered from what is read. */
  *build(): Generator<number> {
    yield* this.#read([...allKeys(this.#rows)]);
  }

  /** Follows an entry of the journal. Yields like `build`. */
  *follow(changes: readonly Change[]): Generator<number> {
    const keys = [...follow(this.#rows, changes)];
    this.#facts.forgetPlaces(reordered(changes));
    if (changes.some(({ table }) => table === 'issues')) this.#concepts = null;
    yield* this.#read(keys);
  }

  *#read(keys: readonly DocumentKey[]): Generator<number> {
    this.#changed(keys);
    for (const read of this.#index.update(this.#rows, keys)) {
      this.#matching = null;
      this.#spellings.clear();
      yield keys.length === 0 ? 1 : read / keys.length;
    }
    this.#changed(keys);
  }

  #changed(keys: readonly DocumentKey[]): void {
    this.#matching = null;
    this.#spellings.clear();
    for (const key of keys) {
      const number = this.#index.numberOf(key);
      if (number !== undefined) this.#facts.forget(number);
    }
  }

  /** The index itself, for who stores it. */
  get index(): SearchIndex {
    return this.#index;
  }

  /** Takes over an index that was stored, in place of building one. */
  restore(stored: readonly StoredSegment[]): void {
    this.#index.restore(this.#rows, stored);
    this.#facts = new Facts(this.#rows, this.#index);
    this.#changed([]);
  }

  /** Puts small parts of the index together, in small steps: for when nothing else is to do. Answers stay the same. */
  *tidy(): Generator<void> {
    yield* this.#index.tidy();
    yield* this.#warm();
  }

  /** Works out what every question needs, so that the first one does not wait for it. */
  *#warm(): Generator<void> {
    this.#concepts ??= new ConceptBook(this.#rows);
    for (let number = 0; number < this.#index.capacity; number++) {
      this.#facts.ready(number);
      if (number % WARMED === WARMED - 1) yield;
    }
  }

  /** Answers at once: for the command line and tests. */
  search(request: SearchRequest): Answer {
    return atOnce(this.steps(request));
  }

  /** Answers in steps, between which a worker may look whether the question still stands. */
  *steps(request: SearchRequest): Generator<void, Answer> {
    const { language } = request;
    const { plan, found, whole, scores, marker, also } = yield* this.#asked(request);
    const isWhole = !isLongQuestion(plan) && (whole.length > 0 || found.length === 0);
    const chosen = chosenBy(request);
    const narrowed = yield* narrow(isWhole ? whole : found, chosen, language, this.#rows, this.#facts);
    const listed = narrowed.fitting;
    const complete = new Uint8Array(this.#index.capacity);
    for (const number of whole) complete[number] = 1;
    const some = isWhole && whole.length < FEW ? this.#others(found, new Set(whole), chosen) : [];
    const together = some.length > 0 ? [...listed, ...some] : listed;
    yield;
    const best = this.#best(together, isWhole ? complete : null, scores, plan, request);
    const hits: Hit[] = [];
    for (const [index, { number, score }] of best.entries()) {
      if (index % BREATH === BREATH - 1) yield;
      const document = this.#index.documentAt(number);
      if (document)
        hits.push(
          hitOf(
            document,
            { score, complete: complete[number] === 1 },
            { marker, language, width: request.width },
            this.#rows,
            this.#facts,
          ),
        );
    }
    return {
      hits,
      groups: this.#groups(hits, together),
      counts: Object.fromEntries(DOCUMENT_KINDS.map((kind, at) => [kind, narrowed.kinds[at] ?? 0])) as Record<
        DocumentKind,
        number
      >,
      total: listed.length,
      searched: this.#index.size,
      facets: narrowed.facets,
      facetTotals: narrowed.facetTotals,
      also,
      corrected: plan.corrected,
      bounded: plan.bounded,
    };
  }

  /** Stretches of turns that hold what was asked for, each a sentence or a turn; `limit` of them at most. */
  places(request: SearchRequest, unit: PlaceUnit, limit: number): FoundPlaces {
    return atOnce(this.placesInSteps(request, unit, limit));
  }

  /**
   * As `places`, in steps. Whole hits only, or where there are none, those of some of the words. A turn that was found
   * by its speaker, heading or issue alone is a place of the unit `turn`, and has no sentence.
   */
  *placesInSteps(request: SearchRequest, unit: PlaceUnit, limit: number): Generator<void, FoundPlaces> {
    const { found, whole, marker } = yield* this.#asked(request);
    const turns = this.#turns(whole.length > 0 ? whole : found, chosenBy(request));
    const places: FoundPlace[] = [];
    let more = 0;
    for (const [index, turnId] of turns.entries()) {
      if (places.length >= limit) {
        more += turns.length - index;
        break;
      }
      if (index % BREATH === BREATH - 1) yield;
      const turn = this.#rows.get('turns', turnId);
      if (!turn) continue;
      const { text, dialogueId } = turn;
      const language = this.#rows.get('dialogues', dialogueId)?.language ?? '';
      for (const { start, end } of unit === 'turn' ? trimmed(text) : sentencesIn(text, language, marker)) {
        if (places.length < limit) places.push({ turnId, dialogueId, start, end });
        else more++;
      }
    }
    return { places, more };
  }

  /** Every hit in a dialogue, in reading order; turns in whose words nothing is marked are left out. */
  inDialogue(request: SearchRequest, dialogueId: Id): TurnHits[] {
    return atOnce(this.inDialogueInSteps(request, dialogueId));
  }

  *inDialogueInSteps(request: SearchRequest, dialogueId: Id): Generator<void, TurnHits[]> {
    const { found, whole, marker } = yield* this.#asked(request);
    const here = { ...chosenBy(request), dialogue: [dialogueId] };
    // Whole hits elsewhere say nothing of this dialogue: here, some of the words may be all there is.
    const complete = this.#turns(whole, here);
    const turns = complete.length > 0 ? complete : this.#turns(found, here);
    const hits: TurnHits[] = [];
    for (const [index, turnId] of turns.entries()) {
      if (index % BREATH === BREATH - 1) yield;
      const text = this.#rows.get('turns', turnId)?.text ?? '';
      const ranges = joined(text, marksIn(text, marker));
      if (ranges.length > 0) hits.push({ turnId, ranges });
    }
    return hits;
  }

  /** What meets a request before anything is chosen to narrow by, and how it is marked. */
  *#asked({ query, typing, synonyms, language }: SearchRequest): Generator<void, Asked> {
    const facts = this.#facts;
    this.#concepts ??= new ConceptBook(this.#rows);
    this.#matching ??= new Matching(this.#index, facts);
    const matching = this.#matching;
    const plan = compile(parseQuery(query, typing), {
      index: this.#index,
      rows: this.#rows,
      facts,
      concepts: synonyms ? this.#concepts : null,
      language,
      spellings: this.#spellings,
    });
    if (plan.empty)
      return { plan, found: [], whole: [], scores: new Float64Array(0), marker: plan.marker, also: [] };
    const { numbers, scores, met } = yield* matching.some(plan);
    yield;
    const spoken = yield* matching.spoken(plan);
    return {
      plan,
      found: numbers,
      whole: numbers.filter((number) => (met[number] as number) >= plan.asked),
      scores: withNear(numbers, scores, facts),
      marker: withTerms(
        plan.marker,
        spoken.flatMap(({ terms }) => terms),
      ),
      also: alsoOf(spoken),
    };
  }

  /** What holds only some of the words and fits what was chosen. */
  #others(found: readonly number[], whole: ReadonlySet<number>, chosen: Chosen): number[] {
    const fits = this.#fits(chosen);
    return found.filter((number) => !whole.has(number) && fits(number));
  }

  #fits(chosen: Chosen): (number: number) => boolean {
    const tests = FACETS.flatMap((facet) => chosenTest(facet, chosen, this.#rows, this.#facts) ?? []);
    return (number) => tests.every((test) => test(number));
  }

  /** The first of them in the order wished for; the rest is not sorted. Whole hits come before all others. */
  #best(
    listed: readonly number[],
    complete: Uint8Array | null,
    scores: Float64Array,
    plan: Plan,
    { sort, limit }: SearchRequest,
  ): { number: number; score: number }[] {
    const own = sort === 'date' ? this.#byDate() : (number: number) => scores[number] as number;
    const rankOf = (number: number) => own(number) + (complete?.[number] === 1 ? WHOLE[sort] : 0);
    const ranks = new Float64Array(listed.length);
    for (let at = 0; at < listed.length; at++) ranks[at] = rankOf(listed[at] as number);
    const pool = sort === 'date' ? limit : Math.max(limit, LOOKED_INTO);
    const least = leastOfBest(ranks, pool);
    const first = listed.filter((_, at) => (ranks[at] as number) >= least);
    const candidates = first.flatMap((number) => {
      const document = this.#index.documentAt(number);
      return document
        ? [{ number, document, score: scores[number] as number, first: complete?.[number] === 1 }]
        : [];
    });
    const rarity = (term: string) => this.#index.rarity(this.#index.frequency(term));
    const rescored = sort === 'date' ? candidates : reranked(candidates, plan.sequence, rarity);
    const final = rescored.map(({ number, document, score }) => ({
      number,
      score,
      key: document.key,
      rank: sort === 'date' ? rankOf(number) : score + (complete?.[number] === 1 ? WHOLE[sort] : 0),
      date: this.#rows.get('dialogues', document.dialogueId)?.date ?? '',
    }));
    return final
      .sort(
        (a, b) =>
          b.rank - a.rank ||
          (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
          (this.#facts.kind[a.number] as number) - (this.#facts.kind[b.number] as number) ||
          (a.key < b.key ? -1 : 1),
      )
      .slice(0, limit);
  }

  /** The newest dialogue first, and in it what was said first. */
  #byDate(): (number: number) => number {
    const facts = this.#facts;
    const rank = new Map(this.#dialoguesInOrder().map((slot, index) => [slot, index + 1]));
    return (number) => {
      const place = facts.place[number] as number;
      const slot = facts.dialogue[number] as number;
      // The dialogue itself before its turns, advice after them.
      const within =
        place >= 0 ? DIALOGUE_ROOM - 2 - place : facts.kind[number] === DIALOGUE ? DIALOGUE_ROOM - 1 : 0;
      return (rank.get(slot) ?? 0) * DIALOGUE_ROOM + within;
    };
  }

  /** Slots of the dialogues, the oldest first and those without a date before all; by title within a day. */
  #dialoguesInOrder(): number[] {
    const known = this.#facts.dialogues.ids.map((id, slot) => {
      const dialogue = this.#rows.get('dialogues', id);
      return { slot, id, date: dialogue?.date ?? '', title: dialogue?.title ?? '' };
    });
    const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    return known
      .sort((a, b) => order(a.date, b.date) || order(b.title, a.title) || order(b.id, a.id))
      .map(({ slot }) => slot);
  }

  /** The turns among them that fit what was chosen, in the order in which they were said. */
  #turns(numbers: readonly number[], chosen: Chosen): Id[] {
    const facts = this.#facts;
    const fits = this.#fits(chosen);
    // Oldest first; without a date last, as where results are sorted by date.
    const undated = (slot: number) => (this.#rows.get('dialogues', facts.dialogues.ids[slot])?.date ? 0 : 1);
    const inOrder = this.#dialoguesInOrder();
    const order = new Map(
      [...inOrder].sort((a, b) => undated(a) - undated(b)).map((slot, index) => [slot, index]),
    );
    return numbers
      .filter((number) => (facts.place[number] as number) >= 0 && fits(number))
      .sort(
        (a, b) =>
          (order.get(facts.dialogue[a] as number) ?? 0) - (order.get(facts.dialogue[b] as number) ?? 0) ||
          (facts.place[a] as number) - (facts.place[b] as number),
      )
      .map((number) => facts.idAt(number));
  }

  /** The hits by dialogue; of each, how many there are in all. */
  #groups(hits: readonly Hit[], listed: readonly number[]): HitGroup[] {
    const facts = this.#facts;
    const totals = new Map<string, number>();
    const counts = new Uint32Array(facts.dialogues.ids.length + 1);
    for (const number of listed) {
      // What belongs to no dialogue stands before the first.
      const slot = (facts.dialogue[number] as number) + 1;
      counts[slot] = (counts[slot] as number) + 1;
    }
    for (const [slot, count] of counts.entries())
      if (count > 0) totals.set(facts.dialogues.ids[slot - 1] ?? '', count);
    const groups = new Map<string, Hit[]>();
    for (const hit of hits) {
      const group = groups.get(hit.dialogue?.id ?? '');
      if (group) group.push(hit);
      else groups.set(hit.dialogue?.id ?? '', [hit]);
    }
    return [...groups].map(([id, own]) => ({
      dialogue: own[0]?.dialogue ?? null,
      total: totals.get(id) ?? own.length,
      hits: own,
    }));
  }
}

/** What was asked, and everything that meets it before anything is chosen. */
interface Asked {
  readonly plan: Plan;
  /** Numbers of the documents that hold some of the words, in no order … */
  readonly found: readonly number[];
  /** … and of those that hold all. */
  readonly whole: readonly number[];
  /** By number. */
  readonly scores: Float64Array;
  readonly marker: Marker;
  readonly also: readonly AlsoFound[];
}

/** More than any score, and more than any place in the order of dates. */
const WHOLE = { relevance: 1e6, date: 1e14 } as const;
/** More turns than any dialogue has. */
const DIALOGUE_ROOM = 1e7;
const DIALOGUE = DOCUMENT_KINDS.indexOf('dialogue');

function chosenBy({ chosen = {}, kinds }: SearchRequest): Chosen {
  if (!kinds) return chosen;
  const both = chosen.kind?.length ? kinds.filter((kind) => chosen.kind?.includes(kind)) : kinds;
  return { ...chosen, kind: both };
}

function alsoOf(spoken: readonly SpokenNames[]): AlsoFound[] {
  return spoken.map(({ named: { concept }, terms }) => ({
    issueId: concept.issueId,
    name: concept.name,
    terms: terms.map(({ words }) => words),
  }));
}

/** Dialogues in which turns came, went or moved. */
function reordered(changes: readonly Change[]): Set<Id> {
  const ids = new Set<Id>();
  for (const change of changes) {
    if (change.table !== 'turns') continue;
    const { before, after } = change as Change<'turns'>;
    if (before?.dialogueId === after?.dialogueId && before?.order === after?.order) continue;
    for (const turn of [before, after]) if (turn) ids.add(turn.dialogueId);
  }
  return ids;
}

function trimmed(text: string): Range[] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return end > start ? [{ start, end }] : [];
}

/** The sentences of a text in which there is a hit. */
function sentencesIn(text: string, language: string, marker: Marker): Range[] {
  const marks = marksIn(text, marker);
  if (marks.length === 0) return [];
  return sentences(text, language).filter(({ start, end }) =>
    marks.some((mark) => mark.start < end && mark.end > start),
  );
}

/** Runs to the end without rest. */
function atOnce<R>(steps: Generator<void, R>): R {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function isLongQuestion({ question, asked }: Plan): boolean {
  return question && asked > FEW_WORDS;
}
