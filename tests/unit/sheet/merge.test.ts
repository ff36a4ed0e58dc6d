import { describe, expect, it } from 'vitest';
import { type Change, invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import {
  choiceKey,
  type MergeChoices,
  mergeRatings,
  planMerge,
  type RatingOffer,
} from '#shared/edit/merge-ratings.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { AT, at, type Fill, fill, id, makeOffice, rating, read, roundOf, sheetFor } from './office.ts';

const LATER = '2024-08-01T00:00:00.000Z';

/** A sheet that went out while `before` stood, and came back filled in so. */
function back(before: WorkspaceState, cells: Readonly<Record<string, Fill>>): RatingOffer {
  const { offer } = read(fill(sheetFor(before), cells), before);
  if (!offer) throw new Error('nothing offered');
  return offer;
}

async function merged(state: WorkspaceState, offer: RatingOffer, choices: MergeChoices = {}) {
  const indexed = indexState(state);
  const draft = new Draft(stateReader(indexed));
  const outcome = await mergeRatings(draft, offer, choices, LATER);
  const changes: Change[] = await draft.finish();
  applyChanges(indexed, changes);
  const after = plainState(indexed);
  applyChanges(indexed, invert(changes));
  return { outcome, changes, after, undone: plainState(indexed) };
}

describe('ratings that come back', () => {
  it('are taken where nobody touched them here; one undo takes all of them back', async () => {
    const state = makeOffice();
    state.ratings.push(rating(state, { scale: 2, rationale: 'Before' }));
    const offer = back(state, { [at(0, 'scale')]: 5, [at(1, 'scope')]: 3, [at(1, 'nature')]: 'Actual' });
    const { outcome, after, undone } = await merged(state, offer);
    expect(outcome).toEqual({ assessor: 'Noor Haddad', ratings: 2, answers: 3, kept: 0 });
    expect(after.ratings).toMatchObject([
      { issueId: id(10), scale: 5, rationale: 'Before', at: LATER },
      { issueId: id(11), scope: 3, nature: 'actual', assessorId: id(31) },
    ]);
    expect(undone).toEqual(plainState(indexState(state)));
  });

  it('that were changed here and there are a conflict; what is here stays until somebody decides', async () => {
    const sent = makeOffice();
    const first = rating(sent, { scale: 2, scope: 2, rationale: 'Before' });
    sent.ratings.push(first);
    const offer = back(sent, { [at(0, 'scale')]: 5, [at(0, 'scope')]: 4, [at(0, 'rationale')]: 'Theirs' });
    const now = { ...sent, ratings: [{ ...first, scale: 3 as const, rationale: 'Ours' }] };
    const plan = planMerge(now.ratings, offer);
    expect(plan.changes).toMatchObject([
      { field: 'scope', here: 2, brought: 4, cell: `Ratings!${at(0, 'scope')}` },
    ]);
    expect(plan.conflicts).toMatchObject([
      { field: 'scale', base: 2, here: 3, brought: 5, choice: null, cell: `Ratings!${at(0, 'scale')}` },
      { field: 'rationale', base: 'Before', here: 'Ours', brought: 'Theirs' },
    ]);
    const undecided = await merged(now, offer);
    expect(undecided.outcome).toMatchObject({ answers: 1, kept: 2 });
    expect(undecided.after.ratings).toMatchObject([{ scale: 3, scope: 4, rationale: 'Ours' }]);
    const decided = await merged(now, offer, { [choiceKey(id(10), 'scale')]: 'brought' });
    expect(decided.after.ratings).toMatchObject([{ scale: 5, scope: 4, rationale: 'Ours' }]);
  });

  it('that were changed alike on both sides are the same', () => {
    const sent = makeOffice();
    const offer = back(sent, { [at(0, 'scale')]: 5, [at(0, 'rationale')]: 'One\r\nreason ' });
    const now = [rating(sent, { scale: 5, rationale: 'One\nreason' })];
    expect(planMerge(now, offer)).toMatchObject({ changes: [], conflicts: [], same: 2 });
  });

  it('of which nobody knows any more what they were are a conflict wherever they differ', () => {
    const sent = makeOffice();
    sent.ratings.push(rating(sent, { scale: 2 }));
    const offer = back(sent, { [at(0, 'scale')]: 5, [at(0, 'scope')]: 1 });
    const unknown: RatingOffer = {
      ...offer,
      ratings: offer.ratings.map((one) => ({
        ...one,
        fields: one.fields.map((field) => ({ ...field, base: undefined })),
      })),
    };
    const plan = planMerge(sent.ratings, unknown);
    expect(plan.conflicts.map(({ field }) => field)).toEqual(['scale']);
    expect(plan.changes.map(({ field }) => field)).toEqual(['scope']);
  });

  it('say "can’t judge" in place of a number, and a number in its place', async () => {
    const state = makeOffice();
    state.ratings.push(rating(state, { scale: 2, abstained: ['scope'] }));
    const offer = back(state, { [at(0, 'scale')]: "Can't judge", [at(0, 'scope')]: 4 });
    expect((await merged(state, offer)).after.ratings).toMatchObject([
      { scale: null, scope: 4, abstained: ['scale'] },
    ]);
  });

  it('drop the likelihood of what is now said to be happening, and take none for it', async () => {
    const sent = makeOffice();
    const first = rating(sent, { likelihood: 2 });
    sent.ratings.push(first);
    const happening = back(sent, { [at(0, 'nature')]: 'Actual', [at(0, 'likelihood')]: null });
    expect(planMerge(sent.ratings, happening).dropped).toMatchObject([{ field: 'likelihood', here: 2 }]);
    expect((await merged(sent, happening)).after.ratings).toMatchObject([
      { nature: 'actual', likelihood: null },
    ]);
    const likelier = back(sent, { [at(0, 'likelihood')]: 5 });
    const now = [{ ...first, nature: 'actual' as const, likelihood: null }];
    expect(planMerge(now, likelier)).toMatchObject({ refused: [], conflicts: [{ field: 'likelihood' }] });
    const taken = planMerge(now, likelier, { [choiceKey(id(10), 'likelihood')]: 'brought' });
    expect(taken).toMatchObject({ refused: [{ field: 'likelihood', brought: 5 }], changes: [] });
  });

  it('add evidence and take away what was taken away there, and leave alone what is cited here', async () => {
    const sent = makeOffice();
    const first = rating(sent, {
      evidence: { passageIds: [id(50), id(51)], adviceIds: [], sources: ['A report'] },
    });
    sent.ratings.push(first);
    const offer = back(sent, { [at(0, 'passages')]: '2, 3' });
    const off = { ...first, evidence: { ...first.evidence, passageIds: [id(50), id(51), id(59)] } };
    const { after } = await merged({ ...sent, ratings: [off] }, offer);
    expect(after.ratings[0]?.evidence).toEqual({
      passageIds: [id(51), id(59), id(52)],
      adviceIds: [],
      sources: ['A report'],
    });
  });

  it('take a mark away that was answered with no', async () => {
    const state = makeOffice();
    state.ratings.push(rating(state, { delayMakesIrremediable: true }));
    const { after } = await merged(state, back(state, { [at(0, 'delay')]: 'No' }));
    expect(after.ratings).toMatchObject([{ delayMakesIrremediable: false }]);
  });

  it('touch nobody else’s', async () => {
    const state = makeOffice();
    const others = rating(state, { assessorId: id(32), scale: 1 });
    state.ratings.push(others);
    const { after } = await merged(state, back(state, { [at(0, 'scale')]: 5 }));
    expect(after.ratings.filter(({ assessorId }) => assessorId === id(32))).toEqual([others]);
    expect(after.ratings).toHaveLength(2);
  });

  it('are not taken into a closed round, nor from somebody who is no assessor of it', async () => {
    const state = makeOffice();
    const offer = back(state, { [at(0, 'scale')]: 5 });
    const closed = { ...state, rounds: [{ ...roundOf(state), stage: 'closed' as const, closedAt: AT }] };
    await expect(merged(closed, offer)).rejects.toMatchObject({ problem: { code: 'round-closed' } });
    await expect(merged(state, { ...offer, assessorId: id(39) })).rejects.toMatchObject({
      problem: { code: 'not-in-round' },
    });
  });
});
