import { typedFigure } from '../figures/typed-figure.ts';
import { typedYear } from '../figures/typed-year.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';

/** Texts of cells, row by row. */
export type BareTable = readonly (readonly string[])[];

/**
 * Several numbers on the clipboard without heads and names, which go into the cells from the chosen one on; null = what was
 * pasted is a table of its own, or a single value.
 */
export function bareNumbers(text: string, convention: FiscalYearConvention): BareTable | null {
  const rows = text
    .replace(/(?:\r?\n)+$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()));
  const cells = rows.flat();
  if (cells.length < 2 || !cells.every(isNumber) || !cells.some((cell) => /\d/.test(cell))) return null;
  const [first = [], ...others] = rows;
  const isHead =
    others.length > 0 &&
    first.every((cell) => cell === '' || typedYear(cell, convention).kind !== 'none') &&
    first.some((cell) => cell !== '');
  return isHead ? null : rows;
}

/** What is one, stands for one, or was meant to be one. */
function isNumber(cell: string): boolean {
  return typedFigure(cell).kind !== 'refused' || !/\p{L}/u.test(cell);
}
