import { Parser } from 'htmlparser2';
import {
  cellText,
  NO_CELL,
  PASTE_LIMITS,
  type PastedCell,
  type PastedTable,
  type PasteFault,
  tableOf,
} from './table.ts';

const NO_TEXT = new Set(['script', 'style', 'noscript', 'template', 'head', 'rp', 'rt', 'title']);
const BLOCKS = new Set(
  'address article blockquote br caption dd div dl dt figcaption h1 h2 h3 h4 h5 h6 li ol p pre section ul'.split(
    ' ',
  ),
);
/** A span of columns or rows beyond this is a slip of the program that wrote it. */
const WIDEST_SPAN = 100;

interface OpenTable {
  readonly rows: (PastedCell | undefined)[][];
  cells: number;
  /** The cell that is open: its words so far, and how far it reaches. */
  cell: { words: string; across: number; down: number } | null;
}

/**
 * Reads the table with the most cells out of HTML, as browsers, word processors and spreadsheets put it on the clipboard.
 * Merged cells are filled, raised marks stay beside what they stand at, and the words around the table are kept as lines.
 */
export function readHtmlTable(html: string): PastedTable | PasteFault {
  if (html.length > PASTE_LIMITS.characters) return 'too-large';
  const reader = new TableReader();
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.write(html);
  parser.end();
  return reader.result();
}

class TableReader {
  /** Tables that are open, the innermost last. */
  readonly #open: OpenTable[] = [];
  #best: OpenTable | null = null;
  #bestAt = 0;
  /** By table that was closed: how many of its cells hold words. */
  readonly #filled = new Map<OpenTable, number>();
  #hidden = 0;
  /** Lines outside of tables, with a mark where the table with the most cells stands. */
  readonly #lines: string[] = [''];
  #tooLarge = false;
  /** Words that stand raised, so far; null = none do. */
  #raised: string | null = null;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (NO_TEXT.has(name)) this.#hidden++;
    else if (name === 'table') this.#open.push({ rows: [], cells: 0, cell: null });
    else if (name === 'sup') this.#raised = '';
    else this.#inside(name, attributes);
  }

  #inside(name: string, attributes: Record<string, string>): void {
    const table = this.#open.at(-1);
    if (table && name === 'tr') {
      this.#endCell(table);
      table.rows.push(this.#begun(table));
    } else if (table && (name === 'td' || name === 'th')) {
      this.#endCell(table);
      table.cell = { words: '', across: span(attributes.colspan), down: span(attributes.rowspan) };
    } else if (BLOCKS.has(name)) this.#break();
  }

  onclosetag(name: string): void {
    if (NO_TEXT.has(name)) this.#hidden = Math.max(0, this.#hidden - 1);
    const table = this.#open.at(-1);
    if (name === 'sup') this.#putRaised();
    else if (table && name === 'table') {
      this.#endCell(table);
      this.#open.pop();
      if (!this.#best || table.cells > this.#best.cells) {
        this.#best = table;
        this.#bestAt = this.#lines.length;
        this.#lines.push('');
      }
    } else if (table && (name === 'td' || name === 'th')) this.#endCell(table);
    else if (BLOCKS.has(name)) this.#break();
  }

  ontext(text: string): void {
    if (this.#hidden > 0 || this.#tooLarge) return;
    // Line breaks of the source are blanks; those of the page come from its tags.
    const words = text.replace(/\s+/g, ' ');
    if (this.#raised === null) this.#put(words);
    else this.#raised += words;
  }

  #put(words: string): void {
    const table = this.#open.at(-1);
    if (table?.cell) table.cell.words += words;
    else if (!table) this.#lines[this.#lines.length - 1] += words;
  }

  /** A raised number or letter is the mark of a note: set at the line's height, 21,150² would be another number. */
  #putRaised(): void {
    const words = (this.#raised ?? '').trim();
    this.#raised = null;
    const before = this.#open.at(-1)?.cell?.words ?? this.#lines.at(-1) ?? '';
    const isPower = /(?:^|[\s/\d])[ckd]?m$/.test(before);
    this.#put(/^(?:\d{1,2}|[a-z])$/.test(words) && !isPower ? `*${words}` : words);
  }

  result(): PastedTable | PasteFault {
    if (this.#tooLarge) return 'too-large';
    const table = this.#best;
    if (!table || table.cells === 0) return 'no-table';
    const rows = table.rows.map((row) => Array.from(row, (cell) => cell ?? NO_CELL));
    const lines = (from: number, to?: number) => this.#lines.slice(from, to).map(cellText).filter(Boolean);
    const left = [...this.#filled]
      .filter(([other, cells]) => other !== table && cells > 0)
      .map(([, cells]) => ({ kind: 'table', name: '', cells }) as const);
    return tableOf(rows, { above: lines(0, this.#bestAt), below: lines(this.#bestAt), left });
  }

  #break(): void {
    const table = this.#open.at(-1);
    if (table?.cell) table.cell.words += '\n';
    else if (!table) this.#lines.push('');
  }

  /** The row that comes next: new, or begun by a cell that reaches down into it. */
  #begun(table: OpenTable): (PastedCell | undefined)[] {
    const reached = this.#reached.get(table);
    const next = reached?.shift();
    return next ?? [];
  }

  /** By table: rows below the last one that cells reach into. */
  readonly #reached = new Map<OpenTable, (PastedCell | undefined)[][]>();

  #endCell(table: OpenTable): void {
    const { cell } = table;
    if (!cell) return;
    table.cell = null;
    if (table.rows.length === 0) table.rows.push([]);
    const row = table.rows.at(-1) ?? [];
    let column = 0;
    while (row[column] !== undefined) column++;
    const text = cellText(cell.words);
    table.cells += cell.across * cell.down;
    if (text !== '') this.#filled.set(table, (this.#filled.get(table) ?? 0) + 1);
    if (
      table.cells > PASTE_LIMITS.cells ||
      table.rows.length > PASTE_LIMITS.rows ||
      column + cell.across > PASTE_LIMITS.columns
    ) {
      this.#tooLarge = true;
      return;
    }
    const below = this.#reached.get(table) ?? [];
    this.#reached.set(table, below);
    for (let down = 0; down < cell.down; down++) {
      if (down > 0 && !below[down - 1]) below[down - 1] = [];
      const into = down === 0 ? row : (below[down - 1] ?? []);
      for (let across = 0; across < cell.across; across++)
        into[column + across] = { text, continued: down > 0 || across > 0 };
    }
  }
}

function span(attribute: string | undefined): number {
  const wide = Number.parseInt(attribute ?? '1', 10);
  return Number.isFinite(wide) ? Math.min(Math.max(wide, 1), WIDEST_SPAN) : 1;
}
