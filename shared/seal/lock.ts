import { scryptAsync } from '@noble/hashes/scrypt.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Lock } from '../model/seal.ts';

/** 32 MB and some tenths of a second for each attempt. */
const KDF = { n: 2 ** 15, r: 8, p: 1 };
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const NONCE = 12;
/** Bytes of a public key of the curve, uncompressed. */
const PUBLIC_KEY = 65;

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
/** The private key that a passphrase opened. */
export type OpenLock = CryptoKey;

/** Makes a lock that a passphrase opens. */
export async function makeLock(passphrase: string): Promise<Lock> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const [publicKey, secret] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  const kdf = { salt: bytesToHex(crypto.getRandomValues(new Uint8Array(16))), ...KDF };
  const privateKey = await encrypt(await keyOf(passphrase, kdf), new Uint8Array(secret));
  return { kdf, publicKey: bytesToHex(new Uint8Array(publicKey)), privateKey: bytesToHex(privateKey) };
}

/** @returns null where it is another passphrase */
export async function openLock(lock: Lock, passphrase: string): Promise<OpenLock | null> {
  const secret = await decrypt(await keyOf(passphrase, lock.kdf), hexToBytes(lock.privateKey));
  return secret && crypto.subtle.importKey('pkcs8', secret, CURVE, false, ['deriveBits']);
}

/** Encrypts a text that only the passphrase of the lock opens; no passphrase is needed to do so. */
export async function seal({ publicKey }: Pick<Lock, 'publicKey'>, text: string): Promise<string> {
  const recipient = await publicKeyOf(hexToBytes(publicKey));
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const once = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key = await agreed(pair.privateKey, recipient, once);
  return bytesToHex(joined(once, await encrypt(key, utf8ToBytes(text))));
}

/** The text of a sealed box. @returns null where the box is for another lock, or damaged */
export async function unseal(box: string, key: OpenLock): Promise<string | null> {
  try {
    const bytes = hexToBytes(box);
    const once = bytes.slice(0, PUBLIC_KEY);
    const text = await decrypt(await agreed(key, await publicKeyOf(once), once), bytes.slice(PUBLIC_KEY));
    return text && new TextDecoder().decode(text);
  } catch {
    return null;
  }
}

/** However it was typed: a passphrase with accents or kana is the same one from any keyboard. */
async function keyOf(passphrase: string, { salt, n, r, p }: Lock['kdf']): Promise<CryptoKey> {
  const secret = utf8ToBytes(passphrase.normalize('NFKC'));
  const bytes = await scryptAsync(secret, hexToBytes(salt), { N: n, r, p, dkLen: 32 });
  return aesKey(bytes);
}

/** The key that two pairs of keys have in common, bound to the one that was made for this box alone. */
async function agreed(own: CryptoKey, other: CryptoKey, once: Uint8Array): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = utf8ToBytes('hearken: ratings of an assessor');
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: plain(once), info: plain(info) },
    base,
    256,
  );
  return aesKey(new Uint8Array(bits));
}

function publicKeyOf(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', plain(bytes), CURVE, true, []);
}

function aesKey(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', plain(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function encrypt(key: CryptoKey, bytes: Uint8Array): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain(bytes));
  return joined(iv, new Uint8Array(box));
}

async function decrypt(key: CryptoKey, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const iv = plain(bytes.slice(0, NONCE));
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, plain(bytes.slice(NONCE))),
    );
  } catch {
    // GCM says no more than that the key and the bytes do not belong together.
    return null;
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
