import { ProblemError } from '../model/problem.ts';
import { type Decoded, decodeAs, decodedAs, decodeWestern, decodeWide } from './encodings.ts';
import { mend } from './mojibake.ts';
import { plausibility, type Writing } from './plausibility.ts';
import type { ReadWarning, TranscriptFile } from './result.ts';

/** Larger texts are refused: nobody's dialogue is that long, and the reading desk could not show it. */
export const TEXT_LIMIT = 20 * 1024 * 1024;

/** First bytes of files that are no text, whatever their name says. What a container claims does not come here. */
const BINARY_SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x1f, 0x8b], // gzip
  [0x52, 0x49, 0x46, 0x46], // wav, avi
  [0x49, 0x44, 0x33], // mp3
];

/**
 * The text of a file, whose encoding is told by a byte order mark, by being valid UTF-8, by its zero bytes, or by how
 * well it reads in each of the others. Where two read alike, the text is short, or none reads well and it can only be
 * Western, there is a warning. What was decoded wrongly before is decoded back (`mojibake.ts`).
 * @param encoding the one to use, whatever the bytes look like; null = find out
 * @throws ProblemError `file-empty`, `file-binary`, `file-too-large`; `file-encoding` where it reads as none of them
 */
export function decodeText({ name, bytes }: TranscriptFile, encoding: string | null = null): Decoded {
  if (bytes.length === 0) throw new ProblemError('file-empty', { name });
  if (bytes.length > TEXT_LIMIT)
    throw new ProblemError('file-too-large', { name, limit: TEXT_LIMIT / 1024 / 1024 });
  if (BINARY_SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    throw new ProblemError('file-binary', { name });
  const decoded = encoding === null ? decode(name, bytes) : decodeAs(bytes, encoding);
  if (encoding === null && looksBinary(decoded.text)) throw new ProblemError('file-binary', { name });
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw new ProblemError('file-empty', { name });
  return { ...decoded, text };
}

function decode(name: string, bytes: Uint8Array): Decoded {
  if (isUtf32(bytes)) throw new ProblemError('file-encoding', { name });
  const marked = markedEncoding(bytes);
  if (marked) return mended(decodeAs(bytes, marked));

  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(bytes, wide);

  // ISO-2022-JP is plain ASCII with escapes: valid UTF-8, but not what it says.
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null && !hasEscapes(bytes)) {
    const decoded = mended(decodedAs(utf8, 'utf-8'));
    if (!mayBeHalfWidth(bytes, utf8)) return decoded;
    return {
      ...decoded,
      warnings: [...decoded.warnings, warning('encoding-guessed', { encoding: 'utf-8' })],
    };
  }

  // UTF-8 with a few broken bytes, e.g. cut off in the middle of a character.
  const fixed = decodeAs(bytes, 'utf-8');
  const { broken, sound } = countDamage(fixed.text);
  if (broken > 0 && sound > 10 * broken) return fixed;

  const likeliest = likeliestEncoding(bytes);
  if (likeliest) return likeliest;
  if (utf8 !== null) return mended(decodeAs(bytes, 'utf-8'));
  const text = decodeWestern(bytes);
  if (!looksBinary(text) && !mayBeWestern(bytes)) throw new ProblemError('file-encoding', { name });
  return {
    text,
    encoding: 'windows-1252',
    warnings: [warning('encoding-guessed', { encoding: 'windows-1252' })],
  };
}

/** Text that had been garbled before it was saved: decoded back where nothing is lost by that, else told. */
function mended(decoded: Decoded): Decoded {
  const { text, mended: isMended, garbled } = mend(decoded.text);
  if (isMended)
    return { ...decoded, text, warnings: [...decoded.warnings, warning('text-encoded-twice', {})] };
  if (garbled === 0) return decoded;
  return { ...decoded, warnings: [...decoded.warnings, warning('text-garbled', { count: garbled })] };
}

/** Two half-width kana of Shift_JIS can be a letter of UTF-8: a few such letters, of no language, may be those. */
function mayBeHalfWidth(bytes: Uint8Array, utf8: string): boolean {
  // As many units as bytes: all of it is ASCII.
  if (utf8.length === bytes.length) return false;
  let high = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    high++;
    if (high > 2 * FEW || byte < 0xa1 || byte > 0xdf) return false;
  }
  if (high === 0) return false;
  return (['latin', 'cyrillic'] as const).every((writing) => plausibility(utf8, writing).mean < WORTH);
}

/** The encodings that are told apart by how the text reads, with what they are for. */
const CANDIDATES: readonly (readonly [string, Writing])[] = [
  ['shift_jis', 'ja'],
  ['euc-jp', 'ja'],
  ['iso-2022-jp', 'ja'],
  ['utf-16le', 'ja'],
  ['utf-16be', 'ja'],
  ['gb18030', 'zh-hans'],
  ['big5', 'zh-hant'],
  ['euc-kr', 'ko'],
  ['windows-1252', 'latin'],
  ['macintosh', 'latin'],
  ['windows-1251', 'cyrillic'],
];

/** What a reading must be worth to be one at all, and by how much the best must lead to be taken without a word. */
const WORTH = 0.4;
const LEAD = 0.7;

/** Letters below which a text is too short to be sure of, where its letters are of several writings. */
const MANY = 40;

/**
 * The encoding in which the text reads best, with a warning unless it leads clearly: short texts and kanji alone read as
 * something in several.
 */
function likeliestEncoding(bytes: Uint8Array): Decoded | null {
  const found = CANDIDATES.flatMap(([encoding, writing]) => {
    if (encoding === 'iso-2022-jp' && !hasEscapes(bytes)) return [];
    if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) return [];
    if (writing === 'latin' && !mayBeWestern(bytes)) return [];
    const decoded = decodeAs(bytes, encoding);
    const { broken, sound } = countDamage(decoded.text);
    if (broken > 0 && (sound <= 50 * broken || writing !== 'ja')) return [];
    const worth = plausibility(decoded.text, writing);
    // A few Cyrillic letters in Latin text are accents and quotation marks.
    if (writing === 'cyrillic' && worth.own <= (decoded.text.match(/[a-z]/gi)?.length ?? 0)) return [];
    return worth.count === 0 || looksBinary(decoded.text) ? [] : [{ decoded, writing, ...worth }];
  }).sort((a, b) => b.mean - a.mean);
  const [best, second] = found;
  if (!best || best.mean < WORTH) return null;
  const { decoded, writing } = best;
  const lead = best.mean - Math.max(0, second?.mean ?? 0);
  const enough = best.count >= MANY || (writing === 'ja' && best.own >= 3 && best.own >= best.count * 0.1);
  const sure = decoded.encoding === 'iso-2022-jp' || (lead >= LEAD && enough && writing !== 'latin');
  if (sure) return decoded;
  return {
    ...decoded,
    warnings: [...decoded.warnings, warning('encoding-guessed', { encoding: decoded.encoding })],
  };
}

/** A text of few such characters says nothing of their share. */
const FEW = 16;

/**
 * Western text is mostly ASCII: accents and quotes are the exception. Cyrillic, Korean, Chinese or Greek code pages read
 * as windows-1252 would be letters without any sense, and a person would have to notice.
 */
function mayBeWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let undefinedThere = 0;
  let blank = 0;
  for (const byte of bytes) {
    if (byte <= 0x20) blank++;
    else if (byte >= 0x80) high++;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) undefinedThere++;
  }
  const printed = bytes.length - blank;
  return high <= Math.max(FEW, printed * 0.3) && undefinedThere <= printed * 0.002;
}

/** UTF-32 by its mark; its first half is also the mark of UTF-16. */
function isUtf32(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if (bytes.length < 8 || bytes.length % 4 !== 0) return false;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return true;
  return a === 0 && b === 0 && c === 0xfe && d === 0xff;
}

function warning(code: string, params: ReadWarning['params']): ReadWarning {
  return { code, params };
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** How much of a file tells its UTF-16. In bytes. */
const WIDE_SAMPLE = 65_536;

/**
 * UTF-16 without a mark. Line ends, spaces and Latin letters have a zero byte, which no other text has; read in the
 * right order the rest is Latin letters, or kana among kanji.
 */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, WIDE_SAMPLE) & ~1);
  if (sample.length < 4 || sample.indexOf(0) === -1) return null;
  let best: { encoding: string; share: number } | null = null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const share = wideShare(decodeWide(sample, encoding === 'utf-16le'));
    if (share > (best?.share ?? 0)) best = { encoding, share };
  }
  return best && best.share >= 0.95 && !looksBinary(decodeWide(bytes, best.encoding === 'utf-16le'))
    ? best.encoding
    : null;
}

/** The share of units that Latin or Japanese text is made of; 0 where neither Latin letters nor kana are among them. */
function wideShare(text: string): number {
  let latin = 0;
  let kana = 0;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x250) latin += unit === 0 ? 0 : 1;
    else if (unit >= 0x3000 && unit <= 0x30ff) kana++;
    else if ((unit >= 0x4e00 && unit <= 0x9fff) || unit >= 0xf900 || (unit >= 0x2010 && unit <= 0x2026))
      other++;
    else if (unit >= 0xd800 && unit <= 0xdfff) other++;
  }
  const meant = latin >= text.length * 0.5 || kana >= Math.max(1, (text.length - latin) * 0.1);
  return meant ? (latin + kana + other) / text.length : 0;
}

function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28) return true;
  }
  return false;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function countDamage(text: string): { broken: number; sound: number } {
  let broken = 0;
  let sound = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken++;
    else if (unit >= 0x80) sound++;
  }
  return { broken, sound };
}

const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]/;

/** Text has next to no control characters; a stray one is part of it. Subtitles may hold any number of NULs. */
function looksBinary(text: string): boolean {
  if (!CONTROL.test(text)) return false;
  let control = 0;
  let zero = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) zero++;
    else if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1b) control++;
    else if (unit === 0xfffe || unit === 0xffff) control++;
  }
  if (/^\uFEFF?WEBVTT/.test(text)) return control > 2 && control > text.length / 200;
  return control + zero > 2 && control + zero > text.length / 200;
}
