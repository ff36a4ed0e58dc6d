import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Change } from '#shared/change/change-set.ts';
import { newId } from '#shared/model/basics.ts';
import type { Turn } from '#shared/model/turn.ts';
import { decodeSegment, encodeSegment } from '#shared/search/stored.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { type Figure, median, percentile } from './frame.ts';
import { type Corpus, chance, makeCorpus } from './search-corpus.ts';
import { ASKED, type Asked, type Engine, LIMIT } from './search-peers.ts';

const QUERIES = 120;
const EDITS = 40;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes held, on the heap and beside it. */
function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

type Measures = Record<string, { readonly value: number; readonly unit: Figure['unit'] }>;

const ms = (value: number) => ({ value, unit: 'ms' }) as const;

/** What people ask: words of middling rank, three of them, or the first one to four letters of one. */
function queriesOf({ words }: Corpus): Record<Asked, readonly string[]> {
  const next = chance(19_481_210);
  const word = () => words[20 + Math.floor(3000 ** next())] ?? '';
  const many = (make: () => string) => Array.from({ length: QUERIES }, make);
  return {
    '1 term': many(word),
    '3 terms': many(() => [word(), word(), word()].join(' ')),
    prefix: many(() => word().slice(0, 1 + Math.floor(4 * next()))),
  };
}

async function took(act: () => unknown): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

async function asked(corpus: Corpus, ask: (query: string, asked: Asked) => unknown): Promise<Measures> {
  const measures: Measures = {};
  for (const kind of ASKED) {
    const queries = queriesOf(corpus)[kind];
    for (const query of queries.slice(0, 5)) await ask(query, kind);
    const times: number[] = [];
    for (const query of queries) times.push(await took(() => ask(query, kind)));
    measures[`${kind}, p50`] = ms(median(times));
    measures[`${kind}, p95`] = ms(percentile(times, 0.95));
  }
  return measures;
}

/** A turn that says one more word, which nobody has said before. */
function edited(turn: Turn): Turn {
  return { ...turn, text: `${turn.text} ${newId()}` };
}

/** Ours, on the way that the window goes: rows, documents, facets, marks and snippets and all. */
async function measureOurs(corpus: Corpus): Promise<Measures> {
  const { state, turns } = corpus;
  const request = { language: 'en', sort: 'relevance', synonyms: true, limit: LIMIT } as const;
  const before = held();
  const search = new WorkspaceSearch(state);
  let longest = 0;
  const steps = search.build();
  const build = await took(() => {
    for (let done = false; !done; ) {
      const began = performance.now();
      done = steps.next().done === true;
      longest = Math.max(longest, performance.now() - began);
    }
  });
  const tidy = await took(() => {
    for (const _ of search.tidy());
  });
  const memory = held() - before;
  const bytes = search.index.segments.map(({ data }) => encodeSegment(data));

  const opened = await took(() => {
    const again = new WorkspaceSearch(state);
    again.restore(
      bytes.map((segment) => {
        const data = decodeSegment(segment);
        if (!data) throw new Error('the stored index is damaged');
        return { data, dead: [] };
      }),
    );
    again.search({ ...request, query: turns[7]?.text.split(' ')[0] ?? '', typing: true });
  });
  const answers = await asked(corpus, (query, kind) =>
    search.search({ ...request, query, typing: kind === 'prefix' }),
  );

  const edits: number[] = [];
  for (const before of turns.filter((_, at) => at % Math.ceil(turns.length / EDITS) === 0)) {
    const after = edited(before);
    const change: Change<'turns'> = { table: 'turns', id: before.id, before, after };
    const word = after.text.slice(-12);
    edits.push(
      await took(() => {
        for (const _ of search.follow([change]));
        const { hits } = search.search({ ...request, query: word, typing: false });
        if (hits[0]?.id !== before.id) throw new Error(`${word} is not found`);
      }),
    );
  }
  return {
    build: ms(build),
    'longest step of building': ms(longest),
    'putting segments together': ms(tidy),
    'edit until found, p50': ms(median(edits)),
    'edit until found, p95': ms(percentile(edits, 0.95)),
    'opening what was stored, first answer included': ms(opened),
    ...answers,
    'memory beside the rows': { value: memory, unit: 'MB' },
    'stored size': { value: bytes.reduce((sum, { length }) => sum + length, 0) / 1e6, unit: 'MB' },
  };
}

async function measurePeer(engine: Engine, corpus: Corpus): Promise<Measures> {
  const { turns } = corpus;
  const before = held();
  const began = performance.now();
  const index = await engine.build(turns);
  const build = performance.now() - began;
  const memory = held() - before;
  const answers = await asked(corpus, (query, kind) => index.ask(query, kind));
  const stored = index.stored?.() ?? null;
  const [, word = ''] = turns[7]?.text.split(' ') ?? [];
  const opened = stored
    ? await took(async () => {
        const again = await stored.open(stored.text);
        await again.ask(word, '1 term');
      })
    : Number.NaN;
  const edits: number[] = [];
  if (index.edit) {
    const some = turns.filter((_, at) => at % Math.ceil(turns.length / EDITS) === 0);
    for (const turn of some) edits.push(await took(() => index.edit?.(edited(turn))));
  } else edits.push(build);
  return {
    build: ms(build),
    'edit until found, p50': ms(median(edits)),
    'edit until found, p95': ms(percentile(edits, 0.95)),
    'opening what was stored, first answer included': ms(opened),
    ...answers,
    'memory beside the rows': { value: memory, unit: 'MB' },
    'stored size': { value: stored ? stored.text.length / 1e6 : Number.NaN, unit: 'MB' },
  };
}

/** Ours, then each of the others, over so many turns; all in one process, one after another. */
export async function measured(size: number, peers: readonly Engine[]): Promise<Figure[]> {
  const corpus = makeCorpus(size);
  const turns = `${size.toLocaleString('en')} turns`;
  const ours = await measureOurs(corpus);
  const figures: Figure[] = [{ what: `${turns}: text`, value: corpus.megabytes, unit: 'MB' }];
  const theirs: { name: string; measures: Measures }[] = [];
  for (const peer of peers) theirs.push({ name: peer.name, measures: await measurePeer(peer, corpus) });
  for (const [what, { value, unit }] of Object.entries(ours)) {
    figures.push({ what: `${turns}: ${what}`, value, unit });
    for (const { name, measures } of theirs) {
      const other = measures[what];
      if (!other) continue;
      figures.push({
        what: `    ${name}`,
        value: other.value,
        unit: other.unit,
        against: { what: 'ours', value },
      });
    }
  }
  return figures;
}
