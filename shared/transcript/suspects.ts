/**
 * What in a text looks like the start of another's turn, told from how its turns begin elsewhere: by which mark, whether
 * behind a blank line, on a line of their own, and by whose names, a slip of the hand away.
 */
import { countBy } from './judge.ts';
import { labelKey } from './labels.ts';
import { likelyName } from './likely-name.ts';
import type { Line, Opening, Separator } from './lines.ts';
import { leadLength, leadShape, openingsAt, timeBefore } from './openings.ts';
import type { TurnStart } from './page.ts';
import { hasJapanese } from './scripts.ts';
import { endsSentence } from './words.ts';

/** The share of turns that makes a way of beginning usual. */
const USUAL = 0.8;
/** The share of paragraphs with a label where others are out of the ordinary. */
const LABELLED = 0.6;
/** Of fewer turns nothing is usual. */
const FEWEST = 4;

/** How the turns of a text begin. */
export interface Manner {
  /** Set off by this nearly everywhere; null where turns begin in several ways. */
  readonly separator: Separator | null;
  /** Names stand alone above the words. */
  readonly alone: boolean;
  /** Turns begin behind a blank line. */
  readonly paragraphs: boolean;
  /** Hardly a paragraph behind a blank line is without a label. */
  readonly labelled: boolean;
  /** Labels that begin a paragraph somewhere, by `labelKey`. */
  readonly starting: ReadonlySet<string>;
  /** What stands before most names, as `leadShape` has it. */
  readonly lead: string;
}

/** How most turns begin, also those that a reader may have missed. */
export function mannerOf(lines: readonly Line[], starts: ReadonlyMap<Line, TurnStart>): Manner {
  const most = starts.size * USUAL;
  const isMost = (count: number) => starts.size >= FEWEST && count >= most;
  const separators = new Map<Separator, number>();
  let alone = 0;
  let paragraphs = 0;
  const starting = new Set<string>();
  for (const [line, { speaker, rest }] of starts) {
    for (const one of separatorsAt(line, rest)) separators.set(one, (separators.get(one) ?? 0) + 1);
    if (rest === '') alone++;
    if (!line.start) continue;
    paragraphs++;
    starting.add(labelKey(speaker ?? ''));
  }
  const first = Math.min(...[...starts.keys()].slice(0, 1).map(({ number }) => number));
  const gaps = lines.filter(({ gap, level, number }) => gap && level === 0 && number >= first).length;
  const [usual] = [...separators].sort((a, b) => b[1] - a[1]);
  const leads = countBy(starts.keys(), ({ text }) => leadShape(text));
  const [lead] = [...leads].sort((a, b) => b[1] - a[1]);
  return {
    separator: usual && isMost(usual[1]) ? usual[0] : null,
    alone: isMost(alone) || recurringAlone(lines, starts) >= Math.max(2, starts.size / 2),
    paragraphs: isMost(paragraphs),
    labelled: starts.size >= FEWEST && gaps * LABELLED <= starts.size,
    starting,
    lead: lead && isMost(lead[1]) ? lead[0] : '',
  };
}

/** How many lines without a turn of their own stand in a text again and again, as names above words do. */
function recurringAlone(lines: readonly Line[], starts: ReadonlyMap<Line, TurnStart>): number {
  const short = lines.filter(
    (line) => line.level === 0 && isShort(line.text) && !starts.has(line) && !endsSentence(line.text),
  );
  const counts = countBy(short, ({ text }) => text);
  return short.filter(({ text }) => (counts.get(text) ?? 0) > 1 && likelyName(text) > NO_NAME).length;
}

function separatorsAt(line: Line, rest: string): Set<Separator> {
  return new Set(
    openingsAt(line)
      .filter((one) => one.rest === rest)
      .map(({ separator }) => separator),
  );
}

/** Whether a turn begins by another mark than nearly all others. */
export function isOtherMark(line: Line, { rest }: TurnStart, { separator }: Manner): boolean {
  return separator !== null && !line.turn && !separatorsAt(line, rest).has(separator);
}

/** Whether a turn begins inside a paragraph, by a label that begins none, where the others begin one. */
export function isInside(line: Line, { speaker }: TurnStart, { paragraphs, starting }: Manner): boolean {
  return paragraphs && !line.start && !line.turn && speaker !== null && !starting.has(labelKey(speaker));
}

/**
 * The opening of a line that is set off as those of nearly all turns are, where prose can have that mark too: a likely
 * name, or one that is set off so again and again.
 */
export function setOffAt(
  line: Line,
  { separator, paragraphs }: Manner,
  again: ReadonlySet<string>,
): Opening | null {
  if (separator === null || separator === 'alone' || separator === 'stop') return null;
  if (!line.start && paragraphs) return null;
  for (const opening of openingsAt(line)) {
    if (opening.separator !== separator || opening.rest === '') continue;
    const likely = likelyName(opening.label);
    if (
      likely >= (separator === 'quote' ? LIKELY_QUOTED : LIKELY) ||
      (likely > FIELD && again.has(labelKey(opening.label)))
    )
      return opening;
  }
  return null;
}

/** How likely a name must be to be one by a mark that prose has too. */
const LIKELY = 0.45;
const LIKELY_QUOTED = 0.15;
/** Fields that come again and again, as every list of a text has them, are hardly likelier names. */
const FIELD = 0.04;

/** Labels that stand several times in lines that begin no turn, set off as those of nearly all turns are. */
export function againIn(lines: readonly Line[], { separator }: Manner): Set<string> {
  const labels = lines.flatMap((line) =>
    openingsAt(line).flatMap((one) =>
      one.separator === separator && one.rest !== '' ? [labelKey(one.label)] : [],
    ),
  );
  return new Set(
    [...countBy(labels, (label) => label)].flatMap(([label, count]) => (count > 1 ? [label] : [])),
  );
}

/** A name alone is hardly longer than this. UTF-16 units. */
const LONGEST_ALONE = 45;
const LONGEST_ALONE_JA = 22;
/** What is certainly nobody: fields, parts of sentences, numbers of pages. */
const NO_NAME = 0.02;

function isShort(text: string): boolean {
  return text.length <= (hasJapanese(text) ? LONGEST_ALONE_JA : LONGEST_ALONE);
}

/** The label of a line that stands between sentences as the names alone do, which begin the turns of this text. */
export function aloneAt(lines: readonly Line[], index: number, manner: Manner): string | null {
  const line = lines[index];
  if (!manner.alone || !line || line.level > 0) return null;
  const { text } = line;
  if (!isShort(text) || /^[①-⑳]/u.test(text) || leadShape(text) !== manner.lead) return null;
  const before = lines[index - 1];
  // A long line above that ends no sentence goes on in this one.
  if (!line.gap && before && !isShort(before.text) && !endsSentence(before.text)) return null;
  let next = lines[index + 1];
  const isTimed = next !== undefined && isTime(next.text);
  if (isTimed) next = lines[index + 2];
  if (!next || (next.gap && line.gap && !isTimed) || next.level > 0 || !endsSentence(next.text)) return null;
  const opening = openingsAt(line).find(({ separator }) => separator === 'alone');
  if (!opening || (endsSentence(text) && !/^\S+(?: \S+)?[:：]$/u.test(text))) return null;
  return likelyName(opening.label) > NO_NAME ? opening.label : null;
}

/** A line that is a time and nothing else. */
function isTime(text: string): boolean {
  return text.length < 20 && timeBefore(`${text} `)?.length === text.length + 1;
}

/** Names with fewer letters are a letter away from too many words; of two that changed places fewer are enough. */
const LETTER_AWAY = 7;
const SWAPPED = 3;

/**
 * How much of a text is a name with a slip of the hand in it: a letter more, less or other, or two that changed places, a
 * blank among them. Null where there is none.
 */
function slippedLength(text: string, name: string): number | null {
  let at = 0;
  while (at < name.length && text[at] === name[at]) at++;
  if (at === 0 || at === name.length) return null;
  const swapped = text[at] === name[at + 1] && text[at + 1] === name[at];
  if (swapped && name.length >= SWAPPED && text.startsWith(name.slice(at + 2), at + 2)) return name.length;
  if (name.length < LETTER_AWAY || /\d/.test(name)) return null;
  // `Expert A` and `Expert B` are two.
  if (/[ .]\p{L}$/u.test(name)) return null;
  if (text.startsWith(name.slice(at + 1), at + 1)) return name.length;
  if (text.startsWith(name.slice(at + 1), at)) return name.length - 1;
  return text.startsWith(name.slice(at), at + 1) ? name.length + 1 : null;
}

/** Names of speakers as they may stand at a line's start, in small letters, and whose they are; the longest first. */
export type Spellings = readonly (readonly [name: string, label: string])[];

/** @param names by `labelKey` */
export function spellings(names: Iterable<readonly [name: string, label: string]>): Spellings {
  return [...new Map(names)]
    .filter(([printed]) => printed.length >= SWAPPED)
    .sort((a, b) => b[0].length - a[0].length);
}

/** Whether a whole label is another's with a slip in it. */
export function isSlipOf(label: string, names: Spellings): boolean {
  const small = label.toLowerCase();
  return names.some(([name, owner]) => owner !== label && slippedLength(small, name) === small.length);
}

/** A speaker's name with a slip in it at a line's start: `Nkemelu-Prcie Women …`, `D’AmcioSo …`, `(Participan t1) …`. */
export function misspeltAt(text: string, names: Spellings): { label: string; rest: string } | null {
  const lead = leadLength(text);
  const body = text.slice(lead + (/^[[(<（［【＜《〔]/u.test(text.slice(lead)) ? 1 : 0));
  const head = body.slice(0, 60).toLowerCase();
  for (const [name, label] of names) {
    if (head[0] !== name[0]) continue;
    const length = slippedLength(head, name);
    if (length === null) continue;
    const rest = body.slice(length).trimStart();
    if (rest === '' || /^[\p{Lu}\p{N}“"'‘「(:;,.\])>|）】：，、–—-]/u.test(rest)) return { label, rest };
  }
  return null;
}
