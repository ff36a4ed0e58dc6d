import '../../platform/jitless.ts';
import { expose } from 'comlink';
import { layOver, type OldText, type Replacement } from '#shared/edit/reimport.ts';
import { ok, problemOf, type Result } from '#shared/model/problem.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadOptions, ReadResult, TranscriptFile } from '#shared/transcript/result.ts';
import { keepWorkerDetails } from '../../platform/details.ts';

const service = {
  read: async (
    file: TranscriptFile,
    options: Pick<ReadOptions, 'company' | 'encoding'>,
    onProgress: (done: number) => void,
  ): Promise<Result<ReadResult>> => {
    try {
      return ok(await readTranscript(file, { ...options, onProgress }));
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },

  layOver: async (old: OldText, result: ReadResult): Promise<Result<Replacement>> => {
    try {
      return ok(layOver(old, result));
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },
};
export type ImportService = typeof service;

keepWorkerDetails();
expose(service);
