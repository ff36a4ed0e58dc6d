import { seconds } from '../labels.ts';
import type { Detection, Reader, Reading } from '../reader.ts';
import type { ReadOptions, ReadWarning } from '../result.ts';
import { readSubtitles, type Subtitle, type SubtitleLine } from '../subtitles.ts';
import { type CueNode, parseCueText } from '../webvtt/cue-text.ts';
import { isWebVtt, parseFile, type StrayBlock } from '../webvtt/file.ts';

/** WebVTT (W3C, 2019) as meeting tools write it: speakers as `<v Name>` or as `Name:` in front of the words. */
export const webvtt: Reader = {
  id: 'webvtt',
  detect({ text }, options): Detection | null {
    return isWebVtt(text) ? { confidence: 1, starts: null, read: () => read(text, options) } : null;
  },
};

/** An identifier that meeting tools give their cues: a number, or a GUID with parts. */
const IDENTIFIER = /^(\d+|[\da-f-]{20,}(\/\S*)?)$/i;

/** Webex names the speaker in the identifier: `12 "Ana Diallo" (3628400640)`. */
const NAMED_IDENTIFIER = /^\d+\s+"([^"]{1,100})"(?:\s*\(\d*\))?$/;

function read(text: string, options: ReadOptions): Reading {
  const { header, cues, strays } = parseFile(text);
  const subtitles: Subtitle[] = [];
  let broken = 0;
  let untimed = 0;
  let nextStray = 0;
  const addStrays = (before: number) => {
    for (; nextStray < strays.length && (strays[nextStray]?.before ?? 0) <= before; nextStray++) {
      const { timing, subtitle } = subtitleOf(strays[nextStray] as StrayBlock);
      if (subtitle.lines.length === 0) continue;
      if (subtitle.start === null) {
        if (timing) broken++;
        else untimed++;
      }
      subtitles.push(subtitle);
    }
  };
  for (const [index, { id, startTime, endTime, text: payload, cutShort }] of cues.entries()) {
    addStrays(index);
    const lines = payload.split('\n');
    // No blank line before the next cue: its identifier is no words of this one.
    if (cutShort && IDENTIFIER.test(lines.at(-1) ?? '')) lines.pop();
    const named = NAMED_IDENTIFIER.exec(id.slice(0, 200))?.[1] ?? null;
    const spoken = parsePayload(lines.join('\n')).map((line) =>
      line.voice === null && named !== null ? { ...line, voice: named } : line,
    );
    if (spoken.length > 0)
      subtitles.push({ start: startTime, end: Math.max(startTime, endTime), lines: spoken });
  }
  addStrays(cues.length);
  const warnings: ReadWarning[] = [];
  if (broken > 0) warnings.push({ code: 'cue-time-broken', params: { count: broken } });
  if (untimed > 0) warnings.push({ code: 'cue-untimed', params: { count: untimed } });
  const title = header.slice(0, 300).replace(/^[-–:][ \t]*/, '') || null;
  return readSubtitles({ title, subtitles, warnings }, options);
}

/** A block that players leave out: its words are kept, its times read more generously (`1:02,5`). */
function subtitleOf({ lines, timing }: StrayBlock): { timing: boolean; subtitle: Subtitle } {
  const times = timing === null ? null : looseTimes(timing);
  // Before the words of a cue stands its identifier; a number alone is one whose cue is missing.
  const words = timing === null ? lines.filter((line) => !IDENTIFIER.test(line)) : lines;
  const first = words[0] ?? '';
  const payload = timing !== null && IDENTIFIER.test(first) ? words.slice(1) : words;
  return {
    timing: timing !== null,
    subtitle: {
      start: times?.start ?? null,
      end: times?.end ?? null,
      lines: parsePayload(payload.join('\n')),
    },
  };
}

function looseTimes(line: string): { start: number; end: number } | null {
  const match =
    /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)(?=\s|$)/.exec(
      line.slice(0, 200),
    );
  const start = seconds(match?.[1] ?? '');
  const end = seconds(match?.[2] ?? '');
  return start === null || end === null ? null : { start, end: Math.max(start, end) };
}

/**
 * The lines of a payload without its tags, with the voice that a tag names. Readings of characters (ruby) stand in
 * brackets behind them; what only looks like a tag (`<inaudible>`) stays as words.
 */
export function parsePayload(payload: string): SubtitleLine[] {
  const pieces: { voice: string | null; text: string }[] = [];
  const add = (voice: string | null, text: string) => {
    const last = pieces.at(-1);
    if (last && last.voice === voice) last.text += text;
    else pieces.push({ voice, text });
  };
  // Tags nest as deep as a file likes: no recursion.
  const left: { node: CueNode | string; voice: string | null }[] = [];
  const push = (nodes: readonly CueNode[], voice: string | null) => {
    for (let index = nodes.length - 1; index >= 0; index--)
      left.push({ node: nodes[index] as CueNode, voice });
  };
  push(parseCueText(payload, true), null);
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, voice } = next;
    if (typeof node === 'string') add(voice, node);
    else if (node.kind === 'text') add(voice, node.text);
    else if (node.kind === 'element') {
      const speaker = node.tag === 'v' ? node.annotation || null : voice;
      if (node.tag === 'rt') {
        add(voice, '（');
        left.push({ node: '）', voice });
      }
      push(node.children, speaker);
    }
  }
  return pieces.flatMap(({ voice, text }) =>
    text
      .split('\n')
      .map((line) => ({ voice, text: line.replace(/\s+/g, ' ').trim() }))
      .filter((line) => line.text !== ''),
  );
}
