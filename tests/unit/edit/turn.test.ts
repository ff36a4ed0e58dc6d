import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, plainState } from '#shared/change/state.ts';
import { codeSelection, takeAdvice } from '#shared/edit/coding.ts';
import { assignSpeaker, editTurnText, joinTurnAbove, splitTurn, turnsInOrder } from '#shared/edit/turn.ts';
import { newId } from '#shared/model/basics.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { makeTurn, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const TEXT = 'Crews pay brokers before they sail. Repay those fees. 手数料を返してください。';

async function editing<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R>) {
  const draft = new Draft(stateReader(state));
  const result = await recipe(draft);
  const changes = await draft.finish();
  applyChanges(state, changes);
  return { result, changes };
}

/** Two turns; in the first, two coded sentences and advice on the second of them. */
async function setUp(second: Partial<Turn> = {}) {
  const workspace = smallWorkspace();
  const { state, turn, dialogue, participant, forcedLabour } = workspace;
  const below = makeTurn(dialogue.id, {
    order: 1024,
    participantId: participant.id,
    text: 'We hear you. Brokers are licensed by the port.',
    ...second,
  });
  state.turns.set(below.id, below);
  const select = (words: string, from = turn) => ({
    turnId: from.id,
    start: from.text.indexOf(words),
    end: from.text.indexOf(words) + words.length,
  });
  await editing(state, async (draft) => {
    await codeSelection(draft, select('Crews pay brokers before they sail.'), [forcedLabour.id], AUTHOR);
    await takeAdvice(
      draft,
      select('Repay those fees.'),
      { kind: 'urge', issueIds: [forcedLabour.id], restatement: '', addressee: '' },
      AUTHOR,
    );
  });
  const passage = (quote: string) =>
    [...(state.passages.values() as Iterable<Passage>)].find((one) => one.quote === quote);
  const textOf = (id: string) => (state.turns.get(id) as Turn | undefined)?.text;
  return { ...workspace, below, select, passage, textOf };
}

function expectSound(state: IndexedState): void {
  for (const passage of state.passages.values() as Iterable<Passage>) {
    const turn = state.turns.get(passage.turnId) as Turn | undefined;
    expect(turn).toBeDefined();
    if (passage.state === 'anchored')
      expect(turn?.text.slice(passage.start, passage.end)).toBe(passage.quote);
  }
}

describe('editTurnText', () => {
  it('moves passages behind the edit, and keeps their context up to date', async () => {
    const { state, turn, passage } = await setUp();
    const { result } = await editing(state, (draft) =>
      editTurnText(draft, turn.id, TEXT.replace('before they sail', 'long before they ever sail')),
    );
    expect(result.kept).toBe(1);
    expect(result.changed).toHaveLength(1);
    expect(passage('Repay those fees.')).toMatchObject({ state: 'anchored', start: 46 });
    expect(passage('Repay those fees.')?.before.endsWith('ever sail. ')).toBe(true);
    expect(passage('Crews pay brokers long before they ever sail.')).toBeDefined();
    expectSound(state);
  });

  it('keeps a passage whose words are gone as unsure, with the words it had', async () => {
    const { state, turn, passage } = await setUp();
    const { result } = await editing(state, (draft) =>
      editTurnText(draft, turn.id, TEXT.replace('Repay those fees.', 'Nothing to add.')),
    );
    expect(result.unsure).toHaveLength(1);
    expect(passage('Repay those fees.')).toMatchObject({ state: 'unsure', turnId: turn.id });
    // Typed again, the words stand where they stood; that it is the same passage again a person says.
    await editing(state, (draft) => editTurnText(draft, turn.id, TEXT));
    expect(passage('Repay those fees.')).toMatchObject({ state: 'unsure', turnId: turn.id, start: 36 });
  });

  it('refuses an empty text, and changes nothing where nothing changed', async () => {
    const { state, turn } = await setUp();
    await expect(editing(state, (draft) => editTurnText(draft, turn.id, ' \n '))).rejects.toMatchObject({
      problem: { code: 'turn-empty' },
    });
    const { changes } = await editing(state, (draft) => editTurnText(draft, turn.id, TEXT));
    expect(changes).toEqual([]);
  });

  it('moves cue times with their words', async () => {
    const { state, turn } = await setUp();
    const cues = [
      { at: 0, start: 1, end: 3 },
      { at: 36, start: 3, end: 5 },
      { at: 54, start: 5, end: 9 },
    ];
    state.turns.set(turn.id, { ...turn, cues });
    await editing(state, (draft) => editTurnText(draft, turn.id, TEXT.replace('Repay those fees. ', '')));
    const after = state.turns.get(turn.id) as Turn;
    expect(after.cues).toEqual([
      { at: 0, start: 1, end: 3 },
      { at: 36, start: 5, end: 9 },
    ]);
    expect(after.text.slice(36)).toBe('手数料を返してください。');
  });
});

describe('splitTurn and joinTurnAbove', () => {
  it('gives each part its passages and times; joined again, all is in one turn', async () => {
    const { state, turn, dialogue, passage, textOf } = await setUp();
    const cues = [
      { at: 0, start: 1, end: 3 },
      { at: 20, start: 3, end: 6 },
      { at: 54, start: 6, end: 9 },
    ];
    state.turns.set(turn.id, { ...turn, start: 1, end: 9, cues });
    const { result } = await editing(state, (draft) => splitTurn(draft, turn.id, 36));
    expect(textOf(turn.id)).toBe('Crews pay brokers before they sail.');
    expect(textOf(result.turnId)).toBe('Repay those fees. 手数料を返してください。');
    expect(passage('Repay those fees.')).toMatchObject({
      turnId: result.turnId,
      start: 0,
      state: 'anchored',
    });
    expect(state.turns.get(turn.id)).toMatchObject({ start: 1, end: 6 });
    expect(state.turns.get(result.turnId)).toMatchObject({
      participantId: turn.participantId,
      start: 3,
      end: 9,
      cues: [
        { at: 0, start: 3, end: 6 },
        { at: 18, start: 6, end: 9 },
      ],
    });
    const inOrder = await turnsInOrder(new Draft(stateReader(state)), dialogue.id);
    expect(inOrder.map(({ id }) => id).slice(0, 2)).toEqual([turn.id, result.turnId]);

    await editing(state, (draft) => joinTurnAbove(draft, result.turnId));
    expect(textOf(turn.id)).toBe(TEXT.replace('sail. ', 'sail.\n\n'));
    expect(state.turns.get(turn.id)).toMatchObject({ start: 1, end: 9 });
    expect(passage('Repay those fees.')).toMatchObject({ turnId: turn.id, state: 'anchored' });
    expect(state.turns.has(result.turnId)).toBe(false);
    expectSound(state);
  });

  it('leaves a passage across the cut to a person, and shows where it stands when the cut is closed', async () => {
    const { state, turn, passage } = await setUp();
    const { result } = await editing(state, (draft) => splitTurn(draft, turn.id, 10));
    expect(result.relocation.unsure.map(({ quote }) => quote)).toEqual([
      'Crews pay brokers before they sail.',
    ]);
    await editing(state, (draft) => joinTurnAbove(draft, result.turnId));
    expect(passage('Crews pay brokers before they sail.')).toMatchObject({ state: 'unsure', start: 0 });
  });

  it('splits as often as one likes between two turns', async () => {
    const { state, turn, dialogue } = await setUp({ order: Number.MIN_VALUE });
    for (let times = 0; times < 3; times += 1)
      await editing(state, (draft) =>
        splitTurn(draft, turn.id, (state.turns.get(turn.id) as Turn).text.length - 3),
      );
    const turns = await turnsInOrder(new Draft(stateReader(state)), dialogue.id);
    expect(turns.map(({ text }) => text).join('')).toBe(
      `${TEXT}We hear you. Brokers are licensed by the port.`,
    );
  });

  it('refuses to split off nothing, to join the first turn, and to join across a heading', async () => {
    const { state, turn, below } = await setUp({ heading: 'Fees' });
    const refused = (recipe: (draft: Draft) => Promise<unknown>) =>
      editing(state, recipe).then(
        () => 'done',
        (thrown: { problem: { code: string } }) => thrown.problem.code,
      );
    expect(await refused((draft) => splitTurn(draft, turn.id, TEXT.length))).toBe('turn-split-end');
    expect(await refused((draft) => splitTurn(draft, turn.id, 0))).toBe('turn-split-end');
    expect(await refused((draft) => joinTurnAbove(draft, turn.id))).toBe('turn-join-first');
    expect(await refused((draft) => joinTurnAbove(draft, below.id))).toBe('turn-join-heading');
  });
});

describe('assignSpeaker', () => {
  it('lists the passages of a turn that another person says now, with from whom to whom', async () => {
    const { state, turn, dialogue, participant, passage } = await setUp();
    const other = { ...participant, id: newId(), personId: null, name: 'Jovan Ilic', label: 'Ilic' };
    state.participants.set(other.id, other);
    const { result } = await editing(state, (draft) => assignSpeaker(draft, turn.id, other.id));
    expect(result.unsure).toHaveLength(2);
    expect([...result.doubts.values()]).toEqual(
      Array(2).fill([{ kind: 'speaker', from: participant.name, to: 'Jovan Ilic' }]),
    );
    expect(passage('Repay those fees.')).toMatchObject({ state: 'unsure', turnId: turn.id, start: 36 });
    // Another correction of the turn does not settle it.
    await editing(state, (draft) => editTurnText(draft, turn.id, `Well. ${TEXT}`));
    expect(passage('Repay those fees.')).toMatchObject({ state: 'unsure', start: 42 });
    expect(dialogue.id).toBe(turn.dialogueId);
  });

  it('leaves them as they are where it is the same person under another row', async () => {
    const { state, turn, participant, passage } = await setUp();
    const again = { ...participant, id: newId() };
    state.participants.set(again.id, again);
    const { result } = await editing(state, (draft) => assignSpeaker(draft, turn.id, again.id));
    expect(result.unsure).toEqual([]);
    expect(passage('Repay those fees.')).toMatchObject({ state: 'anchored' });
  });
});

describe('any run of corrections', () => {
  const scrap = fc.constantFrom('', 'fees ', '手数料', '. ', '\n\n', '😀', 'Crews pay ', 'brokers');
  const act = fc.oneof(
    fc.record({
      kind: fc.constant('edit' as const),
      turn: fc.nat(),
      from: fc.nat(),
      to: fc.nat(),
      words: scrap,
    }),
    fc.record({ kind: fc.constant('split' as const), turn: fc.nat(), at: fc.nat() }),
    fc.record({ kind: fc.constant('join' as const), turn: fc.nat() }),
  );

  it('loses no coding and no advice, keeps every anchor true, and is undone byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
        const { state, dialogue } = await setUp();
        const before = JSON.stringify(plainState(state));
        const marks = () => [state.passages.size, state.codings.size, state.advice.size];
        const had = marks();
        const done: Change[][] = [];
        for (const one of acts) {
          const turns = await turnsInOrder(new Draft(stateReader(state)), dialogue.id);
          const turn = turns[one.turn % turns.length] as Turn;
          try {
            const { changes } = await editing(state, async (draft) => {
              if (one.kind === 'split') await splitTurn(draft, turn.id, one.at % (turn.text.length + 1));
              else if (one.kind === 'join') await joinTurnAbove(draft, turn.id);
              else {
                const [from, to] = [one.from, one.to]
                  .map((at) => at % (turn.text.length + 1))
                  .sort((a, b) => a - b) as [number, number];
                await editTurnText(
                  draft,
                  turn.id,
                  turn.text.slice(0, from) + one.words + turn.text.slice(to),
                );
              }
            });
            done.push(changes);
          } catch (thrown) {
            // What an edit refuses it refuses with a reason, and whole.
            expect(thrown).toMatchObject({ problem: { code: expect.stringMatching(/^turn-/) } });
          }
          expect(marks()).toEqual(had);
          expectSound(state);
        }
        for (const changes of done.reverse()) applyChanges(state, invert(changes));
        expect(JSON.stringify(plainState(state))).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});
