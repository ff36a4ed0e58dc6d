import { Unzlib } from 'fflate';
import { ProblemError } from '../../model/problem.ts';

/** A page of text is some kilobytes; fonts a few megabytes. Unpacked bytes. */
const LARGEST_STREAM = 64 * 1024 * 1024;
const LARGEST_TOTAL = 400 * 1024 * 1024;

/**
 * Looks through the packed streams of a PDF before anything reads it: a small file can hold gigabytes. Pictures are
 * left out, for nobody unpacks them to find words.
 * @throws ProblemError `file-hostile`
 */
export function checkStreams(name: string, bytes: Uint8Array): void {
  const latin = new TextDecoder('latin1');
  const hostile = (reason: string) => new ProblemError('file-hostile', { name, reason });
  let total = 0;
  for (let at = indexOfStream(bytes, 0); at !== -1; at = indexOfStream(bytes, at + 6)) {
    const before = latin.decode(bytes.subarray(Math.max(0, at - 1_000), at));
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    if (before.endsWith('end') || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const packings = dictionary.match(/\/(FlateDecode|Fl)\b/g)?.length ?? 0;
    // Packed twice is of no use to anybody honest.
    if (packings > 1) throw hostile('ratio');
    if (packings === 0) continue;
    total += unpackedSize(bytes, at + 6, LARGEST_STREAM);
    if (total > LARGEST_TOTAL || total === Number.POSITIVE_INFINITY) throw hostile('total');
  }
}

/** Where the keyword `stream` stands next; the one in `endstream` is found too. */
function indexOfStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x73, from); at !== -1; at = bytes.indexOf(0x73, at + 1)) {
    if (
      bytes[at + 1] === 0x74 &&
      bytes[at + 2] === 0x72 &&
      bytes[at + 3] === 0x65 &&
      bytes[at + 4] === 0x61 &&
      bytes[at + 5] === 0x6d
    )
      return at;
  }
  return -1;
}

/** Bytes that a stream unpacks to; infinite when they are more than `most`, those before the damage if it is damaged. */
function unpackedSize(bytes: Uint8Array, keyword: number, most: number): number {
  let at = keyword;
  if (bytes[at] === 0x0d) at++;
  if (bytes[at] === 0x0a) at++;
  // The next keyword is that of `endstream`.
  const next = indexOfStream(bytes, at);
  const end = next === -1 ? bytes.length : next;
  let size = 0;
  try {
    const stream = new Unzlib((part) => {
      size += part.length;
    });
    const step = 32 * 1024;
    for (; at < end; at += step) {
      stream.push(bytes.subarray(at, Math.min(end, at + step)), false);
      if (size > most) return Number.POSITIVE_INFINITY;
    }
  } catch {
    // Damaged or followed by something else: pdf.js will say what it thinks of it.
  }
  return size > most ? Number.POSITIVE_INFINITY : size;
}
