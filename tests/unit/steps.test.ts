import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finish, mapped, sorted } from '#shared/steps.ts';

const items = fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), at: fc.nat() }), {
  maxLength: 2_000,
});

it('sorts as a list is sorted, equals in the order in which they came', () => {
  fc.assert(
    fc.property(items, (all) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(finish(sorted(all, compare))).toEqual([...all].sort(compare));
    }),
    { numRuns: 40 },
  );
});

it('gives others their turn within long work, and none within short', () => {
  const steps = (length: number) => [...mapped(Array.from({ length }), () => 1)].length;
  expect([steps(10), steps(20_000) > 20]).toEqual([0, true]);
  expect(finish(mapped([1, 2, 3], (one, at) => one * at))).toEqual([0, 2, 6]);
});
