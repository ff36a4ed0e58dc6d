import { diffArrays } from 'diff';
import { foldText } from '../fold/fold.ts';
import { oneOf, part, pattern } from '../pattern.ts';

/** In what two wordings differ that may turn the sense round. */
export type SenseKind = 'negation' | 'number' | 'obligation' | 'opposite';

/** What of one kind was taken out and what was put in, as folded words; empty = nothing. */
export interface SenseChange {
  readonly kind: SenseKind;
  readonly from: string;
  readonly to: string;
}

interface Token {
  readonly kind: 'negation' | 'number' | 'obligation' | 'word';
  /** Tokens with the same key say the same: `can't` and `cannot`, 三割 and 30 %. */
  readonly key: string;
  readonly text: string;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
const SMALL_NUMBERS = `${ONES} seventeen eighteen nineteen`.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const POWERS: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const SHARES = 'half halves quarter quarters thirds twice thrice double doubled triple tripled'.split(' ');
const MONTHS = 'january february april june july august september sept october november december'.split(' ');
const NUMBER_WORDS = part`(?:${oneOf([...SMALL_NUMBERS, ...TENS, ...Object.keys(POWERS).map((one) => part`${one}s?`)])})`;

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const KANJI_MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };
const KANJI_NUMBER = '〇零一二三四五六七八九十百千万億兆';

/** Words with a kanji numeral or a negating kanji in them that count and deny nothing. */
const ORDINARY = [
  ...'一緒 一般 一方 唯一 統一 万一 同一 十分 一切 一旦 一層 一応 一定 一致 一体 一種 一見 一環 一連 一律 一番'.split(
    ' ',
  ),
  ...'第三者 非常 未来 不動産 無線 必ず はず いずれ わずか ずつ ずっと ずれ ずら みずから 死ぬ はなし'.split(
    ' ',
  ),
];
const JAPANESE_NEGATIONS = 'ません なかっ なけれ なく ない なし ざる ず ぬ 無 非 未 不'.split(' ');
const JAPANESE_OBLIGATIONS = 'べき べし 必要 義務'.split(' ');

const NEGATIONS = new Set(
  'not never no none nobody nothing nowhere neither nor without unable non hardly scarcely barely'.split(' '),
);
const OBLIGATIONS = new Set('must shall should ought required obliged needs need'.split(' '));
const HAVE = /^ha(?:ve|s|d)$/u;
/** What is left of a verb before `n't`, where it is not the verb. */
const CONTRACTED: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };
/** Beginnings that turn a word into its contrary. */
const DENYING = /^(?:un|in|im|ir|il|non|dis|mis)$/u;

/** Beginnings of words of which the left says the contrary of the right. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['increas', 'decreas'],
  ['increas', 'reduc'],
  ['ris', 'fall'],
  ['rose', 'fell'],
  ['more', 'less'],
  ['more', 'fewer'],
  ['most', 'least'],
  ['high', 'low'],
  ['all', 'some'],
  ['always', 'sometimes'],
  ['allow', 'forbid'],
  ['allow', 'prohibit'],
  ['permit', 'prohibit'],
  ['accept', 'reject'],
  ['accept', 'refus'],
  ['include', 'exclude'],
  ['before', 'after'],
  ['above', 'below'],
  ['employer', 'employee'],
  ['増', '減'],
  ['上', '下'],
  ['高', '低'],
  ['多', '少'],
  ['前', '後'],
  ['大', '小'],
  ['内', '外'],
  ['有', '無'],
  ['賛', '反'],
  ['許', '禁'],
];

const TOKEN = pattern(
  oneOf([
    part`(?<ordinary>${oneOf(ORDINARY)})`,
    part`(?<ordinal>\d+(?:st|nd|rd|th)\b)`,
    part`(?<number>(?:\d+(?:,\d{3})+(?!\d)|\d)(?:\d|\.(?=\d)|[${KANJI_NUMBER}])*|[${KANJI_NUMBER}][${KANJI_NUMBER}\d]*)`,
    part`(?<words>\b${NUMBER_WORDS}(?:[\s-]+(?:and\s+)?${NUMBER_WORDS})*\b)`,
    part`(?<numero>no\.(?=\s*\d))`,
    part`(?<word>(?:(?![\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{M}'])+)`,
    part`(?<negation>${oneOf(JAPANESE_NEGATIONS)})`,
    part`(?<obligation>${oneOf(JAPANESE_OBLIGATIONS)})`,
    part`(?<other>[^\s\p{P}])`,
  ]),
  'gu',
);
const UNIT = /^\s*(?:(%|percent\b|per cent\b|パーセント)|(割)|(倍|times\b|-?fold\b))/u;

function tokensOf(text: string): Token[] {
  const folded = foldText(text);
  const tokens: Token[] = [];
  for (const match of folded.matchAll(TOKEN)) {
    const { ordinary, ordinal, number, words, numero, word, negation, obligation, other } =
      match.groups as Record<string, string | undefined>;
    const behind = folded.slice(match.index + match[0].length, match.index + match[0].length + 16);
    if (ordinal !== undefined) tokens.push(token('number', `${Number.parseInt(ordinal, 10)}.`, ordinal));
    else if (number !== undefined) tokens.push(withUnit(kanjiValue(number), number, behind));
    else if (words !== undefined) tokens.push(withUnit(wordValue(words), words, behind));
    else if (negation !== undefined) tokens.push(token('negation', 'ない', negation));
    else if (obligation !== undefined) tokens.push(token('obligation', 'must', obligation));
    else if (word !== undefined) tokens.push(...wordTokens(word, behind));
    else {
      const rest = (ordinary ?? numero ?? other) as string;
      tokens.push(token('word', rest, rest));
    }
  }
  return tokens;
}

function token(kind: Token['kind'], key: string, text: string): Token {
  return { kind, key, text };
}

function wordTokens(written: string, behind: string): Token[] {
  const word = written.replace(/^'+|'+$/gu, '');
  if (word === '') return [];
  if (word === 'cannot') return [token('word', 'can', 'can'), token('negation', 'not', 'not')];
  const contracted = /^(\p{L}+)n't$/u.exec(word)?.[1];
  if (contracted !== undefined) {
    const verb = CONTRACTED[contracted] ?? contracted;
    return [...wordTokens(verb, ''), token('negation', 'not', word)];
  }
  if (NEGATIONS.has(word)) return [token('negation', word, word)];
  if (OBLIGATIONS.has(word) || (HAVE.test(word) && /^\s+to\b/u.test(behind)))
    return [token('obligation', 'must', word)];
  if (ORDINALS.includes(word)) return [token('number', `${ORDINALS.indexOf(word)}.`, word)];
  if (SHARES.includes(word) || MONTHS.includes(word)) return [token('number', word, word)];
  return [token('word', word, word)];
}

/** Percent and 割 are one unit; a multiple is another. */
function withUnit(value: number | string, text: string, behind: string): Token {
  const unit = UNIT.exec(behind);
  if (!unit) return token('number', String(value), text);
  const told = `${text}${unit[0]}`;
  if (unit[1] !== undefined) return token('number', `${value}%`, told);
  if (unit[2] !== undefined) return token('number', `${Number(value) * 10}%`, told);
  return token('number', `${value}x`, told);
}

/** `3万5千`, 二〇二四, 三百, `1,200`, `05`; digits alone stay a text, so that long ones are not rounded. */
function kanjiValue(written: string): number | string {
  if (/^[\d,.]+$/u.test(written)) return written.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  let [total, section] = [0, 0];
  let current: number | null = null;
  for (const [piece] of written.matchAll(/\d[\d,.]*|./gu)) {
    const digit = piece === '零' ? 0 : KANJI_DIGITS.indexOf(piece);
    if (/^\d/u.test(piece)) current = Number(piece.replaceAll(',', ''));
    else if (digit >= 0) current = (current ?? 0) * 10 + digit;
    else if (KANJI_POWERS[piece] !== undefined) {
      section += (current ?? 1) * KANJI_POWERS[piece];
      current = null;
    } else {
      const before = section + (current ?? 0);
      total += (before === 0 ? 1 : before) * (KANJI_MYRIADS[piece] ?? 1);
      [section, current] = [0, null];
    }
  }
  return total + section + (current ?? 0);
}

/** `three hundred and five`, `thirty-two`. */
function wordValue(written: string): number {
  let [total, section] = [0, 0];
  for (const word of written.split(/[\s-]+/u)) {
    const small = SMALL_NUMBERS.indexOf(word);
    const tens = TENS.indexOf(word);
    const power = POWERS[word] ?? POWERS[word.replace(/s$/u, '')];
    if (small >= 0) section += small;
    else if (tens >= 0) section += (tens + 2) * 10;
    else if (power !== undefined && power <= 100) section = Math.max(1, section) * power;
    else if (power !== undefined) {
      total += Math.max(1, section) * power;
      section = 0;
    }
  }
  return total + section;
}

/**
 * In what a new wording may say something else than an old one: a negation, a number or an obligation that came, went
 * or moved, and a word replaced by its contrary. Other ways to write the same (`cannot` for `can't`, 三割 for 30%) are
 * no change. One entry a kind.
 */
export function senseChanges(before: string, after: string): SenseChange[] {
  if (before === after) return [];
  const olds = tokensOf(before);
  const news = tokensOf(after);
  const found = new Map<SenseKind, { from: string[]; to: string[] }>();
  const note = (kind: SenseKind, from: readonly string[], to: readonly string[]) => {
    const known = found.get(kind) ?? { from: [], to: [] };
    known.from.push(...from);
    known.to.push(...to);
    found.set(kind, known);
  };
  for (const { removed, added } of differences(olds, news)) {
    for (const kind of ['negation', 'number', 'obligation'] as const) {
      const [from, to] = [removed, added].map((list) =>
        list.filter((one) => one.kind === kind).map(({ text }) => text),
      ) as [string[], string[]];
      const all = [...from, ...to];
      // `have to` alone tells how something is, as often as what is owed: it only stands for another `must`.
      if (kind === 'obligation' && all.every((word) => HAVE.test(word))) continue;
      if (all.length > 0) note(kind, from, to);
    }
    for (const old of removed)
      for (const fresh of added) {
        if (isDenied(old.key, fresh.key)) note('negation', [old.text], [fresh.text]);
        else if (isOpposite(old.text, fresh.text)) note('opposite', [old.text], [fresh.text]);
      }
  }
  return [...found].map(([kind, { from, to }]) => ({ kind, from: from.join(' '), to: to.join(' ') }));
}

/** Negations in a text, as they are written. */
export function negationsIn(text: string): string[] {
  return tokensOf(text).flatMap(({ kind, text: written }) => (kind === 'negation' ? [written] : []));
}

interface Difference {
  readonly removed: Token[];
  readonly added: Token[];
}

/** Places where two rows of tokens differ. */
function differences(olds: readonly Token[], news: readonly Token[]): Difference[] {
  const result: Difference[] = [];
  let open: Difference | null = null;
  let [i, j] = [0, 0];
  for (const { removed, added, count } of diffArrays(
    olds.map(({ key }) => key),
    news.map(({ key }) => key),
  )) {
    if (!removed && !added) {
      open = null;
      i += count;
      j += count;
      continue;
    }
    if (!open) {
      open = { removed: [], added: [] };
      result.push(open);
    }
    if (removed) {
      open.removed.push(...olds.slice(i, i + count));
      i += count;
    } else {
      open.added.push(...news.slice(j, j + count));
      j += count;
    }
  }
  return result;
}

/** `paid` and `unpaid`, either way round. */
function isDenied(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && long.endsWith(short) && DENYING.test(long.slice(0, -short.length));
}

function isOpposite(one: string, other: string): boolean {
  return OPPOSITES.some(
    ([left, right]) =>
      (one.startsWith(left) && other.startsWith(right)) || (one.startsWith(right) && other.startsWith(left)),
  );
}
