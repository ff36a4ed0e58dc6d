import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dictionary } from '#shared/search/dictionary.ts';
import { leastOfBest } from '#shared/search/top.ts';

test('the least of the best is what sorting would give', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -10, max: 10 }), { maxLength: 300 }),
      fc.integer({ min: 1, max: 40 }),
      (values, count) => {
        const sorted = [...values].sort((a, b) => b - a);
        const least = sorted[Math.min(count, sorted.length) - 1] ?? Number.NEGATIVE_INFINITY;
        expect(leastOfBest(Float64Array.from(values), count) === least).toBe(true);
      },
    ),
  );
});

test('a dictionary finds the first word that does not come before another', () => {
  const unit = fc.constantFrom(...'ab\t労働é🙂');
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit, minLength: 1 })), fc.string({ unit }), (words, wanted) => {
      const sorted = [...words].sort();
      const dictionary = Dictionary.of(sorted);
      expect(sorted.map((_, index) => dictionary.at(index))).toEqual(sorted);
      const first = sorted.findIndex((word) => word >= wanted);
      expect(dictionary.firstFrom(wanted)).toBe(first < 0 ? sorted.length : first);
    }),
  );
});
