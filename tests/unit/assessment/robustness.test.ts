import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '#shared/assessment/aggregate.ts';
import { rankBy, sortKey } from '#shared/assessment/order.ts';
import { oneStepMoves, rankGroups, robustnessOf } from '#shared/assessment/robustness.ts';
import { DEFAULT_THRESHOLDS, DIMENSIONS } from '#shared/model/round.ts';
import { makeRating, RULES } from './panel.ts';

const LINES = { rules: RULES, thresholds: DEFAULT_THRESHOLDS };

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

/** Moves that change who is among the first k. */
function stepsOf(impacts: Parameters<typeof oneStepMoves>[0], k: number) {
  const { moves, kept, critical } = oneStepMoves(impacts, new Map(), { ...LINES, k, competes: false });
  return { moves, kept: kept.top, critical: critical.filter(({ changes }) => changes.includes('top')) };
}

describe('one-step moves', () => {
  it('finds the moves of the worked panel that change the first three', () => {
    const { moves, kept, critical } = stepsOf(PANEL, 3);
    expect([moves, kept]).toEqual([43, 39]);
    expect(
      new Set(critical.map(({ issueId, dimension, step }) => `${issueId} ${dimension} ${step}`)),
    ).toEqual(
      new Set(['forced scale -1', 'privacy scope -1', 'discrimination scale 1', 'discrimination scope 1']),
    );
  });
});

describe('one-step moves of any round', () => {
  const point = fc.integer({ min: 1, max: 5 });
  const impacts = fc.array(fc.tuple(point, point, point, point), { minLength: 1, maxLength: 8, size: 'max' });

  it('are those that change the set of the first k when everything is ranked anew', () => {
    fc.assert(
      fc.property(impacts, fc.integer({ min: 1, max: 5 }), (rows, k) => {
        const all = new Map(rows.map((scores, index) => [`${index}`, potential(scores)]));
        const top = (of: typeof all) =>
          rankBy([...of], ([, one]) => sortKey(one, RULES))
            .filter(({ rank }) => rank <= k)
            .map(({ item }) => item[0])
            .sort()
            .join();
        const expected: string[] = [];
        for (const [id, one] of all)
          for (const dimension of DIMENSIONS)
            for (const step of [1, -1]) {
              const value = one[dimension] + step;
              if (value < 1 || value > 5) continue;
              if (top(new Map(all).set(id, { ...one, [dimension]: value })) !== top(all))
                expected.push(`${id} ${dimension} ${step}`);
            }
        const { critical, moves, kept } = stepsOf(all, k);
        const found = critical.map(({ issueId, dimension, step }) => `${issueId} ${dimension} ${step}`);
        expect(found.sort()).toEqual(expected.sort());
        expect(moves - kept).toBe(expected.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('robustness', () => {
  const ids = ['a', 'b', 'c'];
  const rate = (rows: readonly (readonly number[])[]) =>
    aggregate(
      ids,
      rows.map((scores, index) => makeRating({ scores, assessorId: ids[index] ?? '' })),
      RULES,
    );
  const each = (names: readonly string[]) => names.map((id) => ({ id, members: [id] }));

  it('is certain where every reading agrees', () => {
    const [result = new Map()] = robustnessOf(
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
      LINES,
      [{ groups: each(['high', 'low']), k: 1, competes: true }],
    );
    const still = (place: 1 | 2) => ({
      best: place,
      worst: place,
      k: 1,
      tierShare: 1,
      tiers: [place === 1 ? 1 : 3],
      levelShare: 1,
      levels: ['monitor-closely' as const],
      leaveOneOut: { best: place, worst: place, moved: [], changed: [] },
    });
    expect(result.get('high')).toEqual({ ...still(1), topShare: 1 });
    expect(result.get('low')).toEqual({ ...still(2), topShare: 0 });
  });

  it('shows a place that hangs on one assessor', () => {
    const [result = new Map()] = robustnessOf(
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
      LINES,
      [{ groups: each(['steady', 'split']), k: 1, competes: true }],
    );
    const split = result.get('split');
    expect(split).toMatchObject({ best: 1, worst: 2 });
    expect(split?.topShare).toBeGreaterThan(0);
    expect(split?.topShare).toBeLessThan(1);
  });

  it('ranks a theme as its best member, never as a mean', () => {
    const keys = new Map([...PANEL].map(([id, one]) => [id, sortKey(one, RULES)]));
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
