import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { decide } from '#shared/edit/decision.ts';
import { describeImpact, joinedText } from '#shared/edit/impact.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { changeRound, moveToStage, removeRound, startFrom } from '#shared/edit/round.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makeIssue, makeRound } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

function setUp() {
  const [wages, hours] = [makeIssue({ code: 'sc-wages' }), makeIssue({ code: 'sc-hours', order: 1 })];
  const assessors = [
    { id: newId(), name: 'A', voice: 'company' as const, personId: null, conflict: '', withdrawn: false },
  ];
  const round = makeRound({ issueIds: [wages.id, hours.id], stage: 'discussion', assessors });
  const state = indexState({ ...emptyState(), issues: [wages, hours], rounds: [round] });
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
  const describe = (issueId: string, fields: Parameters<typeof describeImpact>[3]) =>
    edit((draft) => describeImpact(draft, round.id, issueId, fields, AUTHOR));
  return { edit, describe, round, wages, hours, impacts: () => plainState(state).impacts, state };
}

describe('an impact line', () => {
  it('is written field by field, one an issue and round, and says who wrote it when', async () => {
    const { describe, impacts, round, wages } = setUp();
    await describe(wages.id, { affected: { en: ' Crews ', ja: '' } });
    await describe(wages.id, { connection: 'contribute', valueChain: ['upstream'] });
    expect(impacts()).toHaveLength(1);
    expect(impacts()[0]).toMatchObject({
      roundId: round.id,
      issueId: wages.id,
      affected: { en: 'Crews' },
      connection: 'contribute',
      valueChain: ['upstream'],
      horizon: null,
      ...AUTHOR,
    });
  });

  it('is gone when nothing is said any more', async () => {
    const { describe, impacts, wages } = setUp();
    await describe(wages.id, { affected: { en: 'Crews' }, horizon: 'long' });
    await describe(wages.id, { horizon: null });
    expect(impacts()).toHaveLength(1);
    await describe(wages.id, { affected: { en: ' ' } });
    expect(impacts()).toEqual([]);
    await describe(wages.id, { affected: {} });
    expect(impacts()).toEqual([]);
  });

  it('has the same id on two machines that write it apart', async () => {
    const one = setUp();
    await one.describe(one.wages.id, { country: { en: 'Chile' } });
    const first = one.impacts()[0]?.id;
    await one.describe(one.wages.id, { country: {} });
    await one.describe(one.wages.id, { horizon: 'short' });
    expect(one.impacts()[0]?.id).toBe(first);
  });

  it('is refused for a closed round, and for an issue that is not in the round', async () => {
    const { describe, edit, impacts, round, wages } = setUp();
    await describe(wages.id, { affected: { en: 'Crews' } });
    await expect(describe(makeIssue().id, { horizon: 'short' })).rejects.toMatchObject({
      problem: { code: 'not-in-round' },
    });
    await edit((draft) => moveToStage(draft, round.id, 'closed', AUTHOR));
    await expect(describe(wages.id, { affected: { en: 'Others' } })).rejects.toMatchObject({
      problem: { code: 'round-closed' },
    });
    expect(impacts()[0]?.affected).toEqual({ en: 'Crews' });
  });

  it('goes with an issue that leaves the round, and with the round', async () => {
    const { describe, edit, impacts, round, wages, hours } = setUp();
    await describe(wages.id, { horizon: 'short' });
    await describe(hours.id, { horizon: 'long' });
    await edit((draft) =>
      changeRound(draft, round.id, { issueIds: [hours.id] }, { ...AUTHOR, why: 'Not rated' }),
    );
    expect(impacts().map(({ issueId }) => issueId)).toEqual([hours.id]);
    await edit((draft) => removeRound(draft, round.id));
    expect(impacts()).toEqual([]);
  });

  it('is joined to that of the issue into which its own is merged, with nothing dropped', async () => {
    const { describe, edit, impacts, wages, hours } = setUp();
    await describe(wages.id, {
      affected: { en: 'Crews', ja: '船員' },
      valueChain: ['upstream'],
      connection: 'cause',
    });
    await describe(hours.id, {
      affected: { en: 'Dockers' },
      valueChain: ['downstream', 'upstream'],
      connection: 'contribute',
      horizon: 'long',
    });
    await edit((draft) =>
      mergeIssues(draft, [wages.id], hours.id, { by: 'Ren', at: '2024-06-02T00:00:00.000Z' }),
    );
    expect(impacts()).toHaveLength(1);
    expect(impacts()[0]).toMatchObject({
      issueId: hours.id,
      affected: { en: 'Dockers\nCrews', ja: '船員' },
      valueChain: ['downstream', 'upstream'],
      connection: 'contribute',
      horizon: 'long',
    });
  });

  it('follows its issue where the one that it is merged into has none', async () => {
    const { describe, edit, impacts, wages, hours } = setUp();
    await describe(wages.id, { country: { en: 'Chile' } });
    await edit((draft) =>
      mergeIssues(draft, [wages.id], hours.id, { by: 'Ren', at: '2024-06-02T00:00:00.000Z' }),
    );
    expect(impacts().map(({ issueId, country }) => [issueId, country])).toEqual([
      [hours.id, { en: 'Chile' }],
    ]);
  });
});

describe('texts in several languages', () => {
  it('are joined language by language; what is there already is not repeated', () => {
    expect(joinedText({ en: 'a b', ja: 'い' }, { en: 'b', ja: 'ろ', fr: 'c' })).toEqual({
      en: 'a b',
      ja: 'い\nろ',
      fr: 'c',
    });
  });
});

describe('gross or net', () => {
  it('is kept by a round that begins with another one; where it looks is written anew', async () => {
    const { edit, round, state } = setUp();
    await edit((draft) => changeRound(draft, round.id, { grossOrNet: 'gross', focus: { en: 'Ports' } }));
    const next = await edit((draft) =>
      startFrom(draft, round.id, { fiscalYear: 2025, name: { en: 'Next' }, keepAssessors: true }, AUTHOR),
    );
    expect(state.rounds.get(next.id)).toMatchObject({ grossOrNet: 'gross', focus: {} });
  });
});

describe('the measure of a decision', () => {
  it('is kept where a later decision says nothing of it, and taken away where it says that there is none', async () => {
    const { edit, round, wages, state } = setUp();
    const fields = {
      level: 'monitor' as const,
      suggested: null,
      why: '',
      owner: '',
      reviewDate: null,
      fiscalYear: 2025,
    };
    const subject = { kind: 'issue' as const, id: wages.id };
    const decided = (more: object) =>
      edit((draft) => decide(draft, round.id, subject, { ...fields, ...more }, AUTHOR));
    await decided({ measure: { en: ' Audits ', ja: ' ' }, due: '2025-03' });
    await decided({});
    expect(plainState(state).decisions).toMatchObject([{ measure: { en: 'Audits' }, due: '2025-03' }]);
    await decided({ measure: {}, due: null });
    expect(plainState(state).decisions).toMatchObject([{ measure: {}, due: null }]);
  });
});
