import { diffArrays } from 'diff';
import { increasing, uniquePairs } from './unique-pairs.ts';

/** A range that an old and a new text have in common: `length` UTF-16 units at `from` in the old, `to` in the new. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** How a text became another one: what they have in common, in order, and their lengths. */
export interface TextMap {
  readonly runs: readonly Run[];
  readonly before: number;
  readonly after: number;
}

/** Where a range of the old text is in the new one. */
export interface MappedRange {
  readonly start: number;
  readonly end: number;
  /** UTF-16 units of the old range that are in the new text, in their order. */
  readonly kept: number;
  /** Every unit was kept and nothing came in between. */
  readonly whole: boolean;
}

/** Ranges up to this size (in tokens, old and new together) are compared token by token. */
const SMALL = 1_500;
/** Edits after which two such ranges are given up as having nothing in common. */
const MOST_EDITS = 400;
/** Numbers of words that must follow each other in both texts, and nowhere else, to be taken as the same place. */
const PHRASES = [12, 6, 4];

/**
 * Finds what two texts have in common: sentences and then phrases that stand once in each (patience diff), and between
 * those the shortest edit script over words and single characters of scripts without spaces (Myers 1986). Time is
 * close to linear: texts of some million characters take about a second.
 */
export function mapTexts(before: string, after: string): TextMap {
  const prefix = commonPrefix(before, after);
  const suffix = commonSuffix(before, after, prefix);
  const runs: Run[] = [];
  if (prefix > 0) runs.push({ from: 0, to: 0, length: prefix });
  const gap = {
    from: prefix,
    fromEnd: before.length - suffix,
    to: prefix,
    toEnd: after.length - suffix,
  };
  compareSentences(before, after, gap, runs);
  if (suffix > 0) runs.push({ from: gap.fromEnd, to: gap.toEnd, length: suffix });
  return { runs: merged(runs), before: before.length, after: after.length };
}

/** A replacement of `[start, end)` of a text by other words. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with replacements made, and how it came about; they must be in order and not overlap. */
export function replaceAll(
  before: string,
  replacements: readonly Replacement[],
): { text: string; map: TextMap } {
  const runs: Run[] = [];
  let text = '';
  let from = 0;
  for (const { start, end, text: words } of replacements) {
    if (start > from) runs.push({ from, to: text.length, length: start - from });
    text += before.slice(from, start) + words;
    from = end;
  }
  if (from < before.length) runs.push({ from, to: text.length, length: before.length - from });
  text += before.slice(from);
  return { text, map: { runs, before: before.length, after: text.length } };
}

/**
 * Where `[start, end)` went. An end that fell out of the text moves to the far side of what is in its place, so
 * that words which were replaced are followed by the words that replaced them.
 */
export function mapRange(map: TextMap, start: number, end: number): MappedRange {
  const first = lastRunAt(map.runs, start);
  const left = map.runs[first];
  const newStart =
    left && start < left.from + left.length
      ? left.to + (start - left.from)
      : left
        ? left.to + left.length
        : 0;
  const last = lastRunAt(map.runs, end - 1);
  const right = map.runs[last];
  const newEnd =
    right && end - 1 < right.from + right.length
      ? right.to + (end - right.from)
      : (map.runs[last + 1]?.to ?? map.after);
  let kept = 0;
  for (let index = Math.max(0, first); index <= last; index++) {
    const run = map.runs[index];
    if (run) kept += Math.max(0, Math.min(end, run.from + run.length) - Math.max(start, run.from));
  }
  const whole = kept === end - start && newEnd - newStart === kept;
  return { start: newStart, end: Math.max(newStart, newEnd), kept, whole };
}

/** Where a point of the old text is in the new one; in what fell out, where that began. */
export function mapPoint(map: TextMap, at: number): number {
  const run = map.runs[lastRunAt(map.runs, at)];
  return run ? Math.min(run.to + (at - run.from), run.to + run.length) : 0;
}

/** Index of the last run that begins at or before a position of the old text; −1 = none. */
function lastRunAt(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Gap {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

interface Piece {
  readonly start: number;
  readonly text: string;
}

const SENTENCE = /[^.!?。．！？\n]+[.!?。．！？]*["'”’」』)）]*/gu;
const WORD = /(?:(?![\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef])[\p{L}\p{M}\p{N}])+|[^\s]/gu;
const TOKEN = /(?:(?![\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef])[\p{L}\p{M}\p{N}])+|\s+|[^\s]/gu;

function compareSentences(before: string, after: string, gap: Gap, runs: Run[]): void {
  if (gap.fromEnd - gap.from + gap.toEnd - gap.to < SMALL * 2) {
    comparePhrases(before, after, gap, runs);
    return;
  }
  const olds = pieces(before.slice(gap.from, gap.fromEnd), SENTENCE, gap.from);
  const news = pieces(after.slice(gap.to, gap.toEnd), SENTENCE, gap.to);
  const pairs = uniquePairs(
    olds.map((one) => one.text),
    news.map((one) => one.text),
  );
  const matches = pairs.map(([i, j]): Run => {
    const old = olds[i] as Piece;
    return { from: old.start, to: (news[j] as Piece).start, length: old.text.length };
  });
  between(gap, matches, runs, (rest) => comparePhrases(before, after, rest, runs));
}

function comparePhrases(before: string, after: string, gap: Gap, runs: Run[], sizes = PHRASES): void {
  const olds = pieces(before.slice(gap.from, gap.fromEnd), WORD, gap.from);
  const news = pieces(after.slice(gap.to, gap.toEnd), WORD, gap.to);
  if (olds.length + news.length < SMALL) {
    compareTokens(before, after, gap, runs);
    return;
  }
  const [size, ...smaller] = sizes;
  if (size === undefined) return;
  const numbers = new Map<string, number>();
  const matched = new Map<number, number>();
  for (const [i, j] of uniquePairs(phrases(olds, size, numbers), phrases(news, size, numbers))) {
    for (let step = 0; step < size; step++) if (!matched.has(i + step)) matched.set(i + step, j + step);
  }
  // Neighbouring phrases may pull the same word to two places: only what keeps the order of both texts counts.
  const pairs = increasing([...matched].sort((a, b) => a[0] - b[0]));
  const matches = pairs.flatMap(([i, j]): Run[] => {
    const old = olds[i];
    const fresh = news[j];
    return old && fresh && old.text === fresh.text
      ? [{ from: old.start, to: fresh.start, length: old.text.length }]
      : [];
  });
  between(gap, matches, runs, (rest) => comparePhrases(before, after, rest, runs, smaller));
}

/** A number for the words from each position on: equal phrases have equal numbers, others hardly ever. */
function phrases(words: readonly Piece[], size: number, numbers: Map<string, number>): number[] {
  const ids = words.map(({ text }) => {
    const id = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, id);
    return id;
  });
  return ids.map((_, index) => {
    let high = 0;
    let low = 0;
    for (let step = 0; step < size; step++) {
      const id = ids[index + step] ?? 0;
      high = (Math.imul(high, 31) + id) | 0;
      low = (Math.imul(low, 1_000_003) ^ id) | 0;
    }
    return (high >>> 0) * 0x100000 + (low & 0xfffff);
  });
}

function compareTokens(before: string, after: string, gap: Gap, runs: Run[]): void {
  if (gap.from >= gap.fromEnd || gap.to >= gap.toEnd) return;
  const olds = pieces(before.slice(gap.from, gap.fromEnd), TOKEN, gap.from);
  const news = pieces(after.slice(gap.to, gap.toEnd), TOKEN, gap.to);
  const changes = diffArrays(
    olds.map((one) => one.text),
    news.map((one) => one.text),
    { maxEditLength: MOST_EDITS },
  );
  if (!changes) return;
  const found: Run[] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of changes) {
    if (removed) i += count;
    else if (added) j += count;
    else {
      const from = olds[i]?.start ?? 0;
      const last = olds[i + count - 1];
      found.push({
        from,
        to: news[j]?.start ?? 0,
        length: (last ? last.start + last.text.length : from) - from,
      });
      i += count;
      j += count;
    }
  }
  for (const [index, run] of found.entries()) {
    // A blank or a full stop between two replaced ranges says nothing about where words went.
    const alone = index > 0 && index < found.length - 1;
    if (!alone || /[\p{L}\p{N}]/u.test(before.slice(run.from, run.from + run.length))) runs.push(run);
  }
}

/** Adds the matches, and lets `compare` see to what lies before, between and behind them. */
function between(gap: Gap, matches: readonly Run[], runs: Run[], compare: (rest: Gap) => void): void {
  let { from, to } = gap;
  for (const match of matches) {
    if (match.from < from || match.to < to) continue;
    compare({ from, fromEnd: match.from, to, toEnd: match.to });
    runs.push(match);
    from = match.from + match.length;
    to = match.to + match.length;
  }
  compare({ from, fromEnd: gap.fromEnd, to, toEnd: gap.toEnd });
}

function pieces(text: string, pattern: RegExp, offset: number): Piece[] {
  const result: Piece[] = [];
  for (const match of text.matchAll(pattern)) {
    const trimmed = pattern === SENTENCE ? match[0].trim() : match[0];
    if (trimmed !== '')
      result.push({ start: offset + match.index + match[0].indexOf(trimmed), text: trimmed });
  }
  return result;
}

/** Runs that follow each other without a gap in either text are one. */
function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.from + last.length === run.from && last.to + last.length === run.to)
      result[result.length - 1] = { ...last, length: last.length + run.length };
    else if (run.length > 0) result.push(run);
  }
  return result;
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  // Not between the halves of a surrogate pair.
  return length > 0 && isHigh(a.charCodeAt(length - 1)) ? length - 1 : length;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length > 0 && isLow(a.charCodeAt(a.length - length)) ? length - 1 : length;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
