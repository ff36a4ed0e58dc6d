import { SIGN_OF } from '../figures/signs.ts';
import type { Translate } from '../i18n/index.ts';
import { type Figure, isValueless } from '../model/figure.ts';
import { numberText } from '../number.ts';

/** A figure as it is shown in a table whose head says the unit. */
export function figureText(t: Translate, figure: Figure): string {
  const { status, value, most, outOf, precision, role, compare } = figure;
  if (isValueless(status) || value === null) return SIGN_OF[isValueless(status) ? status : 'awaited'];
  if (role === 'target' && compare !== '=') return `${compare === '>=' ? '≥' : '≤'} ${numberText(value)}`;
  if (most !== null) return `${numberText(value)}–${numberText(most)}`;
  if (outOf !== null) return `${numberText(value)}/${numberText(outOf)}`;
  const number = numberText(value);
  switch (precision) {
    case 'about':
      return t('figureGrid.about', { number });
    case 'at-least':
      return `≥ ${number}`;
    case 'at-most':
      return `≤ ${number}`;
    case 'below':
      return `< ${number}`;
    case 'exact':
      return number;
  }
}
