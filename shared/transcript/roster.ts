/** Lists of participants, as pages print them above the text: groups (`Experts`, `乙社出席者`) and the people in each. */
import { part, pattern } from '../pattern.ts';
import { type Caption, labelsOf } from './captions.ts';
import {
  companyHeading,
  companyOfList,
  type Group,
  groupBeside,
  groupOf,
  isOwnName,
  LEGAL_FORM,
  listOfAnybody,
  type Side,
  withoutMarks,
} from './groups.ts';
import { labelKey } from './labels.ts';
import { likelyName } from './likely-name.ts';
import type { Line } from './lines.ts';
import { DIVISION, isOrganisation, ORGANISATION, TITLE } from './organisations.ts';
import type { Named } from './people.ts';
import { endsInRole, roleAtEnd } from './roles.ts';
import { HAN, HIRAGANA, hasJapanese, KATAKANA } from './scripts.ts';
import { ALIAS_BEHIND, endsSentence, HONORIFIC, japaneseName, latinName, withoutHonours } from './words.ts';

export interface Roster {
  /** People on lines of their own that are no captions. */
  readonly people: readonly Named[];
  /** On whose side the list puts a captioned person, by name. */
  readonly sides: ReadonlyMap<string, Side>;
}

/**
 * Reads the lists of a text.
 * @param isTurn whether a line begins a turn: lists stand above the first or between turns, never inside
 */
export function rosterOf(
  lines: readonly Line[],
  captions: readonly Caption[],
  isTurn: (line: Line) => boolean,
): Roster {
  const people: Named[] = [];
  const sides = new Map<string, Side>();
  const byStart = new Map(captions.map((caption) => [caption.from, caption]));
  let listed = false;
  let outsideSeen = false;
  // The company's people may stand before the guests.
  const outsideAnywhere = lines.some(({ text }) => text.length <= 60 && groupOf(text)?.side === 'external');
  let side: Side | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const caption = byStart.get(index);
    if (caption) {
      if (side && listed) sides.set(caption.name, side);
      index = caption.to - 1;
      continue;
    }
    if (people.length > MOST) break;
    if (isTurn(line)) {
      listed = false;
      side = null;
      continue;
    }
    const group = groupOf(line.text) ?? besideGroup(line.text);
    if (group) {
      listed = true;
      side = group.side;
      outsideSeen ||= group.side === 'external';
      if (group.rest !== '') people.push(...personsIn(group.rest, side));
      continue;
    }
    const text = withoutMarks(line.text);
    const anybody = listOfAnybody(line.text);
    if (anybody === '' || (anybody !== null && personsIn(anybody, null).length > 0)) {
      listed = true;
      side = null;
      if (anybody !== '') people.push(...personsIn(anybody, null));
      continue;
    }
    if (!listed) continue;
    const named = companyHeading(line.text);
    if (named !== null) {
      side = outsideAnywhere || isOwnName(named) ? 'internal' : null;
      continue;
    }
    const company = companyAt(lines, index);
    if (company) {
      side = company.side;
      people.push(...personsIn(company.rest, side));
      continue;
    }
    // The company's own name above its people, after the experts'.
    if (
      outsideSeen &&
      (line.start || byStart.has(index + 1)) &&
      text.length <= 60 &&
      LEGAL_FORM.test(text) &&
      (byStart.has(index + 1) || personsIn(lines[index + 1]?.text ?? '', 'internal').length > 0)
    ) {
      side = 'internal';
      continue;
    }
    const found = personsIn(line.text, side);
    const isBare = found.length === 1 && !found.some(hasPost);
    if (isBare && !line.gap && lacksPost(people.at(-1), lines[index - 1])) addPost(people, text);
    else if (found.length > 0) people.push(...found);
    else if (/[。．]$/u.test(text) || text.length > 80 || (endsSentence(text) && text.length > 40)) {
      listed = false;
      side = null;
    } else if (side && people.length > 0 && !line.gap) addPost(people, text);
  }
  // A list of hundreds is no list of who took part.
  return { people: people.length > MOST ? [] : people, sides };
}

const MOST = 500;

/** `参加者　菊地 亨氏`; `司会　本日は…` is what the chair says. */
function besideGroup(text: string): Group | null {
  const group = groupBeside(text);
  return group && personsIn(group.rest, group.side).length > 0 ? group : null;
}

/** What the people of a text's lists may be called, by `labelKey`. */
export function listedNames(lines: readonly Line[]): Set<string> {
  const { people } = rosterOf(lines, [], () => false);
  return new Set(people.flatMap(({ name }) => labelsOf(name).map(labelKey)));
}

/**
 * A line of a list that says whose the people below are, or behind its colon: `みのり食品出席者`, `Harbour Foods`,
 * `壬社：社長 須藤 学`. The company that the text speaks of has its own there; of another nothing is told.
 */
function companyAt(lines: readonly Line[], index: number): { side: Side | null; rest: string } | null {
  const line = lines[index] as Line;
  const text = withoutMarks(line.text);
  const [, head = text, rest = ''] = /^([^:：]{2,40})[:：]\s*(\S.*)$/u.exec(text) ?? [];
  if (head.length > 40 || endsSentence(head)) return null;
  const host = companyOfList(head) ?? head;
  const people = rest === '' ? (lines[index + 1]?.text ?? '') : rest;
  const named = personsIn(head, 'internal');
  if (personsIn(people, 'internal').length === 0 || named.some(hasPost)) return null;
  const speaksOf = isOwnName(host) || isSpokenOf(host, lines);
  if (host !== head) return { side: speaksOf ? 'internal' : null, rest };
  const isCompany = LEGAL_FORM.test(head) || /[^\s]社$/u.test(head) || speaksOf;
  // `Harbour Foods` may as well be somebody, where nothing else tells.
  if (named.length > 0 && (hasJapanese(head) || !speaksOf)) return null;
  if (rest === '' ? !line.gap || TITLE.test(head) : !isCompany) return null;
  return { side: speaksOf ? 'internal' : null, rest };
}

/** Whether sentences of the text speak of a company as of the one that holds the dialogue. */
function isSpokenOf(name: string, lines: readonly Line[]): boolean {
  const bare = name.replaceAll(/株式会社|（株）|\(株\)|㈱/gu, '').trim();
  if (bare.length < 2) return false;
  const form = hasJapanese(bare)
    ? pattern(part`${bare}(?:グループ|株式会社|ホールディングス)?(?:は|では|が|の|、|において)`, 'u')
    : pattern(part`\b${bare}\b.{0,80}\p{Ll}`, 'u');
  return lines
    .slice(0, LOOKED_THROUGH)
    .some(({ text }) => endsSentence(text) && text.length > 20 && form.test(text));
}

/** The company is spoken of at the beginning. Lines. */
const LOOKED_THROUGH = 200;

/** Whether a person stands on the line above with nothing said of them yet: `Nagi SARL` below is where they are from. */
function lacksPost(last: Named | undefined, above: Line | undefined): boolean {
  if (last === undefined || hasPost(last) || hasJapanese(last.name)) return false;
  return withoutMarks(above?.text ?? '').endsWith(last.name);
}

function hasPost({ title, organisation }: Named): boolean {
  return title !== '' || organisation !== '';
}

/** A title below a name that has none yet. */
function addPost(people: Named[], text: string): void {
  const last = people.at(-1);
  if (!last || hasPost(last) || text.length > 60) return;
  people[people.length - 1] = { ...last, ...(hasJapanese(text) ? postOf(text) : latinPost(text)) };
}

/** The people a line names: `海風大学 教授 早瀬 みちる氏`, `推進部 川 恭、三村 志`, `Jun Hara, Director, Harbour KK`. */
export function personsIn(line: string, side: Side | null): Named[] {
  const text = withoutMarks(line).replace(ALIAS_BEHIND, '');
  if (text.length === 0 || text.length > 120 || /[。．!?！？]$/u.test(text)) return [];
  if (hasJapanese(text)) return japanesePersons(text, side);
  const match = /^([^,(（]{3,60})(?:,\s*(.+)|\s*[(（](.+)[)）])?$/u.exec(text);
  const name = withoutHonours(match?.[1] ?? '').trim();
  if (!match || latinName(match[1] ?? '') === null) return [];
  const post = (match[2] ?? match[3] ?? '').trim();
  const parts = latinPost(post);
  // A name alone is one where the list says whose the people are.
  if (post === '' && (side === null || likelyName(name) < WHOLE)) return [];
  return [{ name, label: name, ...parts, ...(side && { side }) }];
}

/** `Director, Harbour Trust` as title and organisation. */
function latinPost(post: string): { title: string; organisation: string } {
  const comma = post.lastIndexOf(', ');
  const last = post.slice(comma + 2);
  if (comma > 0 && isOrganisation(last)) return { title: post.slice(0, comma), organisation: last };
  return isOrganisation(post) ? { title: '', organisation: post } : { title: post, organisation: '' };
}

/** How likely a name must be that stands alone. */
const WHOLE = 0.9;

const FOREIGN = part`[${KATAKANA}]{1,12}(?:[・･=＝ ][${KATAKANA}A-ZＡ-Ｚ.．]{1,12}){1,4}`;
const NAME_AT_END = pattern(
  part`(?:^|[ \u3000])(${FOREIGN}|([${HAN}${KATAKANA}]{1,5}|[${HIRAGANA}]{2,4}(?=[ \u3000]))[ \u3000]?([${HAN}${HIRAGANA}${KATAKANA}]{1,5})) ?[ \u3000]?(氏|様|さん|先生)?$`,
  'u',
);
const DOTTED = pattern(part`^${FOREIGN}$`, 'u');

function japanesePersons(text: string, side: Side | null): Named[] {
  const people: Named[] = [];
  let post = '';
  for (const [index, piece] of text.split(/[、,，](?![^（(]*[)）])/u).entries()) {
    const one = japanesePerson(piece.trim(), side);
    // Titles only, or a sentence with commas: no list of names.
    if (!one) return index === 0 || people.length === 0 ? [] : people;
    // Further names of one post: `推進部 川 恭、三村 志`.
    if (one.title !== '' || one.organisation !== '') post = one.title;
    people.push(one.title === '' && one.organisation === '' && index > 0 ? { ...one, title: post } : one);
  }
  return people;
}

/** `大城 理人 氏　海鳴大学 教授`, `斉藤　勇　常務取締役`, `近藤 幸（こんどう さち）氏　いずみ 理事`: the post behind the name. */
const POST_BEHIND = pattern(
  part`^(${FOREIGN}|[${HAN}${KATAKANA}]{1,5}[ \u3000][${HAN}${HIRAGANA}${KATAKANA}]{1,5}?|[${HAN}]{2,6}(?= ?[氏様]))(?:[(（][${HIRAGANA}${KATAKANA} \u3000]+[)）])?( ?[ \u3000]?(?:氏|様|さん|先生))?[ \u3000]+(\S.+)$`,
  'u',
);

/** With the post before or in brackets behind, as it is written more often. */
function postInFront(piece: string): string {
  const [, name = '', courtesy = '', post = ''] = POST_BEHIND.exec(piece) ?? [];
  const says = courtesy !== '' || isPost(post) || ORGANISATION.test(post) || DIVISION.test(post);
  const isName = japaneseName(name) !== null || DOTTED.test(name);
  return isName && says && !/[（(]|(?:氏|様|さん|先生)$/u.test(post)
    ? `${post} ${name}${courtesy.trim()}`
    : piece;
}

function isPost(words: string): boolean {
  return endsInRole(words) || TITLE.test(words) || /.{2}[長役員]$/u.test(words);
}

function japanesePerson(given: string, side: Side | null): Named | null {
  const piece = postInFront(given);
  const brackets = /^(.{2,40}?)\s*[（(]([^()（）]{1,60})[)）]$/u.exec(piece);
  const words = brackets?.[1] ?? piece;
  const inner =
    brackets && !/^[\u3041-\u3096\u30a1-\u30fc \u3000A-Za-z]+$/u.test(brackets[2] ?? '')
      ? (brackets[2] ?? '')
      : '';
  const match = NAME_AT_END.exec(words);
  // `主任　周文华`: a post and a name, and no surname.
  const [before = '', behind = ''] = (match?.[1] ?? '').split(/[ \u3000]+/u);
  const titled = behind.length > 1 && isPost(before) && !isPost(behind);
  const whole = titled ? behind : (match?.[1] ?? '');
  const courtesy = match?.[4] !== undefined;
  const foreign = DOTTED.test(whole) && /[・･=＝]/u.test(whole);
  const apart = /[ \u3000]/u.test(whole) || foreign || titled;
  if (
    !match ||
    (!courtesy && !apart) ||
    (!foreign && japaneseName(whole) === null) ||
    endsInRole(whole.replace(/[ \u3000]/gu, ''))
  )
    return null;
  const prefix = `${words.slice(0, match.index)} ${titled ? before : ''}`.trim();
  if (/[。はがをにで]$/u.test(prefix)) return null;
  const post = postOf([prefix, inner].filter((one) => one !== '').join(' '));
  const name = whole.replace(HONORIFIC, '').trim();
  // Of a list that says nothing of sides, a post or a courtesy tells a person; the company has none for its own.
  if (side === null && !courtesy && post.title === '' && post.organisation === '') return null;
  const told = side ?? (courtesy ? 'external' : null);
  return { name, label: name, ...post, ...(told && { side: told }) };
}

/** `海風大学法学部 准教授` as organisation and title. */
function postOf(text: string): { title: string; organisation: string } {
  const words = text.split(/[ \u3000]+/u).filter((word) => word !== '');
  let organisations = 0;
  while (
    organisations < words.length &&
    isOrganisation(words[organisations] ?? '') &&
    !endsInRole(words[organisations] ?? '')
  )
    organisations++;
  if (organisations === 0 && words.length > 0) {
    const glued = gluedPost(words[0] ?? '');
    if (glued) return { organisation: glued.organisation, title: [glued.title, ...words.slice(1)].join(' ') };
  }
  return {
    organisation: words.slice(0, organisations).join(' '),
    title: words.slice(organisations).join(' '),
  };
}

/** `特定非営利活動法人ネイブ代表理事`: an organisation and a post without a blank. Null where it is no such thing. */
function gluedPost(word: string): { title: string; organisation: string } | null {
  const title = roleAtEnd(word);
  const organisation = word.slice(0, word.length - title.length);
  return title !== '' && ORGANISATION.test(organisation) && !DIVISION.test(organisation)
    ? { title, organisation }
    : null;
}
