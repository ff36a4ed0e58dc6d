import { ProblemError } from '../../model/problem.ts';
import type { Nested, Unwrapped } from './container.ts';
import type { Block, Cell, Surroundings } from './docx-blocks.ts';
import { type Members, Numbering, type Relation, relationsOf, Styles } from './docx-parts.ts';
import { readPart } from './docx-reader.ts';
import type { LossPart } from './ledger.ts';
import { Paper } from './paper.ts';
import type { TableCell } from './table.ts';

/** Parts that hold no words but how words look, what the program remembers, and what the document is called. */
const WORDLESS =
  /(^|\/)_rels\/|^\[Content_Types\]|^docProps\/|^customXml\/|\/(styles\w*|settings|webSettings|fontTable|numbering|people|comments(Extended|Ids|Extensible)|theme\d*|keymap|toolbars|vba\w*|tasks)\.xml$|\/(theme|glossary|activeX|media|printerSettings)\//i;

/** What the outermost element of a part says of its words. */
const PARTS: Readonly<Record<string, LossPart>> = {
  hdr: 'header',
  ftr: 'footer',
  comments: 'comment',
  footnotes: 'footnote',
  endnotes: 'endnote',
  chartSpace: 'chart',
  dataModel: 'diagram',
  drawing: 'diagram',
};

/**
 * The words of a Word document in lines: headings by their styles, tables of turns by their columns, changes as if they
 * were all accepted, notes at the end. All other words of all parts of the file are in the ledger.
 * @param members of the zip, checked
 * @param nested unwraps a document that stands inside of this one
 * @throws ProblemError `docx-broken`, `file-hostile`, `file-too-large`, `file-empty`
 */
export async function openDocx(name: string, members: Members, nested: Nested): Promise<Unwrapped> {
  const package_ = relationsOf(name, members, '');
  const main =
    package_.find(({ type }) => type === 'officeDocument')?.path ??
    [...members.keys()].find((path) => /^word\/document\d*\.xml$/.test(path)) ??
    '';
  const content = members.get(main);
  if (!content) throw new ProblemError('docx-broken', { name });
  const reading = new Reading(name, members, main, nested);
  await reading.read(content);
  return reading.finish();
}

class Reading {
  readonly #name: string;
  readonly #members: Members;
  readonly #main: string;
  readonly #nested: Nested;
  readonly #paper: Paper;
  readonly #relations: readonly Relation[];
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  /** Parts whose words were dealt with. */
  readonly #done = new Set<string>();
  readonly #outside: string[] = [];
  readonly #moved: string[] = [];
  #marks: ReadonlyMap<string, string> = new Map();

  constructor(name: string, members: Members, main: string, nested: Nested) {
    this.#name = name;
    this.#members = members;
    this.#main = main;
    this.#nested = nested;
    this.#paper = new Paper(name);
    this.#relations = relationsOf(name, members, main);
    this.#styles = new Styles(name, this.#partOf('styles')?.content);
    this.#numbering = new Numbering(name, this.#partOf('numbering')?.content);
  }

  async read(content: Uint8Array): Promise<void> {
    this.#done.add(this.#main);
    const notes = { footnote: this.#notesOf('footnote'), endnote: this.#notesOf('endnote') };
    const used = { footnote: new Set<string>(), endnote: new Set<string>() };
    const part = readPart(this.#name, content, {
      ...this.#around(),
      note: (kind, id) => {
        const note = notes[kind].get(id);
        if (!note) return null;
        used[kind].add(id);
        return this.#paper.note(textOf(note));
      },
    });
    this.#marks = this.#marksOf(part.blocks);
    await this.#put(part.blocks);
    for (const kind of ['footnote', 'endnote'] as const)
      for (const [id, note] of notes[kind]) if (!used[kind].has(id)) this.#paper.lose(kind, textOf(note));
    if (part.changes > 0) this.#paper.warn('document-changes', { count: part.changes });
    this.#rest(part.comments);
  }

  finish(): Unwrapped {
    const { text } = this.#paper;
    const read = text.replace(/\s+/gu, '');
    for (const words of this.#moved)
      if (!read.includes(words.replace(/\s+/gu, ''))) this.#paper.lose('deleted', words);
    const done = this.#paper.finish();
    return {
      ...done,
      source: { ...done.source, ...(this.#outside.length > 0 && { outside: this.#outside }) },
      format: 'docx',
      encoding: '',
    };
  }

  #partOf(type: string): { readonly path: string; readonly content: Uint8Array } | null {
    const path = this.#relations.find((one) => one.type === type)?.path ?? `word/${type}.xml`;
    const content = this.#members.get(path);
    return content ? { path, content } : null;
  }

  #notesOf(kind: 'footnote' | 'endnote'): ReadonlyMap<string, readonly Block[]> {
    const part = this.#partOf(`${kind}s`);
    if (!part) return new Map();
    this.#done.add(part.path);
    return readPart(this.#name, part.content, this.#around()).notes;
  }

  #around(): Surroundings {
    return {
      styles: this.#styles,
      note: () => null,
      lose: (part, words) => {
        if (part === 'moved') this.#moved.push(words);
        else this.#paper.lose(part, words);
      },
    };
  }

  /** All that the package holds besides the text and its notes. */
  #rest(comments: number): void {
    const told = new Set<string>();
    let commented = false;
    for (const [path, content] of this.#members) {
      if (this.#done.has(path) || WORDLESS.test(path)) continue;
      const base = path.slice(path.lastIndexOf('/') + 1);
      if (!path.endsWith('.xml')) {
        if (/\/embeddings\//.test(path)) this.#paper.lose('embedded', base);
        else if (/\.(html?|xhtml|mht|mhtml|txt|rtf|docx|docm|eml)$/i.test(path))
          this.#paper.lose('chunk', base);
        continue;
      }
      try {
        const partOf = (root: string): LossPart => PARTS[root] ?? 'part';
        const blocks = readPart(this.#name, content, {
          ...this.#around(),
          lose: (_, words, root) => this.#loseOnce(told, partOf(root), words),
        });
        const part = partOf(blocks.root);
        const texts = [...blocks.blocks, ...[...blocks.notes.values()].flat()].map((block) =>
          textOf([block]),
        );
        for (const text of texts) {
          if (text.trim() === '') continue;
          if (part === 'comment') commented = true;
          if (part === 'header' || part === 'footer') this.#outside.push(text.trim());
          this.#loseOnce(told, part, text);
        }
      } catch {
        // What cannot be read, or may not be, is told by its name.
        this.#paper.lose('part', path);
      }
    }
    if (comments > 0 && !commented) this.#paper.warn('document-comments', { count: comments });
  }

  /** Diagrams and running heads say the same several times; numbers of pages and of charts are no words. */
  #loseOnce(told: Set<string>, part: LossPart, text: string): void {
    const key = `${part} ${text.trim()}`;
    if (told.has(key) || isFurniture(part, text)) return;
    told.add(key);
    this.#paper.lose(part, text);
  }

  /** The marks of numbered and of bulleted lists that are read; none where they number turns. */
  #marksOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
    const lists = new Map<string, { all: number; labelled: number }>();
    let paragraphs = 0;
    for (const block of blocks) {
      if (block.kind !== 'paragraph' || block.text.trim() === '' || block.level > 0) continue;
      paragraphs++;
      if (!block.list) continue;
      const key = keyOf(block.list);
      const list = lists.get(key) ?? { all: 0, labelled: 0 };
      lists.set(key, list);
      list.all++;
      if (block.lead.trim() !== '' || LABELLED.test(block.text)) list.labelled++;
    }
    return new Map(
      [...lists].map(([key, { all, labelled }]) => {
        const turns = all >= 2 && (labelled >= all / 2 || (all >= 4 && all >= paragraphs * 0.6));
        return [key, turns ? 'turns' : 'items'];
      }),
    );
  }

  async #put(blocks: readonly Block[]): Promise<void> {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.#paragraph(block);
      else if (block.kind === 'table') await this.#table(block.rows);
      else await this.#chunk(block.id);
    }
  }

  #paragraph({ text, level, lead, list }: Extract<Block, { kind: 'paragraph' }>): void {
    const mark = list && text.trim() !== '' ? this.#numbering.next(list.id, list.level) : null;
    const isTurn = list !== null && this.#marks.get(keyOf(list)) === 'turns';
    if (mark !== null && level === 0 && !isTurn) this.#paper.paragraph(`${mark} ${text}`);
    else this.#paper.paragraph(text, level, lead);
  }

  async #table(rows: readonly (readonly Cell[])[]): Promise<void> {
    // A frame around text is no table.
    if (rows.every((row) => row.length === 1))
      for (const row of rows) for (const cell of row) await this.#put(cell.blocks);
    else this.#paper.table(rows.map((row) => row.map((cell) => this.#cell(cell))));
  }

  #cell({ blocks, across, continued, header }: Cell): TableCell {
    return { text: continued ? '' : textOf(blocks), across, header, continued };
  }

  async #chunk(id: string): Promise<void> {
    const path = this.#relations.find((one) => one.id === id)?.path;
    const bytes = path === undefined ? undefined : this.#members.get(path);
    if (path === undefined || !bytes) {
      this.#paper.lose('chunk', path ?? id);
      return;
    }
    this.#done.add(path);
    const base = path.slice(path.lastIndexOf('/') + 1);
    try {
      this.#paper.insert(await this.#nested({ name: base, bytes }));
      this.#paper.warn('document-chunk', { name: base });
    } catch {
      this.#paper.lose('chunk', base);
    }
  }
}

/** `Name: words`, `Name<tab>words`, `氏名：` */
const LABELLED = /^\s*[^\s:：][^:：\n]{0,59}(?:[:：]|\t)\s*\S/u;

function keyOf({ id, level }: { readonly id: string; readonly level: number }): string {
  return `${id} ${level}`;
}

/** The words of cells and notes, a line a paragraph. */
function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.text;
      if (block.kind === 'chunk') return '';
      return block.rows.map((row) => row.map((cell) => textOf(cell.blocks)).join('\t')).join('\n');
    })
    .join('\n');
}

/** `Page 3 of`, `– 4 –`, the values of a chart. */
function isFurniture(part: LossPart, text: string): boolean {
  if (part === 'header' || part === 'footer')
    return /^[\s\d/|·.–—-]*((page|p\.|of|ページ|頁)[\s\d/|·.–—-]*)*$/iu.test(text) && !/\d{4}/.test(text);
  return part === 'chart' && !/\p{L}/u.test(text);
}
