import { foldText } from '../fold/fold.ts';
import type { Id, LocalText } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Issue } from '../model/issue.ts';
import { type Part, part, partsJoined, pattern } from '../pattern.ts';
import { analyseQuery, JOINED_SCRIPTS } from './analysis/analyse.ts';
import type { Piece } from './analysis/analyser.ts';
import { becomes } from './documents.ts';
import type { Marker } from './highlight.ts';
import type { SearchRows } from './rows.ts';

/** What a synonym counts beside the words that were typed. */
export const SYNONYM = 0.5;

/** One of the names of a concept. */
export interface ConceptTerm {
  /** As the taxonomy writes it. */
  readonly words: string;
  /** The same for names that analysis cannot tell apart. */
  readonly key: string;
  /** All of these stand where the name does. */
  readonly pieces: readonly Piece[];
  /** The name as a phrase, in any inflection, over folded text; null = a single word, which its piece finds. */
  readonly phrase: RegExp | null;
}

/** An issue with all its names and synonyms, in every language, and those of what was merged into it. */
export interface Concept {
  readonly issueId: IdOf<'issues'>;
  readonly name: LocalText;
  readonly terms: readonly ConceptTerm[];
}

/** A range of folded text that names a concept. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly concept: Concept;
  /** By which names it is also to be looked for. */
  readonly others: readonly ConceptTerm[];
}

/** What is marked, with other names of concepts besides. */
export function withTerms(marker: Marker, terms: readonly ConceptTerm[]): Marker {
  if (terms.length === 0) return marker;
  const known = new Set(marker.terms);
  const phrases = [...marker.phrases];
  for (const { phrase, pieces } of terms) {
    if (phrase) phrases.push(phrase);
    else for (const { term, also = [] } of pieces) for (const one of [term, ...also]) known.add(one);
  }
  return { ...marker, terms: known, phrases };
}

interface Node {
  readonly next: Map<string, Node>;
  /** The concepts that have exactly this name. */
  readonly concepts: Concept[];
}

/** Every concept of a workspace, and how they are recognised in a query: by a whole name, the longest one first. */
export class ConceptBook {
  readonly #root: Node = { next: new Map(), concepts: [] };

  constructor(rows: SearchRows) {
    const issues = rows.all('issues');
    const families = new Map<Id, Issue[]>();
    for (const issue of issues) {
      const target = becomes(rows, issue.id);
      const family = families.get(target);
      if (family) family.push(issue);
      else families.set(target, [issue]);
    }
    const ordered = [...families].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [issueId, family] of ordered) {
      const terms = new Map<string, ConceptTerm>();
      // Its own names first: of two that are the same, that one is shown.
      for (const issue of family.sort((a, b) => Number(b.id === issueId) - Number(a.id === issueId))) {
        const names = Object.values(issue.name);
        for (const words of [...names, ...names.flatMap(partsOf), ...Object.values(issue.synonyms).flat()]) {
          const term = termOf(words);
          if (term && !terms.has(term.key)) terms.set(term.key, term);
        }
      }
      const name = rows.get('issues', issueId)?.name ?? family[0]?.name ?? {};
      const concept: Concept = { issueId, name, terms: [...terms.values()] };
      for (const { key } of concept.terms) this.#add(key, concept);
    }
  }

  #add(key: string, concept: Concept): void {
    let node = this.#root;
    for (const unit of key.split(' ')) {
      let next = node.next.get(unit);
      if (!next) {
        next = { next: new Map(), concepts: [] };
        node.next.set(unit, next);
      }
      node = next;
    }
    node.concepts.push(concept);
  }

  /**
   * The concepts named in folded text, in its order, none within another. A name that several issues share (working
   * hours) says which words are meant but not which issue: it stands for what all of them share.
   */
  namedIn(text: string): Named[] {
    const units = unitsOf(text);
    const found: Named[] = [];
    for (let at = 0; at < units.length; at++) {
      let node: Node | undefined = this.#root;
      let best: { last: number; node: Node } | null = null;
      for (let last = at; last < units.length; last++) {
        node = node.next.get((units[last] as Unit).key);
        if (!node) break;
        if (node.concepts.length > 0 && standsApart(units, at, last)) best = { last, node };
      }
      const concept = best?.node.concepts[0];
      if (!best || !concept) continue;
      const key = units
        .slice(at, best.last + 1)
        .map((unit) => unit.key)
        .join(' ');
      const shared = best.node.concepts.slice(1).map(({ terms }) => new Set(terms.map((term) => term.key)));
      found.push({
        start: (units[at] as Unit).start,
        end: (units[best.last] as Unit).end,
        concept,
        others: concept.terms.filter(
          (term) => term.key !== key && shared.every((keys) => keys.has(term.key)),
        ),
      });
      at = best.last;
    }
    return found;
  }
}

/** A word of an alphabet, or one character of a script without spaces. */
interface Unit {
  /** What it is compared by: the word's stem, the character itself. */
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly joined: boolean;
}

const JOINED = `[${JOINED_SCRIPTS}]`;
const UNIT = new RegExp(
  `(${JOINED})|(?:(?!${JOINED})[\\p{L}\\p{M}\\p{N}])+(?:'(?:(?!${JOINED})[\\p{L}\\p{M}])+)*`,
  'gu',
);

function unitsOf(folded: string): Unit[] {
  const units: Unit[] = [];
  for (const match of folded.matchAll(UNIT)) {
    const [text, character] = match;
    // A stop word belongs to no name: "freedom of association" is freedom, association.
    const key = character ?? analyseQuery(text, false)[0]?.term;
    if (key)
      units.push({
        key,
        text,
        start: match.index,
        end: match.index + text.length,
        joined: character !== undefined,
      });
  }
  return units;
}

/** Names of that many characters are known within a longer word (強制労働問題); shorter ones (監視 in 監視員) are not. */
const KNOWN_WITHIN = 4;

/** Whether a name in a script without spaces is a word by itself there, as far as its neighbours tell. */
function standsApart(units: readonly Unit[], first: number, last: number): boolean {
  if (last - first + 1 >= KNOWN_WITHIN) return true;
  return goesOn(units[first - 1], units[first]) === false && goesOn(units[last], units[last + 1]) === false;
}

function goesOn(one: Unit | undefined, other: Unit | undefined): boolean {
  if (!one?.joined || !other?.joined || one.end !== other.start) return false;
  return scriptOf(one.text) === scriptOf(other.text);
}

function scriptOf(character: string): string {
  if (/\p{Script=Han}|\u3005/u.test(character)) return 'kanji';
  return /[\p{Script=Katakana}\u30FC]/u.test(character) ? 'katakana' : 'other';
}

/** Of a name that lists several (強制労働・現代奴隷), those that are words by themselves: of four kanji or more. */
function partsOf(name: string): string[] {
  const parts = name.split(/[・／、]/);
  return parts.length > 1 ? parts.filter((part) => /^\p{Script=Han}{4,}$/u.test(part)) : [];
}

/** A name as it is looked for. @returns null for what says too little: nothing, or a single character */
function termOf(words: string): ConceptTerm | null {
  const folded = foldText(words);
  const units = unitsOf(folded);
  const [only] = units;
  if (!only || (units.length === 1 && only.end - only.start === 1)) return null;
  const pieces = analyseQuery(folded, false).filter(({ term }) => term !== '');
  if (pieces.length === 0) return null;
  return {
    words,
    key: units.map(({ key }) => key).join(' '),
    pieces,
    phrase: units.length === 1 ? null : inAnyForm(folded),
  };
}

/** How many letters a word may end in beyond the part that all its forms share. */
const ENDING = 4;

/** A phrase whose words may be inflected: recruitment fee(s), employer('s) duty, duties. */
function inAnyForm(folded: string): RegExp {
  const parts: (string | Part)[] = [];
  let end = 0;
  let before: 'word' | 'character' | null = null;
  for (const match of folded.matchAll(UNIT)) {
    const [text, character] = match;
    const gap = match.index > end;
    if (before !== null && gap)
      parts.push(
        before === 'word' && character === undefined ? /[^\p{L}\p{M}\p{N}]+/u : /[^\p{L}\p{M}\p{N}]*/u,
      );
    if (character !== undefined) parts.push(character);
    else {
      const stem = sharedBeginning(text, analyseQuery(text, false)[0]?.term ?? text);
      const ending =
        stem.length > 2 ? part`(?:\p{Script=Latin}|'){0,${text.length - stem.length + ENDING}}` : '';
      parts.push(part`(?<!${LATIN})${stem.length > 2 ? stem : text}${ending}(?!${LATIN})`);
    }
    before = character === undefined ? 'word' : 'character';
    end = match.index + text.length;
  }
  return pattern(partsJoined(parts), 'gu');
}
const LATIN = /[\p{Script=Latin}\p{N}]/u;

function sharedBeginning(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one.slice(0, at);
}
