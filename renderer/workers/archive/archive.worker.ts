import '../../platform/jitless.ts';
import { type ArchiveContent, checkWorkable, packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { type BlindCopyRequest, blindCopyContent, blindCopyState } from '#shared/coding/blind-copy.ts';
import type { Language } from '#shared/i18n/index.ts';
import { newId, textIn } from '#shared/model/basics.ts';
import { ProblemError, problemOf } from '#shared/model/problem.ts';
import { readStore } from '../../store/rows.ts';
import type { UnpackedArchive } from '../../store/workspace.ts';
import { exposeService, moving } from '../expose.ts';
import { protect, unprotect } from './protected.ts';
import { asUnpacked } from './unpacked.ts';

/** Reads a file back before it is said to be saved. @throws ProblemError `copy-contradicts` */
async function requireReadable(bytes: Uint8Array): Promise<void> {
  try {
    checkWorkable(await unpackArchive(bytes));
  } catch (thrown) {
    const { part = '–' } = problemOf(thrown).params;
    throw new ProblemError('copy-contradicts', { part }, { cause: thrown });
  }
}

/** What a blind copy is made for; which entry of the log it shows is found where the rows are read. */
export interface BlindCopyOrder extends Omit<BlindCopyRequest, 'seq'> {
  readonly language: Language;
  /** Version of the app. */
  readonly app: string;
  readonly device: string;
}

/** A workspace file for a second coder, and the name of the workspace that it was made of. */
export interface PackedCopy {
  readonly bytes: Uint8Array;
  readonly madeOf: string;
}

/** @throws ProblemError `copy-contradicts` */
async function pack(content: ArchiveContent, onProgress: (done: number) => void): Promise<Uint8Array> {
  const bytes = await packArchive(content);
  onProgress(0.5);
  await requireReadable(bytes);
  return moving(bytes, [bytes.buffer]);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

const service = {
  pack,

  packBlindCopy: async (
    storeId: string,
    { language, app, device, ...request }: BlindCopyOrder,
    onProgress: (done: number) => void,
  ): Promise<PackedCopy> => {
    const { state, seq } = await readStore(storeId);
    const copy = blindCopyState(state, { ...request, seq });
    const name = textIn(copy.workspace[0]?.name, language);
    const stamp = { id: newId(), at: request.at, actor: request.maker, device };
    const bytes = await pack(blindCopyContent(copy, { name, app, stamp }), onProgress);
    return moving({ bytes, madeOf: textIn(state.workspace[0]?.name, language) }, [bytes.buffer]);
  },

  unpack: async (bytes: Uint8Array, onProgress: (done: number) => void): Promise<UnpackedArchive> => {
    const archive = await unpackArchive(bytes);
    onProgress(0.5);
    checkWorkable(archive);
    return asUnpacked(archive);
  },

  /** A workspace file under a passphrase; opened again before it is said to be saved. */
  protect: async (bytes: Uint8Array, passphrase: string, onProgress: (done: number) => void) => {
    const made = await protect(bytes, passphrase);
    onProgress(0.5);
    if (!isSame(await unprotect(made, passphrase), bytes)) throw new ProblemError('protected-damaged');
    return moving(made, [made.buffer as ArrayBuffer]);
  },

  /** @throws ProblemError as `unprotect` of `protected.ts` */
  unprotect: async (bytes: Uint8Array, passphrase: string) => {
    const clear = await unprotect(bytes, passphrase);
    return moving(clear, [clear.buffer as ArrayBuffer]);
  },
};
export type ArchiveService = typeof service;

exposeService(service);
