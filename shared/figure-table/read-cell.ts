import { typedFigure } from '../figures/typed-figure.ts';
import type { StatedUnit } from '../figures/unit-words.ts';
import type { Figure } from '../model/figure.ts';
import { unitOf } from '../model/indicator.ts';
import { type Said, saidBy, targetSaidBy } from './offers.ts';
import type { CellProblem, PasteAnswers, PasteContext, RowTarget } from './paste-context.ts';
import { isInUnit } from './stated-unit.ts';

/** What the rest of a row says of one of its numbers. */
interface RowSays {
  readonly target: RowTarget;
  /** It is in percent. */
  readonly percent: boolean;
  readonly unit: StatedUnit | null;
  /** Of the number: its column may say another one than the row. */
  readonly inUnit: StatedUnit | null;
}

/** What a cell of a pasted table says, or why it cannot be taken. */
export function readCell(
  text: string,
  role: Figure['role'],
  { target, percent, unit, inUnit }: RowSays,
  { dash }: PasteAnswers,
  { indicators }: PasteContext,
): { readonly said: Said } | { readonly problem: CellProblem } {
  const typed = typedFigure(text);
  if (typed.kind === 'refused') return { problem: typed.problem };
  if (typed.kind === 'ask') {
    if (dash === null) return { problem: 'dash' };
    const zero = dash === 'zero';
    const said = saidBy({ kind: 'none', status: zero ? 'awaited' : dash, marks: typed.marks });
    return said ? { said: zero ? { ...said, value: 0, status: 'stated' } : said } : { problem: 'unclear' };
  }
  const indicator = indicators.get(target?.place.indicatorId ?? '');
  const inPercent = target?.isNew ? percent : !indicator || unitOf(indicator) === 'percent';
  if (typed.kind === 'value' && typed.percent && !inPercent) return { problem: 'percent' };
  if (target && !isInUnit(inUnit, indicator ?? null, unit)) return { problem: 'scale' };
  const said = role === 'target' ? targetSaidBy(typed) : saidBy(typed);
  return said ? { said } : { problem: 'unclear' };
}
