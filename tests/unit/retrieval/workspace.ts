import fc from 'fast-check';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import type { Passage } from '#shared/model/turn.ts';
import { EMPTY_QUERY, NEARNESS, type PassageQuery } from '#shared/model/view.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';

const TEXT = 'Crews pay brokers before they sail, and nobody asks how the fee was found.';
export const CODERS = ['Aiko', 'Ben'] as const;

/** A passage of a turn, where it says what the turn says. */
export function makePassage(
  turn: { id: string; dialogueId: string; text: string },
  start: number,
  end: number,
  fields: Partial<Passage> = {},
): Passage {
  return {
    id: newId(),
    dialogueId: turn.dialogueId,
    turnId: turn.id,
    start,
    end,
    quote: turn.text.slice(start, end),
    before: '',
    after: '',
    attribution: null,
    state: 'anchored',
    ...fields,
  };
}

export function makeCoding(
  passage: Passage,
  issueId: string,
  coder: string = CODERS[0],
): WorkspaceState['codings'][number] {
  return {
    id: newId(),
    dialogueId: passage.dialogueId,
    passageId: passage.id,
    issueId,
    coder,
    at: '2024-06-02T00:00:00.000Z',
    memo: '',
    reconciled: null,
  };
}

export function makeAdvice(
  passages: readonly Passage[],
  fields: Partial<WorkspaceState['advice'][number]> = {},
): WorkspaceState['advice'][number] {
  return {
    id: newId(),
    dialogueId: passages[0]?.dialogueId ?? newId(),
    passageIds: passages.map(({ id }) => id),
    issueIds: [],
    kind: 'urge',
    restatement: '',
    addressee: '',
    response: '',
    commitment: '',
    noCommitmentWhy: '',
    owner: '',
    due: null,
    status: 'heard',
    takenBy: CODERS[0],
    at: '2024-06-02T00:00:00.000Z',
    ...fields,
  };
}

/** The frame of the tests: two dialogues of two turns each, three people and an unknown one, four issues (one merged). */
function frame() {
  const dialogues = [
    makeDialogue({ date: '2024-06-01', fiscalYear: 2024 }),
    makeDialogue({ date: null, fiscalYear: 2025, attribution: 'role' }),
  ];
  const participants = dialogues.flatMap(({ id }, at) => [
    makeParticipant(id, { voice: 'rightsholder', kind: 'community', name: `Osei ${at}` }),
    makeParticipant(id, { external: false, voice: 'company', kind: 'officer', name: `Mori ${at}` }),
  ]);
  const turns = dialogues.flatMap(({ id }, at) => [
    makeTurn(id, { order: 0, text: TEXT, participantId: participants[at * 2]?.id ?? null }),
    makeTurn(id, { order: 1, text: TEXT, participantId: at === 0 ? (participants[1]?.id ?? null) : null }),
  ]);
  const issues = ['a', 'b', 'c'].map((code, order) => makeIssue({ code, order, name: { en: code } }));
  const merged = makeIssue({ code: 'd', mergedInto: issues[0]?.id ?? null });
  return { dialogues, participants, turns, issues: [...issues, merged] };
}

export interface World {
  readonly state: WorkspaceState;
  /** The issues that may be asked for; the last one was merged into the first. */
  readonly issueIds: readonly string[];
}

/** A small workspace with passages, codings and advice at random places: crowded, so that much overlaps. */
export const anyWorld: fc.Arbitrary<World> = fc
  .array(
    fc.record({
      turn: fc.nat(3),
      start: fc.nat(20),
      length: fc.integer({ min: 1, max: 8 }),
      unsure: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
      codings: fc.array(
        fc.record({
          issue: fc.nat(3),
          coder: fc.constantFrom(...CODERS),
          rejected: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
        }),
        { maxLength: 3 },
      ),
      advice: fc.option(
        fc.record({
          kind: fc.constantFrom('urge' as const, 'question' as const),
          status: fc.constantFrom('heard' as const, 'accepted' as const),
          issues: fc.array(fc.nat(3), { maxLength: 2 }),
          coder: fc.constantFrom(...CODERS),
        }),
        { freq: 3 },
      ),
    }),
    { maxLength: 9 },
  )
  .map((marks) => {
    const { dialogues, participants, turns, issues } = frame();
    const state: WorkspaceState = { ...emptyState(), dialogues, participants, turns, issues };
    const issue = (at: number) => issues[at]?.id ?? '';
    for (const mark of marks) {
      const turn = turns[mark.turn];
      if (!turn) continue;
      const passage = makePassage(turn, mark.start, mark.start + mark.length, {
        state: mark.unsure ? 'unsure' : 'anchored',
      });
      state.passages.push(passage);
      for (const { issue: at, coder, rejected } of mark.codings)
        state.codings.push({
          ...makeCoding(passage, issue(at), coder),
          reconciled: rejected ? 'rejected' : null,
        });
      if (mark.advice) {
        const { kind, status, issues: on, coder } = mark.advice;
        state.advice.push(
          makeAdvice([passage], { kind, status, issueIds: [...new Set(on.map(issue))], takenBy: coder }),
        );
      }
    }
    return { state, issueIds: issues.map(({ id }) => id) };
  });

/** A query that names things of the world. */
export function anyQuery({ state, issueIds }: World): fc.Arbitrary<PassageQuery> {
  const issues = fc.uniqueArray(fc.constantFrom(...issueIds), { minLength: 1, maxLength: 2 });
  const rarely = <T>(arbitrary: fc.Arbitrary<T[]>) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant<T[]>([]) }, arbitrary);
  return fc
    .record({
      about: fc.array(issues, { maxLength: 3 }),
      notAbout: rarely(issues),
      near: fc.constantFrom(...NEARNESS),
      side: fc.constantFrom(null, null, 'external' as const, 'company' as const),
      voices: rarely(fc.constant(['rightsholder' as const])),
      kinds: rarely(fc.constant(['officer' as const, 'community' as const])),
      speakerIds: rarely(fc.uniqueArray(fc.constantFrom(...state.participants.map(({ id }) => id)))),
      dialogueIds: rarely(fc.uniqueArray(fc.constantFrom(...state.dialogues.map(({ id }) => id)))),
      fiscalYears: rarely(fc.constant([2024])),
      adviceKinds: rarely(fc.constant(['urge' as const])),
      adviceStatuses: rarely(fc.constant(['heard' as const])),
      coders: rarely(fc.constantFrom([CODERS[0]], [CODERS[1]])) as fc.Arbitrary<string[]>,
      text: fc.constantFrom('', '', '', 'ROK', 'ｅ'),
    })
    .map((query) => ({ ...EMPTY_QUERY, ...query }));
}

/** A world and a query of it. */
export const anyQuestion = anyWorld.chain((world) => anyQuery(world).map((query) => ({ world, query })));
