import type { Id } from '../model/basics.ts';
import type { Issue } from '../model/issue.ts';
import { type Concept, type ConceptTerm, termOf, type Unit, unitsOf } from './concept-terms.ts';
import { becomes } from './documents.ts';
import { instrumentNames, personNames, vocabulary } from './names.ts';
import type { SearchRows } from './rows.ts';

/** A concept, and by which of its names it is also to be looked for. */
export interface OtherNames {
  readonly concept: Concept;
  readonly others: readonly ConceptTerm[];
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
          if (term && !terms.has(term.key)) terms.set(term.key, term);
        }
      }
      const name = rows.get('issues', issueId)?.name ?? family[0]?.name ?? {};
      this.#addAll({ issueId, name, terms: [...terms.values()] });
    }
    for (const concept of [...vocabulary(), ...instrumentNames(rows), ...personNames(rows)])
      this.#addAll(concept);
  }

  #addAll(concept: Concept): void {
    for (const { key } of concept.terms) this.#add(key, concept);
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
      if (!best) continue;
      const key = units
        .slice(at, best.last + 1)
        .map((unit) => unit.key)
        .join(' ');
      const { concepts } = best.node;
      const same = shared(
        concepts.filter(({ issueId }) => issueId === null),
        key,
        NO_KEYS,
      );
      const akin = shared(
        concepts.filter(({ issueId }) => issueId !== null),
        key,
        new Set(same.flatMap(({ others }) => others.map((term) => term.key))),
      );
      found.push({
        start: (units[at] as Unit).start,
        end: (units[best.last] as Unit).end,
        names: [...same, ...akin],
      });
      at = best.last;
    }
    return found;
  }
}

const ROMAJI = /-Latn$/;

/** Japanese in Latin letters, as most people type it: kyousei, kyosei. */
function withoutLongVowels(romaji: string): string[] {
  const short = romaji.replace(/ou|oo/g, 'o').replace(/uu/g, 'u');
  return short === romaji ? [] : [short];
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** The other names that all concepts of one name share. @param told keys of names that are told already */
function shared(concepts: readonly Concept[], key: string, told: ReadonlySet<string>): OtherNames[] {
  const [concept, ...rest] = concepts;
  if (!concept) return [];
  const keys = rest.map(({ terms }) => new Set(terms.map((term) => term.key)));
  const others = concept.terms.filter(
    (term) => term.key !== key && !told.has(term.key) && keys.every((known) => known.has(term.key)),
  );
  return [{ concept, others }];
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
