import { mapTexts, type TextMap } from './text-map.ts';

/** A range of a whole text that is one turn. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Two turns must have this share of the shorter one's characters in common to be the same turn. */
const ALIKE = 0.3;

export interface Alignment {
  readonly map: TextMap;
  /** For each new turn the index of the old one that it is, or null; each old one at most once. */
  readonly oldOf: readonly (number | null)[];
}

/**
 * Which turns of a corrected text are which turns of the old one: those that have most of their words in common, as
 * they stand in the order of both. A turn that was cut in two goes on in its larger part; of two that were joined the
 * larger goes on.
 */
export function alignTurns(
  before: string,
  olds: readonly Part[],
  after: string,
  news: readonly Part[],
): Alignment {
  const map = mapTexts(before, after);
  const shared: { old: number; fresh: number; length: number }[] = [];
  let old = 0;
  let fresh = 0;
  for (const run of map.runs) {
    let { from, to } = run;
    const end = run.from + run.length;
    while (from < end) {
      while (old < olds.length && (olds[old]?.end ?? 0) <= from) old++;
      while (fresh < news.length && (news[fresh]?.end ?? 0) <= to) fresh++;
      const [oldPart, newPart] = [olds[old], news[fresh]];
      if (!oldPart || !newPart) break;
      // What lies between turns belongs to none.
      const skip = Math.max(oldPart.start - from, newPart.start - to, 0);
      const step = skip > 0 ? skip : Math.min(end - from, oldPart.end - from, newPart.end - to);
      if (skip === 0) {
        const last = shared.at(-1);
        if (last?.old === old && last.fresh === fresh) last.length += step;
        else shared.push({ old, fresh, length: step });
      }
      from += step;
      to += step;
    }
  }
  const oldOf: (number | null)[] = news.map(() => null);
  const taken = new Set<number>();
  for (const pair of shared.sort((a, b) => b.length - a.length || a.old - b.old)) {
    if (taken.has(pair.old) || oldOf[pair.fresh] !== null) continue;
    const shorter = Math.min(sizeOf(olds[pair.old]), sizeOf(news[pair.fresh]));
    if (pair.length < shorter * ALIKE) continue;
    taken.add(pair.old);
    oldOf[pair.fresh] = pair.old;
  }
  return { map, oldOf };
}

function sizeOf(part: Part | undefined): number {
  return part ? part.end - part.start : 0;
}
