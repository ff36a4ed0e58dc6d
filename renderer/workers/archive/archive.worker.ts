import '../../platform/jitless.ts';
import { type ArchiveContent, checkWorkable, packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { ProblemError, problemOf } from '#shared/model/problem.ts';
import type { UnpackedArchive } from '../../store/workspace.ts';
import { exposeService, moving } from '../expose.ts';

/** Reads a file back before it is said to be saved. @throws ProblemError `copy-contradicts` */
async function requireReadable(bytes: Uint8Array): Promise<void> {
  try {
    checkWorkable(await unpackArchive(bytes));
  } catch (thrown) {
    const { part = '–' } = problemOf(thrown).params;
    throw new ProblemError('copy-contradicts', { part }, { cause: thrown });
  }
}

const service = {
  pack: async (content: ArchiveContent, onProgress: (done: number) => void): Promise<Uint8Array> => {
    const bytes = await packArchive(content);
    onProgress(0.5);
    await requireReadable(bytes);
    return moving(bytes, [bytes.buffer]);
  },

  unpack: async (bytes: Uint8Array, onProgress: (done: number) => void): Promise<UnpackedArchive> => {
    const archive = await unpackArchive(bytes);
    onProgress(0.5);
    checkWorkable(archive);
    const { state, ...rest } = archive;
    return { ...rest, stateJson: JSON.stringify(state) };
  },
};
export type ArchiveService = typeof service;

exposeService(service);
