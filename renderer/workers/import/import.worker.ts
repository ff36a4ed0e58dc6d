import '../../platform/jitless.ts';
import { matchReimport, type OldText } from '#shared/edit/reimport.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadOptions, ReadResult, TranscriptFile } from '#shared/transcript/result.ts';
import { exposeService } from '../expose.ts';

const service = {
  read: (
    file: TranscriptFile,
    options: Pick<ReadOptions, 'company' | 'encoding' | 'taught' | 'format'>,
    onProgress: (done: number) => void,
  ) => readTranscript(file, { ...options, onProgress }),

  matchReimport: (old: OldText, result: ReadResult) => matchReimport(old, result),
};
export type ImportService = typeof service;

exposeService(service);
