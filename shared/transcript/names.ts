/** Names as they are compared: one key for all the ways in which a name is written. */
import { foldWholeName } from '../fold/fold.ts';
import { hasJapanese, withoutUnseen } from './scripts.ts';
import { HONORIFIC, japaneseName, latinName, withoutHonours } from './words.ts';

/** Whether a name has neither kana nor kanji. */
export function isLatin(name: string): boolean {
  return name !== '' && !hasJapanese(name);
}

/** Names are compared in pairs: each is folded once. Emptied before it grows beyond a text's labels. */
const folds = new Map<string, string>();
const MOST_FOLDS = 20_000;

/** A name as it is compared: width, case, blanks, honorifics, courtesies and the point after an initial aside. */
export function foldName(name: string): string {
  const known = folds.get(name);
  if (known !== undefined) return known;
  if (folds.size >= MOST_FOLDS) folds.clear();
  const made = folded(name);
  folds.set(name, made);
  return made;
}

function folded(name: string): string {
  const plain = bareName(name);
  if (isLatin(plain)) {
    const words = withoutHonours(plain)
      .replaceAll(/[.,:;_]+/g, ' ')
      .replaceAll(/ +/g, ' ')
      .trim();
    return foldWholeName(words === '' ? plain : words);
  }
  const bare = plain.replace(HONORIFIC, '').trim();
  return foldWholeName((bare === '' ? plain : bare).replaceAll(/[ ・･·=＝]+/g, ''));
}

/** Without what nobody sees, and without the reading or the short name in brackets behind it. */
function bareName(name: string): string {
  const plain = withoutUnseen(name).normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  const bare = plain.replace(BEHIND, '').trim();
  return bare === '' ? plain : bare;
}

/** `（はやせ）`, `(以下、早瀬)`, `(hereinafter "Mori")`. */
const BEHIND =
  / ?\((?:[\u3041-\u30FF ]+|(?:以下|通称|旧姓|hereinafter|hereafter|a\.?k\.?a)[^()]{0,60})\)(?=(?:氏|様|さん|先生)?$)/iu;

/** Whether words are a whole name, surname and given name, rather than a surname that many people have. */
export function isWholeName(name: string): boolean {
  const plain = bareName(name);
  if (isLatin(plain)) {
    const words = foldName(plain).split(' ');
    return words.length > 1 && words.every((word) => word.length > 1) && latinName(plain) !== null;
  }
  const bare = plain.replace(HONORIFIC, '').trim();
  return /[ ・]/u.test(bare) || ([...bare].length >= 4 && japaneseName(bare) !== null);
}

/** A name whatever the order of its words, as names of both customs are written. */
export function nameKey(name: string): string {
  const key = foldName(name);
  return isLatin(key) ? key.split(' ').sort().join(' ') : key;
}

/** What of a name people are also called by: the surname, in either script. */
export function piecesOf(name: string): string[] {
  const plain = bareName(name);
  const words = plain.replace(HONORIFIC, '').split(/[\s\u3000・]+/u);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (!isLatin(plain)) return [foldName(first)];
  return [foldName(last), foldName(first)].filter((word) => word.length > 1);
}

/** Letters that two labels must have for one letter more, less or other to be a slip; for two that changed places fewer. */
const LETTER_AWAY = 7;
const SWAPPED = 4;

/** Whether two labels are a slip of the hand apart: one letter, or two that changed places. */
export function isLetterAway(one: string, other: string): boolean {
  const a = foldName(one);
  const b = foldName(other);
  if (a === b) return false;
  // `Speake r1`: a blank in the wrong place.
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  if (a.replaceAll(/\D/g, '') !== b.replaceAll(/\D/g, '')) return false;
  // `Expert A` and `Expert B` are two.
  if (a.split(' ').at(-1)?.length === 1 || b.split(' ').at(-1)?.length === 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++;
  const [mine, theirs] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  const least = Math.min(a.length, b.length);
  if (mine.length <= 1 && theirs.length <= 1) return least >= LETTER_AWAY;
  return least >= SWAPPED && mine.length === 2 && mine === [...theirs].reverse().join('');
}
