import { ProblemError } from '../../model/problem.ts';
import { type RawSheet, sheetsIn } from '../../ooxml/read.ts';
import type { Unwrapped } from './container.ts';
import { Paper } from './paper.ts';
import { type TableCell, tableTurns } from './table.ts';

/** Rows that may stand above a table: what it is about, when it was. */
const MOST_ABOVE = 12;
const MOST_COLUMNS = 20;

/**
 * The turns of a workbook: of each sheet that is shown and has a column of names beside one of words. The words of the
 * other sheets are in the ledger.
 * @param members of the zip, checked
 * @throws ProblemError `xlsx-broken`, `xlsx-too-large`, `file-hostile`; `file-is-data` where no sheet has turns
 */
export function openXlsx(name: string, members: ReadonlyMap<string, Uint8Array>): Unwrapped {
  const paper = new Paper(name);
  let isRead = false;
  for (const sheet of sheetsIn(name, members)) {
    const rows = rowsOf(sheet);
    const top = sheet.hidden ? -1 : tableTop(rows);
    const above = top === -1 ? rows : rows.slice(0, top);
    for (const row of above) {
      const words = row.map(({ text }) => text).filter((text) => text !== '');
      if (top === -1) paper.lose(sheet.hidden ? 'hidden' : 'sheet', words.join(' | '));
      else paper.paragraph(words.join(' '));
    }
    if (top === -1) continue;
    paper.table(rows.slice(top));
    isRead = true;
  }
  if (!isRead) throw new ProblemError('file-is-data', { name, kind: 'Excel' });
  return { ...paper.finish(), format: 'xlsx', encoding: '' };
}

/** The row that a table of turns begins with; -1 = there is none. */
function tableTop(rows: readonly (readonly TableCell[])[]): number {
  for (let top = 0; top < Math.min(MOST_ABOVE, rows.length); top++) {
    const filled = (rows[top] ?? []).filter(({ text }) => text !== '').length;
    // What it is about stands alone in its row.
    if (filled > 1 && tableTurns(rows.slice(top))) return top;
    if (filled > 2) return -1;
  }
  return -1;
}

/** The rows that hold something, from the first column that does. Formulas hold no words. */
function rowsOf({ cells, merged }: RawSheet): TableCell[][] {
  const byRow = new Map<number, Map<number, string>>();
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { place, text } of cells.values()) {
    if (text.trim() === '') continue;
    const row = byRow.get(place.row) ?? new Map<number, string>();
    byRow.set(place.row, row.set(place.column, text));
    first = Math.min(first, place.column);
    last = Math.max(last, place.column);
  }
  const wide = new Set(
    merged.filter(({ from, to }) => to.column > from.column).map(({ from }) => `${from.row} ${from.column}`),
  );
  const width = Math.min(MOST_COLUMNS + 1, last - first + 1);
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([number, row]) => {
      const [only] = row.keys();
      if (row.size === 1 && only !== undefined && wide.has(`${number} ${only}`))
        return [{ text: row.get(only) ?? '', across: width }];
      return Array.from({ length: width }, (_, index) => ({ text: row.get(first + index) ?? '' }));
    });
}
