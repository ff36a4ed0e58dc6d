/** The few primitives that encryption at rest is made of, all of the runtime's own library. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

export const KEY = 32;
export const NONCE = 12;
export const TAG = 16;

/** A key for one purpose alone, out of another. */
export function subkey(key: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `hearken ${purpose}`, KEY));
}

/** AES-256-GCM: what is sealed, with its tag behind it. A key and nonce are used once. */
export function encrypt(key: Uint8Array, nonce: Uint8Array, bound: Uint8Array, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(bound);
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @returns null where key, nonce, what it is bound to and the bytes do not belong together */
export function decrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  bound: Uint8Array,
  sealed: Uint8Array,
): Buffer | null {
  if (sealed.length < TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  } catch {
    // GCM says no more than that.
    return null;
  }
}
