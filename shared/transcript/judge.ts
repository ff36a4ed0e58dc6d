/**
 * How likely it is that labels are speakers', judged over a whole text: by what they look like and by how they recur.
 * Every reading is measured by the same judgement, whatever reader made it.
 */
import { labelKey } from './labels.ts';
import { likelyName } from './likely-name.ts';
import type { Line } from './lines.ts';
import type { TurnStart } from './page.ts';

/** Labels less likely than this are nobody, however often they stand there: fields, issues, countries. */
export const NOBODY = 0.15;
/** What is left of the doubt about a label each time that it comes again. */
const DOUBT_LEFT = 0.6;
/** Coming again and again proves no more than this. */
const MOST_AGAIN = 5;
/** A turn of somebody whom nobody names; less than a name, more than nothing. */
const UNNAMED = 0.55;

/** Twice the likelihood from which a beginning counts for a reading and not against it. */
const DOUBTFUL = 0.8;

const LETTER = /\p{L}/u;

/** From 0 to 1: a label that stands `count` times. */
export function likelySpeaker(label: string, count: number): number {
  const likely = likelyName(label);
  if (likely < NOBODY) return likely / 2;
  return 1 - (1 - likely) * DOUBT_LEFT ** Math.min(MOST_AGAIN, count - 1);
}

/** Counts what belongs to the same label. */
export function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * How well the beginnings of turns that a reader found explain a text: each likely one counts for it, each unlikely one
 * against it. A reader that leaves a hundred beginnings unseen cannot win over one that sees them.
 */
export function explained(starts: ReadonlyMap<Line, TurnStart>): number {
  const counts = countBy(starts.values(), ({ speaker }) => labelKey(speaker ?? ''));
  const judged = new Map<string, number>();
  let sum = 0;
  for (const [line, { speaker }] of starts) {
    if (line.turn?.sure) {
      sum += 1;
      continue;
    }
    if (speaker === null || !LETTER.test(speaker)) {
      sum += 2 * UNNAMED - 1;
      continue;
    }
    const key = labelKey(speaker);
    let likely = judged.get(key);
    if (likely === undefined) {
      likely = likelySpeaker(speaker, counts.get(key) ?? 1);
      judged.set(key, likely);
    }
    // What may be somebody does not speak against the others that are written alike.
    sum += likely < NOBODY ? 2 * likely - DOUBTFUL : Math.max(0, 2 * likely - DOUBTFUL);
  }
  return sum;
}
