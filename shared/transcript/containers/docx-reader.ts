import { Alternates } from './docx-alternates.ts';
import type { Block, Cell, Part, Reason, Surroundings } from './docx-blocks.ts';
import { isOn, type ListPlace, type Look, look, lookOf, type Style } from './docx-parts.ts';
import { symbol } from './docx-symbols.ts';
import { LeftOut } from './left-out.ts';
import { type Attributes, walkXml } from './walk-xml.ts';
import { Words } from './words.ts';

/** Text of elements that says where something stands or how it is computed: no words. */
const NO_WORDS = new Set(
  'posOffset align pctWidth pctHeight pctPosHOffset pctPosVOffset f formatCode delInstrText idx order'.split(
    ' ',
  ),
);
/** Fields that say what page or hour it is. */
const FURNITURE = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|DATE|TIME|PRINTDATE|SAVEDATE|FILENAME)\b/i;
interface Element {
  readonly name: string;
  /** Why the words inside are not read. */
  readonly reason: Reason | null;
}

/** A paragraph in the making. One of a text box stands inside of the paragraph that the box is anchored in. */
interface Making {
  readonly words: Words;
  style: Style;
  list: ListPlace;
  heading: number;
  /** Its end was deleted: the next one goes on with it. */
  joins: boolean;
  readonly fields: { code: string; isResult: boolean }[];
  /** What stands in text boxes of it. */
  readonly after: Block[];
}

const MATH: Readonly<Record<string, string>> = { den: '/', sup: '^', sub: '_' };

/**
 * The words of a part of a Word document. Every piece of text of the part goes out, or to `lose` by why it does not:
 * that holds for elements that nobody here knows too.
 */
export function readPart(name: string, content: Uint8Array, around: Surroundings): Part {
  const reader = new PartReader(around);
  walkXml(name, content, 'docx-broken', reader);
  reader.finish();
  return reader;
}

class PartReader implements Part {
  root = '';
  changes = 0;
  comments = 0;
  readonly blocks: Block[] = [];
  readonly notes = new Map<string, Block[]>();
  readonly #around: Surroundings;
  readonly #open: Element[] = [];
  readonly #reasons: Reason[] = [];
  readonly #flows: Block[][] = [this.blocks];
  readonly #tables: { readonly rows: Cell[][]; header: boolean; deletedRow: boolean }[] = [];
  readonly #paragraphs: Making[] = [];
  readonly #rubies: { reading: string }[] = [];
  readonly #alternates = new Alternates();
  /** Elements that are gone through without being read, the outermost of them included. */
  #unread = 0;
  #run: Look = {};
  #joined: Words | null = null;
  readonly #lost: LeftOut<Reason>;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#lost = new LeftOut((reason, words) => around.lose(reason, words, this.root));
  }

  open(name: string, attributes: Attributes): void {
    if (this.root === '') this.root = name;
    const isVersion = name === 'Choice' || name === 'Fallback';
    if (this.#unread > 0 || (isVersion && !this.#alternates.beginVersion())) {
      this.#unread++;
      this.#open.push({ name, reason: null });
      return;
    }
    const reason = this.#reasonOf(name, attributes);
    this.#open.push({ name, reason });
    if (reason) this.#reasons.push(reason);
    this.#begin(name, attributes);
  }

  text(text: string): void {
    const name = this.#open.at(-1)?.name ?? '';
    if (NO_WORDS.has(name)) return;
    if (this.#unread > 0) {
      this.#alternates.passOver(text);
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'instrText') {
      const field = paragraph?.fields.at(-1);
      if (field) field.code += text.slice(0, 1_000);
      return;
    }
    const isText = name === 't' || name === 'delText';
    if (!isText && text.trim() === '') return;
    this.#alternates.read(text);
    if (isText && paragraph) this.#words(paragraph, text, name === 'delText');
    else this.#lost.add('unknown', text);
  }

  close(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    if (this.#unread > 0) {
      this.#unread--;
      return;
    }
    // Of places that nobody here knows, each stands for itself.
    if (closed.reason || this.#lost.reason === 'unknown') this.#lost.end();
    if (closed.reason) this.#reasons.pop();
    this.#end(closed.name);
  }

  finish(): void {
    this.#lost.end();
    // The last paragraph of all cannot go on in the next.
    if (this.#joined) {
      this.blocks.push({ kind: 'paragraph', text: this.#joined.text, level: 0, lead: '', list: null });
      this.#joined = null;
    }
  }

  #reasonOf(name: string, attributes: Attributes): Reason | null {
    const parent = this.#open.at(-1)?.name;
    // Inside of properties these say what happened to the properties.
    const isProperty = parent === 'rPr' || parent === 'trPr' || parent === 'pPr' || parent === 'numPr';
    switch (name) {
      case 'ins':
      case 'moveTo':
        if (attributes.has('id')) this.changes++;
        return null;
      case 'del':
      case 'moveFrom':
        if (attributes.has('id')) this.changes++;
        if (isProperty) return null;
        return name === 'del' ? 'deleted' : 'moved';
      default:
        return null;
    }
  }

  #begin(name: string, attributes: Attributes): void {
    const parent = this.#open.at(-2)?.name;
    const grandparent = this.#open.at(-3)?.name;
    const paragraph = this.#paragraphs.at(-1);
    const value = attributes.get('val') ?? '';
    switch (name) {
      case 'AlternateContent':
        this.#alternates.begin();
        return;
      case 'p':
        this.#paragraphs.push({
          words: this.#paragraphs.length === 0 && this.#joined ? this.#joined : new Words(),
          style: this.#around.styles.of(''),
          list: {},
          heading: 0,
          joins: false,
          fields: [],
          after: [],
        });
        if (this.#paragraphs.length === 1) this.#joined = null;
        return;
      case 'r':
        this.#run = {};
        return;
      case 'tbl':
        this.#tables.push({ rows: [], header: false, deletedRow: false });
        return;
      case 'tr': {
        const table = this.#tables.at(-1);
        if (!table) return;
        table.rows.push([]);
        table.header = false;
        table.deletedRow = false;
        return;
      }
      case 'tc': {
        const table = this.#tables.at(-1);
        const cell: Cell = { blocks: [], across: 1, continued: false, header: table?.header ?? false };
        table?.rows.at(-1)?.push(cell);
        this.#flows.push(cell.blocks);
        return;
      }
      case 'txbxContent':
        this.#flows.push(paragraph ? paragraph.after : []);
        return;
      case 'footnote':
      case 'endnote': {
        const note: Block[] = [];
        this.notes.set(attributes.get('id') ?? '', note);
        this.#flows.push(note);
        return;
      }
      case 'altChunk':
        this.#flow.push({ kind: 'chunk', id: attributes.get('id') ?? '' });
        return;
      case 'commentReference':
        this.comments++;
        return;
      case 'ruby':
        this.#rubies.push({ reading: '' });
        return;
    }
    if (parent === 'tcPr' || parent === 'trPr') this.#tableProperty(parent, name, attributes);
    if (!paragraph) return;
    if (parent === 'pPr' || parent === 'numPr') this.#paragraphProperty(paragraph, parent, name, value);
    else if (parent === 'rPr' && grandparent === 'pPr') {
      if (name === 'del' || name === 'moveFrom') paragraph.joins = true;
    } else if (parent === 'rPr' && grandparent === 'r') {
      if (name === 'rStyle') this.#run = lookOf(this.#around.styles.of(value));
      else look(this.#run, name, attributes);
    } else this.#inline(paragraph, name, attributes, parent);
  }

  #tableProperty(of: 'tcPr' | 'trPr', name: string, attributes: Attributes): void {
    const value = attributes.get('val') ?? '';
    const table = this.#tables.at(-1);
    const cell = table?.rows.at(-1)?.at(-1);
    if (of === 'tcPr' && cell) {
      if (name === 'gridSpan') cell.across = Math.min(100, Math.max(1, Number(value) || 1));
      else if (name === 'vMerge' || name === 'hMerge') cell.continued = value !== 'restart';
    } else if (of === 'trPr' && table) {
      if (name === 'tblHeader') table.header = isOn(attributes);
      else if (name === 'del') table.deletedRow = true;
    }
  }

  #paragraphProperty(paragraph: Making, of: 'pPr' | 'numPr', name: string, value: string): void {
    if (of === 'pPr') {
      if (name === 'pStyle') paragraph.style = this.#around.styles.of(value);
      else if (name === 'outlineLvl' && Number(value) < 9) paragraph.heading = Number(value) + 2;
    } else if (name === 'numId') paragraph.list.id = value;
    else if (name === 'ilvl') paragraph.list.level = Number(value) || 0;
  }

  /** What stands among the words of a paragraph. */
  #inline(paragraph: Making, name: string, attributes: Attributes, parent: string | undefined): void {
    const add = (text: string) => this.#words(paragraph, text, false);
    if (name === 'fldSimple') paragraph.fields.push({ code: attributes.get('instr') ?? '', isResult: true });
    else if (MATH[name] !== undefined) add(MATH[name]);
    if (parent !== 'r') return;
    switch (name) {
      case 'tab':
      case 'ptab':
        add('\t');
        break;
      case 'br':
      case 'cr':
        add('\n');
        break;
      case 'noBreakHyphen':
        add('\u2011');
        break;
      case 'softHyphen':
        add('\u00ad');
        break;
      case 'sym': {
        const code = (attributes.get('char') ?? '').toUpperCase();
        const text = symbol(code);
        if (text === null) this.#lost.add('symbol', `${attributes.get('font') ?? ''} ${code}`);
        else if (text !== '') add(text);
        break;
      }
      case 'fldChar': {
        const type = attributes.get('fldCharType');
        const field = paragraph.fields.at(-1);
        if (type === 'begin') paragraph.fields.push({ code: '', isResult: false });
        else if (type === 'separate' && field) field.isResult = true;
        else if (type === 'end') paragraph.fields.pop();
        break;
      }
      case 'footnoteReference':
      case 'endnoteReference': {
        if (this.#reasonNow(paragraph, false) !== null) break;
        const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
        const mark = this.#around.note(kind, attributes.get('id') ?? '');
        if (mark !== null) add(mark);
        break;
      }
    }
  }

  #end(name: string): void {
    const paragraph = this.#paragraphs.at(-1);
    switch (name) {
      case 'AlternateContent': {
        const other = this.#alternates.end();
        if (other !== '') this.#lost.add('alternative', other);
        this.#lost.end();
        return;
      }
      case 'Choice':
      case 'Fallback':
        this.#alternates.endVersion();
        return;
      case 'p':
        this.#endParagraph();
        return;
      case 'fldSimple':
        paragraph?.fields.pop();
        return;
      case 'tc':
      case 'txbxContent':
      case 'footnote':
      case 'endnote':
        this.#lost.end();
        if (this.#flows.length > 1) this.#flows.pop();
        return;
      case 'tbl': {
        const table = this.#tables.pop();
        if (table && table.rows.length > 0) this.#flow.push({ kind: 'table', rows: table.rows });
        return;
      }
      case 'ruby': {
        const reading = this.#rubies.pop()?.reading.trim() ?? '';
        if (reading !== '' && paragraph) this.#words(paragraph, `（${reading}）`, false);
        return;
      }
    }
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    this.#lost.end();
    if (!paragraph) return;
    const { words, style, list, after } = paragraph;
    if (paragraph.joins && this.#paragraphs.length === 0 && this.#flows.length === 1) {
      this.#joined = words;
      this.#flow.push(...after);
      return;
    }
    const place = { ...style.list, ...list };
    this.#flow.push({
      kind: 'paragraph',
      text: words.text,
      level: paragraph.heading && !style.heading ? paragraph.heading : style.heading,
      lead: words.lead,
      list: place.id === undefined || place.id === '0' ? null : { id: place.id, level: place.level ?? 0 },
    });
    this.#flow.push(...after);
  }

  get #flow(): Block[] {
    return this.#flows.at(-1) ?? this.blocks;
  }

  /** Why words that stand here do not go into the text; null = they do. */
  #reasonNow(paragraph: Making, deleted: boolean): Reason | null {
    const outer = this.#reasons.at(-1);
    if (outer) return outer;
    if (deleted || this.#tables.at(-1)?.deletedRow) return 'deleted';
    if (this.#run.hidden ?? paragraph.style.hidden) return 'hidden';
    const { struck = false, struckTwice = false } = { ...lookOf(paragraph.style), ...this.#run };
    if (struck || struckTwice) return 'struck-out';
    if (paragraph.fields.some(({ isResult }) => !isResult)) return 'field';
    return null;
  }

  #words(paragraph: Making, raw: string, deleted: boolean): void {
    const text = raw.replace(/[\u000b\u2028\u2029]/gu, '\n');
    const reason = this.#reasonNow(paragraph, deleted);
    if (reason) {
      this.#lost.add(reason, text);
      return;
    }
    const ruby = this.#rubies.at(-1);
    if (ruby && this.#open.some(({ name }) => name === 'rt')) {
      ruby.reading += text;
      return;
    }
    if (
      (this.root === 'hdr' || this.root === 'ftr') &&
      paragraph.fields.some(({ code }) => FURNITURE.test(code))
    )
      return;
    if (text.trim() !== '') this.#lost.end();
    paragraph.words.add(text, this.#run.bold ?? paragraph.style.bold ?? false);
  }
}
