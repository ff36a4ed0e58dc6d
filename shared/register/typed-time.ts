import { typedYear } from '../figures/typed-year.ts';
import type { FiscalYear, PartialDate } from '../model/basics.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';

/** When something happened: a date as far as it is known, or a fiscal year. */
export interface Time {
  readonly when: PartialDate | null;
  readonly fiscalYear: FiscalYear | null;
}

/** A time out of a text that names a fiscal year (`FY2020`, `2019年度`); null = it names none, but may be a date. */
export function typedFiscalYear(typed: string, convention: FiscalYearConvention): FiscalYear | null {
  const year = typedYear(typed, convention);
  return year.kind === 'year' && !/^\s*\d{4}年?\s*$/u.test(typed.normalize('NFKC')) ? year.fiscalYear : null;
}
