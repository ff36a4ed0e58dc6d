import { isFieldWord } from './field-words.ts';
import { remembered } from './remembered.ts';
import { endsInRole } from './roles.ts';
import { withoutUnseen } from './scripts.ts';
import { COURTESY, HONORIFIC, isCommonNoun, japaneseName, latinName } from './words.ts';

/** `Name:` at the start of a line, taken apart. */
export interface ParsedLabel {
  /** As printed, without marks, times and brackets behind it. */
  readonly label: string;
  /** What stood in brackets behind the name: a role or an organisation. */
  readonly role: string;
  readonly rest: string;
  /** Seconds, where a time stands before or behind the name. */
  readonly start: number | null;
  /** Set off by the layout (`**Name:**`), so that it can hardly be prose. */
  readonly marked: boolean;
}

const LONGEST_LABEL = 60;

/**
 * Takes `Name: words` apart, also `**Name:** words`, `Name：言葉`, `[00:01:02] Name: words`, `>> NAME: words` and
 * `Name (role): words`. Whether the name is a speaker's is for the whole text to tell.
 */
export function parseLabel(line: string): ParsedLabel | null {
  const bullet = /^[・•●○◆]\s*/u.exec(line.slice(0, 8))?.[0];
  if (bullet === undefined) return labelAt(line);
  // In a list only a courtesy or a role shows that a point is somebody's.
  const label = labelAt(line.slice(bullet.length));
  return label && (HONORIFIC.test(label.label) || endsInRole(label.label)) ? label : null;
}

function labelAt(line: string): ParsedLabel | null {
  let offset = 0;
  let start: number | null = null;
  const head = line.slice(0, LONGEST_LABEL + 40);
  const chevron = /^>{2,3}\s*/.exec(head);
  if (chevron) offset = chevron[0].length;
  const time =
    /^[[(<［（]?([\d０-９]{1,2}[:：])?([\d０-９]{1,2})[:：]([\d０-９]{2})([.,][\d０-９]{1,3})?(?:[\])>］）][\s\u3000]*|[\s\u3000]+)(?=\S)/u.exec(
      head.slice(offset),
    );
  if (time) {
    start = seconds(time[0].normalize('NFKC'));
    offset += time[0].length;
  }
  // A bare `10:30` may be a time of day in prose.
  let marked = chevron !== null || (time !== null && (time[1] !== undefined || /^[[(<［（]/u.test(time[0])));
  const mark = /^(\*\*|__)/.exec(head.slice(offset))?.[0];
  if (mark) offset += mark.length;
  const body = head.slice(offset);
  const colon = body.search(/[:：]/u);
  if (colon < 1 || colon > LONGEST_LABEL) {
    // `Name (0:12): words` has its first colon inside the time.
    return null;
  }
  let end = colon;
  // A time in brackets holds colons of its own: look for the one behind it.
  const bracket = /^[^([（:：]{1,40}[([（](\d{1,2}:)?\d{1,2}:\d{2}[)\]）]\s*[:：]/u.exec(body);
  if (bracket) {
    start = seconds(bracket[0].slice(bracket[0].search(/[([（]/u)));
    end = bracket[0].length - 1;
  }
  let raw = body.slice(0, end);
  const wide = body[end] === '：';
  let restAt = offset + end + 1;
  if (mark) {
    if (raw.trimEnd().endsWith(mark)) raw = raw.trimEnd().slice(0, -mark.length);
    else if (line.startsWith(mark, restAt)) restAt += mark.length;
    else return null;
    marked = true;
  }
  const rest = line.slice(restAt);
  const brackets = /^(.*?)\s*[([（]([^()[\]（）]*)[)\]）]\s*$/u.exec(raw);
  const label = (brackets?.[1] ?? raw).trim();
  const inBrackets = brackets?.[2]?.trim() ?? '';
  const role = /^[\d:.,時間分秒]+$/u.test(inBrackets) ? '' : inBrackets;
  if (!isLabelShape(label)) return null;
  const spaceless = /[\u3041-\u9fff]$/u.test(label);
  // `http://`, `10:30`, `ratio:4`: a colon of Latin text is followed by a space.
  if (!wide && !mark && !spaceless && rest !== '' && !/^\s/u.test(rest)) return null;
  if (rest.startsWith('//')) return null;
  return { label, role, rest: rest.trim(), start, marked };
}

function isLabelShape(label: string): boolean {
  if (label.length === 0 || label.length > 40 || !/\p{L}/u.test(label)) return false;
  if (/[。、，,;!?！？"“”「」『』<>\\=@#*{}…]/u.test(label)) return false;
  if (/^[•・●■◆▪‣–([（［【〔-]/u.test(label)) return false;
  const words = label.split(/\s+/);
  if (words.length > 5) return false;
  // A full stop belongs to an initial or a title.
  return words.every(
    (word) => !word.includes('.') || /^(\p{L}\.)+\p{L}?\.?$|^(Dr|Mr|Ms|Mrs|Prof|St|Jr|Sr)\.$/u.test(word),
  );
}

/** `1:02:03.5` as seconds. */
export function seconds(time: string): number | null {
  const match = /(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?/.exec(time);
  if (!match) return null;
  const [, hours = '0', minutes = '0', whole = '0', part = ''] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(`0.${part || '0'}`);
}

/** These stand before a colon in titles: no speakers, but no fields either. */
const NO_SPEAKER_IN_TITLES = new Set(
  'interview|dialogue|dialog|session|talk|panel|round table|roundtable|part|day|chapter|section|インタビュー|対談|座談会|鼎談|対話|ダイアログ|セッション|特集|第一部|第二部|第三部'.split(
    '|',
  ),
);

/** Whether a line is a field of a form (`Date: 5 May`) rather than words of somebody. */
export function isField(line: string): boolean {
  const colon = line.slice(0, LONGEST_LABEL).search(/[:：]/u);
  return colon > 0 && isFieldName(line.slice(0, colon));
}

/** Whether a word is one that people write before a colon without meaning a speaker. */
export function isFieldName(label: string): boolean {
  return isFieldWord(labelKey(label)) || isCommonNoun(label);
}

const ROLE =
  /^(speaker|host|moderator|facilitator|interviewer|interviewee|chair(man|woman|person)?|expert|participant|respondent|q|a|operator|presenter|officer|manager|supplier|worker|unknown|司会|司会者|進行|進行役|議長|座長|会長|委員長|事務局|聞き手|質問者|回答者|参加者|有識者|専門家|発言者|話者|会社|当社|弊社)\s?([A-Z]|[０-９Ａ-Ｚ]|\d{1,3})?$/iu;

/** What is known of a label over a whole text. */
export interface LabelUse {
  readonly label: string;
  count: number;
  marked: number;
  /** What goes on in a small letter, as a definition does and a speech does not. */
  small: number;
  role: string;
}

/** Counts labels over the lines of a text. */
export function countLabels(labels: Iterable<ParsedLabel>): Map<string, LabelUse> {
  const uses = new Map<string, LabelUse>();
  for (const { label, role, marked, rest } of labels) {
    const key = labelKey(label);
    let use = uses.get(key);
    if (!use) {
      use = { label, count: 0, marked: 0, small: 0, role };
      uses.set(key, use);
    }
    use.count++;
    if (marked) use.marked++;
    if (/^\p{Ll}/u.test(rest)) use.small++;
    if (role && !use.role) use.role = role;
  }
  return uses;
}

/** Labels that differ in honorific, case of capitals or spaces only are one person's. */
export const labelKey = remembered(
  (label) =>
    withoutUnseen(label)
      .replace(HONORIFIC, '')
      .replace(COURTESY, '')
      .replace(/\s+/gu, ' ')
      .trim()
      .toLowerCase(),
  20_000,
);

/**
 * The labels that are speakers': they recur, or look like somebody's name; words like `Note` never are.
 * @param places how many paragraphs or cues could have begun with a label
 * @param known whether a name elsewhere in the text (a caption, a list) answers to the label
 */
export function speakersAmong(
  uses: ReadonlyMap<string, LabelUse>,
  places: number,
  known: (label: string) => boolean,
): Map<string, LabelUse> {
  const speakers = new Map<string, LabelUse>();
  const possible = [...uses].filter(
    ([key]) => !isFieldWord(key) && !isCommonNoun(key) && !NO_SPEAKER_IN_TITLES.has(key),
  );
  const recurring = possible.filter(([, use]) => use.count > 1 && mayBeLabel(use));
  const turns = recurring.reduce((sum, [, use]) => sum + use.count, 0);
  // Where every other paragraph has a label, labels are what this text is made of.
  const dense = turns >= 3 && turns >= places * 0.4;
  // A short text: a handful of lines, all of them labelled.
  const all = possible.reduce((sum, [, { count }]) => sum + count, 0);
  const nothingElse = possible.length >= 2 && all >= places * 0.8;
  for (const [key, use] of possible) {
    if (!mayBeLabel(use)) continue;
    const name = latinName(use.label) !== null || isJapaneseSpeaker(use.label);
    const accepted =
      known(use.label) ||
      use.marked > 0 ||
      name ||
      (use.count > 1 && (dense || recurring.length > 1 || ROLE.test(use.label) || turns >= places * 0.4)) ||
      (use.small < use.count && ((dense && looksCapital(use.label)) || nothingElse));
    if (accepted) speakers.set(key, use);
  }
  return speakers;
}

/** Capitals, or a word that comes again and again as a chat name does. */
function mayBeLabel({ label, count, marked }: LabelUse): boolean {
  if (!/\p{Script=Latin}/u.test(label)) return true;
  const words = label.split(/\s+/);
  const capital = words.every(
    (word) =>
      /^[\p{Lu}\d(|&/-]/u.test(word) ||
      /^(de|del|della|van|von|der|den|da|di|bin|al|el|la|le|of|the)$/.test(word),
  );
  return (
    (capital && /^\p{Lu}/u.test(label)) ||
    (words.length === 1 && (count > 2 || marked > 0)) ||
    ROLE.test(label)
  );
}

function looksCapital(label: string): boolean {
  return /^\p{Lu}/u.test(label) || /^[\u3400-\u9fff\u30a1-\u30fa]/u.test(label);
}

/** A Japanese name that prose would not put before a colon: with honorific or space, or of two to five characters. */
function isJapaneseSpeaker(label: string): boolean {
  const name = japaneseName(label);
  if (!name) return false;
  return HONORIFIC.test(label) || name.given !== '' || /^[\u3400-\u9fff々]{2,5}$/u.test(label);
}
