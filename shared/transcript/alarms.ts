/**
 * What of a reading is in doubt. Words under the wrong name are worse than words under none: whatever a reader joined to
 * the turn before, although it looks like the start of another, is listed with its place, and a person decides.
 */
import { labelsOf } from './captions.ts';
import { headingStrength, isRemark } from './headings.ts';
import { countBy } from './judge.ts';
import { labelKey } from './labels.ts';
import { likelyName } from './likely-name.ts';
import type { Line, Opening, Separator } from './lines.ts';
import type { Narration } from './narration.ts';
import { leadLength, leadShape, openingsAt } from './openings.ts';
import type { TurnStart } from './page.ts';
import type { AlarmCode, LineRole, ReadAlarm, ReadParticipant } from './result.ts';
import { hasJapanese } from './scripts.ts';
import {
  againIn,
  aloneAt,
  isInside,
  isOtherMark,
  isSlipOf,
  type Manner,
  mannerOf,
  misspeltAt,
  type Spellings,
  setOffAt,
  spellings,
} from './suspects.ts';
import { endsSentence, HONORIFIC, withoutHonours } from './words.ts';

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
    if (!opens || (!hasJapanese(head[to - 1] ?? '') && PARTICLE_BEHIND.test(rest))) continue;
    const weak = /^[\s\u3000]*[,.，．、。·]?[\s\u3000]*$/u.test(mark);
    return { label, rest, sure: led || post !== '' || !weak };
  }
  return null;
}

/** What goes on behind a Latin name in a Japanese sentence: `Google は前年…`; `はい` and `ですから` open one. */
const PARTICLE_BEHIND = /^(?:[はがのをにへとでも]|には|では|とは)[^\u3041-\u3096、。]/u;

/** Whether a text begins with the name of a speaker, also one in small letters: `van der Meer`. */
function beginsWithName(text: string, known: KnownNames): boolean {
  for (const word of text.slice(0, 60).matchAll(/(?<=^.{1,40})(?=[\s,.:;!?])/gu))
    if (known.has(labelKey(text.slice(0, word.index)))) return true;
  return false;
}

/** A post in brackets or a time behind a name. */
const BEHIND_NAME = /^(?:[ \u3000]?[(（][^()（）]{1,60}[)）]|[ \u3000]?[[［][\d:.,：時間分秒]{4,12}[\]］])/u;

/** What `alarmsOf` looks at. */
export interface Doubtful {
  readonly lines: readonly Line[];
  readonly roles: ReadonlyMap<number, LineRole>;
  readonly starts: ReadonlyMap<Line, TurnStart>;
  /** Starts that were taken although their mark is another one. */
  readonly slips: ReadonlySet<Line>;
  /** Paragraphs that tell what somebody said, and whether that is sure. */
  readonly narration: Narration;
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
export function alarmsOf(doubtful: Doubtful): ReadAlarm[] {
  const { lines, roles, starts, slips, narration, known, shared, presented } = doubtful;
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
  const manner = mannerOf(lines, starts);
  const names = spellings([...known, ...printedNames(starts)]);
  const dashes = dashedLines(lines, manner);
  const again = againIn(
    lines.filter(({ number, level }) => level === 0 && number > first && !byNumber.has(number)),
    manner,
  );
  const spoken = new Set<string>();
  const suspects: { line: Line; opening: Opening }[] = [];
  let outside = false;
  for (const [index, line] of lines.entries()) {
    const role = roles.get(line.number);
    const start = byNumber.get(line.number);
    if (start) {
      outside = false;
      const { speaker } = start;
      if (speaker === null) continue;
      spoken.add(speaker);
      if (slipped.has(line.number)) add('label-slip', line, speaker, start.rest);
      else if (shared.has(speaker)) add('label-shared', line, speaker, start.rest);
      else if (isOtherMark(line, start, manner)) add('label-slip', line, speaker, start.rest);
      else if (isInside(line, start, manner)) add('label-inside', line, speaker, start.rest);
      else if (
        recurs &&
        counts.get(labelKey(speaker)) === 1 &&
        !line.turn?.sure &&
        (isSlipOf(speaker, names) ||
          (start.start === null &&
            !presented(speaker) &&
            !openingsAt(line).some(
              ({ label, rest }) => rest === start.rest && likelyName(label) >= PRESENTS,
            )))
      )
        add('label-once', line, speaker, start.rest);
      continue;
    }
    if (line.number < first) continue;
    const told = narration.get(line);
    if (told !== undefined) {
      if (!line.gap && narration.has(lines[index - 1] as Line)) continue;
      if (told.how === 'likely') add('outside-words', line, null, line.text);
      if (told.how === 'possible') add('known-name', line, told.name, line.text);
      continue;
    }
    // A name alone above words may present somebody, and may as well be the one who speaks.
    if (
      role === 'aside' &&
      (namesAlone(openingsAt(line), line, lines[index + 1]) || aloneAt(lines, index, manner) !== null)
    )
      add('label-like', line, line.text, '');
    else if (role === 'aside') {
      // Who has spoken before is presented no more.
      const own = known.get(labelKey(line.text));
      if (own !== undefined && spoken.has(own)) add('known-name', line, own, '');
    }
    if (role !== 'words' && role !== 'outside' && role !== 'heading') continue;
    const name = nameAt(line, known, names, manner, isBrief(lines, index));
    if (name) add('known-name', line, name.label, name.rest);
    else if (role === 'heading') {
      if (line.level === 0 && namesAlone(openingsAt(line), line, lines[index + 1]))
        add('label-like', line, line.text, '');
    } else {
      const ways = openingsAt(line);
      const opening = ways.find((one) => isTelling(one) && likelyName(one.label) >= LIKE_AGAIN);
      const alike =
        line.start || !manner.paragraphs
          ? ways.find((one) => one.shape === usual && !isField(one, line.start ? FIELD : FIELD_INSIDE))
          : undefined;
      const setOff = alike ? null : setOffAt(line, manner, again);
      if (alike) add('label-like', line, alike.label, alike.rest);
      else if (setOff && !isRound(setOff)) add('label-like', line, setOff.label, setOff.rest);
      else if (opening && !isRound(opening)) suspects.push({ line, opening });
      else if (namesAlone(ways, line, lines[index + 1]) || aloneAt(lines, index, manner) !== null)
        add('label-like', line, line.text, '');
      else if (role === 'words' && dashes.has(line)) add('label-like', line, '――', line.text);
      else if (
        role === 'words' &&
        !CLOSING.test(line.text) &&
        (standsAlone(lines, index) ? headingStrength(line.text) > 0 : isCard(lines, index))
      )
        add('heading-like', line, null, line.text);
      else if (
        role === 'outside' &&
        line.number < last &&
        !outside &&
        line.text.length >= SENTENCE &&
        !isRemark(line.text) &&
        endsSentence(line.text)
      ) {
        outside = true;
        add('outside-words', line, null, line.text);
      }
    }
  }
  const suspected = countBy(suspects, ({ opening }) => labelKey(opening.label));
  for (const { line, opening } of suspects) {
    const enough = (suspected.get(labelKey(opening.label)) ?? 0) > 1 ? LIKE_AGAIN : LIKE_ONCE;
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
function isField({ separator, label }: Opening, least: number): boolean {
  return separator === 'colon' && likelyName(label) < least && !/^\p{Lu}{2,4}$/u.test(label);
}

/** How minutes say that they end. */
const CLOSING = /^以上[。.]?$/u;

/** A paragraph of a few words. */
function isBrief(lines: readonly Line[], index: number): boolean {
  const { text } = lines[index] ?? { text: '' };
  return text.length <= (hasJapanese(text) ? 45 : 90) && standsAlone(lines, index);
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
function dashedLines(lines: readonly Line[], { paragraphs }: Manner): Set<Line> {
  const dashed = lines.filter(
    ({ start, text }, at) =>
      (start || !paragraphs || lines[at + 1]?.gap === true) &&
      /^[―─—–]{1,3}[^―─—–\s]|^[―─—]{1,3}\s/u.test(text),
  );
  return new Set(dashed.length > 1 ? dashed : []);
}

/** A likely name on a line of its own above words. */
function namesAlone(ways: readonly Opening[], line: Line, next: Line | undefined): boolean {
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

/** The name of somebody who speaks elsewhere at the start of a line, set off in whatever way. */
function nameAt(
  line: Line,
  known: KnownNames,
  names: Spellings,
  manner: Manner,
  isBriefLine: boolean,
): { label: string; rest: string } | null {
  for (const { separator, label, rest, shape } of openingsAt(line)) {
    if (separator === 'blank' || (isRound({ shape }) && rest === '')) continue;
    const own = known.get(labelKey(label));
    if (own !== undefined) return { label: own, rest };
  }
  const slip = slipAt(line.text, known);
  if (slip) return { label: slip.label, rest: slip.rest };
  const told = line.gap && (manner.labelled || isBriefLine) ? toldOf(line.text, known) : null;
  if (told !== null) return { label: told, rest: line.text };
  if (!line.start && manner.paragraphs) return null;
  return gluedAt(line.text, known) ?? misspeltAt(line.text, names);
}

/** Whose name a paragraph begins with, a courtesy aside: `Ms. Ito asked …` may tell of a turn that nobody's words are. */
function toldOf(text: string, known: KnownNames): string | null {
  const bare = withoutHonours(text.replace(/^The /u, '').slice(0, 60));
  for (let to = Math.min(40, bare.length - 1); to > 0; to--) {
    if (/[\p{L}\p{N}]/u.test(bare[to] ?? '') && !hasJapanese(bare[to] ?? '')) continue;
    const label = known.get(labelKey(bare.slice(0, to)));
    if (label !== undefined && to > 1) return label;
  }
  return null;
}

/** Speakers as their labels are printed: `早瀬弁護士`, `Prof. Wayan`. */
export function printedNames(starts: ReadonlyMap<Line, TurnStart>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [line, { speaker, rest }] of starts) {
    const opening = speaker === null ? undefined : openingsAt(line).find((one) => one.rest === rest);
    if (opening) names.set(labelKey(opening.label), speaker ?? '');
  }
  return names;
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

/** Labels less likely than this are fields and openings of sentences. */
const FIELD = 0.01;
/** In lines that begin no paragraph, items of lists look like labels too. */
const FIELD_INSIDE = 0.15;
