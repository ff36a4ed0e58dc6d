import { proxy } from 'comlink';
import type { IdOf } from '#shared/model/id.ts';
import { type Problem, problem, problemOf } from '#shared/model/problem.ts';
import type { PackedHits } from '#shared/search/packed-hits.ts';
import type { Answer, FoundRanges, RangeUnit, SearchRequest } from '#shared/search/request.ts';
import { databaseName } from '../../store/database.ts';
import { RequestLink } from '../link.ts';
import type { Databases } from './keeper.ts';
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
  #link: RequestLink<SearchService>;
  readonly #onProgress: (progress: SearchProgress) => void;
  readonly #onRead: () => void;
  /** Takes the place of the other once it is ready. */
  #fresh: RequestLink<SearchService> | null = null;
  #closed = false;

  /**
   * @param onProgress how far the first reading is
   * @param onRead after each change that can be found from now on
   */
  constructor(onProgress: (progress: SearchProgress) => void, onRead: () => void) {
    this.#onProgress = onProgress;
    this.#onRead = onRead;
    this.#link = this.#start();
  }

  #start(): RequestLink<SearchService> {
    const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
    const link: RequestLink<SearchService> = new RequestLink(worker, 'search', (reason) => {
      const failure = problem('search-failed', { reason });
      if (link === this.#link) this.#tell({ state: 'failed', problem: failure });
      return failure;
    });
    return link;
  }

  /** Opens a workspace: its index as it was kept, or, where there is none that is good, one that is built now. */
  async open(storeId: string): Promise<void> {
    const databases = { rows: databaseName(storeId), index: indexDatabaseName(storeId) };
    // Progress comes by a channel of its own, and may be heard after the answer that ends it.
    let reading = true;
    const progress = proxy((share: number) => {
      if (reading) this.#tell({ state: 'reading', share });
    });
    const kept = proxy(() => void this.#renew(databases));
    await this.#read(() => this.#link.request((service) => service.open(databases, progress, kept)), true);
    reading = false;
  }

  /**
   * What a large index was built in does not shrink again: another worker takes up what was kept, and then the place of
   * the first, which answers until then. Where it cannot, the first goes on.
   */
  async #renew(databases: Databases): Promise<void> {
    if (this.#closed) return;
    const fresh = this.#start();
    this.#fresh = fresh;
    const silent = proxy(() => {});
    try {
      await fresh.request((service) => service.open(databases, silent));
    } catch {
      fresh.close();
      return;
    }
    if (this.#closed) return;
    const built = this.#link;
    this.#link = fresh;
    this.#fresh = null;
    built.retire();
    await this.follow();
  }

  /** The journal has something new to say. */
  async follow(): Promise<void> {
    await this.#read(() => this.#link.request((service) => service.follow()), false);
  }

  /**
   * @returns null when there is nothing to ask yet
   * @throws ProblemError; an AbortError when `signal` was given up
   */
  ask(request: SearchRequest, signal?: AbortSignal): Promise<Answer | null> {
    return this.#link.withdrawable((service, id) => service.ask(id, request), signal);
  }

  /** Where one dialogue has hits. @returns null, @throws as `ask` */
  inDialogue(
    request: SearchRequest,
    dialogueId: IdOf<'dialogues'>,
    signal?: AbortSignal,
  ): Promise<PackedHits | null> {
    return this.#link.withdrawable((service, id) => service.inDialogue(id, request, dialogueId), signal);
  }

  /** Ranges with hits, to be coded. @returns null, @throws as `ask` */
  places(
    request: SearchRequest,
    unit: RangeUnit,
    limit: number,
    signal?: AbortSignal,
  ): Promise<FoundRanges | null> {
    return this.#link.withdrawable((service, id) => service.places(id, request, unit, limit), signal);
  }

  close(): void {
    this.#closed = true;
    this.#link.close();
    this.#fresh?.close();
  }

  /** What could not be read is reported, not thrown: nobody waits for it. */
  async #read(work: () => Promise<unknown>, first: boolean): Promise<void> {
    try {
      await work();
      if (first) this.#tell({ state: 'ready' });
    } catch (thrown) {
      this.#tell({ state: 'failed', problem: problemOf(thrown) });
    }
    if (!this.#closed) this.#onRead();
  }

  #tell(progress: SearchProgress): void {
    if (!this.#closed) this.#onProgress(progress);
  }
}
