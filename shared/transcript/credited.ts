/** Where a text says in a heading, or in front of the words, whose they are. */
import { type Credit, creditIn } from './credits.ts';
import { isBullet } from './headings.ts';
import type { Line, Separator } from './lines.ts';
import { openingsAt } from './openings.ts';
import { endsSentence, HONORIFIC, japaneseName, latinName } from './words.ts';

/** Where somebody's words begin, and whose they are. */
export interface Credited {
  readonly label: string;
  /** The company's own, of whom nobody is named. */
  readonly isOwn: boolean;
  readonly rest: string;
}

/**
 * The first lines of words with such a heading. An answer of the company is one only behind what somebody has said.
 * @param spoken whether somebody has spoken before the first line
 */
export function creditedIn(lines: readonly Line[], spoken = false): Map<Line, Credited> {
  const found = new Map<Line, Credited>();
  for (const [index, line] of lines.entries()) {
    const credit = creditIn(line.text) ?? namedHeading(line);
    const one = credit ? headedAt(lines, index, credit) : line.level > 0 ? null : inFrontOf(line);
    if (one && (!one.isOwn || spoken || found.size > 0)) found.set(one.first, one);
  }
  return found;
}

/** `## 早瀬 みちる氏（流域の会）`: what the file itself calls a heading, and is a name with a courtesy. */
function namedHeading({ level, text }: Line): Credit | null {
  if (level === 0) return null;
  const name = text.replace(/\s*[(（][^()（）]*[)）]$/u, '');
  const isName = HONORIFIC.test(name)
    ? japaneseName(name) !== null
    : CLEAR_HONOUR.test(name) && latinName(name);
  return isName ? { label: text, isGroup: false, isOwn: false } : null;
}

const CLEAR_HONOUR = /^(?:mr|mrs|ms|mx|dr|prof)\.? /iu;

interface At extends Credited {
  readonly first: Line;
}

function headedAt(lines: readonly Line[], index: number, { label, isGroup, isOwn }: Credit): At | null {
  const line = lines[index];
  const below = lines[index + 1];
  if (!line || !below || isGroup || !saysSomething(below, lines[index + 2])) return null;
  // What the file itself calls a heading stays one.
  if (line.level > 0) return { first: below, label, isOwn, rest: below.text };
  return { first: line, label, isOwn, rest: '' };
}

const SETS_OFF: ReadonlySet<Separator> = new Set(['colon', 'bracket', 'bold']);

/** `早瀬氏のコメント：…`, `【当社の考え】…` */
function inFrontOf(line: Line): At | null {
  for (const { separator, label, rest } of openingsAt(line)) {
    const credit = SETS_OFF.has(separator) && rest !== '' ? creditIn(label) : null;
    if (credit) return { first: line, label: credit.label, isOwn: credit.isOwn, rest };
  }
  return null;
}

/** Words stand below, and no further heading. */
function saysSomething(line: Line, next: Line | undefined): boolean {
  if (line.level > 0 || creditIn(line.text)) return false;
  return (
    endsSentence(line.text) ||
    isBullet(line.text) ||
    line.text.length > LONG ||
    (next !== undefined && !next.gap)
  );
}

/** A line that is no heading. UTF-16 units. */
const LONG = 30;
