import { looksLikeFormula } from './ooxml/text.ts';

type Cells = readonly (readonly string[])[];

/** A table as text for the clipboard: a line a row, tabs between cells, and no cell that a spreadsheet would run. */
export function tabSeparated(rows: Cells): string {
  return rows.map((cells) => cells.map(plain).join('\t')).join('\n');
}

/** A table as a CSV file (RFC 4180), with the mark by which Excel knows UTF-8. */
export function commaSeparated(rows: Cells): string {
  return `\uFEFF${rows
    .map((cells) => cells.map((cell) => `"${plain(cell).replaceAll('"', '""')}"`).join(','))
    .join('\r\n')}\r\n`;
}

function plain(cell: string): string {
  const text = cell.replaceAll(/\s+/g, ' ').trim();
  return looksLikeFormula(text) ? `'${text}` : text;
}
