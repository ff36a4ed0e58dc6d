import { foldText } from '../fold/fold.ts';
import { analyseQuery } from './analysis/analyse.ts';
import type { Piece } from './analysis/analyser.ts';
import { isGrammar } from './analysis/japanese.ts';
import { isQuestion, withoutFraming, withoutTitles } from './analysis/question.ts';
import { compoundsNamed } from './compounds.ts';
import type { Named } from './concepts.ts';
import { type Test, testOf } from './filters.ts';
import { joinedPattern, type Marker, phraseWritten, type Run } from './highlight.ts';
import { ordinalsNamed, yearsNamed } from './numerals.ts';
import type { Conjunction, NamedGroups, Phrase, Plan, PlanContext } from './plan.ts';
import { LATIN_WORD, MOST_GUESSED, nearestTo, occurs } from './prepare.ts';
import type { Choice, Clause, ParsedQuery, Query } from './query.ts';
import type { Bounded } from './request.ts';
import type { Group } from './segment.ts';
import { atOnce } from './steps.ts';
import { grouped, groupOf, keyOf, ONLY_HIRAGANA } from './terms.ts';

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

function isInPlainWords({ clauses, choices }: Query): boolean {
  if (choices.length > 0 || clauses.some(({ not, phrase }) => not || phrase)) return false;
  return isQuestion(foldText(clauses.map(({ words }) => words).join(' ')));
}

/** What a phrase is looked for by. @returns null for one that holds no word */
export function phraseOf({ words, open }: Clause, { index }: PlanContext): Phrase | null {
  const written = phraseWritten(words, open);
  if (!written) return null;
  const groups = grouped(analyseQuery(words, open), index).values();
  return { written, groups: [...groups].filter(({ helps }) => !helps).slice(0, MOST_IN_PHRASE) };
}

/** Words typed one after another, or a part of them. */
interface WordRun {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly named: Pick<Named, 'names'> | null;
}

/** Of a query that was cut at names, no part can tell by itself which of its words only ask, or belong to a name. */
function withoutIdleWords(runs: readonly WordRun[], isAsking: boolean): WordRun[] {
  const all = withoutTitles(runs.flatMap(({ pieces }) => pieces));
  const left = isAsking ? withoutFraming(all) : all;
  let at = 0;
  return runs.map((run) => {
    const from = at;
    at += run.pieces.length;
    return {
      ...run,
      pieces: run.pieces.map((piece, index) => (piece.helps ? piece : (left[from + index] ?? piece))),
    };
  });
}

class Compiler {
  readonly #context: PlanContext;
  readonly #terms = new Set<string>();
  readonly #prefixes = new Set<string>();
  readonly #phrases: RegExp[] = [];
  readonly #words: Run[] = [];
  #left = MOST_WORDS;
  #guesses = MOST_GUESSED;
  sequence: Group[] = [];
  readonly corrected: { from: string; to: string }[] = [];
  bounded: Bounded | null = null;

  constructor(context: PlanContext) {
    this.#context = context;
  }

  marker(): Marker {
    return { terms: this.#terms, prefixes: [...this.#prefixes], phrases: this.#phrases, runs: this.#words };
  }

  conjunction(query: Query): Conjunction {
    const wanted = query.clauses.filter(({ not }) => !not);
    const runs = this.#runs(wanted);
    const inPhrases = wanted
      .filter(({ phrase }) => phrase)
      .map(({ words, open }) => analyseQuery(words, open));
    const pieces = this.#bounded([...runs.map((one) => one.pieces), ...inPhrases].flat());
    const groups = grouped(pieces, this.#context.index);
    // Nothing but words too small for the index ("to be", "%"): they are looked for as they are written.
    const literal = groups.size === 0;
    const phrases = wanted
      .filter(({ phrase }) => phrase || literal)
      .flatMap((clause) => phraseOf(clause, this.#context) ?? []);
    this.#phrases.push(...phrases.map(({ written }) => written.pattern));
    for (const { text, pieces: own } of runs) this.#mark(text, own);
    this.sequence.push(
      ...pieces.filter(({ helps }) => !helps).map((piece) => groupOf(piece, 1, this.#context.index)),
    );
    const named = runs.flatMap(({ named: name, pieces: typed }): NamedGroups[] => {
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
  #runs(wanted: readonly Clause[]): WordRun[] {
    const runs: WordRun[] = [];
    let words: string[] = [];
    const end = (open: boolean): void => {
      if (words.length > 0) runs.push(...this.#cut(words.join(' '), open));
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
    return runs;
  }

  #cut(typed: string, open: boolean): WordRun[] {
    const text = this.#spelt(typed, open);
    const unfinished = open && text === typed;
    const runs: WordRun[] = [];
    let at = 0;
    const add = (to: number, named: WordRun['named']): void => {
      const part = text.slice(at, to);
      // What only joins two names is not asked for.
      if (part.trim() !== '' && !(at > 0 && to < text.length && isGrammar(part.trim())))
        runs.push({
          text: part,
          pieces: analyseQuery(part, unfinished && to === text.length),
          named,
        });
      at = to;
    };
    for (const { start, end, names } of this.#named(text)) {
      add(start, null);
      add(end, { names });
    }
    add(text.length, null);
    return withoutIdleWords(runs, isQuestion(text));
  }

  /** What the text names: concepts, years, and words that others write as one or in two; in order, none in another. */
  #named(text: string): Named[] {
    const { concepts, index, rows } = this.#context;
    if (!concepts) return [];
    const convention = rows.all('workspace')[0]?.fiscalYear ?? BY_START;
    const all = [
      ...yearsNamed(text, convention),
      ...ordinalsNamed(text),
      ...concepts.namedIn(text),
      ...compoundsNamed(text, index),
    ];
    const found: Named[] = [];
    // The longer name says more: 第29号条約 is no 第29号.
    for (const one of all.sort((a, b) => b.end - b.start - (a.end - a.start)))
      if (!found.some(({ start, end }) => one.start < end && one.end > start)) found.push(one);
    return found.sort((a, b) => a.start - b.start);
  }

  /** Folded words, those that stand nowhere replaced by the nearest ones that do. */
  #spelt(text: string, open: boolean): string {
    const { index, concepts } = this.#context;
    const names = concepts?.namedIn(text) ?? [];
    return text.replaceAll(LATIN_WORD, (word, at: number) => {
      // A name that is known need not stand anywhere itself.
      if (names.some(({ start, end }) => at >= start && at < end)) return word;
      if (occurs(word, open && at + word.length === text.length, index)) return word;
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
    const distinctive = asked.filter(({ term }) => !ONLY_HIRAGANA.test(term));
    this.#words.push(...runsIn(text));
    const inWords = new Set(this.#words.flatMap((run) => [...run.pieces.keys()]));
    for (const [pair] of text.matchAll(PAIR_ALONE)) inWords.delete(pair);
    for (const piece of distinctive.length > 0 ? distinctive : asked) {
      if (piece.prefix === null && inWords.has(piece.term)) continue;
      for (const { term } of groupOf(piece, 1, index).terms) this.#terms.add(term);
      if (piece.prefix !== null) this.#prefixes.add(piece.prefix);
    }
    const whole = joinedPattern(text);
    if (whole) this.#phrases.push(whole);
  }
}

/** Runs of kanji, and of katakana: a word each, or several. */
const WORD_RUN = /\p{Script=Han}{3,}|[\p{Script=Katakana}ー]{3,}/gu;

/** Two kanji that are a word. */
const PAIR_ALONE = /(?<!\p{Script=Han})\p{Script=Han}{2}(?!\p{Script=Han})/gu;

/** The words of three characters or more in folded text of scripts without spaces, each with its pairs. */
function runsIn(text: string): Run[] {
  return [...text.matchAll(WORD_RUN)].map(({ 0: word }) => {
    const pieces = new Map<string, number>();
    const pairs = analyseQuery(word, false).filter(({ term }) => [...term].length > 1);
    for (const [at, { term, also = [] }] of pairs.entries())
      for (const one of [term, ...also]) if (!pieces.has(one)) pieces.set(one, at);
    return { pieces, count: pairs.length, parts: /^\p{Script=Han}/u.test(word) };
  });
}

/** How years are called where no workspace says so. */
const BY_START = { firstMonth: 4, namedBy: {} };

/** Words of a phrase that are looked for before it is looked for as it is written. */
const MOST_IN_PHRASE = 16;
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
