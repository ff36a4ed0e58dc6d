import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { setAdviceStatus, updateAdvice, updateSeveral } from '#shared/edit/advice.ts';
import { takeAdvice } from '#shared/edit/coding.ts';
import { ADVICE_STATUSES, type AdviceStatus, adviceDue, NEXT_STATUSES } from '#shared/model/advice.ts';
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
  const pairs = ADVICE_STATUSES.flatMap((from) => ADVICE_STATUSES.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s is one step where it follows, or where it is answered', async (from, to) => {
    for (const response of ['', 'We repaid them.']) {
      const { state, edit, advice, row } = await setUp();
      state.advice.set(advice.id, { ...advice, status: from, response, noCommitmentWhy: 'Nothing to do' });
      const step = edit((draft) => setAdviceStatus(draft, advice.id, to));
      const goes = NEXT_STATUSES[from].includes(to) || (response !== '' && to !== 'heard');
      if (from === to) expect((await step).changes).toEqual([]);
      else if (goes) await step;
      else
        await expect(step).rejects.toMatchObject({
          problem: { code: to === 'heard' ? 'advice-step' : 'advice-response', params: { from, to } },
        });
      expect(row('advice', advice.id)?.status).toBe(goes ? to : from);
    }
  });
});

describe('updateSeveral', () => {
  async function two() {
    const workspace = await setUp();
    const { edit, turn } = workspace;
    const fields = { kind: 'caution' as const, issueIds: [], restatement: '', addressee: '' };
    const { result: other } = await edit((draft) =>
      takeAdvice(draft, { turnId: turn.id, start: 0, end: 20 }, fields, AUTHOR),
    );
    await edit((draft) => updateAdvice(draft, other.id, { response: 'Under way.' }, AUTHOR));
    return { ...workspace, other };
  }

  it('settles all in one change set, overwrites no response, and is taken back exactly', async () => {
    const { state, edit, advice, other, row } = await two();
    const before = structuredClone(state);
    const { changes } = await edit((draft) =>
      updateSeveral(
        draft,
        [advice.id, other.id],
        { status: 'done', response: 'Repaid in March.', owner: 'Purchasing', due: '2025-03' },
        AUTHOR,
      ),
    );
    for (const { id } of [advice, other])
      expect(row('advice', id)).toMatchObject({ status: 'done', owner: 'Purchasing', due: '2025-03' });
    expect(row('advice', advice.id)?.response).toBe('Repaid in March.');
    expect(row('advice', other.id)?.response).toBe('Under way.');
    applyChanges(state, invert(changes));
    expect(state).toEqual(before);
  });

  it('writes nothing at all where one of them lacks its response', async () => {
    const { state, edit, advice, other } = await two();
    const before = structuredClone(state);
    await expect(
      edit((draft) => updateSeveral(draft, [other.id, advice.id], { status: 'done' }, AUTHOR)),
    ).rejects.toMatchObject({ problem: { code: 'advice-response' } });
    expect(state).toEqual(before);
  });
});

describe('adviceDue', () => {
  it('calls what is settled neither overdue nor soon', () => {
    const today = '2025-04-01';
    const due = (status: AdviceStatus, date: string | null) => adviceDue({ status, due: date }, today);
    expect(due('heard', '2025-03')).toBe('overdue');
    expect(due('accepted', '2025-04')).toBe('soon');
    expect(due('accepted', '2025')).toBe('later');
    for (const status of ['done', 'declined'] as const) expect(due(status, '2025-03')).toBe('later');
    expect(due('done', null)).toBe('undated');
  });
});
