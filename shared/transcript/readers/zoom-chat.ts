import { seconds } from '../labels.ts';
import type { TextSource } from '../lines.ts';
import { namedPeople, placePeople } from '../people.ts';
import { Prose } from '../prose.ts';
import type { Detection, Reader, Reading } from '../reader.ts';
import type { ReadBlock, ReadOptions } from '../result.ts';
import { languageOf } from '../words.ts';

/**
 * The chat that Zoom saves beside a recording: `00:01:02<tab>Name:<tab>words`, or `00:01:02 From Name to Everyone:` with
 * the words behind it or on the lines below. Each message is a turn.
 */
export const zoomChat: Reader = {
  id: 'zoom-chat',
  detect(source, options): Detection | null {
    let entries = 0;
    let said = 0;
    for (const line of source.text.split('\n')) {
      if (line.trim() === '') continue;
      said++;
      if (entryOf(line)) entries++;
    }
    const [first] = source.lines;
    if (entries < 2 || !first || !entryOf(first.text)) return null;
    // Many messages have lines of their own below, but no other text has this line even twice.
    return entries < said * 0.1
      ? null
      : { confidence: entries > said * 0.5 ? 1 : 0.97, starts: null, read: () => read(source, options) };
  },
};

interface Entry {
  readonly start: number | null;
  readonly name: string;
  /** To one person and not to everybody. */
  readonly direct: boolean;
  readonly words: string;
}

const TIME = /^(\d{1,2}:\d{2}:\d{2})(?:[ \t]+|$)/;
const FROM = /^From[ \t]+(.{1,120}?)(?:[ \t]+to[ \t]+(.{1,120}?))?[ \t]*:(?=\s|$)/i;
const TABBED = /^([^\t]{1,120}):\t/;

function entryOf(line: string): Entry | null {
  const time = TIME.exec(line.slice(0, 20));
  if (!time) return null;
  const rest = line.slice(time[0].length);
  const head = rest.slice(0, 300);
  const start = seconds(time[1] ?? '');
  const from = FROM.exec(head);
  if (from) {
    const to = from[2] ?? '';
    const direct =
      /\(direct message\)|\(privately\)/i.test(to) || /\(direct message\)|\(privately\)/i.test(from[1] ?? '');
    const name = (from[1] ?? '').replace(/\s*\((direct message|privately)\)$/i, '').trim();
    return name === '' ? null : { start, name, direct, words: rest.slice(from[0].length).trim() };
  }
  const tabbed = TABBED.exec(head);
  // A time and a tab in front are the layout's; `Name:` at the end of the line has its words below.
  if (tabbed && time[0].includes('\t'))
    return {
      start,
      name: (tabbed[1] ?? '').trim(),
      direct: false,
      words: rest.slice(tabbed[0].length).trim(),
    };
  if (time[0].includes('\t') && /^[^\t]{1,120}:$/.test(rest.trim()))
    return { start, name: rest.trim().slice(0, -1), direct: false, words: '' };
  return null;
}

function read(source: TextSource, options: ReadOptions): Reading {
  const messages: { entry: Entry | null; text: Prose }[] = [];
  let blank = false;
  let direct = 0;
  for (const raw of source.text.split('\n')) {
    const line = raw.trim();
    if (line === '') {
      blank = true;
      continue;
    }
    const entry = entryOf(raw);
    const last = messages.at(-1);
    if (entry) {
      if (entry.direct) direct++;
      messages.push({ entry, text: new Prose(entry.words) });
    } else if (!last) messages.push({ entry: null, text: new Prose(line) });
    else if (blank && !last.text.isEmpty) last.text.addParagraph(line);
    else last.text.addLine(line);
    blank = false;
  }
  const blocks = messages.flatMap(({ entry, text }): ReadBlock[] => {
    const times = { start: entry?.start ?? null, end: null, cues: [], lines: null };
    if (text.isEmpty)
      return entry ? [{ kind: 'narration', speaker: null, heading: null, ...times, text: entry.name }] : [];
    const speaker = entry?.name ?? null;
    return [
      { kind: entry ? 'speech' : 'narration', speaker, heading: null, ...times, text: text.toString() },
    ];
  });
  const labels = [...new Set(blocks.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const { participants, warnings } = placePeople(
    namedPeople(labels, [], () => null),
    blocks,
    null,
    options,
  );
  return {
    title: null,
    date: null,
    language: languageOf(source.text),
    participants,
    headings: [],
    alarms: [],
    roles: new Map(),
    blocks,
    warnings: [...(direct > 0 ? [{ code: 'chat-direct', params: { count: direct } }] : []), ...warnings],
  };
}
