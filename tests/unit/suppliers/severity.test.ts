import { describe, expect, it } from 'vitest';
import { blankRating } from '#shared/edit/rating.ts';
import { newId } from '#shared/model/basics.ts';
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
    const merged = makeIssue({ mergedInto: into.id });
    const unrated = makeIssue();
    const assessorId = newId();
    const base = makeRound({
      issueIds: [into.id, merged.id, unrated.id],
      assessors: [
        { id: assessorId, name: 'A', voice: 'company', personId: null, conflict: '', withdrawn: false },
      ],
    });
    const rated = (issueId: string, scale: 2 | 4) => ({
      ...blankRating({ roundId: base.id, issueId, assessorId }, newId(), '2024-05-01T00:00:00.000Z'),
      ...({ scale, scope: 1, irremediability: 1, likelihood: 1 } as const),
    });
    const state = {
      ...emptyState(),
      issues: [into, merged, unrated],
      rounds: [base],
      ratings: [rated(into.id, 2), rated(merged.id, 4)],
    };
    const found = severitiesIn(state, base.id);
    expect(found.get(merged.id)).toBe(4);
    expect(found.get(into.id)).toBe(4);
    expect(found.has(unrated.id)).toBe(false);
  });
});
