import { describe, expect, it } from 'vitest';
import { mostSaid, saidOfImpact } from '#shared/assessment/impact-said.ts';
import { makePanel } from './panel.ts';

describe('what assessors said of an impact', () => {
  it('is counted, the most frequent first; their reasons come once, with where those stand who gave them', () => {
    const { state, round } = makePanel({
      fees: [
        { scores: [3, 3, 3, 3], connection: 'contribute', valueChain: 'upstream', rationale: 'Paid twice.' },
        { scores: [3, 3, 3, 3], connection: 'cause', rationale: ' ' },
        { scores: [3, 3, 3, 3], connection: 'contribute', rationale: 'Paid twice. ' },
      ],
    });
    const assessors = round.assessors.map((one, index) => ({
      ...one,
      voice: (['expert', 'company', 'company'] as const)[index] ?? one.voice,
    }));
    expect(saidOfImpact(state.ratings, assessors)).toEqual({
      connection: [
        { value: 'contribute', count: 2 },
        { value: 'cause', count: 1 },
      ],
      valueChain: [{ value: 'upstream', count: 1 }],
      reasons: [{ text: 'Paid twice.', groups: ['expert', 'company'] }],
    });
  });

  it('suggests what most of them said, and nothing where as many said something else', () => {
    expect(mostSaid([])).toBeNull();
    expect(
      mostSaid([
        { value: 'a', count: 2 },
        { value: 'b', count: 1 },
      ]),
    ).toBe('a');
    expect(
      mostSaid([
        { value: 'a', count: 2 },
        { value: 'b', count: 2 },
      ]),
    ).toBeNull();
  });
});
