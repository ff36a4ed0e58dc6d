/**
 * How a line may begin a turn. A line is taken apart in every way in which people, programs and printers set a speaker
 * off from the words; which of the ways is meant, only the whole text tells (`layout.ts`).
 */
import { oneOf, pattern } from '../pattern.ts';
import { seconds } from './labels.ts';
import type { Line, Opening, Separator } from './lines.ts';
import { remembered } from './remembered.ts';
import { withoutUnseen } from './scripts.ts';
import { isSpaceless } from './words.ts';

/** A name is hardly longer, its organisation with it. UTF-16 units. */
const LONGEST = 80;

const CLOCK = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?|\d{1,2}\s?(?:時間|h|hrs?)\s?\d{1,2}\s?(?:分|m|min)(?:\s?\d{1,2}\s?(?:秒|s|sec))?|\d{1,3}\s?(?:分|m|min)\s?\d{1,2}\s?(?:秒|s|sec)`;
/** A time, or from when to when, in brackets or not. */
const TIME_LEAD = new RegExp(
  String.raw`^([[(<{〔【]?)\s?(${CLOCK})(?:\s?(?:-->|[-–—~〜→])\s?(?:${CLOCK}))?\s?([\])>}〕】]?)(?:\s*[-–—|]\s+|\s*[,;]\s+|:\s+|\s+|(?=[^\d\s.,:;%]))`,
  'u',
);
const TIME_TAIL = new RegExp(
  String.raw`[\s,|·•–—-]*([[(<〔【]?)\s?(${CLOCK})(?:\s?(?:-->|[-–—~〜→])\s?(?:${CLOCK}))?\s?([\])>〕】]?)(?:\s?[AP]M)?$`,
  'iu',
);
const NUMBER_LEAD =
  /^(?:[([#№]\s?\d{1,5}[)\].]?|\d{1,5}[).、:](?!\d)|\d{1,5}(?=\t|\u3000|\s{2,}))[\s\u3000]*/u;
const MARK_LEAD = /^(?:>{1,3}|[|｜](?=\s)|[•・●○〇◯◎◆◇■□▲△▼▽▪‣☆★]|[*](?!\*)|[-–—―](?=\s))[\s\u3000]*/u;

const BRACKETS: Readonly<Record<string, string>> = {
  '[': ']',
  '(': ')',
  '<': '>',
  '{': '}',
  '【': '】',
  '〔': '〕',
  '〈': '〉',
  '《': '》',
  '［': '］',
  '（': '）',
  '＜': '＞',
  '｛': '｝',
};

/** `0分10秒`, `1h 02m 03s`, `1:02:03.5` as seconds; null for what is no time. */
export function clockSeconds(text: string): number | null {
  const plain = text.normalize('NFKC');
  const units =
    /^(?:(\d{1,2})\s?(?:時間|h|hrs?)\s?)?(\d{1,3})\s?(?:分|m|min)(?:\s?(\d{1,2})\s?(?:秒|s|sec))?$/u.exec(
      plain,
    );
  if (units) {
    const [, hours = '0', minutes = '0', rest = '0'] = units;
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  }
  return seconds(plain);
}

/** The time that a line begins with, and how long it is, blanks behind it included; null where it begins with none. */
export function timeBefore(text: string): { readonly start: number; readonly length: number } | null {
  const time = TIME_LEAD.exec(narrow(text.slice(0, 60)));
  if (!time || (time[1] === '') !== (time[3] === '')) return null;
  const start = clockSeconds(time[2] ?? '');
  return start === null ? null : { start, length: time[0].length };
}

/** What stands before a name: numbers, times, marks. */
interface Lead {
  readonly length: number;
  readonly shape: string;
  readonly start: number | null;
}

/** Text with the same length in which digits, colons and brackets have the width of Latin ones. */
function narrow(text: string): string {
  if (!/[\uff01-\uff5e]/.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** No lead begins otherwise: most lines have none. */
const LEADS = /^[\d([<{〔【#№>|｜•・●○〇◯◎◆◇■□▲△▼▽▪‣☆★*–—―-]/u;

function leadOf(head: string): Lead {
  // Characters that nobody sees stand in front of what is read.
  let length = /^[\s\p{Default_Ignorable_Code_Point}]+/u.exec(head)?.[0].length ?? 0;
  if (!LEADS.test(head.slice(length))) return { length, shape: '', start: null };
  let shape = '';
  let start: number | null = null;
  for (let times = 0; times < 3; times++) {
    const rest = head.slice(length);
    const time = TIME_LEAD.exec(rest);
    if (time && (time[1] === '') === (time[3] === '')) {
      start ??= clockSeconds(time[2] ?? '');
      shape += 't';
      length += time[0].length;
      continue;
    }
    const number = NUMBER_LEAD.exec(rest)?.[0];
    if (number !== undefined) {
      shape += 'n';
      length += number.length;
      continue;
    }
    const mark = MARK_LEAD.exec(rest)?.[0];
    if (mark === undefined) break;
    shape += mark.trim().slice(0, 1);
    length += mark.length;
  }
  return { length, shape, start };
}

/** What stands before a name, as part of `Opening.shape`; empty where nothing does. */
export function leadShape(text: string): string {
  return leadOf(narrow(text.slice(0, LONGEST * 2))).shape;
}

/** How long what stands before a name is. */
export function leadLength(text: string): number {
  return leadOf(narrow(text.slice(0, LONGEST * 2))).length;
}

/** A name and what stands behind it before the separator: a time, a post in brackets. */
function nameOf(raw: string): Name | null {
  return raw.length > LONGEST_KEPT ? readName(raw) : shortName(raw);
}

/** What stands before a separator, taken apart. */
interface Name {
  readonly label: string;
  readonly role: string;
  readonly start: number | null;
}

/** Names come again and again; what is longer seldom does. UTF-16 units. */
const LONGEST_KEPT = 30;
const shortName = remembered(readName, 5_000);

function readName(raw: string): Name | null {
  let label = withoutUnseen(raw).trim();
  let start: number | null = null;
  const time = /\d/.test(label.slice(-12)) ? TIME_TAIL.exec(narrow(label)) : null;
  if (time && time.index > 0 && (time[1] === '') === (time[3] === '')) {
    start = clockSeconds(time[2] ?? '');
    label = label.slice(0, time.index).trim();
  }
  let role = '';
  // `Ana Reyes (Harbour North) (Ind)`
  for (let times = 0; times < 2; times++) {
    const brackets = /^(.+?)[\s\u3000]*[([（［]([^()[\]（）［］]*)[)\]）］]$/u.exec(label);
    if (!brackets) break;
    label = (brackets[1] ?? '').trim();
    role = [(brackets[2] ?? '').trim(), role].filter((one) => one !== '').join(', ');
  }
  label = label
    .replace(/^(?:\*\*|__)(.+)(?:\*\*|__)$/u, '$1')
    .replace(/[:：]$/u, '')
    .trim();
  if (label === '' || label.length > LONGEST || !/\p{L}/u.test(label)) return null;
  // A bracket that is closed behind the separator holds more than a name: `（注：…）`.
  if (/^[([（［【〔]/u.test(label) && !/[)\]）］】〕]/u.test(label)) return null;
  return { label, role, start };
}

/**
 * Every way in which a line may begin a turn, each separator once: at its first place.
 * @param line as cut by `linesOf`
 */
export function openingsAt(line: Pick<Line, 'text' | 'openings'>): readonly Opening[] {
  line.openings ??= takeApart(line.text);
  return line.openings;
}

/** A line while it is taken apart. */
interface Parts {
  readonly text: string;
  readonly lead: Lead;
  /** Behind the lead, as far as a name may reach. */
  readonly body: string;
  readonly found: Opening[];
}

function takeApart(text: string): readonly Opening[] {
  const head = text.slice(0, LONGEST * 2);
  const lead = leadOf(narrow(head));
  const body = head.slice(lead.length);
  if (body === '') return NONE;
  const parts: Parts = { text, lead, body, found: [] };
  addSetOff(parts);
  addSeparated(parts);
  addAlone(parts);
  return parts.found.length === 0 ? NONE : parts.found;
}

/** Most lines of some texts hold no name: they share one list. */
const NONE: readonly Opening[] = [];

/** Adds a way in which a line may begin, where what stands before the separator may be a name. */
function add(
  { text, lead, found }: Parts,
  separator: Separator,
  raw: string,
  restAt: number,
  mark = '',
): void {
  const name = nameOf(raw);
  if (!name) return;
  const behind = text.slice(lead.length + restAt).trim();
  // `[Ana] 00:12 words`, `**Ana**  00:12`
  const time = separator === 'bracket' || separator === 'bold' ? timeBefore(`${behind} `) : null;
  const rest = time ? behind.slice(time.length).trim() : behind;
  found.push({
    separator,
    shape: shapeOf(lead.shape, separator, mark, rest === ''),
    label: name.label,
    role: name.role,
    rest,
    start: lead.start ?? name.start ?? time?.start ?? null,
    led: lead.shape !== '',
  });
}

/** The shapes of lines without a lead, each once: a text has many lines and few shapes. */
const shapes = new Map<string, readonly [above: string, below: string]>();

function shapeOf(lead: string, separator: Separator, mark: string, below: boolean): string {
  const key = mark === '' ? separator : separator + mark;
  if (lead !== '') return `${lead} ${key}${below ? ' below' : ''}`;
  let both = shapes.get(key);
  if (!both) {
    both = [` ${key}`, ` ${key} below`];
    shapes.set(key, both);
  }
  return both[below ? 1 : 0];
}

/** `(a)`, `(iv)`, `（ア）`: an item of a list. */
const ITEM = /^(?:\p{Ll}|[ivx]{1,4}|\p{N}+|[ア-ンあ-ん一二三四五六七八九十])$/u;

/** `On Mon, 13 May 2024 at 10:07, Ana Reyes <ana@…> wrote:`: a time, a name, a verb, as programs for mail have it. */
const FRAMED =
  /^[^:]{4,40}\d{1,2}:\d{2}[^:,]{0,8},\s(\p{L}[^,:<]{1,40}?)(?:\s<[^<>]{3,60}>)?\s\p{Ll}[\p{Ll} ]{2,12}:$/u;

/** `[Name] words`, `【Name】：words`, `**Name:** words`. */
function addSetOff(parts: Parts): void {
  const { body } = parts;
  const framed = FRAMED.exec(body);
  if (framed) add(parts, 'colon', framed[1] ?? '', body.length, ' framed');
  const close = BRACKETS[body[0] ?? ''];
  if (close !== undefined) {
    const to = closeOf(body, body[0] ?? '', close);
    if (to > 1 && to <= LONGEST && !ITEM.test(body.slice(1, to).trim())) {
      const behind = /^[\s\u3000]*[:：]?[\s\u3000]*/u.exec(body.slice(to + 1))?.[0] ?? '';
      add(parts, 'bracket', body.slice(1, to), to + 1 + behind.length, narrow(body[0] ?? ''));
    }
  }
  const bold =
    (body[0] === '*' || body[0] === '_') && /^(\*\*|__)(.{1,80}?)\1[\s\u3000]*[:：]?[\s\u3000]*/u.exec(body);
  if (bold) add(parts, 'bold', bold[2] ?? '', bold[0].length);
}

/** Where a bracket at the start is closed, others of its kind inside it aside; -1 where it is not. */
function closeOf(body: string, open: string, close: string): number {
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    if (body[at] === open) depth++;
    else if (body[at] === close && --depth === 0) return at;
  }
  return -1;
}

/** What a separator looks like, and the marks without which a line cannot hold it. */
const SEPARATORS: readonly (readonly [Separator, RegExp, RegExp])[] = [
  ['colon', /[:：﹕]/u, /[\s\u3000]*[:：﹕][\s\u3000]*/gu],
  ['tab', /\t/, /[ \u3000]*\t+[\s\u3000]*/gu],
  ['wide', / {2}|\u3000/, /(?: {2,}|\u3000)[ \u3000]*/gu],
  ['dash', /[-–—―]/, /\s+[-–—―]{1,2}\s+|[―—–]{1,2}(?=\S)|\s?[-–]\s+/gu],
  ['bar', /[|｜]/, /\s*[|｜]\s*/gu],
  ['arrow', /[>＞»→⇒▶]/, /\s*(?:[>＞»→⇒▶]|=>|->)\s*/gu],
  ['stop', /\.[ \t]/, /\.[ \t]+/gu],
  ['quote', /[「『“]/, /[ \u3000]?[「『“](?=[^」』”]{2})/gu],
  ['blank', /[\u3005-\u9fff\uf900-\ufaff] |^[\ud840-\ud8ff]/, / +/gu],
];

/** The marks of all separators: most lines hold none or a colon. */
const ANY_MARK = pattern(oneOf(SEPARATORS.map(([, marks]) => marks)), 'u');

function addSeparated(parts: Parts): void {
  const { body } = parts;
  const head = body.slice(0, LONGEST + 2);
  if (!ANY_MARK.test(head)) return;
  for (const [separator, marks, form] of SEPARATORS) {
    if (!marks.test(head)) continue;
    form.lastIndex = 0;
    for (let match = form.exec(body); match && match.index <= LONGEST; match = form.exec(body)) {
      if (match.index === 0 || !isPlace(separator, body, match.index, match[0])) continue;
      const restAt = match.index + (separator === 'quote' ? match[0].length - 1 : match[0].length);
      const tight =
        separator === 'colon' &&
        !/[\s\u3000：]$/u.test(match[0]) &&
        !isSpaceless(body[match.index - 1] ?? '');
      add(parts, separator, body.slice(0, match.index), restAt, tight ? '!' : '');
      break;
    }
  }
}

/** Whether a separator may stand at a place: not in a time, an address, brackets, nor behind an initial or a courtesy. */
function isPlace(separator: Separator, body: string, at: number, match: string): boolean {
  const before = body.slice(0, at);
  const after = body.slice(at + match.length);
  if (isInBrackets(before)) return false;
  if (separator === 'colon')
    return !(match.length === 1 && /\d$/.test(before) && CLOCK_BEHIND.test(after)) && !after.startsWith('//');
  if (separator === 'stop')
    return !/(?:^|[\s.])(?:\p{L}|Dr|Mr|Ms|Mrs|Prof|St|Jr|Sr|Hon|Rev|Amb|Gen|Col|Capt|Sen|Rep|Gov|No|Madam|Mme|Mx|Sir)$/iu.test(
      before,
    );
  return true;
}

/** `10:30` is a time, `Speaker 5:2023 was …` a label. */
const CLOCK_BEHIND = /^\d{1,2}(?!\d)/;

function isInBrackets(before: string): boolean {
  const open = Math.max(
    before.lastIndexOf('('),
    before.lastIndexOf('（'),
    before.lastIndexOf('['),
    before.lastIndexOf('［'),
  );
  if (open === -1) return false;
  return !/[)\]）］]/u.test(before.slice(open));
}

/** A name on a line of its own, with a time or without. */
function addAlone(parts: Parts): void {
  const { text, body } = parts;
  if (BRACKETS[body[0] ?? ''] !== undefined && BRACKETS[body[0] ?? ''] === body.at(-1)) return;
  if (text.length > LONGEST || /[。！？!?…]["'”’」』)）]?$/u.test(text)) return;
  const timed = /\d/.test(body.slice(-12)) && TIME_TAIL.test(narrow(body));
  const colon = /[:：]$/u.test(body);
  add(parts, 'alone', body, body.length, `${timed ? 't' : ''}${colon ? ':' : ''}`);
}
