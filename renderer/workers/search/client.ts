import { proxy, type Remote, wrap } from 'comlink';
import type { Id } from '#shared/model/basics.ts';
import { noted, type Problem, ProblemError, problem, type Result } from '#shared/model/problem.ts';
import type { PackedHits } from '#shared/search/packed-hits.ts';
import type { Answer, FoundPlaces, PlaceUnit, SearchRequest } from '#shared/search/request.ts';
import { databaseName } from '../../store/database.ts';
import { indexDatabaseName } from './names.ts';
import type { SearchService } from './search.worker.ts';

/** Where reading stands. */
export type SearchProgress =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly share: number }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly problem: Problem };

/** The search of one open workspace, in a worker of its own. */
export class SearchClient {
  readonly #worker: Worker;
  readonly #service: Remote<SearchService>;
  readonly #onProgress: (progress: SearchProgress) => void;
  readonly #onRead: () => void;
  #nextId = 1;
  #closed = false;

  /**
   * @param onProgress how far the first reading is
   * @param onRead after each change that can be found from now on
   */
  constructor(onProgress: (progress: SearchProgress) => void, onRead: () => void) {
    this.#onProgress = onProgress;
    this.#onRead = onRead;
    this.#worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('error', (event) =>
      this.#tell({
        state: 'failed',
        problem: problem('search-failed', { reason: noted(event.message, 'search') }),
      }),
    );
    this.#service = wrap<SearchService>(this.#worker);
  }

  /** Opens a workspace: its index as it was kept, or, where there is none that is good, one that is built now. */
  async open(storeId: string): Promise<void> {
    const databases = { rows: databaseName(storeId), index: indexDatabaseName(storeId) };
    const progress = proxy((share: number) => this.#tell({ state: 'reading', share }));
    this.#outcome(await this.#service.open(databases, progress), { state: 'ready' });
  }

  /** The journal has something new to say. */
  async follow(): Promise<void> {
    this.#outcome(await this.#service.follow(), null);
  }

  /**
   * @returns null when there is nothing to ask yet
   * @throws ProblemError; an AbortError when `signal` was given up
   */
  ask(request: SearchRequest, signal?: AbortSignal): Promise<Answer | null> {
    return this.#question((id) => this.#service.ask(id, request), signal);
  }

  /** Where one dialogue has hits. @returns null, @throws as `ask` */
  inDialogue(request: SearchRequest, dialogueId: Id, signal?: AbortSignal): Promise<PackedHits | null> {
    return this.#question((id) => this.#service.inDialogue(id, request, dialogueId), signal);
  }

  /** Stretches with hits, to be coded. @returns null, @throws as `ask` */
  places(
    request: SearchRequest,
    unit: PlaceUnit,
    limit: number,
    signal?: AbortSignal,
  ): Promise<FoundPlaces | null> {
    return this.#question((id) => this.#service.places(id, request, unit, limit), signal);
  }

  async #question<R>(put: (id: number) => Promise<Result<R>>, signal: AbortSignal | undefined): Promise<R> {
    signal?.throwIfAborted();
    const id = this.#nextId++;
    const withdraw = () => void this.#service.withdraw(id);
    signal?.addEventListener('abort', withdraw, { once: true });
    try {
      const result = await put(id);
      signal?.throwIfAborted();
      if (!result.ok) throw new ProblemError(result.problem.code, result.problem.params);
      return result.value;
    } finally {
      signal?.removeEventListener('abort', withdraw);
    }
  }

  close(): void {
    this.#closed = true;
    this.#worker.terminate();
  }

  #outcome(result: Result<unknown>, progress: SearchProgress | null): void {
    if (!result.ok) this.#tell({ state: 'failed', problem: result.problem });
    else if (progress) this.#tell(progress);
    if (!this.#closed) this.#onRead();
  }

  #tell(progress: SearchProgress): void {
    if (!this.#closed) this.#onProgress(progress);
  }
}
