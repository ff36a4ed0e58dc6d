import type { Comparison, Figure } from '../model/figure.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import { halfWidth } from '../number.ts';
import { typedFigure } from './typed-figure.ts';
import { typedYear } from './typed-year.ts';

/** A target that can be held against a figure. */
export interface TypedTarget {
  /** Null = it says only a number. */
  readonly compare: Comparison | null;
  readonly value: number;
  readonly percent: boolean;
  /** Null = it names no year. */
  readonly fiscalYear: number | null;
}

const COMPARISON: Readonly<Partial<Record<Figure['precision'], Comparison>>> = {
  'at-least': '>=',
  'at-most': '<=',
};
const YEAR_BEHIND =
  /[\s,、]*(?:\b(?:by|in)\s+)?((?:FY\s*|fiscal (?:year )?)\d{2,4}|\d{4}年度)(?:まで(?:に)?)?$/i;
const YEAR_BEFORE = /^(\d{4}年度)(?:まで(?:に)?)?[\s、:：]*/;

/** Reads `>= 85 % FY2023`, `85％以上 2023年度`; null = words, which stay words. */
export function typedTarget(typed: string, convention: FiscalYearConvention): TypedTarget | null {
  const text = halfWidth(typed).trim();
  const behind = YEAR_BEHIND.exec(text);
  const before = behind ? null : YEAR_BEFORE.exec(text);
  const named = behind ?? before;
  const rest = named ? text.replace(named[0], '') : text;
  const isEqual = /^=/.test(rest);
  const said = typedFigure(rest.replace(/^=\s*/, ''));
  if (said.kind !== 'value' || said.most !== null || said.outOf !== null || said.marks.length > 0)
    return null;
  const compare = isEqual ? '=' : (COMPARISON[said.precision] ?? null);
  if (compare === null && said.precision !== 'exact') return null;
  const year = named ? typedYear(named[1] ?? '', convention) : null;
  if (year && year.kind !== 'year') return null;
  return { compare, value: said.value, percent: said.percent, fiscalYear: year?.fiscalYear ?? null };
}
