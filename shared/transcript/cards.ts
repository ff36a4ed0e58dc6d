/** People presented in a paragraph of a few short lines, with post and organisation, and the paragraphs around them. */

import { isBiography } from './biography.ts';
import { type Caption, captionAt, labelsOf } from './captions.ts';
import { isBullet } from './headings.ts';
import { listedLines } from './layout.ts';
import { likelyName } from './likely-name.ts';
import type { Line } from './lines.ts';
import { tellsOccasion } from './occasion.ts';
import { ORGANISATION, TITLE } from './organisations.ts';
import { endsInRole } from './roles.ts';
import { personsIn } from './roster.ts';
import { hasJapanese } from './scripts.ts';
import { endsSentence, HONORIFIC, japaneseName, latinName } from './words.ts';

/**
 * A paragraph, `[from, to)`. `card`: presents somebody; `words`: sentences that somebody may have said; `page`: the page's
 * own, or of somebody's life; `other`: a heading, a list, anything else.
 */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  readonly kind: 'card' | 'words' | 'page' | 'other';
  /** Of a card. */
  readonly caption: Caption | null;
}

/** A card is hardly longer. Lines. */
const MOST_LINES = 4;
/** How likely a name must be that stands in a card. */
const NAME = 0.8;
/** Fewer letters are a heading, or an aside. */
const SHORTEST = 25;
const SHORTEST_JA = 10;

/** The paragraphs of a text, each with what it is; none where nobody is presented. */
export function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  const before = paragraphsIn.get(lines);
  if (before) return before;
  const found = findParagraphs(lines);
  paragraphsIn.set(lines, found);
  return found;
}

/** Two readers ask for the same text. */
const paragraphsIn = new WeakMap<readonly Line[], readonly Paragraph[]>();

function findParagraphs(lines: readonly Line[]): readonly Paragraph[] {
  const listed = listedLines(lines);
  const cards: Paragraph[] = [];
  let presented = false;
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && !lines[to]?.gap && lines[to]?.level === 0) to++;
    const caption = cardAt(lines, from, to, listed);
    presented ||= caption !== null;
    cards.push({ from, to, kind: caption ? 'card' : 'other', caption });
    from = to;
  }
  if (!presented) return [];
  const found = cards.map((one) => (one.caption ? one : { ...one, kind: kindOf(lines, one, listed) }));
  return found.flatMap((one, at) => withPost(lines, one, found[at - 1], found[at + 1]));
}

function cardAt(lines: readonly Line[], from: number, to: number, listed: ReadonlySet<Line>): Caption | null {
  if (to - from > MOST_LINES) return null;
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (!line || line.level > 0 || listed.has(line) || !isShort(line)) return null;
  }
  return cardOf(lines, from, to);
}

function kindOf(
  lines: readonly Line[],
  { from, to }: Pick<Paragraph, 'from' | 'to'>,
  listed: ReadonlySet<Line>,
): Paragraph['kind'] {
  const own = lines.slice(from, to);
  if (own.some((line) => line.level > 0 || listed.has(line))) return 'other';
  const text = own.map((line) => line.text).join('\n');
  const least = hasJapanese(text) ? SHORTEST_JA : SHORTEST;
  const isWords =
    text.length >= least &&
    (endsSentence(text) || own.every((line) => isBullet(line.text) && line.text.length > least));
  if (!isWords) return 'other';
  return isOfPage(text) ? 'page' : 'words';
}

function isShort({ text }: Line): boolean {
  return text.length <= (hasJapanese(text) ? 40 : 72) && !isBullet(text) && !/[。!?！？]$/u.test(text);
}

/** Whoever a paragraph of short lines presents: one whole name, at its top or at its bottom, and perhaps a post. */
function cardOf(lines: readonly Line[], from: number, to: number): Caption | null {
  const places = Array.from({ length: to - from }, (_, at) => from + at);
  const textAt = (at: number) => lines[at]?.text ?? '';
  const polite = places.filter((at) => isPolite(textAt(at)));
  const named = polite.length > 0 ? polite : places.filter((at) => isWholeName(textAt(at)));
  const [at] = named;
  if (named.length === 1 && at !== undefined && (at === from || at === to - 1))
    return captionAt(lines, from, at, to);
  if (named.length > 0 || to - from > 1) return null;
  const people = personsIn(lines[from]?.text ?? '', 'external');
  const [one] = people;
  if (!one || people.length > 1 || likelyName(one.name) < NAME) return null;
  const { name, title, organisation } = one;
  return { from, to, name, title, organisation, labels: labelsOf(name) };
}

/** `早瀬 みちる 氏`, `早瀬氏（はやせ）`: no company writes so of its own. */
export function isPolite(text: string): boolean {
  return HONORIFIC.test(text.replace(/\s*[(（][^()（）]*[)）]$/u, '')) && japaneseName(text) !== null;
}

function isWholeName(text: string): boolean {
  if (TITLE.test(text) || ORGANISATION.test(text) || endsInRole(text)) return false;
  const name = japaneseName(text);
  return (name ? name.given !== '' : latinName(text) !== null) && likelyName(text) >= NAME;
}

/** The page speaks of the dialogue, or of somebody's life. */
function isOfPage(text: string): boolean {
  return (
    isBiography(text) ||
    tellsOccasion(text) ||
    /(?:ご意見|ご助言|ご提言|ご指摘|お言葉).{0,40}(?:いただ|頂|受け|賜)|いただいたご|お招き/u.test(text) ||
    /\b(?:opinions?|comments?|views?|advice|remarks) (?:that )?(?:we )?(?:have |were )?received\b|\bwe (?:would like to )?thank\b/iu.test(
      text,
    )
  );
}

/** A name without a post is a card where the post stands in the paragraph below it; else it may be a heading. */
function withPost(
  lines: readonly Line[],
  one: Paragraph,
  before: Paragraph | undefined,
  next: Paragraph | undefined,
): Paragraph[] {
  if (one.kind === 'other' && before && lacksPost(lines, before) && isPost(lines, one)) return [];
  if (!lacksPost(lines, one)) return [one];
  if (!next || !isPost(lines, next)) return [{ ...one, kind: 'other', caption: null }];
  return [
    { from: one.from, to: next.to, kind: 'card', caption: captionAt(lines, one.from, one.from, next.to) },
  ];
}

function lacksPost(lines: readonly Line[], { kind, caption, from, to }: Paragraph): boolean {
  if (kind !== 'card' || !caption || to - from > 1) return false;
  const text = lines[from]?.text ?? '';
  return caption.title === '' && caption.organisation === '' && !isPolite(text);
}

function isPost(lines: readonly Line[], { kind, from, to }: Paragraph): boolean {
  return (
    kind === 'other' &&
    to - from <= 2 &&
    lines.slice(from, to).every((line) => line.level === 0 && isShort(line))
  );
}
