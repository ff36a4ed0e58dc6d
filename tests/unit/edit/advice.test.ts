import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { setAdviceStatus, updateAdvice } from '#shared/edit/advice.ts';
import { takeAdvice } from '#shared/edit/coding.ts';
import { ADVICE_STATUSES, type AdviceStatus, NEXT_STATUSES } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import type { Rows, TableName } from '#shared/model/tables.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

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
  const { result: advice } = await edit((draft) =>
    takeAdvice(
      draft,
      { turnId: turn.id, start: 36, end: 53 },
      { kind: 'urge', issueIds: [forcedLabour.id], restatement: 'Repay the fees', addressee: 'Purchasing' },
      AUTHOR,
    ),
  );
  const row = <T extends TableName>(table: T, id: string) => state[table].get(id) as Rows[T] | undefined;
  return { ...workspace, edit, advice, row };
}

describe('updateAdvice', () => {
  it('writes what is given and leaves the rest', async () => {
    const { edit, advice, row } = await setUp();
    await edit((draft) =>
      updateAdvice(draft, advice.id, { response: 'We will', owner: 'Ines', due: '2025-03' }, AUTHOR),
    );
    expect(row('advice', advice.id)).toEqual({
      ...advice,
      response: 'We will',
      owner: 'Ines',
      due: '2025-03',
    });
  });

  it('codes its passages to a further issue once, and takes no coding away', async () => {
    const { state, edit, advice, row, privacy, forcedLabour } = await setUp();
    await edit((draft) => updateAdvice(draft, advice.id, { issueIds: [privacy.id, privacy.id] }, AUTHOR));
    expect(row('advice', advice.id)?.issueIds).toEqual([privacy.id]);
    const coded = [...state.codings.values()].map((one) => (one as Rows['codings']).issueId);
    expect(coded.sort()).toEqual([forcedLabour.id, privacy.id].sort());
    await edit((draft) =>
      updateAdvice(draft, advice.id, { issueIds: [privacy.id, forcedLabour.id] }, AUTHOR),
    );
    expect(state.codings.size).toBe(2);
  });

  it('refuses an issue that is not there and a date that is none', async () => {
    const { edit, advice, row } = await setUp();
    await expect(
      edit((draft) => updateAdvice(draft, advice.id, { issueIds: [newId()] }, AUTHOR)),
    ).rejects.toMatchObject({ problem: { code: 'row-missing' } });
    await expect(
      edit((draft) => updateAdvice(draft, advice.id, { due: 'next spring' }, AUTHOR)),
    ).rejects.toMatchObject({ problem: { code: 'row-invalid', params: { field: 'due' } } });
    expect(row('advice', advice.id)).toEqual(advice);
  });
});

describe('setAdviceStatus', () => {
  it.each(ADVICE_STATUSES.flatMap((from) => ADVICE_STATUSES.map((to) => [from, to] as const)))(
    'from %s to %s follows the steps of the model',
    async (from: AdviceStatus, to: AdviceStatus) => {
      const { state, edit, advice, row } = await setUp();
      state.advice.set(advice.id, { ...advice, status: from });
      const step = edit((draft) => setAdviceStatus(draft, advice.id, to));
      if (from === to) expect((await step).changes).toEqual([]);
      else if (NEXT_STATUSES[from].includes(to)) await step;
      else
        await expect(step).rejects.toMatchObject({ problem: { code: 'advice-step', params: { from, to } } });
      const expected = NEXT_STATUSES[from].includes(to) ? to : from;
      expect(row('advice', advice.id)?.status).toBe(expected);
    },
  );
});
