import type { OldText, Replacement } from '#shared/edit/reimport.ts';
import { problem } from '#shared/model/problem.ts';
import type { ReadOptions, ReadResult, TranscriptFile } from '#shared/transcript/result.ts';
import { type Progress, runTask } from '../task.ts';
import type { ImportService } from './import.worker.ts';

const start = () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });

/** Started ahead for the next text; null = none. */
let spare: Worker | null = null;

/** Starts a worker before there is a text: loading its code takes longer than most texts take to be read. */
export function prepareReading(): void {
  if (spare) return;
  const worker = start();
  // One that cannot be started is told of where it is asked for a reading.
  worker.onerror = () => {
    worker.terminate();
    if (spare === worker) spare = null;
  };
  spare = worker;
}

function prepared(): Worker {
  const worker = spare ?? start();
  worker.onerror = null;
  spare = null;
  return worker;
}

/** Hostile files can keep a reader busy for ever; a long honest one is read in seconds, tenfold where much else runs. */
const READING_LIMIT = 120;
/** Nothing hostile, and no steps to tell of: the longest texts take seconds. */
const COMPARING_LIMIT = 300;

/**
 * Reads a transcript beside the window, which stays free. Aborting ends the worker at once.
 * @param watch `onProgress` is called with how far the work is, 0 to 1
 * @throws ProblemError as `readTranscript`; `import-cancelled` when aborted, `import-too-slow` when it gets no further
 */
export function readInWorker(
  file: TranscriptFile,
  { company = [], encoding, taught, format }: ReadOptions,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: Progress } = {},
): Promise<ReadResult> {
  const { name } = file;
  const options = {
    company: [...company],
    ...(encoding !== undefined && { encoding }),
    ...(taught && { taught }),
    ...(format !== undefined && { format }),
  };
  return runTask<ImportService, ReadResult>(
    prepared,
    // The bytes are copied, not handed over: the window still stores them with the dialogue.
    (service, progress) => service.read(file, options, progress),
    {
      doing: 'import',
      limit: READING_LIMIT,
      failed: (reason) => problem('file-unreadable', { name, reason }),
      tooSlow: (seconds) => problem('import-too-slow', { name, seconds }),
      signal,
      cancelled: problem('import-cancelled', { name }),
      onProgress,
    },
  );
}

/**
 * Matches a corrected text with a dialogue in a worker (`matchReimport`): long texts take seconds.
 * @throws ProblemError as `matchReimport`; `task-cancelled` when aborted, which ends the worker at once
 */
export function matchReimportInWorker(
  old: OldText,
  result: ReadResult,
  signal: AbortSignal,
): Promise<Replacement> {
  return runTask<ImportService, Replacement>(start, (service) => service.matchReimport(old, result), {
    doing: 'compare',
    limit: COMPARING_LIMIT,
    signal,
  });
}
