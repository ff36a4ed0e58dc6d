import { Inflate } from 'fflate';
import { fail, noted, ok, ProblemError, problemOf, type Result } from '../model/problem.ts';

/** What a zip may hold before it is taken for hostile (ARCHITECTURE, "What was measured"). Sizes in bytes. */
export interface ZipLimits {
  /** The zip itself. */
  readonly file: number;
  readonly entries: number;
  /** All members together, unpacked: declared, and counted while unpacking. */
  readonly total: number;
  /** Unpacked : packed, for members over `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MB = 1024 * 1024;

/** For documents that people bring along, e.g. a .docx. */
export const DOCUMENT_LIMITS: ZipLimits = {
  file: 50 * MB,
  entries: 2_000,
  total: 200 * MB,
  ratio: 100,
  ratioFrom: MB,
};

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly header: number;
}

/**
 * Reads a zip that may be broken or hostile: nothing is unpacked before the directory has been checked against
 * `limits`, and real bytes are counted while unpacking, whatever the directory claims. Checksums are verified.
 * Folders are left out. Pure: works in a window, a worker and Node.
 * @returns members by path, or a problem: `zip-broken`, `zip-unsupported`, or `zip-hostile` with a `reason` of
 *   `file`, `entries`, `total`, `ratio`, `path`, `duplicate`, `overlap` or `size`, and the member's `name`
 */
export function readZip(
  bytes: Uint8Array,
  limits: ZipLimits = DOCUMENT_LIMITS,
): Result<Map<string, Uint8Array>> {
  try {
    return ok(read(bytes, limits));
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { ok: false, problem: problemOf(thrown) };
    return fail('zip-broken', { reason: noted(thrown) });
  }
}

function read(bytes: Uint8Array, limits: ZipLimits): Map<string, Uint8Array> {
  if (bytes.length > limits.file) throw hostile('file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  const members = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    const content = unpack(bytes, view, entry, Math.min(limits.total - total, entry.size), limits);
    total += content.length;
    if (!entry.name.endsWith('/')) members.set(entry.name, content);
  }
  return members;
}

/** The central directory (APPNOTE 4.3.12), checked before anything is unpacked. */
function readDirectory(bytes: Uint8Array, view: DataView, limits: ZipLimits): Entry[] {
  const end = findEnd(bytes, view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff)
    throw new ProblemError('zip-unsupported', { reason: 'zip64' });
  if (count > limits.entries) throw hostile('entries');
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let at = start;
  let declared = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken('directory');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) throw broken('directory');
    const entry: Entry = {
      name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    };
    if (flags & 1) throw new ProblemError('zip-unsupported', { reason: 'encrypted' });
    if (entry.method !== 0 && entry.method !== 8)
      throw new ProblemError('zip-unsupported', { reason: `method ${entry.method}` });
    if (!isSafePath(entry.name)) throw hostile('path', entry.name);
    // Names that differ in case alone would be one file on some systems.
    const folded = entry.name.toLowerCase();
    if (seen.has(folded)) throw hostile('duplicate', entry.name);
    seen.add(folded);
    declared += entry.size;
    if (declared > limits.total) throw hostile('total', entry.name);
    if (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio)
      throw hostile('ratio', entry.name);
    entries.push(entry);
    at = next;
  }
  refuseOverlaps(entries, start);
  return entries;
}

/** Members that share bytes make a small file unpack without end. */
function refuseOverlaps(entries: readonly Entry[], directory: number): void {
  const inOrder = [...entries].sort((a, b) => a.header - b.header);
  for (const [index, entry] of inOrder.entries()) {
    const limit = inOrder[index + 1]?.header ?? directory;
    if (entry.header + 30 + entry.packed > limit) throw hostile('overlap', entry.name);
  }
}

function findEnd(bytes: Uint8Array, view: DataView): number {
  // The end record is followed by nothing but a comment of at most 64 kB.
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw broken('end');
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  entry: Entry,
  most: number,
  limits: ZipLimits,
): Uint8Array {
  const { header, name } = entry;
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) throw broken(name);
  const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const to = from + entry.packed;
  if (to > bytes.length) throw broken(name);
  const packed = bytes.subarray(from, to);
  const content = entry.method === 0 ? packed.slice() : inflate(packed, most, name, limits);
  if (content.length > most) throw hostile('size', name);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw broken(name);
  return content;
}

function inflate(packed: Uint8Array, most: number, name: string, limits: ZipLimits): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    length += part.length;
    if (length > most) throw hostile('size', name);
    if (length > limits.ratioFrom && length > packed.length * limits.ratio) throw hostile('ratio', name);
    parts.push(part);
  });
  // Small steps, so that a bomb is noticed before it has filled the memory.
  const step = 64 * 1024;
  for (let at = 0; at < packed.length || at === 0; at += step) {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  const content = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    content.set(part, at);
    at += part.length;
  }
  return content;
}

/** Names are UTF-8, or old code pages that agree with it in ASCII; what is neither is shown, not trusted. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A relative path that stays inside: no drive, no root, no `..`, no backslash, no control character. */
function isSafePath(name: string): boolean {
  if (name === '' || name.startsWith('/') || /[\\\u0000-\u001f:]/.test(name)) return false;
  return !name.split('/').some((part) => part === '..' || part === '.');
}

function hostile(reason: string, name = ''): ProblemError {
  return new ProblemError('zip-hostile', { reason, name });
}

function broken(reason: string): ProblemError {
  return new ProblemError('zip-broken', { reason });
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip uses it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
