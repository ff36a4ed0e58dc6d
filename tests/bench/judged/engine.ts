import type { Collection } from './collection.ts';

/** Answers with ids of documents, best first. */
export interface Searcher {
  /** @param meeting only what was said in this meeting; null = anywhere */
  rank(query: string, limit: number, meeting?: string | null): string[];
}

/** A search engine to be judged. */
export interface Engine {
  readonly name: string;
  /** Only for collections in Japanese. */
  readonly japaneseOnly?: boolean;
  build(collection: Collection): Searcher;
}
