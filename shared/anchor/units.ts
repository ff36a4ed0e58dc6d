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

/** The sentences of a text without the blank space between them (Unicode UAX #29, by language). */
export function sentences(text: string, language: string): Span[] {
  const spans: Span[] = [];
  for (const { index, segment } of segmenter(language, 'sentence').segment(text)) {
    const trimmed = segment.trim();
    if (trimmed === '') continue;
    const start = index + segment.indexOf(trimmed);
    spans.push({ start, end: start + trimmed.length });
  }
  return spans;
}

/** The words of a text, punctuation and blank space left out. */
export function words(text: string, language: string): Span[] {
  const spans: Span[] = [];
  for (const { index, segment, isWordLike } of segmenter(language, 'word').segment(text)) {
    if (isWordLike) spans.push({ start: index, end: index + segment.length });
  }
  return spans;
}

/** How a selection is moved and stretched from the keyboard. */
export type Step = 'next-sentence' | 'previous-sentence' | 'grow' | 'shrink' | 'turn';

/**
 * The selection after one step. From nothing, the first step selects the first (or last) sentence. `grow` and
 * `shrink` move the end by a word; `turn` takes the whole text.
 */
export function stepSelection(text: string, language: string, current: Span | null, step: Step): Span | null {
  const all = sentences(text, language);
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last) return null;
  if (step === 'turn') return { start: first.start, end: last.end };
  if (!current) return step === 'previous-sentence' ? last : first;
  if (step === 'next-sentence') return all.find((span) => span.start > current.start) ?? current;
  if (step === 'previous-sentence') return all.findLast((span) => span.start < current.start) ?? current;
  const ends = [...words(text, language).map((span) => span.end), last.end].sort((a, b) => a - b);
  const end =
    step === 'grow'
      ? ends.find((one) => one > current.end)
      : ends.findLast((one) => one < current.end && one > current.start);
  return end === undefined ? current : { start: current.start, end };
}
