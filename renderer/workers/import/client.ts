import { proxy, wrap } from 'comlink';
import { noted, ProblemError, type Result } from '#shared/model/problem.ts';
import type { ReadOptions, ReadResult, TranscriptFile } from '#shared/transcript/result.ts';
import type { ImportService } from './import.worker.ts';

/** What reading may take before it is given up: hostile files can keep a reader busy for ever. Milliseconds. */
const TIME_LIMIT = 60_000;

/**
 * Reads a transcript beside the window, which stays free. Aborting ends the worker at once.
 * @param watch `onProgress` is told how far the work is, 0 to 1
 * @throws ProblemError as `readTranscript`; `import-cancelled` when aborted, `import-too-slow` after a minute
 */
export async function readInWorker(
  file: TranscriptFile,
  { company = [], encoding }: ReadOptions,
  { signal, onProgress = () => {} }: { signal?: AbortSignal; onProgress?: (done: number) => void } = {},
): Promise<ReadResult> {
  if (signal?.aborted) throw new ProblemError('import-cancelled', { name: file.name });
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = () => {};
  try {
    const stopped = new Promise<never>((_, reject) => {
      const stop = (code: string, params = {}) =>
        reject(new ProblemError(code, { name: file.name, ...params }));
      onAbort = () => stop('import-cancelled');
      signal?.addEventListener('abort', onAbort);
      timer = setTimeout(() => stop('import-too-slow', { seconds: TIME_LIMIT / 1000 }), TIME_LIMIT);
      // A worker that runs out of memory or fails to start ends here.
      worker.addEventListener('error', (event) =>
        stop('file-unreadable', { reason: noted(event.message, 'import') }),
      );
    });
    const service = wrap<ImportService>(worker);
    // The bytes are copied, not handed over: the window still stores them with the dialogue.
    const reading: Promise<Result<ReadResult>> = service.read(
      file,
      { company: [...company], ...(encoding !== undefined && { encoding }) },
      proxy(onProgress),
    );
    const result = await Promise.race([reading, stopped]);
    if (!result.ok) throw new ProblemError(result.problem.code, result.problem.params);
    return result.value;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    worker.terminate();
  }
}
