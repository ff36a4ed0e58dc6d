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

/**
 * The cues of a text that was cut into pieces, piece by piece. The pieces hold all its characters in order; blanks at
 * their edges may have gone or come.
 */
export function cuesOfPieces(text: string, pieces: readonly string[], cues: readonly Cue[]): Cue[][] {
  if (cues.length === 0) return pieces.map(() => []);
  let at = 0;
  const skipBlank = () => {
    while (at < text.length && isBlank(text, at)) at++;
  };
  return pieces.map((piece) => {
    skipBlank();
    const from = at;
    /** Where each character of the text that is no blank stands in the piece. */
    const places = new Map<number, number>();
    for (let index = 0; index < piece.length; index++) {
      if (isBlank(piece, index)) continue;
      skipBlank();
      places.set(at++, index);
    }
    const to = at;
    return cuesWithin(cues, from, to).map((cue) => {
      let place = cue.at + from;
      while (place < to && !places.has(place)) place++;
      return { ...cue, at: places.get(place) ?? 0 };
    });
  });
}

function isBlank(text: string, at: number): boolean {
  return /\s/u.test(text[at] ?? '');
}
