/**
 * The layout of a text, found from the text itself: lines that are written alike, with labels that are likely people's,
 * begin turns. The same shape means the same thing throughout.
 */
import { groupOf, isListOfAnybody } from './groups.ts';
import { isDirection } from './headings.ts';
import { countBy, likelySpeaker } from './judge.ts';
import { labelKey } from './labels.ts';
import { isFieldOfPerson, likelyName } from './likely-name.ts';
import type { Line, Opening, Separator } from './lines.ts';
import { openingsAt } from './openings.ts';
import { remembered } from './remembered.ts';
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
export function allOpenings(lines: readonly Line[]): Map<Line, readonly Opening[]> {
  const found = new Map<Line, readonly Opening[]>();
  const listed = listedLines(lines);
  for (const line of lines) {
    if (line.level > 0 || listed.has(line)) continue;
    const ways = openingsAt(line);
    const openings = ways.filter(
      ({ separator, label, rest }) => !isPartOfName(line, separator) && !isFieldOfPerson(label, rest),
    );
    if (openings.length > 0) found.set(line, openings.length === ways.length ? ways : openings);
  }
  return found;
}

/** The lines of lists of people, their tops with them: nobody says them. A list goes on to the first sentence. */
export function listedLines(lines: readonly Line[]): ReadonlySet<Line> {
  const before = listedIn.get(lines);
  if (before) return before;
  const found = findListed(lines);
  listedIn.set(lines, found);
  return found;
}

/** Several readers ask for the lists of the same text. */
const listedIn = new WeakMap<readonly Line[], ReadonlySet<Line>>();

function findListed(lines: readonly Line[]): ReadonlySet<Line> {
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
  const label = /^[^:：<＜〈【［[]{1,40}(?=[:：])/u.exec(text)?.[0];
  if (label !== undefined && !headsList(label)) return false;
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

/** Whether what stands before a colon is a word for the people of a list. */
const headsList = remembered((label) => groupOf(`${label}:`) !== null || isListOfAnybody(label), 5_000);

/** What a list says of a person is shorter than speech. UTF-16 units. */
const LONGEST_LISTED = 120;

/** How likely a name must be to be one of a list. */
const LISTED = 0.5;

/** A way in which a line may begin, with what its label is counted by. */
interface Way {
  readonly line: Line;
  readonly opening: Opening;
  readonly key: string;
}

/** The layouts of a text, the weightiest first. */
export function layoutsOf(lines: readonly Line[], openings: ReadonlyMap<Line, readonly Opening[]>): Layout[] {
  const shapes = new Map<string, Way[]>();
  for (const [line, ways] of openings)
    for (const opening of ways) {
      const way = { line, opening, key: labelKey(opening.label) };
      const alike = shapes.get(opening.shape);
      if (alike) alike.push(way);
      else shapes.set(opening.shape, [way]);
    }
  const around = new Around(lines, openings);
  const layouts: Layout[] = [];
  for (const [shape, all] of shapes) {
    const layout = layoutOf(shape, all, around);
    if (layout) layouts.push(layout);
  }
  // What prose has on every line counts for less than a mark that it has seldom.
  const worth = ({ weight, separator }: Layout) => weight * (COMMON.has(separator) ? COMMON_WORTH : 1);
  return layouts.sort((a, b) => worth(b) - worth(a));
}

/** What stands around a line. Most layouts never ask: places are looked up once one does. */
class Around {
  readonly #lines: readonly Line[];
  readonly #openings: ReadonlyMap<Line, readonly Opening[]>;
  #places: ReadonlyMap<Line, number> | null = null;

  constructor(lines: readonly Line[], openings: ReadonlyMap<Line, readonly Opening[]>) {
    this.#lines = lines;
    this.#openings = openings;
  }

  above(line: Line): Line | undefined {
    return this.#lines[this.#placeOf(line) - 1];
  }

  below(line: Line): Line | undefined {
    return this.#lines[this.#placeOf(line) + 1];
  }

  /** The way in which a line begins in a shape. */
  wayOf(line: Line, wanted: string): Opening | undefined {
    return this.#openings.get(line)?.find(({ shape }) => shape === wanted);
  }

  #placeOf(line: Line): number {
    this.#places ??= new Map(this.#lines.map((one, place) => [one, place]));
    return this.#places.get(line) ?? Number.NaN;
  }
}

function layoutOf(shape: string, all: readonly Way[], around: Around): Layout | null {
  const [first] = all;
  if (!first || all.length < 2) return null;
  const { separator } = first.opening;
  const kept = all.filter((way) => hasWords(way, around));
  const counts = countBy(kept, ({ key }) => key);
  const asked = COMMON.has(separator) || separator === 'alone' ? SURE_SPEAKER : SPEAKER;
  // What goes on in a small letter is a definition rather than a speech.
  const small = countBy(
    kept.filter(({ opening: { rest, led } }) => !led && /^\p{Ll}/u.test(rest)),
    ({ key }) => key,
  );
  const likely = new Map<string, number>();
  for (const {
    opening: { label },
    key,
  } of kept) {
    if (likely.has(key)) continue;
    const count = counts.get(key) ?? 1;
    const defines = separator === 'colon' && (small.get(key) ?? 0) > count * 0.5;
    likely.set(key, likelySpeaker(label, count) * (defines ? DEFINES : 1));
  }
  const speaks = ({ key }: Way) => likely.get(key) ?? 0;
  const sure = kept.filter((way) => speaks(way) >= SURE_SPEAKER);
  const atStarts =
    sure.length >= 4 && sure.filter(({ line }) => line.start).length >= sure.length * AT_STARTS;
  const starting = new Set(kept.flatMap(({ line, key }) => (line.start ? [key] : [])));
  const openings = new Map<Line, Opening>();
  const people = new Set<string>();
  const others: Way[] = [];
  let weight = 0;
  for (const way of kept) {
    const { line, opening, key } = way;
    const inside = atStarts && !starting.has(key);
    const score = speaks(way) * (inside ? 0.5 : 1);
    if (score >= asked) {
      openings.set(line, opening);
      people.add(key);
    } else if (score >= ONE_MORE && (line.start || !atStarts)) others.push(way);
    if (score >= asked || (!COMMON.has(separator) && separator !== 'alone'))
      weight += Math.max(-0.5, 2 * score - 1);
  }
  const again = [...people].filter((key) => (counts.get(key) ?? 0) > 1).length;
  if (openings.size < 2 || people.size < 1) return null;
  // A single label says nothing; names that stand once each before a few words are a list of people.
  if (people.size === 1 && openings.size < 3) return null;
  if (again === 0 && ![...openings].every(([line, opening]) => isSpeech(line, opening, around))) return null;
  if (COMMON.has(separator) && (again < 2 || people.size < 2)) return null;
  if (separator === 'alone' && (again < 2 || people.size < 2)) return null;
  // The same shape means the same thing throughout: what may be a name is one where the others are.
  for (const { line, opening } of others) openings.set(line, opening);
  return { shape, separator, openings, weight };
}

/** What stands below a name alone must be words; what stands behind one must be more than a mark. */
function hasWords({ line, opening: { shape, label, rest, separator } }: Way, around: Around): boolean {
  // A plain blank sets a name off only in Japanese, which has none between words.
  if (separator === 'blank' && !(hasJapanese(label) && hasJapanese(rest.slice(0, 2)))) return false;
  const below = around.below(line);
  // The name of who has said the words above: `— 早瀬 みちる, 柚木大学` is no 早瀬 who says the rest.
  if (DASHED.test(line.text) && !endsSentence(rest) && isLast(line, below)) return false;
  if (rest !== '') return /[\p{L}\p{N}]/u.test(rest);
  if (!below || below.level > 0) return false;
  // Right below words, with a blank line behind: the name of who has said them.
  if (below.gap && !line.gap) return false;
  if (separator !== 'alone') return true;
  const under = around.wayOf(below, shape);
  if (under && !endsSentence(below.text) && likelyName(under.label) >= ONE_MORE) return false;
  return line.start || line.gap || endsSentence(around.above(line)?.text ?? '');
}

const DASHED = /^[―—–-]/u;

/** Whether a line is the last of several without a blank one, what happened aside. */
function isLast(line: Line, below: Line | undefined): boolean {
  return !line.gap && line.level === 0 && (!below || below.gap || isDirection(below.text));
}

/** Whether a line stands right below words, with nothing but what happened behind it. */
export function isBelowWords(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && isLast(line, lines[at + 1]);
}

/** Long, or a sentence. */
function isLong(words: string): boolean {
  return words.length > (hasJapanese(words) ? 30 : 60) || endsSentence(words);
}

/** What stands behind or below a name reads like speech: long, or a sentence. */
function isSpeech(line: Line, { rest }: Opening, around: Around): boolean {
  return isLong(rest === '' ? (around.below(line)?.text ?? '') : rest);
}
