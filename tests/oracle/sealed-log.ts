/**
 * An encrypted store read by the tests themselves, with none of the app's code, by the description in ARCHITECTURE:
 * what the app says that it wrote is compared with what this finds.
 */
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';

/** Opens the content of a line; null = it is not what was sealed there. */
export type OpenContent = (seq: number, before: string, content: Buffer) => Buffer | null;

/** What opens the lines of a store. @param header bytes of its `encryption.key` */
export function openedBy(header: Buffer, passphrase: string): OpenContent {
  const [memory, passes, lanes] = [26, 30, 34].map((at) => header.readUInt32BE(at)) as [
    number,
    number,
    number,
  ];
  const own = argon2id(passphrase.normalize('NFKC'), header.subarray(38, 54), {
    ...{ m: memory, t: passes, p: lanes, dkLen: 32 },
  });
  const key = opened(own, header.subarray(54, 66), header.subarray(26, 54), header.subarray(66, 114));
  if (!key) throw new Error('the passphrase does not open the store');
  const log = derived(key, header.subarray(10, 26), 'hearken log');
  return (seq, before, content) => {
    const box = Buffer.from(String(JSON.parse(content.toString('latin1'))), 'base64');
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(seq, 8);
    const run = derived(log, box.subarray(0, 16), 'hearken lines');
    return opened(run, nonce, Buffer.from(`${seq}\n${before}`), box.subarray(16));
  };
}

function derived(key: Uint8Array, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, 32));
}

function opened(key: Uint8Array, nonce: Uint8Array, bound: Uint8Array, sealed: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(bound);
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}
