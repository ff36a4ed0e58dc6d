import { type Anchor, anchorAt, holds } from '../anchor/anchor.ts';
import { CONTEXT_LENGTH } from '../model/turn.ts';

/**
 * Where the very words of a passage stand in a text that may have changed since: where they stood, else the place whose
 * surroundings are most like the ones they had, else the nearest one.
 * @returns null where the text no longer holds the words
 */
export function findQuote(text: string, sought: Anchor): Anchor | null {
  if (holds(text, sought)) return anchorAt(text, sought.start, sought.end);
  let best: { start: number; alike: number; away: number } | null = null;
  for (let at = text.indexOf(sought.quote); at !== -1; at = text.indexOf(sought.quote, at + 1)) {
    const end = at + sought.quote.length;
    const alike =
      sharedEnd(text.slice(Math.max(0, at - CONTEXT_LENGTH), at), sought.before) +
      sharedStart(text.slice(end, end + CONTEXT_LENGTH), sought.after);
    const away = Math.abs(at - sought.start);
    if (!best || alike > best.alike || (alike === best.alike && away < best.away))
      best = { start: at, alike, away };
  }
  return best && anchorAt(text, best.start, best.start + sought.quote.length);
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) if (a[at] !== b[at]) return at;
  return most;
}

function sharedEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let back = 1; back <= most; back++) if (a.at(-back) !== b.at(-back)) return back - 1;
  return most;
}
