/**
 * The layout of a text, found from the text itself: lines that are written alike, with labels that are likely people's,
 * begin turns. The same shape means the same thing throughout.
 */
import { groupOf, isListOfAnybody } from './groups.ts';
import { countBy, likelySpeaker } from './judge.ts';
import { labelKey } from './labels.ts';
import { isFieldOfPerson, likelyName } from './likely-name.ts';
import type { Line } from './lines.ts';
import { type Opening, openingsAt, type Separator } from './openings.ts';
import { hasJapanese } from './scripts.ts';
import { endsSentence, japaneseName } from './words.ts';

/** Lines of one shape whose labels are speakers. */
export interface Layout {
  readonly shape: string;
  readonly separator: Separator;
  readonly openings: ReadonlyMap<Line, Opening>;
  /** How much the labels say for it: each likely one for, each unlikely one against. */
  readonly weight: number;
}

/** Separators that prose has on every line: they begin turns only before the names that come again. */
export const COMMON: ReadonlySet<Separator> = new Set(['blank', 'stop', 'quote', 'dash']);
const COMMON_WORTH = 0.7;
/** Speakers of a layout are more likely than not. */
const SPEAKER = 0.5;
/** Of a common separator, or a line alone, more is asked. */
const SURE_SPEAKER = 0.7;
/** Of a shape that is known to be that of turns, less is enough. */
const ONE_MORE = 0.4;
/** What is left of the likelihood of a label that mostly goes on in a small letter. */
const DEFINES = 0.7;
/** Where this share of the sure labels begins paragraphs, labels in the middle of one are words of a list. */
const AT_STARTS = 0.8;

/** The openings of every line that may begin a turn. */
export function allOpenings(lines: readonly Line[]): Map<Line, Opening[]> {
  const found = new Map<Line, Opening[]>();
  const listed = listedLines(lines);
  for (const line of lines) {
    if (line.level > 0 || listed.has(line)) continue;
    const openings = openingsAt(line).filter(
      ({ separator, label, rest }) => !isPartOfName(line, separator) && !isFieldOfPerson(label, rest),
    );
    if (openings.length > 0) found.set(line, openings);
  }
  return found;
}

/** The lines of lists of people, their tops with them: nobody says them. A list goes on to the first sentence. */
export function listedLines(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  let listed = false;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (line.level > 0 || isListTop(line, next)) {
      if (line.level === 0) found.add(line);
      listed = line.level === 0 && /^[^:：]{1,40}[:：]?$/u.test(line.text);
      continue;
    }
    const above = next !== undefined && !next.gap && isLong(next.text) && hasSentence(lines, index + 1);
    listed = listed && line.text.length <= LONGEST_LISTED && !endsSentence(line.text) && !above;
    if (listed) found.add(line);
  }
  return found;
}

/** Whether somebody may speak on the lines of a paragraph from one on: a list of people has no sentence. */
function hasSentence(lines: readonly Line[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + LONGEST_LIST); at++) {
    const line = lines[at];
    if (!line || (line.gap && at > from)) return false;
    if (endsSentence(line.text)) return true;
  }
  return true;
}

/** Looking no further keeps long texts cheap. */
const LONGEST_LIST = 40;

/** Two words and no more, which are likely a whole name. */
const TWO_WORDS = /^\S{1,10}[ \u3000]\S{1,7}$/u;
const WHOLE = 0.6;

/** `早瀬 みちる` is a name, and no 早瀬 who says みちる. */
export function isPartOfName({ text }: Line, separator: Separator): boolean {
  if ((separator !== 'blank' && separator !== 'wide') || text.length > 50) return false;
  const name = text.replace(/[\s\u3000]*[[(（]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\])）]?$/u, '');
  return Boolean(japaneseName(name)?.given) || (TWO_WORDS.test(name) && likelyName(name) >= WHOLE);
}

/** `有識者：早瀬氏、内田氏`: whose names follow, on this line or the next, and not what somebody says. */
function isListTop({ text }: Line, next: Line | undefined): boolean {
  const group = groupOf(text);
  const colon = /^[^:：]{1,40}[:：]\s*(.*)$/u.exec(text.slice(0, 400));
  if (!group && !isListOfAnybody(text.replace(/[:：].*$/u, ''))) return false;
  const rest = group?.rest ?? colon?.[1] ?? '';
  if (!group && rest !== '') return !endsSentence(rest) || rest.length < LONGEST_LISTED;
  const listed = rest === '' ? (next?.text ?? '') : rest;
  if (rest === '' && next && endsSentence(next.text)) return false;
  const [first = ''] = listed.replace(/^[•・●○■◆-]\s*/u, '').split(/[,、;；(（]|\s[–—-]\s|\s{2,}|\t/u);
  return likelyName(first) >= LISTED || (rest !== '' && rest.length < 40 && !endsSentence(rest));
}

/** What a list says of a person is shorter than speech. UTF-16 units. */
const LONGEST_LISTED = 120;

/** How likely a name must be to be one of a list. */
const LISTED = 0.5;

/** The layouts of a text, the weightiest first. */
export function layoutsOf(lines: readonly Line[], openings: ReadonlyMap<Line, Opening[]>): Layout[] {
  const shapes = new Map<string, Map<Line, Opening>>();
  for (const [line, ways] of openings)
    for (const opening of ways) {
      const of = shapes.get(opening.shape) ?? new Map<Line, Opening>();
      shapes.set(opening.shape, of.set(line, opening));
    }
  const next = nextLines(lines);
  const before = new Map([...next].map(([line, after]) => [after, line]));
  const layouts: Layout[] = [];
  for (const [shape, all] of shapes) {
    const layout = layoutOf(shape, all, next, before);
    if (layout) layouts.push(layout);
  }
  // What prose has on every line counts for less than a mark that it has seldom.
  const worth = ({ weight, separator }: Layout) => weight * (COMMON.has(separator) ? COMMON_WORTH : 1);
  return layouts.sort((a, b) => worth(b) - worth(a));
}

function layoutOf(
  shape: string,
  all: ReadonlyMap<Line, Opening>,
  next: ReadonlyMap<Line, Line>,
  before: ReadonlyMap<Line, Line>,
): Layout | null {
  const [first] = all.values();
  if (!first || all.size < 2) return null;
  const { separator } = first;
  const kept = [...all].filter(([line, opening]) => hasWords(line, opening, next, before, all));
  const counts = countBy(kept, ([, { label }]) => labelKey(label));
  const asked = COMMON.has(separator) || separator === 'alone' ? SURE_SPEAKER : SPEAKER;
  // What goes on in a small letter is a definition rather than a speech.
  const small = countBy(
    kept.filter(([, { rest, led }]) => !led && /^\p{Ll}/u.test(rest)),
    ([, { label }]) => labelKey(label),
  );
  const likely = new Map<string, number>();
  for (const [, { label }] of kept) {
    const key = labelKey(label);
    if (likely.has(key)) continue;
    const count = counts.get(key) ?? 1;
    const defines = separator === 'colon' && (small.get(key) ?? 0) > count * 0.5;
    likely.set(key, likelySpeaker(label, count) * (defines ? DEFINES : 1));
  }
  const speaks = ({ label }: Opening) => likely.get(labelKey(label)) ?? 0;
  const sure = kept.filter(([, opening]) => speaks(opening) >= SURE_SPEAKER);
  const atStarts = sure.length >= 4 && sure.filter(([line]) => line.start).length >= sure.length * AT_STARTS;
  const starting = new Set(kept.filter(([line]) => line.start).map(([, { label }]) => labelKey(label)));
  const openings = new Map<Line, Opening>();
  const others: (readonly [Line, Opening])[] = [];
  let weight = 0;
  for (const [line, opening] of kept) {
    const key = labelKey(opening.label);
    const inside = atStarts && !starting.has(key);
    const score = speaks(opening) * (inside ? 0.5 : 1);
    if (score >= asked) openings.set(line, opening);
    else if (score >= ONE_MORE && (line.start || !atStarts)) others.push([line, opening]);
    if (score >= asked || (!COMMON.has(separator) && separator !== 'alone'))
      weight += Math.max(-0.5, 2 * score - 1);
  }
  const people = new Set([...openings.values()].map(({ label }) => labelKey(label)));
  const again = [...people].filter((key) => (counts.get(key) ?? 0) > 1).length;
  if (openings.size < 2 || people.size < 1) return null;
  // A single label says nothing; names that stand once each before a few words are a list of people.
  if (people.size === 1 && openings.size < 3) return null;
  if (again === 0 && ![...openings].every(([line, opening]) => isSpeech(opening, next.get(line))))
    return null;
  if (COMMON.has(separator) && (again < 2 || people.size < 2)) return null;
  if (separator === 'alone' && (again < 2 || people.size < 2)) return null;
  // The same shape means the same thing throughout: what may be a name is one where the others are.
  for (const [line, opening] of others) openings.set(line, opening);
  return { shape, separator, openings, weight };
}

/** What stands below a name alone must be words; what stands behind one must be more than a mark. */
function hasWords(
  line: Line,
  { label, rest, separator }: Opening,
  next: ReadonlyMap<Line, Line>,
  before: ReadonlyMap<Line, Line>,
  all: ReadonlyMap<Line, Opening>,
): boolean {
  // A plain blank sets a name off only in Japanese, which has none between words.
  if (separator === 'blank' && !(hasJapanese(label) && hasJapanese(rest.slice(0, 2)))) return false;
  if (rest !== '') return /[\p{L}\p{N}]/u.test(rest);
  const below = next.get(line);
  if (!below || below.level > 0) return false;
  // Right below words, with a blank line behind: the name of who has said them.
  if (below.gap && !line.gap) return false;
  if (separator !== 'alone') return true;
  const under = all.get(below);
  if (under && !endsSentence(below.text) && likelyName(under.label) >= ONE_MORE) return false;
  return line.start || line.gap || endsSentence(before.get(line)?.text ?? '');
}

/** Long, or a sentence. */
function isLong(words: string): boolean {
  return words.length > (hasJapanese(words) ? 30 : 60) || endsSentence(words);
}

/** What stands behind or below a name reads like speech: long, or a sentence. */
function isSpeech({ rest }: Opening, below: Line | undefined): boolean {
  const words = rest === '' ? (below?.text ?? '') : rest;
  return isLong(words);
}

function nextLines(lines: readonly Line[]): Map<Line, Line> {
  const next = new Map<Line, Line>();
  for (const [index, line] of lines.entries()) {
    const after = lines[index + 1];
    if (after) next.set(line, after);
  }
  return next;
}
