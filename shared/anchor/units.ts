/** A stretch of text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

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
const remembered: { text: string; question: string; spans: readonly Span[] }[] = [];
const MOST_REMEMBERED = 4;

function once(text: string, question: string, find: () => Span[]): readonly Span[] {
  const known = remembered.find((one) => one.question === question && one.text === text);
  if (known) return known.spans;
  const spans = find();
  remembered.unshift({ text, question, spans });
  remembered.length = Math.min(remembered.length, MOST_REMEMBERED);
  return spans;
}

/** The sentences of a text without the blank space between them (Unicode UAX #29, by language). */
export function sentences(text: string, language: string): readonly Span[] {
  return once(text, `sentence/${language}`, () => {
    const spans: Span[] = [];
    for (const { index, segment } of segmenter(language, 'sentence').segment(text)) {
      const trimmed = segment.trim();
      if (trimmed === '') continue;
      const start = index + segment.indexOf(trimmed);
      spans.push({ start, end: start + trimmed.length });
    }
    return spans;
  });
}

/** The words of a text, punctuation and blank space left out. */
export function words(text: string, language: string): readonly Span[] {
  return once(text, `word/${language}`, () => {
    const spans: Span[] = [];
    for (const { index, segment, isWordLike } of segmenter(language, 'word').segment(text)) {
      if (isWordLike) spans.push({ start: index, end: index + segment.length });
    }
    return spans;
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
export function stepSelection(text: string, language: string, current: Span | null, step: Step): Span | null {
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
  const ends = [...units.map((span) => span.end), last.end].sort((a, b) => a - b);
  const end =
    step === 'grow' || step === 'grow-sentence'
      ? ends.find((one) => one > current.end)
      : ends.findLast((one) => one < current.end && one > current.start);
  return end === undefined ? current : { start: current.start, end };
}

/** The next (or previous) of some spans, seen from a selection; `current` itself at the end, null of none. */
function walk(spans: readonly Span[], current: Span | null, backwards: boolean): Span | null {
  if (!current) return (backwards ? spans.at(-1) : spans[0]) ?? null;
  if (backwards) return spans.findLast(({ start }) => start < current.start) ?? current;
  if (current.start === current.end) return spans.find(({ end }) => end > current.end) ?? current;
  return spans.find(({ start }) => start > current.start) ?? current;
}

/** As `walk`, but out of a selection of several words into it: its first word, or its last. */
function walkWords(spans: readonly Span[], current: Span | null, backwards: boolean): Span | null {
  const within = current
    ? spans.filter(({ start, end }) => start >= current.start && end <= current.end)
    : [];
  if (within.length > 1) return (backwards ? within.at(-1) : within[0]) ?? null;
  return walk(spans, current, backwards);
}
