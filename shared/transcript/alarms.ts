/**
 * What of a reading is in doubt. Words under the wrong name are worse than words under none: whatever a reader joined to
 * the turn before, although it looks like the start of another, is listed with its place, and a person decides.
 */
import { labelsOf } from './captions.ts';
import { headingStrength } from './headings.ts';
import { countBy } from './judge.ts';
import { labelKey } from './labels.ts';
import { likelyName } from './likely-name.ts';
import type { Line, Opening, Separator } from './lines.ts';
import { isLetterAway } from './names.ts';
import { leadLength, leadShape, openingsAt } from './openings.ts';
import type { TurnStart } from './page.ts';
import type { AlarmCode, LineRole, ReadAlarm, ReadParticipant } from './result.ts';
import { hasJapanese } from './scripts.ts';
import { endsSentence, HONORIFIC } from './words.ts';

/** More of a line than this is not repeated in an alarm. UTF-16 units. */
const SHOWN = 160;
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
const LIKE_ONCE = 0.6;
export const LIKE_AGAIN = 0.35;
/** A label that is a whole name, a role or a name with a courtesy presents somebody by itself. */
export const PRESENTS = 0.85;
/** Sentences this long between turns are somebody's. */
const SENTENCE = 30;

/** Names that people of a text answer to, by `labelKey`. */
export type KnownNames = ReadonlyMap<string, string>;

/** What the speakers and participants of a text are called; a form that fits two of them is nobody's. */
export function knownNames(labels: Iterable<string>, participants: readonly ReadParticipant[]): KnownNames {
  const known = new Map<string, string | null>();
  const add = (name: string, label: string) => {
    const key = labelKey(name);
    if (key.length === 0) return;
    const before = known.get(key);
    known.set(key, before === undefined || before === label ? label : null);
  };
  const own = new Set<string>();
  for (const label of labels) own.add(label);
  for (const { label } of participants) own.add(label);
  for (const label of own) known.set(labelKey(label), label);
  const forms = [
    ...[...own].map((label) => [label, label] as const),
    ...participants.map(({ name, label }) => [name, label] as const),
  ];
  for (const [name, label] of forms)
    for (const form of [name, ...labelsOf(name)]) if (!own.has(form)) add(form, label);
  return new Map([...known].flatMap(([key, label]) => (label === null ? [] : [[key, label] as const])));
}

/** A line that begins with a name that speaks elsewhere, and goes on as if it were a label with another mark. */
export interface Slip {
  readonly label: string;
  readonly rest: string;
  /** The mark is one that follows names by a slip of the hand, and no comma or blank of prose. */
  readonly sure: boolean;
}

const SLIP_MARK =
  /^[\s\u3000]*([;；=~〜|｜>＞/／\\*#_]|[-–—―](?=[\s\u3000])|::|[,.，．、。·](?=[\s\u3000]*\S)|(?=[「『“"]))[\s\u3000]*/u;

/**
 * A slip at the start of a line; null where there is none.
 * @param usualLead what stands before most names of the text, as `leadShape` has it: behind it any name is one
 */
export function slipAt(whole: string, known: KnownNames, usualLead?: string): Slip | null {
  const lead = leadLength(whole);
  const led = usualLead !== undefined && leadShape(whole) === usualLead;
  const text = whole.slice(lead);
  const head = text.slice(0, 90);
  // The longest name first: `Ana Reyes` before `Ana`.
  for (let to = Math.min(60, head.length); to > 0; to--) {
    const next = head[to] ?? '';
    if (/[\p{L}\p{M}\p{N}]/u.test(next) && /[\p{L}\p{M}\p{N}]$/u.test(head.slice(0, to))) continue;
    const label = known.get(labelKey(head.slice(0, to)));
    if (label === undefined) continue;
    const post = BEHIND_NAME.exec(text.slice(to))?.[0] ?? '';
    const behind = text.slice(to + post.length, to + post.length + 20);
    const mark = SLIP_MARK.exec(behind)?.[0] ?? (/^[ \u3000\t]+/u.exec(behind)?.[0] || null);
    if (mark === null) continue;
    const rest = text.slice(to + post.length + mark.length);
    // What goes on in a small letter, or in a particle, is prose about somebody.
    const opens = /^[\p{Lu}\p{Lo}\p{N}“"'‘「『（(¿¡]/u.test(rest) || beginsWithName(rest, known);
    if (!opens || /^[はがのをにへとでも]/u.test(rest)) continue;
    const weak = /^[\s\u3000]*[,.，．、。·]?[\s\u3000]*$/u.test(mark);
    return { label, rest, sure: led || post !== '' || !weak };
  }
  return null;
}

/** Whether a text begins with the name of a speaker, also one in small letters: `van der Meer`. */
function beginsWithName(text: string, known: KnownNames): boolean {
  for (const word of text.slice(0, 60).matchAll(/(?<=^.{1,40})(?=[\s,.:;!?])/gu))
    if (known.has(labelKey(text.slice(0, word.index)))) return true;
  return false;
}

/** A post in brackets or a time behind a name. */
const BEHIND_NAME = /^(?:[ \u3000]?[(（][^()（）]{1,60}[)）]|[ \u3000]?[[［][\d:.,：]{4,12}[\]］])/u;

/** What `alarmsOf` looks at. */
export interface Doubtful {
  readonly lines: readonly Line[];
  readonly roles: ReadonlyMap<number, LineRole>;
  readonly starts: ReadonlyMap<Line, TurnStart>;
  /** Starts that were taken although their mark is another one. */
  readonly slips: ReadonlySet<Line>;
  readonly known: KnownNames;
  /** Labels that several people answer to. */
  readonly shared: ReadonlySet<string>;
  /** Labels that a caption, a list, a title or a time presents as somebody's. */
  readonly presented: (label: string) => boolean;
}

/** An alarm; those with the same label are alike. */
export function alarmAt(
  code: AlarmCode,
  line: number | null,
  text: string,
  label: string | null,
  rest: string,
): ReadAlarm {
  const like = `${code} ${label === null ? '' : labelKey(label)}`;
  return { code, line, text: text.slice(0, SHOWN), label, rest: rest.slice(0, SHOWN), like };
}

/** The places of a reading in doubt, in the order of the text. */
export function alarmsOf({ lines, roles, starts, slips, known, shared, presented }: Doubtful): ReadAlarm[] {
  const byNumber = new Map<number, TurnStart>();
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const [{ number }, start] of starts) {
    byNumber.set(number, start);
    first = Math.min(first, number);
    last = Math.max(last, number);
  }
  const counts = countBy(byNumber.values(), ({ speaker }) => labelKey(speaker ?? ''));
  const recurs = [...counts.values()].some((count) => count > 1);
  const found: ReadAlarm[] = [];
  const add = (code: AlarmCode, { number, text }: Line, label: string | null, rest: string) =>
    found.push(alarmAt(code, number, text, label, rest));
  const slipped = new Set([...slips].map(({ number }) => number));
  const usual = usualShape(starts);
  const dashes = dashedLines(lines);
  const suspects: { line: Line; opening: Opening }[] = [];
  let outside = false;
  for (const [index, line] of lines.entries()) {
    const role = roles.get(line.number);
    const start = byNumber.get(line.number);
    if (start) {
      outside = false;
      const { speaker } = start;
      if (speaker === null) continue;
      if (slipped.has(line.number)) add('label-slip', line, speaker, start.rest);
      else if (shared.has(speaker)) add('label-shared', line, speaker, start.rest);
      else if (
        recurs &&
        counts.get(labelKey(speaker)) === 1 &&
        !line.turn?.sure &&
        start.start === null &&
        !presented(speaker) &&
        !openingsAt(line).some(({ label, rest }) => rest === start.rest && likelyName(label) >= PRESENTS)
      )
        add('label-once', line, speaker, start.rest);
      continue;
    }
    if (line.number < first) continue;
    // A name alone above words may present somebody, and may as well be the one who speaks.
    if (role === 'aside' && namesAlone(openingsAt(line), line, lines[index + 1]))
      add('label-like', line, line.text, '');
    if (role !== 'words' && role !== 'outside' && role !== 'heading') continue;
    const name = nameAt(line, known);
    if (name) add('known-name', line, name.label, name.rest);
    else if (role === 'heading') {
      if (line.level === 0 && namesAlone(openingsAt(line), line, lines[index + 1]))
        add('label-like', line, line.text, '');
    } else {
      const ways = openingsAt(line);
      const opening = ways.find((one) => isTelling(one) && likelyName(one.label) >= LIKE_AGAIN);
      const alike = line.start ? ways.find((one) => one.shape === usual && !isField(one)) : undefined;
      if (alike) add('label-like', line, alike.label, alike.rest);
      else if (opening && !isRound(opening)) suspects.push({ line, opening });
      else if (namesAlone(ways, line, lines[index + 1])) add('label-like', line, line.text, '');
      else if (role === 'words' && dashes.has(line)) add('label-like', line, '――', line.text);
      else if (
        role === 'words' &&
        (standsAlone(lines, index) ? headingStrength(line.text) > 0 : isCard(lines, index))
      )
        add('heading-like', line, null, line.text);
      else if (
        role === 'outside' &&
        line.number < last &&
        !outside &&
        line.text.length >= SENTENCE &&
        endsSentence(line.text)
      ) {
        outside = true;
        add('outside-words', line, null, line.text);
      }
    }
  }
  const again = countBy(suspects, ({ opening }) => labelKey(opening.label));
  for (const { line, opening } of suspects) {
    const enough = (again.get(labelKey(opening.label)) ?? 0) > 1 ? LIKE_AGAIN : LIKE_ONCE;
    if (likelyName(opening.label) >= enough) add('label-like', line, opening.label, opening.rest);
  }
  return found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Set off by a mark that prose has seldom, or by a courtesy. */
function isTelling({ separator, label }: Opening): boolean {
  return TELLING.has(separator) || (separator === 'blank' && HONORIFIC.test(label));
}

/** How most turns of a text begin; null where they do not begin alike, or as prose does too. */
function usualShape(starts: ReadonlyMap<Line, TurnStart>): string | null {
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
function isField({ separator, label }: Opening): boolean {
  return separator === 'colon' && likelyName(label) < FIELD;
}

/** A paragraph of one line. */
function standsAlone(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1];
  return lines[index]?.gap === true && (next === undefined || next.gap);
}

/** A paragraph of two to four short lines, none of them a sentence or an item: somebody presented. */
function isCard(lines: readonly Line[], index: number): boolean {
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
function dashedLines(lines: readonly Line[]): Set<Line> {
  const dashed = lines.filter(({ start, text }) => start && /^[―─—–]{1,3}[^―─—–]/u.test(text));
  return new Set(dashed.length > 1 ? dashed : []);
}

/** A likely name on a line of its own above words. */
function namesAlone(ways: readonly Opening[], line: Line, next: Line | undefined): boolean {
  if (!next || next.gap || line.text.length > 60) return false;
  const alone = ways.find(({ separator }) => separator === 'alone');
  return alone !== undefined && likelyName(alone.label) >= ALONE && endsSentence(next.text);
}

/** How likely a name must be to look like the speaker of the words below. */
const ALONE = 0.85;

/** Round brackets hold what happened, or an aside. */
export function isRound({ shape }: Pick<Opening, 'shape'>): boolean {
  return /bracket\(/.test(shape);
}

/** The name of somebody who speaks elsewhere at the start of a line, set off in whatever way. */
function nameAt(line: Line, known: KnownNames): { label: string; rest: string } | null {
  for (const { separator, label, rest, shape } of openingsAt(line)) {
    if (separator === 'blank' || (isRound({ shape }) && rest === '')) continue;
    const own = known.get(labelKey(label));
    if (own !== undefined) return { label: own, rest };
  }
  const slip = slipAt(line.text, known);
  if (slip) return { label: slip.label, rest: slip.rest };
  return line.start ? (gluedAt(line.text, known) ?? misspeltAt(line.text, known)) : null;
}

/** A speaker's name with the words glued to it: `BANKSThe …`, `Reyesvan der Meer …`. */
function gluedAt(text: string, known: KnownNames): { label: string; rest: string } | null {
  for (let to = Math.min(40, text.length - 1); to > 1; to--) {
    if (!/^\p{L}/u.test(text[to] ?? '') || hasJapanese(text.slice(0, to))) continue;
    const label = known.get(labelKey(text.slice(0, to)));
    if (label === undefined) continue;
    const rest = text.slice(to);
    if (/^\p{Lu}/u.test(rest) || beginsWithName(rest, known)) return { label, rest };
  }
  return null;
}

/** A speaker's name with a slip in it at the start of a paragraph: `Nkemelu-Prcie Women …`, `D’AmcioSo …`. */
function misspeltAt(text: string, known: KnownNames): { label: string; rest: string } | null {
  const head = text.slice(0, 60);
  const glued = /^\p{Lu}\S*?\p{Ll}(?=\p{Lu}\p{Ll})/u.exec(head)?.[0];
  const words = /^(\p{Lu}\S*)(?: (\p{Lu}\S*))?/u.exec(head);
  for (const name of [glued, words?.[1], words?.[2] === undefined ? undefined : `${words[1]} ${words[2]}`]) {
    if (name === undefined || name.length < SLIP_FROM) continue;
    const rest = text.slice(name.length).trimStart();
    if (!/^[\p{Lu}\p{N}“"'‘(:;,.–—-]/u.test(rest)) continue;
    for (const label of new Set(known.values())) if (isLetterAway(name, label)) return { label, rest };
  }
  return null;
}

/** Labels less likely than this are fields and openings of sentences. */
const FIELD = 0.01;

/** Names with fewer letters are a letter away from too many words. */
const SLIP_FROM = 4;
