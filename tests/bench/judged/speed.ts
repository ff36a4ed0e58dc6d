import MiniSearch from 'minisearch';
import type { Change } from '#shared/change/change-set.ts';
import type { Turn } from '#shared/model/turn.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { median, percentile } from '../frame.ts';
import { type Corpus, chance, makeCorpus } from '../search-corpus.ts';

/** Questions of each kind, and edits. */
const QUERIES = 120;
const EDITS = 60;
/** Asked beforehand, so that what is measured is compiled. */
const WARMING = 150;
/** Results on a page, as in the window. */
const PAGE = 25;

const KINDS = ['1 term', '3 terms', 'prefix', 'phrase', 'an edit'] as const;
type Kind = (typeof KINDS)[number];

/** What both engines are asked, so that each does it in its own way. */
interface Contender {
  ask(query: string, kind: Kind): unknown;
  /** The turn says something else from now on; it is found by the word that it did not have before. */
  edit(before: Turn, after: Turn, word: string): unknown;
  /** What is done once it has been quiet for a moment: not counted. */
  rest(): void;
}

/** The product's own path, from what is typed to the page that is shown: facets, marks and snippets and all. */
function ours({ state }: Corpus): Contender {
  const search = new WorkspaceSearch(state);
  for (const _ of search.build());
  for (const _ of search.tidy());
  const ask = (query: string, typing: boolean) =>
    search.search({ query, typing, language: 'en', sort: 'relevance', synonyms: true, limit: PAGE });
  return {
    ask: (query, kind) => ask(kind === 'phrase' ? `"${query}"` : query, kind === 'prefix'),
    edit: (before, after, word) => {
      const change: Change<'turns'> = { table: 'turns', id: before.id, before, after };
      for (const _ of search.follow([change]));
      found(ask(word, false).hits[0]?.id, before.id, word);
    },
    rest: () => {
      for (const _ of search.tidy());
    },
  };
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** Pairs of characters: as it comes, MiniSearch takes a whole sentence for a word, and finds nothing. */
function pairs(text: string): string[] {
  return [...text.matchAll(JAPANESE)].flatMap(([run]) =>
    run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
}

/** MiniSearch as its documentation has it, which lists ids and scores; a phrase is a filter on what has its words. */
function miniSearch({ turns }: Corpus, japanese: boolean): Contender {
  const textOf = new Map(turns.map(({ id, text }) => [id, text]));
  const index = new MiniSearch({ fields: ['text'], ...(japanese && { tokenize: pairs }) });
  index.addAll(turns.map(({ id, text }) => ({ id, text })));
  return {
    ask: (query, kind) =>
      index
        .search(query, {
          prefix: kind === 'prefix',
          ...(kind === 'phrase' && {
            combineWith: 'AND' as const,
            filter: ({ id }: { id: string }) => textOf.get(id)?.toLowerCase().includes(query) === true,
          }),
          ...(japanese && { combineWith: 'AND' as const }),
        })
        .slice(0, PAGE),
    edit: ({ id }, { text }, word) => {
      index.replace({ id, text });
      textOf.set(id, text);
      found(index.search(word)[0]?.id, id, word);
    },
    rest: () => {},
  };
}

function found(first: string | undefined, wanted: string, word: string): void {
  if (first !== wanted) throw new Error(`${word} is not found`);
}

/** Words of middling rank, three of them, the first letters of one, and two that stand side by side in a turn. */
function queriesOf({ words, turns }: Corpus, japanese: boolean): Record<Exclude<Kind, 'an edit'>, string[]> {
  const next = chance(19_481_210);
  const word = () => words[20 + Math.floor(3000 ** next())] ?? '';
  const many = (make: () => string) => Array.from({ length: WARMING + QUERIES }, make);
  return {
    '1 term': many(word),
    '3 terms': many(() => [word(), word(), word()].join(' ')),
    prefix: many(() => word().slice(0, 1 + Math.floor(4 * next()))),
    phrase: many(() => {
      const { text } = turns[Math.floor(next() * turns.length)] as Turn;
      if (japanese) return text.slice(0, 4 + Math.floor(4 * next()));
      return text.split(' ').slice(0, 2).join(' ');
    }),
  };
}

/** Milliseconds of processor time, of all threads: what other programs take is not counted. */
function cost(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Both in turn, question by question, so that the machine's moods meet both. */
function compared(
  kind: Kind,
  corpus: Corpus,
  contenders: readonly Contender[],
  japanese: boolean,
): number[][] {
  const times: number[][] = contenders.map(() => []);
  const inTurn = (at: number, act: (contender: Contender) => unknown) => {
    for (const [which, contender] of contenders.entries()) {
      const taken = cost(() => act(contender));
      if (at >= WARMING) times[which]?.push(taken);
    }
  };
  if (kind === 'an edit') {
    for (let at = 0; at < WARMING + EDITS; at++) {
      const before = corpus.turns[(at * 97) % corpus.turns.length] as Turn;
      const word = japanese ? String.fromCodePoint(0x9000 + at, 0x9100 + at) : `quay${at.toString(36)}side`;
      const after = { ...before, text: `${before.text} ${word}` };
      inTurn(at, ({ edit }) => edit(before, after, word));
      for (const { rest } of contenders) rest();
    }
    return times;
  }
  for (const [at, query] of queriesOf(corpus, japanese)[kind].entries())
    inTurn(at, ({ ask }) => ask(query, kind));
  return times;
}

const CORPORA = [
  { name: '10,000 turns', size: 10_000, language: 'en' },
  { name: '10,000, Japanese', size: 10_000, language: 'ja' },
  { name: '100,000 turns', size: 100_000, language: 'en' },
] as const;

/** One table: what each kind of question costs us and MiniSearch, and how many times theirs ours is. */
export function printSpeed(): void {
  const columns = ['ours p50', 'p95', 'MiniSearch p50', 'p95', 'ratio p50', 'p95'];
  console.log(`${'CPU ms'.padEnd(30)}${columns.map((column) => column.padStart(15)).join('')}`);
  for (const { name, size, language } of CORPORA) {
    const corpus = makeCorpus(size, language);
    const japanese = language === 'ja';
    const contenders = [ours(corpus), miniSearch(corpus, japanese)];
    for (const kind of KINDS) {
      const [own = [], others = []] = compared(kind, corpus, contenders, japanese);
      const figures = [own, others].map((times) => [median(times), percentile(times, 0.95)] as const);
      const [[half = 0, most = 0] = [], [theirs = 1, atMost = 1] = []] = figures;
      const cells = [...figures.flat(), half / theirs, most / atMost];
      console.log(
        `${`${name}: ${kind}`.padEnd(30)}${cells.map((cell) => cell.toFixed(2).padStart(15)).join('')}`,
      );
    }
  }
}
