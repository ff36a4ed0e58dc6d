import { ProblemError } from '../../model/problem.ts';
import type { ReadWarning } from '../result.ts';
import type { Unwrapped } from './container.ts';
import { markOf, rowsOf } from './delimited-rows.ts';
import { Paper } from './paper.ts';
import { tableTurns } from './table.ts';

/**
 * The turns of a table as text (RFC 4180, also with tabs or semicolons). Single cells a row are lines of text.
 * @throws ProblemError `file-is-data` where no column has names beside one with words, `file-too-large`,
 *   `file-too-many-lines`
 */
export function openDelimited(
  name: string,
  { text, encoding, warnings }: { text: string; encoding: string; warnings: readonly ReadWarning[] },
): Unwrapped {
  const rows = rowsOf(name, text, markOf(text)).filter(holdsWords);
  const paper = new Paper(name);
  if (rows.every((row) => row.length < 2)) for (const [cell = ''] of rows) paper.paragraph(cell);
  else if (tableTurns(rows)) paper.table(rows);
  else throw new ProblemError('file-is-data', { name, kind: 'CSV' });
  const done = paper.finish();
  return { ...done, warnings: [...warnings, ...done.warnings], format: 'delimited', encoding };
}

/** Whether text is a table with titles above names and words, whatever it is called. */
export function hasTitledColumns(text: string): boolean {
  const head = text.slice(0, 20_000);
  const mark = markOf(head);
  const lines = head.split('\n', 3);
  if (!lines[0]?.includes(mark) || !lines[1]?.includes(mark)) return false;
  const turns = tableTurns(rowsOf('', head, mark).filter(holdsWords).slice(0, 20));
  return turns?.rows[0] === 'header';
}

function holdsWords(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== '');
}
