import { ProblemError } from '../../model/problem.ts';
import { MOST_LINES_OF_TEXT } from '../lines.ts';
import type { ReadWarning } from '../result.ts';
import type { Unwrapped } from './container.ts';
import { Paper } from './paper.ts';
import { tableTurns } from './table.ts';

/** What parts cells, the commonest first. */
const MARKS = [',', '\t', ';', '|'];
const MOST_CELLS = 2_000_000;

/**
 * The turns of a table as text (RFC 4180, also with tabs or semicolons). Single cells a row are lines of text.
 * @throws ProblemError `file-is-data` where no column has names beside one with words, `file-too-large`,
 *   `file-too-many-lines`
 */
export function openDelimited(
  name: string,
  { text, encoding, warnings }: { text: string; encoding: string; warnings: readonly ReadWarning[] },
): Unwrapped {
  const rows = rowsOf(name, text, markOf(text));
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
  const turns = tableTurns(rowsOf('', head, mark).slice(0, 20));
  return turns?.rows[0] === 'header';
}

/** The mark that most lines have as often as the first. */
function markOf(text: string): string {
  const lines = text.slice(0, 50_000).split('\n', 40);
  let best = { mark: ',', score: 0 };
  for (const mark of MARKS) {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length - 1);
    const [first = 0] = counts;
    const score =
      first === 0 ? 0 : counts.filter((count) => count === first).length + (mark === '\t' ? 0.5 : 0);
    if (score > best.score) best = { mark, score };
  }
  return best.mark;
}

function rowsOf(name: string, text: string, mark: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let cells = 0;
  const endRow = () => {
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    if (rows.length > MOST_LINES_OF_TEXT)
      throw new ProblemError('file-too-many-lines', { name, most: MOST_LINES_OF_TEXT });
    row = [];
  };
  while (at < text.length) {
    if (++cells > MOST_CELLS) throw new ProblemError('file-too-large', { name, limit: 20 });
    let cell = '';
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        const quote = text.indexOf('"', end);
        // A quotation mark that nothing closes is a letter like others.
        if (quote === -1) {
          const line = text.indexOf('\n', at);
          end = line === -1 ? text.length : line;
          cell += text.slice(at, end);
          break;
        }
        cell += text.slice(end, quote);
        end = quote + 1;
        if (text[end] !== '"') break;
        cell += '"';
        end++;
      }
      at = end;
    }
    let end = at;
    while (end < text.length && text[end] !== mark && text[end] !== '\n') end++;
    row.push((cell + text.slice(at, end)).trim());
    if (text[end] !== mark) endRow();
    at = end + 1;
  }
  endRow();
  return rows;
}
