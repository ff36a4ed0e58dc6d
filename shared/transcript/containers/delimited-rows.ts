import { ProblemError } from '../../model/problem.ts';
import { MOST_LINES_OF_TEXT } from '../lines.ts';

/** What parts cells, the commonest first. */
const MARKS = [',', '\t', ';', '|'];
const MOST_CELLS = 2_000_000;

/** The mark that most lines have as often as the first. */
export function markOf(text: string): string {
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

/**
 * The cells of delimited text (RFC 4180), row by row; empty rows too, so that a row has the number it has in the file.
 * @throws ProblemError `file-too-large`, `file-too-many-lines`
 */
export function rowsOf(name: string, text: string, mark: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let cells = 0;
  const endRow = () => {
    rows.push(row);
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
  if (row.length > 0) endRow();
  return rows;
}
