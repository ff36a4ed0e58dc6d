/**
 * A table that was pasted: what stood in its cells, as text, and what stood around it. What a cell means (a year, a
 * number, whose it is) is not known here.
 */
export interface PastedTable {
  /** All rows have the same number of cells. Cells that were merged each hold the text of the whole. */
  readonly rows: readonly (readonly PastedCell[])[];
  /** Lines above the table, e.g. its title. */
  readonly above: readonly string[];
  /** Lines below it that belong to a mark in it, in their order. */
  readonly notes: readonly Footnote[];
  /** Lines below it that belong to no mark. */
  readonly below: readonly string[];
  /** What stood beside it and was not read. */
  readonly left: readonly LeftBeside[];
}

/** Another table of the page, or another sheet of the workbook. */
export interface LeftBeside {
  readonly kind: 'table' | 'sheet' | 'hidden-sheet';
  /** Of a sheet; empty = it has none. */
  readonly name: string;
  /** How many of its cells hold something. */
  readonly cells: number;
}

export interface PastedCell {
  readonly text: string;
  /** The cell continues one above or left of it, with which it was merged. */
  readonly continued: boolean;
  /** What stands there is no number that somebody typed. */
  readonly fault?: CellFault;
}

/**
 * `formula`: computed by the workbook; `error`: `#REF!`; `date`: a day, stored as a number; `logical`: true or false;
 * `scaled`: shown in thousands while the cell holds the whole.
 */
export type CellFault = 'formula' | 'error' | 'date' | 'logical' | 'hidden' | 'scaled';

export interface Footnote {
  /** As it is printed at the words: `*1`, `※2`, `注3`, `a`. */
  readonly mark: string;
  readonly text: string;
}

/** Why nothing can be read out of what was pasted. */
export type PasteFault = 'empty' | 'no-table' | 'too-large';

/** What a person may paste at once; more is a file to be imported. */
export const PASTE_LIMITS = { characters: 20_000_000, rows: 5_000, columns: 500, cells: 200_000 } as const;

/** A row of the table before it is known which lines are the table's. */
export type RawRow = readonly PastedCell[];

export const NO_CELL: PastedCell = { text: '', continued: false };

/** A cell's text without the blanks and signs of layout that stand around it. */
export function cellText(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/**
 * Takes rows apart into the table, the lines above it and the lines below it: a row with words in one cell only, before
 * the first or after the last row with more, is a line.
 */
export function tableOf(
  raw: readonly RawRow[],
  around: { above?: string[]; below?: string[]; left?: readonly LeftBeside[] } = {},
): PastedTable {
  const used = raw.filter((row) => row.some(({ text }) => text !== ''));
  const firstUsed = (row: RawRow) => row.findIndex(({ text }) => text !== '');
  const left = Math.min(...used.map(firstUsed));
  // One cell further right is the head of the only column of figures, or stands beside a name that goes on from above.
  const isLine = (row: RawRow) =>
    wordsIn(row) === 1 && row.findIndex(({ text, continued }) => text !== '' && !continued) === left;
  const first = used.findIndex((row) => !isLine(row));
  const last = used.findLastIndex((row) => !isLine(row));
  // A single column is a table too: one that was copied down.
  const rows = first < 0 ? used : used.slice(first, last + 1);
  const lines = (from: readonly RawRow[]) =>
    from.map((row) => row.find(({ text }) => text !== '')?.text ?? '');
  const above = first < 0 ? [] : lines(used.slice(0, first));
  const below = first < 0 ? [] : lines(used.slice(last + 1));
  return {
    rows: squared(rows),
    above: [...(around.above ?? []), ...above],
    ...footnotes([...below, ...(around.below ?? [])]),
    left: around.left ?? [],
  };
}

function wordsIn(row: RawRow): number {
  return row.filter(({ text, continued }) => text !== '' && !continued).length;
}

/** Rows of one length, without columns that hold nothing. */
function squared(rows: readonly RawRow[]): PastedCell[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column]?.text ?? '') !== ''),
  );
  return rows.map((row) => kept.map((column) => row[column] ?? NO_CELL));
}

/** Marks before a note: `*1`, `※1`, `注1`, `(1)`, `[a]`, `1)`, `†`. */
const MARK =
  /^(?:[•·・●○▪◦‣–-]\s*)?(\*{1,3}\d{0,2}|[＊※✳]\s?\d{0,2}|注\s?\d{0,2}|[†‡§]{1,2}|[([（［]\d{1,2}[)\]）］]|\d{1,2}[)）])[\s:：.．]*/u;

/** Lines below a table by the marks that they begin with; a line without one goes on with the note above it. */
export function footnotes(lines: readonly string[]): Pick<PastedTable, 'notes' | 'below'> {
  const notes: { mark: string; text: string }[] = [];
  const below: string[] = [];
  for (const line of lines.flatMap((text) => text.split('\n')).map((text) => text.trim())) {
    if (line === '' || /^[•·・●○▪◦‣–-]$/u.test(line)) continue;
    const [match, mark] = MARK.exec(line) ?? [];
    const open = notes.at(-1);
    if (match !== undefined && mark !== undefined)
      notes.push({ mark: mark.replace(/\s/g, ''), text: line.slice(match.length).trim() });
    else if (open) open.text = `${open.text} ${line}`.trim();
    else below.push(line);
  }
  return { notes, below };
}
