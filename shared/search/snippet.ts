import type { TextRange } from '../anchor/text-range.ts';
import { joined, type Mark } from './highlight.ts';

/** A part of a text with its hits, for showing. Ranges count from the beginning of `text`. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly TextRange[];
  /** Where it begins in the whole text, UTF-16. */
  readonly start: number;
  /** Something was left out before and after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** How much is shown; a character of a wide script takes the room of two. */
export const SNIPPET_WIDTH = 260;

/**
 * The part of a text in which most of the different things asked for stand together; without hits, its beginning.
 * Cut between words where there are any, never within a character.
 */
export function snippetOf(text: string, marks: readonly Mark[], width = SNIPPET_WIDTH): Snippet {
  const size = Math.max(20, isWide(text) ? Math.round(width / 2) : width);
  const best = bestWindow(marks, size);
  const lead = best ? Math.max(0, Math.floor((size - (best.end - best.start)) / 3)) : 0;
  const wish = best ? Math.max(0, Math.min(best.start - lead, text.length - size)) : 0;
  const start = best ? Math.min(best.start, cutAt(text, wish, 1)) : 0;
  const end = Math.max(best ? Math.min(best.end, text.length) : 0, cutAt(text, start + size, -1));
  return {
    text: text.slice(start, end),
    marks: joined(text, marks)
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start })),
    start,
    cutBefore: text.slice(0, start).trim() !== '',
    cutAfter: text.slice(end).trim() !== '',
  };
}

/** The range of at most `size` with the most different hits, then the most hits, then the earliest. */
function bestWindow(marks: readonly Mark[], size: number): TextRange | null {
  let best: { start: number; end: number; kinds: number; count: number } | null = null;
  const counts = new Map<string, number>();
  let last = 0;
  for (const [first, { start, of }] of marks.entries()) {
    while (last < marks.length && ((marks[last] as Mark).end <= start + size || last <= first)) {
      const mark = marks[last] as Mark;
      counts.set(mark.of, (counts.get(mark.of) ?? 0) + 1);
      last++;
    }
    const count = last - first;
    if (!best || counts.size > best.kinds || (counts.size === best.kinds && count > best.count)) {
      best = { start, end: (marks[last - 1] as Mark).end, kinds: counts.size, count };
    }
    const left = (counts.get(of) ?? 1) - 1;
    if (left === 0) counts.delete(of);
    else counts.set(of, left);
  }
  return best;
}

/** How far a cut may move to find a good place, in UTF-16 units. */
const REACH = 24;

/** A place to cut near `at`, looked for in one direction: at blank space or after a full stop, else between characters. */
function cutAt(text: string, at: number, direction: 1 | -1): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  for (let step = 0; step < REACH; step++) {
    const place = at + step * direction;
    if (place <= 0) return 0;
    if (place >= text.length) return text.length;
    if (/[\s。、．，！？]/.test(text[place - 1] as string)) return place;
  }
  let place = at;
  while (place > 0 && /^[\p{M}\u{FF9E}\u{FF9F}\u{DC00}-\u{DFFF}\u200D]/u.test(unitAt(text, place)))
    place += direction;
  return place;
}

function unitAt(text: string, at: number): string {
  return text.slice(at, at + 1);
}

/** Most of its beginning is of a script whose characters take the room of two. */
function isWide(text: string): boolean {
  const sample = Math.min(200, text.length);
  let wide = 0;
  for (let at = 0; at < sample; at++) if (isWideUnit(text.charCodeAt(at))) wide++;
  return wide * 2 > sample;
}

function isWideUnit(code: number): boolean {
  return (
    (code >= 0x2e_80 && code <= 0xa4_cf) ||
    (code >= 0xac_00 && code <= 0xd7_ff) ||
    (code >= 0x11_00 && code <= 0x11_ff) ||
    (code >= 0xf9_00 && code <= 0xfa_ff) ||
    (code >= 0xff_00 && code <= 0xff_60)
  );
}
