import { describe, expect, it } from 'vitest';
import type { Round } from '#shared/model/round.ts';
import { chainOf, yearAtWork } from '#shared/overview/chain.ts';

const round = (id: string, fiscalYear: number, finished: readonly string[] = []): Round =>
  ({
    id,
    fiscalYear,
    stage: 'rating',
    assessors: [{ id: 'a' }, { id: 'b' }],
    finished: finished.map((assessorId) => ({ assessorId, at: '2021-01-01T00:00:00.000Z' })),
  }) as unknown as Round;

describe('chainOf', () => {
  const input = {
    year: 2020,
    dialogueIds: new Set(['one', 'two']),
    advice: 5,
    openAdvice: [
      { dialogueId: 'one', response: '' },
      { dialogueId: 'two', response: ' \n' },
      { dialogueId: 'two', response: 'We will look into it.' },
      { dialogueId: 'earlier', response: '' },
    ],
    rounds: [round('1', 2020), round('2', 2020, ['b']), round('3', 2019, ['a', 'b'])],
    decisionsOf: (roundId: string) => (roundId === '2' ? 4 : 9),
  };

  it('counts what is open without a response in the year’s dialogues alone', () => {
    expect(chainOf(input)).toMatchObject({ dialogues: 2, advice: 5, unanswered: 2 });
  });

  it('follows the round of the year that was made last', () => {
    const chain = chainOf(input);
    expect(chain.round).toMatchObject({ round: { id: '2' }, finished: 1, assessors: 2 });
    expect(chain.decisions).toBe(4);
    expect(chainOf({ ...input, rounds: [] })).toMatchObject({ round: null, decisions: 0 });
  });

  it('is of the latest year with a dialogue or a round', () => {
    expect(yearAtWork([2019, 2021, 2020])).toBe(2021);
    expect(yearAtWork([])).toBeNull();
  });
});
