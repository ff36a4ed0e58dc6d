import { describe, expect, it } from 'vitest';
import { finishedCount, standings } from '../../../renderer/features/assessment/stages.ts';
import { makePanel } from './panel.ts';

describe('how far each assessor of a round is', () => {
  const { state, round } = makePanel({
    one: [[4, 2, 2, 2], { scores: [4, 2, 2, 2], rationale: 'It is grave.' }, []],
    two: [{ scores: [2, 2, 2], nature: 'actual' }, [2, 2, 2], []],
  });
  const [ana, ben, cho] = round.assessors;

  it('counts issues answered whole, and names what is open', () => {
    const [one, two, three] = standings({ round, ratings: state.ratings });
    const [first, second] = round.issueIds;
    // The likelihood of what is happening is not asked, so nothing of it is open.
    expect(one).toMatchObject({ assessor: ana, answered: 2, unexplained: [first], unanswered: [] });
    expect(two).toMatchObject({ assessor: ben, answered: 1, unexplained: [], unanswered: [second] });
    expect(three).toMatchObject({ assessor: cho, answered: 0, unanswered: round.issueIds });
  });

  it('tells who said that they are done, and when; who left the round is not counted', () => {
    const at = '2024-06-02T00:00:00.000Z';
    const finished = [
      { assessorId: ben?.id ?? '', at },
      { assessorId: round.id, at },
    ];
    const done = { ...round, finished };
    expect(standings({ round: done, ratings: [] }).map(({ finishedAt }) => finishedAt)).toEqual([
      null,
      at,
      null,
    ]);
    expect(finishedCount(done)).toBe(1);
  });
});
