import { foldText } from '../fold/fold.ts';
import { type Indicator, type Unit, unitOf } from '../model/indicator.ts';

/** What a table says that it counts in. */
export interface StatedUnit {
  /** How many of the unit one is: 1,000 of “thousands”, 千人. */
  readonly scale: number;
  /** Null = it names none, or one that is not known. */
  readonly unit: Unit | null;
  /** What is said of it beside the scale, folded: of another currency, or of another unit than the known ones. */
  readonly word: string;
}

/** English words and signs for so many at once. */
const SCALES: readonly (readonly [number, RegExp])[] = [
  [1e12, /(?<![a-z])(?:trillions?|trn)(?![a-z])/],
  [1e9, /(?<![a-z])(?:billions?|bn|bln)(?![a-z])/],
  [1e6, /(?<![a-z])(?:millions?|mill?\.|mn|mln|mio\.?)(?![a-z])/],
  [1e3, /(?<![a-z])(?:thousands?|thsd\.?|tsd\.?)(?![a-z])/],
  [1e3, /(?<![\d,])['’]?000['’]?s?(?![\d,a-z])/],
  [100, /(?<![a-z])hundreds?(?![a-z])/],
  [0.1, /‰|(?<![a-z])per ?mill?e?(?![a-z])|パーミル/],
];
/** One letter is a scale only by itself or at a currency: `K`, `US$ m`, `kUSD`. */
const LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
]);
/** 百万, 10億, `1,000`. */
const NUMERALS = /^(10{0,2}(?:,000)+|10{3,}|10{1,2}(?=\s*[十百千万億兆]))?\s*([十百千])?([万億兆])?/;
const JAPANESE: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 千: 1e3 },
  ...{ 万: 1e4, 億: 1e8, 兆: 1e12 },
};

const UNIT_WORDS: readonly (readonly [Unit, RegExp, string])[] = [
  ['percent', /^(?:%|percent|per cent|pct|percentage|rate|パーセント|百分率|割合|率)$/, ''],
  [
    'people',
    /^(?:people|persons?|employees?|participants?|headcounts?|head|members?|workers?|人|名|人数|延べ人数|のべ人数|従業員|従業員数)$/,
    '',
  ],
  ['cases', /^(?:cases?|reports?|incidents?|complaints?|件|件数)$/, ''],
  ['companies', /^(?:company|companies|suppliers?|firms?|社|会社|社数)$/, ''],
  ['sites', /^(?:sites?|locations?|拠点|事業所|か所|カ所|ヶ所|箇所)$/, ''],
  ['countries', /^(?:country|countries|か国|カ国|ヶ国|ヵ国|国)$/, ''],
  ['hours', /^(?:hours?|hrs?\.?|h|時間|延べ時間|のべ時間)$/, ''],
  ['money', /^(?:円|yen|jpy|¥|日本円)$/, 'jpy'],
  ['money', /^(?:usd|us\$|\$|(?:us )?dollars?|米?ドル)$/, 'usd'],
  ['money', /^(?:eur|€|euros?|ユーロ)$/, 'eur'],
  ['money', /^(?:gbp|£|pounds?(?: sterling)?|ポンド)$/, 'gbp'],
  ['money', /^(?:cny|rmb|yuan|人民元|元)$/, 'cny'],
];

/** Reads what a column, a name or a line says of the unit: “thousands of people”, 百万円, `¥ bn`, `'000`. Null = nothing is said. */
export function statedUnit(text: string): StatedUnit | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[¥￥]/g, '¥')
    .replace(/^\W*(?:単位|units?|figures|amounts|in)(?:\s*(?:are|is|of|in))*\s*[:=]?\s*/u, '')
    .replace(/[()[\]{}（）「」。]/g, ' ')
    .replace(/^\s*(?:in|of)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return null;
  const { scale, rest } = withoutScale(plain);
  const word = rest
    .replace(/^[\s,、/・.:;-]+|[\s,、/・.:;-]+$/g, '')
    .replace(/^(?:of|in) | (?:of|in)$/g, '')
    .trim();
  const known = UNIT_WORDS.find(([, words]) => words.test(word));
  return { scale, unit: known?.[0] ?? null, word: known ? known[2] : foldText(word) };
}

function withoutScale(plain: string): { readonly scale: number; readonly rest: string } {
  if (isKnown(plain)) return { scale: 1, rest: plain };
  for (const [scale, words] of SCALES)
    if (words.test(plain)) {
      const inner = withoutScale(plain.replace(words, ' ').trim());
      return { scale: scale * inner.scale, rest: inner.rest };
    }
  const [found = '', digits = '1', ten = '', myriad = ''] = NUMERALS.exec(plain) ?? [];
  if (found !== '')
    return {
      scale: Number(digits.replaceAll(',', '')) * (JAPANESE[ten] ?? 1) * (JAPANESE[myriad] ?? 1),
      rest: plain.slice(found.length),
    };
  for (const [letter, scale] of LETTERS) {
    const rests = [plain.startsWith(letter) && plain.slice(1), plain.endsWith(letter) && plain.slice(0, -1)];
    const rest = rests.find((one) => one !== false && (one === '' || isMoney(one.trim())));
    if (rest !== undefined && rest !== false) return { scale, rest };
  }
  return { scale: 1, rest: plain };
}

function isKnown(word: string): boolean {
  return UNIT_WORDS.some(([, words]) => words.test(word));
}

function isMoney(word: string): boolean {
  return UNIT_WORDS.some(([unit, words]) => unit === 'money' && words.test(word));
}

/** Words that in a name say who or what is meant, and in a column for units what is counted: “Reports (suppliers)”. */
const NOUNS =
  /^(?:employees?|participants?|members?|workers?|head|cases?|reports?|incidents?|complaints?|company|companies|suppliers?|firms?|sites?|locations?|country|countries|rate|従業員|会社|国|率|割合)$/i;

/** Whether what stands in brackets or behind a comma of a name, or in a line at a table, says a unit that is known. */
function isUnit(text: string, said: StatedUnit | null): said is StatedUnit {
  if (said === null) return false;
  if (said.scale !== 1) return said.unit !== null || said.word.length <= 12;
  return said.unit !== null && !NOUNS.test(text.trim());
}

/** A unit with the words that state it. */
export interface UnitInText {
  readonly said: StatedUnit;
  readonly text: string;
}

/** The unit that the name of a row states: “Training hours (thousands)”, 売上高（百万円）. */
export function unitInName(name: string): UnitInText | null {
  const [, behind] = /[,、:：]\s*([^,、:：]+)$/u.exec(name) ?? [];
  return firstUnit([...inBrackets(name), behind]);
}

/** The unit that a line beside a table states for all of it: “(¥ million)”, 単位：千人, “figures in thousands”. */
export function unitInLine(line: string): UnitInText | null {
  const [, named] = LINE.exec(line) ?? [];
  return firstUnit([named, ...inBrackets(line)]);
}

const LINE =
  /(?:単位|\bunits?\b|\b(?:figures|amounts|numbers|values)\b(?: are| is)?(?: stated| given| shown| expressed)? in\b|^in\b)\s*[:：=]?\s*((?:[^。;；,，、\n)）\]]|,(?=\d)){1,40})/iu;

function inBrackets(text: string): string[] {
  return [...text.matchAll(/[(（[［]([^()（）[\]［］]+)[)）\]］]/gu)].flatMap(([, inside = '']) => inside);
}

function firstUnit(texts: readonly (string | undefined)[]): UnitInText | null {
  for (const text of texts) {
    const said = text === undefined ? null : statedUnit(text);
    if (text !== undefined && isUnit(text, said)) return { said, text: text.trim() };
  }
  return null;
}

/** Whether numbers in a stated unit are numbers of an indicator as they stand: same scale, same unit. */
export function fitsUnit(said: StatedUnit, indicator: Pick<Indicator, 'unit' | 'unitName'>): boolean {
  const names = Object.values(indicator.unitName).flatMap((name) => statedUnit(name) ?? []);
  const scale = names[0]?.scale ?? 1;
  if (said.scale !== scale) return false;
  if (said.unit === null && said.word === '') return true;
  const unit = unitOf(indicator);
  const own = unit === 'other' ? (names.find((one) => one.unit !== null)?.unit ?? null) : unit;
  if (said.unit === null)
    return own === null
      ? names.length === 0 || names.some(({ word }) => word === said.word)
      : names.some(({ word }) => word === said.word);
  if (own === null) return names.length === 0;
  if (own !== said.unit) return false;
  const currencies = names.flatMap(({ word }) => (word === '' ? [] : word));
  return said.word === '' || currencies.length === 0 || currencies.includes(said.word);
}
