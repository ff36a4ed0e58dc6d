import type { Instant, PartialDate } from '../model/basics.ts';
import type { Language } from './index.ts';

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A date as it is printed, as far as it is known: `14 February 2020` and `2020年2月14日`. Not by Intl: its spelling
 * changes with the runtime, and the same state must give the same file.
 */
export function dateText(date: PartialDate, language: Language): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  if (language === 'ja') {
    return `${Number(year)}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  }
  const name = month ? ENGLISH_MONTHS[Number(month) - 1] : undefined;
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** The calendar day of an instant where the report is made: an office means its own day, not Greenwich's. */
export function dayOf(instant: Instant): PartialDate {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
