import { describe, expect, it } from 'vitest';
import { type Change, invert, squash, validateChanges } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { makeIssue, makeRound, smallWorkspace } from '../../fixtures/state.ts';

describe('Draft', () => {
  it('reads its own writes and leaves the store alone', async () => {
    const { state, turn, dialogue } = smallWorkspace();
    const draft = new Draft(stateReader(state));
    await draft.patch('turns', turn.id, { heading: 'Fees' });
    await draft.remove('dialogues', dialogue.id);
    expect((await draft.find('turns', 'dialogueId', dialogue.id)).map((one) => one.heading)).toEqual([
      'Fees',
    ]);
    expect(await draft.all('dialogues')).toEqual([]);
    expect(state.dialogues.size).toBe(1);
    expect(await draft.finish()).toHaveLength(2);
  });

  it('collects one change a row, and none for what ends as it began', async () => {
    const { state, turn } = smallWorkspace();
    const draft = new Draft(stateReader(state));
    await draft.patch('turns', turn.id, { heading: 'Fees' });
    await draft.patch('turns', turn.id, { heading: null });
    const issue = makeIssue();
    await draft.put('issues', issue);
    await draft.remove('issues', issue.id);
    expect(await draft.finish()).toEqual([]);
  });

  it('refuses a row that its schema does not allow', async () => {
    const { state, turn } = smallWorkspace();
    const draft = new Draft(stateReader(state));
    await draft.patch('turns', turn.id, { order: Number.NaN });
    await expect(draft.finish()).rejects.toMatchObject({
      problem: { code: 'row-invalid', params: { table: 'turns', field: 'order' } },
    });
  });

  it('refuses a change of a closed round, and lets it be reopened', async () => {
    const { state } = smallWorkspace();
    const round = makeRound({ stage: 'closed', closedAt: '2024-07-01T00:00:00.000Z' });
    state.rounds.set(round.id, round);
    const rename = new Draft(stateReader(state));
    await rename.patch('rounds', round.id, { name: { en: 'Another' } });
    await expect(rename.finish()).rejects.toMatchObject({ problem: { code: 'round-closed' } });
    const reopen = new Draft(stateReader(state));
    await reopen.patch('rounds', round.id, { stage: 'discussion', closedAt: null });
    expect(await reopen.finish()).toHaveLength(1);
  });
});

describe('change sets', () => {
  const { turn } = smallWorkspace();
  const edited = { ...turn, heading: 'Fees' };
  const changes: Change[] = [
    { table: 'turns', id: turn.id, before: null, after: turn },
    { table: 'turns', id: turn.id, before: turn, after: edited },
  ];

  it('invert twice is the same', () => {
    expect(invert(invert(changes))).toEqual(changes);
    expect(invert(changes)[0]).toEqual({ table: 'turns', id: turn.id, before: edited, after: turn });
  });

  it('squash to what is left of them', () => {
    expect(squash(changes)).toEqual([{ table: 'turns', id: turn.id, before: null, after: edited }]);
    expect(squash([...changes, { table: 'turns', id: turn.id, before: edited, after: null }])).toEqual([]);
  });

  it('name a row whose id is not the change’s', () => {
    expect(() =>
      validateChanges([{ table: 'turns', id: makeIssue().id, before: null, after: turn }]),
    ).toThrow(/row-invalid/);
  });
});
