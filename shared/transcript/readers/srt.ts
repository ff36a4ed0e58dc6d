import { seconds } from '../labels.ts';
import type { Detection, Reader, Reading } from '../reader.ts';
import type { ReadOptions, ReadWarning } from '../result.ts';
import { readSubtitles, type Subtitle, type SubtitleLine } from '../subtitles.ts';

/**
 * SubRip subtitles, also without their numbers or blank lines: a time, an arrow, a time, then the words. A dash in front
 * of a line (`- `) begins somebody else's words; marks of ASS and HTML are no words.
 */
export const srt: Reader = {
  id: 'srt',
  detect({ text }, options): Detection | null {
    const at = text.indexOf('-->');
    if (at === -1) return null;
    const lines = text.split('\n');
    const first = lines.findIndex((line) => line.trim() !== '');
    let timings = 0;
    for (const line of lines) if (TIMING.test(line.slice(0, 120))) timings++;
    const begins = [first, first + 1].some((index) => TIMING.test((lines[index] ?? '').slice(0, 120)));
    if (timings === 0 || (timings < 2 && !begins)) return null;
    return { confidence: begins ? 1 : 0.9, starts: null, read: () => read(lines, options) };
  },
};

/** One hour may be left out, the comma may be a point, blanks may stand anywhere. */
const TIME = String.raw`(?:\d{1,3}\s?:\s?)?\d{1,2}\s?:\s?\d{2}(?:\s?[.,]\s?\d{1,3})?`;
const TIMING = new RegExp(String.raw`^\s*(${TIME})\s*-->\s*(${TIME})(?=\s|$)`);
/** A line that looks like a timing and cannot be read, e.g. cut short. */
const BROKEN = /^\s*[\d:.,\s]*-->[\d:.,\s]*$/;

function read(lines: readonly string[], options: ReadOptions): Reading {
  const cues: { start: number | null; end: number | null; words: string[]; broken: boolean }[] = [];
  let broken = 0;
  let untimed = 0;
  for (const [index, line] of lines.entries()) {
    const head = line.slice(0, 120);
    const timing = TIMING.exec(head);
    if (timing || BROKEN.test(head)) {
      // The number above belongs to this subtitle and not to the one before.
      const above = cues.at(-1)?.words;
      if (
        above &&
        /^\s*\d+\s*$/.test(above.at(-1) ?? '') &&
        above.length > 0 &&
        lines[index - 1]?.trim() === above.at(-1)
      )
        above.pop();
      const start = timing ? timeOf(timing[1]) : null;
      const end = timing ? timeOf(timing[2]) : null;
      cues.push({
        start,
        end: start !== null && end !== null ? Math.max(start, end) : end,
        words: [],
        broken: !timing,
      });
      continue;
    }
    const words = line.trim();
    if (words === '') continue;
    let cue = cues.at(-1);
    if (!cue) {
      // The first number, or words above the first time.
      if (/^\uFEFF?\d+$/.test(words)) continue;
      untimed++;
      cue = { start: null, end: null, words: [], broken: false };
      cues.push(cue);
    }
    cue.words.push(words);
  }
  const plain = cues.map((cue) => ({
    ...cue,
    words: cue.words.map(withoutMarks).flatMap((text) => text.split('\n')),
  }));
  // A dash is a change of speaker where the file has two of them in one subtitle.
  const dashed = plain.some(({ words }) => words.filter((text) => DASH.test(text)).length > 1);
  const subtitles: Subtitle[] = [];
  for (const { start, end, words, broken: unread } of plain) {
    const spoken = words.flatMap((text) => lineOf(text, dashed));
    if (spoken.length === 0) continue;
    if (unread) broken++;
    subtitles.push({ start, end, lines: spoken });
  }
  const warnings: ReadWarning[] = [];
  if (broken > 0) warnings.push({ code: 'cue-time-broken', params: { count: broken } });
  if (untimed > 0) warnings.push({ code: 'cue-untimed', params: { count: untimed } });
  return readSubtitles({ title: null, subtitles, warnings }, options);
}

const DASH = /^[-–—‐]\s?(?=[^\s-])/u;

function lineOf(text: string, dashed: boolean): SubtitleLine[] {
  const dash = dashed ? DASH.exec(text)?.[0] : undefined;
  const words = text
    .slice(dash?.length ?? 0)
    .replace(/\s+/gu, ' ')
    .trim();
  return words === '' ? [] : [{ voice: null, text: words, change: dash !== undefined }];
}

function timeOf(text = ''): number | null {
  return seconds(text.replace(/\s/g, ''));
}

/** `{\an8}`, `<i>`, `<font color="…">` and ASS line breaks; other words in angle or curly brackets stay. */
function withoutMarks(line: string): string {
  if (!/[<{\\]/.test(line)) return line;
  return line
    .replace(/\{\\[^{}]{0,200}\}/g, '')
    .replace(/\\[Nn]/g, '\n')
    .replace(/\\h/g, ' ')
    .replace(/<\/?(?:i|b|u|s|em|strong|font|span|c|ruby|rt)(?:[\s.][^<>]{0,200})?>/gi, '');
}
