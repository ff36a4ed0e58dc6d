/**
 * `npm run bench:search -- [all | speed | FOLDER …]`: how well search ranks, measured on collections of questions whose answers
 * people judged, beside its peers. `all`: one table over everything in ../shared/search-eval.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { median, percentile } from '../frame.ts';
import { isCollection, readCollection } from './collection.ts';
import type { Engine } from './engine.ts';
import { hearken } from './engines/hearken.ts';
import { bigramLunr, bm25, miniSearch, plainLunr, segmenterLunr } from './engines/peers.ts';
import { DEPTH, judge, mean, type Quality } from './measure.ts';
import { overview } from './overview.ts';
import { printSpeed } from './speed.ts';
import { sampled } from './task.ts';

const ENGINES: readonly Engine[] = [hearken, plainLunr, miniSearch, bm25, bigramLunr, segmenterLunr];

const USAGE = `npm run bench:search -- [all | speed | FOLDER …] [--queries N|all] [--only NAME] [--no-figures] [--json FILE]

all         prints one table, a row for each collection and a column for each engine, with known items of the
            transcripts; then the office's questions, what each figure of ranking gives, and each collection with the
            figures that all others would choose; some minutes.

speed       prints what questions and edits cost beside MiniSearch, in one process; a few minutes.

FOLDER      holds corpus.jsonl ({_id, title, text}), queries.jsonl ({_id, text}) and qrels.tsv (query, document, grade);
            without one, every collection in ../shared/search-eval.
--queries   questions asked of each engine at most, drawn by lot, the same each time (default 2500; for \`all\` 400).
--no-figures leaves out what is chosen by leaving one out.
--only      engines whose name begins so, e.g. --only Hearken (may be repeated).
--json      writes the figures to a file, too.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    queries: { type: 'string' },
    'no-figures': { type: 'boolean' },
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
});

interface Result {
  readonly collection: string;
  readonly documents: number;
  readonly queries: number;
  readonly engine: string;
  readonly buildMs: number;
  readonly quality: Quality;
  /** Over every second question, beginning with the first and with the second. */
  readonly halves: readonly [Quality, Quality];
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Results a person is shown: what a question's time is taken for. */
const SHOWN = 50;

function measure(folder: string): Result[] {
  const all = readCollection(folder);
  const collection = sampled(all, mostOr(2_500));
  const meetings = new Set(all.documents.map(({ meeting }) => meeting)).size;
  console.log(
    `${all.name}: ${all.documents.length} documents${meetings > 1 ? ` in ${meetings} meetings` : ''}, ` +
      `${collection.queries.length} of ${all.queries.length} judged questions${all.japanese ? ', Japanese' : ''}`,
  );
  console.log(`  ${HEADINGS.map((heading, at) => pad(heading, at)).join('  ')}`);
  const results: Result[] = [];
  for (const engine of ENGINES) {
    if (engine.japaneseOnly && !all.japanese) continue;
    if (!wanted(engine)) continue;
    const began = performance.now();
    const searcher = engine.build(collection);
    const buildMs = performance.now() - began;
    for (const { text } of collection.queries.slice(0, 5)) searcher.rank(text, SHOWN);
    const qualities: Quality[] = [];
    const times: number[] = [];
    for (const { id, text } of collection.queries) {
      const asked = performance.now();
      searcher.rank(text, SHOWN);
      times.push(performance.now() - asked);
      qualities.push(judge(searcher.rank(text, DEPTH), all.relevant.get(id) ?? new Set()));
    }
    const result: Result = {
      collection: all.name,
      documents: all.documents.length,
      queries: collection.queries.length,
      engine: engine.name,
      buildMs,
      quality: mean(qualities),
      halves: [
        mean(qualities.filter((_, at) => at % 2 === 0)),
        mean(qualities.filter((_, at) => at % 2 === 1)),
      ],
      p50Ms: median(times),
      p95Ms: percentile(times, 0.95),
    };
    results.push(result);
    console.log(`  ${cellsOf(result).map(pad).join('  ')}`);
  }
  console.log();
  return results;
}

const HEADINGS = [
  '',
  'nDCG@10',
  'MAP',
  'R@100',
  'nDCG by halves',
  'MAP by halves',
  'p50 ms',
  'p95 ms',
  'build s',
];
const WIDTHS = [20, 7, 6, 6, 15, 15, 7, 7, 7];

function pad(text: string, column: number): string {
  const width = WIDTHS[column] ?? 0;
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

function cellsOf({ engine, quality, halves, p50Ms, p95Ms, buildMs }: Result): string[] {
  const [one, other] = halves;
  return [
    engine,
    quality.ndcg10.toFixed(4),
    quality.map.toFixed(4),
    quality.recall100.toFixed(3),
    `${one.ndcg10.toFixed(4)} ${other.ndcg10.toFixed(4)}`,
    `${one.map.toFixed(4)} ${other.map.toFixed(4)}`,
    p50Ms.toFixed(1),
    p95Ms.toFixed(1),
    (buildMs / 1000).toFixed(1),
  ];
}

const SHARED = path.resolve(import.meta.dirname, '../../../../shared');

/** How many questions are asked at most. */
function mostOr(usual: number): number {
  if (values.queries === 'all') return Number.POSITIVE_INFINITY;
  return Math.max(1, Number(values.queries ?? usual));
}

function wanted({ name }: Engine): boolean {
  const { only } = values;
  return !only || only.some((one) => name.toLowerCase().startsWith(one.toLowerCase()));
}

function collectionsBeside(): string[] {
  const beside = path.join(SHARED, 'search-eval');
  if (!existsSync(beside)) return [];
  return readdirSync(beside)
    .map((name) => path.join(beside, name))
    .filter(isCollection);
}

if (positionals[0] === 'speed') {
  printSpeed();
  process.exit(0);
}
const isAll = positionals.length === 1 && positionals[0] === 'all';
const folders = positionals.length > 0 && !isAll ? positionals : collectionsBeside();
const wrong = folders.filter((folder) => !isCollection(folder));
if (values.help || folders.length === 0 || wrong.length > 0) {
  if (wrong.length > 0)
    console.error(`No judged collection (corpus.jsonl, queries.jsonl, qrels.tsv) in: ${wrong.join(', ')}\n`);
  else if (!values.help)
    console.error('No judged collections lie in ../shared/search-eval; name a folder.\n');
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}
const results = isAll
  ? await overview({
      folders,
      shared: SHARED,
      most: mostOr(400),
      engines: wanted,
      leaveOneOut: !values['no-figures'],
    })
  : folders.flatMap(measure);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ node: process.versions.node, results }, null, 2)}\n`);
