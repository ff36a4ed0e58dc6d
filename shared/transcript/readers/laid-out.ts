import { isFieldName, labelKey, seconds } from '../labels.ts';
import type { Line, TextSource } from '../lines.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { isRole, splitLabel, type Titled } from '../roles.ts';
import { readTurns } from '../turns.ts';
import { isOpener, japaneseName, latinName } from '../words.ts';

/**
 * Documents whose layout, not whose words, tells who speaks: a column of names beside a column of words, names in the
 * style of a heading above the words, names in bold before the words.
 */
export const laidOut: Reader = {
  id: 'laid-out',
  detect(source, options): Detection | null {
    const found = inTables(source) ?? inHeadings(source) ?? inBold(source);
    if (!found) return null;
    const { source: text, starts, confidence } = found;
    const titles = new Map<string, Titled>();
    for (const { speaker } of starts.values()) if (speaker !== null) titles.set(speaker, splitLabel(speaker));
    const turns = { starts, captions: [], titles, outside: 'narration' as const, warnings: [] };
    return { confidence, starts, read: () => readTurns(text, options, turns) };
  },
};

interface Found {
  readonly source: TextSource;
  readonly starts: Map<Line, TurnStart>;
  readonly confidence: number;
}

function inTables(source: TextSource): Found | null {
  const starts = new Map<Line, TurnStart>();
  let words = 0;
  let all = 0;
  for (const line of source.lines) {
    all += line.text.length;
    if (!line.turn?.sure) continue;
    const { speaker, rest, start } = line.turn;
    starts.set(line, { speaker, rest, start });
    words += line.text.length;
  }
  if (starts.size < 2 || words < all * 0.3) return null;
  return { source, starts, confidence: 0.97 };
}

const TIME_BEHIND = /\s*[[(（]?((?:\d{1,2}:)?\d{1,2}:\d{2})[\])）]?$/u;

/**
 * Headings of one level that come again and again (`Facilitator`, `Ana Roth`) are speakers; those of other levels stay
 * headings.
 */
function inHeadings(source: TextSource): Found | null {
  const levels = new Map<number, Line[]>();
  for (const line of source.lines) {
    if (line.level === 0) continue;
    const alike = levels.get(line.level);
    if (alike) alike.push(line);
    else levels.set(line.level, [line]);
  }
  for (const [level, lines] of [...levels].sort(([a], [b]) => b - a)) {
    const names = lines.map((line) => speakerIn(line.text));
    if (names.some(({ label }) => label.length > 60 || isFieldName(label))) continue;
    const distinct = new Map(names.map((name) => [labelKey(name.label), name]));
    const recur = lines.length >= 4 && distinct.size >= 2 && distinct.size <= lines.length * 0.6;
    // Four people who speak once each are as likely four chapters about people.
    if (!recur && !(lines.length >= 3 && distinct.size < lines.length)) continue;
    const people = [...distinct.values()].filter(isSomebody).length;
    // "Risks" and "Measures" come again under every chapter; where no chapters are, they are names.
    const chapters = [...levels.keys()].some((other) => other !== level && other > 1);
    if (people < distinct.size * (recur ? 0.34 : 1) && (chapters || lines.length < 6 || distinct.size > 8))
      continue;
    const starts = new Map<Line, TurnStart>();
    const plain = source.lines.map((line) => {
      if (line.level !== level) return line;
      const { label, start } = speakerIn(line.text);
      const now: Line = { ...line, gap: true, start: true, level: 0 };
      starts.set(now, { speaker: label, rest: '', start });
      return now;
    });
    return { source: { ...source, lines: plain }, starts, confidence: 0.96 };
  }
  return null;
}

function speakerIn(text: string): { label: string; start: number | null } {
  const time = TIME_BEHIND.exec(text);
  const label = (time ? text.slice(0, time.index) : text).replace(/[:：]$/u, '').trim();
  return { label: label === '' ? text : label, start: time ? seconds(time[1] ?? '') : null };
}

/** A heading that can be nothing but somebody: it has a time, is a full name or a role, or a number like `P1`. */
function isSomebody({ label, start }: { readonly label: string; readonly start: number | null }): boolean {
  return (
    start !== null ||
    latinName(label) !== null ||
    japaneseName(label) !== null ||
    isRole(label) ||
    /^\p{Lu}{1,4}\d{0,3}$/u.test(label)
  );
}

/** Bold words before most paragraphs, a few of them again and again. */
function inBold(source: TextSource): Found | null {
  const uses = new Map<string, { label: string; count: number }>();
  let paragraphs = 0;
  for (const { level, start, turn } of source.lines) {
    if (level > 0 || !start) continue;
    paragraphs++;
    if (!turn || turn.sure || !mayBeSpeaker(turn.speaker)) continue;
    const key = labelKey(turn.speaker);
    const use = uses.get(key);
    if (use) use.count++;
    else uses.set(key, { label: turn.speaker, count: 1 });
  }
  const recurring = [...uses.values()].filter(({ count }) => count > 1);
  const turns = recurring.reduce((sum, { count }) => sum + count, 0);
  if (recurring.length < 2 || turns < 4 || turns < paragraphs * 0.3) return null;
  const starts = new Map<Line, TurnStart>();
  for (const line of source.lines) {
    if (line.level > 0 || !line.turn || line.turn.sure) continue;
    const { speaker, rest, start } = line.turn;
    const use = uses.get(labelKey(speaker));
    const isName = latinName(speaker) !== null || japaneseName(speaker) !== null;
    if (use && (use.count > 1 || isName)) starts.set(line, { speaker: use.label, rest, start });
  }
  return { source, starts, confidence: 0.5 + 0.4 * Math.min(1, turns / paragraphs) };
}

function mayBeSpeaker(text: string): boolean {
  if (text.split(/\s+/u).length > 5 || /[.。!?！？,、;；]$/u.test(text)) return false;
  return !isOpener(text.split(/\s+/u)[0] ?? '') && /^[\p{Lu}\p{Lo}\d]/u.test(text);
}
