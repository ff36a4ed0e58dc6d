import { Parser } from 'htmlparser2';
import { ProblemError } from '../../model/problem.ts';
import { checkXml } from './check-xml.ts';
import type { Unwrapped } from './container.ts';
import { Paper } from './paper.ts';
import { Words } from './words.ts';

/** What is in the file but not in the text (OpenDocument 1.3, part 3): deleted words, comments, forms, pictures. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'svg:title',
  'svg:desc',
  'text:note-citation',
  'text:sequence-decls',
  'office:scripts',
  'office:font-face-decls',
  'draw:object',
]);

/**
 * The words of an OpenDocument text (LibreOffice, Google Docs) in lines: headings, tables, notes; changes as if they
 * were all accepted.
 * @param members of the zip, checked
 * @throws ProblemError `odt-broken`, `file-locked`, `file-hostile`, `file-too-large`, `file-empty`
 */
export function openOdt(name: string, members: ReadonlyMap<string, Uint8Array>): Unwrapped {
  const manifest = new TextDecoder().decode(members.get('META-INF/manifest.xml') ?? new Uint8Array());
  if (/<manifest:encryption-data\b/.test(manifest)) throw new ProblemError('file-locked', { name });
  const content = members.get('content.xml') ?? new Uint8Array();
  checkXml(name, content, 'odt-broken');
  const paper = new Paper(name);
  const reader = new OdtReader(paper);
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  parser.write(new TextDecoder().decode(content));
  parser.end();
  // The parser forgives everything.
  if (!reader.isWhole) throw new ProblemError('odt-broken', { name });
  if (reader.changes > 0) paper.warn('document-changes', { count: reader.changes });
  if (reader.comments > 0) paper.warn('document-comments', { count: reader.comments });
  return { ...paper.finish(), format: 'odt', encoding: '' };
}

interface Table {
  readonly rows: string[][];
  cell: string[] | null;
}

class OdtReader {
  changes = 0;
  comments = 0;
  isWhole = false;
  readonly #paper: Paper;
  readonly #bold = new Set(['Strong_20_Emphasis']);
  readonly #titles = new Set(['Title']);
  readonly #open: string[] = [];
  /** Paragraphs in the making: a note's stand inside the one that it is a note to. */
  readonly #texts: Words[] = [];
  readonly #tables: Table[] = [];
  readonly #spans: boolean[] = [];
  #skip = 0;
  #style = '';
  #level = 0;
  #lists = 0;
  #itemBegins = false;
  #note: string[] | null = null;

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#open.push(name);
    if (this.#skip > 0 || LEFT_OUT.has(name)) {
      this.#skip++;
      if (name === 'text:changed-region') this.changes++;
      if (name === 'office:annotation') this.comments++;
      return;
    }
    const text = this.#texts.at(-1);
    switch (name) {
      case 'style:style':
        this.#style = attributes['style:name'] ?? '';
        if (attributes['style:parent-style-name'] === 'Title') this.#titles.add(this.#style);
        break;
      case 'style:text-properties':
        if (attributes['fo:font-weight'] === 'bold') this.#bold.add(this.#style);
        break;
      case 'text:h':
      case 'text:p': {
        const level = name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) + 1 : 0;
        this.#level = this.#titles.has(attributes['text:style-name'] ?? '') ? 1 : level;
        this.#spans.push(this.#bold.has(attributes['text:style-name'] ?? ''));
        this.#texts.push(new Words());
        break;
      }
      case 'text:span':
        this.#spans.push(
          this.#bold.has(attributes['text:style-name'] ?? '') || (this.#spans.at(-1) ?? false),
        );
        break;
      case 'text:s':
        this.#add(' '.repeat(Math.min(1000, Math.max(1, Number(attributes['text:c'] ?? 1) || 1))));
        break;
      case 'text:tab':
        this.#add('\t');
        break;
      case 'text:line-break':
        this.#add('\n');
        break;
      case 'text:ruby-text':
        this.#add('（');
        break;
      case 'text:list-item':
        this.#lists++;
        this.#itemBegins = true;
        break;
      case 'text:note-body':
        this.#note = [];
        break;
      case 'table:table':
        this.#flush(text);
        this.#tables.push({ rows: [], cell: null });
        break;
      case 'table:table-row':
        this.#tables.at(-1)?.rows.push([]);
        break;
      case 'table:table-cell': {
        const table = this.#tables.at(-1);
        if (table) table.cell = [];
        break;
      }
    }
  }

  ontext(text: string): void {
    if (this.#skip === 0) this.#texts.at(-1)?.flow(text, this.#spans.at(-1) ?? false);
  }

  onclosetag(name: string): void {
    this.#open.pop();
    if (name === 'office:document-content') this.isWhole = this.#open.length === 0;
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    const table = this.#tables.at(-1);
    switch (name) {
      case 'text:h':
      case 'text:p':
        this.#spans.pop();
        this.#paragraph(this.#texts.pop());
        break;
      case 'text:span':
        this.#spans.pop();
        break;
      case 'text:ruby-text':
        this.#add('）');
        break;
      case 'text:list-item':
        this.#lists--;
        break;
      case 'text:note-body': {
        const note = this.#note;
        this.#note = null;
        if (note) this.#add(this.#paper.note(note.join('\n')));
        break;
      }
      case 'table:table-cell':
        if (table?.cell) {
          table.rows.at(-1)?.push(table.cell.join('\n'));
          table.cell = null;
        }
        break;
      case 'table:table':
        this.#tables.pop();
        this.#endTable(table);
        break;
    }
  }

  #add(words: string): void {
    this.#texts.at(-1)?.add(words, this.#spans.at(-1) ?? false);
  }

  #paragraph(made: Words | undefined): void {
    if (!made) return;
    const { text: words, lead } = made;
    if (this.#note) this.#note.push(words);
    else if (this.#tables.at(-1)?.cell) this.#tables.at(-1)?.cell?.push(words);
    // A text box inside a paragraph: its words stand behind what comes before them.
    else if (this.#lists > 0 && this.#itemBegins && this.#level === 0 && words.trim() !== '')
      this.#paper.paragraph(`• ${words}`);
    else this.#paper.paragraph(words, this.#level, lead);
    this.#itemBegins = false;
    this.#level = 0;
  }

  /** Words of a paragraph that a text box or table interrupts. */
  #flush(made: Words | undefined): void {
    if (!made || made.isEmpty || this.#tables.length > 0) return;
    this.#paper.paragraph(made.text, this.#level);
    made.clear();
  }

  #endTable(table: Table | undefined): void {
    if (!table) return;
    const outer = this.#tables.at(-1)?.cell;
    if (outer) outer.push(...table.rows.map((row) => row.join('\t')));
    else this.#paper.table(table.rows);
  }
}
