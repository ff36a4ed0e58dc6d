import { foldText } from '../fold/fold.ts';
import type { LocalText } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { type Part, part, partsJoined, pattern } from '../pattern.ts';
import { analyseQuery, JOINED_SCRIPTS } from './analysis/analyse.ts';
import type { Piece } from './analysis/analyser.ts';
import type { Marker, Written } from './highlight.ts';

/** How close a name is to what was typed: the same words set off otherwise, a name of the same thing, of what is akin. */
export type Closeness = 'words' | 'synonym' | 'akin';
/** What another name of the same thing counts beside the words that were typed, and what a name of what is akin. */
export const SYNONYM = 0.5;
export const AKIN = 0.35;
/** What a name in another script counts beside one in the same. */
export const TRANSLATED = 0.7;

/** One of the names of a concept. */
export interface ConceptTerm {
  /** As the taxonomy writes it. */
  readonly words: string;
  /** Written without spaces. */
  readonly joined: boolean;
  /** The same for names that are typed alike, however their words are set off: by it a name is recognised. */
  readonly key: string;
  /** The same for names that are looked for alike: サプライ・チェーン is another writing than サプライチェーン. */
  readonly writing: string;
  /** The same for names of the same letters, however they are set off: crowd workers, crowdworker. */
  readonly letters: string;
  /** All of these stand where the name does. */
  readonly pieces: readonly Piece[];
  /** The name as a phrase, in any inflection, over folded text; null = a single word, which its piece finds. */
  readonly phrase: Written | null;
}

/**
 * What goes by several names: an issue with all its names and synonyms, in every language, and those of what was merged
 * into it; a term of the field; a person; a year.
 */
export interface Concept {
  /** Null: no issue, but a term, a person or a year. */
  readonly issueId: IdOf<'issues'> | null;
  readonly name: LocalText;
  readonly terms: readonly ConceptTerm[];
}

/** What is marked, with other names of concepts besides. */
export function withTerms(marker: Marker, terms: readonly ConceptTerm[]): Marker {
  if (terms.length === 0) return marker;
  const known = new Set(marker.terms);
  const phrases = [...marker.phrases];
  for (const { phrase, pieces } of terms) {
    if (phrase) phrases.push(phrase.pattern);
    else for (const { term, also = [] } of pieces) for (const one of [term, ...also]) known.add(one);
  }
  return { ...marker, terms: known, phrases };
}

/** A word of an alphabet, or one character of a script without spaces. */
export interface Unit {
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

export function unitsOf(folded: string): Unit[] {
  const units: Unit[] = [];
  for (const { 0: text, 1: character, index: start } of folded.matchAll(UNIT)) {
    const end = start + text.length;
    const last = units.at(-1);
    if (last && character === 'ー' && isLeftOut(folded, start)) {
      units[units.length - 1] = { ...last, end };
      continue;
    }
    // A stop word belongs to no name: "freedom of association" is freedom, association.
    const key = character ?? keyOf(text);
    if (key) units.push({ key, text, start, end, joined: character !== undefined });
  }
  return units;
}

/** Whether a long vowel ends a katakana word of four characters or more, which is written with or without it. */
function isLeftOut(folded: string, at: number): boolean {
  return (
    /[ァ-ヺ]{3}$/.test(folded.slice(Math.max(0, at - 3), at)) && !/^[ァ-ヺー]/.test(folded.slice(at + 1))
  );
}

/** What a word of an alphabet is compared by; undefined = one that belongs to no name. */
export function keyOf(word: string): string | undefined {
  return analyseQuery(word, false)[0]?.term;
}

/** A name as it is looked for. @returns null for what says too little: nothing, or a single character */
export function termOf(words: string): ConceptTerm | null {
  const folded = foldText(words);
  const units = unitsOf(folded);
  const [only] = units;
  if (!only || (units.length === 1 && only.end - only.start === 1)) return null;
  const pieces = analyseQuery(folded, false).filter(({ term }) => term !== '');
  if (pieces.length === 0) return null;
  let phrase: Written | null | undefined;
  const key = units.map((unit) => unit.key).join(' ');
  return {
    words,
    joined: units.some(({ joined }) => joined),
    key,
    writing: `${key}\t${pieces.flatMap(({ term, helps }) => (helps ? [] : term)).join(' ')}`,
    letters: lettersOf(units),
    pieces,
    // Of hundreds of names few are ever looked for.
    get phrase() {
      phrase ??= units.length === 1 ? null : inAnyForm(folded);
      return phrase;
    },
  };
}

function lettersOf(units: readonly Unit[]): string {
  const letters = units.map(({ text }) => text).join('');
  return units.some(({ joined }) => joined) ? letters : (keyOf(letters) ?? letters);
}

/** How many letters a word may end in beyond the part that all its forms share. */
const ENDING = 4;

/** A phrase whose words may be inflected: recruitment fee(s), employer('s) duty, duties. */
function inAnyForm(folded: string): Written {
  const parts: (string | Part)[] = [];
  const shared: string[] = [];
  let end = 0;
  let before: 'word' | 'character' | null = null;
  for (const match of folded.matchAll(UNIT)) {
    const [text, character] = match;
    const gap = match.index > end;
    if (before !== null && gap)
      parts.push(
        before === 'word' && character === undefined ? /[^\p{L}\p{M}\p{N}]+/u : /[^\p{L}\p{M}\p{N}]*/u,
      );
    if (character === 'ー' && isLeftOut(folded, match.index)) parts.push(/ー?/u);
    else if (character !== undefined) {
      parts.push(character);
      shared.push(character);
    } else {
      const beginning = sharedBeginning(text, analyseQuery(text, false)[0]?.term ?? text);
      const stem = beginning.length > 2 ? beginning : null;
      const ending =
        stem === null ? '' : part`(?:\p{Script=Latin}|'){0,${text.length - stem.length + ENDING}}`;
      parts.push(part`(?<!${LATIN})${stem ?? text}${ending}(?!${LATIN})`);
      shared.push(stem ?? text);
    }
    before = character === undefined ? 'word' : 'character';
    end = match.index + text.length;
  }
  return { pattern: pattern(partsJoined(parts), 'gu'), parts: shared };
}
const LATIN = /[\p{Script=Latin}\p{N}]/u;

function sharedBeginning(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one.slice(0, at);
}
