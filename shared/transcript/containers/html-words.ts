import { Parser } from 'htmlparser2';
import { ProblemError } from '../../model/problem.ts';
import type { ReadWarning } from '../result.ts';
import type { Unwrapped } from './container.ts';
import { Paper } from './paper.ts';
import { tableTurns } from './table.ts';
import { Words } from './words.ts';

/** What is no text of a page, whatever it holds. */
const NO_TEXT = new Set(
  'script style noscript template svg math canvas iframe object embed audio video select option datalist button input textarea head map'.split(
    ' ',
  ),
);
/** Around the text: ways about the site, its letterhead and its fine print. */
const FRAME = new Set(['nav', 'aside', 'footer', 'header', 'dialog', 'menu']);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption html'.split(
    ' ',
  ),
);
/** Deeper pages are built to hurt. */
const DEEPEST = 1_000;

/**
 * The words of a page in lines: its main part where it says which that is, without scripts and what stands around the
 * text. A term with its description (`dl`) and a table are turns where they are made like them.
 */
export function openHtml(
  name: string,
  { text, encoding, warnings }: { text: string; encoding: string; warnings: readonly ReadWarning[] },
): Unwrapped {
  const main = (['main', 'article'] as const).find((tag) => hasOne(text, tag)) ?? null;
  const first = read(name, text, main);
  // A page whose main part is empty keeps its text elsewhere.
  const { paper, leftOut } = main !== null && first.words < 40 ? read(name, text, null) : first;
  if (leftOut > 0) paper.warn('page-frame', { count: leftOut });
  const page = paper.finish();
  return { ...page, format: 'html', encoding, warnings: [...warnings, ...page.warnings] };
}

const BEGINS = { main: /<main\b/gi, article: /<article\b/gi };

function hasOne(text: string, tag: keyof typeof BEGINS): boolean {
  return (text.match(BEGINS[tag])?.length ?? 0) === 1;
}

function read(name: string, text: string, main: string | null) {
  const paper = new Paper(name);
  const reader = new PageReader(name, paper, main);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  parser.write(text);
  parser.end();
  reader.finish();
  return { paper, leftOut: reader.leftOut, words: reader.words };
}

/** A paragraph of a table's cell, or a table inside it. */
type Content =
  | { readonly text: string; readonly level: number; readonly lead: string; readonly item: boolean }
  | { readonly rows: readonly (readonly (readonly Content[])[])[] };

interface Element {
  readonly tag: string;
  readonly bold: boolean;
  readonly silent: boolean;
}

class PageReader {
  /** Characters of the text and of what stands around it. */
  words = 0;
  leftOut = 0;
  readonly #name: string;
  readonly #paper: Paper;
  readonly #main: string | null;
  readonly #open: Element[] = [];
  /** Where in `#open` the frames around the text are. */
  readonly #frames: number[] = [];
  #inMain: number;
  #silent = 0;
  #frame = 0;
  #pre = 0;
  readonly #words = new Words();
  #level = 0;
  #item = false;
  readonly #tables: { rows: Content[][][]; cell: Content[] | null }[] = [];
  #terms: string[][] = [];

  constructor(name: string, paper: Paper, main: string | null) {
    this.#name = name;
    this.#paper = paper;
    this.#main = main;
    this.#inMain = main === null ? 1 : 0;
  }

  onopentag(tag: string, attributes: Record<string, string>): void {
    if (this.#open.length > DEEPEST)
      throw new ProblemError('file-hostile', { name: this.#name, reason: 'depth' });
    const style = attributes.style ?? '';
    const silent =
      NO_TEXT.has(tag) ||
      'hidden' in attributes ||
      attributes['aria-hidden'] === 'true' ||
      /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
    const bold =
      (this.#open.at(-1)?.bold ?? false) ||
      tag === 'b' ||
      tag === 'strong' ||
      /font-weight\s*:\s*(bold|[6-9]00)/i.test(style);
    if (BLOCKS.has(tag)) this.#endBlock();
    this.#open.push({ tag, bold, silent });
    if (silent) this.#silent++;
    if (this.#isFrame(tag, attributes)) this.#frame++;
    if (tag === this.#main) this.#inMain++;
    if (tag === 'pre') this.#pre++;
    if (tag === 'br') this.#add('\n');
    if (/^h[1-6]$/.test(tag)) this.#level = Number(tag.slice(1));
    if (tag === 'li') this.#item = true;
    if (!this.#isRead) return;
    if (tag === 'rt') this.#add('（');
    if (tag === 'table') {
      this.#endTerms();
      this.#tables.push({ rows: [], cell: null });
    } else if (tag === 'tr') this.#tables.at(-1)?.rows.push([]);
    else if (tag === 'td' || tag === 'th') {
      const table = this.#tables.at(-1);
      if (table) table.cell = [];
    } else if (tag === 'hr') this.#paper.blank();
  }

  ontext(text: string): void {
    if (this.#isRead) this.#add(text, this.#pre === 0);
    else if (this.#silent === 0) this.leftOut += text.trim().length;
  }

  onclosetag(tag: string): void {
    const element = this.#open.pop();
    if (!element) return;
    if (tag === 'rt' && this.#isRead) this.#add('）');
    if (BLOCKS.has(tag)) this.#endBlock(tag);
    if (this.#isRead) this.#close(tag);
    if (element.silent) this.#silent--;
    if (this.#frames.at(-1) === this.#open.length) {
      this.#frames.pop();
      this.#frame--;
    }
    if (tag === this.#main) this.#inMain--;
    if (tag === 'pre') this.#pre--;
  }

  finish(): void {
    this.#endBlock();
    this.#endTerms();
  }

  #isFrame(tag: string, { role = '' }: Record<string, string>): boolean {
    const frame =
      FRAME.has(tag) ||
      /^(navigation|banner|contentinfo|complementary|search|dialog)$/.test(role.toLowerCase());
    // The letterhead of an article holds its title.
    const ofArticle =
      tag === 'header' && this.#open.some((one) => one.tag === 'article' || one.tag === 'main');
    if (!frame || ofArticle) return false;
    this.#frames.push(this.#open.length - 1);
    return true;
  }

  get #isRead(): boolean {
    return this.#silent === 0 && this.#frame === 0 && this.#inMain > 0;
  }

  #add(text: string, flows = false): void {
    if (!this.#isRead) return;
    const bold = this.#open.at(-1)?.bold ?? false;
    if (flows) this.#words.flow(text, bold);
    else this.#words.add(text.replace(/\r\n?/g, '\n'), bold);
  }

  #endBlock(tag = ''): void {
    const text = this.#words.text.replace(/ *\n */g, '\n').trim();
    const lead = this.#words.lead.trim();
    const level = this.#level;
    this.#words.clear();
    if (/^h[1-6]$/.test(tag)) this.#level = 0;
    if (text === '') {
      if (tag === 'p') this.#blank();
      return;
    }
    this.words += text.length;
    const item = this.#item && level === 0;
    this.#item = false;
    const content: Content = { text, level, item, lead };
    const cell = this.#tables.at(-1)?.cell;
    if (cell) {
      cell.push(content);
      return;
    }
    const term = this.#open.findLast((one) => one.tag === 'dt' || one.tag === 'dd')?.tag ?? tag;
    if (term === 'dt' || term === 'dd') {
      const row = this.#terms.at(-1);
      if (term === 'dt' || !row) this.#terms.push(term === 'dt' ? [text, ''] : ['', text]);
      else row[1] = `${row[1]}${row[1] === '' ? '' : '\n'}${text}`;
      return;
    }
    this.#endTerms();
    this.#put(content);
    if (tag === 'p' || level > 0) this.#blank();
  }

  #blank(): void {
    if (this.#tables.length === 0) this.#paper.blank();
  }

  #close(tag: string): void {
    const table = this.#tables.at(-1);
    if ((tag === 'td' || tag === 'th') && table?.cell) {
      table.rows.at(-1)?.push(table.cell);
      table.cell = null;
    } else if (tag === 'table' && table) {
      this.#tables.pop();
      const rows = table.rows.filter((row) => row.some((cell) => cell.length > 0));
      const outer = this.#tables.at(-1)?.cell;
      if (outer) outer.push({ rows });
      else this.#put({ rows });
    } else if (tag === 'dl') this.#endTerms();
  }

  #put(content: Content): void {
    if ('text' in content) {
      const { text, level, lead, item } = content;
      if (item) this.#paper.paragraph(/^[•・●○-]/u.test(text) ? text : `• ${text}`);
      else this.#paper.paragraph(text, level, lead);
      return;
    }
    const { rows } = content;
    const texts = rows.map((row) => row.map((cell) => cell.map(textOf).join('\n')));
    const isLayout = rows.some((row) =>
      row.some((cell) => cell.length > 1 || cell.some((one) => 'rows' in one)),
    );
    if (!isLayout || tableTurns(texts)) this.#paper.table(texts);
    else
      for (const cell of rows.flat()) {
        for (const one of cell) {
          this.#put(one);
          this.#paper.blank();
        }
      }
  }

  #endTerms(): void {
    const terms = this.#terms;
    if (terms.length === 0) return;
    this.#terms = [];
    this.#paper.table(terms);
  }
}

function textOf(content: Content): string {
  if ('text' in content) return content.text;
  return content.rows.map((row) => row.map((cell) => cell.map(textOf).join('\n')).join('\t')).join('\n');
}
