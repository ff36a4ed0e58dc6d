import { analyseQuery } from './analysis/analyse.ts';
import type { Piece } from './analysis/analyser.ts';
import { fold, foldText } from './analysis/fold.ts';
import { FIELDS, type SearchDocument } from './documents.ts';
import { type Marker, phrasePattern } from './highlight.ts';
import type { Clause, Filter, Query } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';

/** A query as the index is asked it. */
export interface Plan {
  /** Nothing was asked for. */
  readonly empty: boolean;
  /** Each is one word asked for. */
  readonly groups: readonly Group[];
  /** A document that meets all groups of one of these is not wanted. */
  readonly excluded: readonly (readonly Group[])[];
  readonly filters: readonly ((document: SearchDocument) => boolean)[];
  /** Whether the phrases that are wanted stand in the document, and those that are not do not. */
  readonly phrasesIn: (document: SearchDocument) => boolean;
  readonly marker: Marker;
}

/** What a word counts of which only the beginning was typed, beside one that was typed whole. */
const BEGINNING = 0.7;

/** Turns a query into terms of the index, each with what it is worth there. */
export function compile({ clauses, filters }: Query, index: SearchIndex): Plan {
  const wanted = clauses.filter(({ not }) => !not);
  const pieces = wanted.flatMap(piecesOf);
  // Nothing but words too small for the index ("to be", "%"): they are looked for as they are written.
  const literal = pieces.length === 0;
  const phrases = patterns(wanted.filter(({ phrase }) => phrase || literal));
  const unwanted = clauses.filter(({ not }) => not);
  const excludedWords = unwanted
    .filter(({ phrase }) => !phrase)
    .map(piecesOf)
    .filter((one) => one.length > 0);
  const excludedPhrases = patterns(
    unwanted.filter((clause) => clause.phrase || piecesOf(clause).length === 0),
  );
  const groups = grouped(pieces, index);
  const words = wanted.filter(({ phrase }) => !phrase).flatMap(piecesOf);
  const shown = words.length === pieces.length ? groups : grouped(words, index);
  return {
    empty: wanted.length + unwanted.length + filters.length === 0,
    groups,
    excluded: excludedWords.map((one) => grouped(one, index)),
    filters: filters.map(passes),
    phrasesIn: (document) => {
      if (phrases.length + excludedPhrases.length === 0) return true;
      const texts = FIELDS.map((field) => fold(document[field]).text);
      const stands = (pattern: RegExp) => texts.some((text) => text.search(pattern) >= 0);
      return phrases.every(stands) && !excludedPhrases.some(stands);
    },
    marker: {
      terms: new Set(shown.flatMap(({ terms }) => terms.map(({ term }) => term))),
      prefixes: [...new Set(words.map(({ prefix }) => prefix).filter((prefix) => prefix !== null))],
      phrases,
    },
  };
}

function piecesOf({ words, open }: Clause): Piece[] {
  return analyseQuery(words, open);
}

function patterns(clauses: readonly Clause[]): RegExp[] {
  return clauses.map(({ words, open }) => phrasePattern(words, open)).filter((pattern) => pattern !== null);
}

/** One group a different piece; a piece asked for twice is worth twice as much. */
function grouped(pieces: readonly Piece[], index: SearchIndex): Group[] {
  const times = new Map<string, { piece: Piece; count: number }>();
  for (const piece of pieces) {
    const key = `${piece.term} ${piece.prefix ?? ''}`;
    const known = times.get(key);
    if (known) known.count++;
    else times.set(key, { piece, count: 1 });
  }
  return [...times.values()].map(({ piece, count }) => groupOf(piece, count, index));
}

function groupOf({ term, prefix }: Piece, count: number, index: SearchIndex): Group {
  const own = term === '' ? [] : [{ term, boost: count * index.rarity(index.frequency(term)) }];
  if (prefix === null) return { terms: own };
  const others = [...index.beginningWith(prefix)].filter((one) => one !== term);
  // All that begin so count as one word: the rare one among them is not what was meant.
  const together = others.reduce((sum, one) => sum + index.frequency(one), 0);
  const boost = count * BEGINNING * index.rarity(together);
  return { terms: [...own, ...others.map((one) => ({ term: one, boost }))] };
}

function passes(filter: Filter): (document: SearchDocument) => boolean {
  if (filter.by === 'kind') return ({ kind }) => (kind === filter.kind) !== filter.not;
  const named = (names: readonly string[]) => names.some((name) => foldText(name).includes(filter.name));
  return filter.by === 'person'
    ? ({ people }) => named(people) !== filter.not
    : ({ issues }) => named(issues) !== filter.not;
}
