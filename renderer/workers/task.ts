import { proxy, type Remote } from 'comlink';
import { type Problem, ProblemError, problem, type Result } from '#shared/model/problem.ts';
import type { Results } from './expose.ts';
import { WorkerLink } from './link.ts';

/** How far a task is, 0 to 1. */
export type Progress = (done: number) => void;

export interface Task {
  /** What is done, in words of the code alone: for the log of errors. */
  readonly doing: string;
  /** Seconds without progress after which it is given up. */
  readonly limit: number;
  /** What it means that the worker failed; `reason` is the reference of what the log says. */
  readonly failed?: (reason: string) => Problem;
  readonly tooSlow?: (seconds: number) => Problem;
  /** Aborting ends the worker at once. */
  readonly signal?: AbortSignal | undefined;
  readonly cancelled?: Problem;
  readonly onProgress?: Progress | undefined;
}

/** Parts of the time limit that are counted. */
const PARTS = 4;

/**
 * Runs one task in a worker of its own, which is ended afterwards: what it held is gone with it.
 * @param start makes the worker
 * @param work asks for the task; `progress` can be handed to the worker
 * @throws ProblemError of the task, or of what ended it
 */
export async function runTask<S, R>(
  start: () => Worker,
  work: (service: Remote<Results<S>>, progress: Progress) => Promise<Result<R>>,
  {
    doing,
    limit,
    failed = (reason) => problem('task-failed', { reason }),
    tooSlow = (seconds) => problem('task-too-slow', { seconds }),
    signal,
    cancelled = problem('task-cancelled'),
    onProgress = () => {},
  }: Task,
): Promise<R> {
  if (signal?.aborted) throw new ProblemError(cancelled.code, cancelled.params);
  const link = new WorkerLink<S>(start(), doing, failed);
  let idle = 0;
  let over = false;
  // Progress has a port of its own, so that it can come after the result.
  const progress = proxy((done: number) => {
    idle = 0;
    if (!over) onProgress(done);
  });
  // Counted in parts: a computer that slept, or a window that was busy, has had one of them pass and not all.
  const clock = setInterval(
    () => {
      idle += 1;
      if (idle > PARTS) link.stop(tooSlow(limit));
    },
    (limit * 1000) / PARTS,
  );
  const cancel = () => link.stop(cancelled);
  signal?.addEventListener('abort', cancel);
  try {
    return await link.request((service) => work(service, progress));
  } finally {
    over = true;
    clearInterval(clock);
    signal?.removeEventListener('abort', cancel);
    link.close();
  }
}
