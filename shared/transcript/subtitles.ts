import type { Cue } from '../model/turn.ts';
import { alarmAt } from './alarms.ts';
import { countBy } from './judge.ts';
import { type KnownNames, knownNames } from './known-names.ts';
import { labelKey } from './labels.ts';
import { allOpenings, layoutsOf } from './layout.ts';
import { likelyName } from './likely-name.ts';
import { isRound, LIKE_AGAIN, PRESENTS } from './line-looks.ts';
import type { Line, Opening, Separator } from './lines.ts';
import { openingsAt } from './openings.ts';
import { namedPeople, placePeople } from './people.ts';
import { Prose } from './prose.ts';
import type { Reading } from './reader.ts';
import type { ReadAlarm, ReadBlock, ReadOptions, ReadWarning } from './result.ts';
import { slipAt } from './slips.ts';
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
  const { utterances, roles, alarms, unlabelled } = nameSpeakers(subtitles);
  const blocks = mergeTurns(utterances);
  const labels = [...new Set(blocks.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const people = namedPeople(labels, [], () => null).map((person) => ({
    ...person,
    name: person.name.replace(HONORIFIC, '').trim() || person.name,
    title: roles.get(person.label) ?? '',
  }));
  const { participants, warnings: placing } = placePeople(people, blocks, file.title, options);
  const warnings: ReadWarning[] = [];
  if (repeated > 0) warnings.push({ code: 'captions-rolling', params: { count: repeated } });
  if (labels.length === 0) warnings.push({ code: 'no-speakers', params: {} });
  else if (unlabelled > 0) warnings.push({ code: 'cue-unlabelled', params: { count: unlabelled } });
  return {
    title: file.title,
    date: null,
    language: languageOf(blocks.map((block) => block.text).join('\n')),
    participants,
    headings: [],
    alarms,
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
  // Words that come again and nothing new with them are people who say it again, unless lines really roll.
  let rolled = 0;
  let before: Subtitle | null = null;
  for (const subtitle of subtitles) {
    const touching = before?.end != null && subtitle.start !== null && subtitle.start - before.end < TOUCHING;
    const fresh = before && touching ? freshLines(before.lines, subtitle.lines) : subtitle.lines;
    if (fresh !== subtitle.lines) repeated++;
    if (fresh !== subtitle.lines && fresh.length > 0) rolled++;
    const last = result.at(-1);
    if (fresh.length > 0) result.push({ ...subtitle, lines: fresh });
    else if (last) result[result.length - 1] = { ...last, end: subtitle.end ?? last.end };
    before = subtitle;
  }
  return rolled >= 2 && repeated >= 3 && repeated >= subtitles.length * ROLLING_SHARE
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
  readonly label: Opening | null;
  readonly text: string;
  readonly change: boolean;
}

/** Fewer lines than this share that have a label: speakers are named where they change. */
const NAMES_EACH = 0.6;

function nameSpeakers(subtitles: readonly Subtitle[]): Named {
  const spoken = spokenLines(subtitles);
  const uses = countBy(
    spoken.filter(({ label }) => label !== null),
    ({ label }) => labelKey(label?.label ?? ''),
  );
  const named = spoken.filter(({ voice, label }) => voice !== null || label !== null).length;
  // Captions that name a speaker only when the speaker changes: what has no name goes on with the last one.
  const few = named < spoken.length * NAMES_EACH;
  const namesChangesOnly = named > 0 && (few || isNumberedOnChange(spoken));
  const known = knownNames(
    spoken.flatMap(({ label }) => (label ? [label.label] : [])),
    [],
  );
  const first = new Map<string, Opening>();
  for (const { label } of spoken)
    if (label && !first.has(labelKey(label.label))) first.set(labelKey(label.label), label);

  const utterances: Utterance[] = [];
  const alarms: ReadAlarm[] = [];
  let unlabelled = 0;
  let lastSubtitle: Subtitle | null = null;
  for (const { subtitle, voice, label, text, change } of spoken) {
    const times = { start: subtitle.start, end: subtitle.end, change };
    const last = utterances.at(-1);
    if (voice !== null) utterances.push({ speaker: voice, ...times, text });
    else if (label) {
      const speaker = first.get(labelKey(label.label))?.label ?? label.label;
      utterances.push({ speaker, ...times, text: label.rest });
    } else if (change) utterances.push({ speaker: null, ...times, text });
    else if (last?.speaker && (subtitle === lastSubtitle || namesChangesOnly || !endsSentence(last.text))) {
      utterances.push({ speaker: last.speaker, ...times, text });
      const guessed = namesChangesOnly && !few && subtitle !== lastSubtitle && endsSentence(last.text);
      const doubt =
        doubtAt(text, known) ?? (guessed ? alarmAt('person-guess', null, text, last.speaker, text) : null);
      if (doubt) alarms.push(doubt);
    } else {
      if (named > 0) unlabelled++;
      utterances.push({ speaker: null, ...times, text });
    }
    lastSubtitle = subtitle;
  }
  const roles = new Map([...first.values()].map(({ label, role }) => [label, role]));
  const once = [...first].filter(([key]) => uses.get(key) === 1).map(([, { label }]) => label);
  for (const label of once)
    if (likelyName(label) < PRESENTS && [...uses.values()].some((count) => count > 1))
      alarms.push(
        alarmAt('label-once', null, `${label}: ${first.get(labelKey(label))?.rest ?? ''}`, label, ''),
      );
  return { utterances, roles, alarms, unlabelled };
}

/** Programs that number speakers (`Speaker 2:`) do so where the speaker changes: no two subtitles on end name the same. */
function isNumberedOnChange(spoken: readonly Spoken[]): boolean {
  return spoken.every(({ subtitle, voice, label }, index) => {
    if (voice !== null || (label && !/\d/.test(label.label))) return false;
    const before = spoken[index - 1];
    if (!label || !before?.label || before.subtitle === subtitle) return true;
    return labelKey(label.label) !== labelKey(before.label.label);
  });
}

interface Named {
  readonly utterances: Utterance[];
  readonly roles: Map<string, string>;
  readonly alarms: ReadAlarm[];
  /** Subtitles without a name among subtitles with names. */
  readonly unlabelled: number;
}

/** Each line with its label, where labels of its shape are speakers' throughout the file. */
function spokenLines(subtitles: readonly Subtitle[]): Spoken[] {
  const lines: { line: Line; subtitle: Subtitle; voice: string | null; words: string; change: boolean }[] =
    [];
  for (const subtitle of subtitles) {
    for (const { voice, text, change = false } of subtitle.lines) {
      // `>>` is how broadcasters' captions mark another speaker.
      const chevrons = /^>{2,3}\s*(?=[^\s>])/.exec(text)?.[0];
      const words = text.slice(chevrons?.length ?? 0);
      const line: Line = { number: lines.length + 1, text: words, gap: true, start: true, level: 0 };
      lines.push({ line, subtitle, voice, words, change: change || chevrons !== undefined });
    }
  }
  const unvoiced = lines.filter(({ voice }) => voice === null).map(({ line }) => line);
  const openings = allOpenings(unvoiced);
  const taken = new Map<Line, Opening>();
  for (const layout of layoutsOf(unvoiced, openings)) {
    if (!LABELLING.has(layout.separator)) continue;
    for (const [line, opening] of layout.openings)
      if (opening.rest !== '' && !taken.has(line)) taken.set(line, opening);
  }
  // A name that speaks elsewhere in the file is one here too, though only once, and so is a person's in the same shape.
  for (const [line, ways] of openings) {
    if (taken.has(line)) continue;
    const label = ways.find(
      (one) =>
        LABELLING.has(one.separator) &&
        one.rest !== '' &&
        likelyName(one.label) >= (taken.size > 0 ? ONE_MORE : ONE_OF_FEW),
    );
    if (label && (taken.size > 0 || openings.size >= unvoiced.length * NAMES_EACH)) taken.set(line, label);
  }
  return lines.map(({ line, subtitle, voice, words, change }) => {
    const label = taken.get(line) ?? null;
    return { subtitle, voice, label, text: words, change };
  });
}

/** What sets a name off in captions. */
const LABELLING: ReadonlySet<Separator> = new Set(['colon', 'bracket', 'bold', 'tab']);
/** How likely a label must be beside others of the file, and where it is one of few. */
const ONE_MORE = 0.5;
const ONE_OF_FEW = 0.85;

/** A name inside somebody's words, where a line begins. */
function doubtAt(text: string, known: KnownNames): ReadAlarm | null {
  const slip = slipAt(text, known);
  if (slip) return alarmAt('known-name', null, text, slip.label, slip.rest);
  const opening = openingsAt({ text }).find(
    ({ separator, label, rest, shape }) =>
      LABELLING.has(separator) && rest !== '' && !isRound({ shape }) && likelyName(label) >= LIKE_AGAIN,
  );
  return opening ? alarmAt('label-like', null, text, opening.label, opening.rest) : null;
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
