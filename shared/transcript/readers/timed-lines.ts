import { seconds } from '../labels.ts';
import type { Line } from '../lines.ts';
import type { Detection, Reader } from '../reader.ts';
import { readSubtitles, type Subtitle } from '../subtitles.ts';

/** Words between times on lines of their own, as a video site's transcript is copied: `0:04`, then what was said. */
export const timedLines: Reader = {
  id: 'timed-lines',
  detect({ lines }, options): Detection | null {
    let times = 0;
    let last = -1;
    for (const line of lines) {
      const start = timeOf(line);
      if (start === null) continue;
      // Times of day in a table go back and forth.
      if (start < last) return null;
      last = start;
      times++;
    }
    const [first] = lines;
    if (times < 3 || times < lines.length * 0.2 || !first || timeOf(first) === null) return null;
    return {
      confidence: 0.9,
      starts: null,
      read: () => readSubtitles({ title: null, subtitles: subtitlesOf(lines), warnings: [] }, options),
    };
  },
};

const TIME = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[)\]]?$/;

function timeOf({ text }: Line): number | null {
  return text.length > 16 ? null : seconds(TIME.exec(text)?.[1] ?? '');
}

/** Each ends where the next begins. */
function subtitlesOf(lines: readonly Line[]): Subtitle[] {
  const found: { start: number; words: string[] }[] = [];
  for (const line of lines) {
    const start = timeOf(line);
    if (start !== null) found.push({ start, words: [] });
    else found.at(-1)?.words.push(line.text);
  }
  return found
    .map(({ start, words }, index) => ({
      start,
      end: found[index + 1]?.start ?? start,
      lines: words.map((text) => ({ voice: null, text })),
    }))
    .filter((subtitle) => subtitle.lines.length > 0);
}
