import { proxy, type Remote, wrap } from 'comlink';
import type { Change } from '#shared/change/change-set.ts';
import { type Problem, ProblemError, type Result } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { isSearched, SEARCHED_TABLES, type SearchedState } from '#shared/search/rows.ts';
import type { Answer, SearchRequest } from '#shared/search/workspace-search.ts';
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
  /** Entries that came before there was anything to apply them to; null once there is. */
  #early: Change[][] | null = [];
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
      this.#tell({ state: 'failed', problem: { code: 'search-failed', params: { reason: event.message } } }),
    );
    this.#service = wrap<SearchService>(this.#worker);
  }

  async load(state: WorkspaceState): Promise<void> {
    const searched = Object.fromEntries(
      SEARCHED_TABLES.map((table) => [table, state[table]]),
    ) as SearchedState;
    const progress = proxy((share: number) => this.#tell({ state: 'reading', share }));
    const loading = this.#service.load(searched, progress);
    const early = this.#early ?? [];
    this.#early = null;
    // They wait in the worker until the first reading is done.
    for (const changes of early) void this.follow(changes);
    this.#outcome(await loading, { state: 'ready' });
  }

  /** Follows an entry of the journal. Entries may come before `load` is done, and twice. */
  async follow(changes: readonly Change[]): Promise<void> {
    const relevant = changes.filter(({ table }) => isSearched(table));
    if (relevant.length === 0) return;
    if (this.#early) this.#early.push(relevant);
    else this.#outcome(await this.#service.follow(relevant), null);
  }

  /**
   * @returns null when there is nothing to ask yet
   * @throws ProblemError; an AbortError when `signal` was given up
   */
  async ask(request: SearchRequest, signal?: AbortSignal): Promise<Answer | null> {
    signal?.throwIfAborted();
    const id = this.#nextId++;
    const withdraw = () => void this.#service.withdraw(id);
    signal?.addEventListener('abort', withdraw, { once: true });
    try {
      const result = await this.#service.ask(id, request);
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

  #outcome(result: Result<void>, progress: SearchProgress | null): void {
    if (!result.ok) this.#tell({ state: 'failed', problem: result.problem });
    else if (progress) this.#tell(progress);
    if (!this.#closed) this.#onRead();
  }

  #tell(progress: SearchProgress): void {
    if (!this.#closed) this.#onProgress(progress);
  }
}
