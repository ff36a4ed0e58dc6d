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

/** A repeatable choice of `most` questions, spread evenly over all; the same on every machine. */
export function sampled(collection: Collection, most: number): Collection {
  const { queries } = collection;
  if (queries.length <= most) return collection;
  return {
    ...collection,
    queries: Array.from(
      { length: most },
      (_, at) => queries[Math.floor((at * queries.length) / most)] as never,
    ),
  };
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
