import { CONTEXT_LENGTH, type Passage } from '../model/turn.ts';

/** Where a passage is, without the record that names it. */
export type Anchor = Pick<Passage, 'start' | 'end' | 'quote' | 'before' | 'after'>;

/**
 * The anchor of `[start, end)` in a turn's text, in UTF-16 units. Ends that would cut a surrogate pair are moved
 * outwards, so that a quote is always whole characters; blank space at either end is left out.
 * @returns null when nothing but blank space is selected
 */
export function anchorAt(text: string, start: number, end: number): Anchor | null {
  let from = Math.min(text.length, Math.max(0, Math.min(start, end)));
  let to = Math.min(text.length, Math.max(start, end));
  while (from < to && /\s/u.test(text[from] as string)) from++;
  while (to > from && /\s/u.test(text[to - 1] as string)) to--;
  if (from >= to) return null;
  if (isLowSurrogate(text, from)) from--;
  if (isLowSurrogate(text, to)) to++;
  return anchorOf(text, from, to);
}

/** The anchor of exactly `[start, end)`. */
export function anchorOf(text: string, start: number, end: number): Anchor {
  return {
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    after: text.slice(end, end + CONTEXT_LENGTH),
  };
}

/** Whether the anchor's quote still stands where the anchor says. */
export function holds(text: string, anchor: Pick<Anchor, 'start' | 'end' | 'quote'>): boolean {
  return text.slice(anchor.start, anchor.end) === anchor.quote;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const previous = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && previous >= 0xd800 && previous <= 0xdbff;
}

/** A range of text and the marks that lie over the whole of it. */
export interface Segment<M> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly M[];
}

/**
 * Cuts `[0, length)` at the ends of every mark, so that overlapping marks can be drawn side by side.
 * Segments are in order, cover the whole, and none is empty; marks keep the order in which they came.
 */
export function splitOverlaps<M extends { readonly start: number; readonly end: number }>(
  length: number,
  marks: readonly M[],
): Segment<M>[] {
  const cuts = new Set([0, length]);
  for (const { start, end } of marks) {
    if (start > 0 && start < length) cuts.add(start);
    if (end > 0 && end < length) cuts.add(end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  const segments: Segment<M>[] = [];
  for (let index = 0; index + 1 < points.length; index++) {
    const start = points[index] as number;
    const end = points[index + 1] as number;
    segments.push({ start, end, marks: marks.filter((mark) => mark.start < end && mark.end > start) });
  }
  return segments;
}
