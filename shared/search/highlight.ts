import type { TextRange } from '../anchor/text-range.ts';
import { fold } from '../fold/fold.ts';
import { oneOf, part, partsJoined, pattern } from '../pattern.ts';
import { analyse, JOINED_SCRIPTS } from './analysis/analyse.ts';

/** What counts as a hit in a text. */
export interface Marker {
  readonly terms: ReadonlySet<string>;
  /** Beginnings of words, folded. */
  readonly prefixes: readonly string[];
  readonly phrases: readonly RegExp[];
}

/** A hit, and which of the things asked for it is (so that a place with several different ones can be preferred). */
export interface Mark extends TextRange {
  readonly of: string;
}

/** The hits in a text, in order, each by itself; they may overlap. Whole characters only. */
export function marksIn(text: string, { terms, prefixes, phrases }: Marker): Mark[] {
  const marks: Mark[] = [];
  if (terms.size > 0 || prefixes.length > 0) {
    for (const { term, surface, start, end, joined } of analyse(text)) {
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
    const folded = fold(text);
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
export function phrasePattern(phrase: string, open: boolean): RegExp | null {
  const text = fold(phrase).text.trim();
  if (text === '') return null;
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) return pattern(part`${text}`, 'gu');
  const first = words[0] as string;
  const last = words.at(-1) as string;
  const before = hasBorders(first, 0) ? /(?<![\p{L}\p{M}\p{N}])/u : '';
  const after = hasBorders(last, last.length - 1)
    ? open
      ? /[\p{L}\p{M}\p{N}]*/u
      : /(?![\p{L}\p{M}\p{N}])/u
    : '';
  return pattern(partsJoined([before, partsJoined(words, /[^\p{L}\p{M}\p{N}]+/u), after]), 'gu');
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
