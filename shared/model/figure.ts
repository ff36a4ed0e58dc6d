import { z } from 'zod';
import { FiscalYear, Instant, LocalText } from './basics.ts';
import { Cited } from './cited.ts';
import { idOf, ownId } from './id.ts';
import { shape } from './table.ts';

/** The fiscal year that a figure is of, or a quarter of it. */
export const Period = z.strictObject({
  fiscalYear: FiscalYear,
  /** 1–4, counted from the beginning of the fiscal year; null = the year. */
  quarter: z.int().min(1).max(4).nullable(),
});
export type Period = z.infer<typeof Period>;

/** How near a value is to what was counted. */
export const PRECISIONS = ['exact', 'about', 'at-least', 'at-most', 'below'] as const;
export const Precision = z.enum(PRECISIONS);
export type Precision = z.infer<typeof Precision>;

/** Statuses of a figure without a value: four different things, none of them 0. */
export const VALUELESS = ['not-collected', 'not-applicable', 'withheld', 'awaited'] as const;
export type Valueless = (typeof VALUELESS)[number];
export const FIGURE_STATUSES = ['stated', 'provisional', 'estimated', 'computed', ...VALUELESS] as const;
export const FigureStatus = z.enum(FIGURE_STATUSES);
export type FigureStatus = z.infer<typeof FigureStatus>;

export const BREAK_KINDS = ['population', 'definition', 'boundary', 'method', 'content', 'base'] as const;
export const BreakKind = z.enum(BREAK_KINDS);
export type BreakKind = z.infer<typeof BreakKind>;

/** What is counted otherwise than in the period before. */
export const Break = z.strictObject({
  kind: BreakKind,
  /** Whether the two may be compared: `no`, or with `care` and the note. */
  effect: z.enum(['no', 'care']),
  note: LocalText,
});
export type Break = z.infer<typeof Break>;

export const COMPARISONS = ['=', '>=', '<='] as const;
export const Comparison = z.enum(COMPARISONS);
export type Comparison = z.infer<typeof Comparison>;

/**
 * One number: what an indicator came to, or is to come to, for an organisation, through a channel or programme, for the
 * whole or a part of it, in a period, by one source. Several sources and restatements are several figures.
 */
export const Figure = z.strictObject({
  id: ownId('figures'),
  indicatorId: idOf('indicators'),
  /** Whose it is; null = the source does not say (`unstated`). */
  of: idOf('organisations').nullable(),
  ofBasis: z.enum(['stated', 'inferred', 'unstated']),
  /** The channel or programme through which it was counted. */
  via: idOf('arrangements').nullable(),
  /** By the code of a breakdown the code of its member; `{}` = the whole. */
  cell: z.record(z.string(), z.string()),
  period: Period,
  role: z.enum(['actual', 'target']),
  /** Of a target: how the value is to stand to it. */
  compare: Comparison,
  /** Null exactly where the status says that there is none; 0 is a value. */
  value: z.number().nullable(),
  /** The upper end of a range that begins with `value`. */
  most: z.number().nullable(),
  /** 387 *of 393*: the share is computed. */
  outOf: z.number().nullable(),
  precision: Precision,
  status: FigureStatus,
  breakBefore: Break.nullable(),
  /** Where it is stated; null only where there is no value, and of a target. */
  cited: Cited.nullable(),
  /** Footnote marks as printed. */
  marks: z.array(z.string()),
  note: LocalText,
  /** The figure that this one restates or corrects, and why; that one stays. */
  replaces: idOf('figures').nullable(),
  why: z.string(),
  /** Where sources differ: set aside for another one, and why. */
  standing: z.enum(['stands', 'set-aside']),
  standingWhy: z.string(),
  by: z.string(),
  /** Null = of a version that did not keep when figures were written. */
  at: Instant.nullable(),
});
export type Figure = z.infer<typeof Figure>;

export const figureTable = shape({
  schema: Figure,
  since: 8,
  merge: {
    indicatorId: 'plain',
    of: { group: 'whose' },
    ofBasis: { group: 'whose' },
    via: 'plain',
    cell: 'plain',
    period: 'plain',
    role: 'plain',
    compare: { group: 'value' },
    value: { group: 'value' },
    most: { group: 'value' },
    outOf: { group: 'value' },
    precision: { group: 'value' },
    status: { group: 'value' },
    breakBefore: 'plain',
    cited: 'plain',
    marks: 'set',
    note: 'prose',
    replaces: { group: 'restated' },
    why: { group: 'restated' },
    standing: { group: 'standing' },
    standingWhy: { group: 'standing' },
    by: 'plain',
    at: 'plain',
  },
});

export function isValueless(status: FigureStatus): status is Valueless {
  return (VALUELESS as readonly string[]).includes(status);
}

/** What a figure needs to be one; the rest is the usual: an actual, exact, whole, stated value that stands. */
export type FigureFields = Partial<Omit<Figure, 'period'>> &
  Pick<Figure, 'id' | 'indicatorId' | 'at'> & {
    readonly period: Partial<Period> & Pick<Period, 'fiscalYear'>;
  };

/** A figure of which nothing more is said than what is given. */
export function blankFigure({ period, ...fields }: FigureFields): Figure {
  const { of = null, value = null } = fields;
  return {
    of,
    ofBasis: of === null ? 'unstated' : 'stated',
    via: null,
    cell: {},
    role: 'actual',
    compare: '=',
    value,
    most: null,
    outOf: null,
    precision: 'exact',
    status: value === null ? 'awaited' : 'stated',
    breakBefore: null,
    cited: null,
    marks: [],
    note: {},
    replaces: null,
    why: '',
    standing: 'stands',
    standingWhy: '',
    by: '',
    ...fields,
    period: { quarter: null, ...period },
  };
}
