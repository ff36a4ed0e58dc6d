import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { isWorkspaceZip } from '../archive/format.ts';
import { DOCUMENT_LIMITS, readZip } from '../archive/zip.ts';
import { ProblemError } from '../model/problem.ts';
import { TEXT_LIMIT } from './decode.ts';
import type { Line, TextSource } from './lines.ts';
import type { TranscriptFile } from './result.ts';

const MB = 1024 * 1024;
const DOCUMENT = 'word/document.xml';
/** The parts that hold words and what they mean; everything else (pictures, fonts, macros) never reaches mammoth. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/document\.xml\.rels)$/;
/** Deeper XML overflows mammoth's stack; more paragraphs take it many seconds (measured). */
const DEEPEST = 200;
const MOST_PARAGRAPHS = 100_000;

/** Whether the bytes are a zip: every Word document (.docx) is one. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

/**
 * The words of a Word document in lines, its headings known by their styles. The zip is checked before anything reads
 * it, and mammoth is given only the checked parts.
 * @throws ProblemError `docx-broken`, `docx-old`, `file-workspace` for a workspace file, `file-hostile`, `file-too-large`, `file-empty`
 */
export async function openDocx({ name, bytes }: TranscriptFile): Promise<TextSource> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new ProblemError('docx-old', { name });
  const zip = readZip(bytes, DOCUMENT_LIMITS);
  if (!zip.ok) {
    const { code, params } = zip.problem;
    if (params.reason === 'file')
      throw new ProblemError('file-too-large', { name, limit: DOCUMENT_LIMITS.file / MB });
    if (code === 'zip-hostile') throw new ProblemError('file-hostile', { name, reason: params.reason ?? '' });
    if (code === 'zip-unsupported') throw new ProblemError('docx-old', { name });
    throw new ProblemError('docx-broken', { name });
  }
  if (isWorkspaceZip(zip.value)) throw new ProblemError('file-workspace', { name });
  const parts: Record<string, Uint8Array> = {};
  for (const [path, content] of zip.value) {
    if (!PARTS.test(path)) continue;
    checkXml(name, content);
    parts[path] = content;
  }
  // Another kind of zip under a name of its own is simply no text.
  if (!parts[DOCUMENT])
    throw new ProblemError(/\.docx$/i.test(name) ? 'docx-broken' : 'file-binary', { name });
  const lines = await linesOfDocument(name, zipSync(parts, { level: 0 }));
  if (lines.length === 0) throw new ProblemError('file-empty', { name });
  if (lines.reduce((sum, { text }) => sum + text.length, 0) > TEXT_LIMIT)
    throw new ProblemError('file-too-large', { name, limit: TEXT_LIMIT / MB });
  return { name, lines, text: lines.map(({ text, gap }) => (gap ? `\n${text}` : text)).join('\n') };
}

/**
 * One pass over the bytes, no parsing: depth, paragraphs, no document type (entities), and no tag within a tag, with
 * which mammoth's parser takes minutes.
 */
function checkXml(name: string, content: Uint8Array): void {
  if (content.length > 4 * TEXT_LIMIT)
    throw new ProblemError('file-too-large', { name, limit: TEXT_LIMIT / MB });
  let depth = 0;
  let paragraphs = 0;
  let at = content.indexOf(LESS);
  while (at !== -1) {
    const next = content[at + 1];
    if (next === BANG && content[at + 2] === 0x44)
      throw new ProblemError('file-hostile', { name, reason: 'doctype' });
    const end = next === BANG ? endOfAside(content, at) : content.indexOf(MORE, at);
    if (end === -1) throw new ProblemError('docx-broken', { name });
    const following = content.indexOf(LESS, next === BANG ? end : at + 1);
    if (following !== -1 && following < end) throw new ProblemError('docx-broken', { name });
    if (next === SLASH) depth--;
    else if (next !== BANG && next !== QUESTION) {
      if (isParagraph(content, at)) paragraphs++;
      if (content[end - 1] !== SLASH) depth++;
      if (depth > DEEPEST || paragraphs > MOST_PARAGRAPHS)
        throw new ProblemError('file-hostile', { name, reason: depth > DEEPEST ? 'depth' : 'paragraphs' });
    }
    at = following;
  }
}

const LESS = 0x3c;
const MORE = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/** `<w:p>` and `<w:p …>` */
function isParagraph(content: Uint8Array, at: number): boolean {
  const after = content[at + 4];
  return (
    content[at + 3] === 0x70 &&
    content[at + 2] === 0x3a &&
    (after === MORE || after === 0x20 || after === SLASH)
  );
}

/** Where a comment or a CDATA section ends, whose words may look like tags; -1 = nowhere. */
function endOfAside(content: Uint8Array, at: number): number {
  const [mark, from] = content[at + 2] === 0x2d ? [0x2d, at + 4] : [0x5d, at + 9];
  for (let end = content.indexOf(MORE, from); end !== -1; end = content.indexOf(MORE, end + 1))
    if (content[end - 1] === mark && content[end - 2] === mark && end - 2 >= from) return end;
  return -1;
}

/** What mammoth makes of a document, as far as it is used here. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean } | null;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly body?: readonly Node[];
  readonly notes?: { resolve(reference: Node): Node | null };
}

async function linesOfDocument(name: string, zip: Uint8Array): Promise<Line[]> {
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
  const paper = new Paper(document);
  return paper.lines();
}

/** Collects a document's paragraphs as lines. */
class Paper {
  readonly #root: Node;
  readonly #lines: Line[] = [];
  readonly #notes: Node[] = [];
  #gap = true;
  #blanks = 0;

  constructor(root: Node) {
    this.#root = root;
  }

  lines(): Line[] {
    this.#walk(this.#root);
    for (const [index, note] of this.#notes.entries()) {
      const text = (note.body ?? [])
        .map((node) => this.#textOf(node))
        .join('\n')
        .trim();
      this.#blank();
      if (text !== '') this.#add(`*${index + 1} ${text}`, 0, true);
    }
    // Where writers leave no empty paragraphs, every paragraph stands for itself.
    if (this.#blanks * 10 < this.#lines.length)
      return this.#lines.map((line) =>
        line.start ? { ...line, gap: line.gap || line.text.length > 72 } : line,
      );
    return this.#lines;
  }

  #walk(node: Node): void {
    if (node.type === 'paragraph') this.#paragraph(node);
    else if (node.type === 'tableRow') this.#row(node);
    else for (const child of node.children ?? []) this.#walk(child);
  }

  #paragraph(node: Node): void {
    const text = this.#textOf(node);
    if (text.trim() === '') {
      this.#blank();
      return;
    }
    this.#add(node.numbering && levelOf(node) === 0 ? `• ${text}` : text, levelOf(node), true);
  }

  /** `Name | words` of a table is read as one line, `Name` and a tab before the words. */
  #row(row: Node): void {
    const cells = (row.children ?? []).map((cell) => this.#textOf(cell).trim());
    const [first = '', ...others] = cells;
    this.#blank();
    if (first !== '' && first.length <= 40 && !first.includes('\n') && others.some((text) => text !== ''))
      this.#add(`${first}\t${others.filter((text) => text !== '').join('\n')}`, 0, true);
    else for (const text of cells) if (text !== '') this.#add(text, 0, true);
    this.#blank();
  }

  #blank(): void {
    if (!this.#gap) this.#blanks++;
    this.#gap = true;
  }

  #add(text: string, level: number, start: boolean): void {
    let first = start;
    for (const raw of text.split('\n')) {
      const line = raw.trim();
      if (line === '') continue;
      this.#lines.push({ text: line, gap: this.#gap, start: first, level });
      this.#gap = false;
      first = false;
    }
  }

  #textOf(node: Node): string {
    switch (node.type) {
      case 'text':
        return node.value ?? '';
      case 'tab':
        return '\t';
      case 'break':
        return '\n';
      case 'noteReference': {
        const note = this.#root.notes?.resolve(node);
        if (note) this.#notes.push(note);
        return '';
      }
      case 'tableCell':
        return (node.children ?? []).map((child) => this.#textOf(child)).join('\n');
      case 'table':
      case 'tableRow':
        return (node.children ?? []).map((child) => this.#textOf(child)).join('\t');
      default:
        return (node.children ?? []).map((child) => this.#textOf(child)).join('');
    }
  }
}

/** 1 for the title's style, one more than its number for a heading's; 0 for text. Word's names stay English inside. */
function levelOf({ styleName, styleId }: Node): number {
  if (/^title$/i.test(styleName ?? '') || /^title$/i.test(styleId ?? '')) return 1;
  const number = /^(?:heading|見出し)\s*(\d)/i.exec(styleName ?? '') ?? /^heading(\d)$/i.exec(styleId ?? '');
  return number ? Number(number[1]) + 1 : 0;
}
