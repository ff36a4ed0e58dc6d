import type { ReadWarning } from './result.ts';

/** Text as a file holds it, in LF lines; composed and decomposed characters stay as they are. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name, e.g. `utf-8`, `shift_jis`. */
  readonly encoding: string;
  readonly warnings: readonly ReadWarning[];
}

/** Encodings a person can choose from, the likeliest first. WHATWG names. */
export const ENCODINGS = [
  'utf-8',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'macintosh',
  'windows-1250',
  'windows-1251',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

/** Text decoded with a given encoding; what is wrong in it is shown as `�` and counted. */
export function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text =
    encoding === 'utf-16le' || encoding === 'utf-16be'
      ? decodeWide(bytes, encoding === 'utf-16le')
      : encoding === 'windows-1252'
        ? decodeWestern(bytes)
        : new TextDecoder(encoding).decode(bytes);
  return decodedAs(text, encoding);
}

/** Text that was decoded with an encoding; what is wrong in it is counted. */
export function decodedAs(text: string, encoding: string): Decoded {
  const damage = (text.match(/\uFFFD/g)?.length ?? 0) + countHalves(text);
  return {
    text,
    encoding,
    warnings: damage > 0 ? [{ code: 'encoding-damaged', params: { count: damage } }] : [],
  };
}

/** UTF-16 unit by unit, so that halves of characters that stand alone stay what they are; a last odd byte is damage. */
export function decodeWide(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  const step = 8_192;
  for (let at = 0; at + 1 < bytes.length; at += step) {
    const units: number[] = [];
    for (let unit = at; unit < Math.min(at + step, bytes.length - 1); unit += 2)
      units.push(view.getUint16(unit, little));
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('') + (bytes.length % 2 === 1 ? '\uFFFD' : '');
}

function countHalves(text: string): number {
  return text.match(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g)?.length ?? 0;
}

/** What windows-1252 has at 0x80–0x9f; the rest is as in Unicode. Node 20's own decoder takes it for Latin-1. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function decodeWestern(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (one) => WESTERN[one.charCodeAt(0) - 0x80] ?? one);
}

/** The bytes that `decodeWestern` would make this text of; null where there are none. */
export function toWesternBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const byte = unit < 0x100 ? unit : 0x80 + WESTERN.indexOf(text[at] ?? '');
    if (unit >= 0x100 && byte < 0x80) return null;
    bytes[at] = byte;
  }
  return bytes;
}

/** How much of a file its beginning is read from. Bytes. */
const BEGINNING = 16 * 1024;

/**
 * The first lines of a file as an encoding makes them, for a person to compare; tags of HTML are left out.
 * @returns `damaged` where something in them cannot be so encoded
 */
export function firstLines(
  bytes: Uint8Array,
  encoding: string,
  count: number,
): { readonly lines: readonly string[]; readonly damaged: boolean } {
  const cut = bytes.length > BEGINNING;
  const { text } = decodeAs(bytes.subarray(0, BEGINNING), encoding);
  const plain = /<(html|body|p|div|br)\b/i.test(text) ? text.replace(/<[^<>]*>/g, ' ') : text;
  const lines = plain
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // The last line may end in the middle of a character.
  if (cut && lines.length > 1) lines.pop();
  const shown = lines.slice(0, count).map((line) => line.slice(0, 200));
  return { lines: shown, damaged: shown.some((line) => line.includes('\uFFFD')) };
}
