import { expect, it } from 'vitest';
import { badgesOf } from '#shared/assessment/badges.ts';
import { nearThreshold, rulesOf, sameRules } from '#shared/assessment/order.ts';
import { METHOD_VERSION } from '#shared/model/round.ts';
import { makeRound } from '../../fixtures/state.ts';
import { makeRating, OLD_RULES, RULES } from './panel.ts';

it('a severity is close to the threshold within the band and at its ends, on the side on which it ranks', () => {
  const near = (shown: number, ranking = shown) =>
    nearThreshold({ shown, ranking }, { severe: 4, nearBand: 0.5 });
  expect([near(4), near(4.5), near(3.5), near(3.5, 4)]).toEqual(['above', 'above', 'below', 'above']);
  expect([near(3.4), near(4.6), near(1)]).toEqual([null, null, null]);
  expect(nearThreshold(null, { severe: 4, nearBand: 0.5 })).toBeNull();
});

it('a closed round is read by the rules that it was closed under, any other one by those of today', () => {
  const method = { version: 'severity-first-1' as const, standard: '' };
  expect(rulesOf(makeRound({ stage: 'closed', method }))).toEqual(OLD_RULES);
  for (const stage of ['open', 'rating', 'discussion'] as const)
    expect(rulesOf(makeRound({ stage, method })).version).toBe(METHOD_VERSION);
});

it('two rounds are read alike only where rules, lines and scale are the same', () => {
  expect(sameRules(RULES, { ...RULES })).toBe(true);
  const others = [
    OLD_RULES,
    { ...RULES, severe: 3 },
    { ...RULES, likely: 2 },
    { ...RULES, size: 4 as const },
  ];
  for (const other of others)
    expect([sameRules(RULES, other), sameRules(other, RULES)]).toEqual([false, false]);
});

it('one citation is evidence, and what is severe or marked by delay is not out of sight', () => {
  const cited = { passageIds: [], adviceIds: [], sources: ['A visit'] };
  const basis = {
    ratings: [makeRating({ evidence: cited }), makeRating()],
    voice: { raised: 1, heard: 1, share: 1, passages: 0, urge: 0, caution: 0 } as never,
    divided: false,
    severity: 2,
    delay: false,
    nature: 'potential' as const,
    likelihood: 4,
    carried: false,
  };
  const lines = { floor: 4, likely: 3 };
  expect(badgesOf(basis, lines)).toEqual(['below-floor-but-likely']);
  expect(badgesOf({ ...basis, severity: null }, lines)).toEqual([]);
  expect(badgesOf({ ...basis, severity: 4 }, lines)).toEqual([]);
  expect(badgesOf({ ...basis, delay: true }, lines)).toEqual([]);
  expect(badgesOf({ ...basis, likelihood: 2 }, lines)).toEqual([]);
  expect(badgesOf({ ...basis, ratings: [makeRating()] }, lines)).toContain('no-evidence');
});
