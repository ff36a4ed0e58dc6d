import type { RatingField, RatingFields } from '../edit/merge-ratings.ts';
import type { Translate } from '../i18n/index.ts';
import { CHOICES, type Chosen } from './columns.ts';

/** A field of a rating in words, for comparing two side by side. */
export function valueText(t: Translate, field: RatingField, value: RatingFields[RatingField]): string {
  if (value === null || value === '') return t('sheets.nothing');
  if (field === 'passages' || field === 'advice')
    return t('sheets.passages', { count: Array.isArray(value) ? value.length : 0 });
  if (Array.isArray(value)) return value.join('; ') || t('sheets.nothing');
  if (!(field in CHOICES)) return String(value);
  const choice = CHOICES[field as Chosen].find((one) => one.value === value);
  return choice?.word ? t(choice.word) : String(value);
}
