import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Ed25519 signatures are of this length; in the file they stand in hexadecimal, on a line of their own. */
const SIGNATURE_BYTES = 64;
const LAST_LINE = SIGNATURE_BYTES * 2 + 1;
const HEX = /^[0-9a-f]*$/;
const NEWLINE = 10;

/** @returns the content in one line, and under it the signature of its bytes */
export function signed(content: string, key: KeyObject): Buffer {
  const line = Buffer.from(content, 'utf8');
  if (line.includes(NEWLINE)) throw new Error('What is signed must be one line.');
  return Buffer.concat([line, Buffer.from(`\n${sign(null, line, key).toString('hex')}\n`)]);
}

/**
 * What stands in a signed file. There is one way only to write it, so that no byte can be another one unnoticed.
 * @returns `content` null where the signature is not that of the key; null where this is no signed file
 */
export function readSigned(file: Buffer, key: KeyObject): { readonly content: string | null } | null {
  const split = file.length - LAST_LINE - 1;
  if (split < 1 || file[split] !== NEWLINE || file.at(-1) !== NEWLINE) return null;
  const line = file.subarray(0, split);
  const hex = file.toString('latin1', split + 1, file.length - 1);
  if (!HEX.test(hex)) return null;
  return { content: verify(null, line, key, Buffer.from(hex, 'hex')) ? line.toString('utf8') : null };
}

/** @throws Error where it is not the public half of an Ed25519 key */
export function readPublicKey(pem: string): KeyObject {
  if (/PRIVATE KEY/.test(pem))
    throw new Error('This is a private key. Only its public half goes into a package.');
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('Not an Ed25519 key.');
  return key;
}
