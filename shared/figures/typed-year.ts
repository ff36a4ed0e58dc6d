import { type FiscalYearConvention, fiscalYearCalled, fiscalYearOf } from '../model/workspace.ts';
import { halfWidth } from '../number.ts';

/** What the head of a column says. A bare year is asked: by its beginning, or by its end? */
export type TypedYear =
  | { readonly kind: 'year'; readonly fiscalYear: number }
  | { readonly kind: 'ask'; readonly fiscalYears: readonly number[] }
  | { readonly kind: 'none' };

const ERAS: Readonly<Record<string, number>> = {
  ...{ 昭和: 1925, 平成: 1988, 令和: 2018 },
  ...{ S: 1925, H: 1988, R: 2018 },
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ENGLISH = /^(?:fy|fiscal(?: year)?)[\s'’]*(\d{4}|\d{2})$/i;
const JAPANESE = /^(\d{4}|(昭和|平成|令和|[SHR])(\d{1,2}|元))年度$/i;
/** `2018年3月期`, `2018/3期`. */
const ENDING_JAPANESE = /^(\d{4})(?:年|\/)(\d{1,2})月?期$/;
/** `FYE 3/2018`, `FYE 2018/3`, `year ended 31 March 2018`, `FYE Mar 2018`. */
const ENDING_ENGLISH =
  /^(?:fye|(?:fiscal )?year (?:ended|ending))\s*(?:(\d{1,2})\/(\d{4})|(\d{4})\/(\d{1,2})|(?:\d{1,2} )?([a-z]{3})[a-z]*\.?(?: \d{1,2},)? (\d{4}))$/i;
const BARE = /^(\d{4})年?$/;

/**
 * The fiscal year that people call so: `FY2018` by the English convention of the workspace, `2017年度` by the Japanese,
 * `2018年3月期` and `FYE 3/2018` as the one that ends there. Marks behind it are left out.
 */
export function typedYear(typed: string, convention: FiscalYearConvention): TypedYear {
  const text = halfWidth(typed)
    .trim()
    .replace(/\s*(?:[*※†‡]\d{0,2}[\s,]*)+$/u, '')
    .replaceAll(/\s+/g, ' ');
  const english = ENGLISH.exec(text)?.[1];
  if (english) return year(fiscalYearCalled(fullYear(english), convention, 'en'));
  const japanese = JAPANESE.exec(text);
  if (japanese) return year(fiscalYearCalled(japaneseYear(japanese), convention, 'ja'));
  const ending = endIn(text);
  if (ending)
    return ending.month === lastMonth(convention) ? year(fiscalYearOf(dateOf(ending), convention)) : NONE;
  const bare = BARE.exec(text)?.[1];
  if (!bare) return NONE;
  const first = Number(bare);
  if (convention.firstMonth === 1) return year(first);
  return isYear(first) ? { kind: 'ask', fiscalYears: [first, first - 1] } : NONE;
}

const NONE: TypedYear = { kind: 'none' };

function year(fiscalYear: number): TypedYear {
  return isYear(fiscalYear) ? { kind: 'year', fiscalYear } : NONE;
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2200;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function japaneseYear([, digits = '', era, count = '']: RegExpExecArray): number {
  return era === undefined
    ? Number(digits)
    : (ERAS[era.toUpperCase()] ?? 0) + (count === '元' ? 1 : Number(count));
}

function endIn(text: string): { readonly year: number; readonly month: number } | null {
  const [, japaneseYear, japaneseMonth] = ENDING_JAPANESE.exec(text) ?? [];
  if (japaneseYear) return { year: Number(japaneseYear), month: Number(japaneseMonth) };
  const [match, month, ofMonth, ofYear, monthBehind, name, named] = ENDING_ENGLISH.exec(text) ?? [];
  if (match === undefined) return null;
  const byName = name === undefined ? 0 : MONTHS.indexOf(name.toLowerCase()) + 1;
  return { year: Number(ofMonth ?? ofYear ?? named), month: Number(month ?? monthBehind ?? byName) };
}

function lastMonth({ firstMonth }: FiscalYearConvention): number {
  return firstMonth === 1 ? 12 : firstMonth - 1;
}

function dateOf({ year: of, month }: { readonly year: number; readonly month: number }): string {
  return `${of}-${String(month).padStart(2, '0')}`;
}
