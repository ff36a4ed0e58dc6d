import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { kendallW, midRanks, orderAgreement } from '#shared/assessment/concordance.ts';
import { consensus, histogram, mean, median, quartiles, upperMedian } from '#shared/assessment/histogram.ts';
import { compareKeys, rankBy, sortKey, tierOf } from '#shared/assessment/order.ts';
import { oneStepMoves } from '#shared/assessment/robustness.ts';
import { robustnessCard, weightings } from '#shared/assessment/robustness-card.ts';
import { DEFAULT_THRESHOLDS } from '#shared/model/round.ts';
import ORACLES from '../../fixtures/oracles.json' with { type: 'json' };
import { makePanel, RULES, WORKED_PANEL } from './panel.ts';
import { FORMULAS, type Inputs, triples, tukeyHinges, vanDerEijk } from './published.ts';

const source = path.resolve(import.meta.dirname, '../../../../shared/oracles/oracles.json');

it.skipIf(!existsSync(source))('the numbers tested here are those of oracles.json, every one', () => {
  expect(ORACLES).toEqual(JSON.parse(readFileSync(source, 'utf8')));
});

describe('aggregation (METHOD-SOURCES 2.4)', () => {
  it.each(Object.entries(ORACLES.aggregation))('%s', (_name, oracle) => {
    const counts = histogram(oracle.xs);
    expect(oracle.n).toBe(oracle.xs.length);
    expect(mean(counts)).toBeCloseTo(oracle.mean, 10);
    expect([median(counts), upperMedian(counts)]).toEqual([oracle.median, oracle.upper_median]);
    const { q1, q3, iqr } = quartiles(counts) ?? { q1: 0, q3: 0, iqr: 0 };
    expect([q1, q3, iqr]).toEqual([oracle.q1_type7, oracle.q3_type7, oracle.iqr_type7]);
    expect(consensus(counts, 5)).toBeCloseTo(oracle.tastle_wierman, 6);
    expect([Math.min(...oracle.xs), Math.max(...oracle.xs)]).toEqual([oracle.min, oracle.max]);
    // Other measures of the same, which the product does not print.
    expect(tukeyHinges(oracle.xs)).toEqual(oracle.tukey_hinges);
    expect(vanDerEijk(counts)).toBeCloseTo(oracle.van_der_eijk_A, 6);
    expect(6 - (upperMedian(histogram(oracle.xs.map((value) => 6 - value))) ?? 0)).toBe(oracle.lower_median);
  });

  it('knows no quartiles and no consensus of nobody', () => {
    expect([quartiles(histogram([])), consensus(histogram([]), 5)]).toEqual([null, null]);
  });
});

describe('the worked panel (METHOD-SOURCES 2.5)', () => {
  const { panel: oracle } = ORACLES;
  const panel = makePanel(WORKED_PANEL);
  const codes = new Map([...panel.issues].map(([code, { id }]) => [id, code]));
  const codeOf = (id: string) => codes.get(id) ?? '';
  // Three first ones are spoken of: half of six.
  const result = assessRound(panel.state, panel.round.id);
  const of = (code: string) => {
    const found = result.issues.find(({ issueId }) => codeOf(issueId) === code);
    if (!found) throw new Error(code);
    return found;
  };
  const names = Object.keys(oracle.upper_median) as (keyof typeof oracle.upper_median)[];

  it.each(names)('%s: upper medians, severity and spread', (code) => {
    const { dimensions, severity, severityMean, rank } = of(code);
    const { scale, scope, irremediability: irrem, likelihood } = dimensions;
    expect([scale, scope, irrem, likelihood].map(({ upper }) => upper)).toEqual(oracle.upper_median[code]);
    expect(severity?.ranking).toBe(oracle.severity_max[code]);
    expect(severityMean).toBeCloseTo(oracle.mean_severity[code], 4);
    expect(rank).toBe(oracle.order_severity_first.indexOf(code) + 1);
    for (const [dimension, own] of Object.entries({ scale, scope, irrem, likelihood })) {
      const spread = oracle.spread[code][dimension as 'scale'];
      expect([own.min, own.max, own.quartiles?.iqr]).toEqual([spread.min, spread.max, spread.iqr7]);
    }
  });

  it('has its order, and five of six in tier 1', () => {
    expect(result.issues.map(({ issueId }) => codeOf(issueId))).toEqual(oracle.order_severity_first);
    expect(result.issues.map(({ tier }) => tier)).toEqual([1, 1, 1, 1, 1, 2]);
  });

  it('would be ordered otherwise by a product and by a common default', () => {
    const inputs = (code: string): Inputs => {
      const { scale, scope, irremediability, likelihood } = of(code).dimensions;
      return {
        scale: scale.upper ?? 0,
        scope: scope.upper ?? 0,
        irrem: irremediability.upper ?? 0,
        likelihood: likelihood.upper ?? 0,
      };
    };
    for (const code of names) {
      expect(FORMULAS.product_s_x_l(inputs(code))).toBe(oracle.max_times_likelihood[code]);
      expect(FORMULAS.datamaran_score(inputs(code))).toBeCloseTo(oracle.datamaran_score[code], 4);
    }
    const by = (formula: (one: Inputs) => number) =>
      [...names].sort((a, b) => formula(inputs(b)) - formula(inputs(a)) || (a < b ? -1 : 1));
    expect(by(FORMULAS.product_s_x_l)).toEqual(oracle.order_max_times_likelihood);
    expect(by(FORMULAS.datamaran_score)).toEqual(oracle.order_datamaran);
    expect(by(FORMULAS.mean)).toEqual(oracle.order_mean_severity);
  });

  it('keeps its order with an assessor left out, but for the two that four of them swap', () => {
    panel.round.assessors.forEach(({ id }, index) => {
      const without = {
        ...panel.state,
        rounds: [{ ...panel.round, assessors: panel.round.assessors.filter((one) => one.id !== id) }],
      };
      const order = assessRound(without, panel.round.id).issues.map(({ issueId }) => codeOf(issueId));
      expect(order).toEqual(oracle.leave_one_out[`drop_e${index + 1}` as 'drop_e1']);
    });
    for (const code of names) {
      const { best, worst } = of(code).robustness?.leaveOneOut ?? {};
      expect([best, worst]).toEqual(oracle.loo_rank_range[code]);
    }
  });

  it('names on the card who moves it, the critical steps, and that the upper median does', () => {
    const card = (code: string) => robustnessCard(result, { kind: 'issue', id: of(code).issueId });
    const forced = card('SC-FORCED');
    const ids = panel.round.assessors.map(({ id }) => id);
    expect(forced?.leaveOneOut.moved.map(({ assessorId }) => ids.indexOf(assessorId))).toEqual([0, 1, 2, 3]);
    expect(forced?.leaveOneOut.byUpperMedian).toBe(true);
    expect(card('SC-CONFLICT')?.leaveOneOut).toMatchObject({ moved: [], byUpperMedian: false });
    expect(
      forced?.critical
        .filter(({ changes }) => changes.includes('top'))
        .map(({ dimension, step }) => [dimension, step]),
    ).toEqual([['scale', -1]]);
    expect(card('CU-PRIVACY')?.severeBy).toBe('scope');
    expect(card('CU-DISCR')?.severeBy).toBeNull();
  });

  it('has its one-step moves', () => {
    const { moves, kept, critical } = result.oneStep;
    expect(result.topIssues).toBe(3);
    expect([moves, kept.top]).toEqual([oracle.one_step.total, oracle.one_step.kept_top3]);
    const found = critical
      .filter(({ changes }) => changes.includes('top'))
      .map(({ issueId, dimension, step }) => [codeOf(issueId), dimension, step].join());
    expect(found.sort()).toEqual(oracle.one_step.critical.map((move) => move.join()).sort());
  });

  it('has its counts under every weighting', () => {
    // Ties go by id: here the codes are the ids.
    const issues = result.issues.map((one) => ({ ...one, issueId: codeOf(one.issueId) }));
    const found = weightings(
      issues,
      names.map((code) => ({ id: code, members: [code] })),
      3,
    );
    expect(Object.fromEntries([...found].map(([code, { within }]) => [code, within]))).toEqual(
      oracle.weights.top3_count,
    );
    for (const [code, { of: all, best, worst }] of found) {
      expect(all).toBe(oracle.weights.n);
      expect([best, worst]).toEqual(oracle.weights.rank_range[code as (typeof names)[number]]);
    }
  });

  it('has its Kendall W', () => {
    const { W, chi2, rank_sums } = oracle.kendall_W_on_sum;
    expect(result.concordance).toMatchObject({ m: 5, n: 6 });
    expect(result.concordance?.w).toBeCloseTo(W, 6);
    expect(result.concordance?.chi2).toBeCloseTo(chi2, 6);
    const sums = names.map(() => 0);
    for (let assessor = 0; assessor < 5; assessor++) {
      const totals = names.map((code) =>
        WORKED_PANEL[code][assessor]?.slice(0, 3).reduce((sum: number, value) => sum + value, 0),
      );
      midRanks(totals.map((value) => -(value ?? 0))).forEach((rank, index) => {
        sums[index] = (sums[index] ?? 0) + rank;
      });
    }
    expect(Object.fromEntries(names.map((code, index) => [code, sums[index]]))).toEqual(rank_sums);
  });
});

describe('Kendall’s W', () => {
  it('is 1 for one order by all, and undefined where nothing is ordered', () => {
    const order = [5, 4, 2];
    expect(kendallW([order, order, order])?.w).toBe(1);
    expect(kendallW([order])).toBeNull();
    expect(
      kendallW([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNull();
  });
});

describe('year on year (METHOD-SOURCES 2.5)', () => {
  const before = ['SC-FORCED', 'SC-CONFLICT', 'CU-PRIVACY', 'CU-DISCR', 'SC-LABOUR', 'EM-HARASS'];
  const after = ['CU-PRIVACY', 'SC-FORCED', 'SC-LABOUR', 'SC-CONFLICT', 'CU-DISCR', 'EM-HARASS'];
  const places = before.map((code, index) => [index + 1, after.indexOf(code) + 1] as const);

  it('has its tau, rho, footrule and moves', () => {
    const { yoy } = ORACLES;
    const { concordant, discordant, tau, rho, footrule } = orderAgreement(places);
    expect([concordant, discordant, footrule]).toEqual([yoy.concordant, yoy.discordant, yoy.footrule]);
    expect(tau).toBeCloseTo(yoy.kendall_tau, 6);
    expect(rho).toBeCloseTo(yoy.spearman_rho, 10);
    expect(
      Object.fromEntries(
        before.map((code, index) => [code, (places[index]?.[0] ?? 0) - (places[index]?.[1] ?? 0)]),
      ),
    ).toEqual(yoy.delta_rank);
  });

  it('is 1 for the same order, −1 for the reverse, and undefined for nothing but ties', () => {
    const order = [1, 2, 3, 4];
    expect(orderAgreement(order.map((place) => [place, place]))).toMatchObject({
      tau: 1,
      rho: 1,
      footrule: 0,
    });
    expect(orderAgreement(order.map((place) => [place, 5 - place]))).toMatchObject({ tau: -1, rho: -1 });
    expect(orderAgreement(order.map((place) => [place, 1]))).toMatchObject({ tau: null, rho: null });
  });
});

describe('published formulas (METHOD-SOURCES 2.3)', () => {
  const inputs = Object.entries(ORACLES.published_formulas);
  const impactOf = ({ scale, scope, irrem, likelihood }: Inputs) => ({
    scale,
    scope,
    irremediability: irrem,
    likelihood,
    nature: 'potential' as const,
    delay: false,
  });

  it.each(Object.keys(FORMULAS) as (keyof typeof FORMULAS)[])('%s', (formula) => {
    for (const [, own] of inputs) expect(FORMULAS[formula](own)).toBeCloseTo(own[formula], 4);
  });

  it('are orders of their own; ours is the one that puts the grave and rare first and the mild and frequent last', () => {
    const { severity_first_leximax: ours, ...others } = ORACLES.ranks;
    const ranked = rankBy(inputs, ([, own]) => sortKey(impactOf(own), RULES));
    expect(ranked.map(({ item }) => item[0])).toEqual(ours);
    for (const [formula, order] of Object.entries(others)) {
      const value = FORMULAS[formula as keyof typeof others];
      const sorted = [...inputs].sort(([a, one], [b, other]) => {
        const apart = value(other) - value(one);
        return Math.abs(apart) > 1e-9 ? apart : a < b ? -1 : 1;
      });
      expect(sorted.map(([name]) => name)).toEqual(order);
    }
  });

  it('count what a mean alone lets go', () => {
    const grid = (top: number, threshold: number, override: number) => {
      const all = triples(top);
      const byMean = all.filter(
        (three) => three.reduce<number>((sum, value) => sum + value, 0) >= threshold * 3,
      );
      const either = all.filter((three) => byMean.includes(three) || Math.max(...three) >= override);
      return {
        total: all.length,
        mean_only: byMean.length,
        mean_or_top: either.length,
        added: either.length - byMean.length,
        contains_top: all.filter((three) => Math.max(...three) >= override).length,
      };
    };
    expect(grid(4, 2.5, 4)).toEqual(ORACLES.grid_1_4);
    expect(grid(4, 2.5, 3)).toEqual(ORACLES.grid_1_4_override3);
    expect(grid(5, 3, 5)).toEqual(ORACLES.grid_1_5_thr3);
    expect(grid(5, 3, 4)).toEqual(ORACLES.grid_1_5_thr3_override4);
  });

  it('SEAM and Ansarada', () => {
    const seam = (scope: number, scale: number, remed: number, rest: number) =>
      (2 * (scope + scale + remed) + rest) / 2;
    expect([seam(1, 1, 1, 3), seam(3, 3, 3, 9), seam(2, 3, 3, 2 + 1 + 2)]).toEqual([
      ...[ORACLES.seam.min, ORACLES.seam.max, ORACLES.seam['ex(2,3,3,2,1,2)']].map((fraction) => {
        const [over = 0, under = 1] = fraction.split('/').map(Number);
        return over / under;
      }),
    ]);
    const values = new Set(
      triples(3).flatMap(([a, b, c]) => triples(3).map(([d, e, f]) => seam(a, b, c, d + e + f))),
    );
    expect(values.size).toBe(ORACLES.seam.n_values);
    const average = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const [x, y] = [average([0.8, 1, 0.6]), average([0.4, 0.6, 0.8, 0.6])];
    expect(x).toBeCloseTo(ORACLES.ansarada.x, 10);
    expect(y).toBeCloseTo(ORACLES.ansarada.y, 10);
    expect(Math.hypot(x, y)).toBeCloseTo(ORACLES.ansarada.dist, 10);
  });
});

describe('products of ordinals', () => {
  const cells = [1, 2, 3, 4, 5].flatMap((severity) =>
    [1, 2, 3, 4, 5].map((likelihood) => ({ severity, likelihood, product: severity * likelihood })),
  );
  const pairs = cells.flatMap((a, index) => cells.slice(index + 1).map((b) => [a, b] as const));
  const key = ({ severity, likelihood }: { severity: number; likelihood: number }) =>
    sortKey(
      {
        scale: severity,
        scope: severity,
        irremediability: severity,
        likelihood,
        nature: 'potential',
        delay: false,
      },
      RULES,
    );

  it('have few values and tie what differs', () => {
    expect({
      distinct: new Set(cells.map(({ product }) => product)).size,
      cells: cells.length,
      tied_pairs: pairs.filter(([a, b]) => a.product === b.product).length,
      pairs: pairs.length,
    }).toEqual(ORACLES.product_5x5);
  });

  it('contradict severity in more than a sixth of the pairs, where our order never does', () => {
    const apart = pairs.filter(([a, b]) => a.severity !== b.severity);
    const contradicting = apart.filter(([a, b]) => (a.severity - b.severity) * (a.product - b.product) < 0);
    expect({
      contradicting_pairs: contradicting.length,
      pairs_with_different_severity: apart.length,
      share: contradicting.length / apart.length,
    }).toEqual(ORACLES.product_vs_severity_first);
    for (const [a, b] of apart)
      expect(Math.sign(compareKeys(key(a), key(b)))).toBe(Math.sign(b.severity - a.severity));
  });

  it('are why a severity-first matrix departs from Cox’s rule of a green edge, knowingly', () => {
    expect(ORACLES.cox['Cox 3x3 unique'].thm1_left_col_and_bottom_row_green).toBe(true);
    const tier = (severity: number, likelihood: number) =>
      tierOf(
        {
          scale: severity,
          scope: 1,
          irremediability: 1,
          likelihood,
          nature: 'potential',
          delay: false,
        },
        DEFAULT_THRESHOLDS,
      ).tier;
    expect([1, 2, 3, 4, 5].map((likelihood) => tier(4, likelihood))).toEqual([1, 1, 1, 1, 1]);
    expect([1, 2, 3, 4, 5].map((likelihood) => tier(3, likelihood))).toEqual([3, 3, 2, 2, 2]);
  });
});

it('one-step moves of the published upper medians are those of the whole round', () => {
  const impacts = new Map(
    Object.entries(ORACLES.panel.upper_median).map(
      ([code, [scale = 0, scope = 0, irremediability = 0, likelihood = 0]]) => [
        code,
        { scale, scope, irremediability, likelihood, nature: 'potential' as const, delay: false },
      ],
    ),
  );
  expect(
    oneStepMoves(impacts, new Map(), {
      rules: RULES,
      thresholds: DEFAULT_THRESHOLDS,
      k: 3,
      competes: false,
    }).moves,
  ).toBe(ORACLES.panel.one_step.total);
});
