/**
 * From a typed letter to results, over 10,000 turns: every beginning of several queries, as search-as-you-type asks
 * them, against going through all the text, and against building the index anew.
 */
import type { Change } from '#shared/change/change-set.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { foldText } from '#shared/search/analysis/fold.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../fixtures/state.ts';
import { type Bench, type Figure, median, percentile } from './frame.ts';

const TURNS = 10_000;
const WORDS_A_TURN = 50;
const VOCABULARY = 20_000;
const QUERIES = 24;

/** A repeatable source of chance (mulberry32), so that runs compare. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = 'ba con der el for gra hu in lab mi nor o per qua ri sup ter un ver wa'.split(' ');

/** Words by rank; how often each is said falls with its rank, as in any language (Zipf). */
function makeTurns(next: () => number): {
  turns: Turn[];
  words: string[];
  state: ReturnType<typeof emptyState>;
} {
  const syllable = () => SYLLABLES[Math.floor(next() * SYLLABLES.length)] ?? '';
  const words = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, syllable).join(''),
  );
  const word = () => words[Math.floor(VOCABULARY ** next()) - 1] ?? '';
  const dialogue = makeDialogue();
  const participants = Array.from({ length: 8 }, (_, order) => makeParticipant(dialogue.id, { order }));
  const turns = Array.from({ length: TURNS }, (_, order) =>
    makeTurn(dialogue.id, {
      order,
      participantId: participants[order % 8]?.id ?? null,
      text: Array.from({ length: Math.ceil(WORDS_A_TURN * 2 * next()) }, word).join(' '),
    }),
  );
  return { turns, words, state: { ...emptyState(), dialogues: [dialogue], participants, turns } };
}

function all(steps: Iterable<unknown>): void {
  for (const _ of steps);
}

function time(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

async function run(): Promise<readonly Figure[]> {
  const next = chance(20_200_214);
  const { turns, words, state } = makeTurns(next);
  const search = new WorkspaceSearch(state);
  const build = time(() => all(search.build()));

  const ask = (query: string) => search.search({ query, typing: true, language: 'en', limit: 50 });
  const queries = Array.from({ length: QUERIES }, () =>
    [0, 1].map(() => words[Math.floor(3000 ** next()) + 20] ?? '').join(' '),
  );
  for (const query of queries.slice(0, 4)) ask(query);
  const keystrokes: number[] = [];
  const letters: number[] = [];
  const whole: number[] = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) {
      const took = time(() => ask(query.slice(0, length)));
      keystrokes.push(took);
      if (length === 1) letters.push(took);
      if (length === query.length) whole.push(took);
    }
  }
  const scan = queries.map((query) =>
    time(() => {
      const wanted = foldText(query).split(' ');
      return turns.filter(({ text }) => {
        const folded = foldText(text);
        return wanted.every((word) => folded.includes(word));
      }).length;
    }),
  );

  const edits = Array.from({ length: 60 }, (_, index) => {
    const before = turns[index * 97] as Turn;
    const change: Change<'turns'> = {
      table: 'turns',
      id: before.id,
      before,
      after: { ...before, text: `${before.text} ${newId()}` },
    };
    return time(() => all(search.follow([change])));
  });

  const baseline = { what: 'going through all the text', value: median(scan) };
  const rebuilt = { what: 'building anew', value: build };
  return [
    { what: 'building the index of 10,000 turns', value: build, unit: 'ms' },
    { what: 'a typed letter to results, median', value: median(keystrokes), unit: 'ms', against: baseline },
    {
      what: 'a typed letter to results, 95 of 100',
      value: percentile(keystrokes, 0.95),
      unit: 'ms',
      against: baseline,
    },
    { what: 'the first letter, median', value: median(letters), unit: 'ms', against: baseline },
    { what: 'two whole words, median', value: median(whole), unit: 'ms', against: baseline },
    { what: 'an edit until it can be found, median', value: median(edits), unit: 'ms', against: rebuilt },
    { what: 'an edit until it can be found, worst', value: Math.max(...edits), unit: 'ms', against: rebuilt },
  ];
}

export const bench: Bench = { title: 'Search over 10,000 turns', run };
