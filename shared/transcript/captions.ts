import { groupOf, isListOfAnybody, LEGAL_FORM } from './groups.ts';
import type { Line } from './lines.ts';
import { DIVISION, ORGANISATION, TITLE } from './organisations.ts';
import type { Aside } from './page.ts';
import { endsJapanese, hasJapanese } from './scripts.ts';
import { ALIAS_BEHIND, bareJapaneseName, endsSentence, japaneseName, latinName } from './words.ts';

/** A participant as a caption block presents them: name, title lines, organisation, in the page's own order. */
export interface Caption extends Aside {
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  /** How the text may label this person's turns, the likeliest first. */
  readonly labels: readonly string[];
}

/**
 * Finds caption blocks: short lines on their own with somebody's name at the top or at the bottom, and either a job
 * beside it or turns that its surname begins.
 * @param speaks whether the text has turns labelled so
 * @param isTurn whether a line begins a turn (such a line is never part of a caption)
 */
export function findCaptions(
  lines: readonly Line[],
  speaks: (label: string) => boolean,
  isTurn: (line: Line) => boolean,
): Caption[] {
  const captions: Caption[] = [];
  const printed = new Map<string, number>();
  for (const { text } of lines) if (text.length <= 60) printed.set(text, (printed.get(text) ?? 0) + 1);
  let from = 0;
  while (from < lines.length) {
    const first = lines[from] as Line;
    if (!isCaptionLine(first) || isTurn(first)) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < lines.length) {
      const line = lines[to] as Line;
      if (line.gap || !isCaptionLine(line) || isTurn(line)) break;
      to++;
    }
    for (const one of captionsOfRun(lines, from, to, speaks, printed)) captions.push(one);
    from = to;
  }
  return withDetachedTitles(lines, captions, isTurn);
}

/** The captions in a run of short lines without a gap. */
function captionsOfRun(
  lines: readonly Line[],
  from: number,
  to: number,
  speaks: (label: string) => boolean,
  printed: ReadonlyMap<string, number>,
): Caption[] {
  const candidates: number[] = [];
  for (let index = from; index < to; index++) {
    const { text } = lines[index] as Line;
    const labels = labelsOf(text);
    if (labels.length === 0 || isAboveNames(lines, index, to)) continue;
    if (labels.some(speaks) || hasPostBeside(lines, index, from, to)) candidates.push(index);
  }
  const names = withoutOrganisations(lines, candidates, printed);
  const [firstName] = names;
  const lastName = names.at(-1);
  if (firstName === undefined || lastName === undefined) return [];
  const captions: Caption[] = [];
  if (lastName === to - 1 && firstName > from) {
    // The name stands below: each caption begins where the one above ended.
    let start = from;
    for (const name of names) {
      if (name - start > MOST_LINES) start = name;
      for (let at = start; at < name; at++) if (isListHead((lines[at] as Line).text)) start = at + 1;
      captions.push(caption(lines, start, name, name + 1, 'below'));
      start = name + 1;
    }
    return captions;
  }
  for (const [order, name] of names.entries()) {
    const end = captionEnd(lines, name, names[order + 1] ?? to, to);
    // What is no caption any more: more lines than a person has titles.
    if (end - name > MOST_LINES + 1) continue;
    const listed = isListHead((lines[name - 1] as Line | undefined)?.text ?? '');
    if (name > from && order === 0 && !(lines[name] as Line).start && !listed) continue;
    captions.push(caption(lines, name, name, end, 'above'));
  }
  return captions;
}

/** `Harbour Foods` above `Petra Lind, Head of Sustainability` is no person: whose people follow. */
function isAboveNames(lines: readonly Line[], index: number, to: number): boolean {
  const below = index + 1 < to ? (lines[index + 1]?.text ?? '') : '';
  const [name = '', ...post] = withoutBullet(below).split(/, |\u3000+/u);
  if (post.length === 0) return false;
  const first = labelsOf(name).length > 0 && TITLE.test(post.join(' '));
  return first || (TITLE.test(name) && labelsOf(post.at(-1) ?? '').length > 0);
}

/** A caption ends where the list goes on with another group, or with the company above its people. */
function captionEnd(lines: readonly Line[], name: number, next: number, to: number): number {
  let end = name + 1;
  while (end < next && !isListHead((lines[end] as Line).text)) end++;
  const first = lines[name + 1]?.text ?? '';
  const whole = end - name > 2 && TITLE.test(first) && ORGANISATION.test(first);
  return whole && end < to && end === next && LEGAL_FORM.test(lines[end - 1]?.text ?? '') ? end - 1 : end;
}

function isListHead(text: string): boolean {
  return text !== '' && text.length <= 60 && (isListOfAnybody(text) || groupOf(text) !== null);
}

const MOST_LINES = 6;

/** Whether a job or an organisation stands in the same run, or right below a name that stands alone. */
function hasPostBeside(lines: readonly Line[], index: number, from: number, to: number): boolean {
  for (let other = Math.max(from, index - MOST_LINES); other < Math.min(to, index + MOST_LINES); other++) {
    const { text } = lines[other] as Line;
    const isPost = TITLE.test(text) || ORGANISATION.test(text);
    if (other !== index && isPost && !isListHead(text)) return true;
  }
  const below = lines[to];
  return to - from === 1 && below !== undefined && isCaptionLine(below) && TITLE.test(below.text);
}

/** `Regional Organiser`, `Tallgrass Batteries` under a name are shaped like names too: a job, and what stands under several names, is no person. */
function withoutOrganisations(
  lines: readonly Line[],
  names: readonly number[],
  printed: ReadonlyMap<string, number>,
): readonly number[] {
  if (names.length < 2) return names;
  const textAt = (index: number) => (lines[index] as Line).text;
  const plain = names.filter((index) => !TITLE.test(textAt(index)) && !ORGANISATION.test(textAt(index)));
  const people = plain.length > 0 ? plain : names;
  const single = people.filter((index) => printed.get(textAt(index)) === 1);
  return single.length > 0 ? single : people;
}

/** A caption whose title lines stand apart from the name, with a blank line between. */
function withDetachedTitles(
  lines: readonly Line[],
  captions: readonly Caption[],
  isTurn: (line: Line) => boolean,
): Caption[] {
  const begins = new Set(captions.map(({ from }) => from));
  return captions.map((one) => {
    if (one.to - one.from !== 1 || begins.has(one.to)) return one;
    let to = one.to;
    while (to < lines.length && to - one.to < MOST_LINES) {
      const line = lines[to] as Line;
      if ((line.gap && to > one.to) || !isCaptionLine(line) || isTurn(line) || begins.has(to)) break;
      to++;
    }
    const after = lines.slice(one.to, to);
    const next = lines[to];
    const whole = next === undefined || next.gap || begins.has(to) || isTurn(next);
    if (!whole || !after.some(({ text }) => TITLE.test(text))) return one;
    return caption(lines, one.from, one.from, to, 'above');
  });
}

function isCaptionLine(line: Line): boolean {
  const { text, level } = line;
  if (level > 0 || text.length > 72) return false;
  if (/[：]|:\s|:$/.test(text) || text.includes('://')) return false;
  if (/^[*※<(（①-⑳⑴-⒇❶-❿]|^[\d０-９]{1,2}[.)．、）]/u.test(text)) return false;
  // `T = Tanaka`, `T\tTanaka`, `Tanaka\tT`: a list of abbreviations.
  if (/^[^=＝]{1,40}[=＝](?![ァ-ヺ])/u.test(text) || /^[\p{Lu}]{1,3}\t|\t[\p{Lu}]{1,3}$/u.test(text))
    return false;
  if (hasJapanese(text)) return text.length <= 40 && !/[。！？!?]$/u.test(text);
  return !endsSentence(text) || /\b(Inc|Ltd|Co|Corp|K\.K|Jr|Sr|Ph\.D|Dept|S\.A|e\.V)\.$|\)$/.test(text);
}

function withoutBullet(text: string): string {
  return text.replace(/^[•・●▪‣-]\s*/u, '');
}

/** A name from elsewhere in katakana, its parts apart by points: `アニタ・M・ラマン`. */
const DOTTED_NAME = /^[ァ-ヺー]{1,12}(?:[・＝=](?:[A-ZＡ-Ｚ]\.?|[ァ-ヺー]{1,12})){1,4}$/u;

/** What may stand before this person's words: surname first. Empty for what is no name. */
export function labelsOf(line: string): string[] {
  const text = withoutBullet(line);
  const words = latinName(text);
  if (words) {
    const first = words[0] ?? '';
    const last = words.at(-1) ?? '';
    // TANAKA Ryusuke: the capitals mark the surname.
    const capitals = words.filter((word) => word.length > 1 && word === word.toUpperCase());
    const surnames = capitals.length > 0 && capitals.length < words.length ? capitals : [];
    // Pieter van der Berg: the surname begins with its particles.
    const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
    const long = particle > 0 ? [words.slice(particle).join(' ')] : [];
    const pairs = words.length > 2 ? [words.slice(-2).join(' ')] : [];
    const initial = `${first.slice(0, 1)}. ${last}`;
    return [...new Set([...surnames, ...long, last, ...pairs, words.join(' '), initial, first])];
  }
  const bare = bareJapaneseName(text);
  // エヴァ・ノヴァク: the surname stands last, as where such names come from.
  if (DOTTED_NAME.test(bare)) {
    const pieces = bare.split(/[・＝=]/u);
    return [...new Set([pieces.at(-1) ?? '', bare, pieces[0] ?? ''])];
  }
  const name = japaneseName(text);
  if (!name) return [];
  if (name.given !== '') return [name.family, `${name.family}${name.given}`, `${name.family} ${name.given}`];
  const prefixes = [2, 3, 1].filter((length) => length < name.family.length);
  return [...prefixes.map((length) => name.family.slice(0, length)), name.family];
}

/** The caption that lines present somebody by, whose name is one of them. */
export function captionAt(lines: readonly Line[], from: number, nameAt: number, to: number): Caption {
  return caption(lines, from, nameAt, to, nameAt === from ? 'above' : 'below');
}

function caption(
  lines: readonly Line[],
  from: number,
  nameAt: number,
  to: number,
  side: 'above' | 'below',
): Caption {
  // `（以下、早瀬）` says how the text goes on to call them: that is a label and no part of the name.
  const nameLine = withoutBullet((lines[nameAt] as Line).text)
    .replace(ALIAS_BEHIND, '')
    .trim();
  const rest = logicalLines(lines.slice(from, to).filter((_, index) => from + index !== nameAt));
  const { title, organisation } = side === 'above' ? titleFirst(rest) : organisationFirst(rest);
  const japanese = japaneseName(nameLine);
  return {
    from,
    to,
    name: japanese ? bareJapaneseName(nameLine) || nameLine : nameLine,
    title,
    organisation,
    labels: labelsOf(nameLine),
  };
}

/** Printed lines put together where one runs into the next: `General Manager,` + `Purchasing Division`. */
function logicalLines(lines: readonly Line[]): string[] {
  const result: string[] = [];
  let open = false;
  for (const { text } of lines) {
    const last = result.at(-1);
    if (last !== undefined && (open || /^(and|of|for|&)\s/i.test(text) || /^\p{Ll}/u.test(text)))
      result[result.length - 1] = endsJapanese(last) ? last + text : `${last} ${text}`;
    else result.push(withoutBullet(text));
    const whole = result.at(-1) ?? '';
    open =
      /[,、，・&＆]$|\b(and|of|for|the)$/iu.test(whole) || count(whole, /[(（]/gu) > count(whole, /[)）]/gu);
  }
  return result;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Title lines, then the organisation, unless the last line is a post or a division of the company itself. */
function titleFirst(lines: readonly string[]): { title: string; organisation: string } {
  const last = lines.at(-1);
  if (last === undefined) return { title: '', organisation: '' };
  if (lines.length === 1) return split(last);
  if (DIVISION.test(last) && !/株式会社|\b(inc|ltd|corporation)\b/iu.test(last))
    return { title: joinTitles(lines), organisation: '' };
  // Two lines may be organisation and post as well: 海風大学 / 教授.
  const [first = ''] = lines;
  if (ORGANISATION.test(first) && !TITLE.test(first) && TITLE.test(last) && !ORGANISATION.test(last))
    return { title: joinTitles(lines.slice(1)), organisation: first };
  return { title: joinTitles(lines.slice(0, -1)), organisation: last };
}

function organisationFirst(lines: readonly string[]): { title: string; organisation: string } {
  const [first] = lines;
  if (first === undefined) return { title: '', organisation: '' };
  if (lines.length === 1) return split(first);
  if (ORGANISATION.test(first) && !DIVISION.test(first))
    return { title: joinTitles(lines.slice(1)), organisation: first };
  const last = lines.at(-1) ?? '';
  if (ORGANISATION.test(last) && !TITLE.test(last) && !DIVISION.test(last))
    return { title: joinTitles(lines.slice(0, -1)), organisation: last };
  return { title: joinTitles(lines), organisation: '' };
}

/** One line for both: `Managing Director, Harbour Trust`, `海風大学 教授`. */
function split(line: string): { title: string; organisation: string } {
  const comma = line.lastIndexOf(', ');
  if (comma > 0) {
    const before = line.slice(0, comma);
    const after = line.slice(comma + 2);
    if (ORGANISATION.test(after) && !DIVISION.test(after)) return { title: before, organisation: after };
    if (ORGANISATION.test(before) && !TITLE.test(before)) return { title: after, organisation: before };
  }
  const space = /[ \u3000]/u.exec(line)?.index ?? -1;
  if (space > 0 && hasJapanese(line) && !TITLE.test(line.slice(0, space)))
    return { title: line.slice(space + 1).trim(), organisation: line.slice(0, space) };
  if (TITLE.test(line) || DIVISION.test(line)) return { title: line, organisation: '' };
  return { title: '', organisation: line };
}

function joinTitles(lines: readonly string[]): string {
  return lines.join(lines.some((line) => hasJapanese(line)) ? ' ' : ', ');
}
