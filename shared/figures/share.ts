import type { Figure } from '../model/figure.ts';
import { isExact } from './range.ts';

/** Of 100, what a figure is out of: 387 of 393. Null where it is out of nothing, or no exact number. */
export function shareOf(figure: Pick<Figure, 'value' | 'most' | 'precision' | 'outOf'>): number | null {
  const { value, outOf } = figure;
  return value === null || !outOf || !isExact(figure) ? null : (value / outOf) * 100;
}
