import type { Id } from '../model/basics.ts';
import { Dictionary } from './dictionary.ts';
import { type DocumentKey, FIELDS } from './documents.ts';
import { allKeys } from './follow.ts';
import { PROBE } from './probe.ts';
import { SearchRows } from './rows.ts';
import { SearchIndex } from './search-index.ts';
import { SEGMENT_LIMIT, type SegmentData } from './segment.ts';

/**
 * How an index is kept between two starts. A segment never changes, so it is written once, as its arrays stand in
 * memory: reading it back is reading its bytes. A manifest says which segments make up the index, which of their
 * documents are not listened to any more, and up to which entry of the journal it was read.
 */
export interface Manifest {
  /** `indexVersion()` when it was written: anything else is built anew. */
  readonly version: string;
  /** The last entry of the journal that was read, by place and by identity; null = nothing was yet. */
  readonly seq: number;
  readonly entry: Id | null;
  readonly segments: readonly { readonly id: Id; readonly dead: readonly number[] }[];
}

let version: string | null = null;

/**
 * What an index must have been written by to be read: the checksum of what is written of a workspace in which every
 * field and every rule of the analysis has its say. So nobody has to think of raising it: other documents, other words
 * of the same text, or another layout of the bytes give another version by themselves.
 */
export function indexVersion(): string {
  if (version === null) {
    const rows = new SearchRows(PROBE);
    const index = new SearchIndex();
    for (const _ of index.update(rows, allKeys(rows)));
    const sums = index.segments.map(({ data }) => headerOf(encodeSegment(data))[CHECKSUM]);
    version = sums.join();
  }
  return version;
}

const MAGIC = 0x48_53_45_47;
/** Words of 32 bits: magic, checksum of everything else, then how many of what. */
const HEADER = 7;
const CHECKSUM = 1;

function headerOf({ buffer, byteOffset }: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(buffer, byteOffset, HEADER);
}

/** The bytes of a segment, with a checksum. Little-endian, as every machine is that Electron runs on. */
export function encodeSegment(data: SegmentData): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const keys = encoder.encode(data.keys.join('\n'));
  const forms = encoder.encode(data.forms.text);
  const wide = [data.lengths, data.forms.from, data.bySurface, data.from];
  const room =
    4 * (HEADER + wide.reduce((sum, { length }) => sum + length, 0)) +
    data.documents.byteLength +
    data.counts.byteLength +
    keys.length +
    forms.length;
  const bytes = new Uint8Array(4 * Math.ceil(room / 4));
  const header = headerOf(bytes);
  header.set([MAGIC, 0, data.keys.length, data.forms.size, data.documents.length, keys.length, forms.length]);
  let at = 4 * HEADER;
  for (const part of [...wide, data.documents, data.counts, keys, forms]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  header[CHECKSUM] = checksum(bytes);
  return bytes;
}

/** @returns null for bytes that are damaged, cut short, or no segment */
export function decodeSegment(bytes: Uint8Array<ArrayBuffer>): SegmentData | null {
  if (bytes.byteLength < 4 * HEADER || bytes.byteLength % 4 !== 0) return null;
  // Views of whole words need a place that is one.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = whole;
  const [magic, sum, size, formCount, postings, keyBytes, formBytes] = headerOf(whole) as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (magic !== MAGIC || size > SEGMENT_LIMIT) return null;
  const width = FIELDS.length;
  const words = [size * width, formCount + 1, formCount, formCount * width + 1];
  const room =
    4 * (HEADER + words.reduce((total, count) => total + count, 0)) + 3 * postings + keyBytes + formBytes;
  if (whole.byteLength !== 4 * Math.ceil(room / 4) || checksum(whole) !== sum) return null;

  let at = byteOffset + 4 * HEADER;
  const [lengths, formsFrom, bySurface, from] = words.map((count) => {
    const part = new Uint32Array(buffer, at, count);
    at += part.byteLength;
    return part;
  }) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const documents = new Uint16Array(buffer, at, postings);
  at += documents.byteLength;
  const counts = new Uint8Array(buffer, at, postings);
  at += postings;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const keys = decoder.decode(new Uint8Array(buffer, at, keyBytes));
  const text = decoder.decode(new Uint8Array(buffer, at + keyBytes, formBytes));
  return {
    keys: size === 0 ? [] : (keys.split('\n') as DocumentKey[]),
    lengths,
    forms: new Dictionary(text, formsFrom),
    bySurface,
    from,
    documents,
    counts,
  };
}

/** FNV-1a over words of 32 bits, but for the checksum's own: finds any single change, and cuts. */
function checksum(bytes: Uint8Array<ArrayBuffer>): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  let sum = 0x81_1c_9d_c5;
  for (let at = 0; at < words.length; at++) {
    if (at === CHECKSUM) continue;
    sum = Math.imul(sum ^ (words[at] as number), 0x01_00_01_93);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}
