import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '#shared/assessment/aggregate.ts';
import { assessRound, type RoundAssessment } from '#shared/assessment/assess-round.ts';
import { changeBetween } from '#shared/assessment/change.ts';
import { effectFrom } from '#shared/assessment/double-materiality.ts';
import { consensus, histogram } from '#shared/assessment/histogram.ts';
import { methodNote } from '#shared/assessment/method-note.ts';
import { sameRules, tierOf } from '#shared/assessment/order.ts';
import { earlierOrders } from '#shared/assessment/order-history.ts';
import { needsRationale } from '#shared/assessment/progress.ts';
import { DEFAULT_SCALE_TEXTS, defaultScaleTexts, rescaled } from '#shared/assessment/scale-texts.ts';
import { sumOfRatings } from '#shared/assessment/sum.ts';
import { changeOf, rewordedText } from '#shared/chart/moves.ts';
import { LANGUAGE_IDS, translator } from '#shared/i18n/index.ts';
import type { Point } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DEFAULT_THRESHOLDS, DIMENSIONS, defaultThresholds, type Round } from '#shared/model/round.ts';
import { graveFrom, onScale, pointsOf, SCALE_SIZES, scaleSize } from '#shared/model/scale.ts';
import { changeLines } from '#shared/report/model/changes.ts';
import { makePanel, makeRating, type Panel, RULES, type Scores } from './panel.ts';

const OF_FOUR = { scaleTexts: defaultScaleTexts(4), thresholds: defaultThresholds(4) };

describe('a scale of four', () => {
  it('is one of five without its lowest step, in words and in lines', () => {
    expect(SCALE_SIZES.map(pointsOf)).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5],
    ]);
    expect([1, 2, 3, 4, 5].map((point) => onScale(point, 4))).toEqual([1, 1, 2, 3, 4]);
    expect(defaultThresholds(4)).toEqual({ severe: 3, likely: 2, floor: 3, topThemes: 2, nearBand: 0.5 });
    expect(defaultThresholds(5)).toEqual(DEFAULT_THRESHOLDS);
    expect([sameRules(RULES, RULES), sameRules(RULES, { ...RULES, size: 4 })]).toEqual([true, false]);
    expect([graveFrom(4), graveFrom(5), effectFrom(4), effectFrom(5)]).toEqual([3, 4, 2, 3]);
    for (const dimension of DIMENSIONS) {
      const [lowest, ...upper] = OF_FOUR.scaleTexts[dimension];
      expect(upper).toEqual(DEFAULT_SCALE_TEXTS[dimension].slice(2));
      for (const language of LANGUAGE_IDS) expect(lowest?.[language]).toBeTruthy();
    }
    expect([scaleSize(OF_FOUR), scaleSize({ scaleTexts: DEFAULT_SCALE_TEXTS })]).toEqual([4, 5]);
  });

  it('keeps the words and lines of what it is made from; only the lowest levels get the usual ones', () => {
    const own = (size: number) =>
      Array.from({ length: size }, (_, at) => ({ en: `own ${at + 1} of ${size}` }));
    const texts = { scale: own(5), scope: own(5), irremediability: own(5), likelihood: own(5) };
    const five = { scaleTexts: texts, thresholds: { ...DEFAULT_THRESHOLDS, severe: 4.5, likely: 1 } };
    const four = rescaled(five, 4);
    expect(four.scaleTexts.scope).toEqual([OF_FOUR.scaleTexts.scope[0], ...own(5).slice(2)]);
    expect(four.thresholds).toEqual({ ...DEFAULT_THRESHOLDS, severe: 3.5, likely: 1, floor: 3 });
    expect(rescaled(five, 5)).toEqual(five);
    const back = rescaled(four, 5);
    expect(back.scaleTexts.likelihood).toEqual([
      ...DEFAULT_SCALE_TEXTS.likelihood.slice(0, 2),
      ...own(5).slice(2),
    ]);
    expect(back.thresholds.severe).toBe(4.5);
    expect(rescaled({ scaleTexts: DEFAULT_SCALE_TEXTS, thresholds: DEFAULT_THRESHOLDS }, 4)).toEqual(OF_FOUR);
  });

  it('has its own ends: consensus, the top of likelihood, what is missing, what needs a reason', () => {
    // Halves at either end agree in nothing.
    expect(consensus(histogram([1, 1, 4, 4]), 4)).toBe(0);
    expect(consensus(histogram([1, 1, 5, 5]), 5)).toBe(0);
    expect(consensus(histogram([1, 1, 4, 4]), 5)).toBeGreaterThan(0.2);
    const ids = ['a', 'b', 'c'];
    const ratings = [
      makeRating({ assessorId: 'a', nature: 'actual' }),
      makeRating({ assessorId: 'b', scores: [1, 1, 1, 1] }),
      makeRating({ assessorId: 'c', scores: [1, 1, 1, 2] }),
    ];
    const read = (size: 4 | 5) => aggregate(ids, ratings, { ...RULES, size }).read.likelihood.by.get('a');
    expect([read(4), read(5)]).toEqual([4, 5]);
    const unknown = {
      scale: 1,
      scope: 1,
      irremediability: null,
      likelihood: 1,
      nature: 'potential',
      delay: false,
    } as const;
    expect(tierOf(unknown, OF_FOUR.thresholds)).toMatchObject({ tier: 3, possible: 1 });
    expect(tierOf(unknown, { severe: 4, likely: 4 })).toMatchObject({ possible: 1 });
    const grave = makeRating({ scores: [1, 3, 1, 1] });
    expect([needsRationale(grave, 4), needsRationale(grave, 5)]).toEqual([true, false]);
    expect(needsRationale(makeRating({ scores: [1, 2, 1, 4] }), 4)).toBe(false);
  });

  it('moves no figure beyond itself when it is asked what one step would change', () => {
    const [four, five] = SCALE_SIZES.map((size) => {
      const { state, round } = makePanel(
        { a: [[4, 4, 4, 4]] },
        { scaleTexts: defaultScaleTexts(size), thresholds: defaultThresholds(size) },
      );
      return assessRound(state, round.id).oneStep.moves;
    });
    expect([four, five]).toEqual([4, 8]);
  });

  it('is part of the sum of a round; sums of five stay as they were', () => {
    const { state, round } = makePanel({ a: [[1, 2, 3, 4]] });
    const four = { ...round, scaleTexts: OF_FOUR.scaleTexts };
    expect(sumOfRatings(four, state.ratings)).not.toBe(sumOfRatings(round, state.ratings));
  });
});

type Row = Partial<Rating>;
const point = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 });
const table = fc.integer({ min: 1, max: 5 }).chain((assessors) =>
  fc.array(
    fc.array(
      fc.record({
        scale: point,
        scope: point,
        irremediability: point,
        likelihood: point,
        nature: fc.constantFrom<Rating['nature']>('potential', 'potential', 'actual'),
        delayMakesIrremediable: fc.boolean(),
      }),
      { minLength: assessors, maxLength: assessors },
    ),
    { minLength: 1, maxLength: 6, size: 'max' },
  ),
);
const panelOf = (rows: readonly (readonly unknown[])[], fields: Partial<Round> = {}): Panel =>
  makePanel(Object.fromEntries(rows.map((ratings, index) => [`issue ${index}`, ratings as Row[]])), fields);
const told = ({ issues }: RoundAssessment, { issues: named }: Panel) => {
  const codes = new Map([...named].map(([code, { id }]) => [id, code]));
  return issues
    .map(({ issueId, tier, tierRule, possibleTier, missing, complete, suggestion, nature }) => ({
      code: codes.get(issueId) ?? '',
      of: { tier, tierRule, possibleTier, missing, complete, level: suggestion.level, nature },
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
};

describe('the defaults of both scales', () => {
  it('mean the same: ratings of five, told on four, are in the same tiers for the same reasons', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const lowered = rows.map((ratings) =>
          ratings.map((one) => ({
            ...one,
            ...Object.fromEntries(
              DIMENSIONS.map((dimension) => {
                const value = one[dimension];
                return [dimension, value === null ? null : (onScale(value, 4) as Point)];
              }),
            ),
          })),
        );
        // Ranks among equals of a tier may become ties; suggestions for the first ones hang on ranks.
        const thresholds = { topThemes: 0, nearBand: 0 };
        const five = panelOf(rows, { thresholds: { ...defaultThresholds(5), ...thresholds } });
        const four = panelOf(lowered, {
          ...OF_FOUR,
          thresholds: { ...defaultThresholds(4), ...thresholds },
        });
        expect(told(assessRound(four.state, four.round.id), four)).toEqual(
          told(assessRound(five.state, five.round.id), five),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** Two years of the same issues, the earlier one on another scale. */
function twoScales() {
  const scores: Record<string, Scores[]> = { a: [[4, 2, 3, 4]], b: [[2, 2, 2, 2]], c: [[1, 1, 1, 1]] };
  const later = makePanel(scores, { fiscalYear: 2024 });
  const ids = [...later.issues.values()].map(({ id }) => id);
  const earlierRound: Round = {
    ...later.round,
    ...OF_FOUR,
    id: '00000000-0000-7000-8000-000000000001',
    fiscalYear: 2023,
    issueIds: ids.slice(0, 2),
  };
  const ratings = later.state.ratings
    .filter(({ issueId }) => issueId !== ids[2])
    .map((rating, index) => ({
      ...rating,
      id: `00000000-0000-7000-8000-00000000001${index}`,
      roundId: earlierRound.id,
      // The other way round: on one scale this would be a move.
      scale: (5 - (rating.scale ?? 1)) as Point,
    }));
  const state = {
    ...later.state,
    rounds: [later.round, earlierRound],
    ratings: [...later.state.ratings, ...ratings],
  };
  return { state, later: later.round, earlier: earlierRound, ids };
}

describe('rounds of two scales', () => {
  it('are never told as a move: each issue stands as its own round placed it, and only the list is compared', () => {
    const { state, later, earlier, ids } = twoScales();
    const change = changeBetween(state, earlier.id, later.id);
    expect(change).toMatchObject({ scales: { earlier: 4, later: 5 }, restated: false, reworded: [] });
    expect(change.order.tau).toBeNull();
    expect(change.order.n).toBe(0);
    for (const { issueId, from, ranks, restated, moved } of change.issues) {
      expect([ranks, restated]).toEqual([null, false]);
      expect(moved).toEqual(issueId === ids[2] ? ['list'] : []);
      expect(from === null).toBe(issueId === ids[2]);
    }
    // As it was printed: 1 of four by its own lines.
    expect(change.issues.find(({ issueId }) => issueId === ids[0])?.from).toMatchObject({
      severity: { ranking: 3 },
      tier: 1,
    });
    const names = { nameOf: () => '', categoryOf: () => 'general' as const, earlier: 'E', later: 'L' };
    expect(changeOf(change, names)).toBeNull();
    expect(rewordedText(translator('en'), change, 'FY2023')).toMatch(/FY2023.*4 points.*5/);
    const lines = changeLines(state, change, earlier, (id) => id, String, 'en');
    expect([lines?.unchanged, lines?.issues.length]).toEqual([0, 1]);
  });

  it('are one in neither direction, and the same two of one scale are compared', () => {
    const { state, later, earlier } = twoScales();
    const swapped = {
      ...state,
      rounds: [
        { ...later, ...OF_FOUR },
        { ...earlier, scaleTexts: later.scaleTexts, thresholds: later.thresholds },
      ],
    };
    expect(changeBetween(swapped, earlier.id, later.id).scales).toEqual({ earlier: 5, later: 4 });
    const same = { ...state, rounds: [{ ...later, ...OF_FOUR }, earlier] };
    const change = changeBetween(same, earlier.id, later.id);
    expect(change.scales).toBeNull();
    expect(change.issues.some(({ ranks }) => ranks !== null)).toBe(true);
  });

  it('are not joined by a profile of ranks', () => {
    const { state, later, earlier } = twoScales();
    expect(earlierOrders(state, later)).toEqual([]);
    const same = { ...later, ...OF_FOUR };
    expect(earlierOrders({ ...state, rounds: [same, earlier] }, same)).toHaveLength(1);
  });

  it('are told so by the method note, whose points are those of its own scale', () => {
    const { state, later } = twoScales();
    const note = methodNote(state, later.id);
    expect(note.change?.scales).toEqual({ earlier: 4, later: 5 });
    expect(note.scales.reworded).toEqual([]);
    expect(note.scales.texts.scale).toHaveLength(5);
  });
});
