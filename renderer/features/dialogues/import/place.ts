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
