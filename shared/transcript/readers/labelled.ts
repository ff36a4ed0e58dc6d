import { labelsOf } from '../captions.ts';
import { type Identities, identify } from '../identity.ts';
import { countLabels, labelKey, type ParsedLabel, parseLabel, seconds, speakersAmong } from '../labels.ts';
import { isFieldOfPerson } from '../likely-name.ts';
import type { Line, TextSource } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader, Reading } from '../reader.ts';
import type { ReadOptions } from '../result.ts';
import { readLabelledTurns } from '../turns.ts';

/** Plain text and Markdown in which a turn begins with `Name:` or `Name：`, or with `>>` where nobody is named. */
export const labelled: Reader = {
  id: 'labelled',
  detect(source, options): Detection | null {
    const { parsed, places } = labelsIn(source.lines);
    const anonymous = chevronsIn(source.lines, parsed);
    if (parsed.size === 0 && anonymous.size === 0) return null;
    const names = nameLines(source.lines);
    const uses = countLabels(parsed.values());
    const speakers = speakersAmong(uses, places, (label) => names.has(labelKey(label)));
    let turns = 0;
    for (const { count } of speakers.values()) turns += count;
    if (turns === 0 && anonymous.size === 0) return null;
    if (turns === 1 && anonymous.size === 0 && places > 3) return null;
    const found = startsOf(parsed, speakers);
    const starts = new Map(found.starts);
    for (const [line, rest] of anonymous) starts.set(line, { speaker: null, rest, start: null });
    return {
      starts,
      confidence: 0.3 + 0.6 * Math.min(1, (turns + anonymous.size) / places),
      read: () => read(source, options, found, anonymous),
    };
  },
};

/** The labels that lines begin with, and how many places could have had one. */
function labelsIn(lines: readonly Line[]): { parsed: Map<Line, ParsedLabel>; places: number } {
  const parsed = new Map<Line, ParsedLabel>();
  let places = 0;
  let alone = 0;
  for (const line of lines) {
    if (line.level > 0) continue;
    if (line.start) places++;
    const label = parseLabel(line.text);
    if (!label || isFieldOfPerson(label.label, label.rest)) continue;
    parsed.set(line, label);
    if (label.rest === '' && line.start) alone++;
    // A labelled line is a place of its own, also in the middle of a paragraph.
    if (!line.start) places++;
  }
  // Where every turn has its label on a line of its own, such a line is a label whatever its word.
  if (alone >= 6 && alone >= parsed.size * 0.6 && alone >= places * 0.6)
    for (const [line, label] of parsed)
      if (label.rest === '' && line.start) parsed.set(line, { ...label, marked: true });
  return { parsed, places };
}

/** `>> Words` of captions, where nobody is named; not where `>` quotes a letter. */
function chevronsIn(lines: readonly Line[], parsed: ReadonlyMap<Line, ParsedLabel>): Map<Line, string> {
  const found = new Map<Line, string>();
  let named = 0;
  for (const line of lines) {
    if (/^>(?!>)/.test(line.text)) return new Map();
    const chevrons = /^>{2,3}[ \t]*(?=[^\s>])/.exec(line.text)?.[0];
    if (chevrons === undefined) continue;
    if (parsed.has(line)) named++;
    else found.set(line, line.text.slice(chevrons.length));
  }
  return found.size + named >= 2 ? found : new Map();
}

/** Labels that the names standing on lines of their own would answer to. */
function nameLines(lines: readonly Line[]): Set<string> {
  const names = new Set<string>();
  for (const { text } of lines) {
    if (text.length > 60) continue;
    const [label, ...more] = labelsOf(text);
    for (const one of label ? [label, ...more] : []) names.add(labelKey(one));
  }
  return names;
}

interface Found {
  readonly starts: ReadonlyMap<Line, TurnStart>;
  readonly identities: Identities;
}

function startsOf(parsed: ReadonlyMap<Line, ParsedLabel>, speakers: ReturnType<typeof speakersAmong>): Found {
  const said = new Map<Line, { label: string; rest: string; start: number | null }>();
  for (const [line, { label, role, rest, start }] of parsed) {
    if (!speakers.has(labelKey(label))) continue;
    said.set(line, { label: role === '' ? label : `${label}（${role}）`, rest, start });
  }
  const identities = identify([...said.values()].map(({ label }) => label));
  const starts = new Map<Line, TurnStart>();
  for (const [line, { label, rest, start }] of said)
    starts.set(line, { speaker: identities.speakers.get(label) ?? label, rest, start });
  return { starts, identities };
}

function read(
  source: TextSource,
  options: ReadOptions,
  { starts: named, identities }: Found,
  anonymous: ReadonlyMap<Line, string>,
): Reading {
  const starts = new Map(named);
  const lines = withoutTimes(source.lines, starts);
  for (const [line, rest] of anonymous) starts.set(line, { speaker: null, rest, start: null });
  const unnamed = [{ code: 'turns-unnamed', params: { count: anonymous.size } }];
  const warnings = anonymous.size > 0 ? unnamed : [];
  return readLabelledTurns({ ...source, lines }, options, starts, identities, warnings);
}

const TIME_ALONE = /^[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})[)\]]?$/;

/** A time on a line of its own is that of the turn right below. */
function withoutTimes(lines: readonly Line[], starts: Map<Line, TurnStart>): readonly Line[] {
  return lines.filter((line, index) => {
    const time = TIME_ALONE.exec(line.text.slice(0, 12));
    const next = lines[index + 1];
    const turn = next && starts.get(next);
    if (!time || !turn) return true;
    starts.set(next, { ...turn, start: turn.start ?? seconds(time[1] ?? '') });
    return false;
  });
}
