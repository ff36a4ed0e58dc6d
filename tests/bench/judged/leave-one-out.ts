import { WEIGHTS, type Weights } from '#shared/search/weights.ts';
import type { Engine } from './engine.ts';
import { searchable } from './engines/hearken.ts';
import { qualityOf, type Task } from './task.ts';

/** What else each figure might be: about half and double, and what is customary. */
const OTHERS: readonly Partial<Weights>[] = [
  { k1: 1 },
  { k1: 1.2 },
  { k1: 1.8 },
  { k1Joined: 0.4 },
  { k1Joined: 0.9 },
  { b: 0.65 },
  { b: 0.85 },
  { k3: 2 },
  { k3: 1000 },
  { pair: 0 },
  { pair: 0.2 },
  { pair: 0.6 },
  { feedback: 0 },
  { feedback: 0.1 },
  { feedback: 0.4 },
  { reach: 0 },
  { reach: 50 },
  { reach: 110 },
];

/** The first ten are what nDCG@10 looks at. */
const DEPTH = 10;

/**
 * Whether the figures of ranking are chosen for texts in general or for one collection: for each figure, what the other
 * collections would choose, and what the one that is left out has of it.
 */
export function leaveOneOut(tasks: readonly Task[], baseline: Engine): string[] {
  const settings = [WEIGHTS, ...OTHERS.map((other) => ({ ...WEIGHTS, ...other }))];
  const names = ['as shipped', ...OTHERS.map((other) => Object.entries(other).flat().join(' '))];
  const table = tasks.map((task) => {
    const search = searchable(task.collection);
    return settings.map((weights) => qualityOf(task, search(weights), DEPTH).ndcg10);
  });
  const floors = tasks.map((task) => qualityOf(task, baseline.build(task.collection), DEPTH).ndcg10);
  const lines = [
    `Leaving one out (nDCG@10): each figure changed by itself\n${['', ...tasks.map(({ name }) => name.slice(0, 12))].map(cell).join('')}`,
    ...settings.map((_, at) =>
      [names[at] ?? '', ...table.map((row) => (row[at] ?? 0).toFixed(4))].map(cell).join(''),
    ),
    ['BM25', ...floors.map((value) => value.toFixed(4))].map(cell).join(''),
    '',
    ['left out', 'the others choose', 'has', 'as shipped', 'its own best'].map(cell).join(''),
  ];
  for (const [out, task] of tasks.entries()) {
    // Two tasks over the same texts leave together.
    const others = tasks.flatMap(({ collection }, at) =>
      collection.name === task.collection.name ? [] : [at],
    );
    const gain = (at: number) =>
      others.reduce((sum, one) => sum + (table[one]?.[at] ?? 0) / (table[one]?.[0] || 1), 0);
    const chosen = settings.reduce((best, _, at) => (gain(at) > gain(best) ? at : best), 0);
    const own = table[out] ?? [];
    lines.push(
      [
        task.name,
        names[chosen] ?? '',
        (own[chosen] ?? 0).toFixed(4),
        (own[0] ?? 0).toFixed(4),
        Math.max(...own).toFixed(4),
      ]
        .map(cell)
        .join(''),
    );
  }
  return lines;
}

function cell(text: string, column: number): string {
  return column === 0 ? text.padEnd(24) : text.padStart(column === 0 ? 24 : 18);
}
