import { dataIn } from '../data.ts';
import { dataKind, isTimedText } from '../data-kind.ts';
import { seconds } from '../labels.ts';
import type { Detection, Reader } from '../reader.ts';
import { readSubtitles, type Subtitle } from '../subtitles.ts';
import type { Data } from '../utterances.ts';

/** Timed text of the W3C (TTML, DFXP): a paragraph a subtitle, with times and, in some, who speaks. */
export const ttml: Reader = {
  id: 'ttml',
  detect({ name, text }, options): Detection | null {
    if (!isTimedText(text) || dataKind(text) !== 'XML') return null;
    const subtitles = subtitlesOf(dataIn(name, text));
    if (subtitles.length === 0) return null;
    return {
      confidence: 1,
      starts: null,
      read: () => readSubtitles({ title: null, subtitles, warnings: [] }, options),
    };
  },
};

type Thing = { readonly [key: string]: Data };

function subtitlesOf(data: Data): Subtitle[] {
  const names = new Map<string, string>();
  const subtitles: Subtitle[] = [];
  let rate = 1;
  let frames = 30;
  const left: { thing: Thing; agent: string | null }[] = isThing(data) ? [{ thing: data, agent: null }] : [];
  for (let next = left.pop(); next; next = left.pop()) {
    const { thing } = next;
    rate = Number(thing.tickRate ?? rate) || rate;
    frames = Number(thing.frameRate ?? frames) || frames;
    const agent = typeof thing.agent === 'string' ? thing.agent : next.agent;
    const children: { thing: Thing; agent: string | null }[] = [];
    for (const [key, list] of Object.entries(thing)) {
      if (!Array.isArray(list)) continue;
      for (const child of list as readonly Data[]) {
        if (!isThing(child)) continue;
        if (key === '<agent>') addName(names, child);
        const start = timeOf(child.begin, rate, frames);
        if (key === '<p>' && typeof child.text === 'string') {
          const speaker = typeof child.agent === 'string' ? child.agent : agent;
          const length = timeOf(child.dur, rate, frames);
          const end =
            timeOf(child.end, rate, frames) ?? (start !== null && length !== null ? start + length : null);
          const voice = speaker === null ? null : (names.get(speaker.replace(/^#/, '')) ?? speaker);
          const lines = child.text
            .split('\n')
            .map((text) => ({ voice, text: text.replace(/\s+/gu, ' ').trim() }))
            .filter(({ text }) => text !== '');
          if (lines.length > 0) subtitles.push({ start, end, lines });
        } else children.push({ thing: child, agent });
      }
    }
    left.push(...children.reverse());
  }
  return subtitles;
}

function isThing(data: Data): data is Thing {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function addName(names: Map<string, string>, agent: Thing): void {
  const list = agent['<name>'];
  const [name] = Array.isArray(list) ? (list as readonly Data[]) : [];
  if (
    typeof agent.id === 'string' &&
    isThing(name) &&
    typeof name.text === 'string' &&
    name.text.trim() !== ''
  )
    names.set(agent.id, name.text.trim());
}

/** `00:00:01.5`, `00:00:01:12` (frames), `12.5s`, `1500ms`, `900t`. */
function timeOf(value: Data, rate: number, frames: number): number | null {
  if (typeof value !== 'string') return null;
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(h|m|s|ms|f|t)$/.exec(value) ?? [];
  const worth = { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / frames, t: 1 / rate }[unit];
  if (worth !== undefined) return Number(number) * worth;
  const [, clock = '', frame = ''] = /^(\d{1,3}:\d{2}:\d{2}):(\d{1,3})$/.exec(value) ?? [];
  if (clock !== '') return (seconds(clock) ?? 0) + Number(frame) / frames;
  return seconds(value);
}
