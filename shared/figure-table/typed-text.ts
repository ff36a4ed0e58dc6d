import { SIGN_OF } from '../figures/signs.ts';
import { type Figure, isValueless } from '../model/figure.ts';
import { numberText } from '../number.ts';

const BEFORE = { exact: '', about: '約', 'at-least': '>=', 'at-most': '<=', below: '<' } as const;

/** A figure as it is typed: `typedFigure` reads it back as the same. */
export function typedText({ status, value, most, outOf, precision, role, compare }: Figure): string {
  if (value === null) return isValueless(status) ? SIGN_OF[status] : '';
  const number = numberText(value);
  if (role === 'target') return compare === '=' ? number : `${compare} ${number}`;
  const end = most !== null ? `–${numberText(most)}` : outOf !== null ? `/${numberText(outOf)}` : '';
  return `${BEFORE[precision]}${number}${end}`;
}
