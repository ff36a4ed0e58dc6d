/** Figures as they are printed; the decimal point is the same in both languages. */

/** One decimal where it has one: `4`, `4.5`. */
export function pointText(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Two decimals, for agreement. */
export function coefficientText(value: number): string {
  return value.toFixed(2).replace('-', '−');
}
