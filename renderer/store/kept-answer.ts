import { Dexie, type ObservabilitySet } from 'dexie';
import type { Database, ReadDb } from './database.ts';

type Answer<R> = { readonly value: R } | { readonly thrown: unknown };

/**
 * The answer to a question that is dear to answer, kept for every view that asks it. It is worked out when the first view
 * asks, and again for those that still do once a table that it was read from has changed; where nobody asks meanwhile it is
 * let go, and costs nothing until it is asked for again.
 */
export class KeptAnswer<R> {
  readonly #open: () => Database | null;
  readonly #question: (db: ReadDb) => Promise<R>;
  readonly #listeners = new Set<() => void>();
  #answer: Answer<R> | null = null;
  #database = '';
  #tables: ReadonlySet<string> = new Set();
  /** Counts what makes an answer that is being worked out one of the past. */
  #asked = 0;

  /** @param open the database to read; null = it is not open, and there is no answer */
  constructor(open: () => Database | null, question: (db: ReadDb) => Promise<R>) {
    this.#open = open;
    this.#question = question;
    Dexie.on.storagemutated.subscribe(this.#heed);
  }

  /** @returns undefined while it is worked out for the first time. @throws what the question threw */
  readonly get = (): R | undefined => {
    if (!this.#answer) return undefined;
    if ('thrown' in this.#answer) throw this.#answer.thrown;
    return this.#answer.value;
  };

  /** @returns a function that stops listening */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#answer && this.#listeners.size === 1) void this.#ask();
    return () => this.#listeners.delete(listener);
  };

  /** Whether a view shows it. */
  get wanted(): boolean {
    return this.#listeners.size > 0;
  }

  /** It is never asked for again. */
  close(): void {
    Dexie.on.storagemutated.unsubscribe(this.#heed);
    this.#asked += 1;
    this.#listeners.clear();
  }

  readonly #heed = (parts: ObservabilitySet): void => {
    // `idb://database/table/index`, or `all` where it is not known what has changed.
    const read = Object.keys(parts).some((part) => {
      const [, , database, table = ''] = part.split('/');
      return part === 'all' || (database === this.#database && this.#tables.has(table));
    });
    if (!read) return;
    if (this.wanted) void this.#ask();
    else {
      this.#asked += 1;
      this.#answer = null;
    }
  };

  async #ask(): Promise<void> {
    const mine = ++this.#asked;
    const db = this.#open();
    if (!db) return;
    const tables = new Set<string>();
    this.#database = db.name;
    const watched = new Proxy<ReadDb>(db, {
      get: (target, name) => {
        tables.add(String(name));
        return target[name as keyof ReadDb];
      },
    });
    // Heeded from the first read on: what changes while it is worked out makes it be asked once more.
    this.#tables = tables;
    let answer: Answer<R>;
    try {
      answer = { value: await this.#question(watched) };
    } catch (thrown) {
      answer = { thrown };
    }
    if (mine !== this.#asked) return;
    this.#answer = answer;
    for (const listener of [...this.#listeners]) listener();
  }
}
