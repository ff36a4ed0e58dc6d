import { labelsOf } from '../captions.ts';
import { headingStrength, LIST_OF_PEOPLE } from '../headings.ts';
import { type Identities, identify } from '../identity.ts';
import { isFieldName, labelKey, seconds } from '../labels.ts';
import type { Line, TextSource } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader, Reading } from '../reader.ts';
import type { ReadBlock, ReadOptions } from '../result.ts';
import { endsInRole, isRole, splitLabel } from '../roles.ts';
import { listedNames } from '../roster.ts';
import { readLabelledTurns } from '../turns.ts';
import { endsSentence, HONORIFIC, japaneseName, latinName, withoutHonours } from '../words.ts';

/**
 * The speaker on a line of their own and the words below: Otter (`Name  0:12`), Webex and Teams copies (`Name`, then
 * perhaps the time), pages that set the name above each answer (`早瀬 みちる（流域くらし研究所）`).
 */
export const namedLines: Reader = {
  id: 'named-lines',
  detect(source, options): Detection | null {
    const found = findNames(source.lines);
    if (!found) return null;
    const { names, timed } = found;
    // Lines above the first name are a header; what comes after belongs to somebody.
    const first = source.lines.findIndex((line) => names.has(line));
    const rest = source.lines.length - first;
    const density = names.size / Math.max(1, rest);
    if (!timed && density < 0.02) return null;
    const people = identify([...names.values()].map(({ label }) => label));
    const starts = new Map<Line, TurnStart>();
    for (const [line, { label, start }] of names)
      starts.set(line, { speaker: people.speakers.get(label) ?? label, rest: '', start });
    return {
      starts,
      confidence: timed ? 0.95 : 0.45 + 0.4 * Math.min(1, density * 4),
      read: () => read(source, options, names, starts, people),
    };
  },
};

interface NameLine {
  readonly label: string;
  readonly start: number | null;
  /** The time stands on the next line. */
  readonly timeBelow: boolean;
}

const LONGEST = 60;
const TIME_AT_END =
  /^(.{1,60}?)(?:\s*[|·•–-]\s*|\s+)[([（]?((?:\d{1,2}[:：])?\d{1,2}[:：]\d{2}(?:[.,]\d{1,3})?)[)\]）]?(?:\s?(?:AM|PM))?[:：]?$/iu;
const TIME_IN_FRONT =
  /^[([（]?((?:\d{1,2}[:：])?\d{1,2}[:：]\d{2}(?:[.,]\d{1,3})?)[)\]）]?\s*(?:[|·•–-]\s*)?(\S.{0,60})$/u;
const TIME_ALONE = /^[([（]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[)\]）]?$/;

/** The lines that name who speaks below them; null where they do not make a transcript. */
function findNames(lines: readonly Line[]): { names: Map<Line, NameLine>; timed: boolean } | null {
  const timed = new Map<Line, NameLine>();
  const bare = new Map<Line, NameLine>();
  const times = new Set<Line>();
  for (const [index, line] of lines.entries()) {
    if (line.level > 0 || line.text.length > LONGEST + 20) continue;
    const next = lines[index + 1];
    if (!next) continue;
    const withTime = timeOf(line.text);
    if (withTime) {
      timed.set(line, withTime);
      continue;
    }
    if (!mayBeName(line.text)) continue;
    // `Name` and the time on the next line.
    const alone = TIME_ALONE.exec(next.text);
    if (alone && !next.gap && lines[index + 2] !== undefined) {
      timed.set(line, { label: bareOf(line.text), start: seconds(alone[1] ?? ''), timeBelow: true });
      times.add(next);
      continue;
    }
    if (line.start || line.gap || endsSentence(lines[index - 1]?.text ?? ''))
      bare.set(line, { label: bareOf(line.text), start: null, timeBelow: false });
  }
  if (timed.size >= 2) {
    const names = withWordsBelow(lines, timed, times);
    // A name with a time is one in itself: a list of contents (`Opening  10:00`) has no words below its lines.
    if (names.size >= 2 && names.size >= timed.size * 0.6 && isMadeOfTimes(names))
      return { names, timed: true };
  }
  const names = speakersAlone(lines, bare);
  return names.size === 0 ? null : { names, timed: false };
}

function timeOf(line: string): NameLine | null {
  // Markdown: `**Name** [0:03]`.
  const text = line.replace(/^(\*\*|__)(.{1,60}?)\1/u, '$2');
  const behind = TIME_AT_END.exec(text);
  if (behind && mayBeName(behind[1] ?? ''))
    return { label: bareOf(behind[1] ?? ''), start: timeIn(behind[2]), timeBelow: false };
  const front = TIME_IN_FRONT.exec(text);
  const name = front?.[2] ?? '';
  if (!front || !mayBeName(name) || /[:：]/u.test(name)) return null;
  return { label: name.trim(), start: timeIn(front[1]), timeBelow: false };
}

function timeIn(text = ''): number | null {
  return seconds(text.normalize('NFKC'));
}

/** Short words that could be a name, a role or a number of a speaker; no sentence, field, bullet or heading mark. */
function mayBeName(text: string): boolean {
  const bare = text.replace(/[:：]$/u, '').trim();
  if (bare.length === 0 || bare.length > LONGEST || !/\p{L}/u.test(bare)) return false;
  if (/[。、「」『』"“”!?！？;；:：=<>|*#@…]/u.test(bare) || /^[•・●○◆■▪‣※–—―-]/u.test(bare)) return false;
  if (isFieldName(bare) || (LIST_OF_PEOPLE.test(bare) && !isRole(bare))) return false;
  const comma = bare.indexOf(', ');
  // `Ken Abe, Minami Drinks Ltd.`
  if (comma > 0 && latinName(bare.slice(0, comma)) !== null) return !/[!?]$/.test(bare);
  const name = bare.replace(/\s*[(（][^()（）]*[)）]$/u, '');
  if (name === '' || name.split(/\s+/u).length > 5) return false;
  return /^[\p{Lu}\d]/u.test(name)
    ? !/[.,]$/.test(name)
    : !/^\p{Ll}+\s/u.test(name) && /[\u3041-\u9fff]|^\S+$/u.test(name) && !/[.,]$/.test(name);
}

/** Names that have words below them, before the next name. */
function withWordsBelow(
  lines: readonly Line[],
  names: ReadonlyMap<Line, NameLine>,
  times: ReadonlySet<Line>,
): Map<Line, NameLine> {
  const kept = new Map<Line, NameLine>();
  for (const [index, line] of lines.entries()) {
    const name = names.get(line);
    if (!name) continue;
    let next = index + 1;
    while (next < lines.length && times.has(lines[next] as Line)) next++;
    const below = lines[next];
    if (below && !names.has(below)) kept.set(line, name);
  }
  return kept;
}

/** Times go on, and a few names come again and again. */
function isMadeOfTimes(names: ReadonlyMap<Line, NameLine>): boolean {
  let last = -1;
  let back = 0;
  const people = new Set<string>();
  for (const { start, label } of names.values()) {
    if (start !== null && start < last) back++;
    last = start ?? last;
    people.add(labelKey(label));
  }
  // An agenda has times too, and nothing on it comes again.
  const again = people.size < names.size || [...names.values()].every(({ label }) => isPerson(label, null));
  return again && back <= names.size * 0.1 && people.size <= Math.max(3, names.size * 0.7);
}

/** Names without a time: at least two that come again, or that are names by their shape between those that do. */
function speakersAlone(lines: readonly Line[], bare: ReadonlyMap<Line, NameLine>): Map<Line, NameLine> {
  const full = fullNamesIn(lines);
  const uses = new Map<string, { count: number; spoken: number; label: string }>();
  for (const [index, line] of lines.entries()) {
    const name = bare.get(line);
    if (!name) continue;
    const key = keyOf(name.label);
    const use = uses.get(key) ?? { count: 0, spoken: 0, label: name.label };
    use.count++;
    if (isSpeech(lines, index, bare)) use.spoken++;
    uses.set(key, use);
  }
  const recurring = new Set(
    [...uses]
      .filter(
        ([, { count, spoken, label }]) =>
          count > 1 && spoken > 1 && spoken >= count * 0.5 && isPerson(label, full),
      )
      .map(([key]) => key),
  );
  if (recurring.size === 1) {
    // Who speaks once beside somebody who comes again is one where the page's list of people has them.
    const listed = listedNames(lines);
    for (const [key, { count, spoken, label }] of uses)
      if (spoken === count && listed.has(labelKey(withoutHonours(bareOf(label)))) && isPerson(label, full))
        recurring.add(key);
  }
  if (recurring.size < 2) return new Map();
  const names = new Map<Line, NameLine>();
  for (const [index, line] of lines.entries()) {
    const name = bare.get(line);
    if (!name || !isSpeech(lines, index, bare)) continue;
    const key = keyOf(name.label);
    if (recurring.has(key) || (names.size > 0 && isPerson(name.label, full))) names.set(line, name);
  }
  return names;
}

function bareOf(label: string): string {
  return label.replace(/[:：]$/u, '').trim();
}

function keyOf(label: string): string {
  return labelKey(label.replace(/[:：]$/u, '').replace(/\s*[(（][^()（）]*[)）]$/u, ''));
}

/** What people whose full names stand on lines of their own may be called. */
function fullNamesIn(lines: readonly Line[]): Set<string> {
  const names = new Set<string>();
  for (const { text } of lines) {
    if (text.length > LONGEST) continue;
    const name = text.replace(/[,（(].*$/u, '').trim();
    if (latinName(name) || japaneseName(name)?.given)
      for (const label of labelsOf(name)) names.add(labelKey(label));
  }
  return names;
}

/**
 * A name by its shape: of two words, with a courtesy or a role, or a role itself. A single word may be a heading as well:
 * it counts where somebody's full name stands somewhere (`full`; null = it always counts).
 */
function isPerson(label: string, full: ReadonlySet<string> | null): boolean {
  const bare = label.replace(/[:：]$/u, '').trim();
  const { name, role } = splitLabel(bare);
  if (name === '') return isRole(role) || endsInRole(role);
  if (HONORIFIC.test(bare)) return japaneseName(bare) !== null;
  if (latinName(name) !== null || role !== '') return true;
  if (
    /^(speaker|participant|expert|worker|respondent|interviewee|話者|発言者|スピーカー|参加者)\s?[\p{L}\d]{0,4}$/iu.test(
      bare,
    )
  )
    return true;
  const japanese = japaneseName(name);
  const known = full === null || full.has(labelKey(name));
  if (japanese) return japanese.given !== '' || (known && /^[\u3005\u3400-\u9fff]{2,4}$/u.test(name));
  if (known && name !== bare && withoutHonours(bare) === name) return true;
  return (
    known &&
    /^\p{Lu}[\p{Ll}’'-]+$/u.test(name) &&
    latinName(`${name} ${name}`) !== null &&
    headingStrength(name) < 2
  );
}

/** What stands below reads like words: long, or a sentence, and no name itself. */
function isSpeech(lines: readonly Line[], index: number, names: ReadonlyMap<Line, NameLine>): boolean {
  const below = lines[index + 1];
  if (!below || below.level > 0 || (names.has(below) && !endsSentence(below.text))) return false;
  return below.text.length > 60 || endsSentence(below.text);
}

function read(
  source: TextSource,
  options: ReadOptions,
  names: ReadonlyMap<Line, NameLine>,
  starts: ReadonlyMap<Line, TurnStart>,
  people: Identities,
): Reading {
  const first = source.lines.findIndex((line) => names.has(line));
  const header = otterHeader(source.lines, first);
  const lines = source.lines.filter((line, index) => {
    if (header && index < first) return false;
    const name = names.get(source.lines[index - 1] as Line);
    // The time on a line of its own is the turn's.
    return !(name?.timeBelow && TIME_ALONE.test(line.text));
  });
  const reading = readLabelledTurns({ ...source, lines }, options, starts, people);
  if (!header) return reading;
  const times = { start: null, end: null, cues: [], lines: null };
  const note: ReadBlock = { kind: 'narration', speaker: null, heading: null, ...times, text: header.note };
  return { ...reading, title: header.title, blocks: [note, ...reading.blocks] };
}

/** Otter's title, summary words and list of speakers, which stand above the first turn. */
function otterHeader(lines: readonly Line[], first: number): { title: string | null; note: string } | null {
  const head = lines.slice(0, Math.min(first, 40));
  const at = head.findIndex(({ text }) => /^SUMMARY KEYWORDS$/i.test(text));
  if (at === -1 || at > 5) return null;
  const title = at > 0 ? (head[0]?.text ?? null) : null;
  const note = head.slice(at > 0 ? 1 : 0).map(({ text }) => text);
  return { title, note: note.join('\n') };
}
