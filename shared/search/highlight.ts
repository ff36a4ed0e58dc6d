import type { TextRange } from '../anchor/text-range.ts';
import { type Folded, fold } from '../fold/fold.ts';
import { oneOf, part, partsJoined, pattern } from '../pattern.ts';
import { eachWord, JOINED_SCRIPTS } from './analysis/analyse.ts';
import type { Token } from './analysis/analyser.ts';
import { OTHER_BEGINNINGS } from './analysis/spelling.ts';

/** What counts as a hit in a text. */
export interface Marker {
  readonly terms: ReadonlySet<string>;
  /** Beginnings of words, folded. */
  readonly prefixes: readonly string[];
  readonly phrases: readonly RegExp[];
  /** Words of scripts without spaces that were asked for, each in the pieces that the index cuts it into. */
  readonly runs?: readonly Run[] | undefined;
}

/** A word of a script without spaces. */
export interface Run {
  /** Its pieces, by each way of writing them: which piece of the word it is. */
  readonly pieces: ReadonlyMap<string, number>;
  readonly count: number;
  /** Parts of it are words by themselves: where the whole stands nowhere, they are hits. */
  readonly parts: boolean;
}

/** Words as they are written, to be looked for in folded text. */
export interface Written {
  readonly pattern: RegExp;
  /** Stand in every text that it fits: quicker to look for. */
  readonly parts: readonly string[];
}

/** Whether it stands in a folded text. */
export function holds(folded: string, { pattern, parts }: Written): boolean {
  return parts.every((one) => folded.includes(one)) && folded.search(pattern) >= 0;
}

/** What share of a word's pieces a place must hold to be the word, written a little otherwise. */
const MOST = 0.6;

/** A hit, and which of the things asked for it is (so that a place with several different ones can be preferred). */
export interface Mark extends TextRange {
  readonly of: string;
  /** A part of a word that does not stand in the text as a whole. */
  readonly part?: boolean;
}

/** By what words that are no hits are passed over. */
interface Screen {
  readonly terms: ReadonlySet<string>;
  /** What words that are hits begin with, as units of UTF-16. */
  readonly beginnings: ReadonlySet<number>;
}

const screens = new WeakMap<Marker, Screen>();

function screenOf(marker: Marker): Screen {
  let screen = screens.get(marker);
  if (!screen) {
    const terms = new Set(marker.terms);
    for (const { pieces } of marker.runs ?? []) for (const term of pieces.keys()) terms.add(term);
    const beginnings = new Set(OTHER_BEGINNINGS);
    for (const word of [...terms, ...marker.prefixes]) beginnings.add(word.charCodeAt(0));
    screen = { terms, beginnings };
    screens.set(marker, screen);
  }
  return screen;
}

/** The words of a folded text that may be hits. */
function candidates(folded: Folded, marker: Marker): Token[] {
  const { terms, beginnings } = screenOf(marker);
  const { prefixes } = marker;
  const tokens: Token[] = [];
  eachWord(
    folded.text,
    ({ term, surface, start, end, joined }, at) => {
      if (terms.has(term) || prefixes.some((beginning) => surface.startsWith(beginning)))
        tokens.push({
          term,
          surface,
          start: folded.startAt(at + start),
          end: folded.endAt(at + end - 1),
          joined,
        });
    },
    beginnings,
  );
  return tokens;
}

/** The hits in a text, in order, each by itself; they may overlap. Whole characters only. */
export function marksIn(text: string, marker: Marker): Mark[] {
  if (text === '') return [];
  const { terms, prefixes, phrases, runs = [] } = marker;
  const marks: Mark[] = [];
  const folded = fold(text);
  if (terms.size > 0 || prefixes.length > 0 || runs.length > 0) {
    const tokens = candidates(folded, marker);
    for (const run of runs) marks.push(...marksOfRun(tokens, run));
    for (const { term, surface, start, end, joined } of tokens) {
      if (terms.has(term)) marks.push({ start, end, of: term });
      else {
        const prefix = prefixes.find((beginning) => surface.startsWith(beginning));
        // In a script without borders between words, what follows what was typed is another word.
        if (prefix !== undefined)
          marks.push({
            start,
            end: joined ? start + shownLength(text, start, end, prefix) : end,
            of: prefix,
          });
      }
    }
  }
  if (phrases.length > 0) {
    for (const phrase of phrases) {
      for (const match of folded.text.matchAll(phrase)) {
        const length = match[0].length;
        if (length === 0) continue;
        marks.push({
          start: folded.startAt(match.index),
          end: folded.endAt(match.index + length - 1),
          of: phrase.source,
        });
      }
    }
  }
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where a word stands; fragments of it are hits only in a text that does not hold it at all. */
function marksOfRun(tokens: readonly Token[], { pieces, count, parts }: Run): Mark[] {
  const fragments: Mark[] = [];
  const whole: Mark[] = [];
  let chain: { start: number; end: number; of: Set<number> } | null = null;
  const close = () => {
    if (chain && chain.of.size >= MOST * count) whole.push({ ...chain, of: RUN });
    chain = null;
  };
  for (const { term, start, end } of tokens) {
    const piece = pieces.get(term);
    if (piece === undefined) continue;
    if (parts) fragments.push({ start, end, of: term, part: true });
    if (chain && start <= chain.end) {
      chain.end = Math.max(chain.end, end);
      chain.of.add(piece);
    } else {
      close();
      chain = { start, end, of: new Set([piece]) };
    }
  }
  close();
  return whole.length > 0 ? whole : fragments;
}
const RUN = 'run';

/** How much of the original stands for a folded beginning: as many characters, with the marks that belong to them. */
function shownLength(text: string, start: number, end: number, prefix: string): number {
  const folded = fold(text.slice(start, end));
  return Math.min(end - start, folded.endAt(prefix.length - 1));
}

/** Overlapping hits, and hits with only blank space between them, as one. */
export function joined(text: string, marks: readonly TextRange[]): TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of marks) {
    const last = ranges.at(-1);
    if (last && (start <= last.end || /^\s+$/.test(text.slice(last.end, start))))
      last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/**
 * A phrase as it is written, but for case, width, and what is between its words; in an alphabet it begins and
 * ends where words do. To be run over folded text.
 * @param open the last word may go on
 * @returns null for nothing but blank space
 */
export function phraseWritten(phrase: string, open: boolean): Written | null {
  const text = fold(phrase).text.trim();
  if (text === '') return null;
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) return { pattern: pattern(part`${text}`, 'gu'), parts: [text] };
  const first = words[0] as string;
  const last = words.at(-1) as string;
  const before = hasBorders(first, 0) ? /(?<![\p{L}\p{M}\p{N}])/u : '';
  const after = hasBorders(last, last.length - 1)
    ? open
      ? /[\p{L}\p{M}\p{N}]*/u
      : /(?![\p{L}\p{M}\p{N}])/u
    : '';
  return {
    pattern: pattern(partsJoined([before, partsJoined(words, /[^\p{L}\p{M}\p{N}]+/u), after]), 'gu'),
    parts: words,
  };
}

const JOINED = new RegExp(`[${JOINED_SCRIPTS}]`, 'u');

function hasBorders(word: string, at: number): boolean {
  return !JOINED.test(at === 0 ? word : word.slice(-1));
}

const JOINED_RUN = new RegExp(`(?:${JOINED.source}){3,}`, 'gu');

/** Words of folded text in scripts without spaces, each as it is written; null where there are none. */
export function joinedPattern(folded: string): RegExp | null {
  const runs = folded.match(JOINED_RUN);
  return runs ? pattern(oneOf([...new Set(runs)].sort((a, b) => b.length - a.length)), 'gu') : null;
}
