import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coderAgreement, krippendorffAlpha } from '#shared/assessment/agreement.ts';

const _ = null;
/** The worked example of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), C: four observers. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];
const UNITS = Array.from({ length: 12 }, (_unused, unit) => OBSERVERS.map((row) => row[unit] ?? null));

describe('Krippendorff’s alpha', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('%s of the published example is %f', (metric, expected) => {
    expect(krippendorffAlpha(UNITS, metric)).toBeCloseTo(expected, 3);
  });

  it('is undefined where nothing can be paired or all values are alike', () => {
    expect(krippendorffAlpha([], 'ordinal')).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 4],
        ],
        'ordinal',
      ),
    ).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [3, 3],
          [3, 3],
        ],
        'ordinal',
      ),
    ).toBeNull();
  });

  it('is 1 exactly when all observers agree, never more, and no matter who they are', () => {
    const value = fc.option(fc.integer({ min: 1, max: 5 }));
    const units = fc.array(fc.tuple(value, value, value), { maxLength: 12 });
    fc.assert(
      fc.property(units, fc.constantFrom('nominal', 'ordinal', 'interval'), (rows, metric) => {
        const alpha = krippendorffAlpha(rows, metric);
        if (alpha === null) return;
        expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
        const mirrored = krippendorffAlpha(rows.map((row) => [...row].reverse()).reverse(), metric);
        expect(mirrored).toBeCloseTo(alpha, 10);
        const unanimous = rows.every((row) => new Set(row.filter((one) => one !== null)).size <= 1);
        if (unanimous) expect(alpha).toBeCloseTo(1, 10);
        else expect(alpha).toBeLessThan(1);
      }),
    );
  });
});

describe('two coders', () => {
  it.each([
    [20, 5, 10, 15, 0.4, 0.4],
    [40, 10, 10, 940, 0.7895, 0.7896],
    [5, 5, 5, 985, 0.4949, 0.4952],
    [10, 0, 0, 90, 1, 1],
  ])('%i both, %i only A, %i only B, %i neither', (both, onlyA, onlyB, neither, kappa, alpha) => {
    const result = coderAgreement({ both, onlyA, onlyB, neither });
    expect(result.kappa).toBeCloseTo(kappa, 4);
    expect(result.alpha).toBeCloseTo(alpha, 4);
    expect(result.n).toBe(both + onlyA + onlyB + neither);
  });

  it('says undefined where nobody ever said yes, and of nothing', () => {
    expect(coderAgreement({ both: 0, onlyA: 0, onlyB: 0, neither: 100 })).toMatchObject({
      kappa: null,
      alpha: null,
    });
    expect(coderAgreement({ both: 0, onlyA: 0, onlyB: 0, neither: 0 })).toMatchObject({
      kappa: null,
      alpha: null,
    });
  });

  it('gives the same alpha as the general formula', () => {
    const count = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(count, count, count, count, (both, onlyA, onlyB, neither) => {
        const repeat = (times: number, row: number[]) => Array.from({ length: times }, () => row);
        const units = [
          ...repeat(both, [1, 1]),
          ...repeat(onlyA, [1, 0]),
          ...repeat(onlyB, [0, 1]),
          ...repeat(neither, [0, 0]),
        ];
        const { alpha } = coderAgreement({ both, onlyA, onlyB, neither });
        const general = krippendorffAlpha(units, 'nominal');
        if (general === null) expect(alpha).toBeNull();
        else expect(alpha).toBeCloseTo(general, 10);
      }),
    );
  });
});
