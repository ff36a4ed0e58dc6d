import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { ProblemError } from '../../model/problem.ts';
import { checkXml } from './check-xml.ts';
import type { Unwrapped } from './container.ts';
import { Paper } from './paper.ts';

/** The parts that hold words and what they mean; everything else (pictures, fonts, macros) never reaches mammoth. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document\d*|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/document\d*\.xml\.rels)$/;

/**
 * The words of a Word document in lines: headings by their styles, tables of turns by their columns, changes as if they
 * were all accepted, notes at the end. Mammoth is given only checked parts.
 * @param members of the zip, checked
 * @throws ProblemError `docx-broken`, `file-hostile`, `file-too-large`, `file-empty`
 */
export async function openDocx(name: string, members: ReadonlyMap<string, Uint8Array>): Promise<Unwrapped> {
  const parts: Record<string, Uint8Array> = {};
  const paper = new Paper(name);
  for (const [path, content] of members) {
    if (!PARTS.test(path)) continue;
    checkXml(name, content, 'docx-broken');
    parts[path] = content;
  }
  const root = await treeOf(name, zipSync(parts, { level: 0 }));
  new Walk(root, paper).run();
  for (const [path, content] of Object.entries(parts)) {
    if (!/^word\/document\d*\.xml$/.test(path)) continue;
    const xml = new TextDecoder().decode(content);
    const changes = xml.match(/<w:(?:ins|del|moveFrom|moveTo) /g)?.length ?? 0;
    if (changes > 0) paper.warn('document-changes', { count: changes });
    const comments = xml.match(/<w:commentReference /g)?.length ?? 0;
    if (comments > 0) paper.warn('document-comments', { count: comments });
  }
  return { ...paper.finish(), format: 'docx', encoding: '' };
}

/** What mammoth makes of a document, as far as it is used here. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly isBold?: boolean;
  readonly numbering?: { readonly isOrdered: boolean } | null;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly body?: readonly Node[];
  readonly notes?: { resolve(reference: Node): Node | null };
}

async function treeOf(name: string, zip: Uint8Array): Promise<Node> {
  const arrayBuffer = zip.slice().buffer;
  // Node's build of mammoth asks for `buffer`, the browser's for `arrayBuffer`; both take the same bytes.
  const input = { arrayBuffer, buffer: arrayBuffer };
  let document: Node | null = null;
  try {
    await mammoth.convertToHtml(input, {
      includeEmbeddedStyleMap: false,
      includeDefaultStyleMap: false,
      externalFileAccess: false,
      // Only the tree is wanted; nothing is turned into HTML.
      transformDocument: (found: Node) => {
        document = found;
        return { ...found, children: [] };
      },
    });
  } catch (thrown) {
    throw new ProblemError('docx-broken', { name }, { cause: thrown });
  }
  if (!document) throw new ProblemError('docx-broken', { name });
  return document;
}

class Walk {
  readonly #root: Node;
  readonly #paper: Paper;

  constructor(root: Node, paper: Paper) {
    this.#root = root;
    this.#paper = paper;
  }

  run(): void {
    this.#walk(this.#root);
  }

  #walk(node: Node): void {
    if (node.type === 'paragraph') this.#paragraph(node);
    else if (node.type === 'table') this.#table(node);
    else for (const child of node.children ?? []) this.#walk(child);
  }

  #table(node: Node): void {
    const rows = (node.children ?? []).filter(({ type }) => type === 'tableRow');
    // A frame around text is no table.
    if (rows.every((row) => (row.children ?? []).length === 1))
      for (const row of rows) for (const cell of row.children ?? []) this.#walk({ ...cell, type: 'frame' });
    else this.#paper.table(rows.map((row) => (row.children ?? []).map((cell) => this.#textOf(cell))));
  }

  #paragraph(node: Node): void {
    const text = this.#textOf(node);
    const level = levelOf(node);
    if (node.numbering && level === 0 && text.trim() !== '') this.#paper.paragraph(`• ${text}`);
    else this.#paper.paragraph(text, level, this.#leadOf(node, text));
  }

  /** The bold words a paragraph begins with; none where all of it is bold. */
  #leadOf(node: Node, text: string): string {
    let lead = '';
    for (const run of runsOf(node)) {
      const words = this.#textOf(run, false);
      if (words.trim() !== '' && !run.isBold) break;
      lead += words;
    }
    return lead.trim() === text.trim() ? '' : lead;
  }

  #textOf(node: Node, notes = true): string {
    switch (node.type) {
      case 'text':
        return node.value ?? '';
      case 'tab':
        return '\t';
      case 'break':
        return '\n';
      case 'noteReference': {
        const note = notes ? this.#root.notes?.resolve(node) : null;
        return note
          ? this.#paper.note((note.body ?? []).map((one) => this.#textOf(one, false)).join('\n'))
          : '';
      }
      case 'tableCell':
        return (node.children ?? []).map((child) => this.#textOf(child, notes)).join('\n');
      case 'table':
      case 'tableRow':
        return (node.children ?? []).map((child) => this.#textOf(child, notes)).join('\t');
      default:
        return (node.children ?? []).map((child) => this.#textOf(child, notes)).join('');
    }
  }
}

/** The runs of a paragraph, those inside links too. */
function runsOf(node: Node): Node[] {
  return (node.children ?? []).flatMap((child) => (child.type === 'run' ? [child] : runsOf(child)));
}

/** 1 for the title's style, one more than its number for a heading's; 0 for text. Word's names stay English inside. */
function levelOf({ styleName, styleId }: Node): number {
  if (/^title$/i.test(styleName ?? '') || /^title$/i.test(styleId ?? '')) return 1;
  const number = /^(?:heading|見出し)\s*(\d)/i.exec(styleName ?? '') ?? /^heading(\d)$/i.exec(styleId ?? '');
  return number ? Number(number[1]) + 1 : 0;
}
