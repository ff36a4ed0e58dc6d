import '../../app/jitless.ts';
import { expose } from 'comlink';
import { ok, problemOf, type Result } from '#shared/model/problem.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadResult, TranscriptFile } from '#shared/transcript/result.ts';

const service = {
  read: async (
    file: TranscriptFile,
    company: readonly string[],
    onProgress: (done: number) => void,
  ): Promise<Result<ReadResult>> => {
    try {
      return ok(await readTranscript(file, { company, onProgress }));
    } catch (thrown) {
      return { ok: false, problem: problemOf(thrown) };
    }
  },
};
export type ImportService = typeof service;

expose(service);
