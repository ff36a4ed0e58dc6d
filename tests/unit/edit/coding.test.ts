import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { codeSelection, removeAdvice, removeCoding, takeAdvice } from '#shared/edit/coding.ts';
import { removeDialogue } from '#shared/edit/dialogue-removal.ts';
import { makeRound, smallWorkspace } from '../../fixtures/state.ts';

const HAND = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

function setUp() {
  const workspace = smallWorkspace();
  const { state } = workspace;
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  return { ...workspace, edit };
}

describe('codeSelection', () => {
  it('codes one passage to several issues, and the same thing only once', async () => {
    const { state, turn, forcedLabour, privacy, edit } = setUp();
    const selection = { turnId: turn.id, start: 0, end: 35 };
    await edit((draft) => codeSelection(draft, selection, [forcedLabour.id, privacy.id], HAND));
    const { changes } = await edit((draft) =>
      codeSelection(draft, { ...selection, end: 36 }, [forcedLabour.id], HAND),
    );
    expect(state.passages.size).toBe(1);
    expect(state.codings.size).toBe(2);
    expect(changes).toEqual([]);
  });

  it('keeps the codings of two coders apart', async () => {
    const { state, turn, forcedLabour, edit } = setUp();
    const selection = { turnId: turn.id, start: 0, end: 35 };
    await edit((draft) => codeSelection(draft, selection, [forcedLabour.id], HAND));
    await edit((draft) => codeSelection(draft, selection, [forcedLabour.id], { ...HAND, by: 'Ines' }));
    expect([...state.codings.values()].map((one) => (one as { coder: string }).coder)).toEqual([
      'Ren',
      'Ines',
    ]);
  });

  it('refuses blank space and unknown issues, writing nothing', async () => {
    const { state, turn, forcedLabour, edit } = setUp();
    const blank = edit((draft) =>
      codeSelection(draft, { turnId: turn.id, start: 35, end: 36 }, [forcedLabour.id], HAND),
    );
    await expect(blank).rejects.toMatchObject({ problem: { code: 'selection-empty' } });
    const unknown = edit((draft) =>
      codeSelection(draft, { turnId: turn.id, start: 0, end: 5 }, [turn.id], HAND),
    );
    await expect(unknown).rejects.toMatchObject({ problem: { code: 'row-missing' } });
    expect(state.passages.size + state.codings.size).toBe(0);
  });
});

describe('advice', () => {
  const FIELDS = { kind: 'urge' as const, restatement: 'Repay recruitment fees', addressee: 'Purchasing' };

  it('keeps its passage when the coding goes, and takes it along when nothing else needs it', async () => {
    const { state, turn, forcedLabour, edit } = setUp();
    const selection = { turnId: turn.id, start: 36, end: 53 };
    const { result: advice } = await edit((draft) =>
      takeAdvice(draft, selection, { ...FIELDS, issueIds: [forcedLabour.id] }, HAND),
    );
    expect(advice.status).toBe('heard');
    const [coding] = [...state.codings.keys()];
    await edit((draft) => removeCoding(draft, coding ?? ''));
    expect(state.passages.size).toBe(1);
    await edit((draft) => removeAdvice(draft, advice.id));
    expect(state.passages.size).toBe(0);
  });

  it('comes back whole by undo', async () => {
    const { state, turn, forcedLabour, edit } = setUp();
    await edit((draft) =>
      takeAdvice(
        draft,
        { turnId: turn.id, start: 36, end: 53 },
        { ...FIELDS, issueIds: [forcedLabour.id] },
        HAND,
      ),
    );
    const before = structuredClone(state);
    const [id] = [...state.advice.keys()];
    const { changes } = await edit((draft) => removeAdvice(draft, id ?? ''));
    applyChanges(state, invert(changes));
    expect(state).toEqual(before);
  });
});

describe('removeDialogue', () => {
  it('takes turns, marks and participants along and leaves other rows alone', async () => {
    const { state, dialogue, turn, forcedLabour, edit } = setUp();
    await edit((draft) =>
      codeSelection(draft, { turnId: turn.id, start: 0, end: 35 }, [forcedLabour.id], HAND),
    );
    await edit((draft) => removeDialogue(draft, dialogue.id));
    for (const table of ['dialogues', 'turns', 'participants', 'passages', 'codings'] as const) {
      expect(state[table].size, table).toBe(0);
    }
    expect(state.issues.size).toBe(2);
  });

  it('is refused while a closed round rests on the dialogue', async () => {
    const { state, dialogue, edit } = setUp();
    const round = makeRound({ stage: 'closed', dialogueIds: [dialogue.id], closedAt: HAND.at });
    state.rounds.set(round.id, round);
    const removal = edit((draft) => removeDialogue(draft, dialogue.id));
    await expect(removal).rejects.toMatchObject({ problem: { code: 'dialogue-in-closed-round' } });
    expect(state.dialogues.size).toBe(1);
  });
});
