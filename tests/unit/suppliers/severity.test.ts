import { describe, expect, it } from 'vitest';
import { blankRating } from '#shared/edit/rating.ts';
import type { Round } from '#shared/model/round.ts';
import { emptyState } from '#shared/model/tables.ts';
import { closedRounds, severitiesIn } from '#shared/suppliers/severity.ts';
import { makeIssue, makeRound } from '../../fixtures/state.ts';

describe('severities of issues', () => {
  it('are read from closed rounds alone, the latest first', () => {
    const [old, latest, open] = [
      makeRound({ fiscalYear: 2018, stage: 'closed' }),
      makeRound({ fiscalYear: 2020, stage: 'closed' }),
      makeRound({ fiscalYear: 2021, stage: 'discussion' }),
    ] as [Round, Round, Round];
    expect(closedRounds([old, open, latest]).map(({ id }) => id)).toEqual([latest.id, old.id]);
  });

  it('are the highest of the three dimensions, also of an issue that was merged since', () => {
    const into = makeIssue();
    const merged = makeIssue({ status: 'merged', mergedInto: into.id });
    const unrated = makeIssue();
    const base = makeRound({ issueIds: [into.id, merged.id, unrated.id] });
    const [assessor] = base.assessors;
    if (!assessor) throw new Error('a round without assessors');
    const rated = (issueId: string, scale: 2 | 4) => ({
      ...blankRating({ roundId: base.id, issueId, assessorId: assessor.id }),
      scale,
      scope: 1 as const,
      irremediability: 1 as const,
      likelihood: 1 as const,
    });
    const state = {
      ...emptyState(),
      issues: [into, merged, unrated],
      rounds: [base],
      ratings: [rated(into.id, 2), rated(merged.id, 4)],
    };
    const found = severitiesIn(state as never, base.id);
    expect(found.get(merged.id)).toBe(4);
    expect(found.get(into.id)).toBe(4);
    expect(found.has(unrated.id)).toBe(false);
  });
});
