import { createHmac, randomBytes } from 'node:crypto';
import { ProblemError } from '#shared/model/problem.ts';
import { decrypt, encrypt, KEY, NONCE, subkey } from './crypto.ts';
import { openStream, sealStream } from './stream.ts';

/** What a file of a store is for. */
type Purpose = 'snapshot' | 'original' | 'drafts' | 'kept';
/** How a line of the log calls its content: as it is, or sealed. */
export type LineField = 'entry' | 'box';
/** Makes the content of a line, as JSON, out of an entry's JSON. @param before sum of the line before */
export type SealLine = (seq: number, before: string, json: Buffer) => Buffer;

/** How a store's content stands on disk: as it is, or encrypted. All of it passes through here, in both cases. */
export interface Sealer {
  readonly isSealed: boolean;
  readonly field: LineField;
  /** For the lines that are written from one opening, or one failed write, to the next. */
  beginLines(): SealLine;
  /** The entry's JSON. @returns null where this is not the content that was written here in the log */
  openLine(seq: number, before: string, content: Buffer): Buffer | null;
  seal(purpose: Purpose, bytes: Uint8Array): Uint8Array;
  /** @returns null where it is not what was sealed for this purpose */
  open(purpose: Purpose, bytes: Uint8Array): Uint8Array | null;
  /** Name of the file of an original. */
  originalName(sha256: string): string;
  /** Name of any other file, which tells whether it can be read. */
  fileName(name: string): string;
}

/** A store's folder, and how its content stands there. */
export interface Place {
  readonly folder: string;
  readonly sealer: Sealer;
}

export const PLAIN: Sealer = {
  isSealed: false,
  field: 'entry',
  beginLines: () => (_seq, _before, json) => json,
  openLine: (_seq, _before, content) => content,
  seal: (_purpose, bytes) => bytes,
  open: (_purpose, bytes) => bytes,
  originalName: (sha256) => sha256,
  fileName: (name) => name,
};

const RUN = 16;

/** Seals with the key of a workspace, out of which every purpose has a key of its own. */
export class KeySealer implements Sealer {
  readonly isSealed = true;
  readonly field = 'box';
  /** The workspace's key, for wrapping it anew. */
  readonly key: Buffer;
  readonly #files: Buffer;
  readonly #lines: Buffer;
  readonly #names: Buffer;
  /** The key of the run of lines that was read last. */
  #run: { readonly salt: Buffer; readonly key: Buffer } = { salt: Buffer.alloc(0), key: Buffer.alloc(KEY) };
  /** Keys of runs that were begun. */
  readonly #begun: Buffer[] = [];
  #wiped = false;

  /** @param storeSalt the store's own: two stores with one key have nothing in common then */
  constructor(key: Uint8Array, storeSalt: Uint8Array) {
    this.key = Buffer.from(key);
    this.#files = subkey(key, storeSalt, 'files');
    this.#lines = subkey(key, storeSalt, 'log');
    this.#names = subkey(key, storeSalt, 'names');
  }

  /**
   * A run of lines has a key of its own, by 16 random bytes that stand in each, and the number of the line is the
   * nonce. A number is written twice after a line that was cut off or refused, which is fatal to GCM under one key.
   */
  beginLines(): SealLine {
    this.#requireKey();
    const salt = randomBytes(RUN);
    const key = subkey(this.#lines, salt, 'lines');
    this.#begun.push(key);
    return (seq, before, json) => {
      this.#requireKey();
      const box = encrypt(key, lineNonce(seq), lineBound(seq, before), json);
      return Buffer.from(`"${Buffer.concat([salt, box]).toString('base64')}"`, 'latin1');
    };
  }

  openLine(seq: number, before: string, content: Buffer): Buffer | null {
    this.#requireKey();
    const text = content.toString('latin1');
    if (!/^"[A-Za-z0-9+/]+={0,2}"$/.test(text)) return null;
    const bytes = Buffer.from(text.slice(1, -1), 'base64');
    const salt = bytes.subarray(0, RUN);
    if (!this.#run.salt.equals(salt))
      this.#run = { salt: Buffer.from(salt), key: subkey(this.#lines, salt, 'lines') };
    return decrypt(this.#run.key, lineNonce(seq), lineBound(seq, before), bytes.subarray(RUN));
  }

  seal(purpose: Purpose, bytes: Uint8Array): Uint8Array {
    this.#requireKey();
    return sealStream(this.#files, purpose, bytes);
  }

  open(purpose: Purpose, bytes: Uint8Array): Uint8Array | null {
    this.#requireKey();
    return openStream(this.#files, purpose, bytes);
  }

  /** A hash of the content would tell anybody whether a document that they have is here. */
  originalName(sha256: string): string {
    this.#requireKey();
    return createHmac('sha256', this.#names).update(sha256, 'latin1').digest('hex');
  }

  fileName(name: string): string {
    return `${name.replace(/\.json(\.gz)?$/, '')}.sealed`;
  }

  /** Forgets the keys; nothing is sealed or opened with it afterwards. */
  wipe(): void {
    this.#wiped = true;
    const derived = [this.#files, this.#lines, this.#names, this.#run.key, ...this.#begun];
    for (const key of [this.key, ...derived]) key.fill(0);
  }

  /** A wiped key would seal with zeros. */
  #requireKey(): void {
    if (this.#wiped) throw new ProblemError('workspace-sealed');
  }
}

function lineNonce(seq: number): Buffer {
  const nonce = Buffer.alloc(NONCE);
  nonce.writeBigUInt64BE(BigInt(seq), NONCE - 8);
  return nonce;
}

function lineBound(seq: number, before: string): Buffer {
  return Buffer.from(`${seq}\n${before}`, 'latin1');
}
