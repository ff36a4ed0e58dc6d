import { ProblemError } from '../../model/problem.ts';
import type { TranscriptFile } from '../result.ts';
import type { Unwrapped } from './container.ts';
import type { LossPart } from './ledger.ts';
import { LeftOut } from './left-out.ts';
import { Paper } from './paper.ts';
import { MACINTOSH, RtfFonts } from './rtf-fonts.ts';
import { isListed, tokenize } from './rtf-tokens.ts';
import { Words } from './words.ts';

const LIMIT = 50 * 1024 * 1024;
/** Groups inside groups; Word nests a few dozen. */
const DEEPEST = 2_000;

/**
 * The words of a document in Rich Text Format (RTF 1.9.1), as word processors and old transcript tools write it.
 * @param start where it begins in the bytes
 * @throws ProblemError `file-hostile`, `file-too-large`, `file-empty`
 */
export function openRtf(file: TranscriptFile, start: number): Unwrapped {
  if (file.bytes.length > LIMIT)
    throw new ProblemError('file-too-large', { name: file.name, limit: LIMIT / 1024 / 1024 });
  return { ...new RtfReader(file).read(start), format: 'rtf', encoding: '' };
}

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

/** Destinations whose words are not the document's (RTF 1.9.1). Those marked `\*` are left out unless listed here. */
const LEFT_OUT = new Set(
  (
    'colortbl info pict object objdata fldinst ' +
    'datafield listtext pntext pntxta pntxtb nonshppict xe tc txe rxe bkmkstart bkmkend template generator ' +
    'themedata colorschememapping latentstyles datastore listtable listoverridetable revtbl rsidtbl xmlnstbl ' +
    'filetbl mmathPr pgptbl userprops ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn sp sn sv'
  ).split(' '),
);
const KEPT_OPTIONAL = new Set(['shptxt', 'ud', 'shpinst', 'do', 'shptxbxtext', 'dptxbxtext']);

/** Running heads and feet, on all pages or on some of them. */
const FURNITURE = /^(header|footer)[lrf]?$/;

type Destination =
  | 'text'
  | 'fonts'
  | 'styles'
  | 'none'
  | 'note'
  | 'comment'
  | 'header'
  | 'footer'
  | 'other-alphabet';

interface State {
  destination: Destination;
  font: number;
  style: number;
  /** Bytes that stand in for a `\u` and are skipped. */
  fallback: number;
  bold: boolean;
  hidden: boolean;
  struck: boolean;
  deleted: boolean;
}

class RtfReader {
  readonly #file: TranscriptFile;
  readonly #paper: Paper;
  readonly #fonts = new RtfFonts();
  readonly #styles = new Map<number, number>();
  readonly #stack: State[] = [];
  #state: State = {
    destination: 'text',
    font: -1,
    style: 0,
    fallback: 1,
    bold: false,
    hidden: false,
    struck: false,
    deleted: false,
  };
  #bytes: number[] = [];
  #skip = 0;
  readonly #words = new Words();
  #level: number | null = null;
  #note: string | null = null;
  #styleName = '';
  #styleLevel: number | null = null;
  #cells: string[] | null = null;
  #cellText = '';
  #rows: string[][] = [];
  #inTable = false;
  #deleted = 0;
  readonly #lost = new LeftOut<LossPart>((part, words) => this.#lose(part, words));
  readonly #outside: string[] = [];

  constructor(file: TranscriptFile) {
    this.#file = file;
    this.#paper = new Paper(file.name);
  }

  read(start: number) {
    const { name, bytes } = this.#file;
    let isWhole = false;
    for (const token of tokenize(bytes, start)) {
      switch (token.kind) {
        case 'open':
          this.#flushBytes();
          this.#skip = 0;
          this.#stack.push({ ...this.#state });
          if (this.#stack.length > DEEPEST) throw new ProblemError('file-hostile', { name, reason: 'depth' });
          break;
        case 'close':
          this.#flushBytes();
          this.#skip = 0;
          this.#close();
          isWhole = this.#stack.length === 0;
          break;
        case 'byte':
          if (this.#skip > 0) this.#skip--;
          else this.#bytes.push(token.value);
          break;
        case 'word':
          if (this.#skip > 0 && isListed(token.word)) this.#skip--;
          else this.#word(token.word, token.value, token.optional);
          break;
      }
      if (isWhole) break;
    }
    this.#flushBytes();
    this.#endParagraph();
    this.#endTable();
    if (!isWhole) this.#paper.warn('file-cut', {});
    if (this.#deleted > 0) this.#paper.warn('document-changes', { count: this.#deleted });
    this.#lost.end();
    const done = this.#paper.finish();
    const outside = this.#outside;
    return { ...done, source: { ...done.source, ...(outside.length > 0 && { outside }) } };
  }

  #word(word: string, value: number | null, optional: boolean): void {
    if (word === 'u' && value !== null) {
      this.#flushBytes();
      this.#add(String.fromCharCode(value < 0 ? value + 0x10000 : value & 0xffff));
      this.#skip = this.#state.fallback;
      return;
    }
    this.#flushBytes();
    if (optional && !KEPT_OPTIONAL.has(word) && word !== 'footnote' && word !== 'annotation') {
      if (word === 'deleted') this.#deleted++;
      this.#state.destination = 'none';
      return;
    }
    const destination = this.#destinationOf(word);
    const character = CHARACTERS[word];
    if (word === 'footnote') this.#note = '';
    if (destination !== null) this.#state.destination = destination;
    else if (character !== undefined) this.#add(character);
    else if (!this.#setAlphabet(word, value) && !this.#setLook(word, value)) this.#place(word);
  }

  /** Where the words of a group go that begins with this control word; null = where those around it go. */
  #destinationOf(word: string): Destination | null {
    const [, furniture] = FURNITURE.exec(word) ?? [];
    if (furniture !== undefined) return furniture === 'header' ? 'header' : 'footer';
    if (LEFT_OUT.has(word)) return 'none';
    switch (word) {
      case 'fonttbl':
        return 'fonts';
      case 'stylesheet':
        return 'styles';
      case 'upr':
        // Twice the same words: once for old readers, once in Unicode (`\ud`).
        return 'other-alphabet';
      case 'ud':
        return this.#note === null ? 'text' : 'note';
      case 'shptxt':
      case 'shptxbxtext':
      case 'dptxbxtext':
        return 'text';
      case 'footnote':
        return 'note';
      case 'annotation':
        return 'comment';
      default:
        return null;
    }
  }

  /** What says how bytes become words. @returns whether the control word does */
  #setAlphabet(word: string, value: number | null): boolean {
    const state = this.#state;
    switch (word) {
      case 'ansicpg':
        this.#fonts.setDocumentPage(value ?? 0);
        return true;
      case 'mac':
        this.#fonts.setDocumentPage(MACINTOSH);
        return true;
      case 'deff':
        this.#fonts.standard = value ?? 0;
        return true;
      case 'uc':
        state.fallback = Math.max(0, value ?? 1);
        return true;
      case 'f':
        state.font = value ?? 0;
        return true;
      case 'fcharset':
        if (state.destination === 'fonts') this.#fonts.setCharset(state.font, value ?? 0);
        return true;
      case 'cpg':
        if (state.destination === 'fonts') this.#fonts.setPage(state.font, value ?? 0);
        return true;
      default:
        return false;
    }
  }

  /** What says how words look. @returns whether the control word does */
  #setLook(word: string, value: number | null): boolean {
    const state = this.#state;
    switch (word) {
      case 's':
        state.style = value ?? 0;
        return true;
      case 'outlinelevel':
        if (state.destination === 'styles') this.#styleLevel = (value ?? 0) + 2;
        else if ((value ?? 9) < 9) this.#level = (value ?? 0) + 2;
        return true;
      case 'b':
        state.bold = value !== 0;
        return true;
      case 'strike':
      case 'striked':
        state.struck = value !== 0;
        return true;
      case 'v':
        state.hidden = value !== 0;
        return true;
      case 'deleted':
        if (value !== 0 && !state.deleted) this.#deleted++;
        state.deleted = value !== 0;
        return true;
      case 'plain':
        state.bold = false;
        state.hidden = false;
        state.struck = false;
        state.deleted = false;
        state.font = this.#fonts.standard;
        return true;
      default:
        return false;
    }
  }

  /** Where paragraphs and the cells of tables begin and end. */
  #place(word: string): void {
    const state = this.#state;
    switch (word) {
      case 'pard':
        state.style = 0;
        this.#level = null;
        this.#inTable = false;
        break;
      case 'intbl':
        this.#inTable = true;
        break;
      case 'par':
      case 'sect':
      case 'page':
        if (state.destination === 'note') this.#note += '\n';
        else if (state.destination === 'text' && this.#inTable) this.#cellText += `${this.#takeWords()}\n`;
        else if (state.destination === 'text') this.#endParagraph();
        break;
      case 'cell':
      case 'nestcell':
        if (state.destination !== 'text') break;
        this.#cells ??= [];
        this.#cells.push(`${this.#cellText}${this.#takeWords()}`);
        this.#cellText = '';
        break;
      case 'row':
      case 'nestrow':
        if (this.#cells) this.#rows.push(this.#cells);
        this.#cells = null;
        this.#inTable = true;
        break;
    }
  }

  #close(): void {
    const closed = this.#state;
    const before = this.#stack.pop();
    if (!before) return;
    if (closed.destination === 'styles' && before.destination === 'styles') this.#endStyle(closed.style);
    if (closed.destination === 'note' && before.destination !== 'note' && this.#note !== null) {
      const note = this.#note;
      this.#note = null;
      this.#state = before;
      if (note.trim() !== '') this.#add(this.#paper.note(note));
      return;
    }
    // A font keeps its number only inside its own group, but styles and words go on with what the outer group says.
    this.#state = before;
  }

  #endStyle(style: number): void {
    const name = this.#styleName.replace(/;.*$/s, '').trim();
    const number = /^(?:heading|見出し|überschrift|titre)\s*(\d)/iu.exec(name);
    const level = /^(title|表題)$/iu.test(name) ? 1 : number ? Number(number[1]) + 1 : this.#styleLevel;
    if (level !== null) this.#styles.set(style, level);
    this.#styleName = '';
    this.#styleLevel = null;
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#add(this.#fonts.decode(this.#state.font, bytes));
  }

  #add(text: string): void {
    const { destination, hidden, struck, deleted, bold } = this.#state;
    if (destination === 'styles') this.#styleName += text;
    else if (destination === 'note') this.#note = (this.#note ?? '') + text;
    if (destination === 'comment' || destination === 'header' || destination === 'footer')
      this.#lost.add(destination, text);
    if (destination !== 'text') return;
    if (deleted) this.#lost.add('deleted', text);
    else if (hidden) this.#lost.add('hidden', text);
    else if (struck) this.#lost.add('struck-out', text);
    else {
      if (text.trim() !== '') this.#lost.end();
      this.#words.add(text, bold);
    }
  }

  /** A stretch of words that are left out. */
  #lose(part: LossPart, words: string): void {
    const isFurniture = part === 'header' || part === 'footer';
    // Numbers of pages are no words.
    if (isFurniture && !/\p{L}/u.test(words)) return;
    if (isFurniture) this.#outside.push(words.trim());
    this.#paper.lose(part, words);
  }

  #takeWords(): string {
    const words = this.#words.text;
    this.#words.clear();
    return words;
  }

  #endParagraph(): void {
    this.#endTable();
    const { lead } = this.#words;
    const words = this.#takeWords();
    const level = this.#level ?? this.#styles.get(this.#state.style) ?? 0;
    this.#paper.paragraph(words, level, lead);
  }

  #endTable(): void {
    const rows = this.#rows;
    if (this.#cells) rows.push(this.#cells);
    this.#rows = [];
    this.#cells = null;
    if (this.#cellText.trim() !== '') rows.push([this.#cellText]);
    this.#cellText = '';
    if (rows.length > 0) this.#paper.table(rows);
  }
}
