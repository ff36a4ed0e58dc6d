import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { answer, cite, finish, remark, setNature, unfinish } from '#shared/edit/rating.ts';
import { newId } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import { makeRound, smallWorkspace } from '../../fixtures/state.ts';

const AT = '2024-06-02T00:00:00.000Z';

function setUp() {
  const workspace = smallWorkspace();
  const { state, privacy } = workspace;
  const assessor = {
    id: newId(),
    name: 'Ines',
    voice: 'company' as const,
    personId: null,
    conflict: '',
    withdrawn: false,
  };
  const round = makeRound({ issueIds: [privacy.id], assessors: [assessor] });
  state.rounds.set(round.id, round);
  const place = { roundId: round.id, issueId: privacy.id, assessorId: assessor.id };
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  const only = () => [...state.ratings.values()] as Rating[];
  return { ...workspace, round, place, edit, only };
}

describe('rating', () => {
  it('keeps one row an issue and assessor, however often it is answered', async () => {
    const { edit, place, only } = setUp();
    await edit((draft) => answer(draft, place, 'scale', 4, AT));
    await edit((draft) => answer(draft, place, 'scope', 2, AT));
    await edit((draft) => remark(draft, place, { rationale: 'Lasting harm', confidence: 2 }, AT));
    expect(only()).toHaveLength(1);
    expect(only()[0]).toMatchObject({ scale: 4, scope: 2, rationale: 'Lasting harm', confidence: 2 });
  });

  it('lets “can’t judge” and a number replace each other, and both be withdrawn', async () => {
    const { edit, place, only } = setUp();
    await edit((draft) => answer(draft, place, 'scale', 4, AT));
    await edit((draft) => answer(draft, place, 'scale', 'abstain', AT));
    expect(only()[0]).toMatchObject({ scale: null, abstained: ['scale'] });
    await edit((draft) => answer(draft, place, 'scale', 5, AT));
    expect(only()[0]).toMatchObject({ scale: 5, abstained: [] });
    await edit((draft) => answer(draft, place, 'scale', null, AT));
    expect(only()[0]).toMatchObject({ scale: null, abstained: [] });
  });

  it('drops the likelihood of an impact that is happening, and refuses a new one', async () => {
    const { edit, place, only } = setUp();
    await edit((draft) => answer(draft, place, 'likelihood', 2, AT));
    await edit((draft) => setNature(draft, place, 'actual', AT));
    expect(only()[0]).toMatchObject({ nature: 'actual', likelihood: null });
    await expect(edit((draft) => answer(draft, place, 'likelihood', 1, AT))).rejects.toMatchObject({
      problem: { code: 'likelihood-of-actual' },
    });
    await edit((draft) => setNature(draft, place, 'potential', AT));
    await edit((draft) => answer(draft, place, 'likelihood', 3, AT));
    expect(only()[0]).toMatchObject({ nature: 'potential', likelihood: 3 });
  });

  it('is refused for whoever and whatever is not in the round, and once the round is closed', async () => {
    const { state, edit, place, round, forcedLabour } = setUp();
    for (const wrong of [
      { ...place, issueId: forcedLabour.id },
      { ...place, assessorId: newId() },
    ])
      await expect(edit((draft) => answer(draft, wrong, 'scale', 1, AT))).rejects.toMatchObject({
        problem: { code: 'not-in-round' },
      });
    state.rounds.set(round.id, { ...round, stage: 'closed' });
    await expect(edit((draft) => remark(draft, place, { rationale: 'x' }, AT))).rejects.toMatchObject({
      problem: { code: 'round-closed' },
    });
    expect(state.ratings.size).toBe(0);
  });

  it('rests on passages, advice and other sources, each once', async () => {
    const { edit, place, only, turn, privacy } = setUp();
    const { result } = await edit((draft) =>
      codeSelection(draft, { turnId: turn.id, start: 0, end: 5 }, [privacy.id], { by: 'Ren', at: AT }),
    );
    const passageId = result[0]?.passageId ?? '';
    for (let times = 0; times < 2; times++)
      await edit((draft) => cite(draft, place, { passageId, adviceIds: [] }, true, AT));
    await edit((draft) => cite(draft, place, { source: ' Visit record, plant 3 ' }, true, AT));
    expect(only()[0]?.evidence).toEqual({
      passageIds: [passageId],
      adviceIds: [],
      sources: ['Visit record, plant 3'],
    });
    await edit((draft) => cite(draft, place, { passageId, adviceIds: [] }, false, AT));
    expect(only()[0]?.evidence.passageIds).toEqual([]);
    await expect(
      edit((draft) => cite(draft, place, { passageId, adviceIds: [newId()] }, true, AT)),
    ).rejects.toMatchObject({
      problem: { code: 'row-missing' },
    });
  });
});

describe('being done', () => {
  const rated = async () => {
    const all = setUp();
    const { edit, place, state, round } = all;
    for (const dimension of ['scale', 'scope', 'irremediability', 'likelihood'] as const)
      await edit((draft) => answer(draft, place, dimension, 5, AT));
    const done = (confirmed = false) =>
      edit((draft) => finish(draft, round.id, place.assessorId, AT, { confirmed }));
    return { ...all, done, row: () => state.rounds.get(round.id) as Round };
  };

  it('asks once for the reason of a grave score; nothing is written before it is given or confirmed', async () => {
    const { edit, done, row, place } = await rated();
    const first = await done();
    expect(first.result).toEqual({ finished: false, unexplained: [place.issueId], unanswered: [] });
    expect(first.changes).toEqual([]);
    await edit((draft) => remark(draft, place, { rationale: 'Lasting harm' }, AT));
    expect((await done()).result).toEqual({ finished: true, unexplained: [], unanswered: [] });
    expect(row().finished).toEqual([{ assessorId: place.assessorId, at: AT }]);
  });

  it('may be confirmed all the same, and is said once', async () => {
    const { done, row } = await rated();
    expect((await done(true)).result).toMatchObject({ finished: true, unexplained: [expect.any(String)] });
    expect((await done(true)).changes).toEqual([]);
    expect(row().finished).toHaveLength(1);
  });

  it('names what is unanswered; “can’t judge” is an answer', async () => {
    const { edit, done, place } = await rated();
    await edit((draft) => remark(draft, place, { rationale: 'Lasting harm' }, AT));
    await edit((draft) => answer(draft, place, 'scope', null, AT));
    expect((await done()).result).toEqual({ finished: false, unexplained: [], unanswered: [place.issueId] });
    await edit((draft) => answer(draft, place, 'scope', 'abstain', AT));
    expect((await done()).result.finished).toBe(true);
  });

  it('holds ratings still until it is taken back or the discussion begins', async () => {
    const { edit, done, place, row, state } = await rated();
    await done(true);
    const change = () => edit((draft) => answer(draft, place, 'scale', 4, AT));
    await expect(change()).rejects.toMatchObject({ problem: { code: 'assessor-finished' } });
    await edit((draft) =>
      unfinish(draft, row().id, place.assessorId, { by: 'Ren', at: '2024-06-02T00:00:00.000Z' }),
    );
    await change();
    await done(true);
    state.rounds.set(row().id, { ...row(), stage: 'discussion' });
    await change();
  });

  it('is for assessors of a round that is being rated', async () => {
    const { edit, row, state } = await rated();
    const of = (assessorId: string) => edit((draft) => finish(draft, row().id, assessorId, AT));
    await expect(of(newId())).rejects.toMatchObject({ problem: { code: 'not-in-round' } });
    state.rounds.set(row().id, { ...row(), stage: 'open' });
    await expect(of(newId())).rejects.toMatchObject({ problem: { code: 'round-not-begun' } });
  });
});
