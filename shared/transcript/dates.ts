/** Dates as people write them in English and Japanese, and in the numbers of other languages. */
import type { PartialDate } from '../model/basics.ts';
import { part, pattern } from '../pattern.ts';

/** A date in a text. */
export interface FoundDate {
  readonly date: PartialDate;
  /** The words allow another date too: day and month may be the other way round, the century is not said. */
  readonly guess: boolean;
  /** Where it stands in the text as `inDigits` gives it. */
  readonly at: number;
  readonly length: number;
}

/** A fiscal year as a text calls it. */
export interface FoundFiscalYear {
  readonly year: number;
  /** `FY2020` and `2020年度` can mean different twelve months: by whose custom it is called. */
  readonly language: 'en' | 'ja';
}

const NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari'],
  ['february', 'feb', 'februar', 'février', 'febrero', 'febbraio', 'fevereiro', 'februari'],
  ['march', 'mar', 'märz', 'mars', 'marzo', 'março', 'maart'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'agosto', 'augustus'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro', 'okt'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'décembre', 'diciembre', 'dicembre', 'dezembro', 'dez'],
];
const NUMBER_OF = new Map(
  NAMES.flatMap((names, at) => names.map((name): [string, number] => [name, at + 1])),
);
const WORDS = { source: [...NUMBER_OF.keys()].sort((a, b) => b.length - a.length).join('|') };
const MONTH = part`(${WORDS})\.?`;
const DAY = part`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
/** The last day of several, which is passed over: `13–14 May`, `May 13 and 14`. */
const TO = part`(?:\s?(?:-|~|to|and|&|,)\s?\d{1,2}(?:st|nd|rd|th|\.)?)?`;
/** The year in another count between brackets: `2024年（令和6年）5月`. */
const ASIDE = part`\s?(?:\([^()]{1,14}\)\s?)?`;
const ERAS: Readonly<Record<string, readonly [first: number, years: number]>> = {
  明治: [1868, 45],
  大正: [1912, 15],
  昭和: [1926, 64],
  平成: [1989, 31],
  令和: [2019, 99],
};
const ERA_OF: Readonly<Record<string, string>> = { M: '明治', T: '大正', S: '昭和', H: '平成', R: '令和' };
const ERA = part`(明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR](?=\s?\d))\s?\.?(\d{1,2}|元)`;

type Read = (match: RegExpExecArray) => { date: PartialDate; guess: boolean } | null;

const PATTERNS: readonly (readonly [RegExp, Read])[] = [
  [
    pattern(part`${ERA}\s?年${ASIDE}(\d{1,2})\s?月(?!期|号)(?:\s?(\d{1,2})\s?日)?`, 'gu'),
    ([, era, year, month, day]) => sure(eraYear(era, year), month, day),
  ],
  [
    pattern(part`${ERA}\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,2})(?!\d)`, 'gu'),
    ([, era, year, month, day]) => sure(eraYear(era, year), month, day),
  ],
  [
    pattern(part`(?<!\d)(\d{4})\s?年${ASIDE}(\d{1,2})\s?月(?!期|号)(?:\s?(\d{1,2})\s?日)?`, 'gu'),
    ([, year, month, day]) => sure(Number(year), month, day),
  ],
  [
    /(?<!\d)(\d{4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/gu,
    ([, year, , month, day]) => sure(Number(year), month, day, true),
  ],
  [
    pattern(part`(?<![\p{L}\d])${MONTH}\s?${DAY}${TO},?\s(\d{4})(?!\d)`, 'giu'),
    ([, month, day, year]) => sure(Number(year), monthOf(month), day),
  ],
  [
    pattern(part`(?<!\d)${DAY}${TO}(?:\s|-|\s?of\s|\sde\s)${MONTH}(?:,?\s|-|\sde[l]?\s)(\d{4})(?!\d)`, 'giu'),
    ([, day, month, year]) => sure(Number(year), monthOf(month), day),
  ],
  [
    pattern(part`(?<!\d)(\d{4})[\s-]${MONTH}[\s-]${DAY}(?![\d])`, 'giu'),
    ([, year, month, day]) => sure(Number(year), monthOf(month), day),
  ],
  [
    pattern(part`(?<![\p{L}\d])${MONTH}(?:,?\s|\sde[l]?\s)(\d{4})(?!\d)`, 'giu'),
    ([, month, year]) => sure(Number(year), monthOf(month)),
  ],
  [
    /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/gu,
    ([, day, month, year]) => sure(Number(year), month, day, true),
  ],
  [
    /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])/gu,
    ([, one, , two, year]) => eitherOrder(one, two, year),
  ],
  [
    /(?<![\d/.:-])(\d{4})[-/](\d{2})(?![\d/.:-])/gu,
    // `2011-12` may be a year that begins in 2011.
    ([, year, month]) => {
      const found = sure(Number(year), month);
      return found && { ...found, guess: Number(month) === (Number(year) % 100) + 1 };
    },
  ],
];

/** `20240513`, `240513`, as file names have them; the short one is a guess. */
const TIGHT: readonly (readonly [RegExp, Read])[] = [
  [
    /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?=\D|$|(?:[01]\d|2[0-3])[0-5]\d(?:\d{2})?(?!\d))/gu,
    ([, year, month, day]) => sure(Number(year), month, day, true),
  ],
  [
    /(?<!\d)((?:19|20)\d{2})_(\d{1,2})_(\d{1,2})(?!\d)/gu,
    ([, year, month, day]) => sure(Number(year), month, day, true),
  ],
  [
    /(?<!\d)(\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/gu,
    ([, year, month, day]) => guessed(sure(2000 + Number(year), month, day, true)),
  ],
];

/** Years of two figures, where a label says that a date stands here. */
const SHORT: readonly (readonly [RegExp, Read])[] = [
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d/])/gu,
    ([, one, two, year]) => guessed(eitherOrder(one, two, String(2000 + Number(year)))),
  ],
  [
    /(?<!\d)'?(\d{2})年(\d{1,2})月(?:(\d{1,2})日)?/gu,
    ([, year, month, day]) => guessed(sure(2000 + Number(year), month, day)),
  ],
  ...TIGHT.slice(0, 1),
];

/** What is a date where nothing but a date can stand: a year alone, a year and a month in figures. */
const FIELD: readonly (readonly [RegExp, Read])[] = [
  [/^(\d{4})\s?年?$/gu, ([, year]) => yearAlone(Number(year))],
  [pattern(part`^${ERA}\s?年?$`, 'gu'), ([, era, year]) => yearAlone(eraYear(era, year))],
  [/^(\d{4})\s?[./-]\s?(\d{1,2})$/gu, ([, year, month]) => sure(Number(year), month)],
  [/^(\d{1,2})\s?[./-]\s?(\d{4})$/gu, ([, month, year]) => sure(Number(year), month)],
  [
    pattern(part`^${ERA}\s?[./-]\s?(\d{1,2})$`, 'gu'),
    ([, era, year, month]) => sure(eraYear(era, year), month),
  ],
  ...TIGHT.slice(0, 1),
];

const FURTHER = { text: [], label: SHORT, 'file-name': TIGHT, field: [] } as const;

/** Every date in a text that `inDigits` gave, in its order; of two that begin together the longer one. */
export function datesIn(text: string, where: 'text' | 'label' | 'file-name' | 'field' = 'text'): FoundDate[] {
  const found: FoundDate[] = [];
  // Only a year of an era that has a field to itself may be without a figure.
  if (where !== 'field' && !/\d/.test(text)) return found;
  const patterns = [...(where === 'field' ? FIELD : []), ...PATTERNS, ...FURTHER[where]];
  for (const [expression, read] of patterns) {
    // `matchAll` would make a copy of the expression, and the engine compile it anew.
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const date = read(match);
      if (!date) continue;
      const one = { ...date, at: match.index, length: match[0].length };
      // What an earlier pattern has read is not read again in part.
      if (!found.some(({ at, length }) => one.at < at + length && at < one.at + one.length)) found.push(one);
    }
  }
  // A date that can only be read one way tells how the others are meant.
  const dayFirst = text.match(/(?<![\d/])(?:1[3-9]|2\d|3[01])\/\d{1,2}\/\d{4}/u) !== null;
  return found
    .map((one) => (one.guess && dayFirst ? dayBeforeMonth(one, text) : one))
    .sort((a, b) => a.at - b.at);
}

function dayBeforeMonth(one: FoundDate, text: string): FoundDate {
  const [, day, month, year] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text.slice(one.at, one.at + one.length)) ?? [];
  const found = year === undefined ? null : sure(Number(year), month, day, true);
  return found ? { ...one, ...found } : one;
}

const FISCAL: readonly (readonly [RegExp, 'en' | 'ja', (match: RegExpExecArray) => number | null])[] = [
  [pattern(part`${ERA}\s?年度`, 'u'), 'ja', ([, era, year]) => eraYear(era, year)],
  [/(?<!\d)(\d{4})\s?年度/u, 'ja', ([, year]) => Number(year)],
  [/(?<![\p{L}])(?:FY|fiscal(?: year)?|financial year)\s?'?(\d{4})/iu, 'en', ([, year]) => Number(year)],
  [/(?<![\p{L}])(?:FY|fiscal(?: year)?)\s?'?(\d{2})(?!\d)/iu, 'en', ([, year]) => 2000 + Number(year)],
];

/** The first fiscal year that a text names; null where it names none. */
export function fiscalYearIn(text: string): FoundFiscalYear | null {
  for (const [expression, language, read] of FISCAL) {
    const match = expression.exec(text);
    const year = match && read(match);
    if (year && year >= 1900 && year < 2200) return { year, language };
  }
  return null;
}

const KANJI_DIGITS = '〇一二三四五六七八九';

/** Full-width digits, `二〇二四年五月十三日`, and the shapes of dashes, as the patterns read them. */
export function inDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—―−]/gu, '-')
    .replaceAll('〜', '~')
    .replace(/[〇零○一二三四五六七八九十]{1,4}(?=\s?(?:年|月|日))/gu, (number) => {
      const digits = number.replaceAll(/[零○]/gu, '〇');
      if (!digits.includes('十')) return [...digits].map((one) => KANJI_DIGITS.indexOf(one)).join('');
      const [tens = '', units = ''] = digits.split('十');
      const value = (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens)) * 10;
      return String(value + (units === '' ? 0 : KANJI_DIGITS.indexOf(units)));
    });
}

function monthOf(name = ''): string {
  return String(NUMBER_OF.get(name.toLowerCase()) ?? 0);
}

function eraYear(era = '', year = ''): number {
  const [first, years] = ERAS[ERA_OF[era] ?? era] ?? [0, 0];
  const count = year === '元' ? 1 : Number(year);
  return count >= 1 && count <= years ? first + count - 1 : 0;
}

function eitherOrder(one = '', two = '', year = ''): { date: PartialDate; guess: boolean } | null {
  if (Number(one) > 12) return sure(Number(year), two, one, true);
  const found = sure(Number(year), one, two, true) ?? sure(Number(year), two, one, true);
  return found && { ...found, guess: Number(two) <= 12 && one !== two };
}

function guessed<T extends { guess: boolean }>(found: T | null): T | null {
  return found && { ...found, guess: true };
}

function yearAlone(year: number): { date: PartialDate; guess: boolean } | null {
  return year < 1868 || year > 2199 ? null : { date: String(year), guess: false };
}

/** @param whole a date without a day that there is, is none at all */
function sure(
  year: number,
  month?: string,
  day?: string,
  whole = false,
): { date: PartialDate; guess: boolean } | null {
  const number = Number(month);
  if (year < 1868 || year > 2199 || !(number >= 1 && number <= 12)) return null;
  const known = `${year}-${String(number).padStart(2, '0')}`;
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const dayOk = day !== undefined && Number(day) >= 1 && Number(day) <= days;
  if (!dayOk && whole && day !== undefined) return null;
  return { date: dayOk ? `${known}-${String(Number(day)).padStart(2, '0')}` : known, guess: false };
}
