import { Parser } from 'htmlparser2';
import { ProblemError } from '../../model/problem.ts';
import { checkXml } from '../../ooxml/check-xml.ts';
import type { Unwrapped } from './container.ts';
import type { LossPart } from './ledger.ts';
import { Paper } from './paper.ts';
import type { TableCell } from './table.ts';
import { Words } from './words.ts';

/** What is in the file but not in the text (OpenDocument 1.3, part 3), and where its words go; null = it has none. */
const LEFT_OUT: ReadonlyMap<string, LossPart | null> = new Map<string, LossPart | null>([
  ['text:tracked-changes', 'deleted'],
  ['office:annotation', 'comment'],
  ['office:forms', 'unknown'],
  ['svg:title', null],
  ['svg:desc', null],
  ['text:note-citation', null],
  ['text:sequence-decls', null],
  ['office:scripts', null],
  ['office:font-face-decls', null],
  ['draw:object', null],
  ['text:hidden-text', 'hidden'],
]);
/** Who wrote a comment or a change and when: no words of it. */
const META = /^(dc:|meta:)/;

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
  parse(reader, content);
  // The parser forgives everything.
  if (!reader.isWhole) throw new ProblemError('odt-broken', { name });
  if (reader.changes > 0) paper.warn('document-changes', { count: reader.changes });
  const outside = loseOtherParts(name, members, paper);
  const done = paper.finish();
  if (reader.comments > 0 && !done.ledger.some(({ part }) => part === 'comment'))
    paper.warn('document-comments', { count: reader.comments });
  return {
    ...done,
    source: { ...done.source, ...(outside.length > 0 && { outside }) },
    format: 'odt',
    encoding: '',
  };
}

function parse(reader: ConstructorParameters<typeof Parser>[0], content: Uint8Array): void {
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  parser.write(new TextDecoder().decode(content));
  parser.end();
}

/** Running heads and feet, and the words of charts and other objects. @returns the heads and feet */
function loseOtherParts(name: string, members: ReadonlyMap<string, Uint8Array>, paper: Paper): string[] {
  const outside: string[] = [];
  for (const [path, content] of members) {
    const isStyles = path === 'styles.xml';
    if (!isStyles && !/^[^/]+\/content\.xml$/.test(path)) continue;
    try {
      checkXml(name, content, 'odt-broken');
    } catch {
      paper.lose('part', path);
      continue;
    }
    const open: string[] = [];
    let words = '';
    parse(
      {
        onopentag: (tag) => open.push(tag),
        ontext: (text) => {
          // Numbers of pages are no words.
          if (/^text:(p|h|span|a|s|title|date|time|file-name)$/.test(open.at(-1) ?? '')) words += text;
        },
        onclosetag: (tag) => {
          open.pop();
          if (tag !== 'text:p' && tag !== 'text:h') return;
          const frame = open.findLast((one) => /^style:(header|footer)/.test(one));
          if (/\p{L}/u.test(words)) {
            if (isStyles && frame) outside.push(words.trim());
            const part = frame?.startsWith('style:footer') ? 'footer' : 'header';
            paper.lose(isStyles ? (frame ? part : 'part') : 'chart', words);
          }
          words = '';
        },
      },
      content,
    );
  }
  return outside;
}

interface Table {
  readonly rows: TableCell[][];
  cell: string[] | null;
  /** Columns that the open cell spans. */
  across: number;
  header: boolean;
}

class OdtReader {
  changes = 0;
  comments = 0;
  isWhole = false;
  readonly #paper: Paper;
  readonly #bold = new Set(['Strong_20_Emphasis']);
  readonly #silent = new Map<string, LossPart>();
  /** Why words are not read, a span or paragraph each. */
  readonly #reasons: (LossPart | null)[] = [];
  #part: LossPart | null = null;
  #lost: { part: LossPart; words: string } | null = null;
  readonly #titles = new Set(['Title']);
  readonly #open: string[] = [];
  /** Paragraphs in the making: a note's stand inside the one that it is a note to. */
  readonly #texts: Words[] = [];
  readonly #tables: Table[] = [];
  readonly #spans: boolean[] = [];
  readonly #covered = new Map<TableCell[], number>();
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
      if (this.#skip++ === 0) this.#part = LEFT_OUT.get(name) ?? null;
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
        if (attributes['text:display'] === 'none') this.#silent.set(this.#style, 'hidden');
        else if (isStruck(attributes)) this.#silent.set(this.#style, 'struck-out');
        break;
      case 'text:h':
      case 'text:p': {
        const level = name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) + 1 : 0;
        this.#level = this.#titles.has(attributes['text:style-name'] ?? '') ? 1 : level;
        this.#spans.push(this.#bold.has(attributes['text:style-name'] ?? ''));
        this.#reasons.push(this.#silent.get(attributes['text:style-name'] ?? '') ?? null);
        this.#texts.push(new Words());
        break;
      }
      case 'text:span':
        this.#reasons.push(
          this.#silent.get(attributes['text:style-name'] ?? '') ?? this.#reasons.at(-1) ?? null,
        );
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
        this.#tables.push({ rows: [], cell: null, across: 1, header: false });
        break;
      case 'table:table-row':
        this.#tables.at(-1)?.rows.push([]);
        break;
      case 'table:table-header-rows': {
        const table = this.#tables.at(-1);
        if (table) table.header = true;
        break;
      }
      case 'table:table-cell': {
        const table = this.#tables.at(-1);
        if (table) {
          table.cell = [];
          table.across = Math.min(100, Math.max(1, Number(attributes['table:number-columns-spanned']) || 1));
        }
        break;
      }
      case 'table:covered-table-cell': {
        // What it is covered by, from the left or from above, has the words; the former counts its columns itself.
        const row = this.#tables.at(-1)?.rows.at(-1);
        if (!row) break;
        const width = row.reduce((sum, { across = 1 }) => sum + across, 0);
        const covered = this.#covered.get(row) ?? 0;
        const last = row.at(-1);
        if ((last?.across ?? 1) > 1 && covered < (last?.across ?? 1) - 1) this.#covered.set(row, covered + 1);
        else if (width < 100) row.push({ text: '', continued: true });
        break;
      }
    }
  }

  ontext(text: string): void {
    const inside = this.#open.at(-1) ?? '';
    if (this.#skip > 0) {
      if (this.#part && !META.test(inside)) this.#lose(this.#part, text);
      return;
    }
    const reason = this.#reasons.at(-1);
    const words = this.#texts.at(-1);
    if (reason) this.#lose(reason, text);
    else if (words) words.flow(text, this.#spans.at(-1) ?? false);
    else if (!META.test(inside)) this.#lose('unknown', text);
  }

  #lose(part: LossPart, words: string): void {
    if (this.#lost?.part !== part) this.#endLost();
    this.#lost ??= { part, words: '' };
    this.#lost.words += words;
  }

  #endLost(): void {
    if (this.#lost) this.#paper.lose(this.#lost.part, this.#lost.words);
    this.#lost = null;
  }

  onclosetag(name: string): void {
    this.#open.pop();
    if (name === 'office:document-content') this.isWhole = this.#open.length === 0;
    if (
      name === 'text:p' ||
      name === 'text:span' ||
      name === 'office:annotation' ||
      name === 'text:changed-region'
    )
      this.#endLost();
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    const table = this.#tables.at(-1);
    switch (name) {
      case 'text:h':
      case 'text:p':
        this.#spans.pop();
        this.#reasons.pop();
        this.#paragraph(this.#texts.pop());
        break;
      case 'text:span':
        this.#spans.pop();
        this.#reasons.pop();
        break;
      case 'table:table-header-rows':
        if (table) table.header = false;
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
          const { across, header } = table;
          table.rows.at(-1)?.push({ text: table.cell.join('\n'), across, header });
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
    if (outer) outer.push(...table.rows.map((row) => row.map(({ text }) => text).join('\t')));
    else this.#paper.table(table.rows);
  }
}

function isStruck(attributes: Record<string, string>): boolean {
  const line =
    attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'] ?? 'none';
  return line !== 'none';
}
