import type { TextRange } from '../anchor/text-range.ts';
import { sentences } from '../anchor/units.ts';
import type { Change } from '../change/change-set.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { compile, phraseOf } from './compile.ts';
import { withTerms } from './concept-terms.ts';
import { ConceptBook } from './concepts.ts';
import { DOCUMENT_KINDS, type DocumentKey, type DocumentKind } from './documents.ts';
import { narrow } from './facets.ts';
import { Facts } from './facts.ts';
import { chosenTest } from './filters.ts';
import { allKeys, follow } from './follow.ts';
import { byDialogue } from './groups.ts';
import { joined, type Mark, type Marker, marksIn } from './highlight.ts';
import { dialogueOf, hitOf } from './hits.ts';
import { Matching, type SpokenNames } from './matching.ts';
import { Near } from './near.ts';
import type { Plan, PlanContext } from './plan.ts';
import { prepared } from './prepare.ts';
import { type ParsedQuery, parseQuery, withoutQuotes } from './query.ts';
import { dialoguesInOrder, type Ranked, Ranking } from './ranking.ts';
import {
  type AlsoFound,
  type Answer,
  type Chosen,
  FACETS,
  type FoundInDialogue,
  type FoundRange,
  type FoundRanges,
  type Hit,
  type RangeUnit,
  type SearchRequest,
} from './request.ts';
import { type SearchedState, SearchRows } from './rows.ts';
import { SearchIndex, type StoredSegment } from './search-index.ts';
import { atOnce } from './steps.ts';
import { isJoined } from './terms.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/** A question of more words than this, in plain words, is ranked by what it is about: no text need hold all of them. */
const FEW_WORDS = 3;

/** Below so many whole hits, those that hold only some of the words are listed after them. */
const FEW = 20;
/** Hits described, and texts marked, between two breaths. */
const BREATH = 20;
/** Documents looked at between two breaths while nothing is asked. */
const WARMED = 1_000;

/** Search over one workspace: its rows, the index over them, and how questions are answered. */
export class WorkspaceSearch {
  readonly #rows: SearchRows;
  readonly #index: SearchIndex;
  #facts: Facts;
  #near: Near;
  /** What was worked out for the index as it stands; null once it changed. */
  #matching: Matching | null = null;
  #concepts: ConceptBook | null = null;
  readonly #spellings = new Map<string, string | null>();

  constructor(state: SearchedState, weights: Weights = WEIGHTS) {
    this.#index = new SearchIndex(weights);
    this.#rows = new SearchRows(state);
    this.#facts = new Facts(this.#rows, this.#index);
    this.#near = new Near(this.#rows, this.#index, this.#facts);
  }

  /** Reads everything. Yields the share that is done, 0–1; in between, questions are answered from what is read. */
  *build(): Generator<number> {
    yield* this.#read([...allKeys(this.#rows)]);
  }

  /** Follows an entry of the journal. Yields like `build`. */
  *follow(changes: readonly Change[]): Generator<number> {
    const keys = [...follow(this.#rows, changes)];
    const moved = reordered(changes);
    this.#facts.forgetPlaces(moved);
    this.#near.forget(moved);
    if (changes.some(({ table }) => NAMING.has(table))) this.#concepts = null;
    yield* this.#read(keys);
  }

  *#read(keys: readonly DocumentKey[]): Generator<number> {
    this.#changed(keys);
    const dialogues = this.#dialoguesOf(keys);
    for (const read of this.#index.update(this.#rows, keys)) {
      this.#matching = null;
      this.#near.forget(dialogues);
      this.#spellings.clear();
      yield keys.length === 0 ? 1 : read / keys.length;
    }
    this.#changed(keys);
  }

  #changed(keys: readonly DocumentKey[]): void {
    this.#matching = null;
    this.#spellings.clear();
    this.#near.forget(this.#dialoguesOf(keys));
    for (const key of keys) {
      const number = this.#index.numberOf(key);
      if (number !== undefined) this.#facts.forget(number);
    }
  }

  /** Dialogues whose turns are among these documents. */
  #dialoguesOf(keys: readonly DocumentKey[]): Set<Id> {
    const ids = new Set<Id>();
    for (const key of keys) {
      const turn = key.startsWith('turn:') ? this.#rows.get('turns', key.slice('turn:'.length)) : undefined;
      if (turn) ids.add(turn.dialogueId);
    }
    return ids;
  }

  /** The index itself, for who stores it. */
  get index(): SearchIndex {
    return this.#index;
  }

  /** Takes over an index that was stored, in place of building one. */
  restore(stored: readonly StoredSegment[]): void {
    this.#index.restore(this.#rows, stored);
    this.#facts = new Facts(this.#rows, this.#index);
    this.#near = new Near(this.#rows, this.#index, this.#facts);
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

  /** Answers in steps, between which a worker may look whether the question is still wanted. */
  *steps(request: SearchRequest): Generator<void, Answer> {
    const { language } = request;
    const asked = yield* this.#asked(request);
    const { plan, unquoted, found, whole, scores, marker, also } = asked;
    const meant = meantBy(asked);
    const wholeFirst = meant === whole;
    const chosen = chosenBy(request);
    const narrowed = yield* narrow(meant, chosen, language, this.#rows, this.#facts);
    const listed = narrowed.fitting;
    const complete = new Uint8Array(this.#index.capacity);
    for (const number of whole) complete[number] = 1;
    const some = wholeFirst && whole.length < FEW ? this.#others(found, complete, chosen) : [];
    const fits = this.#fits(chosen);
    const between = betweenOf(asked).filter(fits);
    const together = some.length + between.length > 0 ? [...listed, ...some, ...between] : listed;
    yield;
    const ranking = new Ranking(this.#rows, this.#index, this.#facts, {
      sort: request.sort,
      plan,
      scores,
      first: wholeFirst ? complete : null,
    });
    const order = yield* ranking.best(together, request.limit);
    const grouped = yield* byDialogue(together, order, request.limit, scores, ranking, this.#facts);
    const heard = new Set(between);
    const described = new Map<number, Hit>();
    for (const { number, score } of [
      ...order.slice(0, request.limit),
      ...grouped.flatMap(({ best }) => best),
    ]) {
      const document = described.has(number) ? null : this.#index.documentAt(number);
      if (!document) continue;
      const found = { score, complete: complete[number] === 1, between: heard.has(number) };
      const options = { marker, typed: plan.marker, language, width: request.width };
      described.set(number, hitOf(document, found, options, this.#rows, this.#facts));
      if (described.size % BREATH === 0) yield;
    }
    const heardIn = this.#countedByDialogue(between);
    const hitsOf = (ranked: readonly Ranked[]) => ranked.flatMap(({ number }) => described.get(number) ?? []);
    return {
      hits: hitsOf(order.slice(0, request.limit)),
      groups: grouped.map(({ dialogueId, total, best }) => ({
        dialogue: dialogueOf(this.#rows, dialogueId),
        total: total - heardIn(dialogueId),
        hits: hitsOf(best),
      })),
      wholeFirst,
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
      unquoted,
      bounded: plan.bounded,
    };
  }

  #countedByDialogue(numbers: readonly number[]): (dialogueId: Id | null) => number {
    const counts = new Map<Id | undefined, number>();
    for (const number of numbers) {
      const id = this.#facts.dialogues.ids[this.#facts.dialogue[number] as number];
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return (dialogueId) => counts.get(dialogueId ?? undefined) ?? 0;
  }

  /** Ranges of turns that hold what was asked for, each a sentence or a turn; `limit` of them at most. */
  places(request: SearchRequest, unit: RangeUnit, limit: number): FoundRanges {
    return atOnce(this.placesInSteps(request, unit, limit));
  }

  /**
   * As `places`, in steps: what `Answer.counts` counts. A turn that was found by its speaker, heading or issue alone is
   * a place of the unit `turn`, and has no sentence.
   */
  *placesInSteps(request: SearchRequest, unit: RangeUnit, limit: number): Generator<void, FoundRanges> {
    const asked = yield* this.#asked(request);
    const turns = this.#turns(meantBy(asked), chosenBy(request));
    const places: FoundRange[] = [];
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
      for (const { start, end } of unit === 'turn'
        ? trimmed(text)
        : sentencesIn(text, language, asked.marker)) {
        if (places.length < limit) places.push({ turnId, dialogueId, start, end });
        else more++;
      }
    }
    return { places, more };
  }

  /** Every hit in a dialogue, in reading order; turns in whose words nothing is marked are left out. */
  inDialogue(request: SearchRequest, dialogueId: IdOf<'dialogues'>): FoundInDialogue {
    return atOnce(this.inDialogueInSteps(request, dialogueId));
  }

  *inDialogueInSteps(
    request: SearchRequest,
    dialogueId: IdOf<'dialogues'>,
  ): Generator<void, FoundInDialogue> {
    const asked = yield* this.#asked(request);
    const here = { ...chosenBy(request), dialogue: [dialogueId] };
    // Whole hits elsewhere say nothing of this dialogue: here, some of the words may be all there is.
    const complete = this.#turns(meantBy(asked), here);
    const turns = complete.length > 0 ? complete : this.#turns(asked.found, here);
    const marked: { turnId: Id; text: string; marks: Mark[] }[] = [];
    for (const [index, turnId] of turns.entries()) {
      if (index % BREATH === BREATH - 1) yield;
      const text = this.#rows.get('turns', turnId)?.text ?? '';
      const marks = marksIn(text, asked.marker);
      if (marks.length > 0) marked.push({ turnId, text, marks });
    }
    // Parts of a word are no hits in a dialogue in which the whole word stands.
    const whole = marked.some(({ marks }) => marks.some(({ part }) => !part));
    const hits = marked.flatMap(({ turnId, text, marks }) => {
      const ranges = joined(text, whole ? marks.filter(({ part }) => !part) : marks);
      return ranges.length > 0 ? [{ turnId, ranges }] : [];
    });
    return { hits, unquoted: asked.unquoted };
  }

  /** What meets a request before anything is chosen to narrow by, and how it is marked. */
  *#asked({ query, typing, synonyms, language }: SearchRequest): Generator<void, Asked> {
    const facts = this.#facts;
    this.#concepts ??= new ConceptBook(this.#rows);
    this.#matching ??= new Matching(this.#index, facts, this.#near);
    yield* this.#near.ready();
    const matching = this.#matching;
    const typed = parseQuery(query, typing);
    const context: PlanContext = {
      index: this.#index,
      rows: this.#rows,
      facts,
      concepts: synonyms ? this.#concepts : null,
      language,
      spellings: this.#spellings,
    };
    yield* prepared(typed, context);
    const { query: parsed, unquoted } = yield* this.#withoutIdleQuotes(typed, matching, context);
    const plan = compile(parsed, context);
    yield;
    if (plan.empty)
      return {
        plan,
        unquoted,
        found: [],
        whole: [],
        between: [],
        scores: new Float64Array(0),
        marker: plan.marker,
        also: [],
      };
    const { numbers: some, scores, met, between } = yield* matching.some(plan);
    const holding = (least: number) => some.filter((number) => (met[number] as number) >= least);
    const most = holding(leastOf(plan));
    const numbers = most.length > 0 ? most : holding(Math.min(PART_OF_WORD, leastOf(plan)));
    yield;
    const spoken = yield* matching.spoken(plan);
    return {
      plan,
      unquoted,
      found: numbers,
      whole: numbers.filter((number) => (met[number] as number) >= plan.asked),
      between,
      scores,
      marker: withTerms(
        plan.marker,
        spoken.flatMap(({ terms }) => terms),
      ),
      also: alsoOf(spoken),
    };
  }

  /** A phrase that stands nowhere is looked for by its words. */
  *#withoutIdleQuotes(
    typed: ParsedQuery,
    matching: Matching,
    context: PlanContext,
  ): Generator<void, { query: ParsedQuery; unquoted: readonly string[] }> {
    const idle = new Set<string>();
    for (const clause of typed.clauses) {
      if (!clause.phrase || clause.not || ONE_WORD.test(clause.words)) continue;
      const phrase = phraseOf(clause, context);
      if (phrase && !(yield* matching.stands(phrase))) idle.add(clause.words);
    }
    const { query, unquoted } = withoutQuotes(typed, ({ words }) => idle.has(words));
    return { query, unquoted: [...typed.unquoted, ...unquoted] };
  }

  /** What holds only some of the words and fits what was chosen. */
  #others(found: readonly number[], complete: Uint8Array, chosen: Chosen): number[] {
    const fits = this.#fits(chosen);
    return found.filter((number) => complete[number] === 0 && fits(number));
  }

  #fits(chosen: Chosen): (number: number) => boolean {
    const tests = FACETS.flatMap((facet) => chosenTest(facet, chosen, this.#rows, this.#facts) ?? []);
    return (number) => tests.every((test) => test(number));
  }

  /** The turns among them that fit what was chosen, in the order in which they were said. */
  #turns(numbers: readonly number[], chosen: Chosen): Id[] {
    const facts = this.#facts;
    const fits = this.#fits(chosen);
    // Oldest first; without a date last, as where results are sorted by date.
    const undated = (slot: number) => (this.#rows.get('dialogues', facts.dialogues.ids[slot])?.date ? 0 : 1);
    const inOrder = dialoguesInOrder(this.#rows, facts);
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
}

/** Tables whose rows have names that search knows each other by. */
const NAMING: ReadonlySet<string> = new Set(['issues', 'instruments', 'persons']);

/** A word by itself in quotation marks is meant as it is written. */
const ONE_WORD = /^\s*(?:[^\s\p{Script=Han}\p{Script=Hiragana}]+|.)\s*$/u;

/** What was asked, and everything that meets it before anything is chosen. */
interface Asked {
  readonly plan: Plan;
  readonly unquoted: readonly string[];
  /** Numbers of the documents that hold some of the words, in no order … */
  readonly found: readonly number[];
  /** … of those that hold all … */
  readonly whole: readonly number[];
  /** … and of turns that hold none, in the midst of others that do. */
  readonly between: readonly number[];
  /** By number. */
  readonly scores: Float64Array;
  readonly marker: Marker;
  readonly also: readonly AlsoFound[];
}

function chosenBy({ chosen = {}, kinds }: SearchRequest): Chosen {
  if (!kinds) return chosen;
  const both = chosen.kind?.length ? kinds.filter((kind) => chosen.kind?.includes(kind)) : kinds;
  return { ...chosen, kind: both };
}

function alsoOf(spoken: readonly SpokenNames[]): AlsoFound[] {
  return spoken.map(({ concept, terms }) => ({
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

function trimmed(text: string): TextRange[] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return end > start ? [{ start, end }] : [];
}

/** The sentences of a text in which there is a hit. */
function sentencesIn(text: string, language: string, marker: Marker): TextRange[] {
  const marks = marksIn(text, marker);
  if (marks.length === 0) return [];
  return sentences(text, language).filter(({ start, end }) =>
    marks.some((mark) => mark.start < end && mark.end > start),
  );
}

/** Of words in a script without spaces, a text that holds a few of their pairs says nothing: most of them must be. */
function leastOf(plan: Plan): number {
  const { groups, choices } = plan;
  const asked = groups.filter(({ helps }) => !helps).map(({ terms }) => terms[0]?.term ?? '');
  if (asked.length === 0) return 0;
  if (choices.length > 0 || isLong(plan) || !asked.every(isJoined)) return 1;
  const pairs = asked.filter((term) => PAIR.test(term)).length;
  return Math.max(1, Math.ceil(MOST_PAIRS * Math.min(pairs, LONG_WORD)));
}
const MOST_PAIRS = 0.6;
/** Pairs that a part of a word has (労働者 of 外国人労働者): where nothing holds more, that is listed. */
const PART_OF_WORD = 2;
/** More pairs than a word has: of several words, one will do. */
const LONG_WORD = 5;
const PAIR = /^(?:\p{Script=Han}{2}|[\p{Script=Katakana}ー]{2})$/u;

/** A question in plain words that is ranked by what it is about. */
function isLong({ question, asked }: Plan): boolean {
  return question && asked > FEW_WORDS;
}

/** What is listed and counted: what holds every word; of a long question, or where nothing does, what holds some. */
function meantBy({ plan, found, whole }: Asked): readonly number[] {
  return !isLong(plan) && (whole.length > 0 || found.length === 0) ? whole : found;
}

/** What answers a question need not repeat its words: turns between those that do are listed, too. */
function betweenOf({ plan, between }: Asked): readonly number[] {
  return isLong(plan) ? between : [];
}
