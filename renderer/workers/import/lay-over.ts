import { wrap } from 'comlink';
import type { OldText, Replacement } from '#shared/edit/reimport.ts';
import { ProblemError, type Result } from '#shared/model/problem.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import type { ImportService } from './import.worker.ts';

/**
 * Lays a corrected text over a dialogue beside the window (`layOver`): long texts take seconds. Aborting ends the
 * worker at once, and the promise is never settled.
 * @throws ProblemError as `layOver`
 */
export async function layOverInWorker(
  old: OldText,
  result: ReadResult,
  signal: AbortSignal,
): Promise<Replacement> {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  try {
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message || 'import')));
    });
    const laying: Promise<Result<Replacement>> = wrap<ImportService>(worker).layOver(old, result);
    const answer = await Promise.race([laying, failed]);
    if (!answer.ok) throw new ProblemError(answer.problem.code, answer.problem.params);
    return answer.value;
  } finally {
    worker.terminate();
  }
}
