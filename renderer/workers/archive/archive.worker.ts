import '../../platform/jitless.ts';
import { expose, transfer } from 'comlink';
import { type ArchiveContent, checkWorkable, packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { ok, ProblemError, problemOf, type Result } from '#shared/model/problem.ts';
import { keepWorkerDetails } from '../../platform/details.ts';
import type { UnpackedArchive } from '../../store/workspace.ts';

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
  pack: async (content: ArchiveContent): Promise<Result<Uint8Array>> => {
    try {
      const bytes = await packArchive(content);
      await requireReadable(bytes);
      return transfer(ok(bytes), [bytes.buffer]);
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },
  unpack: async (bytes: Uint8Array): Promise<Result<UnpackedArchive>> => {
    try {
      const archive = await unpackArchive(bytes);
      checkWorkable(archive);
      const { state, ...rest } = archive;
      return ok({ ...rest, stateJson: JSON.stringify(state) });
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },
};
export type ArchiveService = typeof service;

keepWorkerDetails();
expose(service);
