import type { Remote } from 'comlink';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import type { Scene } from '#shared/chart/scene.ts';
import { ok, problem, type Result } from '#shared/model/problem.ts';
import type { Find } from '#shared/retrieval/find.ts';
import type { RetrievalAnswer, RetrievalFrame, RetrievalRequest } from '#shared/retrieval/retriever.ts';
import type { RedactedSheet } from '#shared/retrieval/sheet.ts';
import type { Results } from '../expose.ts';
import { RequestLink } from '../link.ts';
import type { RetrievalService, StaleTable } from './retrieval.worker.ts';

type Service = Remote<Results<RetrievalService>>;

/** Questions to the coded passages of one open workspace, in a worker that reads the database by itself. */
export class RetrievalClient {
  readonly #storeId: string;
  readonly #link: RequestLink<RetrievalService>;
  /** What changed since it was read; null = nothing was read yet. */
  #stale: Set<StaleTable> | null = null;

  constructor(storeId: string) {
    this.#storeId = storeId;
    const worker = new Worker(new URL('./retrieval.worker.ts', import.meta.url), { type: 'module' });
    this.#link = new RequestLink(worker, 'retrieval', (reason) => problem('task-failed', { reason }));
  }

  /** Tells that tables were written to: they are read again before the next question is answered. */
  outdate(tables: Iterable<StaleTable>): void {
    for (const table of tables) this.#stale?.add(table);
  }

  frame(): Promise<RetrievalFrame> {
    return this.#ask((service) => service.frame());
  }

  /** @throws ProblemError; an AbortError when `signal` was given up */
  answer(request: RetrievalRequest, signal: AbortSignal): Promise<RetrievalAnswer> {
    return this.#question((service, id) => service.answer(id, request), signal);
  }

  /** The finds `[from, to)` of a list. @throws as `answer` */
  page(request: RetrievalRequest, from: number, to: number, signal: AbortSignal): Promise<readonly Find[]> {
    return this.#question((service, id) => service.page(id, request, from, to), signal);
  }

  /** The table of passages as it may leave the office. */
  sheet(request: RetrievalRequest, choices: LeakChoices = {}): Promise<RedactedSheet> {
    return this.#ask((service) => service.sheet(request, choices));
  }

  /** A cross table as it may leave the office. */
  cross(request: RetrievalRequest): Promise<string> {
    return this.#ask((service) => service.cross(request));
  }

  /** The picture of new issues as it may leave the office. */
  picture(request: RetrievalRequest): Promise<Scene> {
    return this.#ask((service) => service.picture(request));
  }

  close(): void {
    this.#link.close();
  }

  async #question<R>(
    put: (service: Service, id: number) => Promise<Result<R | null>>,
    signal: AbortSignal,
  ): Promise<R> {
    const value = await this.#link.withdrawable(
      (service, id) => this.#afterReading(() => put(service, id)),
      signal,
    );
    if (value === null) throw new DOMException('withdrawn', 'AbortError');
    return value;
  }

  #ask<R>(put: (service: Service) => Promise<Result<R>>): Promise<R> {
    return this.#link.request((service) => this.#afterReading(() => put(service)));
  }

  async #refresh(): Promise<Result<void>> {
    if (this.#stale?.size === 0) return ok(undefined);
    const stale = this.#stale;
    this.#stale = new Set();
    const result = await this.#link.service.read(this.#storeId, [...(stale ?? [])]);
    // What could not be read is read before the next question.
    if (!result.ok) this.#stale = stale && new Set([...stale, ...this.#stale]);
    return result;
  }

  /** The worker takes one message after another: what is read here is there for the question behind it. */
  async #afterReading<R>(put: () => Promise<Result<R>>): Promise<Result<R>> {
    const read = this.#refresh();
    const asked = put();
    const result = await read;
    return result.ok ? asked : result;
  }
}
