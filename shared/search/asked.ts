import { compile, phraseOf } from './compile.ts';
import { withTerms } from './concept-terms.ts';
import type { ConceptBook } from './concepts.ts';
import type { Facts } from './facts.ts';
import type { Marker } from './highlight.ts';
import { kept } from './kept.ts';
import type { Matching, SpokenNames } from './matching.ts';
import type { Near } from './near.ts';
import type { Plan, PlanContext } from './plan.ts';
import { prepared } from './prepare.ts';
import { type ParsedQuery, parseQuery, withoutQuotes } from './query.ts';
import type { AlsoFound, SearchRequest } from './request.ts';
import type { SearchRows } from './rows.ts';
import { balanced } from './scripts.ts';
import type { SearchIndex } from './search-index.ts';
import { isJoined } from './terms.ts';

/** A question of more words than this, in plain words, is ranked by what it is about: no text need hold all of them. */
const FEW_WORDS = 3;

/** What questions are answered from, as the index stands. */
export interface Sources {
  readonly rows: SearchRows;
  readonly index: SearchIndex;
  readonly facts: Facts;
  readonly near: Near;
  readonly matching: Matching;
  readonly concepts: ConceptBook;
  /** What was worked out about words that stand nowhere. */
  readonly spellings: Map<string, string | null>;
}

/** What was asked, and everything that meets it before anything is chosen. */
export interface Asked {
  readonly plan: Plan;
  readonly unquoted: readonly string[];
  /** Numbers of the documents that hold some of the words, in no order … */
  readonly found: readonly number[];
  /** … of those that hold all, and whether one does … */
  readonly whole: readonly number[];
  readonly isWhole: (number: number) => boolean;
  /** … and of turns that hold none, in the midst of others that do. */
  readonly between: readonly number[];
  /** What these of them score, by number. To be asked for what is listed alone. */
  readonly scoresOf: (numbers: readonly number[]) => Generator<void, Float64Array>;
  /** Nothing more is asked of it. */
  readonly done: () => void;
  readonly marker: Marker;
  readonly also: readonly AlsoFound[];
}

/** What meets a request before anything is chosen to narrow by, and how it is marked. */
export function* askedFor(
  { query, typing, synonyms, language }: SearchRequest,
  { rows, index, facts, near, matching, concepts, spellings }: Sources,
): Generator<void, Asked> {
  yield* near.ready();
  const typed = parseQuery(query, typing);
  const context: PlanContext = {
    index,
    rows,
    facts,
    concepts: synonyms ? concepts : null,
    language,
    spellings,
  };
  yield* prepared(typed, context);
  const { query: parsed, unquoted } = yield* withoutIdleQuotes(typed, matching, context);
  const plan = yield* balanced(compile(parsed, context), index, near);
  yield;
  if (plan.empty)
    return {
      plan,
      unquoted,
      found: [],
      whole: [],
      isWhole: () => false,
      between: [],
      // biome-ignore lint/correctness/useYield: there is nothing to work out
      scoresOf: function* () {
        return new Float64Array(0);
      },
      done: () => {},
      marker: plan.marker,
      also: [],
    };
  const matched = yield* matching.some(plan, isLong(plan));
  const { numbers: some, met, between } = matched;
  const least = leastOf(plan);
  const holding = (most: number) => kept(some, (number) => (met[number] as number) >= most);
  const most = holding(least);
  const numbers = most.length > 0 ? most : holding(Math.min(PART_OF_WORD, least));
  yield;
  const isWhole = (number: number) => (met[number] as number) >= plan.asked;
  const spoken = yield* matching.spoken(plan);
  return {
    plan,
    unquoted,
    found: numbers,
    whole: kept(numbers, isWhole),
    isWhole,
    between,
    scoresOf: (those) => matching.score(matched, those),
    done: () => matching.done(matched),
    marker: withTerms(
      plan.marker,
      spoken.flatMap(({ terms }) => terms),
    ),
    also: alsoOf(spoken),
  };
}

/** A phrase that stands nowhere is looked for by its words. */
function* withoutIdleQuotes(
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

/** A word by itself in quotation marks is meant as it is written. */
const ONE_WORD = /^\s*(?:[^\s\p{Script=Han}\p{Script=Hiragana}]+|.)\s*$/u;

function alsoOf(spoken: readonly SpokenNames[]): AlsoFound[] {
  return spoken.map(({ concept, terms }) => ({
    issueId: concept.issueId,
    name: concept.name,
    terms: terms.map(({ words }) => words),
  }));
}

/**
 * Of words in a script without spaces, a text that holds a few of their pairs says nothing: most of them must be; unless
 * a question is asked in plain words, which need not be those of the answer.
 */
function leastOf(plan: Plan): number {
  const { groups, choices } = plan;
  const asked = groups.filter(({ helps }) => !helps).map(({ terms }) => terms[0]?.term ?? '');
  if (asked.length === 0) return 0;
  if (choices.length > 0 || plan.question || !asked.every(isJoined)) return 1;
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
export function meantBy({ plan, found, whole }: Asked): readonly number[] {
  return !isLong(plan) && (whole.length > 0 || found.length === 0) ? whole : found;
}

/** What answers a question need not repeat its words: turns between those that do are listed, too. */
export function betweenOf({ plan, between }: Asked): readonly number[] {
  return isLong(plan) ? between : [];
}
