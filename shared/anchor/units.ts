import type { TextRange } from './text-range.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${language}/${granularity}`;
  let found = segmenters.get(key);
  if (!found) {
    found = new Intl.Segmenter(language || undefined, { granularity });
    segmenters.set(key, found);
  }
  return found;
}

/** The newest answers, by question: whoever walks through a long turn asks the same of it at every key. */
const remembered: { text: string; question: string; ranges: readonly TextRange[] }[] = [];
const MOST_REMEMBERED = 4;

function once(text: string, question: string, find: () => TextRange[]): readonly TextRange[] {
  const known = remembered.find((one) => one.question === question && one.text === text);
  if (known) return known.ranges;
  const ranges = find();
  remembered.unshift({ text, question, ranges });
  remembered.length = Math.min(remembered.length, MOST_REMEMBERED);
  return ranges;
}

/** The sentences of a text without the blank space between them (Unicode UAX #29, by language). */
export function sentences(text: string, language: string): readonly TextRange[] {
  return once(text, `sentence/${language}`, () => {
    const ranges: TextRange[] = [];
    for (const { index, segment } of segmenter(language, 'sentence').segment(text)) {
      const trimmed = segment.trim();
      if (trimmed === '') continue;
      const start = index + segment.indexOf(trimmed);
      ranges.push({ start, end: start + trimmed.length });
    }
    return ranges;
  });
}

/** The words of a text, punctuation and blank space left out. */
export function words(text: string, language: string): readonly TextRange[] {
  return once(text, `word/${language}`, () => {
    const ranges: TextRange[] = [];
    for (const { index, segment, isWordLike } of segmenter(language, 'word').segment(text)) {
      if (isWordLike) ranges.push({ start: index, end: index + segment.length });
    }
    return ranges;
  });
}

/** How a selection is moved and stretched from the keyboard. */
export type Step =
  | 'next-sentence'
  | 'previous-sentence'
  | 'next-word'
  | 'previous-word'
  | 'sentence'
  | 'turn'
  | 'grow'
  | 'shrink'
  | 'grow-sentence'
  | 'shrink-sentence'
  | 'grow-start'
  | 'shrink-start';

/**
 * The selection after one step. From nothing, the first step selects the first (or last) sentence or word; from a
 * place between two characters (`start` = `end`) the one that goes on there, or ended before it.
 * `sentence` and `turn` take the whole of it; `grow` and `shrink` move the end by a word, with `-sentence` by a
 * sentence, with `-start` the beginning by a word. A step word by word out of something longer begins inside it.
 * @returns `current` itself where there is nothing further; null for a text without words
 */
export function stepSelection(
  text: string,
  language: string,
  current: TextRange | null,
  step: Step,
): TextRange | null {
  const all = sentences(text, language);
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last) return null;
  if (step === 'turn') return { start: first.start, end: last.end };
  const backwards = step === 'previous-sentence' || step === 'previous-word';
  if (step === 'next-word' || step === 'previous-word')
    return walkWords(words(text, language), current, backwards) ?? (backwards ? last : first);
  if (step === 'next-sentence' || step === 'previous-sentence' || !current)
    return walk(all, current, backwards) ?? first;
  if (step === 'sentence') {
    const touched = all.filter(
      ({ start, end }) => start < Math.max(current.end, current.start + 1) && end > current.start,
    );
    const [from, to] = [touched[0], touched.at(-1)];
    return from && to ? { start: from.start, end: to.end } : (walk(all, current, false) ?? current);
  }
  if (step === 'grow-start' || step === 'shrink-start') {
    const starts = words(text, language).map(({ start }) => start);
    const start =
      step === 'grow-start'
        ? starts.findLast((one) => one < current.start)
        : starts.find((one) => one > current.start && one < current.end);
    return start === undefined ? current : { start, end: current.end };
  }
  const units = step === 'grow' || step === 'shrink' ? words(text, language) : all;
  const ends = [...units.map((range) => range.end), last.end].sort((a, b) => a - b);
  const end =
    step === 'grow' || step === 'grow-sentence'
      ? ends.find((one) => one > current.end)
      : ends.findLast((one) => one < current.end && one > current.start);
  return end === undefined ? current : { start: current.start, end };
}

/** The next (or previous) of some ranges, seen from a selection; `current` itself at the end, null of none. */
function walk(ranges: readonly TextRange[], current: TextRange | null, backwards: boolean): TextRange | null {
  if (!current) return (backwards ? ranges.at(-1) : ranges[0]) ?? null;
  if (backwards) return ranges.findLast(({ start }) => start < current.start) ?? current;
  if (current.start === current.end) return ranges.find(({ end }) => end > current.end) ?? current;
  return ranges.find(({ start }) => start > current.start) ?? current;
}

/** As `walk`, but out of a selection of several words into it: its first word, or its last. */
function walkWords(
  ranges: readonly TextRange[],
  current: TextRange | null,
  backwards: boolean,
): TextRange | null {
  const within = current
    ? ranges.filter(({ start, end }) => start >= current.start && end <= current.end)
    : [];
  if (within.length > 1) return (backwards ? within.at(-1) : within[0]) ?? null;
  return walk(ranges, current, backwards);
}
