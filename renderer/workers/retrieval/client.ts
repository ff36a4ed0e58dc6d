import { type Remote, wrap } from 'comlink';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import type { Scene } from '#shared/chart/scene.ts';
import { ProblemError, type Result } from '#shared/model/problem.ts';
import type { Find } from '#shared/retrieval/find.ts';
import type { RetrievalAnswer, RetrievalFrame, RetrievalRequest } from '#shared/retrieval/retriever.ts';
import type { ToldSheet } from '#shared/retrieval/sheet.ts';
import type { RetrievalService, StaleTable } from './retrieval.worker.ts';

/** Questions to the coded passages of one open workspace, in a worker that reads the database by itself. */
export class RetrievalClient {
  readonly #storeId: string;
  readonly #worker: Worker;
  readonly #service: Remote<RetrievalService>;
  readonly #broken: Promise<never>;
  /** What changed since it was read; null = nothing was read yet. */
  #stale: Set<StaleTable> | null = null;
  #nextId = 1;

  constructor(storeId: string) {
    this.#storeId = storeId;
    this.#worker = new Worker(new URL('./retrieval.worker.ts', import.meta.url), { type: 'module' });
    this.#broken = new Promise((_, reject) => {
      this.#worker.addEventListener('error', ({ message }) => reject(new Error(message || 'retrieval')));
    });
    this.#broken.catch(() => undefined);
    this.#service = wrap<RetrievalService>(this.#worker);
  }

  /** Tells that tables were written to: they are read again before the next question is answered. */
  outdate(tables: Iterable<StaleTable>): void {
    for (const table of tables) this.#stale?.add(table);
  }

  frame(): Promise<RetrievalFrame> {
    return this.#ask(() => this.#service.frame());
  }

  /** @throws ProblemError; an AbortError when `signal` was given up */
  answer(request: RetrievalRequest, signal: AbortSignal): Promise<RetrievalAnswer> {
    return this.#question((id) => this.#service.answer(id, request), signal);
  }

  /** The finds `[from, to)` of a list. @throws as `answer` */
  page(request: RetrievalRequest, from: number, to: number, signal: AbortSignal): Promise<readonly Find[]> {
    return this.#question((id) => this.#service.page(id, request, from, to), signal);
  }

  /** The table of passages as it may leave the office. */
  sheet(request: RetrievalRequest, choices: LeakChoices = {}): Promise<ToldSheet> {
    return this.#ask(() => this.#service.sheet(request, choices));
  }

  /** A cross table as it may leave the office. */
  cross(request: RetrievalRequest): Promise<string> {
    return this.#ask(() => this.#service.cross(request));
  }

  /** The picture of new issues as it may leave the office. */
  picture(request: RetrievalRequest): Promise<Scene> {
    return this.#ask(() => this.#service.picture(request));
  }

  close(): void {
    this.#worker.terminate();
  }

  async #question<R>(put: (id: number) => Promise<Result<R | null>>, signal: AbortSignal): Promise<R> {
    signal.throwIfAborted();
    const id = this.#nextId++;
    const withdraw = () => void this.#service.withdraw(id);
    signal.addEventListener('abort', withdraw, { once: true });
    try {
      const value = await this.#ask(() => put(id));
      signal.throwIfAborted();
      if (value === null) throw new DOMException('withdrawn', 'AbortError');
      return value;
    } finally {
      signal.removeEventListener('abort', withdraw);
    }
  }

  async #ask<R>(put: () => Promise<Result<R>>): Promise<R> {
    // The worker takes one message after another: what is read here is there for the question behind it.
    const fresh = this.#refresh();
    const asked = put();
    const result = await Promise.race([fresh.then(() => asked), this.#broken]);
    if (!result.ok) throw new ProblemError(result.problem.code, result.problem.params);
    return result.value;
  }

  async #refresh(): Promise<void> {
    if (this.#stale?.size === 0) return;
    const stale = this.#stale;
    this.#stale = new Set();
    const result = await this.#service.read(this.#storeId, [...(stale ?? [])]);
    if (result.ok) return;
    // What could not be read is read before the next question.
    this.#stale = stale && new Set([...stale, ...this.#stale]);
    throw new ProblemError(result.problem.code, result.problem.params);
  }
}
