import type { Translate } from '../i18n/index.ts';
import type { Block, Cell, Line } from './document.ts';
import { sentences } from './section.ts';

type TableBlock = Extract<Block, { readonly kind: 'table' }>;

/** What a cell holds where there is nothing to say. */
const NOTHING = new Set(['', '–']);

/**
 * A table without the columns that say the same of every row: what they say is told once, below it; where none says
 * anything, the column is left out. The first column, which names the rows, stays.
 */
export function condensed(block: Block, t: Translate): Block {
  if (block.kind !== 'table' || block.whole || block.rows.length < 2) return block;
  const said = block.columns.map((_column, index) => (index === 0 ? null : sameOf(block, index)));
  if (said.every((text) => text === null)) return block;
  const keep = <V>(of: readonly V[]) => of.filter((_one, index) => said[index] === null);
  const told = block.columns.flatMap(({ head }, index) => {
    if (said[index] === null) return [];
    const text = textOfCell(block.rows[0]?.[index] ?? '', false);
    return NOTHING.has(text) ? [] : [t('report.table.all', { column: head, value: text })];
  });
  const note = sentences(t, [...told, block.note ?? '']);
  const { note: _note, ...rest } = block;
  return {
    ...rest,
    columns: keep(block.columns),
    rows: block.rows.map(keep),
    ...(note === '' ? {} : { note }),
  };
}

/** The text of a column that is the same in every row; null = it differs. */
function sameOf({ rows }: TableBlock, column: number): string | null {
  const [first = '', ...others] = rows.map((cells) => textOfCell(cells[column] ?? ''));
  return others.every((text) => text === first) ? first : null;
}

/** The words of a cell, without their looks. @param cites figures of different sources stay apart */
function textOfCell(cell: Cell, cites = true): string {
  const lines = typeof cell === 'string' || !('lines' in cell) ? [cell] : cell.lines;
  return lines
    .map((line) => textOfLine(line, cites))
    .join(' ')
    .trim();
}

function textOfLine(line: Line, cites: boolean): string {
  if (typeof line === 'string') return line;
  return line
    .map((span) =>
      typeof span === 'string' ? span : span.cite === undefined ? span.text : cites ? `[${span.cite}]` : '',
    )
    .join('');
}

/** What all of some lists have in common, and each without it: true of all rows, said once. */
export function commonOf<V>(lists: readonly (readonly V[])[]): {
  readonly common: readonly V[];
  readonly own: readonly (readonly V[])[];
} {
  const [first = []] = lists;
  const common = lists.length < 2 ? [] : first.filter((one) => lists.every((list) => list.includes(one)));
  return { common, own: lists.map((list) => list.filter((one) => !common.includes(one))) };
}
