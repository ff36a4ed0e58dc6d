import type { Collection } from './collection.ts';

/** Answers with ids of documents, best first. */
export interface Searcher {
  rank(query: string, limit: number): string[];
}

/** A search engine to be judged. */
export interface Engine {
  readonly name: string;
  /** Only for collections in Japanese. */
  readonly japaneseOnly?: boolean;
  build(collection: Collection): Searcher;
}
