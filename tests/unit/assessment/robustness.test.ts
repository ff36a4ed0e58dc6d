import { describe, expect, it } from 'vitest';
import { aggregate } from '#shared/assessment/aggregate.ts';
import { sortKey } from '#shared/assessment/order.ts';
import { oneStepMoves, rankGroups, robustness } from '#shared/assessment/robustness.ts';
import { makeRating } from './panel.ts';

const potential = ([scale = 0, scope = 0, irremediability = 0, likelihood = 0]: readonly number[]) => ({
  scale,
  scope,
  irremediability,
  likelihood,
  nature: 'potential' as const,
  delay: false,
});

/** Upper medians of the panel of METHOD-SOURCES 2.5. */
const PANEL = new Map(
  Object.entries({
    forced: [5, 3, 4, 2],
    labour: [3, 4, 2, 4],
    privacy: [3, 5, 3, 4],
    discrimination: [4, 4, 3, 3],
    harassment: [3, 2, 3, 5],
    conflict: [5, 3, 5, 2],
  }).map(([id, scores]) => [id, potential(scores)]),
);

describe('one-step moves', () => {
  it('finds the moves of the worked panel that change the first three', () => {
    const { moves, kept, critical } = oneStepMoves(PANEL, 4, 3);
    expect([moves, kept]).toEqual([43, 39]);
    expect(
      new Set(critical.map(({ issueId, dimension, step }) => `${issueId} ${dimension} ${step}`)),
    ).toEqual(
      new Set(['forced scale -1', 'privacy scope -1', 'discrimination scale 1', 'discrimination scope 1']),
    );
  });
});

describe('robustness', () => {
  const ids = ['a', 'b', 'c'];
  const rate = (rows: readonly (readonly number[])[]) =>
    aggregate(
      ids,
      rows.map((scores, index) => makeRating({ scores, assessorId: ids[index] ?? '' })),
    );
  const each = (names: readonly string[]) => names.map((id) => ({ id, members: [id] }));

  it('is certain where every reading agrees', () => {
    const result = robustness(
      new Map([
        [
          'high',
          rate([
            [5, 5, 5, 5],
            [5, 5, 5, 5],
            [5, 5, 5, 5],
          ]),
        ],
        [
          'low',
          rate([
            [1, 1, 1, 1],
            [1, 1, 1, 1],
            [1, 1, 1, 1],
          ]),
        ],
      ]),
      ids,
      each(['high', 'low']),
      4,
      1,
    );
    expect(result.get('high')).toEqual({ best: 1, worst: 1, topShare: 1, k: 1 });
    expect(result.get('low')).toEqual({ best: 2, worst: 2, topShare: 0, k: 1 });
  });

  it('shows a place that hangs on one assessor', () => {
    const result = robustness(
      new Map([
        [
          'steady',
          rate([
            [4, 4, 4, 3],
            [4, 4, 4, 3],
            [4, 4, 4, 3],
          ]),
        ],
        [
          'split',
          rate([
            [5, 3, 3, 3],
            [3, 3, 3, 3],
            [5, 3, 3, 3],
          ]),
        ],
      ]),
      ids,
      each(['steady', 'split']),
      4,
      1,
    );
    const split = result.get('split');
    expect(split).toMatchObject({ best: 1, worst: 2 });
    expect(split?.topShare).toBeGreaterThan(0);
    expect(split?.topShare).toBeLessThan(1);
  });

  it('ranks a theme as its best member, never as a mean', () => {
    const keys = new Map([...PANEL].map(([id, one]) => [id, sortKey(one, 4)]));
    const ranked = rankGroups(
      [
        { id: 'steady theme', members: ['privacy', 'discrimination'] },
        { id: 'mixed theme', members: ['harassment', 'labour', 'conflict'] },
        { id: 'empty theme', members: ['unknown'] },
      ],
      keys,
    );
    expect(ranked.map(({ item, rank }) => [item.id, rank])).toEqual([
      ['mixed theme', 1],
      ['steady theme', 2],
    ]);
  });
});
