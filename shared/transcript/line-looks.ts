/** What a line inside somebody's words looks like: the start of another turn, a field, a heading, somebody presented. */
import { likelyName } from './likely-name.ts';
import type { Line, Opening, Separator } from './lines.ts';
import { openingsAt } from './openings.ts';
import type { TurnStart } from './page.ts';
import { hasJapanese } from './scripts.ts';
import type { Manner } from './suspects.ts';
import { endsSentence, HONORIFIC } from './words.ts';

/** Marks that set a name off and that prose has seldom: before a likely name they look like the start of a turn. */
export const TELLING: ReadonlySet<Separator> = new Set([
  'colon',
  'bracket',
  'bold',
  'tab',
  'bar',
  'arrow',
  'wide',
]);
/** How likely a label must be to look like the start of a turn: more, where it stands once. */
export const LIKE_ONCE = 0.6;
export const LIKE_AGAIN = 0.35;
/** A label that is a whole name, a role or a name with a courtesy presents somebody by itself. */
export const PRESENTS = 0.85;

/** Set off by a mark that prose has seldom, or by a courtesy. */
export function isTelling({ separator, label }: Opening): boolean {
  return TELLING.has(separator) || (separator === 'blank' && HONORIFIC.test(label));
}

/** How most turns of a text begin; null where they do not begin alike, or as prose does too. */
export function usualShape(starts: ReadonlyMap<Line, TurnStart>): string | null {
  const shapes = new Map<string, number>();
  for (const [line, { rest }] of starts) {
    const opening = openingsAt(line).find((one) => one.rest === rest);
    if (!opening) continue;
    const shape = TELLING.has(opening.separator) ? opening.shape : '';
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  const [most] = [...shapes].sort((a, b) => b[1] - a[1]);
  return most && most[0] !== '' && most[1] >= starts.size * 0.6 ? most[0] : null;
}

/** `Note: …` is written like `Ana: …` and nobody's. */
export function isField({ separator, label }: Opening, least: number): boolean {
  return separator === 'colon' && likelyName(label) < least && !/^\p{Lu}{2,4}$/u.test(label);
}

/** How minutes say that they end. */
export const CLOSING = /^以上[。.]?$/u;

/** A paragraph of a few words. */
export function isBrief(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index] ?? { text: '' };
  return text.length <= (hasJapanese(text) ? 45 : 90) && standsAlone(lines, index);
}

/** A paragraph of one line. */
export function standsAlone(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1];
  return lines[index]?.gap === true && (next === undefined || next.gap);
}

/** A paragraph of two to four short lines, none of them a sentence or an item: somebody presented. */
export function isCard(lines: readonly Line[], index: number): boolean {
  if (!lines[index]?.gap) return false;
  let at = index;
  do {
    const text = lines[at]?.text ?? '';
    if (
      text.length > (hasJapanese(text) ? 25 : 50) ||
      endsSentence(text) ||
      /^[•・●○■◆*①-⑳\d(（-]/u.test(text)
    )
      return false;
    at++;
  } while (at < lines.length && !lines[at]?.gap);
  return at - index >= 2 && at - index <= 4;
}

/** Paragraphs behind a dash, as interviewers' questions are printed; empty where it stands once only. */
export function dashedLines(lines: readonly Line[], { paragraphs }: Manner): Set<Line> {
  const dashed = lines.filter(
    ({ start, text }, at) =>
      (start || !paragraphs || lines[at + 1]?.gap === true) &&
      /^[―─—–]{1,3}[^―─—–\s]|^[―─—]{1,3}\s/u.test(text),
  );
  return new Set(dashed.length > 1 ? dashed : []);
}

/** A likely name on a line of its own above words. */
export function namesAlone(ways: readonly Opening[], line: Line, next: Line | undefined): boolean {
  if (!next || next.gap || line.text.length > 60) return false;
  const alone = ways.find(({ separator }) => separator === 'alone');
  const below = alone !== undefined && (alone.start !== null || endsSentence(next.text));
  return below && likelyName(alone.label) >= ALONE;
}

/** How likely a name must be to look like the speaker of the words below. */
const ALONE = 0.85;

/** Round brackets hold what happened, or an aside. */
export function isRound({ shape }: Pick<Opening, 'shape'>): boolean {
  return /bracket\(/.test(shape);
}

/** Labels less likely than this are fields and openings of sentences. */
export const FIELD = 0.01;
/** In lines that begin no paragraph, items of lists look like labels too. */
export const FIELD_INSIDE = 0.15;
