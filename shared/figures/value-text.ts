import type { Language, Translate } from '../i18n/index.ts';
import { textIn } from '../model/basics.ts';
import { type Figure, isValueless } from '../model/figure.ts';
import { type Indicator, unitOf } from '../model/indicator.ts';
import { numberText } from '../number.ts';
import type { Range } from './range.ts';
import { SIGN_OF } from './signs.ts';

const COMPARED = { '>=': '≥', '<=': '≤', '=': '' } as const;
const PRECISE = { 'at-least': '≥', 'at-most': '≤', below: '<' } as const;

/** A figure as it is printed where its unit is said beside it; the sign of why there is none. */
export function valueText(figure: Figure, t: Translate): string {
  const { value, most, outOf, precision, role, compare, status } = figure;
  if (value === null) return isValueless(status) ? SIGN_OF[status] : '';
  const number = numberText(value);
  if (role === 'target' && compare !== '=') return `${COMPARED[compare]} ${number}`;
  if (most !== null) return t('figure.range', { least: number, most: numberText(most) });
  if (outOf !== null) return t('figure.outOf', { number, all: numberText(outOf) });
  if (precision === 'exact') return number;
  return precision === 'about' ? t('figure.about', { number }) : `${PRECISE[precision]} ${number}`;
}

/** A computed number, e.g. a sum or a remainder. */
export function rangeText({ least, most, about }: Range, t: Translate): string {
  if (least === most) return about ? t('figure.about', { number: numberText(least) }) : numberText(least);
  if (!Number.isFinite(most)) return `≥ ${numberText(least)}`;
  return t('figure.range', { least: numberText(least), most: numberText(most) });
}

/** The unit of an indicator as it is printed; empty = it has none. */
export function unitText(
  indicator: Pick<Indicator, 'unit' | 'unitName'>,
  language: Language,
  t: Translate,
): string {
  const unit = unitOf(indicator);
  return textIn(indicator.unitName, language) || (unit === 'other' ? '' : t(`figure.unit.${unit}`));
}

/** Of which part a figure is; empty = of the whole. */
export function cellText(
  { breakdowns }: Pick<Indicator, 'breakdowns'>,
  cell: Figure['cell'],
  language: Language,
): string {
  return Object.entries(cell)
    .map(([code, member]) => {
      const members = breakdowns.find((one) => one.code === code)?.members ?? [];
      return textIn(members.find((one) => one.code === member)?.name, language) || member;
    })
    .join(' / ');
}

/** A period as it is printed. */
export function periodText(
  { fiscalYear, quarter }: Figure['period'],
  t: Translate,
  yearOf: (fiscalYear: number) => string,
): string {
  const year = yearOf(fiscalYear);
  return quarter === null ? year : t('figure.quarter', { year, quarter });
}

/** What an indicator is to come to: its targets, or what is said in words; empty = nothing. @param figures of the indicator */
export function targetText(
  { aim }: Pick<Indicator, 'aim'>,
  figures: readonly Figure[],
  language: Language,
  t: Translate,
  yearOf: (fiscalYear: number) => string,
): string {
  const targets = figures
    .filter(({ role }) => role === 'target')
    .sort((a, b) => a.period.fiscalYear - b.period.fiscalYear)
    .map((one) => t('figure.target', { target: valueText(one, t), year: periodText(one.period, t, yearOf) }));
  return [textIn(aim, language), ...targets].filter(Boolean).join('; ');
}
