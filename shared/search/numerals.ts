import { type FiscalYearConvention, fiscalYearCalled } from '../model/workspace.ts';
import type { Named } from './concepts.ts';
import { conceptOf } from './names.ts';

/** Fiscal years in folded text, as English and as Japanese write them. */
const YEAR =
  /(?<![\p{L}\p{N}])(?:fy ?'?|fiscal (?:year )?)(?<english>(?:19|20)?\d\d)(?!\d)|(?<![\p{N}])(?:(?<japanese>\d{4}|[〇一二三四五六七八九]{4})|(?<era>令和|平成)(?<count>元|\d{1,2}))年度/gu;
/** The year before the first of an era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };
/** The first year of each era that is counted by it, the newest first. */
const SINCE = [
  ['令和', 2019],
  ['平成', 1989],
] as const;

/** The fiscal years named in folded text, each with all that it is called. @param convention of the workspace */
export function yearsNamed(text: string, convention: FiscalYearConvention): Named[] {
  const found: Named[] = [];
  for (const match of text.matchAll(YEAR)) {
    const { english, japanese, era, count } = match.groups ?? {};
    const first =
      english !== undefined
        ? fiscalYearCalled(english.length === 2 ? 2000 + Number(english) : Number(english), convention, 'en')
        : japanese !== undefined
          ? fiscalYearCalled(numberOf(japanese), convention, 'ja')
          : (ERAS[era ?? ''] ?? 0) + (count === '元' ? 1 : Number(count));
    const [typed] = match;
    for (const concept of conceptOf({}, [typed, ...namesOf(first, convention)])) {
      const [own, ...others] = concept.terms;
      const name = { en: own?.words ?? '' };
      found.push({
        start: match.index,
        end: match.index + typed.length,
        names: [{ concept: { ...concept, name }, others, closeness: 'synonym', called: null }],
      });
    }
  }
  return found;
}

function numberOf(digits: string): number {
  return Number(
    [...digits].map((one) => (/\d/.test(one) ? one : '〇一二三四五六七八九'.indexOf(one))).join(''),
  );
}

/** All that the fiscal year is called that begins in a year of the calendar. */
function namesOf(first: number, convention: FiscalYearConvention): string[] {
  const called = (language: string) => 2 * first - fiscalYearCalled(first, convention, language);
  const english = called('en');
  const eras = SINCE.filter(([, since]) => first >= since).slice(0, 1);
  return [
    `FY${english}`,
    `FY ${english}`,
    `fiscal ${english}`,
    `fiscal year ${english}`,
    `${called('ja')}年度`,
    ...eras.flatMap(([era, since]) => {
      const count = first - since + 1;
      return [`${era}${count}年度`, ...(count === 1 ? [`${era}元年度`] : [])];
    }),
  ];
}

const ORDINAL = /第(?<digits>\d{1,4})(?!\d)|第(?<kanji>[一二三四五六七八九十百]{1,7})(?=\p{Script=Han})/gu;
const DIGITS = '〇一二三四五六七八九';

/** Numbers behind 第 in folded text, with what follows them, as others write them: 第三次, 第3次. */
export function ordinalsNamed(text: string): Named[] {
  return [...text.matchAll(ORDINAL)].flatMap((match) => {
    const { digits, kanji } = match.groups ?? {};
    const after = /^\p{Script=Han}/u.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
    const typed = match[0] + after;
    const other = digits === undefined ? `第${numberIn(kanji ?? '')}` : `第${inKanji(Number(digits))}`;
    return conceptOf({}, [typed, other + after]).map((concept) => ({
      start: match.index,
      end: match.index + typed.length,
      names: [
        {
          concept: { ...concept, name: { ja: typed } },
          others: concept.terms.slice(1),
          closeness: 'synonym',
          called: null,
        },
      ],
    }));
  });
}

/** 二十三 is 23. */
function numberIn(kanji: string): number {
  let value = 0;
  let digit = 0;
  for (const one of kanji) {
    const unit = one === '十' ? 10 : one === '百' ? 100 : 0;
    if (unit > 0) {
      value += (digit || 1) * unit;
      digit = 0;
    } else digit = digit * 10 + DIGITS.indexOf(one);
  }
  return value + digit;
}

/** 23 is 二十三; beyond 999, digit by digit. */
function inKanji(value: number): string {
  if (value > 999) return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('');
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const part = (count: number, unit: string) =>
    count === 0 ? '' : count === 1 ? unit : `${DIGITS[count] ?? ''}${unit}`;
  return part(hundreds, '百') + part(tens, '十') + (ones > 0 ? (DIGITS[ones] ?? '') : '');
}
