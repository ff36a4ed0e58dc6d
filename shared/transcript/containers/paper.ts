import { ProblemError } from '../../model/problem.ts';
import { TEXT_LIMIT } from '../decode.ts';
import { cutLines, type LaidOutTurn, type Line, type TextSource } from '../lines.ts';
import type { ReadLoss, ReadWarning } from '../result.ts';
import { isSpaceless } from '../words.ts';
import type { Unwrapped } from './container.ts';
import { Ledger, type LossPart } from './ledger.ts';
import { type TableCell, tableTurns } from './table.ts';

/** Words in bold at the start of a paragraph are a name up to this length. UTF-16 units. */
const LONGEST_LEAD = 60;
/** The level of a row of a table that is one merged cell: a heading. */
const SECTION = 4;

/**
 * Collects the paragraphs of a document as lines, with what its layout says: headings, tables of turns, names in bold.
 */
export class Paper {
  readonly #name: string;
  readonly #lines: Line[] = [];
  readonly #notes: string[] = [];
  readonly #warnings: ReadWarning[] = [];
  readonly #ledger = new Ledger();
  #gap = true;
  #blanks = 0;
  #length = 0;

  /** @param name the file's */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * A paragraph; LF parts its lines.
   * @param level 0 = no heading, 1 = the title's
   * @param lead bold words that it begins with; '' = none, or all of it is bold
   */
  paragraph(text: string, level = 0, lead = ''): void {
    if (text.trim() === '') {
      this.blank();
      return;
    }
    const speaker = lead
      .trim()
      .replace(/[:：]$/u, '')
      .trim();
    const rest = text.trimStart().slice(lead.trim().length);
    const isLead =
      level === 0 &&
      speaker !== '' &&
      speaker.length <= LONGEST_LEAD &&
      !speaker.includes('\n') &&
      rest.trim() !== '';
    this.#add(text, level, isLead ? { speaker, rest: restOf(rest), start: null, sure: false } : null);
  }

  /** A blank line, or what stands for one. */
  blank(): void {
    if (!this.#gap) this.#blanks++;
    this.#gap = true;
  }

  /** A table: turns where it has a column of names, rows of words where it has none. */
  table(rows: readonly (readonly (string | TableCell)[])[]): void {
    const turns = tableTurns(rows);
    for (const [index, row] of rows.entries()) {
      const cells = row.map((cell) => (typeof cell === 'string' ? cell : cell.text).trim());
      this.blank();
      const part = turns?.rows[index];
      if (part === 'header') this.lose('table-header', cells.filter(Boolean).join(' | '));
      else if (part === 'section') this.paragraph(cells.join(' '), SECTION);
      else if (part)
        for (const { speaker, words, start } of part) {
          if (speaker === null) this.paragraph(words);
          else this.#turn(speaker, words, start);
          this.blank();
        }
      else this.#row(cells);
      this.blank();
    }
    for (const words of turns?.lost ?? []) this.lose('table-column', words);
  }

  #turn(speaker: string, words: string, start: number | null): void {
    const [first = '', ...more] = words.split('\n').map((line) => line.trim());
    const colon = isSpaceless(first[0] ?? '') ? '：' : ': ';
    this.#add([`${speaker}${colon}${first}`, ...more].join('\n'), 0, {
      speaker,
      rest: first,
      start,
      sure: true,
    });
  }

  /** A document inside of this one: its lines, where it stands. */
  insert({ source, warnings, ledger }: Unwrapped): void {
    this.blank();
    for (const { text, level, gap, start, turn } of source.lines) {
      if (gap) this.blank();
      this.#line(text, level, start, turn ?? null);
    }
    this.blank();
    this.#warnings.push(...warnings);
    this.#ledger.add(ledger);
  }

  /** A foot- or endnote; its mark `*1` stands in the text. @returns the mark */
  note(text: string): string {
    this.#notes.push(text.trim());
    return `*${this.#notes.length}`;
  }

  warn(code: string, params: ReadWarning['params']): void {
    this.#warnings.push({ code, params });
  }

  /** Words of the file that stand in none of the lines. */
  lose(part: LossPart, words: string): void {
    this.#ledger.lose(part, words);
  }

  /** What was collected so far. */
  get text(): string {
    return [...this.#lines.map(({ text }) => text), ...this.#notes].join('\n');
  }

  /** @throws ProblemError `file-empty` when there are no words, `file-wordless` when all of them were left out */
  finish(): {
    readonly source: TextSource;
    readonly warnings: readonly ReadWarning[];
    readonly ledger: readonly ReadLoss[];
  } {
    for (const [index, note] of this.#notes.entries()) {
      this.blank();
      if (note !== '') this.#add(`*${index + 1} ${note}`, 0, null);
    }
    const ledger = this.#ledger.losses;
    if (this.#lines.length === 0)
      throw new ProblemError(ledger.length > 0 ? 'file-wordless' : 'file-empty', { name: this.#name });
    // Where writers leave no empty paragraphs, every paragraph stands for itself.
    const lines =
      this.#blanks * 10 < this.#lines.length
        ? this.#lines.map((line) => (line.start ? { ...line, gap: line.gap || line.text.length > 72 } : line))
        : this.#lines;
    const text = lines.map((line) => (line.gap ? `\n${line.text}` : line.text)).join('\n');
    return { source: { name: this.#name, text, lines }, warnings: this.#warnings, ledger };
  }

  /** `Name | words` of a table is read as one line, `Name` and a tab before the words. */
  #row(cells: readonly string[]): void {
    const [first = '', ...others] = cells;
    const rest = others.filter((text) => text !== '');
    if (first !== '' && first.length <= 40 && !first.includes('\n') && rest.length > 0)
      this.#add(`${first}\t${rest.join('\n')}`, 0, null);
    else for (const text of cells) if (text !== '') this.#add(text, 0, null);
  }

  #add(text: string, level: number, turn: LaidOutTurn | null): void {
    let start = true;
    let own = turn;
    for (const raw of cutLines(text)) {
      const line = raw.trim();
      if (line === '') {
        // A blank line inside, made of two line breaks, parts paragraphs too.
        if (own === null || own !== turn) this.blank();
        start = true;
        continue;
      }
      this.#line(line, level, start, own);
      start = false;
      own = null;
    }
  }

  #line(text: string, level: number, start: boolean, turn: LaidOutTurn | null): void {
    this.#length += text.length;
    if (this.#length > TEXT_LIMIT)
      throw new ProblemError('file-too-large', { name: this.#name, limit: TEXT_LIMIT / 1024 / 1024 });
    this.#lines.push({
      number: this.#lines.length + 1,
      text,
      gap: this.#gap,
      start,
      level,
      ...(turn ? { turn } : {}),
    });
    this.#gap = false;
  }
}

function restOf(text: string): string {
  const [line = ''] = text.replace(/^\s*[:：]/u, '').split('\n');
  return line.trim();
}
