import type { ReadBlock } from '#shared/transcript/result.ts';
import { observable } from '../../../platform/observable.ts';

/** Lines of the source, first and last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What is looked at in the review. Whoever was not the one that chose it scrolls there. */
export interface Place extends LineRange {
  readonly by: 'line' | 'turn' | 'alarm';
}

/** The place that was chosen last; null before any was. */
export const place = observable<Place | null>(null);
/** Lines of the turn under the pointer. */
export const pointed = observable<LineRange | null>(null);
/** Whether the original is shown; null = nobody has said, and the width of the window decides. */
export const sourceShown = observable<boolean | null>(null);

/** The block that a line was read into, by its index; -1 where there is none. Of several the narrowest. */
export function blockOfLine(blocks: readonly ReadBlock[], line: number): number {
  let found = -1;
  let width = Number.POSITIVE_INFINITY;
  for (const [index, { lines }] of blocks.entries()) {
    if (!lines || line < lines.from || line > lines.to || lines.to - lines.from >= width) continue;
    found = index;
    width = lines.to - lines.from;
  }
  return found;
}

/** Whether two ranges of lines have one in common. */
export function touches(a: LineRange | null, b: LineRange | null): boolean {
  return a !== null && b !== null && a.from <= b.to && b.from <= a.to;
}
