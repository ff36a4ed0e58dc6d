import { describe, expect, it } from 'vitest';
import { assessRound, latestRound } from '#shared/assessment/assess-round.ts';
import { newId } from '#shared/model/basics.ts';
import { makeRound } from '../../fixtures/state.ts';
import { METHOD_ROUND, makePanel } from './panel.ts';

function codesOf({ state, round, issues }: ReturnType<typeof makePanel>) {
  const codes = new Map([...issues].map(([code, { id }]) => [id, code]));
  const result = assessRound(state, round.id);
  return {
    result,
    order: result.issues.map(({ issueId }) => codes.get(issueId)),
    of: (code: string) => {
      const found = result.issues.find(({ issueId }) => issueId === issues.get(code)?.id);
      if (!found) throw new Error(code);
      return found;
    },
  };
}

describe('the round of METHOD.md', () => {
  const { result, order, of } = codesOf(makePanel(METHOD_ROUND));

  it('has its salience order: forced labour before privacy though a product says otherwise', () => {
    expect(order).toEqual(['climate', 'forced labour', 'privacy', 'working environment', 'youth employment']);
    const product = (code: string) => (of(code).severity?.shown ?? 0) * (of(code).likelihood?.shown ?? 0);
    expect([product('forced labour'), product('privacy')]).toEqual([10, 18]);
  });

  it.each([
    ['forced labour', [5, 3, 4.5, 2], 5, 4.1667],
    ['privacy', [3.5, 4.5, 3, 4], 4.5, 3.6667],
    ['climate', [3.5, 5, 4.5, 5], 5, 4.3333],
    ['working environment', [3, 3, 2, 3], 3, 2.6667],
    ['youth employment', [2, 2, 1.5, 2], 2, 1.8333],
  ])('%s: medians, severity and mean of the three', (code, medians, severity, mean) => {
    const { dimensions, ...one } = of(code);
    const { scale, scope, irremediability, likelihood } = dimensions;
    expect([scale, scope, irremediability, likelihood].map((dimension) => dimension.median)).toEqual(medians);
    expect(one.severity?.shown).toBe(severity);
    expect(one.severityMean).toBeCloseTo(mean, 4);
  });

  it('has its alphas', () => {
    expect(result.agreement.scale).toBeCloseTo(0.5685, 4);
    expect(result.agreement.scope).toBeCloseTo(0.7356, 4);
    expect(result.agreement.irremediability).toBeCloseTo(0.7284, 4);
    expect(result.agreement.likelihood).toBeCloseTo(0.7244, 4);
  });

  it('flags climate as divided on scale, never silently averaged', () => {
    expect(of('climate')).toMatchObject({ divided: true, dividedOn: ['scale'] });
    expect(result.counts).toMatchObject({ issues: 5, complete: 5, incomplete: 0, unrated: 0 });
  });

  it('prints both readings where they differ', () => {
    expect(of('privacy').severity).toEqual({ shown: 4.5, ranking: 5 });
    expect(of('privacy')).toMatchObject({ tier: 1, near: 'above', deciding: ['scope'] });
  });

  it('draws whiskers that hold both readings', () => {
    for (const { severity, severityRange } of result.issues) {
      expect(severityRange?.min).toBeLessThanOrEqual(severity?.shown ?? 0);
      expect(severityRange?.max).toBeGreaterThanOrEqual(severity?.ranking ?? 9);
    }
  });

  it('suggests by rank and floor; without themes issues compete for the first k', () => {
    expect(result.issues.map(({ suggestion }) => suggestion.level)).toEqual([
      'monitor-closely',
      'monitor-closely',
      'monitor',
      'watch',
      null,
    ]);
  });
});

describe('themes', () => {
  it('rank as their best member and compete for the first k; issues then do not', () => {
    const panel = makePanel(METHOD_ROUND);
    const theme = (order: number, codes: readonly string[]) => ({
      id: newId(),
      code: `t${order}`,
      order,
      name: {},
      definition: {},
      issueIds: codes.map((code) => panel.issues.get(code)?.id ?? ''),
    });
    const themes = [
      theme(0, ['working environment', 'youth employment']),
      theme(1, ['privacy', 'youth employment']),
      theme(2, ['forced labour']),
      theme(3, []),
    ];
    const { result, of } = codesOf({ ...panel, state: { ...panel.state, themes } });
    expect(result.themes.map(({ themeId, rank, suggestion }) => [themeId, rank, suggestion.level])).toEqual([
      [themes[2]?.id, 1, 'monitor-closely'],
      [themes[1]?.id, 2, 'monitor-closely'],
      [themes[0]?.id, 3, 'watch'],
    ]);
    expect(of('climate').suggestion).toEqual({ level: 'monitor', reason: 'floor' });
    expect(result.themes[1]?.bestIssueId).toBe(panel.issues.get('privacy')?.id);
  });
});

describe('missing answers', () => {
  it('give no severity but a floor, which already makes tier 1', () => {
    const { of } = codesOf(makePanel({ hidden: [[4, null, 2, 1]], plain: [[3, 3, 3, 3]] }));
    expect(of('hidden')).toMatchObject({
      rank: 1,
      tier: 1,
      complete: false,
      severity: null,
      missing: ['scope'],
      severityFloor: { shown: 4, ranking: 4 },
    });
  });

  it('leave an issue that nobody judged without rank, last in the list', () => {
    const { order, of, result } = codesOf(
      makePanel({ silent: [{ abstained: ['scale'] }], rated: [[1, 1, 1, 1]] }),
    );
    expect(order).toEqual(['rated', 'silent']);
    expect(of('silent')).toMatchObject({ rank: null, tier: null, suggestion: { reason: 'unrated' } });
    expect(result.counts).toMatchObject({ complete: 1, unrated: 1 });
  });

  it('count towards an assessor’s progress when they say “can’t judge”; grave scores ask for a reason', () => {
    const { result } = codesOf(
      makePanel({
        one: [{ scores: [5, null, 2, 1], abstained: ['scope'] }],
        two: [{ scores: [1, 1, 1, null], nature: 'actual' }],
      }),
    );
    expect(result.assessors[0]).toMatchObject({ answered: 7, asked: 7, unexplained: 1, issues: 2 });
  });
});

describe('latestRound', () => {
  it('is the one of the latest fiscal year, then the last created', () => {
    const rounds = [
      makeRound({ fiscalYear: 2023 }),
      makeRound({ fiscalYear: 2024 }),
      makeRound({ fiscalYear: 2024 }),
    ];
    expect(latestRound(rounds)).toBe(rounds[2]);
    expect(latestRound([])).toBeUndefined();
  });
});
