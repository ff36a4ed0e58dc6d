import type { AdviceColumn } from '#shared/retrieval/advice-sheet.ts';
import type { RegisterForm } from './order.ts';
import type { Look } from './use-look.ts';

/** How wide columns are until somebody resizes them, in CSS pixels; the one of the advice takes what is left as well. */
const USUAL_WIDTHS: Readonly<Record<AdviceColumn, number>> = {
  advice: 180,
  who: 104,
  dialogue: 150,
  year: 76,
  issues: 140,
  kind: 96,
  status: 96,
  owner: 92,
  due: 98,
  addressee: 120,
  response: 200,
  commitment: 160,
  later: 200,
};

/** The columns of a form until somebody chooses others. */
const USUAL_COLUMNS: Readonly<Record<RegisterForm, readonly AdviceColumn[]>> = {
  list: ['advice', 'who', 'issues', 'status', 'owner', 'due'],
  owner: ['advice', 'dialogue', 'issues', 'status', 'due'],
  dialogue: ['advice', 'status', 'response', 'commitment', 'later'],
};

/** The columns that are shown, in their order. */
export function columnsOf({ columns, form }: Pick<Look, 'columns' | 'form'>): readonly AdviceColumn[] {
  return columns[form] ?? USUAL_COLUMNS[form];
}

/** Columns that hold words: until somebody resizes them, they grow with the table. */
const GROWING: ReadonlySet<AdviceColumn> = new Set<AdviceColumn>([
  'who',
  'dialogue',
  'issues',
  'addressee',
  'response',
  'commitment',
  'later',
]);

/**
 * The width of a column in the table, as CSS. What is left over goes to the advice, as long as nobody gave it a width.
 * @param least what all columns take together, in CSS pixels
 */
export function drawnWidthOf(
  column: AdviceColumn,
  look: Pick<Look, 'widths'>,
  least: number,
): string | undefined {
  const width = widthOf(column, look);
  if (look.widths[column] !== undefined) return `${width}px`;
  if (column === 'advice') return undefined;
  return GROWING.has(column) ? `${(100 * width) / least}%` : `${width}px`;
}

export function widthOf(column: AdviceColumn, { widths }: Pick<Look, 'widths'>): number {
  return widths[column] ?? USUAL_WIDTHS[column];
}
