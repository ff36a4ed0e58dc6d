import search from 'approx-string-match';
import type { Passage } from '../model/turn.ts';
import { anchorAt } from './anchor.ts';
import { mapRange, type TextMap } from './text-map.ts';
import type { TextRange } from './text-range.ts';

/** A range where a passage's words may be now, and how likely it is they: 0 to 1. */
export interface ScoredRange extends TextRange {
  readonly score: number;
}

/**
 * What became of a passage when its text changed: the same words (`kept`), words that changed a little and are
 * certainly the ones meant (`changed`), or nothing certain (`unsure`, with the point it moved to).
 */
export type AnchorOutcome =
  | { readonly kind: 'kept' | 'changed'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsure'; readonly near: number };

/** What is known of a passage's words and surroundings. */
export type QuoteInContext = Pick<Passage, 'quote' | 'before' | 'after' | 'start'>;

/** Changed words are taken as the same passage from this share of equal characters on. */
const SURE = 0.8;
/** From this share on they are worth suggesting. */
const WORTH_A_LOOK = 0.5;
/** How much of the words around a quote must be the same for a quote that has moved. */
const FAMILIAR = 0.6;
/** A range at most so many times as long as a quote leaves no doubt that the quote in it is the one meant. */
const NARROW = 3;
/** Candidates nearer to each other than this are as good as each other. */
const TIE = 0.05;
/** A quote of this length that stands once does not stand there by chance; scripts without spaces say more a letter. */
const TELLING = 16;
const TELLING_SPACELESS = 8;
/** Occurrences looked at before a quote is taken as too common to tell. */
const MOST_OCCURRENCES = 500;
/** Letters beside a quote by which its place is known again. */
const LANDMARK = 12;
/** What is between two landmarks may be so many times as long as the quote was. */
const ROOM = 3;
/** Score of a place that only its surroundings speak for. */
const BETWEEN = 0.4;
/** Characters of text in which misspelt words are looked for. */
const FUZZY_REACH = 40_000;

/**
 * Finds a passage again after its text changed. First by where the words went (`map`): untouched words are certain.
 * Then the exact quote, nearest to where it should be and with the same words around it; then the words that stand in
 * its place now, if few letters differ. Anything else is unsure: a person is to look, nothing is guessed.
 * @param map how the old text became `text`; a passage that was unsure already is looked for by its quote alone
 */
export function reanchor(
  passage: QuoteInContext & Pick<Passage, 'end' | 'state'>,
  map: TextMap,
  text: string,
): AnchorOutcome {
  const mapped = mapRange(map, passage.start, passage.end);
  const anchored = passage.state === 'anchored';
  if (anchored && mapped.whole) return { kind: 'kept', start: mapped.start, end: mapped.end };
  const exact = clearest(exactRanges(passage, text, mapped.start), anchored ? mapped : null);
  if (exact && isCertain(passage, text, exact, mapped.end - mapped.start))
    return { kind: 'kept', start: exact.range.start, end: exact.range.end };
  if (anchored && mapped.kept > 0) {
    const anchor = anchorAt(text, mapped.start, mapped.end);
    if (anchor && likeness(passage.quote, anchor.quote, mapped.kept) >= SURE)
      return { kind: 'changed', start: anchor.start, end: anchor.end };
  }
  return { kind: 'unsure', near: mapped.start };
}

/**
 * The best place for a passage in a text, exact words before similar ones; null = nothing like it stands there.
 * @param near where it is expected, in UTF-16 units
 */
export function suggestRange(passage: QuoteInContext, text: string, near: number): ScoredRange | null {
  const exact = exactRanges(passage, text, near)[0];
  if (exact) return exact;
  return similarRanges(passage, text, near)[0] ?? rangeBetween(passage, text, near);
}

/**
 * What is now between the words that stood before a quote and those that stood behind it; null where one of them
 * is gone, or where they have come together. It says little of the words, so its score is low.
 */
function rangeBetween(
  { quote, before, after }: QuoteInContext,
  text: string,
  near: number,
): ScoredRange | null {
  const left = before.slice(-LANDMARK);
  const right = after.slice(0, LANDMARK);
  if (left.trim() === '' && right.trim() === '') return null;
  const start = left === '' ? 0 : endOfNearest(text, left, near);
  if (start === null) return null;
  const end = right === '' ? text.length : text.indexOf(right, start);
  if (end < 0 || end - start > quote.length * ROOM + LANDMARK) return null;
  const anchor = anchorAt(text, start, end);
  return anchor && { start: anchor.start, end: anchor.end, score: BETWEEN };
}

/** Where the occurrence of some words that is nearest to a position ends; null = they are not there. */
function endOfNearest(text: string, words: string, near: number): number | null {
  let best: number | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (best === null || Math.abs(end - near) < Math.abs(best - near)) best = end;
  }
  return best;
}

/** Whether the same words at another place are the same passage, and not the same words said again. */
function isCertain(
  passage: QuoteInContext,
  text: string,
  { range, only, inPlace }: Clearest,
  room: number,
): boolean {
  const context = contextScore(passage, text, range);
  if (context >= FAMILIAR) return true;
  if (inPlace) return isDistinctive(passage) || context > 0 || room <= passage.quote.length * NARROW;
  return only && isDistinctive(passage);
}

/** Share of the quote's characters that a place has, of both lengths together (Dice), or by edit distance if higher. */
function likeness(quote: string, words: string, kept: number): number {
  const dice = (2 * Math.min(kept, quote.length, words.length)) / (quote.length + words.length);
  const allowed = Math.floor(Math.max(quote.length, words.length) * (1 - SURE));
  if (dice >= SURE || Math.abs(quote.length - words.length) > allowed) return dice;
  const match = search(words, quote, allowed).find((one) => one.start === 0 && one.end === words.length);
  return match ? Math.max(dice, 1 - match.errors / Math.max(quote.length, words.length)) : dice;
}

interface Clearest {
  readonly range: ScoredRange;
  /** It is the one place with these words. */
  readonly only: boolean;
  /** It touches the range to which the words moved. */
  readonly inPlace: boolean;
}

/** The one place that stands out among places with the same words; null where several are as good. */
function clearest(ranges: readonly ScoredRange[], expected: TextRange | null): Clearest | null {
  const touches = (range: ScoredRange) =>
    expected !== null && range.start <= expected.end && range.end >= expected.start;
  const inPlace = ranges.filter(touches);
  const field = inPlace.length > 0 ? inPlace : ranges;
  const [best, second] = field;
  if (!best || ranges.length > MOST_OCCURRENCES) return null;
  if (second && best.score - second.score < TIE) return null;
  return { range: best, only: ranges.length === 1, inPlace: inPlace.length > 0 };
}

/** Where exactly these words stand, the likeliest first. */
function exactRanges(passage: QuoteInContext, text: string, near: number): ScoredRange[] {
  const ranges: ScoredRange[] = [];
  let at = text.indexOf(passage.quote);
  while (at >= 0 && ranges.length <= MOST_OCCURRENCES) {
    const end = at + passage.quote.length;
    ranges.push({ start: at, end, score: scoreOf(passage, text, { start: at, end }, 1, near) });
    at = text.indexOf(passage.quote, at + 1);
  }
  return ranges.sort((a, b) => b.score - a.score || Math.abs(a.start - near) - Math.abs(b.start - near));
}

/** Where similar words stand (Myers 1999, bounded number of differing characters), the likeliest first. */
function similarRanges(passage: QuoteInContext, text: string, near: number): ScoredRange[] {
  const { quote } = passage;
  const from = Math.max(0, near - FUZZY_REACH / 2);
  const part = text.slice(from, near + FUZZY_REACH / 2 + quote.length);
  const allowed = Math.floor(quote.length * (1 - WORTH_A_LOOK));
  return search(part, quote, allowed)
    .slice(0, MOST_OCCURRENCES)
    .flatMap(({ start, end, errors }): ScoredRange[] => {
      const anchor = anchorAt(text, from + start, from + end);
      if (!anchor) return [];
      const range = { start: anchor.start, end: anchor.end };
      return [{ ...range, score: scoreOf(passage, text, range, 1 - errors / quote.length, near) }];
    })
    .sort((a, b) => b.score - a.score);
}

/** Words weigh half, what is around them four tenths, nearness one tenth. */
function scoreOf(
  passage: QuoteInContext,
  text: string,
  range: TextRange,
  words: number,
  near: number,
): number {
  const distance = Math.min(1, Math.abs(range.start - near) / Math.max(1, text.length));
  return 0.5 * words + 0.4 * contextScore(passage, text, range) + 0.1 * (1 - distance);
}

/** Share of the words around a quote that stand around a place too: 0 to 1; the ends of the text count as words. */
function contextScore(passage: QuoteInContext, text: string, range: TextRange): number {
  const { before, after } = passage;
  const left = text.slice(Math.max(0, range.start - before.length), range.start);
  const right = text.slice(range.end, range.end + after.length);
  const sides = [
    before === '' ? Number(range.start === 0) : sameEnd(before, left) / before.length,
    after === '' ? Number(range.end === text.length) : sameStart(after, right) / after.length,
  ];
  // One side that is whole says as much as two halves: corrections beside a quote are common.
  return Math.max((sides[0] ?? 0) * 0.5 + (sides[1] ?? 0) * 0.5, Math.max(...sides) * 0.8);
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function sameEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length])
    length++;
  return length;
}

/** Whether a quote is long enough that finding it once is no chance. */
export function isDistinctive({ quote }: Pick<QuoteInContext, 'quote'>): boolean {
  const spaceless = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u.test(quote);
  return quote.length >= (spaceless ? TELLING_SPACELESS : TELLING);
}
