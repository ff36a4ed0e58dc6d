/** What stands around a name, as parts: cut out of lines that a person showed, brought together, and as a pattern. */
import type { TaughtPart } from '../model/taught-layout.ts';
import { oneOf, type Part, part, partsJoined, pattern } from '../pattern.ts';

/** A time, or from when to when. */
const CLOCK =
  /(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?|\d{1,2}\s?(?:時間|h|hrs?)\s?\d{1,2}\s?(?:分|m|min)(?:\s?\d{1,2}\s?(?:秒|s|sec))?|\d{1,3}\s?(?:分|m|min)\s?\d{1,2}\s?(?:秒|s|sec)/u;
const RANGE = part`(?:${CLOCK})(?:\s?(?:-->|[-~→])\s?(?:${CLOCK}))?`;
/** In brackets or not. */
export const TIME: Part = part`(?:[[(<{【〔]\s?(?:${RANGE})\s?[\])>}】〕]|(?:${RANGE}))`;
const INNER = /[^()[\]【】〔〕<>{}「」]{1,60}/u;
/** What stands in brackets behind a name: a post, an organisation. */
export const POST: Part = part`[([{【〔<](?<post>${INNER})[)\]}】〕>]`;
/** A second one. */
export const OTHER_POST: Part = part`[([{【〔<]${INNER}[)\]}】〕>]`;
const COURTESY =
  /(?:(?:mr|mrs|ms|mx|miss|sir|dame|dr|prof|professor|rev|hon|amb|h\.e)\.?(?=\s)|(?:氏|様|さん|先生|君|殿|委員)(?![\p{L}]))/iu;

const LONG_DASHES = /[–—―─‐‑‒]/u;

/** Text of the same length in which width, dashes and quotation marks do not matter. */
export function narrowed(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e–—―─‐‑‒“”‘’]/gu, (mark) => {
    if (LONG_DASHES.test(mark)) return mark === '‐' || mark === '‑' ? '-' : '—';
    if ('“”'.includes(mark)) return '"';
    if ('‘’'.includes(mark)) return "'";
    return String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
  });
}

const PIECES: readonly (readonly [TaughtPart['kind'], RegExp])[] = [
  ['time', pattern(part`^(?:${TIME})`, 'iu')],
  ['post', /^[([{【〔<][^()[\]【】〔〕<>{}]*[\p{L}][^()[\]【】〔〕<>{}]*[)\]}】〕>]/u],
  ['courtesy', pattern(part`^(?:${COURTESY})`, 'iu')],
  ['blank', /^\s+/u],
  ['number', /^\d+(?:[.-]\d+)*/u],
  ['letter', /^(?:\p{L}|[ivxlc]{1,5}|[IVXLC]{1,5})(?=[)\].:])/u],
  ['word', /^[\p{L}\p{M}'-]*\p{L}/u],
];

/** Cuts what stands before a name, or behind it, into parts. Only behind a name brackets hold a post. */
export function partsOf(text: string, place: 'before' | 'behind'): TaughtPart[] {
  const parts: TaughtPart[] = [];
  let rest = narrowed(text);
  while (rest !== '') {
    const [kind, found] = pieceAt(rest, place);
    const taken = found ?? [...rest][0] ?? '';
    const last = parts.at(-1);
    if (kind === 'blank') parts.push({ kind, width: widthOf(taken), optional: false });
    else if (kind === 'word') parts.push({ kind, texts: [taken.toLowerCase()], optional: false });
    else if (kind !== 'mark')
      parts.push({ kind, optional: kind === 'post' || kind === 'time' || kind === 'courtesy' });
    else if (last?.kind === 'mark') parts[parts.length - 1] = { ...last, texts: [last.texts[0] + taken] };
    else parts.push({ kind, texts: [taken], optional: false });
    rest = rest.slice(taken.length);
  }
  return parts;
}

function pieceAt(rest: string, place: 'before' | 'behind'): readonly [TaughtPart['kind'], string | null] {
  for (const [kind, form] of PIECES) {
    if (kind === 'post' && place === 'before') continue;
    const found = form.exec(rest)?.[0];
    if (found !== undefined && found !== '') return [kind, found];
  }
  return ['mark', null];
}

function widthOf(blank: string): 'one' | 'wide' | 'tab' {
  if (blank.includes('\t')) return 'tab';
  return blank.length > 1 || blank === '\u3000' ? 'wide' : 'one';
}

/** Whether a part alone tells that somebody begins to speak: prose has no such mark at the start of its lines. */
export function isTelling(one: TaughtPart): boolean {
  switch (one.kind) {
    case 'mark':
      return one.texts.every((text) => !/^["'「『.:,;—-]$/u.test(text));
    case 'blank':
      return one.width === 'tab';
    case 'number':
    case 'time':
      return !one.optional;
    case 'word':
      return one.texts.length > 0;
    default:
      return false;
  }
}

/** Two rows of parts as one: what is alike stays, what differs is generalised, what one lacks is optional. */
export function united(one: readonly TaughtPart[], other: readonly TaughtPart[]): TaughtPart[] {
  // The longest common row of kinds.
  const sizes = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const size = (at: number, to: number) => sizes[at]?.[to] ?? 0;
  for (let at = one.length - 1; at >= 0; at--)
    for (let to = other.length - 1; to >= 0; to--)
      (sizes[at] as number[])[to] = Math.max(
        size(at + 1, to),
        size(at, to + 1),
        size(at + 1, to + 1) + alike(one[at], other[to]),
      );
  const result: TaughtPart[] = [];
  let at = 0;
  let to = 0;
  while (at < one.length || to < other.length) {
    const [mine, its] = [one[at], other[to]];
    const both = alike(mine, its);
    if (mine && its && both > 0 && size(at, to) === size(at + 1, to + 1) + both) {
      result.push(pair(mine, its));
      at++;
      to++;
    } else if (its === undefined || (mine !== undefined && size(at, to) === size(at + 1, to))) {
      if (mine) result.push({ ...mine, optional: true });
      at++;
    } else {
      result.push({ ...its, optional: true });
      to++;
    }
  }
  return result;
}

function alike(one: TaughtPart | undefined, other: TaughtPart | undefined): number {
  if (!one || !other) return 0;
  if (one.kind !== other.kind) return isCode(one) && isCode(other) ? 1 : 0;
  if (one.kind === 'mark' && other.kind === 'mark') return one.texts[0] === other.texts[0] ? 3 : 1;
  return 2;
}

/** What counts: letters and numbers before a name. */
function isCode({ kind }: TaughtPart): boolean {
  return kind === 'number' || kind === 'letter' || kind === 'word';
}

function pair(one: TaughtPart, other: TaughtPart): TaughtPart {
  const optional = one.optional || other.optional;
  if (one.kind === 'mark' && other.kind === 'mark')
    return { kind: 'mark', texts: [...new Set([...one.texts, ...other.texts])], optional };
  if (one.kind === 'blank' && other.kind === 'blank')
    return { kind: 'blank', width: one.width === other.width ? one.width : 'one', optional };
  if (one.kind === 'word' && other.kind === 'word') {
    const same = one.texts.length > 0 && one.texts.join() === other.texts.join();
    return { kind: 'word', texts: same ? one.texts : [], optional };
  }
  if (one.kind === other.kind) return { ...one, optional };
  return { kind: 'word', texts: [], optional };
}

/** A mark that names and words have inside: blanks around it matter. */
function isLoose(one: TaughtPart | undefined): boolean {
  return one?.kind === 'mark' && one.texts.every((text) => !/^[-'.,:·・—/]$/u.test(text));
}

/** Each part that may be missing doubles what has to be tried; a layout that was shown has hardly more. */
const MOST_OPTIONAL = 8;

/** The parts as a pattern for a narrowed text, `place` naming its times. `exact`: blanks are as they were shown. */
export function patternOf(parts: readonly TaughtPart[], exact: boolean, place: 'before' | 'behind'): Part {
  let optional = 0;
  const few = parts.filter((one) => !one.optional || ++optional <= MOST_OPTIONAL);
  return partsJoined(
    few.map((one, at) => {
      const inner = partPattern(one, at, few, { exact, place });
      return one.optional ? part`(?:${inner})?` : inner;
    }),
  );
}

/** All blanks that there are, so that several such behind one another cost nothing. */
const ANY_BLANKS: Part = /\s*(?!\s)/u;

function partPattern(
  one: TaughtPart,
  at: number,
  parts: readonly TaughtPart[],
  { exact, place }: { readonly exact: boolean; readonly place: string },
): Part {
  switch (one.kind) {
    case 'mark':
      return markPattern(one.texts, isLoose(one) && !exact, parts[at - 1]?.kind, parts[at + 1]?.kind);
    case 'word':
      return one.texts.length === 0 ? /[\p{L}\p{N}]{1,20}/u : part`(?:${oneOf(one.texts)})`;
    case 'number':
      return /\d+(?:[.-]\d+)*/u;
    case 'letter':
      return /(?:\p{L}|[ivxlc]{1,5})/u;
    case 'time':
      return part`${ANY_BLANKS}(?<${place}Time${at}>${TIME})${parts[at + 1]?.kind === 'blank' ? '' : ANY_BLANKS}`;
    case 'post':
      return part`${ANY_BLANKS}${POST}`;
    case 'courtesy':
      return COURTESY;
    case 'blank': {
      const beside = [parts[at - 1], parts[at + 1]];
      const free = beside.some((other) => isLoose(other) || other?.optional);
      if (one.width === 'tab') return /[^\S\t]*\t\s*(?!\s)/u;
      if (free && !exact) return ANY_BLANKS;
      return one.width === 'wide' ? /(?:\s{2,}|\u3000)(?!\s)/u : /\s+(?!\s)/u;
    }
  }
}

function markPattern(
  texts: readonly string[],
  loose: boolean,
  before: TaughtPart['kind'] | undefined,
  behind: TaughtPart['kind'] | undefined,
): Part {
  const sorted = [...texts].sort((a, b) => b.length - a.length);
  const marks = part`(?:${oneOf(sorted)})`;
  if (texts.every((text) => text === ':')) {
    // `10:30`, `http://` have a colon that sets nobody off.
    return behind === 'blank'
      ? part`${ANY_BLANKS}${marks}(?=\s|[^\p{ASCII}]|$)`
      : part`${ANY_BLANKS}${marks}(?!//)`;
  }
  if (texts.every((text) => text === '.'))
    return part`(?<!(?:^|[\s.])(?:\p{L}|dr|mr|ms|mrs|prof|st|jr|sr|hon|rev|amb|h\.e))${marks}`;
  if (!loose) return marks;
  return part`${before === 'blank' ? '' : ANY_BLANKS}${marks}${behind === 'blank' ? '' : ANY_BLANKS}`;
}
