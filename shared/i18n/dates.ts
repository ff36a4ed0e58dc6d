import type { FiscalYear, Instant, PartialDate } from '../model/basics.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import { isLanguage, LANGUAGES, type Language } from './languages.ts';

/** A date as it is printed, as far as it is known: `14 February 2020` and `2020年2月14日`. */
export function dateText(date: PartialDate, language: Language): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return LANGUAGES[language].date(year ?? 0, month ?? null, day ?? null);
}

/** What people call a fiscal year in a language: `FY2020` in English, `2019年度` in Japanese. */
export function fiscalYearLabel(
  year: FiscalYear,
  convention: FiscalYearConvention,
  language: string,
): string {
  const shown = convention.namedBy[language] === 'end' && convention.firstMonth > 1 ? year + 1 : year;
  return LANGUAGES[isLanguage(language) ? language : 'en'].fiscalYear(shown);
}

/** The calendar day of an instant where the report is made: an office means its own day, not Greenwich's. */
export function dayOf(instant: Instant): PartialDate {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
