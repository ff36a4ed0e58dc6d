import { WEIGHTS, type Weights } from '#shared/search/weights.ts';
import type { Engine } from './engine.ts';
import { searchable } from './engines/hearken.ts';
import { qualityOf, type Task } from './task.ts';

/** What else each figure might be: nothing or about half of it, and about half as much again. */
const OTHERS: Readonly<Record<string, readonly Partial<Weights>[]>> = {
  k1: [{ k1: 0.6 }, { k1: 1.2 }],
  b: [{ b: 0.6 }, { b: 0.9 }],
  pair: [{ pair: 0 }, { pair: 0.25 }, { pair: 0.7 }],
  feedback: [{ feedback: 0 }, { feedback: 0.2 }, { feedback: 0.6 }],
  reach: [{ reach: 1 }, { reach: 60 }, { reach: 180 }],
  beside: [{ beside: 0.4 }, { beside: 1 }],
  about: [0, 0.2, 0.6].map((about) => ({ fields: { ...WEIGHTS.fields, about } })),
};

/** The first ten are what nDCG@10 looks at. */
const DEPTH = 10;

/**
 * Whether the figures of ranking are chosen for texts in general or for one collection. First what each mechanism gives:
 * each figure changed by itself. Then, for each collection, every figure as all other collections would choose it, and
 * what the one that is left out has of that, beside the engines that have nothing to choose.
 */
export function leaveOneOut(tasks: readonly Task[], peersOf: (task: Task) => readonly Engine[]): string[] {
  const figures = Object.entries(OTHERS);
  const settings: readonly Partial<Weights>[] = [{}, ...figures.flatMap(([, others]) => others)];
  const measured = tasks.map((task) => {
    const search = searchable(task.collection);
    const has = (setting: Partial<Weights>) =>
      qualityOf(task, search({ ...WEIGHTS, ...setting }), DEPTH).ndcg10;
    return { task, has, of: new Map(settings.map((setting) => [setting, has(setting)])) };
  });
  const [shipped = {}] = settings;
  const figureOf = ({ of }: (typeof measured)[number], setting: Partial<Weights>) => of.get(setting) ?? 0;
  const row = (cells: readonly string[]) => cells.map(cell).join('');
  const lines = [
    'Each figure changed by itself (nDCG@10)',
    row(['', ...tasks.map(({ name }) => name)]),
    ...settings.map((setting) =>
      row([labelOf(setting), ...measured.map((one) => figureOf(one, setting).toFixed(4))]),
    ),
    '',
    'Left out, with every figure as the other collections choose it (nDCG@10)',
    row(['left out', 'chosen so', 'as shipped', 'BM25', 'lunr', 'MiniSearch', 'the others choose']),
  ];
  for (const left of measured) {
    // Two tasks over the same texts leave together.
    const others = measured.filter(({ task }) => task.collection.name !== left.task.collection.name);
    const gain = (setting: Partial<Weights>) =>
      others.reduce((sum, one) => sum + figureOf(one, setting) / (figureOf(one, shipped) || 1), 0);
    const chosen = figures.flatMap(([, values]) => {
      const best = values.reduce((one, other) => (gain(other) > gain(one) ? other : one), shipped);
      return best === shipped ? [] : [best];
    });
    const together: Partial<Weights> = Object.assign({}, ...chosen);
    const peers = peersOf(left.task).map((engine) =>
      qualityOf(left.task, engine.build(left.task.collection), DEPTH).ndcg10.toFixed(4),
    );
    lines.push(
      row([
        left.task.name,
        left.has(together).toFixed(4),
        figureOf(left, shipped).toFixed(4),
        ...peers,
        `  ${chosen.map(labelOf).join(', ') || 'as shipped'}`,
      ]),
    );
  }
  return lines;
}

function labelOf(setting: Partial<Weights>): string {
  const [[name, value] = ['as shipped', '']] = Object.entries(setting);
  return typeof value === 'object' ? `about ${value.about}` : `${name} ${value}`.trim();
}

function cell(text: string, column: number): string {
  return column === 0 ? text.padEnd(22) : text.padStart(13);
}
