import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate, carries } from '#shared/assessment/aggregate.ts';
import { histogram, mean, median, upperMedian } from '#shared/assessment/histogram.ts';
import { makeRating, RULES, type Scores } from './panel.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const of = (rows: readonly (Scores | Parameters<typeof makeRating>[0])[], ids = IDS.slice(0, rows.length)) =>
  aggregate(
    ids,
    rows.map((row, index) =>
      makeRating({
        ...(Array.isArray(row) ? { scores: row as Scores } : (row as object)),
        assessorId: IDS[index] ?? '',
      }),
    ),
    RULES,
  );

describe('marks', () => {
  it('split a panel only where some give them and some do not', () => {
    const actual = { scores: [3, 3, 3], nature: 'actual' as const };
    expect(of([actual, actual]).splits).toEqual([]);
    expect(of([actual, [3, 3, 3, 3]]).splits).toEqual(['happening']);
    const late = { scores: [3, 3, 3, 3], delayMakesIrremediable: true };
    expect(of([late, late]).splits).toEqual([]);
    expect(of([late, [3, 3, 3, 3]]).splits).toEqual(['delay']);
    // Who said nothing of the issue splits nobody.
    expect(of([actual, {}]).splits).toEqual([]);
  });

  it('stand beside scores: without the only one who gave any, nothing is known', () => {
    const happening = { nature: 'actual' as const };
    expect(of([[3, 3, 3, 3], happening, [2, 2, 2, null]]).read.likelihood.only).toBe('a');
    expect(of([[3, 3, 3, 3], happening, [2, 2, 2, 2]]).read.likelihood.only).toBeNull();
    expect(
      of([
        [3, 3, 3, 3],
        [2, 2, 2, null],
      ]).read.likelihood.only,
    ).toBeNull();
  });
});

describe('medians', () => {
  it.each([
    [[4, 4, 4, 4, 4], 4, 4, 4],
    [[1, 2, 2, 4, 5], 2, 2, 2.8],
    [[2, 3, 4, 5], 3.5, 4, 3.5],
    [[1, 1, 5, 5], 3, 5, 3],
    [[3], 3, 3, 3],
  ])('%j: shown %f, ranks %f, mean %f', (scores, shown, ranks, average) => {
    const counts = histogram(scores);
    expect([median(counts), upperMedian(counts), mean(counts)]).toEqual([shown, ranks, average]);
  });

  it('equal those of the sorted list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }), (scores) => {
        const sorted = [...scores].sort((a, b) => a - b);
        const upper = sorted[Math.floor(sorted.length / 2)] ?? null;
        const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
        expect(upperMedian(histogram(scores))).toBe(upper);
        expect(median(histogram(scores))).toBe(upper === null || lower === null ? null : (upper + lower) / 2);
      }),
    );
  });
});

describe('aggregate', () => {
  it('prints n, range and who is far off; a range of three is divided', () => {
    const { scale, scope } = of([
      [4, 5],
      [3, 5],
      [2, 4],
      [5, 5],
    ]).dimensions;
    expect(scale).toMatchObject({ n: 4, min: 2, max: 5, median: 3.5, upper: 4, divided: true, farOff: [] });
    expect(scope).toMatchObject({ n: 4, min: 4, max: 5, divided: false });
    expect(of([[2], [2], [4]]).dimensions.scale).toMatchObject({ farOff: ['c'], divided: true });
  });

  it('tells abstained from not yet rated, and reads neither as a number', () => {
    const one = of([{ scores: [null, 3], abstained: ['scale'] }, [null, 4], [5, 4]]);
    expect(one.dimensions.scale).toMatchObject({ n: 1, upper: 5, abstained: ['a'], unrated: ['b'] });
    expect(of([{ abstained: ['scale'] }]).dimensions.scale).toMatchObject({
      n: 0,
      median: null,
      upper: null,
    });
  });

  it('P7: one who abstains from everything changes no figure and no vote', () => {
    const point = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point, point, point), { minLength: 1, maxLength: 4 }), (rows) => {
        const silent = {
          abstained: ['scale', 'scope', 'irremediability', 'likelihood'] as ('scale' | 'scope')[],
        };
        const [before, after] = [of(rows), of([...rows, silent])];
        for (const dimension of ['scale', 'scope', 'irremediability', 'likelihood'] as const) {
          const { abstained: _, ...without } = before.dimensions[dimension];
          expect(after.dimensions[dimension]).toMatchObject(without);
        }
        expect(after).toMatchObject({ raters: before.raters, nature: before.nature, delay: before.delay });
      }),
    );
  });

  it('does not ask the likelihood of one who calls the impact actual', () => {
    const one = of([{ scores: [4, 4, 4, 1], nature: 'actual' }, [4, 4, 4, 5]]);
    expect(one.dimensions.likelihood).toMatchObject({ n: 1, upper: 5, notApplicable: ['a'] });
  });

  it('lets half of the raters carry “actual” and “delay”, as precaution, and nobody carry nothing', () => {
    expect(of([{ scores: [3], nature: 'actual' }, [3]]).nature).toBe('actual');
    expect(of([{ scores: [3], nature: 'actual' }, [3], [3]]).nature).toBe('potential');
    expect(of([{ scores: [3], delayMakesIrremediable: true }, [3]]).delay).toBe(true);
    expect(carries(0, 0)).toBe(false);
  });

  it('counts nobody who is not an assessor of the round', () => {
    expect(of([[5], [1]], ['a']).dimensions.scale).toMatchObject({ n: 1, upper: 5, max: 5 });
  });
});
