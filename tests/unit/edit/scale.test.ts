import { describe, expect, it } from 'vitest';
import { DEFAULT_SCALE_TEXTS, defaultScaleTexts, rescaled } from '#shared/assessment/scale-texts.ts';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, plainState } from '#shared/change/state.ts';
import { currentRows, takeBack } from '#shared/change/undo.ts';
import { mergeRatings } from '#shared/edit/merge-ratings.ts';
import { answer, remark } from '#shared/edit/rating.ts';
import { changeRound, moveToStage, newRound, startFrom } from '#shared/edit/round.ts';
import { DEFAULT_THRESHOLDS, defaultThresholds, type Round } from '#shared/model/round.ts';
import { type ScaleSize, scaleSize } from '#shared/model/scale.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AT = '2024-06-02T00:00:00.000Z';
const AUTHOR = { by: 'Ren', at: AT };
const REASON = { ...AUTHOR, why: 'It was asked for.' };
const set = (size: ScaleSize) => ({
  scaleTexts: defaultScaleTexts(size),
  thresholds: defaultThresholds(size),
});

function office() {
  const { state, forcedLabour, privacy } = smallWorkspace();
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>, exactly = false) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish(exactly);
    applyChanges(state, changes);
    return { result, changes };
  };
  const begin = async (size: ScaleSize, stage: 'open' | 'rating' = 'rating', more: Partial<Round> = {}) => {
    const { result } = await edit((draft) =>
      newRound(
        draft,
        {
          fiscalYear: 2024,
          name: { en: 'FY2024' },
          issueIds: [forcedLabour.id, privacy.id],
          dialogueIds: [],
          method: { version: 'tier-first-2', standard: '' },
          note: {},
          ...set(size),
          ...more,
        },
        [{ name: 'Ines', voice: 'company', personId: null }],
        { stage, author: AUTHOR },
      ),
    );
    return result;
  };
  const place = (round: Round) => ({
    roundId: round.id,
    issueId: forcedLabour.id,
    assessorId: round.assessors[0]?.id ?? '',
  });
  const now = (round: Round) => state.rounds.get(round.id) as Round;
  return { state, edit, begin, place, now };
}

describe('the scale of a round', () => {
  it('is chosen when it begins, may be another until rating does, and never afterwards', async () => {
    const { edit, begin, now } = office();
    const round = await begin(5, 'open');
    await edit((draft) => changeRound(draft, round.id, rescaled(now(round), 4)));
    expect([scaleSize(now(round)), now(round).thresholds]).toEqual([4, defaultThresholds(4)]);
    expect(now(round).log).toEqual([]);
    await edit((draft) => moveToStage(draft, round.id, 'rating', AUTHOR));
    const fixed = { problem: { code: 'scale-fixed', params: { most: 4 } } };
    for (const reason of [undefined, REASON])
      await expect(
        edit((draft) => changeRound(draft, round.id, rescaled(now(round), 5), reason)),
      ).rejects.toMatchObject(fixed);
    // Nor by whoever writes the row.
    await expect(edit((draft) => draft.put('rounds', { ...now(round), ...set(5) }))).rejects.toMatchObject(
      fixed,
    );
    await edit((draft) => moveToStage(draft, round.id, 'open', AUTHOR));
    await expect(edit((draft) => changeRound(draft, round.id, set(5)))).rejects.toMatchObject(fixed);
    await expect(edit((draft) => draft.put('rounds', { ...now(round), ...set(5) }))).rejects.toMatchObject(
      fixed,
    );
    expect(scaleSize(now(round))).toBe(4);
  });

  it('is taken from the round that another one begins with, unless another one is chosen', async () => {
    const { edit, begin } = office();
    const earlier = await begin(4);
    const start = { fiscalYear: 2025, name: { en: 'FY2025' }, keepAssessors: true };
    const { result: next } = await edit((draft) => startFrom(draft, earlier.id, start, AUTHOR));
    expect([next.scaleTexts, next.thresholds]).toEqual([earlier.scaleTexts, earlier.thresholds]);
    const { result: other } = await edit((draft) =>
      startFrom(draft, earlier.id, { ...start, ...rescaled(earlier, 5) }, AUTHOR),
    );
    expect(scaleSize(other)).toBe(5);
    expect(other.thresholds).toEqual(DEFAULT_THRESHOLDS);
  });

  it('holds every figure and every line', async () => {
    const { edit, begin, place, state } = office();
    const round = await begin(4);
    const beyond = { problem: { code: 'point-beyond-scale', params: { most: 4 } } };
    await expect(edit((draft) => answer(draft, place(round), 'scale', 5, AT))).rejects.toMatchObject(beyond);
    for (const field of ['leverage', 'businessEffect'] as const)
      await expect(edit((draft) => remark(draft, place(round), { [field]: 5 }, AT))).rejects.toMatchObject(
        beyond,
      );
    const { roundId, issueId, assessorId } = place(round);
    const brought = { field: 'scope', value: 5, base: null, cell: null } as const;
    const offer = { roundId, assessorId, ratings: [{ issueId, fields: [brought] }] };
    await expect(edit((draft) => mergeRatings(draft, offer, {}, AT))).rejects.toMatchObject(beyond);
    expect(plainState(state).ratings.filter((one) => one.roundId === round.id)).toEqual([]);
    await edit((draft) => answer(draft, place(round), 'scale', 4, AT));
    for (const line of ['severe', 'likely', 'floor'] as const)
      await expect(
        edit((draft) =>
          changeRound(draft, round.id, { thresholds: { ...round.thresholds, [line]: 4.5 } }, REASON),
        ),
      ).rejects.toMatchObject({ problem: { code: 'line-beyond-scale' } });
    await expect(
      begin(4, 'rating', { thresholds: { ...DEFAULT_THRESHOLDS, severe: 5 } }),
    ).rejects.toMatchObject({
      problem: { code: 'line-beyond-scale' },
    });
  });

  it('does not come back by undo once rating has begun', async () => {
    const { edit, begin, now, state } = office();
    const round = await begin(5, 'open');
    const { changes } = await edit((draft) => changeRound(draft, round.id, rescaled(now(round), 4)));
    // While it is set up, undo is exact.
    applyChanges(state, invert(changes));
    expect(now(round).scaleTexts).toEqual(DEFAULT_SCALE_TEXTS);
    applyChanges(state, changes);
    await edit((draft) => moveToStage(draft, round.id, 'rating', AUTHOR));
    const { changes: back } = await takeBack(changes, currentRows(state));
    await expect(
      edit(async (draft) => {
        for (const { table, after } of back) if (after) await draft.put(table, after as never);
      }, true),
    ).rejects.toMatchObject({ problem: { code: 'scale-fixed' } });
    expect(scaleSize(now(round))).toBe(4);
  });
});
