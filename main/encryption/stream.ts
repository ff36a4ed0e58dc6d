/**
 * A file sealed in chunks, in the construction that age calls STREAM, with AES-256-GCM: a header, then chunks of
 * 64 KiB, each with its tag. The header is bound to every chunk; the nonce is the chunk's number with a mark on the
 * last, under a key that this file alone has. So chunks that are cut, joined, swapped or altered are refused.
 */
import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, NONCE, subkey, TAG } from './crypto.ts';

/** What such a file begins with: a name, and the version of its form. */
export const STREAM_MAGIC = Buffer.from('HRKSEAL\x01', 'latin1');
const SALT = 16;
const HEADER = STREAM_MAGIC.length + SALT;
export const CHUNK = 64 * 1024;

/** @param purpose what the file is for: one of another purpose, put in its place, is refused */
export function sealStream(
  key: Uint8Array,
  purpose: string,
  bytes: Uint8Array,
  salt: Uint8Array = randomBytes(SALT),
): Buffer {
  const header = Buffer.concat([STREAM_MAGIC, salt]);
  const own = subkey(key, salt, purpose);
  const parts: Buffer[] = [header];
  const last = Math.max(0, Math.ceil(bytes.length / CHUNK) - 1);
  for (let chunk = 0; chunk <= last; chunk++) {
    const part = bytes.subarray(chunk * CHUNK, (chunk + 1) * CHUNK);
    parts.push(encrypt(own, nonceOf(chunk, chunk === last), header, part));
  }
  own.fill(0);
  return Buffer.concat(parts);
}

/** @returns null where it is damaged, or was sealed with another key or for another purpose */
export function openStream(key: Uint8Array, purpose: string, sealed: Uint8Array): Buffer | null {
  const header = sealed.subarray(0, HEADER);
  if (sealed.length < HEADER + TAG || !STREAM_MAGIC.equals(header.subarray(0, STREAM_MAGIC.length)))
    return null;
  const own = subkey(key, header.subarray(STREAM_MAGIC.length), purpose);
  const parts: Buffer[] = [];
  const size = CHUNK + TAG;
  const last = Math.ceil((sealed.length - HEADER) / size) - 1;
  for (let chunk = 0; chunk <= last; chunk++) {
    const from = HEADER + chunk * size;
    const part = decrypt(own, nonceOf(chunk, chunk === last), header, sealed.subarray(from, from + size));
    // An empty last chunk stands only where it is the first: nothing is written in two ways.
    if (!part || (part.length === 0 && chunk > 0)) return null;
    parts.push(part);
  }
  own.fill(0);
  return Buffer.concat(parts);
}

function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE);
  nonce.writeUIntBE(chunk, NONCE - 7, 6);
  nonce[NONCE - 1] = isLast ? 1 : 0;
  return nonce;
}
