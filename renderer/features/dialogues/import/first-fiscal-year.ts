import { type FiscalYearConvention, fiscalYearCalled, fiscalYearOf } from '#shared/model/workspace.ts';
import { whenOf } from '#shared/transcript/occasion.ts';
import type { ReadResult } from '#shared/transcript/result.ts';

/** The fiscal year of the dialogue's date, else the one that the text names; never one that nothing tells. */
export function firstFiscalYear(
  { title, date, headings, blocks }: Pick<ReadResult, 'title' | 'date' | 'headings' | 'blocks'>,
  fileName: string,
  convention: FiscalYearConvention,
): number | null {
  if (date !== null) return fiscalYearOf(date, convention);
  const { fiscalYear, fiscalYearLanguage } = whenOf({ title, headings, blocks, fileName });
  return fiscalYear === null ? null : fiscalYearCalled(fiscalYear, convention, fiscalYearLanguage ?? 'en');
}
