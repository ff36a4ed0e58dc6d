import {
  cellText,
  NO_CELL,
  PASTE_LIMITS,
  type PastedTable,
  type PasteFault,
  type RawRow,
  tableOf,
} from './table.ts';

/**
 * Reads a table out of plain text: cells parted by tabs, as spreadsheets and word processors give them, or, where there
 * is no tab, by blanks, as it comes out of a PDF file.
 */
export function readTextTable(text: string): PastedTable | PasteFault {
  if (text.length > PASTE_LIMITS.characters) return 'too-large';
  if (text.trim() === '') return 'empty';
  const rows = text.includes('\t') ? tabRows(text) : blankRows(text);
  return rows === 'too-large' ? rows : tableOf(rows);
}

/** Rows of tab-separated text. A cell in quotation marks may hold tabs, line breaks and doubled quotation marks. */
function tabRows(text: string): RawRow[] | 'too-large' {
  const rows: RawRow[] = [];
  let row: { text: string; continued: boolean }[] = [];
  let cells = 0;
  const put = (words: string) => {
    row.push({ text: cellText(words), continued: false });
    cells++;
  };
  const end = () => {
    rows.push(row);
    row = [];
  };
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const stop = quoted ? quoted.end : plainEnd(text, at);
    put(quoted ? quoted.words : text.slice(at, stop));
    if (row.length > PASTE_LIMITS.columns || cells > PASTE_LIMITS.cells) return 'too-large';
    const sign = text[stop];
    at = stop + 1;
    if (sign === '\t') {
      if (at >= text.length) put('');
      continue;
    }
    if (sign === '\r' && text[at] === '\n') at++;
    end();
    if (rows.length > PASTE_LIMITS.rows) return 'too-large';
  }
  if (row.length > 0) end();
  return rows;
}

function plainEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (/[\t\r\n]/.test(text[at] ?? '')) return at;
  return text.length;
}

/** A cell in quotation marks; null where the sign at its beginning is not one that ends before a tab or line break. */
function quotedCell(text: string, from: number): { words: string; end: number } | null {
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    if (text[close + 1] === '"') {
      at = close + 2;
      continue;
    }
    const next = text[close + 1];
    if (next !== undefined && next !== '\t' && next !== '\n' && next !== '\r') return null;
    return { words: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 };
  }
}

/** What may stand in a cell of figures: a number with its signs, a range, a sign for none, or the name of a year. */
const FIGURE =
  /^(?:[約△▲−+<>≤≥~(-]*[\d０-９][\d０-９,.，．/]*(?:[%％)]|人|件|名|社|時間)?(?:\*+\d{0,2}|※\d{0,2})?|[-–—－…x*]|(?:FY|FYE|平成|令和|昭和)\S*\d\S*|\d{4}年度?|R\d{1,2}|H\d{1,2})$/u;

/** Rows of text without tabs: the pieces at the end of a line that are figures are cells, what stands before is one. */
function blankRows(text: string): RawRow[] | 'too-large' {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > PASTE_LIMITS.rows) return 'too-large';
  const pieces = lines.map((line) => splitLine(cellText(line)));
  const width = mostCommon(
    pieces.filter(({ figures }) => figures.length > 1).map(({ figures }) => figures.length),
  );
  return pieces.map(({ line, label, figures }) =>
    width > 1 && figures.length === width
      ? [label, ...figures].map(cell)
      : line === ''
        ? [NO_CELL]
        : [cell(line)],
  );
}

const cell = (text: string) => ({ text, continued: false });

function splitLine(line: string) {
  const words = line.split(' ');
  let from = words.length;
  while (from > 0 && FIGURE.test(words[from - 1] ?? '')) from--;
  return { line, label: words.slice(0, from).join(' '), figures: words.slice(from) };
}

function mostCommon(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}
