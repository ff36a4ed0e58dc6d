import { z } from 'zod';
import { type FiscalYear, Id, LocalText } from './basics.ts';

/** How a company names its fiscal years. `namedBy` is by language: NEC's FY2020 (by its end) is 2019年度 (by its start). */
export const FiscalYearConvention = z.strictObject({
  firstMonth: z.int().min(1).max(12),
  namedBy: z.record(z.string(), z.enum(['start', 'end'])),
});
export type FiscalYearConvention = z.infer<typeof FiscalYearConvention>;

export const Workspace = z.strictObject({
  id: Id,
  name: LocalText,
  company: LocalText,
  /** Other names by which a dialogue may call the company or its group: they mark a participant as internal. */
  companyAliases: z.array(z.string()),
  /** Languages in which the office keeps names and definitions, first one first. */
  languages: z.array(z.string().min(2)).min(1),
  fiscalYear: FiscalYearConvention,
  /** Version of the taxonomy that the issues were first taken from. */
  taxonomyVersion: z.string(),
  /** What a person must know before using the contents, e.g. that a sample's ratings are illustrative. */
  notice: LocalText,
});
export type Workspace = z.infer<typeof Workspace>;

/** The fiscal year that a date falls in. A date without a month counts as the first month of the fiscal year. */
export function fiscalYearOf(date: string, convention: FiscalYearConvention): FiscalYear {
  const year = Number(date.slice(0, 4));
  const month = date.length >= 7 ? Number(date.slice(5, 7)) : convention.firstMonth;
  return month < convention.firstMonth ? year - 1 : year;
}

/** What people call a fiscal year in a language: `FY2020` in English, `2019年度` in Japanese. */
export function fiscalYearLabel(
  year: FiscalYear,
  convention: FiscalYearConvention,
  language: string,
): string {
  const shown = convention.namedBy[language] === 'end' && convention.firstMonth > 1 ? year + 1 : year;
  return language === 'ja' ? `${shown}年度` : `FY${shown}`;
}
