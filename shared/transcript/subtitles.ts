import type { Cue } from '../model/turn.ts';
import { countLabels, labelKey, type ParsedLabel, parseLabel, speakersAmong } from './labels.ts';
import { namedPeople, placePeople } from './people.ts';
import { Prose } from './prose.ts';
import type { Reading } from './reader.ts';
import type { ReadBlock, ReadOptions, ReadWarning } from './result.ts';
import { endsSentence, HONORIFIC, languageOf } from './words.ts';

/** A line of a subtitle without its marks, and the voice that its file names for it. */
export interface SubtitleLine {
  readonly voice: string | null;
  readonly text: string;
  /** Somebody else begins here, whoever it is: a dash or `>>` stands in front. */
  readonly change?: boolean;
}

/** Words that are shown together, and when; null where the file gives no time that can be read. Seconds. */
export interface Subtitle {
  readonly start: number | null;
  readonly end: number | null;
  readonly lines: readonly SubtitleLine[];
}

/** What a format knows besides its subtitles. */
export interface SubtitleFile {
  readonly title: string | null;
  readonly subtitles: readonly Subtitle[];
  readonly warnings: readonly ReadWarning[];
}

/**
 * A reading of subtitles of any format: rolling captions are told once, speakers are found by voice or by `Name:`, and
 * consecutive subtitles of one speaker become one turn that keeps their times as cues.
 */
export function readSubtitles(file: SubtitleFile, options: ReadOptions): Reading {
  const { subtitles, repeated } = unroll(file.subtitles);
  const { utterances, roles, once, unlabelled } = nameSpeakers(subtitles);
  const blocks = mergeTurns(utterances);
  const labels = [...new Set(blocks.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const people = namedPeople(labels, [], () => null).map((person) => ({
    ...person,
    name: person.name.replace(HONORIFIC, '').trim() || person.name,
    title: roles.get(person.label) ?? '',
  }));
  const { participants, warnings: placing } = placePeople(people, blocks, file.title, options);
  const warnings: ReadWarning[] = once.map((label) => ({ code: 'label-once', params: { label } }));
  if (repeated > 0) warnings.push({ code: 'captions-rolling', params: { count: repeated } });
  if (labels.length === 0) warnings.push({ code: 'no-speakers', params: {} });
  else if (unlabelled > 0) warnings.push({ code: 'cue-unlabelled', params: { count: unlabelled } });
  return {
    title: file.title,
    date: null,
    language: languageOf(blocks.map((block) => block.text).join('\n')),
    participants,
    headings: [],
    alarms: [],
    roles: new Map(),
    blocks,
    warnings: [...file.warnings, ...warnings, ...placing],
  };
}

/** A later subtitle that begins where the earlier one ends, in seconds. */
const TOUCHING = 0.5;
/** Fewer repeats than this share are people who say the same thing twice. */
const ROLLING_SHARE = 0.25;

/**
 * Rolling captions (as broadcasters and video sites write them) show the line before once more above the new one, or
 * the same line growing word by word. Each word is kept where it was shown first.
 * @returns `repeated`: subtitles that repeated words; 0 where the captions do not roll
 */
export function unroll(subtitles: readonly Subtitle[]): {
  readonly subtitles: readonly Subtitle[];
  readonly repeated: number;
} {
  const result: Subtitle[] = [];
  let repeated = 0;
  let before: Subtitle | null = null;
  for (const subtitle of subtitles) {
    const touching = before?.end != null && subtitle.start !== null && subtitle.start - before.end < TOUCHING;
    const fresh = before && touching ? freshLines(before.lines, subtitle.lines) : subtitle.lines;
    if (fresh !== subtitle.lines) repeated++;
    const last = result.at(-1);
    if (fresh.length > 0) result.push({ ...subtitle, lines: fresh });
    else if (last) result[result.length - 1] = { ...last, end: subtitle.end ?? last.end };
    before = subtitle;
  }
  return repeated >= 3 && repeated >= subtitles.length * ROLLING_SHARE
    ? { subtitles: result, repeated }
    : { subtitles, repeated: 0 };
}

/** The lines without those at their start that also stand at the end of what was shown before. */
function freshLines(before: readonly SubtitleLine[], now: readonly SubtitleLine[]): readonly SubtitleLine[] {
  for (let count = Math.min(before.length, now.length); count > 0; count--) {
    const shown = before.slice(-count);
    const same = shown.every(({ voice, text }, index) => {
      const line = now[index];
      if (!line || line.voice !== voice) return false;
      return line.text === text || (index === count - 1 && grows(text, line.text));
    });
    if (!same) continue;
    const last = now[count - 1];
    const rest = last?.text.slice(shown.at(-1)?.text.length).trim() ?? '';
    return [...(last && rest !== '' ? [{ ...last, text: rest }] : []), ...now.slice(count)];
  }
  return now;
}

/** Whether `later` is `earlier` with more words behind it, and not another word that begins alike. */
function grows(earlier: string, later: string): boolean {
  if (!later.startsWith(earlier)) return false;
  return !(
    /[\p{Script=Latin}\p{N}]$/u.test(earlier) && /^[\p{Script=Latin}\p{N}]/u.test(later.slice(earlier.length))
  );
}

/** What one voice says in one subtitle. */
interface Utterance {
  /** Not the one who spoke before, though nobody is named. */
  readonly change: boolean;
  readonly speaker: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
}

/** A line of a subtitle, with the voice that its file names or the label that stands before it. */
interface Spoken {
  readonly subtitle: Subtitle;
  readonly voice: string | null;
  readonly label: ParsedLabel | null;
  readonly text: string;
  readonly change: boolean;
}

function nameSpeakers(subtitles: readonly Subtitle[]): {
  utterances: Utterance[];
  roles: Map<string, string>;
  once: string[];
  /** Subtitles without a name among subtitles with names. */
  unlabelled: number;
} {
  const spoken: Spoken[] = [];
  for (const subtitle of subtitles) {
    for (const { voice, text, change = false } of subtitle.lines) {
      const label = voice ? null : parseLabel(text);
      // `>>` is how broadcasters' captions mark another speaker.
      const chevrons = label ? undefined : /^>{2,3}\s*(?=[^\s>])/.exec(text)?.[0];
      const words = text.slice(chevrons?.length ?? 0);
      spoken.push({ subtitle, voice, label, text: words, change: change || chevrons !== undefined });
    }
  }
  const found = spoken.flatMap(({ label }) => (label ? [label] : []));
  const speakers = speakersAmong(countLabels(found), subtitles.length, () => false);
  const roles = new Map([...speakers.values()].map(({ label, role }) => [label, role]));
  const isNamed = ({ voice, label }: Spoken) =>
    voice !== null || (label !== null && speakers.has(labelKey(label.label)));
  const named = spoken.filter(isNamed).length;
  // Captions that name a speaker only when the speaker changes: what has no name goes on with the last one.
  const namesChangesOnly = named > 0 && named < spoken.length * 0.6;

  const utterances: Utterance[] = [];
  let unlabelled = 0;
  let lastSubtitle: Subtitle | null = null;
  for (const { subtitle, voice, label, text, change } of spoken) {
    const times = { start: subtitle.start, end: subtitle.end, change };
    const last = utterances.at(-1);
    const use = label ? speakers.get(labelKey(label.label)) : undefined;
    if (voice !== null) utterances.push({ speaker: voice, ...times, text });
    else if (label && use) utterances.push({ speaker: use.label, ...times, text: label.rest });
    else if (change) utterances.push({ speaker: null, ...times, text });
    else if (last?.speaker && (subtitle === lastSubtitle || namesChangesOnly || !endsSentence(last.text)))
      utterances.push({ speaker: last.speaker, ...times, text });
    else {
      if (named > 0) unlabelled++;
      utterances.push({ speaker: null, ...times, text });
    }
    lastSubtitle = subtitle;
  }
  const once = [...speakers.values()].filter(({ count }) => count === 1).map(({ label }) => label);
  return { utterances, roles, once, unlabelled };
}

/** A pause after which words of nobody known begin a new turn, in seconds. */
const PAUSE = 2;
const LONG = 600;

interface TurnInTheMaking {
  readonly speaker: string | null;
  start: number | null;
  end: number | null;
  readonly words: Prose;
  readonly cues: Cue[];
}

/** Consecutive subtitles of one speaker become one turn, from the first one's start to the last one's end. */
function mergeTurns(utterances: readonly Utterance[]): ReadBlock[] {
  const turns: TurnInTheMaking[] = [];
  for (const utterance of utterances) {
    const { speaker, start, end, text, change } = utterance;
    if (text === '') continue;
    const last = turns.at(-1);
    const pause = last?.end != null && start !== null ? start - last.end : 0;
    const apart =
      speaker === null &&
      last &&
      (change || (!last.words.isUnfinished && (pause >= PAUSE || last.words.length > LONG)));
    if (last && last.speaker === speaker && !apart) {
      last.words.goOn(text);
      addCue(last.cues, last.words.length - text.length, utterance);
      last.start ??= start;
      if (end !== null) last.end = Math.max(last.end ?? 0, end);
    } else {
      const turn: TurnInTheMaking = { speaker, start, end, words: new Prose(text), cues: [] };
      addCue(turn.cues, 0, utterance);
      turns.push(turn);
    }
  }
  return turns.map(({ words, ...turn }) => ({
    kind: 'speech',
    heading: null,
    lines: null,
    ...turn,
    text: words.toString(),
  }));
}

/** One cue a subtitle, also where the subtitle has several lines. */
function addCue(cues: Cue[], at: number, { start, end }: Utterance): void {
  if (start === null) return;
  const last = cues.at(-1);
  if (last && last.start === start && last.end === (end ?? start)) return;
  cues.push({ at, start, end: Math.max(start, end ?? start) });
}
