/**
 * A layout of transcripts that a person shows on one or two lines: what is the name, and where the words begin. What
 * stands around the name is generalised, and the whole text is read by it.
 */
import type { TaughtLayout, TaughtPart } from '../model/taught-layout.ts';
import { oneOf, type Part, part, pattern } from '../pattern.ts';
import { countBy } from './judge.ts';
import { labelKey } from './labels.ts';
import { isFieldOfPerson, isNobody, likelyName } from './likely-name.ts';
import type { Line } from './lines.ts';
import { clockSeconds } from './openings.ts';
import { isTelling, narrowed, OTHER_POST, POST, partsOf, patternOf, TIME, united } from './taught-parts.ts';
import { COURTESY } from './words.ts';

/** A line in which a person marked who speaks. Offsets are UTF-16. */
export interface Shown {
  readonly text: string;
  readonly nameFrom: number;
  readonly nameTo: number;
  /** Where the words begin; null = on the lines that follow. */
  readonly wordsFrom: number | null;
}

/** What a person marked in a text. */
export interface Marks {
  readonly shown: readonly Shown[];
  /** Lines that begin nobody's turn although they look so. */
  readonly nobody: readonly string[];
}

/** A line that begins a turn by a layout. */
export interface TaughtStart {
  /** As printed. */
  readonly label: string;
  /** What stood in brackets behind the name: a post, an organisation. */
  readonly role: string;
  /** The words behind it; empty where they stand below. */
  readonly rest: string;
  /** Seconds, where a time stands before or behind the name. */
  readonly start: number | null;
}

/** A label is hardly longer. UTF-16 units. */
const LONGEST = 60;
/** A label that looks like a name at least so much may speak once, where no mark tells that it does. */
const LIKELY = 0.6;

/** What may follow a name: a courtesy, posts, what closes the name, and then times and marks up to the words. */
const BEHIND = pattern(
  part`^(?:氏|様|さん|先生|君|殿)?(?: ?${OTHER_POST}){0,2}(?:["'」』\])}】〕>]+ ?(?:${OTHER_POST})?)?(?:\s+|${TIME}|[^\p{L}\p{N}\s"'「『([])*`,
  'u',
);

/** Where the words probably begin behind a name that ends at `nameTo`; null = nothing follows, they stand below. */
export function wordsAfter(text: string, nameTo: number): number | null {
  const from = nameTo + (BEHIND.exec(narrowed(text.slice(nameTo)))?.[0].length ?? 0);
  return from >= text.length ? null : from;
}

/** The layouts that a person showed: lines that are written alike are one, e.g. questions and answers are two. */
export function taughtLayouts({ shown, nobody }: Marks): TaughtLayout[] {
  const groups: Shown[][] = [];
  for (const one of shown) {
    if (!layoutOf([one])) continue;
    const kin = groups.find((group) => isKin(layoutOf(group), layoutOf([one])));
    if (kin) kin.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group) => {
    const layout = layoutOf(group);
    return layout ? [without(layout, group, nobody)] : [];
  });
}

/** What lines that were shown have in common; null where a line has no name. */
export function layoutOf(shown: readonly Shown[]): TaughtLayout | null {
  const single = shown.map(ofOne);
  const [first, ...others] = single.filter((one) => one !== null);
  if (!first || others.length < single.length - 1) return null;
  return others.reduce<TaughtLayout>(both, first);
}

function both(one: TaughtLayout, other: TaughtLayout): TaughtLayout {
  return {
    ...one,
    before: united(one.before, other.before),
    between: united(one.between, other.between),
    inTable: one.inTable && other.inTable,
    lengths: [...new Set([...one.lengths, ...other.lengths])].sort((a, b) => a - b),
    names: one.names === other.names ? one.names : 'any',
    shown: [...new Set([...one.shown, ...other.shown])],
  };
}

function ofOne(given: Shown): TaughtLayout | null {
  const { text, wordsFrom } = given;
  const { from, to } = nameWithin(given);
  const label = text.slice(from, to);
  if (label === '' || label.length > LONGEST) return null;
  const before = partsOf(text.slice(0, from).trimStart(), 'before');
  const between = partsOf(text.slice(to, wordsFrom ?? text.length).trimEnd(), 'behind');
  const gap = text.slice(to, wordsFrom ?? to);
  if (wordsFrom !== null && /\s$/u.test(gap))
    between.push(...partsOf(/\s+$/u.exec(gap)?.[0] ?? '', 'behind'));
  const lengths = [label.split(/\s+/u).length];
  const bare: Around = { before, between: behindName(between) };
  const isPlain = ![...bare.before, ...bare.between].some(isTelling);
  // Where nothing else tells, times do, and posts where but a blank would stand between a name and its words.
  const behind = isOneBlank(bare.between, wordsFrom) ? between : withoutPosts(between);
  const around = isPlain ? { before: required(before), between: required(behind) } : bare;
  return {
    ...around,
    below: wordsFrom === null,
    inTable: gap.includes('\t'),
    lengths,
    names: isPlain && isUpper(label) ? 'upper' : 'any',
    withWords: false,
    exact: false,
    shown: [label],
    nobody: [],
  };
}

function isOneBlank(between: readonly TaughtPart[], wordsFrom: number | null): boolean {
  return wordsFrom !== null && between.every((one) => one.kind === 'blank' && one.width === 'one');
}

type Around = Pick<TaughtLayout, 'before' | 'between'>;

function required(parts: readonly TaughtPart[]): TaughtPart[] {
  return parts.map((one) => (one.kind === 'time' || one.kind === 'post' ? { ...one, optional: false } : one));
}

function withoutPosts(parts: readonly TaughtPart[]): TaughtPart[] {
  return parts.filter(
    ({ kind }, at) => kind !== 'post' && !(kind === 'blank' && parts[at + 1]?.kind === 'post'),
  );
}

/** A post and a time may always stand behind a name: they are no part of the layout. */
function behindName(parts: readonly TaughtPart[]): TaughtPart[] {
  let at = 0;
  for (let next = 0; next < parts.length; next++) {
    const kind = parts[next]?.kind;
    if (kind === 'post' || kind === 'time') at = next + 1;
    else if (kind !== 'blank') break;
  }
  return parts.slice(at);
}

/** The name without what a hasty hand took with it, and with the given name that it left out. */
function nameWithin({ text, nameFrom, nameTo, wordsFrom }: Shown): { from: number; to: number } {
  const taken = text.slice(nameFrom, nameTo);
  const from = nameFrom + (/^[\s[({<【（〔＜《〈「『*_§#>~・○●◆■-]*/u.exec(taken)?.[0].length ?? 0);
  const name = text.slice(from, nameTo).replace(/[\s:：,，、;；|｜>＞~\])}】）〕＞》〉」』*_]+$/u, '');
  const post = /^(.+?)\s*[(（[][^()（）[\]]*$/u.exec(name)?.[1] ?? name;
  const to = from + post.length;
  if (post === '') return { from, to: from };
  const lead = /(?:\p{Lu}[\p{L}.'’-]*[ \u3000])+$/u.exec(text.slice(0, from))?.[0] ?? '';
  const tail =
    /^(?:[ \u3000](?:\p{Lu}[\p{L}.'’-]*|[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{1,4}))+(?=\s*(?:[^\p{L}\p{N}\s]|$))/u.exec(
      text.slice(to, wordsFrom ?? text.length),
    )?.[0] ?? '';
  const wider = { from: from - (COURTESY.test(`${lead}${post}`) ? 0 : lead.length), to: to + tail.length };
  return likelyName(text.slice(wider.from, wider.to)) >= 0.7 ? wider : { from, to };
}

function isUpper(label: string): boolean {
  return /\p{Lu}{2}/u.test(label) && !/\p{Ll}/u.test(label);
}

/** Whether lines are written alike but for details. */
function isKin(one: TaughtLayout | null, other: TaughtLayout | null): boolean {
  if (!one || !other || one.below !== other.below) return false;
  const close = (mine: readonly TaughtPart[], its: readonly TaughtPart[]) => {
    const count = (parts: readonly TaughtPart[]) =>
      parts.filter(({ kind, optional }) => kind !== 'blank' && !optional).length;
    const common = count(united(mine, its));
    return common >= Math.max(count(mine), count(its)) / 2;
  };
  return close(one.before, other.before) && close(one.between, other.between);
}

/** The layout without lines that are nobody's: by what tells them apart if there is such a thing, and by their words. */
function without(layout: TaughtLayout, shown: readonly Shown[], nobody: readonly string[]): TaughtLayout {
  const taken = nobody.flatMap((text) => {
    const found = matches(layout, { text });
    return found ? [{ text, label: found.label }] : [];
  });
  if (taken.length === 0) return layout;
  const narrower: TaughtLayout[] = [
    { ...layout, withWords: true },
    { ...layout, exact: true },
    { ...layout, names: 'upper' },
    { ...layout, names: 'likely' },
  ];
  const telling = narrower.find(
    (one) =>
      shown.every(({ text }) => matches(one, { text })) && !taken.some(({ text }) => matches(one, { text })),
  );
  return { ...(telling ?? layout), nobody: [...new Set(taken.map(({ label }) => label))] };
}

/** Whether something beside the name tells that somebody begins to speak: no line of prose begins so. */
function isSure({ before, between, names }: TaughtLayout): boolean {
  return names !== 'likely' && [...before, ...between].some(isTelling);
}

const FORMS = new WeakMap<TaughtLayout, readonly RegExp[]>();
const CLOSED = /[^\t\n。！？!?;；()（）[\]【】「」『』{}<>〈〉《》〔〕]/u;

/** Patterns that take a narrowed line apart, one for each length of names where only a blank stands behind them. */
function formsOf(layout: TaughtLayout): readonly RegExp[] {
  let forms = FORMS.get(layout);
  if (!forms) {
    const { before, between, below, exact, lengths, shown } = layout;
    const blankOnly =
      !below &&
      !between.some((one) => one.kind !== 'courtesy' && (one.kind !== 'blank' || one.width !== 'one'));
    const names: Part[] = isGlued(layout)
      ? [shown.length > 0 ? oneOf(shown.map(narrowed)) : /(?!)/u]
      : blankOnly
        ? lengths.map(wordsOf)
        : [part`(?=[\p{L}\p{N}@])${CLOSED}{1,${LONGEST}}?(?<!\s)`];
    const other = part`(?:\s*${OTHER_POST})?`;
    const post = between.some(({ kind }) => kind === 'post') ? other : part`(?:\s*${POST})?${other}`;
    const time = between.some(({ kind }) => kind === 'time') ? '' : part`(?:[\s,|]*(?<time>${TIME}))?`;
    const lead = before.some(({ kind }) => kind === 'time') ? '' : part`(?:(?<lead>${TIME})\s*)?`;
    const end = below ? /\s*$/u : /(?<rest>.*)$/u;
    forms = names.map((name) =>
      pattern(
        part`^${lead}${patternOf(before, exact, 'before')}(?<name>${name})${post}${time}${patternOf(between, exact, 'behind')}${end}`,
        'dsiu',
      ),
    );
    FORMS.set(layout, forms);
  }
  return forms;
}

/** Where the words follow the name without anything between, only names that were shown can be told. */
function isGlued({ between, below }: TaughtLayout): boolean {
  return between.length === 0 && !below;
}

function wordsOf(count: number): Part {
  return part`(?=[\p{L}\p{N}@])(?:[^\s:：,、。!?]{1,30})(?:\s[^\s:：,、。!?]{1,30}){${count - 1}}`;
}

/** What a layout makes of a line; null where the line does not begin so. What the whole text tells is not asked. */
export function matches(layout: TaughtLayout, { text }: Pick<Line, 'text'>): TaughtStart | null {
  const plain = narrowed(text.slice(0, 400));
  let best: TaughtStart | null = null;
  for (const form of formsOf(layout)) {
    const found = form.exec(plain);
    const at = found?.indices?.groups?.name;
    if (!found?.groups || !at) continue;
    const label = text.slice(...at).trim();
    if (!mayBe(label, layout)) continue;
    const rest = layout.below ? '' : text.slice(found.indices?.groups?.rest?.[0] ?? text.length).trim();
    if (layout.withWords && rest === '') continue;
    const post = found.indices?.groups?.post;
    const one = { label, role: post ? text.slice(...post).trim() : '', rest, start: timeIn(found.groups) };
    if (!best || rank(layout, one.label) > rank(layout, best.label)) best = one;
  }
  return best;
}

function rank({ shown }: TaughtLayout, label: string): number {
  return shown.includes(label) ? 2 : likelyName(label);
}

function timeIn(groups: Readonly<Record<string, string | undefined>>): number | null {
  const time = Object.entries(groups).find(([name, value]) => /time|lead/i.test(name) && value !== undefined);
  return time?.[1] === undefined
    ? null
    : clockSeconds(/\d[^\])>}】〕]*/u.exec(time[1])?.[0].split(/\s?(?:-->|[-~→])/u)[0] ?? '');
}

/** A short label without a sentence's end in it, of the kind that was shown. */
function mayBe(label: string, { shown, nobody, names }: TaughtLayout): boolean {
  if (shown.includes(label)) return true;
  if (nobody.some((one) => labelKey(one) === labelKey(label))) return false;
  if (!/\p{L}/u.test(label) || /\p{Ll}{4,}\.\s/u.test(label) || label.split(/\s+/u).length > 8) return false;
  if (names === 'upper') return !/\p{Ll}/u.test(label);
  return names !== 'likely' || likelyName(label) >= LIKELY;
}

/**
 * The lines that begin a turn. Where nothing but the name tells it, a label counts that was shown, comes again, or looks
 * like a name.
 */
export function startsBy<L extends Pick<Line, 'text'>>(
  layouts: readonly TaughtLayout[],
  lines: readonly L[],
): Map<L, TaughtStart> {
  const sure = layouts.map(isSure);
  const found: { line: L; start: TaughtStart; layout: number }[] = [];
  for (const line of lines) {
    for (const [layout, one] of layouts.entries()) {
      const start = matches(one, line);
      if (!start) continue;
      found.push({ line, start, layout });
      break;
    }
  }
  const counts = countBy(found, ({ start }) => labelKey(start.label));
  const speaking = new Set(
    found.filter(({ start }) => start.rest !== '').map(({ start }) => labelKey(start.label)),
  );
  const shown = new Set(layouts.flatMap((one) => one.shown.map(labelKey)));
  const starts = new Map<L, TaughtStart>();
  for (const { line, start, layout } of found) {
    const key = labelKey(start.label);
    const isKnown = shown.has(key);
    const again = (counts.get(key) ?? 0) > 1;
    const likely = likelyName(start.label);
    // `[Applause]` in a text of `[Name] words`.
    const isBare = start.rest === '' && layouts[layout]?.below === false;
    if (isBare && !isKnown && !speaking.has(key) && likely < LIKELY) continue;
    const isSomebody =
      (likely >= LIKELY && !(isFieldOfPerson(start.label, start.rest) && !again)) ||
      (again && !isNobody(start.label));
    if (isKnown || sure[layout] || isSomebody) starts.set(line, start);
  }
  return starts;
}

/** The layout as it is kept for other texts: without the names of this one. */
export function withoutNames(layout: TaughtLayout): TaughtLayout {
  return { ...layout, shown: [] };
}
