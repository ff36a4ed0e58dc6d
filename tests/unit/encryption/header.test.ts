import { createHash } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '#shared/model/problem.ts';
import {
  COST,
  forAnotherStore,
  type Header,
  isKeyOf,
  makeHeader,
  openByEither,
  openByPassphrase,
  openByRecovery,
  passphraseKey,
  readHeader,
  withPassphrase,
  withRecovery,
} from '../../../main/encryption/header.ts';
import { CHEAP, PASSPHRASE } from '../../fixtures/encryption.ts';

let key: Buffer;
let header: Header;
let recoveryKey: string;
beforeAll(async () => {
  ({ key, header, recoveryKey } = await makeHeader(PASSPHRASE, CHEAP));
});

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'opened';
  } catch (thrown) {
    return problemOf(thrown).code;
  }
}

/** With a checksum that fits again, as only somebody can do who wants to. */
function forged(at: number, by: number): Header {
  const bytes = Buffer.from(header.bytes);
  bytes[at] = (bytes[at] as number) ^ by;
  createHash('sha256')
    .update(bytes.subarray(0, -32))
    .digest()
    .copy(bytes, bytes.length - 32);
  return readHeader(bytes);
}

describe('what a passphrase is made into', () => {
  test('is what the reference implementation of Argon2id makes of it', async () => {
    // The third of its own tests of argon2id, version 19: 64 MiB, two passes, one lane.
    const cost = { memory: 65_536, passes: 2, lanes: 1 };
    const made = await passphraseKey('password', cost, Buffer.from('somesalt'));
    expect(made.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  test('is what another implementation makes of it, for Japanese too', async () => {
    const salt = Buffer.alloc(16, 5);
    for (const text of ['correct horse battery', '正しい馬と電池のホチキス', 'Zoë’s naïve café №5'])
      expect(new Uint8Array(await passphraseKey(text, { memory: 256, passes: 3, lanes: 1 }, salt))).toEqual(
        argon2id(text.normalize('NFKC'), salt, { m: 256, t: 3, p: 1, dkLen: 32 }),
      );
  });

  test('costs 64 MiB and three passes', () => expect(COST).toEqual({ memory: 65_536, passes: 3, lanes: 1 }));
});

test.each([
  [
    'composed and decomposed accents',
    'Zoë’s naïve café'.normalize('NFC'),
    'Zoë’s naïve café'.normalize('NFD'),
  ],
  [
    'composed and decomposed kana',
    'がぎぐげござじずぜぞだぢ'.normalize('NFC'),
    'がぎぐげござじずぜぞだぢ'.normalize('NFD'),
  ],
  ['full-width and half-width letters', 'correct horse 12', 'ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　１２'],
  ['full-width and half-width kana', 'パスフレーズヲワスレナイ', 'ﾊﾟｽﾌﾚｰｽﾞｦﾜｽﾚﾅｲ'],
  [
    'composed and decomposed Hangul',
    '올바른말배터리스테이플안녕하세요'.normalize('NFC'),
    '올바른말배터리스테이플안녕하세요'.normalize('NFD'),
  ],
])('%s are the same passphrase', async (_, one, two) => {
  expect(one).not.toBe(two);
  const made = await makeHeader(one, CHEAP);
  expect(await openByPassphrase(made.header, two)).toEqual(made.key);
});

test('a passphrase has 12 characters at least, however many bytes they are', async () => {
  expect(await codeOf(() => makeHeader('a'.repeat(11), CHEAP))).toBe('encryption-passphrase-short');
  // Eleven characters in 22 units of UTF-16, and in as many code points decomposed.
  expect(await codeOf(() => makeHeader('𠮷'.repeat(11), CHEAP))).toBe('encryption-passphrase-short');
  expect(await codeOf(() => makeHeader('が'.normalize('NFD').repeat(11), CHEAP))).toBe(
    'encryption-passphrase-short',
  );
  expect(await codeOf(() => makeHeader('a'.repeat(12), CHEAP))).toBe('opened');
  const long = '長い'.repeat(4_000);
  const made = await makeHeader(long, CHEAP);
  expect(await openByPassphrase(made.header, long)).toEqual(made.key);
  expect(await codeOf(() => openByPassphrase(made.header, `${long}。`))).toBe('encryption-wrong-passphrase');
});

describe('a header', () => {
  test('is opened by its passphrase and its recovery key, to the same key', async () => {
    expect(await openByPassphrase(header, PASSPHRASE)).toEqual(key);
    expect(openByRecovery(header, recoveryKey)).toEqual(key);
    expect(await openByEither(header, recoveryKey)).toEqual(key);
    expect(await openByEither(header, PASSPHRASE)).toEqual(key);
    expect(isKeyOf(header, key)).toBe(true);
    expect(isKeyOf(header, Buffer.alloc(32))).toBe(false);
    expect(isKeyOf(header, key.subarray(1))).toBe(false);
  });

  test('tells a wrong passphrase, a mistyped and a foreign recovery key apart', async () => {
    const other = await makeHeader(PASSPHRASE, CHEAP);
    expect(await codeOf(() => openByPassphrase(header, 'Correct horse battery'))).toBe(
      'encryption-wrong-passphrase',
    );
    expect(await codeOf(() => openByRecovery(header, other.recoveryKey))).toBe('encryption-wrong-recovery');
    expect(await codeOf(() => openByRecovery(header, recoveryKey.slice(1)))).toBe('encryption-recovery-typo');
    expect(await codeOf(() => openByEither(header, other.recoveryKey))).toBe('encryption-wrong-passphrase');
  });

  test('with any bit of it flipped is damaged, and says so whatever the passphrase', () => {
    for (let at = 0; at < header.bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const bytes = Buffer.from(header.bytes);
        bytes[at] = (bytes[at] as number) ^ (1 << bit);
        expect(() => readHeader(bytes), `bit ${bit} of byte ${at}`).toThrow('encryption-damaged');
      }
    }
  });

  test('cut off anywhere, or with more behind it, is damaged', () => {
    for (let length = 0; length < header.bytes.length; length++)
      expect(() => readHeader(header.bytes.subarray(0, length)), `${length} bytes`).toThrow(
        'encryption-damaged',
      );
    expect(() => readHeader(Buffer.concat([header.bytes, Buffer.alloc(1)]))).toThrow('encryption-damaged');
  });

  test('of a later version says that, whatever else is in it', () => {
    const body = Buffer.concat([Buffer.from('HRKVAULT\u0000\u0002', 'latin1'), Buffer.alloc(700, 1)]);
    const bytes = Buffer.concat([body, createHash('sha256').update(body).digest()]);
    expect(() => readHeader(bytes)).toThrow('encryption-newer');
  });

  test('that somebody put together does not open, and costs no more than a header may', async () => {
    // In the recovery key's part: the passphrase opens its own, and the mark tells.
    expect(await codeOf(() => openByPassphrase(forged(150, 1), PASSPHRASE))).toBe('encryption-damaged');
    // In the store's salt: both parts open.
    for (const open of [openByPassphrase, openByEither])
      expect(await codeOf(() => open(forged(12, 1), PASSPHRASE))).toBe('encryption-damaged');
    expect(await codeOf(() => openByRecovery(forged(12, 1), recoveryKey))).toBe('encryption-damaged');
    // In the passphrase's salt.
    expect(await codeOf(() => openByPassphrase(forged(40, 1), PASSPHRASE))).toBe(
      'encryption-wrong-passphrase',
    );
    // 1 TiB of memory; no pass at all.
    expect(await codeOf(() => openByPassphrase(forged(26, 0x40), PASSPHRASE))).toBe('encryption-damaged');
    expect(await codeOf(() => openByPassphrase(forged(33, 1), PASSPHRASE))).toBe('encryption-damaged');
  });

  test('with another passphrase, or another recovery key: the one before opens nothing, the rest stays', async () => {
    const next = await withPassphrase(header, key, 'another twelve signs', CHEAP);
    expect(await codeOf(() => openByPassphrase(next, PASSPHRASE))).toBe('encryption-wrong-passphrase');
    expect(await openByPassphrase(next, 'another twelve signs')).toEqual(key);
    expect(openByRecovery(next, recoveryKey)).toEqual(key);
    const last = withRecovery(next, key);
    expect(await codeOf(() => openByRecovery(last.header, recoveryKey))).toBe('encryption-wrong-recovery');
    expect(openByRecovery(last.header, last.recoveryKey)).toEqual(key);
    expect(await openByPassphrase(last.header, 'another twelve signs')).toEqual(key);
    expect(last.header.storeSalt).toEqual(header.storeSalt);
  });

  test('for another store is opened by the same secrets, and its store has other keys', async () => {
    const other = forAnotherStore(header, key);
    expect(await openByPassphrase(readHeader(other.bytes), PASSPHRASE)).toEqual(key);
    expect(openByRecovery(other, recoveryKey)).toEqual(key);
    expect(other.storeSalt).not.toEqual(header.storeSalt);
  });
});
