import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Issue } from '../model/issue.ts';
import {
  type Closeness,
  type Concept,
  type ConceptTerm,
  keyOf,
  termOf,
  type Unit,
  unitsOf,
} from './concept-terms.ts';
import { becomes } from './documents.ts';
import { instrumentNames, personNames, vocabulary } from './names.ts';
import type { SearchRows } from './rows.ts';
import { goesOn, tailAt } from './tails.ts';

/** A concept, and by which of its names it is also to be looked for. */
export interface OtherNames {
  readonly concept: Concept;
  readonly others: readonly ConceptTerm[];
  readonly closeness: Closeness;
  /** The issue that goes by the words; null where it is none, or any of several. */
  readonly called: IdOf<'issues'> | null;
}

/** A range of folded text that names something. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly names: readonly OtherNames[];
}

interface Node {
  readonly next: Map<string, Node>;
  /** The concepts that have exactly this name. */
  readonly concepts: Concept[];
}

/** Every concept of a workspace, and how they are recognised in a query: by a whole name, the longest one first. */
export class ConceptBook {
  readonly #root: Node = { next: new Map(), concepts: [] };
  /** What was asked about last: to understand a query, its words are looked at several times. */
  readonly #asked = new Map<string, readonly Named[]>();

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
        const synonyms = Object.entries(issue.synonyms).flatMap(([language, words]) =>
          ROMAJI.test(language) ? words.flatMap((one) => [one, ...withoutLongVowels(one)]) : words,
        );
        for (const words of [...names, ...names.flatMap(partsOf), ...synonyms]) {
          const term = termOf(words);
          if (term && !terms.has(term.writing)) terms.set(term.writing, term);
        }
      }
      const name = rows.get('issues', issueId)?.name ?? family[0]?.name ?? {};
      this.#addAll({ issueId, name, terms: [...terms.values()] });
    }
    for (const concept of [...vocabulary(), ...instrumentNames(rows), ...personNames(rows)])
      this.#addAll(concept);
  }

  #addAll(concept: Concept): void {
    for (const key of new Set(concept.terms.map((term) => term.key))) this.#add(key, concept);
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
  namedIn(text: string): readonly Named[] {
    let named = this.#asked.get(text);
    if (!named) {
      named = this.#namedIn(text);
      if (this.#asked.size >= ASKED_LIMIT) this.#asked.clear();
      this.#asked.set(text, named);
    }
    return named;
  }

  #namedIn(text: string): Named[] {
    const units = unitsOf(text);
    const found: Named[] = [];
    for (let at = 0; at < units.length; at++) {
      const ways = this.#from(units, at);
      const longest = ways.at(-1);
      if (!longest) continue;
      const end = longest.end + tailAt(units, longest.end);
      const [start, to] = [(units[at] as Unit).start, (units[end - 1] as Unit).end];
      const names: OtherNames[] = [];
      for (const way of ways.reverse()) {
        const whole = way.end === end;
        if (!whole && way.end + tailAt(units, way.end) < end) continue;
        const fresh = way.concepts.filter((one) => !names.some(({ concept }) => concept === one));
        const typed = termOf(text.slice(start, (units[way.end - 1] as Unit).end));
        const own = namesOf(fresh, typed);
        names.push(
          ...(whole ? own : own.map((one) => ({ ...one, closeness: 'akin' as const, called: null }))),
        );
      }
      found.push({ start, end: to, names });
      at = end - 1;
    }
    return found;
  }

  /** The names that begin at a place and stand apart, the longest last. A word may be two in the name, or two words one. */
  #from(units: readonly Unit[], from: number): Way[] {
    const ways = new Map<number, Set<Concept>>();
    const next = (node: Node | undefined, word: string) => node?.next.get(keyOf(word) ?? '');
    const follow = (node: Node | undefined, end: number): void => {
      if (!node) return;
      if (node.concepts.length > 0 && standsApart(units, from, end))
        ways.set(end, new Set([...(ways.get(end) ?? []), ...node.concepts]));
      const unit = units[end];
      if (!unit) return;
      follow(node.next.get(unit.key), end + 1);
      if (unit.joined) return;
      const second = units[end + 1];
      if (second && !second.joined && second.start - unit.end <= 1)
        follow(next(node, unit.text + second.text), end + 2);
      for (let at = PART; at <= Math.min(LONGEST, unit.text.length) - PART; at++)
        follow(next(next(node, unit.text.slice(0, at)), unit.text.slice(at)), end + 1);
    };
    follow(this.#root, from);
    return [...ways].sort(([a], [b]) => a - b).map(([end, concepts]) => ({ end, concepts: [...concepts] }));
  }
}

const ASKED_LIMIT = 100;

/** A name that stands in a text: before which unit it ends, and what has it. */
interface Way {
  readonly end: number;
  readonly concepts: readonly Concept[];
}

/** Letters that a part of a word has at least which is two words in a name; and of the word, those that are looked at. */
const PART = 3;
const LONGEST = 30;

/** The other names of what is called as it was typed. */
function namesOf(concepts: readonly Concept[], typed: ConceptTerm | null): OtherNames[] {
  const told = new Set(typed ? [typed.writing] : []);
  const same = concepts
    .filter(({ issueId }) => issueId === null)
    .flatMap((concept) => {
      const others = concept.terms.filter(({ writing }) => !told.has(writing));
      for (const { writing } of others) told.add(writing);
      const [alike, different] = parted(others, ({ letters }) => letters === typed?.letters);
      return [
        { concept, others: alike, closeness: 'words' as const, called: null },
        { concept, others: different, closeness: 'synonym' as const, called: null },
      ];
    });
  const issues = concepts.filter(({ issueId }) => issueId !== null);
  return [...same, ...shared(issues, told)].filter(({ others }) => others.length > 0);
}

function parted<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

const ROMAJI = /-Latn$/;

/** Japanese in Latin letters, as most people type it: kyousei, kyosei. */
function withoutLongVowels(romaji: string): string[] {
  const short = romaji.replace(/ou|oo/g, 'o').replace(/uu/g, 'u');
  return short === romaji ? [] : [short];
}

/** The other names that all issues of one name share. @param told names that are told already */
function shared(issues: readonly Concept[], told: ReadonlySet<string>): OtherNames[] {
  const [concept, ...rest] = issues;
  if (!concept) return [];
  const writings = rest.map(({ terms }) => new Set(terms.map(({ writing }) => writing)));
  const others = concept.terms.filter(
    ({ writing }) => !told.has(writing) && writings.every((known) => known.has(writing)),
  );
  return [{ concept, others, closeness: 'akin', called: rest.length === 0 ? concept.issueId : null }];
}

/** Names of that many characters are known within a longer word (強制労働問題); shorter ones (監視 in 監視員) are not. */
const KNOWN_WITHIN = 4;

/** Whether a name in a script without spaces is a word by itself there, as far as its neighbours tell. */
function standsApart(units: readonly Unit[], from: number, end: number): boolean {
  if (end - from >= KNOWN_WITHIN) return true;
  return !goesOn(units, from) && (!goesOn(units, end) || tailAt(units, end) > 0);
}

/** Of a name that lists several (強制労働・現代奴隷), those that are words by themselves: of four kanji or more. */
function partsOf(name: string): string[] {
  const parts = name.split(/[・／、]/);
  return parts.length > 1 ? parts.filter((part) => /^\p{Script=Han}{4,}$/u.test(part)) : [];
}
