/** What RTF is made of (RTF 1.9.1, "RTF Syntax"). */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** A character in the code page of the font, as itself or as `\'hh`. */
  | { readonly kind: 'byte'; readonly value: number }
  /** A control word or symbol; `optional` = `\*` stands before it. */
  | {
      readonly kind: 'word';
      readonly word: string;
      readonly value: number | null;
      readonly optional: boolean;
    };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;
const STAR = 0x2a;

/** Control symbols that stand for a character, and so for one of the characters that `\u` lets old readers skip. */
export function isListed(word: string): boolean {
  return word === '~' || word === '_' || word === '-' || word === '{' || word === '}' || word === '\\';
}

/** The tokens of an RTF file from `at` on. Pictures and other binary data (`\bin`) are passed over. */
export function* tokenize(bytes: Uint8Array, at: number): Generator<RtfToken> {
  let optional = false;
  for (let index = at; index < bytes.length; ) {
    const byte = bytes[index] as number;
    if (byte === OPEN || byte === CLOSE) {
      optional = false;
      yield { kind: byte === OPEN ? 'open' : 'close' };
      index++;
    } else if (byte !== BACKSLASH) {
      // Line ends are the file's, not the text's.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { kind: 'byte', value: byte };
      index++;
    } else {
      const next = bytes[index + 1];
      if (next === undefined) return;
      if (next === QUOTE) {
        const value = hex(bytes[index + 2]) * 16 + hex(bytes[index + 3]);
        if (!Number.isNaN(value)) yield { kind: 'byte', value };
        index += Number.isNaN(value) ? 2 : 4;
      } else if (next === STAR) {
        optional = true;
        index += 2;
      } else if (isLetter(next)) {
        let end = index + 2;
        while (end < bytes.length && end - index < 40 && isLetter(bytes[end] as number)) end++;
        const word = String.fromCharCode(...bytes.subarray(index + 1, end));
        const number = /^-?\d{1,10}/.exec(String.fromCharCode(...bytes.subarray(end, end + 11)))?.[0];
        if (number) end += number.length;
        if (bytes[end] === 0x20) end++;
        const value = number === undefined ? null : Number(number);
        index = word === 'bin' ? end + Math.max(0, value ?? 0) : end;
        if (word !== 'bin') yield { kind: 'word', word, value, optional };
        optional = false;
      } else {
        // An escaped line end is a paragraph.
        const word = next === 0x0a || next === 0x0d ? 'par' : String.fromCharCode(next);
        // `\-` only says where a word may be parted.
        if (word !== '-') yield { kind: 'word', word, value: null, optional: false };
        index += 2;
      }
    }
  }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  return Number.parseInt(String.fromCharCode(byte), 16);
}
