import type { LanguageDefinition } from '../language.ts';

const MONTHS = [
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

/** `FY2020`, `14 February 2020`. */
export const english: LanguageDefinition = {
  name: 'English',
  tag: 'en-GB',
  script: 'latin',
  officeFont: 'Calibri',
  fiscalYear: (year) => `FY${year}`,
  date: (year, month, day) => [day, month && MONTHS[month - 1], year].filter(Boolean).join(' '),
};
