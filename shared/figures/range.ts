import type { Figure } from '../model/figure.ts';

/** What a number lies between, ends included; `about`: near them rather than between. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly about: boolean;
}

/** What a figure says of its number; null = it has none. */
export function rangeOf({
  value,
  most,
  precision,
}: Pick<Figure, 'value' | 'most' | 'precision'>): Range | null {
  if (value === null) return null;
  const upper = most ?? value;
  switch (precision) {
    case 'exact':
      return { least: value, most: upper, about: false };
    case 'about':
      return { least: value, most: upper, about: true };
    case 'at-least':
      return { least: value, most: Number.POSITIVE_INFINITY, about: false };
    case 'at-most':
    case 'below':
      return { least: Math.min(0, upper), most: upper, about: false };
  }
}

/** Whether it is one number and no more than that. */
export function isExact(figure: Pick<Figure, 'value' | 'most' | 'precision'>): boolean {
  return figure.value !== null && figure.most === null && figure.precision === 'exact';
}

export function sumOfRanges(ranges: readonly Range[]): Range {
  return {
    least: total(ranges.map(({ least }) => least)),
    most: total(ranges.map(({ most }) => most)),
    about: ranges.some(({ about }) => about),
  };
}

/** A sum without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
export function total(values: readonly number[]): number {
  const digits = Math.max(0, ...values.map(decimalsOf));
  const sum = values.reduce((all, one) => all + one, 0);
  return Number.isFinite(sum) ? Number(sum.toFixed(Math.min(digits, 12))) : sum;
}

/** How many decimals a number is printed with. */
export function decimalsOf(value: number): number {
  if (!Number.isFinite(value)) return 0;
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}
