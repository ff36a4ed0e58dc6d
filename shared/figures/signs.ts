import type { Figure, Valueless } from '../model/figure.ts';

/** What stands in a table in place of a number, by why there is none. Four different things, and none of them is 0. */
export const SIGN_OF: Readonly<Record<Valueless, string>> = {
  'not-collected': '…',
  'not-applicable': '－',
  withheld: 'x',
  awaited: '*',
};

/** Stands before a figure that does not mean what the ones left of it do. */
export const BREAK_SIGN = '‖';

/** What stands beside a number. */
export const MARK_OF = { restated: 'r', provisional: 'p', estimated: 'e', computed: 'c' } as const;
export type FigureMark = keyof typeof MARK_OF;

/** The marks of a figure. */
export function marksOf({ status, replaces }: Pick<Figure, 'status' | 'replaces'>): FigureMark[] {
  const own = status === 'provisional' || status === 'estimated' || status === 'computed' ? [status] : [];
  return [...(replaces === null ? [] : (['restated'] as const)), ...own];
}

/** Signs in the order in which a legend explains them. */
export const SIGN_TEXT = {
  break: BREAK_SIGN,
  care: '¦',
  disputed: '≠',
  ...MARK_OF,
  ...SIGN_OF,
} as const;
