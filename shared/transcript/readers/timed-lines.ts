import type { Line } from '../lines.ts';
import { clockSeconds, timeBefore } from '../openings.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { readSubtitles, type Subtitle } from '../subtitles.ts';

/**
 * Words between times: as a video site's transcript is copied (`0:04` on a line of its own, then what was said), or as
 * programs write what they heard (`00:00:12 words`). Who speaks is not said.
 */
export const timedLines: Reader = {
  id: 'timed-lines',
  detect({ lines }, options): Detection | null {
    const timed = timesIn(lines);
    const [first] = lines;
    if (!timed || !first) return null;
    const alone = [...timed.values()].filter(({ words }) => words === '').length;
    // In front of words a time is no time of day where most lines have one.
    const share = alone >= timed.size * 0.5 ? 0.2 : 0.6;
    const paragraphs = lines.filter(({ start }) => start).length;
    const places = alone >= timed.size * 0.5 ? lines.length : Math.min(lines.length, paragraphs);
    if (timed.size < 3 || timed.size < places * share) return null;
    if (alone >= timed.size * 0.5 && !timed.has(first)) return null;
    const starts = new Map<Line, TurnStart>();
    for (const [line, { start, words }] of timed) starts.set(line, { speaker: null, rest: words, start });
    return {
      confidence: 0.9,
      starts,
      read: () => readSubtitles({ title: null, subtitles: subtitlesOf(lines, timed), warnings: [] }, options),
    };
  },
};

interface Timed {
  readonly start: number;
  readonly words: string;
}

/** The lines that begin with a time; null where times go back, as those of a table do. */
function timesIn(lines: readonly Line[]): Map<Line, Timed> | null {
  const timed = new Map<Line, Timed>();
  let last = -1;
  for (const line of lines) {
    const found = timeOf(line);
    if (!found) continue;
    if (found.start < last) return null;
    last = found.start;
    timed.set(line, found);
  }
  return timed;
}

const TIME = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[)\]]?$/;

function timeOf({ text }: Line): Timed | null {
  const alone = text.length > 16 ? null : clockSeconds(TIME.exec(text)?.[1] ?? '');
  if (alone !== null) return { start: alone, words: '' };
  const before = timeBefore(text);
  return before && { start: before.start, words: text.slice(before.length) };
}

/** Each ends where the next begins. */
function subtitlesOf(lines: readonly Line[], timed: ReadonlyMap<Line, Timed>): Subtitle[] {
  const found: { start: number | null; words: string[] }[] = [];
  for (const line of lines) {
    const time = timed.get(line);
    if (time) found.push({ start: time.start, words: time.words === '' ? [] : [time.words] });
    else if (found.length > 0) found.at(-1)?.words.push(line.text);
    else found.push({ start: null, words: [line.text] });
  }
  return found
    .map(({ start, words }, index) => ({
      start,
      end: start === null ? null : (found[index + 1]?.start ?? start),
      lines: words.map((text) => ({ voice: null, text })),
    }))
    .filter((subtitle) => subtitle.lines.length > 0);
}
