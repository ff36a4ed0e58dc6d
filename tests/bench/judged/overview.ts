import { type Collection, readCollection } from './collection.ts';
import type { Engine } from './engine.ts';
import { hearken } from './engines/hearken.ts';
import { bigramLunr, bm25, miniSearch, plainLunr } from './engines/peers.ts';
import { knownItems } from './known-items.ts';
import { leaveOneOut } from './leave-one-out.ts';
import type { Quality } from './measure.ts';
import { askQuestions, questionsThere } from './questions.ts';
import { qualityOf, sampled, type Task, tasksOf } from './task.ts';
import { unseen } from './unseen.ts';

/** What each task is to reach (nDCG@10). */
const WANTED: Readonly<Record<string, number>> = {
  cranfield: 0.55,
  cisi: 0.41,
  cacm: 0.52,
  'jsquad-ja': 0.945,
  'jaquad-paragraphs': 0.93,
  'qmsum-turns, all': 0.17,
  'qmsum-turns, one': 0.42,
};

/** Questions of a collection that the figures of ranking are compared on. */
const COMPARED = 120;

export interface OverviewOptions {
  readonly folders: readonly string[];
  /** Where the questions of the office lie, with what they are asked of. */
  readonly shared: string;
  readonly most: number;
  readonly engines: (engine: Engine) => boolean;
  readonly leaveOneOut: boolean;
}

/** One table over all collections: a row for each task, a column for each engine; then the office's own questions. */
export async function overview(options: OverviewOptions): Promise<Record<string, Record<string, Quality>>> {
  const { folders, shared, most, engines } = options;
  const columns = [hearken, plainLunr, miniSearch, bm25].filter(engines);
  console.log(
    `${'nDCG@10'.padEnd(24)}${columns.map(({ name }) => name.padStart(15)).join('')}${'wanted'.padStart(9)}${'asked'.padStart(12)}`,
  );
  const figures: Record<string, Record<string, Quality>> = {};
  const compared: Collection[] = [];
  const measure = (all: Collection) => {
    const collection = sampled(all, most);
    const searchers = columns.map((engine) => fitting(engine, all).build(all));
    for (const task of tasksOf(collection)) {
      const qualities = searchers.map((searcher) => qualityOf(task, searcher));
      figures[task.name] = Object.fromEntries(
        columns.map(({ name }, at) => [name, qualities[at] as Quality]),
      );
      const cells = qualities.map(({ ndcg10 }) => ndcg10.toFixed(4).padStart(15));
      const wanted = WANTED[task.name]?.toString() ?? '';
      const asked = `${collection.queries.length}/${all.queries.length}`;
      console.log(`${task.name.padEnd(24)}${cells.join('')}${wanted.padStart(9)}${asked.padStart(12)}`);
    }
  };
  for (const folder of folders) {
    const all = readCollection(folder);
    compared.push(sampled(all, COMPARED));
    measure(all);
  }
  for (const all of [...(await knownItems(shared)), ...(await unseen(shared))]) measure(all);
  if (questionsThere(shared)) await printQuestions(shared);
  if (options.leaveOneOut) {
    console.log();
    for (const line of leaveOneOut(compared.flatMap(tasksOf), peersOf)) console.log(line);
  }
  return figures;
}

/** The engines that have nothing to choose. */
function peersOf({ collection }: Task): Engine[] {
  return [bm25, fitting(plainLunr, collection), miniSearch];
}

/** lunr as it comes cannot cut Japanese; of lunr with cut words, pairs do better. */
function fitting(engine: Engine, { japanese }: Collection): Engine {
  return engine === plainLunr && japanese ? bigramLunr : engine;
}

async function printQuestions(shared: string): Promise<void> {
  const answered = await askQuestions(shared);
  const first = answered.filter(({ place }) => place === 1).length;
  const five = answered.filter(({ place }) => place !== null && place <= 5).length;
  console.log(
    `\nQuestions of the office: first place ${first}, among five ${five} of ${answered.length} (wanted 34, 40)`,
  );
  for (const { id, q, place, forbidden } of answered)
    if (place !== 1 || forbidden)
      console.log(
        `  ${String(id).padStart(3)}  ${place ?? '–'}${forbidden ? ' and something forbidden' : ''}  ${q}`,
      );
}
