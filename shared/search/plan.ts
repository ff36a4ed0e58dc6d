import { analyseQuery } from './analysis/analyse.ts';
import type { Piece } from './analysis/analyser.ts';
import { foldText } from './analysis/fold.ts';
import { isQuestion, withoutFraming } from './analysis/question.ts';
import type { Concept, ConceptBook, ConceptTerm } from './concepts.ts';
import type { Facts } from './facts.ts';
import { type Test, testOf } from './filters.ts';
import { joinedPattern, type Marker, phrasePattern } from './highlight.ts';
import type { Choice, Clause, ParsedQuery, Query } from './query.ts';
import type { Bounded } from './request.ts';
import type { SearchRows } from './rows.ts';
import type { SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';
import { nearestWord } from './spelling.ts';
import { atOnce } from './steps.ts';
import { OTHER_WRITING, repeated } from './weights.ts';

/** Words in this order, as they are written. */
export interface Phrase {
  /** Its words: what holds the phrase holds all of them. */
  readonly groups: readonly Group[];
  /** To be run over folded text. */
  readonly pattern: RegExp;
}

/** Words of the query that name a concept, and the other names that will do as well. */
export interface NamedGroups {
  readonly concept: Concept;
  /** The words as typed. */
  readonly groups: readonly Group[];
  readonly others: readonly ConceptTerm[];
}

/** Everything in it is asked for together. */
export interface Conjunction {
  /** Each is one word asked for, or helps to rank what has those. */
  readonly groups: readonly Group[];
  readonly named: readonly NamedGroups[];
  /** Each is met by any one of several. */
  readonly choices: readonly (readonly Conjunction[])[];
  /** How many of the groups and choices are asked for: what meets as many is a whole hit. */
  readonly asked: number;
  /** These must stand in it … */
  readonly phrases: readonly Phrase[];
  /** … none of these may be met … */
  readonly excluded: readonly Conjunction[];
  /** … and all of these must pass, or it is no hit at all. */
  readonly tests: readonly Test[];
}

/** A query as the index is asked it. */
export interface Plan extends Conjunction {
  /** Nothing was asked for. */
  readonly empty: boolean;
  /** The words asked for, in the order in which they were typed. */
  readonly sequence: readonly Group[];
  /** What is marked; the other names of concepts come to it once it is known which of them stand anywhere. */
  readonly marker: Marker;
  /** Asked in plain words, without operators or quotation marks. */
  readonly question: boolean;
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  readonly bounded: Bounded | null;
}

/** What a query is understood by. */
export interface PlanContext {
  readonly index: SearchIndex;
  readonly rows: SearchRows;
  readonly facts: Facts;
  /** Null: names of concepts are words like any other. */
  readonly concepts: ConceptBook | null;
  readonly language: string;
  /** What was worked out before about words that stand nowhere, while the index stays as it is. */
  readonly spellings: Map<string, string | null>;
}

/** What a word counts of which only the beginning was typed, beside one that was typed whole. */
const BEGINNING = 0.7;
/** Different words looked for at once; of more, the rarest that stand anywhere. */
export const MOST_WORDS = 128;

/** Turns a query into terms of the index, each with what it is worth there. */
export function compile(query: ParsedQuery, context: PlanContext): Plan {
  const compiler = new Compiler(context);
  const conjunction = compiler.conjunction(query);
  const { clauses, filters, choices } = query;
  return {
    ...conjunction,
    empty: clauses.length + filters.length + choices.length === 0 && !query.anything,
    sequence: compiler.sequence,
    marker: compiler.marker(),
    question: isInPlainWords(query),
    corrected: compiler.corrected,
    bounded: query.bounded ?? compiler.bounded,
  };
}

/**
 * Looks up beforehand what `compile` will want to know of the index: which words begin so, how many have them, and what
 * a word that stands nowhere may have been meant for. The index remembers it; here it is done in small steps.
 */
export function* prepared({ clauses, choices }: Query, context: PlanContext): Generator<void> {
  const { index } = context;
  let guesses = MOST_GUESSED;
  for (const { words, open, phrase, not } of clauses) {
    const folded = foldText(words);
    for (const { term, prefix, also = [] } of analyseQuery(folded, open)) {
      if (prefix !== null) yield* index.begun(prefix);
      for (const one of [term, ...also]) index.frequency(one);
      yield;
    }
    if (phrase || not) continue;
    for (const { 0: word, index: at } of folded.matchAll(LATIN_WORD)) {
      if (guesses === 0 || stands(word, open && at + word.length === folded.length, index)) continue;
      guesses--;
      yield* nearestTo(word, context);
    }
  }
  for (const { alternatives } of choices) for (const one of alternatives) yield* prepared(one, context);
}

/** Whether a word, or one that it may be the beginning of, stands anywhere; so does what is no word to the index. */
function stands(word: string, open: boolean, index: SearchIndex): boolean {
  const pieces = analyseQuery(word, open);
  const known = ({ term, prefix, also = [] }: Piece) =>
    [term, ...also].some((one) => index.frequency(one) > 0) ||
    (prefix !== null && index.beginningWith(prefix).length > 0);
  return pieces.length === 0 || pieces.some(known);
}

/** The nearest word that does stand somewhere; null = none is near. */
function* nearestTo(word: string, { index, spellings }: PlanContext): Generator<void, string | null> {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  const nearest = yield* nearestWord(word, index, (surface) => {
    const [piece] = analyseQuery(surface, false);
    return piece ? index.frequency(piece.term) : 0;
  });
  if (spellings.size >= MOST_REMEMBERED) spellings.clear();
  spellings.set(word, nearest);
  return nearest;
}

function isInPlainWords({ clauses, choices }: Query): boolean {
  if (choices.length > 0 || clauses.some(({ not, phrase }) => not || phrase)) return false;
  return isQuestion(foldText(clauses.map(({ words }) => words).join(' ')));
}

/** Words typed one after another, or a part of them. */
interface Stretch {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly named: { readonly concept: Concept; readonly others: readonly ConceptTerm[] } | null;
}

/** Of a question that was cut, no part can tell by itself which of its words only ask. */
function withoutAsking(stretches: readonly Stretch[]): Stretch[] {
  const all = stretches.flatMap(({ pieces }) => pieces);
  const left = withoutFraming([...all]);
  let at = 0;
  return stretches.map((stretch) => {
    const from = at;
    at += stretch.pieces.length;
    return {
      ...stretch,
      pieces: stretch.pieces.map((piece, index) => (piece.helps ? piece : (left[from + index] ?? piece))),
    };
  });
}

class Compiler {
  readonly #context: PlanContext;
  readonly #terms = new Set<string>();
  readonly #prefixes = new Set<string>();
  readonly #phrases: RegExp[] = [];
  #left = MOST_WORDS;
  #guesses = MOST_GUESSED;
  sequence: Group[] = [];
  readonly corrected: { from: string; to: string }[] = [];
  bounded: Bounded | null = null;

  constructor(context: PlanContext) {
    this.#context = context;
  }

  marker(): Marker {
    return { terms: this.#terms, prefixes: [...this.#prefixes], phrases: this.#phrases };
  }

  conjunction(query: Query): Conjunction {
    const wanted = query.clauses.filter(({ not }) => !not);
    const stretches = this.#stretches(wanted);
    const inPhrases = wanted
      .filter(({ phrase }) => phrase)
      .map(({ words, open }) => analyseQuery(words, open));
    const pieces = this.#bounded([...stretches.map((one) => one.pieces), ...inPhrases].flat());
    const groups = grouped(pieces, this.#context.index);
    // Nothing but words too small for the index ("to be", "%"): they are looked for as they are written.
    const literal = groups.size === 0;
    const phrases = wanted
      .filter(({ phrase }) => phrase || literal)
      .flatMap((clause) => this.#phrase(clause));
    this.#phrases.push(...phrases.map(({ pattern }) => pattern));
    for (const { text, pieces: own } of stretches) this.#mark(text, own);
    this.sequence.push(
      ...pieces.filter(({ helps }) => !helps).map((piece) => groupOf(piece, 1, this.#context.index)),
    );
    const named = stretches.flatMap(({ named: name, pieces: typed }): NamedGroups[] => {
      if (!name) return [];
      const own = typed.flatMap((piece) => groups.get(keyOf(piece)) ?? []);
      const asked = [...new Set(own)].filter(({ helps }) => !helps);
      return asked.length > 0 ? [{ ...name, groups: asked }] : [];
    });
    const choices = query.choices.filter(({ not }) => !not).map((choice) => this.#choice(choice));
    const all = [...groups.values(), ...choices.flatMap(({ group }) => group ?? [])];
    const conjunctions = choices.flatMap(({ alternatives }) => (alternatives ? [alternatives] : []));
    const { rows, facts, language } = this.#context;
    return {
      groups: all,
      named,
      choices: conjunctions,
      asked: all.filter(({ helps }) => !helps).length + conjunctions.length,
      phrases,
      excluded: [
        ...query.clauses.filter(({ not }) => not).map((clause) => this.#excluded(clause)),
        ...query.choices
          .filter(({ not }) => not)
          .flatMap(({ alternatives }) => alternatives.map((one) => this.#unmarked().conjunction(one))),
      ],
      tests: [
        ...query.filters.map((filter) => testOf(filter, rows, facts, language)),
        ...choices.flatMap(({ test }) => test ?? []),
      ],
    };
  }

  /** Words one after another as one text, as it is spelt in the workspace, cut where it names concepts. */
  #stretches(wanted: readonly Clause[]): Stretch[] {
    const stretches: Stretch[] = [];
    let words: string[] = [];
    const end = (open: boolean): void => {
      if (words.length > 0) stretches.push(...this.#cut(words.join(' '), open));
      words = [];
    };
    for (const clause of wanted) {
      if (clause.phrase) {
        end(false);
        continue;
      }
      words.push(foldText(clause.words));
      if (clause.open) end(true);
    }
    end(false);
    return stretches;
  }

  #cut(typed: string, open: boolean): Stretch[] {
    const text = this.#spelt(typed, open);
    const unfinished = open && text === typed;
    const stretches: Stretch[] = [];
    let at = 0;
    const add = (to: number, named: Stretch['named']): void => {
      const part = text.slice(at, to);
      if (part.trim() !== '')
        stretches.push({
          text: part,
          pieces: analyseQuery(part, unfinished && to === text.length),
          named,
        });
      at = to;
    };
    for (const { start, end, concept, others } of this.#context.concepts?.namedIn(text) ?? []) {
      add(start, null);
      add(end, { concept, others });
    }
    add(text.length, null);
    return isQuestion(text) ? withoutAsking(stretches) : stretches;
  }

  /** Folded words, those that stand nowhere replaced by the nearest ones that do. */
  #spelt(text: string, open: boolean): string {
    const { index } = this.#context;
    return text.replaceAll(LATIN_WORD, (word, at: number) => {
      if (stands(word, open && at + word.length === text.length, index)) return word;
      const nearest = this.#nearest(word);
      if (nearest === null) return word;
      if (!this.corrected.some(({ from }) => from === word)) this.corrected.push({ from: word, to: nearest });
      return nearest;
    });
  }

  #nearest(word: string): string | null {
    if (this.#guesses === 0) return null;
    this.#guesses--;
    return atOnce(nearestTo(word, this.#context));
  }

  /** No more different words than are looked for at once: the rarest ones that stand anywhere. */
  #bounded(pieces: readonly Piece[]): readonly Piece[] {
    const keys = new Set(pieces.map(keyOf));
    if (keys.size <= this.#left) {
      this.#left -= keys.size;
      return pieces;
    }
    const { index } = this.#context;
    const rank = (piece: Piece) => index.frequency(piece.term) || Number.MAX_SAFE_INTEGER;
    const kept = new Set(
      [...new Map(pieces.map((piece) => [keyOf(piece), piece]))]
        .sort(([, a], [, b]) => Number(a.helps ?? false) - Number(b.helps ?? false) || rank(a) - rank(b))
        .slice(0, this.#left)
        .map(([key]) => key),
    );
    this.bounded = { code: 'search.bounded.words', params: { given: keys.size, kept: kept.size } };
    this.#left = 0;
    return pieces.filter((piece) => kept.has(keyOf(piece)));
  }

  #phrase({ words, open }: Clause): Phrase[] {
    const pattern = phrasePattern(words, open);
    if (!pattern) return [];
    const groups = grouped(analyseQuery(words, open), this.#context.index).values();
    return [{ pattern, groups: [...groups].filter(({ helps }) => !helps).slice(0, MOST_IN_PHRASE) }];
  }

  /** What a choice comes to: a group of single words, a test of filters alone, or conjunctions to be asked each. */
  #choice({ alternatives }: Choice): {
    group?: Group;
    test?: Test;
    alternatives?: readonly Conjunction[];
  } {
    if (alternatives.every(isOfFilters)) {
      const tests = alternatives.map((one) => this.conjunction(one).tests);
      return { test: (number) => tests.some((all) => all.every((test) => test(number))) };
    }
    const compiled = alternatives.map((one) => this.conjunction(one));
    if (compiled.every(isOneWord))
      return { group: { terms: compiled.flatMap(({ groups }) => groups.flatMap(({ terms }) => terms)) } };
    return { alternatives: compiled };
  }

  #excluded(clause: Clause): Conjunction {
    return this.#unmarked().conjunction({ clauses: [{ ...clause, not: false }], filters: [], choices: [] });
  }

  /** For what is not wanted: it is neither marked, nor widened, nor put right. */
  #unmarked(): Compiler {
    const compiler = new Compiler({ ...this.#context, concepts: null, spellings: new Map() });
    compiler.#guesses = 0;
    return compiler;
  }

  #mark(text: string, pieces: readonly Piece[]): void {
    const { index } = this.#context;
    const asked = pieces.filter(({ helps }) => !helps);
    // Two hiragana stand everywhere: they are only a hit within what was asked for, or by themselves.
    const telling = asked.filter(({ term }) => !ONLY_HIRAGANA.test(term));
    for (const piece of telling.length > 0 ? telling : asked) {
      for (const { term } of groupOf(piece, 1, index).terms) this.#terms.add(term);
      if (piece.prefix !== null) this.#prefixes.add(piece.prefix);
    }
    const whole = joinedPattern(text);
    if (whole) this.#phrases.push(whole);
  }
}

const LATIN_WORD = /(?<![\p{L}\p{M}\p{N}'.])\p{Script=Latin}{4,}(?![\p{L}\p{M}\p{N}'.]*[\p{L}\p{M}\p{N}])/gu;
const ONLY_HIRAGANA = /^\p{Script=Hiragana}+$/u;
/** Words of a phrase that are looked for before it is looked for as it is written. */
const MOST_IN_PHRASE = 16;
/** Words that stand nowhere for which the nearest one is looked for at most, and of how many that is remembered. */
const MOST_GUESSED = 4;
const MOST_REMEMBERED = 1_000;

function isOfFilters({ clauses, choices, filters }: Query): boolean {
  return clauses.length + choices.length === 0 && filters.length > 0;
}

function isOneWord({ groups, named, choices, phrases, excluded, tests }: Conjunction): boolean {
  return (
    groups.length === 1 &&
    groups[0]?.helps !== true &&
    named.length + choices.length + phrases.length + excluded.length + tests.length === 0
  );
}

function keyOf({ term, prefix, helps = false }: Piece): string {
  return `${term} ${prefix ?? ''} ${helps}`;
}

/** One group a different piece, by its key; a piece asked for twice is worth more. */
function grouped(pieces: readonly Piece[], index: SearchIndex): Map<string, Group> {
  const times = new Map<string, { piece: Piece; count: number }>();
  for (const piece of pieces) {
    const known = times.get(keyOf(piece));
    if (known) known.count++;
    else times.set(keyOf(piece), { piece, count: 1 });
  }
  return new Map([...times].map(([key, { piece, count }]) => [key, groupOf(piece, count, index)]));
}

function groupOf(
  { term, prefix, also = [], worth = 1, helps = false }: Piece,
  count: number,
  index: SearchIndex,
): Group {
  const times = worth * repeated(count);
  const rarity = index.rarity(index.frequency(term));
  const own = term === '' ? [] : [{ term, boost: times * rarity }];
  const known = new Set([term]);
  const others = (terms: Iterable<string>) => {
    const fresh = [...terms].filter((one) => !known.has(one));
    for (const one of fresh) known.add(one);
    return fresh;
  };
  const written = others(also).filter((one) => index.frequency(one) > 0);
  const terms = [
    ...own,
    ...written.map((one) => ({
      term: one,
      boost: OTHER_WRITING * times * Math.min(rarity, index.rarity(index.frequency(one))),
    })),
  ];
  const quiet = ONLY_HIRAGANA.test(term);
  if (prefix === null) return { terms, helps, quiet };
  const begun = others(index.beginningWith(prefix));
  // All that begin so count as one word: the rare one among them is not what was meant.
  const together = begun.reduce((sum, one) => sum + index.frequency(one), 0);
  const boost = times * BEGINNING * index.rarity(together);
  return { terms: [...terms, ...begun.map((one) => ({ term: one, boost }))], helps, quiet };
}
