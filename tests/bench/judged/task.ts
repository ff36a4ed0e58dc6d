import { chance } from '../search-corpus.ts';
import type { Collection } from './collection.ts';
import type { Searcher } from './engine.ts';
import { DEPTH, judge, mean, type Quality } from './measure.ts';

/** A collection, and whether its questions are asked of everything or of the meeting that each is about. */
export interface Task {
  readonly name: string;
  readonly collection: Collection;
  readonly within: boolean;
}

/** The tasks that a collection gives: a second one where its questions name meetings. */
export function tasksOf(collection: Collection): Task[] {
  const { name, queries } = collection;
  if (!queries.some(({ meeting }) => meeting !== null)) return [{ name, collection, within: false }];
  return [
    { name: `${name}, all`, collection, within: false },
    { name: `${name}, one`, collection: { ...collection, name }, within: true },
  ];
}

const SEED = 20_260_214;

/** A repeatable choice of `most` questions, the same on every machine: every n-th would be of one kind where kinds alternate. */
export function sampled(collection: Collection, most: number): Collection {
  const { queries } = collection;
  if (queries.length <= most) return collection;
  const next = chance(SEED);
  const drawn = queries.map((query) => ({ query, at: next() })).sort((a, b) => a.at - b.at);
  return { ...collection, queries: drawn.slice(0, most).map(({ query }) => query) };
}

/** How well the questions of a task are answered. */
export function qualityOf({ collection, within }: Task, searcher: Searcher, depth = DEPTH): Quality {
  const none: ReadonlySet<string> = new Set();
  return mean(
    collection.queries.map(({ id, text, meeting }) =>
      judge(searcher.rank(text, depth, within ? meeting : null), collection.relevant.get(id) ?? none),
    ),
  );
}
