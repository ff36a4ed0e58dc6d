/** Lists of participants, as pages print them above the text: groups (`Experts`, `乙社出席者`) and the people in each. */
import { part, pattern } from '../pattern.ts';
import type { Caption } from './captions.ts';
import {
  companyHeading,
  groupOf,
  isListOfAnybody,
  isOwnName,
  LEGAL_FORM,
  type Side,
  withoutMarks,
} from './groups.ts';
import type { Line } from './lines.ts';
import { DIVISION, isOrganisation, ORGANISATION } from './organisations.ts';
import type { Named } from './people.ts';
import { endsInRole, roleAtEnd } from './roles.ts';
import { HAN, HIRAGANA, hasJapanese, KATAKANA } from './scripts.ts';
import { ALIAS_BEHIND, endsSentence, HONORIFIC, japaneseName, latinName } from './words.ts';

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
    const group = groupOf(line.text);
    if (group) {
      listed = true;
      side = group.side;
      outsideSeen ||= group.side === 'external';
      if (group.rest !== '') people.push(...personsIn(group.rest, side));
      continue;
    }
    const text = withoutMarks(line.text);
    if (isListOfAnybody(line.text)) {
      listed = true;
      side = null;
      continue;
    }
    if (!listed) continue;
    const named = companyHeading(line.text);
    if (named !== null) {
      side = outsideAnywhere || isOwnName(named) ? 'internal' : null;
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
    const found = side ? personsIn(line.text, side) : [];
    if (found.length > 0) people.push(...found);
    else if (/[。．]$/u.test(text) || text.length > 80 || (endsSentence(text) && text.length > 40)) {
      listed = false;
      side = null;
    } else if (side && people.length > 0 && !line.gap) addPost(people, text);
  }
  // A list of hundreds is no list of who took part.
  return { people: people.length > MOST ? [] : people, sides };
}

const MOST = 500;

/** A title below a name that has none yet. */
function addPost(people: Named[], text: string): void {
  const last = people.at(-1);
  if (last?.title !== '' || last.organisation !== '' || text.length > 60) return;
  people[people.length - 1] = { ...last, ...postOf(text) };
}

/** The people a line names: `海風大学 教授 早瀬 みちる氏`, `推進部 川 恭、三村 志`, `Jun Hara, Director, Harbour KK`. */
export function personsIn(line: string, side: Side): Named[] {
  const text = withoutMarks(line).replace(ALIAS_BEHIND, '');
  if (text.length === 0 || text.length > 120 || /[。．!?！？]$/u.test(text)) return [];
  if (hasJapanese(text)) return japanesePersons(text, side);
  const match = /^([^,(（]{3,60})(?:,\s*(.+)|\s*[(（](.+)[)）])$/u.exec(text);
  const name = (match?.[1] ?? '').trim();
  if (!match || latinName(name) === null) return [];
  const post = match[2] ?? match[3] ?? '';
  const comma = post.lastIndexOf(', ');
  const parts =
    comma > 0 && isOrganisation(post.slice(comma + 2))
      ? { title: post.slice(0, comma), organisation: post.slice(comma + 2) }
      : isOrganisation(post)
        ? { title: '', organisation: post }
        : { title: post, organisation: '' };
  return [{ name, label: name, ...parts, side }];
}

const FOREIGN = part`[${KATAKANA}]{1,12}(?:[・･=＝ ][${KATAKANA}A-ZＡ-Ｚ.．]{1,12}){1,4}`;
const NAME_AT_END = pattern(
  part`(?:^|[ \u3000])(${FOREIGN}|([${HAN}${KATAKANA}]{1,5})[ \u3000]?([${HAN}${HIRAGANA}${KATAKANA}]{1,5})) ?[ \u3000]?(氏|様|さん|先生)?$`,
  'u',
);
const DOTTED = pattern(part`^${FOREIGN}$`, 'u');

function japanesePersons(text: string, side: Side): Named[] {
  const people: Named[] = [];
  let post = '';
  for (const [index, piece] of text.split(/[、,，]/u).entries()) {
    const one = japanesePerson(piece.trim(), side);
    // Titles only, or a sentence with commas: no list of names.
    if (!one) return index === 0 || people.length === 0 ? [] : people;
    // Further names of one post: `推進部 川 恭、三村 志`.
    if (one.title !== '' || one.organisation !== '') post = one.title;
    people.push(one.title === '' && one.organisation === '' && index > 0 ? { ...one, title: post } : one);
  }
  return people;
}

function japanesePerson(piece: string, side: Side): Named | null {
  const brackets = /^(.{2,40}?)\s*[（(]([^()（）]{1,60})[)）]$/u.exec(piece);
  const words = brackets?.[1] ?? piece;
  const inner =
    brackets && !/^[\u3041-\u3096\u30a1-\u30fc \u3000A-Za-z]+$/u.test(brackets[2] ?? '')
      ? (brackets[2] ?? '')
      : '';
  const match = NAME_AT_END.exec(words);
  const whole = match?.[1] ?? '';
  const courtesy = match?.[4] !== undefined;
  const foreign = DOTTED.test(whole) && /[・･=＝]/u.test(whole);
  const apart = /[ \u3000]/u.test(whole) || foreign;
  if (
    !match ||
    (!courtesy && !apart) ||
    (!foreign && japaneseName(whole) === null) ||
    endsInRole(whole.replace(/[ \u3000]/gu, ''))
  )
    return null;
  const prefix = words.slice(0, match.index).trim();
  if (/[。はがをにで]$/u.test(prefix)) return null;
  const post = postOf([prefix, inner].filter((one) => one !== '').join(' '));
  const name = whole.replace(HONORIFIC, '').trim();
  return { name, label: name, ...post, side };
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
