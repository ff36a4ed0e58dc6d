import { type Remote, wrap } from 'comlink';
import { noted, type Problem, type Result, valueOrThrow } from '#shared/model/problem.ts';
import type { Results } from './expose.ts';

/** A worker and what was asked of it. When it fails or is stopped, every request ends with the reason. */
export class WorkerLink<S> {
  readonly service: Remote<Results<S>>;
  readonly #worker: Worker;
  readonly #pending = new Set<(result: Result<never>) => void>();
  #ended: Problem | null = null;
  #retired = false;

  /**
   * @param doing what the worker does, in words of the code alone: for the log of errors
   * @param failed what it means that the worker failed; `reason` is the reference of what the log says
   */
  constructor(worker: Worker, doing: string, failed: (reason: string) => Problem) {
    this.#worker = worker;
    // Out of memory, not started, or an error that nobody caught.
    worker.addEventListener('error', ({ message }) =>
      this.stop(failed(noted(message || 'worker failed', doing))),
    );
    worker.addEventListener('messageerror', () => this.stop(failed(noted('message unreadable', doing))));
    this.service = wrap<Results<S>>(worker);
  }

  /** @throws ProblemError of the method, of the failure, or of `stop` */
  async request<R>(put: (service: Remote<Results<S>>) => Promise<Result<R>>): Promise<R> {
    if (this.#ended) return valueOrThrow({ ok: false, problem: this.#ended });
    let settle: (result: Result<never>) => void = () => {};
    const stopped = new Promise<Result<never>>((resolve) => {
      settle = resolve;
    });
    this.#pending.add(settle);
    try {
      return valueOrThrow(await Promise.race([put(this.service), stopped]));
    } finally {
      this.#pending.delete(settle);
      if (this.#retired && this.#pending.size === 0) this.close();
    }
  }

  /** Ends the worker and every request, now and later, with `problem`. */
  stop(problem: Problem): void {
    this.#ended ??= problem;
    this.#worker.terminate();
    for (const settle of this.#pending) settle({ ok: false, problem });
  }

  /** Ends the worker once everything that was asked of it is answered. */
  retire(): void {
    this.#retired = true;
    if (this.#pending.size === 0) this.close();
  }

  /** Ends the worker, of which nobody wants anything any more. Requests under way never settle. */
  close(): void {
    this.#worker.terminate();
  }
}

/** What a worker has whose requests can be withdrawn while they wait. */
interface Withdrawable {
  readonly withdraw: (id: number) => void;
}

/** A worker that answers many requests, each of which can be withdrawn. */
export class RequestLink<S extends Withdrawable> extends WorkerLink<S> {
  #nextId = 1;

  /** @throws as `request`; an AbortError when `signal` was given up */
  async withdrawable<R>(
    put: (service: Remote<Results<S>>, id: number) => Promise<Result<R>>,
    signal: AbortSignal | undefined,
  ): Promise<R> {
    signal?.throwIfAborted();
    const id = this.#nextId++;
    const withdraw = () => void (this.service as unknown as Remote<Withdrawable>).withdraw(id);
    signal?.addEventListener('abort', withdraw, { once: true });
    try {
      return await this.request((service) => put(service, id));
    } finally {
      signal?.removeEventListener('abort', withdraw);
      signal?.throwIfAborted();
    }
  }
}
