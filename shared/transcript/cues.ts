import type { Cue } from '../model/turn.ts';

/** The cues of a text that now stands `by` UTF-16 units further on. */
export function shiftCues(cues: readonly Cue[], by: number): Cue[] {
  return cues.map((cue) => ({ ...cue, at: cue.at + by }));
}

/**
 * The cues of the piece `[from, to)` of a text, counted from its start. The cue that was running where the piece
 * begins comes first, at 0.
 */
export function cuesWithin(cues: readonly Cue[], from: number, to: number): Cue[] {
  const inside = cues.filter(({ at }) => at >= from && at < to);
  const running = cues.findLast(({ at }) => at < from);
  const first = running && inside[0]?.at !== from && to > from ? [{ ...running, at: from }] : [];
  return shiftCues([...first, ...inside], -from);
}
