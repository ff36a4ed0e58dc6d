import { describe, expect, it } from 'vitest';
import { resultsShown, visibleRatings } from '#shared/assessment/blindness.ts';
import { newId } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { makePanel, makeRating } from './panel.ts';

describe('who sees whose ratings', () => {
  const { state, round } = makePanel({ one: [[1], [2], [3]], two: [[1], [2], [3]] });
  const [ana, ben, cho] = round.assessors.map(({ id }) => id);
  const ratings = [...state.ratings, makeRating({ assessorId: ana ?? '' })];
  const seen = (
    viewer: string | null | undefined,
    done: readonly (string | undefined)[],
    stage: Round['stage'],
  ) => {
    const finished = done.flatMap((assessorId) => (assessorId ? [{ assessorId, at: round.id }] : []));
    const visible = visibleRatings({ ...round, stage, finished }, ratings, viewer ?? null);
    return [ana, ben, cho].map((id) => visible.filter(({ assessorId }) => assessorId === id).length);
  };

  it('an assessor sees their own alone until they are done, whoever else is', () => {
    expect(seen(ana, [], 'rating')).toEqual([2, 0, 0]);
    expect(seen(ana, [ben, cho], 'rating')).toEqual([2, 0, 0]);
  });

  it('who is done sees those of others who are, and nobody else’s', () => {
    expect(seen(ana, [ana, ben], 'rating')).toEqual([2, 2, 0]);
    expect(seen(null, [ben], 'rating')).toEqual([0, 2, 0]);
  });

  it('a stranger sees as much as an assessor who has not begun', () => {
    expect(seen(newId(), [ben], 'open')).toEqual([0, 0, 0]);
  });

  it('all see all from the discussion on, of this round alone', () => {
    for (const stage of ['discussion', 'closed'] as const)
      for (const viewer of [ana, null]) expect(seen(viewer, [], stage)).toEqual([2, 2, 2]);
  });

  it('what follows is shown once all are done, or discuss', () => {
    const done = (ids: readonly (string | undefined)[]) =>
      ids.flatMap((assessorId) => (assessorId ? [{ assessorId, at: round.id }] : []));
    const shown = (stage: Round['stage'], ids: readonly (string | undefined)[]) =>
      resultsShown({ ...round, stage, finished: done(ids) });
    expect(shown('rating', [])).toBe(false);
    expect(shown('rating', [ana, cho])).toBe(false);
    expect(shown('rating', [ana, ben, cho])).toBe(true);
    expect(shown('open', [ana, ben, cho])).toBe(false);
    expect(shown('discussion', [])).toBe(true);
    expect(shown('closed', [])).toBe(true);
  });
});
