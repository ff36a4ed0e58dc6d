import { seconds } from './labels.ts';
import type { Subtitle } from './subtitles.ts';

/** Data as JSON has it. */
export type Data =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Data[]
  | { readonly [key: string]: Data };

const TEXT_KEYS = [
  'text',
  'transcript',
  'utterance',
  'sentence',
  'display',
  'punctuated_word',
  'content',
  'caption',
  'body',
  'message',
  'word',
  'value',
  'utf8',
  'lexical',
];
const SPEAKER_KEYS = [
  'speakername',
  'speaker_name',
  'speakerlabel',
  'speaker_label',
  'speaker',
  'speakertag',
  'speaker_tag',
  'speakerid',
  'speaker_id',
  'participant',
  'participant_name',
  'username',
  'user_name',
  'who',
  'author',
  'user',
  'name',
  'spk',
];
const START_KEYS =
  /^(start|begin|from|start_?time|start_?ms|start_?offset(ms)?|begin_?time|offset|offset_?in_?ticks|timestamp|time|ts|t|starttimeinseconds|start_seconds)$/i;
const END_KEYS = /^(end|to|end_?time|end_?ms|end_?offset(ms)?|stop|finish|end_seconds|endtimeinseconds)$/i;
const LENGTH_KEYS = /^(dur|d|duration|duration_?in_?ticks|duration_?ms)$/i;

/** Data is gone through so deep, and so many things of it are looked at. */
const DEEPEST = 60;
const MOST_ITEMS = 1_000_000;

interface Item {
  readonly text: string;
  readonly speaker: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly isMark: boolean;
}

interface Group {
  readonly items: Item[];
  /** Characters of all texts. */
  length: number;
  speakers: number;
  timed: number;
}

/**
 * The utterances in data of any make (transcription services, exports): things in a list that have words, and a time or
 * a speaker, by how such fields are called. Of several such lists the fullest; whole utterances before single words, and
 * lists that name speakers before those that do not.
 * @returns null where the data holds no such list
 */
export function utterancesIn(data: Data): Subtitle[] | null {
  const groups = new Map<string, Group>();
  const speakerAt = new Map<number, string>();
  collect(data, groups, speakerAt);
  const found = [...groups.values()]
    .filter(
      ({ items, length, speakers, timed }) => length > 0 && Math.max(speakers, timed) >= items.length / 2,
    )
    .map((group) => ({ group, rank: rankOf(group, speakerAt) }))
    .sort((a, b) => b.rank - a.rank);
  const fullest = Math.max(0, ...found.map(({ group }) => group.length));
  // A list of a few examples is not the transcript, whatever it names.
  const best = found.find(({ group }) => group.length >= fullest * 0.5)?.group;
  if (!best) return null;
  const unit = unitOf(best);
  const items = best.items.map((item) => ({
    ...item,
    speaker: item.speaker ?? (item.start === null ? null : (speakerAt.get(item.start) ?? null)),
    start: inSeconds(item.start, unit),
    end: inSeconds(item.end, unit),
  }));
  return isWordByWord(best) ? sentencesOf(items) : items.map(subtitleOf);
}

function subtitleOf({ text, speaker, start, end }: Item): Subtitle {
  const lines = text
    .split(/\n+/)
    .map((line) => ({ voice: speaker, text: line.replace(/\s+/gu, ' ').trim() }))
    .filter((line) => line.text !== '');
  return { start, end: start === null || end === null ? end : Math.max(start, end), lines };
}

function rankOf(group: Group, speakerAt: ReadonlyMap<number, string>): number {
  const named =
    group.speakers >= group.items.length / 2 ||
    (speakerAt.size > 0 && group.items.some(({ start }) => start !== null && speakerAt.has(start)));
  return (named ? 2 : 0) + (isWordByWord(group) ? 0 : 1) + group.length / 1e9;
}

function isWordByWord({ items, length }: Group): boolean {
  const blanks = items.filter(({ text }) => /\S\s+\S/u.test(text)).length;
  return items.length >= 8 && blanks < items.length * 0.05 && length / items.length < 9;
}

/** Goes through the data; a thing without words of its own may have them in its best alternative. */
function collect(data: Data, groups: Map<string, Group>, speakerAt: Map<number, string>): void {
  let looked = 0;
  const left: { value: Data; path: string; speaker: string | null; depth: number }[] = [
    { value: data, path: '', speaker: null, depth: 0 },
  ];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path, depth } = next;
    if (++looked > MOST_ITEMS || depth > DEEPEST || typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      // Of alternatives the first is the best; the others are no words of anybody.
      const last = /\.(alternatives|nbest)$/i.test(path) ? Math.min(1, value.length) : value.length;
      for (let index = last - 1; index >= 0; index--)
        left.push({ ...next, value: value[index], path: `${path}[]`, depth: depth + 1 });
      continue;
    }
    const thing = value as { readonly [key: string]: Data };
    const speaker = speakerOf(thing) ?? next.speaker;
    const text = textOf(thing);
    const [start, end] = timesOf(thing);
    if (text !== null && path.endsWith('[]')) {
      const group = groups.get(path) ?? { items: [], length: 0, speakers: 0, timed: 0 };
      groups.set(path, group);
      const isMark = thing.type === 'punctuation';
      group.items.push({ text, speaker, start, end, isMark });
      group.length += text.length;
      if (speaker !== null) group.speakers++;
      if (start !== null || isMark) group.timed++;
    } else if (text === null && start !== null && speaker !== null && !speakerAt.has(start))
      speakerAt.set(start, speaker);
    for (const [key, child] of Object.entries(thing).reverse())
      if (typeof child === 'object' && child !== null)
        left.push({ value: child, path: `${path}.${key}`, speaker, depth: depth + 1 });
  }
}

/** A field by its name, whatever its capitals. */
function field(thing: { readonly [key: string]: Data }, names: readonly string[]): Data {
  for (const name of names)
    for (const [key, value] of Object.entries(thing)) if (key.toLowerCase() === name) return value;
  return undefined;
}

function textOf(thing: { readonly [key: string]: Data }): string | null {
  const own = field(thing, TEXT_KEYS);
  if (typeof own === 'string') return own.trim() === '' ? null : own;
  const alternatives = field(thing, ['alternatives', 'nbest']);
  const [best] = Array.isArray(alternatives) ? (alternatives as readonly Data[]) : [];
  if (typeof best !== 'object' || best === null || Array.isArray(best)) return null;
  const words = field(best as { readonly [key: string]: Data }, TEXT_KEYS);
  return typeof words === 'string' && words.trim() !== '' ? words : null;
}

function speakerOf(thing: { readonly [key: string]: Data }): string | null {
  const found = field(thing, SPEAKER_KEYS);
  if (typeof found === 'number') return `Speaker ${found}`;
  if (typeof found === 'string') {
    const name = found.replace(/\s+/gu, ' ').trim();
    if (name === '' || name.length > 100) return null;
    return /^\d{1,3}$/.test(name) ? `Speaker ${name}` : name;
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return null;
  const name = field(found as { readonly [key: string]: Data }, ['name', 'displayname', 'label', 'id']);
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : null;
}

function timesOf(thing: { readonly [key: string]: Data }): [start: number | null, end: number | null] {
  let start: number | null = null;
  let end: number | null = null;
  let length: number | null = null;
  for (const [key, value] of Object.entries(thing)) {
    if (key === 'timestamp' && Array.isArray(value)) {
      start ??= timeOf((value as readonly Data[])[0]);
      end ??= timeOf((value as readonly Data[])[1]);
    } else if (start === null && START_KEYS.test(key)) start = timeOf(value);
    else if (end === null && END_KEYS.test(key)) end = timeOf(value);
    else if (LENGTH_KEYS.test(key)) length = timeOf(value);
  }
  if (end === null && start !== null && length !== null) end = start + length;
  return [start, end];
}

/** `1.5`, `"1.5"`, `"1.500s"`, `"PT1.5S"`, `"00:00:01,500"`. */
function timeOf(value: Data): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  if (typeof value !== 'string' || value.length > 40) return null;
  const text = value.trim();
  if (/^\d+(\.\d+)?s?$/.test(text)) return Number.parseFloat(text);
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (iso) return Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  return seconds(text);
}

/** Letters that people say in a second, at most. */
const RATE = 12;

/** How many of a file's units make a second: services count in seconds, in thousandths or in ten-millionths. */
function unitOf({ items, length }: Group): number {
  const times = items.flatMap(({ start, end }) => [start, end].filter((time) => time !== null));
  if (times.some((time) => !Number.isInteger(time))) return 1;
  const span = times.reduce((most, time) => Math.max(most, time), 0) / Math.max(1, length / RATE);
  return span > 100_000 ? 10_000_000 : span > 50 ? 1_000 : 1;
}

/** No recording is longer: what is more is a date. */
const LONGEST = 1_000_000;

function inSeconds(time: number | null, unit: number): number | null {
  const value = time === null ? null : time / unit;
  return value === null || value > LONGEST ? null : value;
}

/** Single words put together: as long as one person speaks, a sentence at a time. */
function sentencesOf(words: readonly Item[]): Subtitle[] {
  const sentences: Item[] = [];
  let isOver = true;
  for (const word of words) {
    const last = sentences.at(-1);
    const text = word.text.trim();
    const goesOn = last && (word.isMark || (!isOver && last.speaker === word.speaker));
    if (goesOn) {
      const glued = /^[.,;:!?…、。！？%’'-]/u.test(text) || /^[\u3041-\u9fff]/u.test(text);
      sentences[sentences.length - 1] = {
        ...last,
        text: `${last.text}${glued ? '' : ' '}${text}`,
        end: word.end ?? last.end,
      };
    } else sentences.push({ ...word, text });
    isOver = /[.!?。！？]$/u.test(text);
  }
  return sentences.map(subtitleOf);
}
