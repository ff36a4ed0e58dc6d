/** Code pages by `\fcharset` (RTF 1.9.1, font table); the rest is the document's own. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** The code page of old Macintosh machines. */
export const MACINTOSH = 10_000;

const CODE_PAGES: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  [MACINTOSH]: 'macintosh',
  65001: 'utf-8',
};

/** The alphabets of a document: one for the whole, and those of its fonts. */
export class RtfFonts {
  readonly #pages = new Map<number, string>();
  #page = 'windows-1252';
  /** The font of words that name none. */
  standard = 0;

  /** `\ansicpg`, `\mac`: the alphabet where a font has none of its own; one that nobody knows changes nothing. */
  setDocumentPage(codePage: number): void {
    this.#page = CODE_PAGES[codePage] ?? this.#page;
  }

  /** `\cpg`: the alphabet of a font. */
  setPage(font: number, codePage: number): void {
    const page = CODE_PAGES[codePage];
    if (page) this.#pages.set(font, page);
  }

  /** `\fcharset`: the alphabet of a font, in the numbers of fonts. */
  setCharset(font: number, charset: number): void {
    // 0 is the document's own where the document says more than "ANSI".
    if (charset === 0 || charset === 1 || charset === 2) return;
    const page = CHARSETS[charset];
    if (page) this.#pages.set(font, page);
  }

  /** @param font -1 = the words name none */
  decode(font: number, bytes: Uint8Array): string {
    if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes.subarray(0, 50_000));
    const page = this.#pages.get(font === -1 ? this.standard : font) ?? this.#page;
    return new TextDecoder(page).decode(bytes);
  }
}
