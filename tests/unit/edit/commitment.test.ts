import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, plainState } from '#shared/change/state.ts';
import { updateAdvice, updateSeveral } from '#shared/edit/advice.ts';
import { bringEarlier } from '#shared/edit/bring-earlier.ts';
import { removeAdvice, takeAdvice } from '#shared/edit/coding.ts';
import {
  addCommitment,
  removeCommitment,
  setCommitmentStatus,
  updateCommitment,
} from '#shared/edit/commitment.ts';
import { updateDialogue } from '#shared/edit/dialogue.ts';
import { removeDialogue } from '#shared/edit/dialogue-removal.ts';
import { addEntry, tellHere } from '#shared/edit/entry.ts';
import { removePassage } from '#shared/edit/review.ts';
import { editTurnText } from '#shared/edit/turn.ts';
import type { Advice } from '#shared/model/advice.ts';
import { type Commitment, isSettledCommitment } from '#shared/model/commitment.ts';
import { dangling } from '#shared/model/references.ts';
import type { Rows, TableName } from '#shared/model/tables.ts';
import { attempts, edited } from '../../fixtures/edits.ts';
import { makeDialogue, makeTurn, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

async function setUp() {
  const workspace = smallWorkspace();
  const { state, turn, forcedLabour } = workspace;
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  const fields = { kind: 'urge' as const, issueIds: [forcedLabour.id], restatement: 'Repay', addressee: '' };
  const { result: advice } = await edit((draft) =>
    takeAdvice(draft, { turnId: turn.id, start: 36, end: 53 }, fields, AUTHOR),
  );
  const next = makeDialogue({ date: '2025-06-01', follows: workspace.dialogue.id });
  const told = makeTurn(next.id, { text: 'All fees were repaid by March. 手数料を返しました。' });
  state.dialogues.set(next.id, next);
  state.turns.set(told.id, told);
  const rows = <T extends TableName>(table: T) => [...state[table].values()] as Rows[T][];
  const status = () => rows('advice')[0]?.status;
  return { ...workspace, edit, advice, next, told, rows, status };
}

async function promised() {
  const workspace = await setUp();
  const { result: commitment } = await workspace.edit((draft) =>
    addCommitment(draft, { to: 'advice', id: workspace.advice.id }, { text: ' Repay in a year ' }, AUTHOR),
  );
  return { ...workspace, commitment };
}

const code = (wanted: string) => ({ problem: { code: wanted } });

describe('advice and what was promised in answer to it', () => {
  it('is accepted with a commitment, or with the reason why there is none', async () => {
    for (const said of [{ commitment: { text: 'Repay' } }, { noCommitmentWhy: 'Already done' }]) {
      const { edit, advice, status } = await setUp();
      const accept = (details: object) =>
        edit((draft) =>
          updateSeveral(draft, [advice.id], { status: 'accepted', ...details, response: 'Yes' }, AUTHOR),
        );
      await expect(accept({})).rejects.toMatchObject(code('advice-uncommitted'));
      expect(status()).toBe('heard');
      await accept(said);
      expect(status()).toBe('accepted');
    }
  });

  it('keeps the reason why nothing is promised as long as nothing is', async () => {
    const { edit, advice } = await setUp();
    const accepted = { status: 'accepted' as const, noCommitmentWhy: 'Already done', response: 'Yes' };
    await edit((draft) => updateSeveral(draft, [advice.id], accepted, AUTHOR));
    await expect(
      edit((draft) => updateAdvice(draft, advice.id, { noCommitmentWhy: '' }, AUTHOR)),
    ).rejects.toMatchObject(code('advice-uncommitted'));
  });

  it('is done once each commitment is kept, dropped or replaced with the reason', async () => {
    const { edit, advice, commitment, status } = await promised();
    const done = (kept?: true) =>
      edit((draft) =>
        updateSeveral(draft, [advice.id], { status: 'done', response: 'Yes', ...(kept && { kept }) }, AUTHOR),
      );
    await expect(done()).rejects.toMatchObject(code('advice-commitments-open'));
    await expect(
      edit((draft) => setCommitmentStatus(draft, commitment.id, 'dropped', '  ')),
    ).rejects.toMatchObject(code('commitment-why'));
    await edit((draft) => setCommitmentStatus(draft, commitment.id, 'replaced', 'A fund pays'));
    await done();
    expect(status()).toBe('done');
    await expect(
      edit((draft) => setCommitmentStatus(draft, commitment.id, 'promised')),
    ).rejects.toMatchObject(code('advice-commitments-open'));
  });

  it('keeps its only commitment, unless the advice is taken back', async () => {
    const { edit, advice, commitment } = await promised();
    await edit((draft) => updateSeveral(draft, [advice.id], { status: 'accepted', response: 'Yes' }, AUTHOR));
    await expect(edit((draft) => removeCommitment(draft, commitment.id))).rejects.toMatchObject(
      code('advice-only-commitment'),
    );
    await edit((draft) => removeAdvice(draft, advice.id));
  });

  it('holds after whatever is done with the app’s own edits', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (tried) => {
        await edited(tried, (state) => expect(broken(state)).toEqual([]));
      }),
      { numRuns: 150, seed: 20_210_331 },
    );
  });
});

/** Advice that is accepted without a commitment or a reason, or done with something open. */
function broken(state: IndexedState): string[] {
  const commitments = [...state.commitments.values()] as Commitment[];
  return ([...state.advice.values()] as Advice[]).flatMap(({ id, status, noCommitmentWhy }) => {
    const own = commitments.filter(({ madeIn }) => madeIn.to === 'advice' && madeIn.id === id);
    if (status === 'accepted' && own.length === 0 && noCommitmentWhy === '') return ['accepted'];
    return status === 'done' && !own.every(isSettledCommitment) ? ['done'] : [];
  });
}

describe('a commitment', () => {
  it('has words, and forgets why nothing was promised', async () => {
    const { edit, advice, rows } = await setUp();
    await edit((draft) => draft.patch('advice', advice.id, { noCommitmentWhy: 'Too soon' }));
    const add = (text: string) =>
      edit((draft) => addCommitment(draft, { to: 'advice', id: advice.id }, { text }, AUTHOR));
    await expect(add('  ')).rejects.toMatchObject(code('commitment-empty'));
    await add('Repay');
    expect(rows('advice')[0]?.noCommitmentWhy).toBe('');
    const [commitment] = rows('commitments');
    await edit((draft) => updateCommitment(draft, commitment?.id ?? '', { owner: 'Ines', due: '2025-03' }));
    expect(rows('commitments')[0]).toMatchObject({ text: 'Repay', owner: 'Ines', due: '2025-03' });
  });

  it('has the owner and the date that the advice had, which has them no longer', async () => {
    const { edit, advice, rows } = await setUp();
    await edit((draft) => updateAdvice(draft, advice.id, { owner: 'Ines', due: '2025-03' }, AUTHOR));
    const add = (text: string, fields: object = {}) =>
      edit((draft) => addCommitment(draft, { to: 'advice', id: advice.id }, { text, ...fields }, AUTHOR));
    await add('Repay', { due: '2025-06' });
    await add('Warn others');
    expect(rows('advice')[0]).toMatchObject({ owner: '', due: null });
    expect(rows('commitments').map(({ text, owner, due }) => [text, owner, due])).toEqual([
      ['Repay', 'Ines', '2025-06'],
      ['Warn others', '', null],
    ]);
  });

  it('takes what was noted of it alone along when it goes', async () => {
    const { edit, advice, commitment, rows } = await promised();
    await edit((draft) =>
      addEntry(
        draft,
        { to: 'commitment', id: commitment.id },
        { kind: 'progress', text: 'Half', when: '2024-12' },
        AUTHOR,
      ),
    );
    await edit((draft) => removeAdvice(draft, advice.id));
    expect([rows('commitments'), rows('entries')]).toEqual([[], []]);
  });
});

describe('words in which it was told', () => {
  const select = (turnId: string) => ({ turnId, start: 0, end: 30 });

  it('are marked once, in a later dialogue alone', async () => {
    const { edit, commitment, told, turn, rows } = await promised();
    const about = { to: 'commitment' as const, id: commitment.id };
    await expect(edit((draft) => tellHere(draft, select(turn.id), about, AUTHOR))).rejects.toMatchObject(
      code('told-where-made'),
    );
    const { result } = await edit((draft) => tellHere(draft, select(told.id), about, AUTHOR));
    const again = await edit((draft) => tellHere(draft, select(told.id), about, AUTHOR));
    expect(again.changes).toEqual([]);
    expect(again.result.id).toBe(result.id);
    expect(rows('entries')).toMatchObject([{ kind: 'told', when: '2025-06-01', refs: [about] }]);
  });

  it('are followed where the text is corrected, and forgotten where they are removed', async () => {
    const { edit, commitment, told, state, rows } = await promised();
    const about = { to: 'commitment' as const, id: commitment.id };
    await edit((draft) => tellHere(draft, select(told.id), about, AUTHOR));
    await edit((draft) => editTurnText(draft, told.id, `As we said. ${told.text}`));
    const [entry] = rows('entries');
    const passage = rows('passages').find(({ id }) => id === entry?.passageId);
    expect(passage).toMatchObject({ start: 12, end: 42, state: 'anchored' });
    await edit((draft) => removePassage(draft, passage?.id ?? ''));
    expect(rows('entries')).toEqual([]);
    expect([...dangling(plainState(state))]).toEqual([]);
  });

  it('are gone with their dialogue, and what followed it follows the one before', async () => {
    const { edit, commitment, told, next, dialogue, state, rows } = await promised();
    const third = makeDialogue({ follows: next.id });
    state.dialogues.set(third.id, third);
    await edit((draft) => tellHere(draft, select(told.id), { to: 'commitment', id: commitment.id }, AUTHOR));
    await edit((draft) => removeDialogue(draft, next.id));
    expect(rows('entries')).toEqual([]);
    expect(rows('commitments')).toHaveLength(1);
    expect(rows('dialogues').find(({ id }) => id === third.id)?.follows).toBe(dialogue.id);
    expect([...dangling(plainState(state))]).toEqual([]);
  });
});

describe('the dialogue that another one follows', () => {
  it('is none that comes to follow it, nor itself', async () => {
    const { edit, next, dialogue } = await setUp();
    for (const follows of [next.id, dialogue.id])
      await expect(edit((draft) => updateDialogue(draft, dialogue.id, { follows }))).rejects.toMatchObject(
        code('follows-circle'),
      );
    await edit((draft) => updateDialogue(draft, next.id, { follows: null }));
    await edit((draft) => updateDialogue(draft, dialogue.id, { follows: next.id }));
  });
});

describe('commitments that an earlier version kept as a text of the advice', () => {
  const old = { commitment: 'Repay', owner: ' Ines ', due: '2025-03' };

  it.each([
    ['heard', '', { status: 'promised', why: '' }],
    ['done', 'We did', { status: 'kept', why: '' }],
    ['declined', 'Not ours', { status: 'dropped', why: 'Not ours' }],
    ['declined', '', { status: 'promised', why: '' }],
  ] as const)('of advice that is %s', async (status, response, expected) => {
    const { edit, advice, state, rows } = await setUp();
    state.advice.set(advice.id, { ...advice, ...old, status, response });
    await edit(bringEarlier);
    expect(rows('commitments')).toMatchObject([
      { text: 'Repay', owner: 'Ines', due: '2025-03', madeIn: { to: 'advice', id: advice.id }, ...expected },
    ]);
    expect(rows('advice')[0]).toMatchObject({ commitment: '', owner: '', due: null, status });
    const again = await edit(bringEarlier);
    expect(again.changes).toEqual([]);
  });

  it('become the same rows on two machines', async () => {
    const { advice, state } = await setUp();
    state.advice.set(advice.id, { ...advice, ...old });
    const bring = async () => {
      const draft = new Draft(stateReader(state));
      await bringEarlier(draft);
      return draft.finish();
    };
    expect(await bring()).toEqual(await bring());
  });
});
