import { countLabels, labelKey, type ParsedLabel, parseLabel, seconds, speakersAmong } from '../labels.ts';
import { namedPeople, placePeople } from '../people.ts';
import { Prose } from '../prose.ts';
import type { Detection, Reader, Reading } from '../reader.ts';
import type { ReadBlock, ReadOptions, ReadWarning } from '../result.ts';
import { endsSentence, HONORIFIC, languageOf } from '../words.ts';

/** WebVTT (W3C, 2019) as meeting tools write it: speakers as `<v Name>` or as `Name:` in front of the words. */
export const webvtt: Reader = {
  id: 'webvtt',
  detect({ text }, options): Detection | null {
    if (!/^WEBVTT(?=[ \t\n]|$)/.test(text)) return null;
    return { confidence: 1, read: () => read(text, options) };
  },
};

interface Cue {
  readonly start: number | null;
  readonly end: number | null;
  readonly payload: string;
}

/** What one voice says in one cue. */
interface Utterance {
  readonly speaker: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
}

function read(text: string, options: ReadOptions): Reading {
  const { title, cues, broken } = parseFile(text.replaceAll('\u0000', '\ufffd'));
  const { utterances, roles, once, unlabelled } = nameSpeakers(cues);
  const blocks = mergeTurns(utterances);
  const labels = [...new Set(blocks.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const people = namedPeople(labels, [], () => null).map((person) => ({
    ...person,
    name: person.name.replace(HONORIFIC, '').trim() || person.name,
    title: roles.get(person.label) ?? '',
  }));
  const { participants, warnings: placing } = placePeople(people, blocks, title, options);
  const warnings: ReadWarning[] = once.map((label) => ({ code: 'label-once', params: { label } }));
  if (broken > 0) warnings.push({ code: 'cue-time-broken', params: { count: broken } });
  if (labels.length === 0) warnings.push({ code: 'no-speakers', params: {} });
  else if (unlabelled > 0) warnings.push({ code: 'cue-unlabelled', params: { count: unlabelled } });
  return {
    title,
    date: null,
    language: languageOf(blocks.map((block) => block.text).join('\n')),
    participants,
    headings: [],
    blocks,
    warnings: [...warnings, ...placing],
  };
}

/** The cues of a file (WebVTT 6.1). Notes, styles and regions are no words of the dialogue and are left out. */
function parseFile(text: string): { title: string | null; cues: Cue[]; broken: number } {
  const lines = text.split('\n');
  const title = /^WEBVTT[ \t]*[-–:]?[ \t]*(.*)$/.exec((lines[0] ?? '').slice(0, 300))?.[1]?.trim() || null;
  const cues: Cue[] = [];
  let broken = 0;
  let at = 1;
  // The rest of the header, unless the file forgets the blank line after it.
  while (at < lines.length && lines[at] !== '' && !lines[at]?.includes('-->')) at++;
  if (lines[at]?.includes('-->') && at > 1) at--;
  while (at < lines.length) {
    while (at < lines.length && lines[at]?.trim() === '') at++;
    if (at >= lines.length) break;
    const first = lines[at] ?? '';
    if (/^(NOTE|STYLE|REGION)(?=\s|$)/.test(first) && !first.includes('-->')) {
      at++;
      while (at < lines.length && lines[at] !== '' && !lines[at]?.includes('-->')) at++;
      continue;
    }
    let timing = at;
    if (!first.includes('-->')) {
      // An identifier, or text without a time of its own.
      timing = at + 1;
      if (!lines[timing]?.includes('-->')) {
        at++;
        while (at < lines.length && lines[at] !== '' && !lines[at]?.includes('-->')) at++;
        continue;
      }
    }
    const times = parseTimes(lines[timing] ?? '');
    at = timing + 1;
    const payload: string[] = [];
    while (at < lines.length && lines[at] !== '' && !lines[at]?.includes('-->')) {
      payload.push(lines[at] ?? '');
      at++;
    }
    // No blank line before the next cue: its identifier is no words of this one.
    if (lines[at]?.includes('-->') && /^(\d+|[\da-f-]{20,}(\/\S*)?)$/i.test(payload.at(-1) ?? ''))
      payload.pop();
    if (!times) broken++;
    if (payload.some((line) => line.trim() !== ''))
      cues.push({ start: times?.start ?? null, end: times?.end ?? null, payload: payload.join('\n') });
  }
  return { title, cues, broken };
}

function parseTimes(line: string): { start: number; end: number } | null {
  const match =
    /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})(?=\s|$)/.exec(
      line.slice(0, 200),
    );
  if (!match) return null;
  const start = seconds(match[1] ?? '');
  const end = seconds(match[2] ?? '');
  return start === null || end === null ? null : { start, end: Math.max(start, end) };
}

/** A piece of a cue's text that one voice tag covers; null = no tag. */
interface Voiced {
  readonly voice: string | null;
  readonly text: string;
}

const TAG = /^\/?(c|i|b|u|v|lang|ruby|rt)(?=[.\s>/]|$)|^\/?$|^\/|^[\d:.]+$/;

const LONGEST_TAG = 500;

/** Takes the tags out of a payload (WebVTT 6.4). What only looks like a tag (`<inaudible>`) stays as words. */
export function parsePayload(payload: string): Voiced[] {
  const pieces: { voice: string | null; text: string }[] = [];
  let voice: string | null = null;
  let text = '';
  const flush = () => {
    if (text.trim() !== '') pieces.push({ voice, text });
    text = '';
  };
  let at = 0;
  // Looked for once a tag and never behind the last one, so that `<<<<…` takes no longer than other text.
  let close = payload.indexOf('>');
  while (at < payload.length) {
    const open = payload.indexOf('<', at);
    if (open === -1) {
      text += payload.slice(at);
      break;
    }
    text += payload.slice(at, open);
    if (close !== -1 && close < open) close = payload.indexOf('>', open);
    const tag = close === -1 ? '' : payload.slice(open + 1, Math.min(close, open + LONGEST_TAG));
    if (close === -1 || !TAG.test(tag) || close >= open + LONGEST_TAG) {
      text += '<';
      at = open + 1;
      continue;
    }
    at = close + 1;
    if (/^v(?=[.\s]|$)/.test(tag)) {
      flush();
      voice =
        unescapeText(tag.replace(/^v[^\s]*\s*/, ''))
          .replace(/\s+/g, ' ')
          .trim() || null;
    } else if (/^\/v/.test(tag)) {
      flush();
      voice = null;
    } else if (/^rt/.test(tag)) text += '（';
    else if (/^\/rt/.test(tag)) text += '）';
  }
  flush();
  return pieces.map((piece) => ({ ...piece, text: unescapeText(piece.text) }));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  copy: '©',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function unescapeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (name) return ENTITIES[String(name)] ?? ENTITIES[String(name).toLowerCase()] ?? whole;
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return '\ufffd';
      return String.fromCodePoint(point);
    },
  );
}

/** A line of a cue, with the voice that its tag names or the label that stands before it. */
interface Spoken {
  readonly cue: Cue;
  readonly voice: string | null;
  readonly label: ParsedLabel | null;
  readonly text: string;
}

function nameSpeakers(cues: readonly Cue[]): {
  utterances: Utterance[];
  roles: Map<string, string>;
  once: string[];
  /** Cues without a name among cues with names. */
  unlabelled: number;
} {
  const spoken: Spoken[] = [];
  for (const cue of cues) {
    for (const { voice, text } of parsePayload(cue.payload)) {
      for (const line of text.split('\n')) {
        const words = line.replace(/\s+/g, ' ').trim();
        if (words !== '') spoken.push({ cue, voice, label: voice ? null : parseLabel(words), text: words });
      }
    }
  }
  const found = spoken.flatMap(({ label }) => (label ? [label] : []));
  const speakers = speakersAmong(countLabels(found), cues.length, () => false);
  const roles = new Map([...speakers.values()].map(({ label, role }) => [label, role]));
  const isNamed = ({ voice, label }: Spoken) =>
    voice !== null || (label !== null && speakers.has(labelKey(label.label)));
  const named = spoken.filter(isNamed).length;
  // Captions that name a speaker only when the speaker changes: what has no name goes on with the last one.
  const namesChangesOnly = named > 0 && named < spoken.length * 0.6;

  const utterances: Utterance[] = [];
  let unlabelled = 0;
  let lastCue: Cue | null = null;
  for (const one of spoken) {
    const { cue, voice, label, text } = one;
    const times = { start: cue.start, end: cue.end };
    const last = utterances.at(-1);
    const use = label ? speakers.get(labelKey(label.label)) : undefined;
    if (voice !== null) utterances.push({ speaker: voice, ...times, text });
    else if (label && use) utterances.push({ speaker: use.label, ...times, text: label.rest });
    else if (last?.speaker && (cue === lastCue || namesChangesOnly || !endsSentence(last.text)))
      utterances.push({ speaker: last.speaker, ...times, text });
    else {
      if (named > 0) unlabelled++;
      utterances.push({ speaker: null, ...times, text });
    }
    lastCue = cue;
  }
  const once = [...speakers.values()].filter(({ count }) => count === 1).map(({ label }) => label);
  return { utterances, roles, once, unlabelled };
}

/** A pause after which words of nobody known begin a new turn, in seconds. */
const PAUSE = 2;
const LONG = 600;

/** Consecutive cues of one speaker become one turn, from the first one's start to the last one's end. */
function mergeTurns(utterances: readonly Utterance[]): ReadBlock[] {
  const turns: { speaker: string | null; start: number | null; end: number | null; words: Prose }[] = [];
  for (const { speaker, start, end, text } of utterances) {
    if (text === '') continue;
    const last = turns.at(-1);
    const pause = last?.end != null && start !== null ? start - last.end : 0;
    const apart =
      speaker === null && last && !last.words.isUnfinished && (pause >= PAUSE || last.words.length > LONG);
    if (last && last.speaker === speaker && !apart) {
      last.words.goOn(text);
      last.start ??= start;
      if (end !== null) last.end = Math.max(last.end ?? 0, end);
    } else turns.push({ speaker, start, end, words: new Prose(text) });
  }
  return turns.map(({ words, ...turn }) => ({
    kind: 'speech',
    heading: null,
    ...turn,
    text: words.toString(),
  }));
}
