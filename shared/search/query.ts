import { foldText } from '../fold/fold.ts';
import { isQuestion } from './analysis/question.ts';
import { type Filter, filterOf, isLabel } from './fields.ts';
import type { Bounded } from './request.ts';

/** Words that were asked for, or that must not be there. */
export interface Clause {
  readonly words: string;
  /** In quotes: these words in this order, as they are written. */
  readonly phrase: boolean;
  readonly not: boolean;
  /** Only the beginning of the last word: still being typed, or ended by `*`. */
  readonly open: boolean;
}

/** Any of these is wanted; or, with `not`, none. */
export interface Choice {
  readonly alternatives: readonly Query[];
  readonly not: boolean;
}

/** All of it is wanted. */
export interface Query {
  readonly clauses: readonly Clause[];
  readonly filters: readonly Filter[];
  readonly choices: readonly Choice[];
}

export interface ParsedQuery extends Query {
  /** A star by itself was typed: anything will do, as far as nothing else is asked for. */
  readonly anything: boolean;
  /** What stood in quotation marks and is looked for by its words. */
  readonly unquoted: readonly string[];
  readonly bounded: Bounded | null;
}

/** Characters of a query that are read; a page of text is found by its beginning. */
export const MOST_CHARACTERS = 2_000;
/** Words, phrases and filters of a query that are taken in. */
export const MOST_PARTS = 128;
/** Parentheses within parentheses; those further in are words' company like any other sign. */
const DEEPEST = 8;

/**
 * Understands what a person typed. Any text is a query: nothing is an error, and what fits no rule is words.
 *
 * ```
 * query = words { OR words } { field }
 * words = { part }                                all of them
 * part  = [ NOT | - ] ( "(" query ")" | "a phrase" | word | beginn* )
 * field = [ NOT | - ] label:value { OR label:value }
 * ```
 * - Words belong together (AND may stand between them): `forced labour OR privacy` = (forced labour) or privacy.
 * - Fields, and what is not wanted, may stand anywhere and narrow all of it: `kind:turn fees OR brokers -audit` = turns
 *   with fees or brokers, without audit. Right beside an OR they are one of the alternatives: `fees OR speaker:osei`.
 * - OR is also `|` and `または`; operators are in capitals, so that “or” and “not” can be said. One that has nothing to
 *   work on is left out.
 * - Phrases stand in `"…"`, `“…”`, `「…」` or `『…』`; one that is not closed goes to the end. They are looked for as
 *   written, and no synonym is. In a sentence they are the quotation marks of prose: the words count, not the marks.
 * - Fields: `kind:` 種類, `speaker:` (person:) 発言者・人物, `issue:` 課題, `dialogue:` ダイアログ・対話, `year:` 年度・年,
 *   `lang:` 言語. Another label is a word.
 * - Years: `FY2020` is the fiscal year that English calls so and `2019年度` the one that Japanese does, `2020年` the
 *   year of the calendar in which a dialogue was held, and a bare `2020` either; ranges `2019..2021`, `2019..`.
 * - A star by itself is anything: `*`, `* speaker:osei`.
 * - Signs of full width are those of half width.
 *
 * @param typing the last word may not be finished
 */
export function parseQuery(typed: string, typing: boolean): ParsedQuery {
  const text = shortened(typed);
  const { tokens, parts } = tokensOf(text, typing && text.length === typed.length);
  const { query, unquoted } = isProse(text)
    ? withoutQuotes(new Parser(tokens).query(0), () => true)
    : { query: new Parser(tokens).query(0), unquoted: [] };
  const anything = STAR_ALONE.test(text);
  const bounded: Bounded | null =
    text.length < typed.length
      ? { code: 'search.bounded.length', params: { given: typed.length, kept: text.length } }
      : parts > MOST_PARTS
        ? { code: 'search.bounded.words', params: { given: parts, kept: MOST_PARTS } }
        : null;
  // Nothing but operators and parentheses: looked for as they are written.
  if (parts === 0 && tokens.length > 0 && !anything)
    return {
      ...NOTHING,
      clauses: [{ words: text.trim(), phrase: false, not: false, open: false }],
      anything,
      unquoted,
      bounded,
    };
  return { ...query, anything, unquoted, bounded };
}

const NOTHING: Query = { clauses: [], filters: [], choices: [] };

/** Brackets that a sentence of Japanese goes on from, or leads up to. */
const IN_JAPANESE = /[」』]\p{Script=Hiragana}|\p{Script=Hiragana}[「『]/u;

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;
/** So many characters around what is quoted are a sentence; fewer (「強制労働」の実態) name what is looked for. */
const SENTENCE = 8;

/** Whether a query with quotation marks is a sentence in which something is quoted, as titles are. */
function isProse(text: string): boolean {
  const plain = text.replaceAll(QUOTED_FIELD, ' ');
  const outside = plain.replaceAll(QUOTED, ' ');
  if (outside === plain) return false;
  const around = outside.match(JAPANESE)?.length ?? 0;
  return (IN_JAPANESE.test(plain) && around >= SENTENCE) || isQuestion(foldText(outside));
}

/** A query in which phrases for which `which` holds are words like any other. */
export function withoutQuotes<Q extends Query>(
  query: Q,
  which: (clause: Clause) => boolean,
): { query: Q; unquoted: string[] } {
  const unquoted: string[] = [];
  const clauses = query.clauses.map((clause) => {
    if (!clause.phrase || clause.not || !which(clause)) return clause;
    unquoted.push(clause.words);
    return { ...clause, phrase: false };
  });
  return { query: { ...query, clauses }, unquoted };
}

export function isEmpty({ clauses, filters, choices }: Query): boolean {
  return clauses.length + filters.length + choices.length === 0;
}

/** No longer than is read, cut between words where there are any. */
function shortened(typed: string): string {
  if (typed.length <= MOST_CHARACTERS) return typed;
  const start = typed.slice(0, MOST_CHARACTERS);
  const cut = start.replace(/\s\S{0,64}$/u, '');
  return cut === '' ? start.replace(/[\uD800-\uDBFF]$/, '') : cut;
}

type Part = { readonly clause: Clause } | { readonly filter: Filter };
type Token = 'open' | 'close' | 'or' | 'and' | 'not' | Part;

const QUOTES = '"“”„‟＂';
const PHRASE = `[${QUOTES}][^${QUOTES}]*(?:[${QUOTES}]|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)`;
const MINUS = '[-－−]';
const TOKENS = [
  `(?<minus>${MINUS})(?=[(（])`,
  '(?<open>[(（])',
  '(?<close>[)）])',
  `(?<not>${MINUS}(?=[^\\s\\-－−]))?(?:(?<label>\\p{L}+)[:：](?=\\S))?(?:(?<quoted>${PHRASE})|(?<word>[^\\s${QUOTES}「」『』()（）][^\\s${QUOTES}「」『』]*))`,
].join('|');
const TOKEN = new RegExp(`${TOKENS}`, 'gu');
const CLOSING = new RegExp(`[${QUOTES}」』]$`, 'u');

const QUOTED_FIELD = new RegExp(`\\p{L}+[:：](?:${PHRASE})`, 'gu');
const QUOTED = new RegExp(`${PHRASE}`, 'gu');

const OPERATORS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
  ['|', 'or'],
  ['||', 'or'],
  ['&&', 'and'],
  ['または', 'or'],
  ['又は', 'or'],
]);

/** Cuts a query. @returns the tokens, of parts no more than are taken in, and how many parts there were */
function tokensOf(text: string, typing: boolean): { tokens: Token[]; parts: number } {
  const tokens: Token[] = [];
  let parts = 0;
  let depth = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const { minus, open, close, not, label, quoted, word = '' } = match.groups ?? {};
    if (minus !== undefined) tokens.push('not');
    else if (open !== undefined) {
      if (depth < DEEPEST) tokens.push('open');
      depth++;
    } else if (close !== undefined) {
      if (depth > 0 && depth <= DEEPEST) tokens.push('close');
      depth = Math.max(0, depth - 1);
    } else {
      // A closing parenthesis that the word did not open ends the group, not the word.
      const content = depth > 0 ? word.slice(0, ownLength(word)) : word;
      TOKEN.lastIndex -= word.length - content.length;
      const operator =
        quoted === undefined && label === undefined && not === undefined
          ? OPERATORS.get(content.normalize('NFKC'))
          : undefined;
      if (operator) {
        tokens.push(operator);
        continue;
      }
      const open = typing && TOKEN.lastIndex === text.length;
      for (const part of partsOf({ not: not !== undefined, label, quoted, word: content }, open)) {
        parts++;
        if (parts <= MOST_PARTS) tokens.push(part);
      }
    }
  }
  return { tokens, parts };
}

/** How much of a word is its own: up to a closing parenthesis without an opening one. */
function ownLength(word: string): number {
  let depth = 0;
  for (let at = 0; at < word.length; at++) {
    if ('(（'.includes(word.charAt(at))) depth++;
    else if (')）'.includes(word.charAt(at)) && --depth < 0) return at;
  }
  return word.length;
}

interface Written {
  readonly not: boolean;
  readonly label: string | undefined;
  readonly quoted: string | undefined;
  readonly word: string;
}

function partsOf({ not, label, quoted, word }: Written, open: boolean): Part[] {
  const closed = quoted !== undefined && quoted.length > 1 && CLOSING.test(quoted);
  const content = quoted === undefined ? word : quoted.slice(1, closed ? -1 : undefined);
  const filter = label === undefined ? null : filterOf(foldText(label), content, not);
  if (filter) return [{ filter }];
  // A star by itself stands for anything.
  if (label === undefined && quoted === undefined && ONLY_STARS.test(word)) return [];
  // A field whose value is still to come.
  if (
    label === undefined &&
    quoted === undefined &&
    LABEL_ALONE.test(word) &&
    isLabel(foldText(word.slice(0, -1)))
  )
    return [];
  const parts: Part[] = [];
  // An unknown label is words like any other.
  if (label !== undefined) parts.push({ clause: { words: label, phrase: false, not, open: false } });
  const starred = quoted === undefined && STARS_AFTER.test(content);
  const words = quoted === undefined ? content.replace(STARS, '') || content : content;
  if (words.trim() !== '') {
    const beginning = starred && words !== content;
    parts.push({
      clause: { words, phrase: quoted !== undefined, not, open: beginning || (open && !not && !closed) },
    });
  }
  return parts;
}
const LABEL_ALONE = /^\p{L}+[:：]$/u;
const STARS = /^[*＊]+|[*＊]+$/gu;
const STAR_ALONE = /(?:^|\s)[*＊]+(?:\s|$)/u;
const ONLY_STARS = /^[*＊]+$/u;
const STARS_AFTER = /[*＊]$/u;

/** Something between two ORs, and whether it only narrows: a field, or what is not wanted. */
interface Item {
  readonly query: Query;
  readonly narrows: boolean;
}

/** Puts tokens together by the grammar of `parseQuery`; a token that stands where none can is left out. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  query(depth: number): Query {
    const items: (Item | 'or')[] = [];
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      if (next === 'close' && depth > 0) break;
      if (next === 'or') {
        if (items.length > 0 && items.at(-1) !== 'or') items.push('or');
        this.#at++;
      } else if (next === 'and' || next === 'close') this.#at++;
      else {
        const query = this.#part(depth);
        if (!isEmpty(query)) items.push({ query, narrows: onlyNarrows(query) });
      }
    }
    if (items.at(-1) === 'or') items.pop();
    return arranged(fieldsTogether(items));
  }

  #part(depth: number): Query {
    let not = false;
    for (; this.#next() === 'not'; this.#at++) not = !not;
    const token = this.#next();
    if (token === undefined || token === 'close' || token === 'or' || token === 'and') return NOTHING;
    this.#at++;
    if (token === 'open') {
      const inner = this.query(depth + 1);
      if (this.#next() === 'close') this.#at++;
      return not ? negated(inner) : inner;
    }
    if (typeof token !== 'object') return NOTHING;
    const leaf: Query =
      'clause' in token ? { ...NOTHING, clauses: [token.clause] } : { ...NOTHING, filters: [token.filter] };
    return not ? negated(leaf) : leaf;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at];
  }
}

function onlyNarrows({ clauses, choices }: Query): boolean {
  return clauses.every(({ not }) => not) && choices.every(({ not }) => not);
}

function isOfFields({ clauses, choices, filters }: Query): boolean {
  return clauses.length + choices.length === 0 && filters.length > 0;
}

/** Fields with OR between them as one thing that narrows. */
function fieldsTogether(items: readonly (Item | 'or')[]): (Item | 'or')[] {
  const result: (Item | 'or')[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined || item === 'or' || !isOfFields(item.query)) {
      if (item !== undefined) result.push(item);
      continue;
    }
    const alternatives = [item.query];
    for (let next = items[at + 2]; items[at + 1] === 'or' && next !== undefined; next = items[at + 2]) {
      if (next === 'or' || !isOfFields(next.query)) break;
      alternatives.push(next.query);
      at += 2;
    }
    result.push({ query: anyOf(alternatives), narrows: true });
  }
  return result;
}

/** What narrows is meant for all of it, unless it stands beside an OR; words belong to those between two ORs. */
function arranged(items: readonly (Item | 'or')[]): Query {
  const narrowing: Query[] = [];
  const alternatives: Query[][] = [[]];
  for (const [at, item] of items.entries()) {
    if (item === 'or') alternatives.push([]);
    else if (item.narrows && items[at - 1] !== 'or' && items[at + 1] !== 'or') narrowing.push(item.query);
    else alternatives.at(-1)?.push(item.query);
  }
  const words = alternatives.map(together).filter((one) => !isEmpty(one));
  return together([...(words.length > 0 ? [anyOf(words)] : []), ...narrowing]);
}

function anyOf(alternatives: readonly Query[]): Query {
  const [only] = alternatives;
  return alternatives.length === 1 && only ? only : { ...NOTHING, choices: [{ alternatives, not: false }] };
}

function together(parts: readonly Query[]): Query {
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  return {
    clauses: parts.flatMap(({ clauses }) => clauses),
    filters: parts.flatMap(({ filters }) => filters),
    choices: parts.flatMap(({ choices }) => choices),
  };
}

function negated(query: Query): Query {
  const { clauses, filters, choices } = query;
  if (clauses.length + filters.length + choices.length > 1)
    return { ...NOTHING, choices: [{ alternatives: [query], not: true }] };
  return {
    clauses: clauses.map((one) => ({ ...one, not: !one.not, open: one.open && one.not })),
    filters: filters.map((one) => ({ ...one, not: !one.not })),
    choices: choices.map((one) => ({ ...one, not: !one.not })),
  };
}
