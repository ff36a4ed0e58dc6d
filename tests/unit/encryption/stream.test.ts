import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subkey } from '../../../main/encryption/crypto.ts';
import { CHUNK, openStream, sealStream } from '../../../main/encryption/stream.ts';

const KEY = Buffer.alloc(32, 3);
const HEADER = 24;
const SEALED_CHUNK = CHUNK + 16;

test('subkeys are HKDF of RFC 5869, with the name of the app before the purpose', () => {
  // Test case 1 of the RFC holds for the runtime's own function, …
  const okm = hkdfSync(
    'sha256',
    Buffer.alloc(22, 0x0b),
    Buffer.from('000102030405060708090a0b0c', 'hex'),
    Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'),
    42,
  );
  expect(Buffer.from(okm).toString('hex')).toBe(
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  );
  // … and this is how it is asked.
  expect(subkey(KEY, Buffer.alloc(16), 'files')).toEqual(
    Buffer.from(hkdfSync('sha256', KEY, Buffer.alloc(16), 'hearken files', 32)),
  );
});

/** The form as ARCHITECTURE tells it, written down a second time. */
function framed(bytes: Buffer, salt: Buffer): Buffer {
  const header = Buffer.concat([Buffer.from('HRKSEAL\u0001', 'latin1'), salt]);
  const key = Buffer.from(hkdfSync('sha256', KEY, salt, 'hearken drafts', 32));
  const count = Math.max(1, Math.ceil(bytes.length / CHUNK));
  const chunks = Array.from({ length: count }, (_, chunk) => {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(BigInt(chunk), 3);
    nonce[11] = chunk === count - 1 ? 1 : 0;
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header);
    const part = bytes.subarray(chunk * CHUNK, (chunk + 1) * CHUNK);
    return Buffer.concat([cipher.update(part), cipher.final(), cipher.getAuthTag()]);
  });
  return Buffer.concat([header, ...chunks]);
}

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5])(
  '%i bytes are framed as described, and opened again',
  (size) => {
    const bytes = randomBytes(size);
    const salt = randomBytes(16);
    const sealed = sealStream(KEY, 'drafts', bytes, salt);
    expect(sealed.equals(framed(bytes, salt))).toBe(true);
    expect(openStream(KEY, 'drafts', sealed)?.equals(bytes)).toBe(true);
  },
);

describe('of a sealed file', () => {
  const bytes = randomBytes(2 * CHUNK + 9);
  const sealed = sealStream(KEY, 'snapshot', bytes);
  const borders = [0, HEADER, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK, sealed.length];

  test('every bit of the header and around each border of chunks is guarded', () => {
    const near = borders.flatMap((border) => [-17, -16, -1, 0, 1, 15, 16].map((by) => border + by));
    const places = new Set([...Array(HEADER).keys(), ...near]);
    for (const at of places) {
      if (at < 0 || at >= sealed.length) continue;
      for (let bit = 0; bit < 8; bit++) {
        const flipped = Buffer.from(sealed);
        flipped[at] = (flipped[at] as number) ^ (1 << bit);
        expect(openStream(KEY, 'snapshot', flipped), `bit ${bit} of byte ${at}`).toBeNull();
      }
    }
  });

  test('any bit is guarded', () => {
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Buffer.from(sealed);
        flipped[at] = (flipped[at] as number) ^ (1 << bit);
        expect(openStream(KEY, 'snapshot', flipped)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('no beginning is taken for all of it', () => {
    const lengths = new Set(borders.flatMap((border) => [border - 1, border, border + 1, border + 16]));
    for (const length of lengths)
      if (length >= 0 && length < sealed.length)
        expect(openStream(KEY, 'snapshot', sealed.subarray(0, length)), `${length} bytes`).toBeNull();
  });

  test('chunks that are left out, doubled or swapped are refused, and so is what is put behind it', () => {
    const chunk = (number: number) => sealed.subarray(borders[number], borders[number + 1]);
    const [header, first, second, last] = [chunk(0), chunk(1), chunk(2), chunk(3)];
    for (const parts of [
      [header, second, first, last],
      [header, first, last],
      [header, second, last],
      [header, last],
      [header, first, first, second, last],
      [header, first, second, last, last],
      [header, first, second, last, Buffer.alloc(16)],
      [header, first, second, last, sealed],
      [first, second, last],
    ])
      expect(openStream(KEY, 'snapshot', Buffer.concat(parts))).toBeNull();
    const other = sealStream(KEY, 'snapshot', bytes);
    expect(
      openStream(KEY, 'snapshot', Buffer.concat([header, first, other.subarray(borders[2])])),
    ).toBeNull();
  });

  test('another key or purpose opens nothing', () => {
    expect(openStream(Buffer.alloc(32, 4), 'snapshot', sealed)).toBeNull();
    expect(openStream(KEY, 'original', sealed)).toBeNull();
  });
});
