import { type Remote, wrap } from 'comlink';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import { noted, ProblemError, type Result } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Made, MakeRequest } from '#shared/sheet/make.ts';
import type { SheetReading, SheetResult, SheetState } from '#shared/sheet/read-sheet.ts';
import type { SheetService } from './sheet.worker.ts';

/** What a file may take before it is given up: a hostile one can keep a reader busy for ever. Milliseconds. */
const TIME_LIMIT = 60_000;

/**
 * Makes sheets or small copies beside the window; where names are left that nobody chose about, these instead.
 * @throws ProblemError as `makeSheets`; `sheets-cancelled`, `sheets-failed`
 */
export function makeInWorker(
  state: WorkspaceState,
  request: MakeRequest,
  choices: LeakChoices,
  signal: AbortSignal,
): Promise<Made> {
  return inWorker(signal, null, (service) => service.make(state, request, choices));
}

/**
 * Reads what came back beside the window, which stays free.
 * @throws ProblemError `sheets-cancelled`, `sheets-failed`, `import-too-slow`
 */
export function readInWorker(
  file: { name: string; bytes: Uint8Array },
  state: SheetState,
  reading: SheetReading,
  signal: AbortSignal,
): Promise<SheetResult> {
  return inWorker(signal, file.name, (service) => service.read(file, state, reading));
}

/** One worker a task: cancelling is ending it, and what it held is gone with it. */
async function inWorker<R>(
  signal: AbortSignal,
  name: string | null,
  work: (service: Remote<SheetService>) => Promise<Result<R>>,
): Promise<R> {
  if (signal.aborted) throw new ProblemError('sheets-cancelled');
  const worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = () => {};
  try {
    const stopped = new Promise<never>((_, reject) => {
      onAbort = () => reject(new ProblemError('sheets-cancelled'));
      signal.addEventListener('abort', onAbort);
      if (name !== null)
        timer = setTimeout(
          () => reject(new ProblemError('import-too-slow', { name, seconds: TIME_LIMIT / 1000 })),
          TIME_LIMIT,
        );
      worker.addEventListener('error', (event) =>
        reject(new ProblemError('sheets-failed', { reason: noted(event.message, 'sheet') })),
      );
    });
    const result = await Promise.race([work(wrap<SheetService>(worker)), stopped]);
    if (!result.ok) throw new ProblemError(result.problem.code, result.problem.params);
    return result.value;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    worker.terminate();
  }
}
