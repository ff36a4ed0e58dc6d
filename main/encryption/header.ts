/**
 * The header of an encrypted store: its random key, wrapped once by the passphrase and once by the recovery key. A
 * checksum of all bytes, which needs no key, tells a damaged header from a wrong passphrase; a mark by the key itself
 * tells one that somebody put together.
 *
 *     magic 8 | version 2 | store salt 16 | passphrase: memory 4, passes 4, lanes 4, salt 16, box 60
 *     | recovery: salt 16, box 60 | mark 32 | checksum 32            (a box: nonce 12, key 32, tag 16)
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LEAST_PASSPHRASE } from '#shared/bridge.ts';
import { readRecoveryKey, writeRecoveryKey } from '#shared/encryption/recovery-key.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { decrypt, encrypt, KEY, NONCE, subkey, TAG } from './crypto.ts';

/** What a header begins with. */
export const HEADER_MAGIC = Buffer.from('HRKVAULT', 'latin1');
const VERSION = 1;
const SALT = 16;
const BOX = NONCE + KEY + TAG;
const HASH = 32;
const AT = { version: 8, storeSalt: 10, passphrase: 26, recovery: 114, mark: 190, checksum: 222 };
const LENGTH = AT.checksum + HASH;
const RECOVERY_BYTES = 16;

/** What a passphrase costs whoever guesses it: RFC 9106's second choice, in KiB of memory. */
export interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}
export const COST: Cost = { memory: 64 * 1024, passes: 3, lanes: 1 };
/** Beyond these, a header that somebody altered could hold the computer up. */
const MOST: Cost = { memory: 4 * 1024 * 1024, passes: 100, lanes: 64 };

/** A header's bytes and what they hold. */
export interface Header {
  readonly bytes: Buffer;
  readonly storeSalt: Buffer;
}

/** A new key with its header, and the recovery key as it is to be shown. @throws ProblemError `encryption-passphrase-short` */
export async function makeHeader(
  passphrase: string,
  cost: Cost = COST,
): Promise<{ key: Buffer; header: Header; recoveryKey: string }> {
  const key = randomBytes(KEY);
  const recovery = newRecovery(key);
  const header = assembled(
    key,
    randomBytes(SALT),
    await passphraseSlot(key, passphrase, cost),
    recovery.slot,
  );
  return { key, header, recoveryKey: recovery.text };
}

/** Checks what needs no key. @throws ProblemError `encryption-damaged`, `encryption-newer` */
export function readHeader(bytes: Buffer): Header {
  const sound =
    bytes.length > AT.storeSalt + HASH &&
    HEADER_MAGIC.equals(bytes.subarray(0, HEADER_MAGIC.length)) &&
    checksum(bytes.subarray(0, -HASH)).equals(bytes.subarray(-HASH));
  if (!sound) throw new ProblemError('encryption-damaged');
  if (bytes.readUInt16BE(AT.version) > VERSION) throw new ProblemError('encryption-newer');
  if (bytes.length !== LENGTH || bytes.readUInt16BE(AT.version) < 1)
    throw new ProblemError('encryption-damaged');
  return { bytes, storeSalt: bytes.subarray(AT.storeSalt, AT.passphrase) };
}

/** @throws ProblemError `encryption-wrong-passphrase`, `encryption-damaged` */
export async function openByPassphrase(header: Header, passphrase: string): Promise<Buffer> {
  const slot = header.bytes.subarray(AT.passphrase, AT.recovery);
  const cost = { memory: slot.readUInt32BE(0), passes: slot.readUInt32BE(4), lanes: slot.readUInt32BE(8) };
  const isCost = (['memory', 'passes', 'lanes'] as const).every(
    (name) => cost[name] >= 1 && cost[name] <= MOST[name],
  );
  if (!isCost || cost.memory < 8 * cost.lanes) throw new ProblemError('encryption-damaged');
  const bound = slot.subarray(0, -BOX);
  const own = await passphraseKey(passphrase, cost, slot.subarray(12, 12 + SALT));
  return unwrapped(header, own, bound, slot.subarray(-BOX), 'encryption-wrong-passphrase');
}

/** @throws ProblemError `encryption-recovery-typo`, `encryption-wrong-recovery`, `encryption-damaged` */
export function openByRecovery(header: Header, text: string): Buffer {
  const read = readRecoveryKey(text);
  if ('typo' in read) throw new ProblemError('encryption-recovery-typo', { group: read.typo });
  const slot = header.bytes.subarray(AT.recovery, AT.mark);
  const salt = slot.subarray(0, SALT);
  const own = subkey(read.bytes, salt, 'recovery');
  return unwrapped(header, own, salt, slot.subarray(-BOX), 'encryption-wrong-recovery');
}

/** For who forgot the passphrase the recovery key does what it does. @throws ProblemError as `openByPassphrase` */
export async function openByEither(header: Header, secret: string): Promise<Buffer> {
  if ('typo' in readRecoveryKey(secret)) return openByPassphrase(header, secret);
  try {
    return openByRecovery(header, secret);
  } catch {
    return openByPassphrase(header, secret);
  }
}

/** Whether a key is the one of this header, which the keychain may say it is. */
export function isKeyOf({ bytes }: Header, key: Uint8Array): boolean {
  return (
    key.length === KEY &&
    timingSafeEqual(markOf(key, bytes.subarray(0, AT.mark)), bytes.subarray(AT.mark, AT.checksum))
  );
}

export async function withPassphrase(
  { bytes, storeSalt }: Header,
  key: Buffer,
  passphrase: string,
  cost: Cost = COST,
): Promise<Header> {
  const slot = await passphraseSlot(key, passphrase, cost);
  return assembled(key, storeSalt, slot, bytes.subarray(AT.recovery, AT.mark));
}

/** With another recovery key; the one before opens it no longer. */
export function withRecovery(
  { bytes, storeSalt }: Header,
  key: Buffer,
): { header: Header; recoveryKey: string } {
  const { slot, text } = newRecovery(key);
  return {
    header: assembled(key, storeSalt, bytes.subarray(AT.passphrase, AT.recovery), slot),
    recoveryKey: text,
  };
}

/** For another store that the same secrets open, and that has no key in common with this one. */
export function forAnotherStore({ bytes }: Header, key: Buffer): Header {
  const slots = [bytes.subarray(AT.passphrase, AT.recovery), bytes.subarray(AT.recovery, AT.mark)] as const;
  return assembled(key, randomBytes(SALT), ...slots);
}

function assembled(key: Buffer, storeSalt: Buffer, passphrase: Buffer, recovery: Buffer): Header {
  const version = Buffer.alloc(2);
  version.writeUInt16BE(VERSION);
  const stated = Buffer.concat([HEADER_MAGIC, version, storeSalt, passphrase, recovery]);
  const marked = Buffer.concat([stated, markOf(key, stated)]);
  return { bytes: Buffer.concat([marked, checksum(marked)]), storeSalt: Buffer.from(storeSalt) };
}

function markOf(key: Uint8Array, stated: Uint8Array): Buffer {
  const own = subkey(key, stated.subarray(AT.storeSalt, AT.passphrase), 'header');
  return createHmac('sha256', own).update(stated).digest();
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

async function passphraseSlot(key: Buffer, passphrase: string, cost: Cost): Promise<Buffer> {
  if ([...plainPassphrase(passphrase)].length < LEAST_PASSPHRASE)
    throw new ProblemError('encryption-passphrase-short', { limit: LEAST_PASSPHRASE });
  const salt = randomBytes(SALT);
  const bound = Buffer.alloc(12 + SALT);
  bound.writeUInt32BE(cost.memory, 0);
  bound.writeUInt32BE(cost.passes, 4);
  bound.writeUInt32BE(cost.lanes, 8);
  salt.copy(bound, 12);
  return Buffer.concat([bound, wrapped(await passphraseKey(passphrase, cost, salt), bound, key)]);
}

function newRecovery(key: Buffer): { slot: Buffer; text: string } {
  const bytes = randomBytes(RECOVERY_BYTES);
  const salt = randomBytes(SALT);
  const slot = Buffer.concat([salt, wrapped(subkey(bytes, salt, 'recovery'), salt, key)]);
  return { slot, text: writeRecoveryKey(bytes) };
}

function wrapped(own: Buffer, bound: Buffer, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const box = Buffer.concat([nonce, encrypt(own, nonce, bound, key)]);
  own.fill(0);
  return box;
}

function unwrapped(header: Header, own: Buffer, bound: Buffer, box: Buffer, wrong: string): Buffer {
  const key = decrypt(own, box.subarray(0, NONCE), bound, box.subarray(NONCE));
  own.fill(0);
  if (!key) throw new ProblemError(wrong);
  if (!isKeyOf(header, key)) throw new ProblemError('encryption-damaged');
  return key;
}

/** However it was typed: with accents or kana, and in full width or half, it is the same one from any keyboard. */
function plainPassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** Argon2id. Loaded only when it is needed: the start of the app has no use for it. */
export async function passphraseKey(passphrase: string, cost: Cost, salt: Uint8Array): Promise<Buffer> {
  const { argon2id } = await import('hash-wasm');
  const key = await argon2id({
    password: Buffer.from(plainPassphrase(passphrase), 'utf8'),
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: KEY,
    outputType: 'binary',
  });
  return Buffer.from(key);
}
