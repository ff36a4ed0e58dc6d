import { describe, expect, it } from 'vitest';
import { anchorOf } from '#shared/anchor/anchor.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState } from '#shared/change/state.ts';
import { codeSelection, takeAdvice } from '#shared/edit/coding.ts';
import { keepPassage, placePassage, removePassage, suggestionFor } from '#shared/edit/review.ts';
import { editTurnText } from '#shared/edit/turn.ts';
import { newId } from '#shared/model/basics.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { makeDialogue, makeTurn, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

async function editing<R>(state: IndexedState, recipe: (draft: Draft) => Promise<R>) {
  const draft = new Draft(stateReader(state));
  const result = await recipe(draft);
  applyChanges(state, await draft.finish());
  return result;
}

/** “Repay those fees.” coded and taken as advice; then the turn was rewritten around other words. */
async function setUp() {
  const workspace = smallWorkspace();
  const { state, turn, forcedLabour } = workspace;
  const selection = { turnId: turn.id, start: 36, end: 53 };
  await editing(state, async (draft) => {
    await codeSelection(draft, selection, [forcedLabour.id], AUTHOR);
    await takeAdvice(
      draft,
      selection,
      { kind: 'urge', issueIds: [], restatement: '', addressee: '' },
      AUTHOR,
    );
  });
  const text =
    'Crews pay brokers before they sail. You must give back all of those fees at once. 手数料を返してください。';
  await editing(state, (draft) => editTurnText(draft, turn.id, text));
  const passage = () => [...(state.passages.values() as Iterable<Passage>)][0] as Passage;
  return { ...workspace, text, passage };
}

describe('the review list', () => {
  it('suggests the place with the same surroundings, and puts the passage there when told to', async () => {
    const { state, passage, turn, text } = await setUp();
    expect(passage().state).toBe('unsure');
    const now = state.turns.get(turn.id) as Turn;
    const start = text.indexOf('give back');
    await editing(state, (draft) =>
      placePassage(draft, passage().id, {
        turnId: now.id,
        start,
        end: start + 'give back all of those fees'.length,
      }),
    );
    expect(passage()).toMatchObject({ state: 'anchored', quote: 'give back all of those fees' });
    expect(state.codings.size).toBe(1);
  });

  it('finds the very words in another turn, and similar ones nearby', () => {
    const { dialogue } = smallWorkspace();
    const turns = [
      makeTurn(dialogue.id, { text: 'Thank you for coming.' }),
      makeTurn(dialogue.id, { text: 'As I said, the brokers keep their passports in a locked drawer.' }),
      makeTurn(dialogue.id, { text: 'Let us go on.' }),
    ] as [Turn, Turn, Turn];
    const old = 'Yes. The brokers keep their passports in a locked drawer.';
    const passage: Passage = {
      id: newId(),
      dialogueId: dialogue.id,
      turnId: turns[2].id,
      ...anchorOf(old, 5, old.length - 1),
      attribution: null,
      state: 'unsure',
    };
    const suggestion = suggestionFor(passage, turns);
    expect(suggestion?.turnId).toBe(turns[1].id);
    expect(turns[1].text.slice(suggestion?.start, suggestion?.end)).toContain('brokers keep their passports');
    expect(suggestionFor(passage, [turns[0], turns[2]])).toBeNull();
  });

  it('lets the old words stand when told to: the passage leaves the list and stays what it was', async () => {
    const { state, passage, turn } = await setUp();
    await editing(state, (draft) => keepPassage(draft, passage().id));
    await editing(state, (draft) => editTurnText(draft, turn.id, 'Nothing of this was said.'));
    expect(passage()).toMatchObject({ state: 'kept', quote: 'Repay those fees.' });
    await editing(state, (draft) =>
      editTurnText(
        draft,
        turn.id,
        'Crews pay brokers before they sail. Repay those fees. 手数料を返してください。',
      ),
    );
    expect(passage()).toMatchObject({ state: 'kept', start: 36 });
  });

  it('removes a passage with all that hangs on it alone', async () => {
    const { state, passage } = await setUp();
    await editing(state, (draft) => removePassage(draft, passage().id));
    expect([state.passages.size, state.codings.size, state.advice.size]).toEqual([0, 0, 0]);
  });

  it('puts no passage into another dialogue, and none on blank space', async () => {
    const { state, passage, turn } = await setUp();
    const other = makeDialogue();
    const foreign = makeTurn(other.id);
    state.turns.set(foreign.id, foreign);
    const place = (turnId: string, start: number, end: number) =>
      editing(state, (draft) => placePassage(draft, passage().id, { turnId, start, end }));
    await expect(place(foreign.id, 0, 5)).rejects.toMatchObject({ problem: { code: 'passage-elsewhere' } });
    await expect(place(turn.id, 35, 36)).rejects.toMatchObject({ problem: { code: 'selection-empty' } });
  });
});
