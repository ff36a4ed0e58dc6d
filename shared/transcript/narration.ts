/**
 * Paragraphs between turns in which the page tells what somebody said or did. Without a label they would be words of the
 * one who spoke before. One inside a turn may be told by who speaks, and stays theirs.
 */
import { type Callings, callingsOf, type Told } from './callings.ts';
import { isDirection, isRemark } from './headings.ts';
import type { Line } from './lines.ts';
import type { Aside, TurnStart } from './page.ts';
import { Prose } from './prose.ts';
import { toldIn } from './told.ts';
import { endsSentence } from './words.ts';

/** The lines of such paragraphs. */
export type Narration = ReadonlyMap<Line, Narrated>;

export interface Narrated {
  /** `sure`: nobody is asked. `likely`: read as the page's words, and listed. `possible`: left in the turn, and listed. */
  readonly how: 'sure' | 'likely' | 'possible';
  /** Whom it tells of, as printed. */
  readonly name: string;
}

/** A paragraph of more lines is not looked at. */
const MOST_LINES = 12;
/** So many lines of the page may stand between a paragraph and the next turn. */
const MOST_BETWEEN = 6;

/**
 * @param people labels and names of all whom the text names
 * @param asides captions: lines outside the flow of the text
 */
export function narrationIn(
  lines: readonly Line[],
  starts: ReadonlyMap<Line, TurnStart>,
  people: Iterable<string>,
  asides: readonly Aside[],
): Narration {
  const found = new Map<Line, Narrated>();
  const callings = callingsOf(people);
  const captioned = new Set(asides.map(({ from }) => lines[from]));
  const begins = paragraphsOf(starts);
  const paragraphs = toldParagraphs(lines, starts, begins, callings);
  if (paragraphs.length === 0) return found;
  const labelled = hasLabels(lines, starts, begins, paragraphs);
  const isPolite = speaksPolitely(lines);
  const ends = (line: Line | undefined) => !line || line.level > 0 || starts.has(line) || captioned.has(line);
  // From the last to the first: what stands before a paragraph of the page stands before a turn.
  for (const { from, to, told } of paragraphs.toReversed()) {
    let next = to;
    while (next < to + MOST_BETWEEN && !ends(lines[next]) && isOfPage(lines, next, begins)) next++;
    const below = lines[next];
    if (!ends(below) && !(below && found.has(below))) continue;
    const how = howSure(told, labelled, isPolite);
    for (let at = from; at < to; at++) found.set(lines[at] as Line, { how, name: told.name });
  }
  return found;
}

/** Which lines begin paragraphs: those behind a blank line; any, where turns follow each other without one. */
type Begins = (line: Line | undefined) => boolean;

function paragraphsOf(starts: ReadonlyMap<Line, TurnStart>): Begins {
  const apart = [...starts.keys()].filter(({ gap }) => gap).length;
  const anywhere = apart < starts.size * APART;
  return (line) => anywhere || (line?.gap ?? true);
}

/** The share of turns behind a blank line that parts them all. */
const APART = 0.5;

interface Paragraph {
  /** Indices of lines, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly told: Told;
}

/** Paragraphs that tell of somebody, below a turn that has words and no open quotation. */
function toldParagraphs(
  lines: readonly Line[],
  starts: ReadonlyMap<Line, TurnStart>,
  begins: Begins,
  callings: Callings,
): Paragraph[] {
  const found: Paragraph[] = [];
  let turn: { hasWords: boolean; open: number } | null = null;
  for (const [from, line] of lines.entries()) {
    const start = starts.get(line);
    const words = start ? start.rest : line.text;
    if (start) turn = { hasWords: false, open: 0 };
    if (!turn) continue;
    if (!start && begins(line) && line.level === 0 && turn.hasWords && turn.open <= 0) {
      const to = endOf(lines, from, starts, begins);
      const told = to === null ? null : toldIn(textOf(lines, from, to), callings);
      if (to !== null && told) found.push({ from, to, told });
    }
    turn.hasWords ||= endsSentence(words.replace(/ ?[|｜]$/u, ''));
    turn.open += opened(words);
  }
  return found;
}

function howSure(told: Told, labelled: boolean, isPolite: boolean): Narrated['how'] {
  // Of somebody whom nothing else in the text presents, a speaker may tell as well.
  if (!told.isKnown) return labelled ? 'likely' : 'possible';
  return (labelled && told.register !== 'polite') || (isPolite && told.register === 'plain')
    ? 'sure'
    : 'likely';
}

/** Whether hardly a paragraph with a sentence has no label, but those that tell of somebody. */
function hasLabels(
  lines: readonly Line[],
  starts: ReadonlyMap<Line, TurnStart>,
  begins: Begins,
  told: readonly Paragraph[],
): boolean {
  const tell = new Set(told.map(({ from }) => from));
  let begun = false;
  let others = 0;
  for (const [at, line] of lines.entries()) {
    const isTurn = starts.has(line);
    begun ||= isTurn;
    if (begun && begins(line) && !isTurn && !tell.has(at) && endsSentence(line.text) && !isRemark(line.text))
      others++;
  }
  return others <= starts.size * UNLABELLED;
}

/** So few paragraphs without a label, to a turn, are out of the ordinary. */
const UNLABELLED = 0.1;

/** Where the lines up to the next paragraph end; null where a turn begins among them. */
function endOf(
  lines: readonly Line[],
  from: number,
  starts: ReadonlyMap<Line, TurnStart>,
  begins: Begins,
): number | null {
  let to = from + 1;
  while (to < lines.length && !begins(lines[to])) {
    if (starts.has(lines[to] as Line) || to - from > MOST_LINES) return null;
    to++;
  }
  return to;
}

function textOf(lines: readonly Line[], from: number, to: number): string {
  const text = new Prose();
  for (let at = from; at < to; at++) text.goOn(lines[at]?.text ?? '');
  return text.toString();
}

/** Quotations that a line opens, less those that it closes. */
function opened(text: string): number {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0;
  return count(/[“「『]/gu) - count(/[”」』]/gu);
}

/** A line alone that is nobody's sentence: a heading, a page's number, a remark, what happened. */
function isOfPage(lines: readonly Line[], at: number, begins: Begins): boolean {
  const line = lines[at];
  if (!line || !begins(line) || !begins(lines[at + 1])) return false;
  return isDirection(line.text) || isRemark(line.text) || !endsSentence(line.text);
}

/** Whether people of a Japanese text speak as one speaks, so that a plain past is somebody who writes. */
function speaksPolitely(lines: readonly Line[]): boolean {
  let polite = 0;
  let plain = 0;
  for (const { text } of lines.slice(0, MOST_HEARD)) {
    polite += text.match(/(?:です|ます|せん|した|しょう|ください)[かねよ]{0,2}(?=[。」』]|$)/gu)?.length ?? 0;
    plain += text.match(/(?:[^しま]た|だ|[いあ]る|する|ない)(?=[。」』])/gu)?.length ?? 0;
  }
  return polite > 2 * plain;
}

/** Hearing so many lines is enough. */
const MOST_HEARD = 2_000;
