import { Parser } from 'htmlparser2';
import { ProblemError } from '../../model/problem.ts';
import type { ReadWarning } from '../result.ts';
import type { Unwrapped } from './container.ts';
import type { LossPart } from './ledger.ts';
import { Paper } from './paper.ts';
import { tableTurns } from './table.ts';
import { Words } from './words.ts';

/** What is no text of a page, whatever it holds. */
const NO_TEXT = new Set(
  'script style noscript template canvas iframe object embed audio video head map rp'.split(' '),
);
/** Words of controls and pictures, which are not the page's. */
const CONTROLS = new Set('svg select option datalist button input textarea'.split(' '));
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
  const { paper } = main !== null && first.words < 40 ? read(name, text, null) : first;
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
  return { paper, words: reader.words };
}

/** A paragraph of a table's cell, or a table inside it. */
type Content =
  | { readonly text: string; readonly level: number; readonly lead: string; readonly item: boolean }
  | { readonly rows: readonly (readonly PageCell[])[] };

interface PageCell {
  readonly content: Content[];
  readonly across: number;
  readonly header: boolean;
  readonly continued: boolean;
}

interface PageTable {
  readonly rows: PageCell[][];
  cell: PageCell | null;
  /** By column: how many more rows a cell of a row above goes on in. */
  readonly reaching: number[];
}

interface Element {
  readonly tag: string;
  readonly bold: boolean;
  /** Why what it holds is not read: a part of the ledger, or no words at all. */
  silent: LossPart | 'nothing' | null;
}

class PageReader {
  /** Characters of the text. */
  words = 0;
  readonly #name: string;
  readonly #paper: Paper;
  readonly #main: string | null;
  readonly #open: Element[] = [];
  /** Where in `#open` the frames around the text are. */
  readonly #frames: number[] = [];
  #inMain: number;
  #silent = 0;
  #lost: { part: LossPart; words: string } | null = null;
  #frame = 0;
  #pre = 0;
  readonly #words = new Words();
  #level = 0;
  #item = false;
  readonly #tables: PageTable[] = [];
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
    const silent = silenceOf(tag, attributes);
    const bold =
      (this.#open.at(-1)?.bold ?? false) ||
      tag === 'b' ||
      tag === 'strong' ||
      /font-weight\s*:\s*(bold|[6-9]00)/i.test(style);
    if (BLOCKS.has(tag)) this.#endBlock();
    this.#open.push({ tag, bold, silent });
    if (silent) this.#silent++;
    if (tag === 'a' && /^#cmnt_ref\d/.test(attributes.href ?? '')) this.#beginComment();
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
      this.#tables.push({ rows: [], cell: null, reaching: [] });
    } else if (tag === 'tr') this.#tables.at(-1)?.rows.push([]);
    else if (tag === 'td' || tag === 'th') this.#beginCell(tag, attributes);
    else if (tag === 'hr') this.#paper.blank();
  }

  ontext(text: string): void {
    if (this.#isRead) this.#add(text, this.#pre === 0);
    else this.#lose(text);
  }

  /** Words that are not read, by why. Those that stand together are one stretch. */
  #lose(text: string): void {
    const silent = this.#open.findLast((one) => one.silent !== null)?.silent ?? 'page-frame';
    if (silent === 'nothing') return;
    if (this.#lost?.part !== silent) this.#endLost();
    this.#lost ??= { part: silent, words: '' };
    this.#lost.words += text;
  }

  #endLost(): void {
    if (this.#lost) this.#paper.lose(this.#lost.part, this.#lost.words);
    this.#lost = null;
  }

  /** Some programs put comments at a page's end, with a link back to where they belong. */
  #beginComment(): void {
    const around = this.#open.findLast(({ tag }) => tag === 'div' || tag === 'p' || tag === 'li');
    if (!around || around.silent) return;
    around.silent = 'comment';
    this.#silent++;
  }

  #beginCell(tag: string, { colspan, rowspan }: Record<string, string>): void {
    const table = this.#tables.at(-1);
    const row = table?.rows.at(-1);
    if (!table || !row) return;
    const column = () => row.reduce((sum, { across }) => sum + across, 0);
    while ((table.reaching[column()] ?? 0) > 0 && row.length < 1_000) {
      table.reaching[column()] = (table.reaching[column()] ?? 0) - 1;
      row.push({ content: [], across: 1, header: false, continued: true });
    }
    const across = Math.min(50, Math.max(1, Number(colspan) || 1));
    const down = Math.min(1_000, Number(rowspan) || 1) - 1;
    if (down > 0) for (let at = 0; at < across; at++) table.reaching[column() + at] = down;
    table.cell = { content: [], across, header: tag === 'th', continued: false };
  }

  onclosetag(tag: string): void {
    const element = this.#open.pop();
    if (!element) return;
    if (tag === 'rt' && this.#isRead) this.#add('）');
    if (BLOCKS.has(tag)) this.#endBlock(tag);
    if (this.#isRead) this.#close(tag);
    if (element.silent) {
      this.#endLost();
      this.#silent--;
    } else if (this.#lost && BLOCKS.has(tag)) this.#endLost();
    if (this.#frames.at(-1) === this.#open.length) {
      this.#frames.pop();
      this.#frame--;
    }
    if (tag === this.#main) this.#inMain--;
    if (tag === 'pre') this.#pre--;
  }

  finish(): void {
    this.#endLost();
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
      cell.content.push(content);
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
      const rows = table.rows.filter((row) => row.some(({ content }) => content.length > 0));
      const outer = this.#tables.at(-1)?.cell;
      if (outer) outer.content.push({ rows });
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
    const texts = rows.map((row) =>
      row.map(({ content: parts, ...cell }) => ({ ...cell, text: parts.map(textOf).join('\n') })),
    );
    const isLayout = rows.some((row) =>
      row.some(({ content: parts }) => parts.length > 1 || parts.some((one) => 'rows' in one)),
    );
    if (!isLayout || tableTurns(texts)) this.#paper.table(texts);
    else
      for (const cell of rows.flat()) {
        for (const one of cell.content) {
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

/** Why what an element holds is not read; null = it is. */
function silenceOf(tag: string, attributes: Record<string, string>): LossPart | 'nothing' | null {
  const { style = '', href = '' } = attributes;
  // The mark of a comment, which is no word of the text.
  if (NO_TEXT.has(tag) || (tag === 'a' && /^#cmnt\d/.test(href))) return 'nothing';
  if (CONTROLS.has(tag)) return 'page-frame';
  if (tag === 'del') return 'deleted';
  if (tag === 's' || tag === 'strike' || /text-decoration[^;]*:[^;]*line-through/i.test(style))
    return 'struck-out';
  const isHidden =
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
  return isHidden ? 'hidden' : null;
}

function textOf(content: Content): string {
  if ('text' in content) return content.text;
  return content.rows
    .map((row) => row.map((cell) => cell.content.map(textOf).join('\n')).join('\t'))
    .join('\n');
}
