import type { Change } from '#shared/change/change-set.ts';
import { noted } from '#shared/model/problem.ts';
import { isSearched } from '#shared/search/rows.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { RowsReader } from './rows-reader.ts';
import { IndexStorage, type ReadUpTo } from './storage.ts';

/** Documents from which on what an index was built in is so much that it is worth to begin anew. */
const LARGE = 30_000;

/** How long nothing must have happened before segments are put together, and before the index is written, in ms. */
const TIDY_AFTER = 400;
const SAVE_AFTER = 3_000;
/**
 * How often those who wait hear how far reading is, in milliseconds, and by what share more at least: whoever hears it
 * asks anew, and a question to a large workspace must come to its end before.
 */
const REPORTED_EVERY = 200;
const REPORTED_SHARE = 0.02;

/** The databases of a workspace: its rows, and where its index is kept. */
export interface Databases {
  readonly rows: string;
  readonly index: string;
}

/** Where the index came from. */
export type Origin = 'stored' | 'built';

/**
 * The search of one workspace: takes up the index as it was kept, or builds it; follows the journal; and keeps the
 * index for the next start. Reading, answering and housekeeping take turns in small steps.
 */
export class SearchKeeper {
  #search: WorkspaceSearch | null = null;
  #reader: RowsReader | null = null;
  #storage: IndexStorage | null = null;
  #upTo: ReadUpTo = { seq: 0, entry: null };
  #turn: Promise<unknown> = Promise.resolve();
  /** Entries are followed one after another, behind the first reading. */
  #following: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tidying = false;
  /** Told once a large index that was built here is kept; null = nobody is to be told (any more). */
  #kept: (() => void) | null = null;
  #closed = false;

  readonly #large: number;

  /** @param large documents from which on an index is a large one */
  constructor(large = LARGE) {
    this.#large = large;
  }

  /** Null until there is something to ask. */
  get search(): WorkspaceSearch | null {
    return this.#search;
  }

  /** Does a piece of work when no other is under way: a question never waits for more than a slice of reading. */
  inTurn<R>(work: () => R | Promise<R>): Promise<R> {
    const run = this.#turn.then(work);
    this.#turn = run.catch(() => undefined);
    return run;
  }

  /**
   * Opens a workspace; questions are answered as soon as there is anything to answer them from.
   * @param progress hears what share of the texts has been read, 0–1; not called where the index was kept
   * @param kept hears once a large index that had to be built is kept. From then on nothing is written here: another
   *   keeper may take up what was
   */
  open(databases: Databases, progress: (share: number) => void, kept?: () => void): Promise<Origin> {
    const opening = this.#open(databases, progress, kept);
    this.#following = opening.catch(() => {
      // What was read in part must not be taken for all there is, nor be kept.
      this.#search = null;
      this.#reader?.close();
    });
    return opening;
  }

  async #open(
    { rows, index }: Databases,
    progress: (share: number) => void,
    kept?: () => void,
  ): Promise<Origin> {
    this.#reader = await RowsReader.open(rows);
    this.#storage = new IndexStorage(index);
    const head = await this.#reader.head();
    const [state, stored] = await Promise.all([
      this.#reader.rows(),
      this.#storage.load().catch((thrown: unknown) => this.#withoutStorage(thrown)),
    ]);
    const search = new WorkspaceSearch(state);
    if (stored && (await this.#agrees(stored.upTo, head))) {
      search.restore(stored.segments);
      this.#storage?.adopt(stored.segments, search.index.segments);
      this.#upTo = stored.upTo;
      await this.#catchUp(search);
      this.#search = search;
      this.#settle();
      return 'stored';
    }
    this.#search = search;
    const last = head === 0 ? undefined : await this.#reader.entry(head);
    await this.#read(search.build(), progress);
    this.#upTo = { seq: last?.seq ?? 0, entry: last?.id ?? null };
    await this.#catchUp(search);
    if (search.index.size >= this.#large) this.#kept = kept ?? null;
    this.#settle();
    return 'built';
  }

  /** Follows what the journal has beyond what was read. */
  follow(): Promise<void> {
    const work = this.#following.then(async () => {
      if (this.#search && !this.#closed) await this.#catchUp(this.#search);
    });
    this.#following = work.catch(() => undefined);
    return work;
  }

  async #catchUp(search: WorkspaceSearch): Promise<void> {
    const entries = (await this.#reader?.entriesAfter(this.#upTo.seq)) ?? [];
    const last = entries.at(-1);
    if (!last) return;
    const changes: Change[] = [];
    for (const entry of entries) {
      for (const change of entry.changes) if (isSearched(change.table)) changes.push(change);
    }
    if (changes.length > 0) await this.#read(search.follow(changes));
    this.#upTo = { seq: last.seq, entry: last.id };
    this.#settle();
  }

  /** Whether what was stored is of this journal, and not of one that was put in its place since. */
  async #agrees({ seq, entry }: ReadUpTo, head: number): Promise<boolean> {
    if (seq > head) return false;
    return seq === 0 ? entry === null : (await this.#reader?.entry(seq))?.id === entry;
  }

  async #read(steps: Generator<number>, progress?: (share: number) => void): Promise<void> {
    let reportedAt = 0;
    let reported = 0;
    for (;;) {
      const step = await this.inTurn(() => {
        const until = performance.now() + SLICE;
        let next = steps.next();
        while (!next.done && performance.now() < until) next = steps.next();
        return next;
      });
      if (step.done || this.#closed) return;
      if (
        progress &&
        performance.now() - reportedAt > REPORTED_EVERY &&
        step.value - reported >= REPORTED_SHARE
      ) {
        reportedAt = performance.now();
        reported = step.value;
        progress(step.value);
      }
      await breath();
    }
  }

  /** Something was read: once it has been quiet for a while, the index is tidied and kept. */
  #settle(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#tidy(), TIDY_AFTER);
  }

  async #tidy(): Promise<void> {
    const search = this.#search;
    if (!search || this.#tidying) return this.#settle();
    this.#tidying = true;
    const { seq } = this.#upTo;
    try {
      const steps = search.tidy();
      while (!this.#closed && !(await this.inTurn(() => steps.next())).done) await breath();
    } catch (thrown) {
      // The segments are as they were: untidy, but whole.
      noted(thrown, 'search index, tidying');
    } finally {
      this.#tidying = false;
    }
    if (this.#closed || seq !== this.#upTo.seq) return;
    this.#timer = setTimeout(() => void this.#keep(), SAVE_AFTER - TIDY_AFTER);
  }

  async #keep(): Promise<void> {
    const kept = this.#kept;
    if ((await this.save()) === 0 || !kept) return;
    this.#kept = null;
    this.#storage?.close();
    this.#storage = null;
    kept();
  }

  /** Keeps the index as it is for the next start. @returns bytes written */
  async save(): Promise<number> {
    const storage = this.#storage;
    const search = this.#search;
    if (!storage || !search || this.#closed) return 0;
    try {
      return await storage.save(search.index.segments, this.#upTo, () => this.inTurn(breath));
    } catch (thrown) {
      this.#withoutStorage(thrown);
      return 0;
    }
  }

  /** What cannot be kept (a full disk, a damaged database) can be built: search goes on, and the disk gets its room back. */
  #withoutStorage(thrown: unknown): null {
    noted(thrown, 'search index');
    const storage = this.#storage;
    this.#storage = null;
    if (!this.#closed) storage?.remove().catch(noted);
    return null;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#reader?.close();
    this.#storage?.close();
  }
}

/** How long reading may keep a question waiting, in milliseconds. */
const SLICE = 8;

/** Lets messages that have come in be handled. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
