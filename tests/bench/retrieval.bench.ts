/**
 * Questions to 10,000 codings: putting the rows in order, single questions, the tables and the pictures, each against
 * laying the same rows out by their ids once. What is above 50 ms would be felt.
 */
import { newId } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import type { Passage } from '#shared/model/turn.ts';
import { EMPTY_QUERY, type PassageQuery } from '#shared/model/view.ts';
import { coverageOf } from '#shared/retrieval/coverage.ts';
import { issuesBySpeaker, issuesTogether } from '#shared/retrieval/cross.ts';
import { findPassages } from '#shared/retrieval/find.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { saturationOf } from '#shared/retrieval/saturation.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../fixtures/state.ts';
import { type Bench, type Figure, median, timed } from './frame.ts';

const CODINGS = 10_000;
const DIALOGUES = 40;
const TURNS = 4_000;
const ISSUES = 60;
const RUNS = 15;

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

function makeWorkspace(next: () => number): WorkspaceState {
  const state = emptyState();
  const whole = (below: number) => Math.floor(next() * below);
  state.issues = Array.from({ length: ISSUES }, (_, order) => makeIssue({ code: `i${order}`, order }));
  for (let at = 0; at < DIALOGUES; at++) {
    const dialogue = makeDialogue({ date: `${2000 + at}-05-01`, fiscalYear: 2000 + at });
    state.dialogues.push(dialogue);
    const people = Array.from({ length: 6 }, (_, order) =>
      makeParticipant(dialogue.id, {
        order,
        external: order < 4,
        voice: order < 2 ? 'expert' : 'rightsholder',
      }),
    );
    state.participants.push(...people);
    for (let order = 0; order < TURNS / DIALOGUES; order++)
      state.turns.push(
        makeTurn(dialogue.id, {
          order,
          participantId: people[whole(6)]?.id ?? null,
          text: 'Crews pay brokers before they sail. '.repeat(12),
        }),
      );
  }
  while (state.codings.length < CODINGS) {
    const turn = state.turns[whole(TURNS)];
    if (!turn) continue;
    const start = whole(300);
    const passage: Passage = {
      id: newId(),
      dialogueId: turn.dialogueId,
      turnId: turn.id,
      start,
      end: start + 10 + whole(120),
      quote: '',
      before: '',
      after: '',
      attribution: null,
      state: 'anchored',
    };
    state.passages.push({ ...passage, quote: turn.text.slice(passage.start, passage.end) });
    for (let times = 0; times <= whole(2); times++)
      state.codings.push(
        codingOf(passage, state.issues[whole(ISSUES * next())]?.id ?? '', `coder ${whole(2)}`),
      );
  }
  return state;
}

function codingOf(passage: Passage, issueId: string, coder: string): Coding {
  const { id: passageId, dialogueId } = passage;
  const at = '2024-06-02T00:00:00.000Z';
  return { id: newId(), dialogueId, passageId, issueId, coder, at, memo: '', reconciled: null };
}

async function run(): Promise<readonly Figure[]> {
  const state = makeWorkspace(chance(20_200_214));
  const laidOut = await timed(RUNS, () => {
    const byIssue = new Map<string, number>();
    const passages = new Map(state.passages.map((passage) => [passage.id, passage]));
    for (const { passageId, issueId } of state.codings)
      if (passages.has(passageId)) byIssue.set(issueId, (byIssue.get(issueId) ?? 0) + 1);
    return byIssue;
  });
  const against = { what: 'laying the rows out by id', value: median(laidOut) };
  const index = new PassageIndex(state);
  const [a, b, c] = state.issues.map(({ id }) => id) as [string, string, string];
  const ask = (query: Partial<PassageQuery>) => () => findPassages(index, { ...EMPTY_QUERY, ...query });
  const acts: readonly (readonly [string, () => unknown])[] = [
    ['putting 10,000 codings in order', () => new PassageIndex(state)],
    ['everything', ask({})],
    ['one issue', ask({ about: [[a]] })],
    ['two issues on the same words, not a third', ask({ about: [[a], [b]], notAbout: [c] })],
    ['two issues in the same dialogue', ask({ about: [[a], [b]], near: 'dialogue' })],
    ['words in the passage', ask({ text: 'brokers sail' })],
    ['60 × 60 issues on the same words', () => issuesTogether(index, EMPTY_QUERY)],
    ['60 × 60 issues in the same turn', () => issuesTogether(index, { ...EMPTY_QUERY, near: 'turn' })],
    [
      '60 × 60 issues in the same dialogue',
      () => issuesTogether(index, { ...EMPTY_QUERY, near: 'dialogue' }),
    ],
    ['60 issues × 240 speakers', () => issuesBySpeaker(index, EMPTY_QUERY)],
    ['voices heard on 60 issues', () => coverageOf(index, EMPTY_QUERY)],
    ['new issues over 40 dialogues', () => saturationOf(index, EMPTY_QUERY)],
  ];
  const figures: Figure[] = [];
  for (const [what, act] of acts)
    figures.push({ what, value: median(await timed(RUNS, act)), unit: 'ms', against });
  return figures;
}

export const bench: Bench = { title: 'Retrieval from 10,000 codings', run };
