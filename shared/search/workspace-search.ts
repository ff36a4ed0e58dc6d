import type { Change } from '../change/change-set.ts';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { answerTo } from './answer.ts';
import { type Asked, askedFor, type Sources } from './asked.ts';
import { ConceptBook } from './concepts.ts';
import { type DocumentKey, idOf } from './documents.ts';
import { Facts } from './facts.ts';
import { allKeys, follow } from './follow.ts';
import { hitsInDialogue, placesOf } from './found-places.ts';
import { Matching } from './matching.ts';
import { Near } from './near.ts';
import type { Answer, FoundInDialogue, FoundRanges, RangeUnit, SearchRequest } from './request.ts';
import { type SearchedState, SearchRows } from './rows.ts';
import { SearchIndex, type StoredSegment } from './search-index.ts';
import { atOnce } from './steps.ts';
import { WEIGHTS, type Weights } from './weights.ts';

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
    if (changes.some(({ table }) => FACET_NAMES.has(table))) this.#facts.forgetNames();
    yield* this.#read(keys);
  }

  *#read(keys: readonly DocumentKey[]): Generator<number> {
    this.#changed(keys);
    let { version } = this.#index;
    let found = 0;
    for (const read of this.#index.update(this.#rows, keys)) {
      if (this.#index.version !== version) {
        version = this.#index.version;
        this.#changed(keys.slice(found, read));
        found = read;
      }
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
      const turn = key.startsWith('turn:') ? this.#rows.get('turns', idOf(key)) : undefined;
      if (turn) this.#near.change(turn, number);
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
    yield* this.#facts.allReady();
  }

  /** Answers at once: for the command line and tests. */
  search(request: SearchRequest): Answer {
    return atOnce(this.steps(request));
  }

  /** Answers in steps, between which a worker may look whether the question is still wanted. */
  *steps(request: SearchRequest): Generator<void, Answer> {
    const sources = this.#sources();
    return yield* this.#asked(request, sources, (asked) => answerTo(request, asked, sources));
  }

  /** Ranges of turns that hold what was asked for, each a sentence or a turn; `limit` of them at most. */
  places(request: SearchRequest, unit: RangeUnit, limit: number): FoundRanges {
    return atOnce(this.placesInSteps(request, unit, limit));
  }

  /** As `places`, in steps: what `Answer.counts` counts. */
  *placesInSteps(request: SearchRequest, unit: RangeUnit, limit: number): Generator<void, FoundRanges> {
    const sources = this.#sources();
    return yield* this.#asked(request, sources, (asked) =>
      placesOf(request, asked, { unit, limit }, sources),
    );
  }

  /** Every hit in a dialogue, in reading order; turns in whose words nothing is marked are left out. */
  inDialogue(request: SearchRequest, dialogueId: IdOf<'dialogues'>): FoundInDialogue {
    return atOnce(this.inDialogueInSteps(request, dialogueId));
  }

  *inDialogueInSteps(
    request: SearchRequest,
    dialogueId: IdOf<'dialogues'>,
  ): Generator<void, FoundInDialogue> {
    const sources = this.#sources();
    return yield* this.#asked(request, sources, (asked) =>
      hitsInDialogue(request, asked, dialogueId, sources),
    );
  }

  *#asked<R>(
    request: SearchRequest,
    sources: Sources,
    work: (asked: Asked) => Generator<void, R>,
  ): Generator<void, R> {
    const asked = yield* askedFor(request, sources);
    const answer = yield* work(asked);
    asked.done();
    return answer;
  }

  #sources(): Sources {
    this.#concepts ??= new ConceptBook(this.#rows);
    this.#matching ??= new Matching(this.#index, this.#facts, this.#near);
    return {
      rows: this.#rows,
      index: this.#index,
      facts: this.#facts,
      near: this.#near,
      matching: this.#matching,
      concepts: this.#concepts,
      spellings: this.#spellings,
    };
  }
}

/** Tables whose rows have names that search knows each other by. */
const NAMING: ReadonlySet<string> = new Set(['issues', 'instruments', 'persons']);

/** Tables whose rows results are narrowed and ordered by. */
const FACET_NAMES: ReadonlySet<string> = new Set([
  'workspace',
  'issues',
  'persons',
  'dialogues',
  'participants',
]);

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
