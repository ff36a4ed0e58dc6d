import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareKeys,
  decidingDimensions,
  decidingRule,
  type Impact,
  rankBy,
  severityFloor,
  sortKey,
  tierOf,
} from '#shared/assessment/order.ts';
import { DEFAULT_THRESHOLDS, DIMENSIONS } from '#shared/model/round.ts';
import { OLD_RULES, RULES } from './panel.ts';

function impact(
  [scale, scope, irremediability, likelihood]: readonly (number | null)[],
  rest: Partial<Impact> = {},
): Impact {
  return {
    scale: scale ?? null,
    scope: scope ?? null,
    irremediability: irremediability ?? null,
    likelihood: likelihood ?? null,
    nature: 'potential',
    delay: false,
    ...rest,
  };
}

/** < 0: a first. */
const compare = (a: Impact, b: Impact) => compareKeys(sortKey(a, RULES), sortKey(b, RULES));
const tier = (one: Impact) => tierOf(one, DEFAULT_THRESHOLDS);

const point = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 });
const anyImpact: fc.Arbitrary<Impact> = fc.record({
  scale: point,
  scope: point,
  irremediability: point,
  likelihood: point,
  nature: fc.constantFrom('actual', 'potential'),
  delay: fc.boolean(),
});

describe('salience order', () => {
  it('never puts an issue above one of a higher tier, as the rules before did between tiers 2 and 3', () => {
    const likely = impact([3, 1, 1, 3]);
    const grave = impact([3, 3, 3, 2]);
    expect([tier(likely).tier, tier(grave).tier]).toEqual([2, 3]);
    expect(compare(likely, grave)).toBeLessThan(0);
    expect(decidingRule(sortKey(likely, RULES), sortKey(grave, RULES))).toBe('tier');
    expect(compareKeys(sortKey(likely, OLD_RULES), sortKey(grave, OLD_RULES))).toBeGreaterThan(0);
    fc.assert(
      fc.property(anyImpact, anyImpact, (a, b) => {
        if (tier(a).tier < tier(b).tier) expect(compare(a, b)).toBeLessThan(0);
      }),
    );
  });

  it('puts the grave and rare harm first that a product puts last (METHOD-SOURCES 2.3)', () => {
    const table = {
      A: impact([5, 2, 4, 1]),
      B: impact([2, 3, 2, 5]),
      C: impact([1, 1, 5, 3]),
      D: impact([3, 3, 3, 3]),
      E: impact([2, 5, 1, 4]),
    };
    const order = rankBy(Object.entries(table), ([, one]) => sortKey(one, RULES)).map(({ item }) => item[0]);
    expect(order).toEqual(['A', 'E', 'C', 'D', 'B']);
    const product = (one: Impact) => (severityFloor(one) ?? 0) * (one.likelihood ?? 0);
    expect(Math.min(...Object.values(table).map(product))).toBe(product(table.A));
  });

  it('says by which rule one stands behind another', () => {
    const rule = (a: Impact, b: Impact) => decidingRule(sortKey(a, RULES), sortKey(b, RULES));
    expect(rule(impact([4, 1, 1, 1]), impact([3, 3, 3, 5]))).toBe('urgent');
    expect(rule(impact([2, 2, 2, 1], { delay: true }), impact([3, 3, 3, 5]))).toBe('urgent');
    expect(rule(impact([5, 1, 1, 1]), impact([4, 4, 4, 5]))).toBe('severity');
    expect(rule(impact([5, 3, 1, 1]), impact([2, 1, 5, 5]))).toBe('second');
    expect(rule(impact([5, 3, 2, 1]), impact([1, 3, 5, 5]))).toBe('third');
    expect(rule(impact([3, 2, 1, null], { nature: 'actual' }), impact([3, 2, 1, 5]))).toBe('nature');
    expect(rule(impact([3, 2, 1, 4]), impact([3, 2, 1, 3]))).toBe('likelihood');
    expect(rule(impact([3, 2, 1, 4]), impact([1, 2, 3, 4]))).toBe('tie');
  });

  it('shows ties as ties and skips the places they take', () => {
    const items = [impact([3, 3, 3, 3]), impact([5, 5, 5, 5]), impact([3, 3, 3, 3]), impact([1, 1, 1, 1])];
    const ranked = rankBy(items, (one) => sortKey(one, RULES));
    expect(ranked.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, false],
      [2, true],
      [2, true],
      [4, false],
    ]);
    expect(ranked[1]?.item).toBe(items[0]);
  });
});

describe('tiers', () => {
  it.each([
    [impact([5, 1, 1, 1]), 1, 'severe'],
    [impact([1, 1, 4, 1]), 1, 'severe'],
    [impact([3, 3, 3, 2]), 3, 'rest'],
    [impact([3, 3, 3, 3]), 2, 'moderate-likely'],
    [impact([3, 1, 1, null], { nature: 'actual' }), 2, 'moderate-actual'],
    [impact([2, 2, 2, 5]), 3, 'rest'],
    [impact([2, 2, 2, 1], { delay: true }), 1, 'delay'],
  ] as const)('example %#', (one, expected, rule) => {
    expect(tier(one)).toMatchObject({ tier: expected, rule, possible: expected, missing: [] });
  });

  it('gives a floor where a dimension is missing', () => {
    expect(tier(impact([4, null, 2, 1]))).toMatchObject({ tier: 1, possible: 1, missing: ['scope'] });
    expect(tier(impact([2, null, 2, 1]))).toMatchObject({ tier: 3, possible: 1, missing: ['scope'] });
    expect(tier(impact([3, 1, 1, null]))).toMatchObject({ tier: 3, possible: 2, missing: ['likelihood'] });
  });

  it('names what decided, so that “severe by scope only” can be said', () => {
    expect(decidingDimensions(impact([2, 5, 1, 4]))).toEqual(['scope']);
    expect(decidingDimensions(impact([5, 3, 5, 1]))).toEqual(['scale', 'irremediability']);
  });
});

describe('properties of the method (METHOD-SOURCES 2.2)', () => {
  it('P1: raising a dimension never lowers rank or tier', () => {
    fc.assert(
      fc.property(anyImpact, anyImpact, fc.constantFrom(...DIMENSIONS), (one, other, dimension) => {
        const value = one[dimension];
        if (value === null || value === 5) return;
        const raised = { ...one, [dimension]: value + 1 };
        expect(Math.sign(compare(raised, other))).toBeLessThanOrEqual(Math.sign(compare(one, other)));
        expect(tier(raised).tier).toBeLessThanOrEqual(tier(one).tier);
      }),
    );
  });

  it('P2: with equal marks the higher severity stands first, whatever the likelihood', () => {
    fc.assert(
      fc.property(anyImpact, anyImpact, (a, b) => {
        const [x, y] = [severityFloor(a) ?? 0, severityFloor(b) ?? 0];
        if (a.delay !== b.delay || x <= y) return;
        expect(compare(a, b)).toBeLessThan(0);
      }),
    );
  });

  it('P4: the likelihood of an actual impact is not read', () => {
    fc.assert(
      fc.property(anyImpact, anyImpact, point, (one, other, likelihood) => {
        const actual: Impact = { ...one, nature: 'actual' };
        const changed = { ...actual, likelihood };
        expect(Math.sign(compare(changed, other))).toBe(Math.sign(compare(actual, other)));
        expect(tier(changed)).toEqual(tier(actual));
      }),
    );
  });

  it('P7: learning a missing dimension never lowers rank or tier, and stays within what was called possible', () => {
    fc.assert(
      fc.property(
        anyImpact,
        anyImpact,
        fc.constantFrom(...DIMENSIONS),
        fc.integer({ min: 1, max: 5 }),
        (one, other, dimension, value) => {
          if (one[dimension] !== null) return;
          const known = { ...one, [dimension]: value };
          expect(Math.sign(compare(known, other))).toBeLessThanOrEqual(Math.sign(compare(one, other)));
          expect(tier(known).tier).toBeLessThanOrEqual(tier(one).tier);
          expect(tier(known).tier).toBeGreaterThanOrEqual(tier(one).possible);
        },
      ),
    );
  });

  it('P9: adding or removing another impact never reorders the rest', () => {
    fc.assert(
      fc.property(fc.array(anyImpact, { maxLength: 12, size: 'max' }), fc.nat(), (impacts, at) => {
        const items = impacts.map((one, id) => ({ one, id }));
        const all = rankBy(items, ({ one }) => sortKey(one, RULES)).map(({ item }) => item.id);
        const gone = items.length === 0 ? -1 : at % items.length;
        const rest = rankBy(
          items.filter(({ id }) => id !== gone),
          ({ one }) => sortKey(one, RULES),
        ).map(({ item }) => item.id);
        expect(rest).toEqual(all.filter((id) => id !== gone));
      }),
    );
  });

  it('P10: the order is a total preorder, and the rule it names is the one that decided', () => {
    fc.assert(
      fc.property(anyImpact, anyImpact, anyImpact, (a, b, c) => {
        const [ab, ba, bc, ac] = [compare(a, b), compare(b, a), compare(b, c), compare(a, c)];
        expect(Math.sign(ab) + Math.sign(ba)).toBe(0);
        if (ab <= 0 && bc <= 0) expect(ac).toBeLessThanOrEqual(0);
        if (ab === 0 && bc === 0) expect(ac).toBe(0);
        expect(decidingRule(sortKey(a, RULES), sortKey(b, RULES)) === 'tie').toBe(ab === 0);
      }),
    );
  });
});
