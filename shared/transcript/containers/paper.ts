import { ProblemError } from '../../model/problem.ts';
import { TEXT_LIMIT } from '../decode.ts';
import { cutLines, type LaidOutTurn, type Line, type TextSource } from '../lines.ts';
import type { ReadWarning } from '../result.ts';
import { isSpaceless } from '../words.ts';
import { tableTurns } from './table.ts';

/** Words in bold at the start of a paragraph are a name up to this length. UTF-16 units. */
const LONGEST_LEAD = 60;

/**
 * Collects the paragraphs of a document as lines, with what its layout says: headings, tables of turns, names in bold.
 */
export class Paper {
  readonly #name: string;
  readonly #lines: Line[] = [];
  readonly #notes: string[] = [];
  readonly #warnings: ReadWarning[] = [];
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
  table(rows: readonly (readonly string[])[]): void {
    const turns = tableTurns(rows);
    for (const [index, row] of rows.entries()) {
      const cells = row.map((cell) => cell.trim());
      this.blank();
      const turn = turns?.rows[index];
      if (turn === 'header')
        this.#warnings.push({ code: 'table-header', params: { words: cells.filter(Boolean).join(' · ') } });
      else if (turn && turn.speaker === null) this.paragraph(turn.words);
      else if (turn) {
        const { speaker, words, start } = turn;
        const [first = '', ...more] = words.split('\n').map((line) => line.trim());
        this.#add([`${speaker}${isSpaceless(first[0] ?? '') ? '：' : ': '}${first}`, ...more].join('\n'), 0, {
          speaker: speaker ?? '',
          rest: first,
          start,
          sure: true,
        });
      } else this.#row(cells);
      this.blank();
    }
  }

  /** A foot- or endnote; its mark `*1` stands in the text. @returns the mark */
  note(text: string): string {
    this.#notes.push(text.trim());
    return `*${this.#notes.length}`;
  }

  warn(code: string, params: ReadWarning['params']): void {
    this.#warnings.push({ code, params });
  }

  /** @throws ProblemError `file-empty` when there are no words */
  finish(): { readonly source: TextSource; readonly warnings: readonly ReadWarning[] } {
    for (const [index, note] of this.#notes.entries()) {
      this.blank();
      if (note !== '') this.#add(`*${index + 1} ${note}`, 0, null);
    }
    if (this.#lines.length === 0) throw new ProblemError('file-empty', { name: this.#name });
    // Where writers leave no empty paragraphs, every paragraph stands for itself.
    const lines =
      this.#blanks * 10 < this.#lines.length
        ? this.#lines.map((line) => (line.start ? { ...line, gap: line.gap || line.text.length > 72 } : line))
        : this.#lines;
    const text = lines.map((line) => (line.gap ? `\n${line.text}` : line.text)).join('\n');
    return { source: { name: this.#name, text, lines }, warnings: this.#warnings };
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
      this.#length += line.length;
      if (this.#length > TEXT_LIMIT)
        throw new ProblemError('file-too-large', { name: this.#name, limit: TEXT_LIMIT / 1024 / 1024 });
      this.#lines.push({
        number: this.#lines.length + 1,
        text: line,
        gap: this.#gap,
        start,
        level,
        ...(own ? { turn: own } : {}),
      });
      this.#gap = false;
      start = false;
      own = null;
    }
  }
}

function restOf(text: string): string {
  const [line = ''] = text.replace(/^\s*[:：]/u, '').split('\n');
  return line.trim();
}
