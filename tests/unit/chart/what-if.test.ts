import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { LEGACY_IDS, LENSES } from '#shared/chart/lens.ts';
import { matrixLayout } from '#shared/chart/matrix.ts';
import { stepFrom, tryPosition } from '#shared/chart/try-position.ts';
import { whatIf, withSeverity } from '#shared/chart/what-if.ts';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import { METHOD_ROUND, makePanel, type Scores } from '../assessment/panel.ts';

const panel = makePanel(METHOD_ROUND);
const assessment = assessRound(panel.state, panel.round.id);
const idOf = (code: string) => panel.issues.get(code)?.id ?? '';

describe('what if', () => {
  it('says what is so when nothing is tried', () => {
    for (const issue of assessment.issues) {
      const { was, would } = whatIf(assessment, issue.issueId, {}) ?? {};
      expect(would).toEqual(was);
    }
  });

  it('tells the place, tier and suggestion that would follow', () => {
    const found = whatIf(assessment, idOf('youth employment'), { irremediability: 5, likelihood: 1 });
    expect(found).toMatchObject({
      of: 5,
      was: { rank: 5, tier: 3 },
      // Before working environment; behind the three whose second value is higher.
      would: { rank: 4, tier: 1, severity: 5, suggestion: { level: 'monitor', reason: 'floor' } },
    });
    expect(whatIf(assessment, newId(), {})).toBeNull();
  });

  it('is what a round with those ratings would be', () => {
    const point = fc.integer({ min: 1, max: 5 });
    const scores = fc.tuple(point, point, point, point);
    fc.assert(
      fc.property(fc.array(scores, { minLength: 2, maxLength: 8 }), scores, (rows, tried) => {
        const table = (all: readonly Scores[]) =>
          Object.fromEntries(all.map((row, index) => [`issue ${index}`, [row]]));
        const before = makePanel(table(rows));
        const after = makePanel(table([tried, ...rows.slice(1)]));
        const [scale, scope, irremediability, likelihood] = tried;
        const id = before.issues.get('issue 0')?.id ?? '';
        const found = whatIf(assessRound(before.state, before.round.id), id, {
          scale,
          scope,
          irremediability,
          likelihood,
        });
        const real = assessRound(after.state, after.round.id).issues.find(
          ({ issueId }) => issueId === after.issues.get('issue 0')?.id,
        );
        expect(found?.would).toEqual({
          rank: real?.rank,
          tied: real?.tied,
          tier: real?.tier,
          severity: real?.severityFloor?.ranking,
          suggestion: real?.suggestion,
        });
      }),
      { numRuns: 80 },
    );
  });

  it('lets a theme rank as its best member', () => {
    const theme = (order: number, codes: readonly string[]) => ({
      id: newId(),
      code: `t${order}`,
      order,
      name: { en: `Theme ${order}` },
      definition: {},
      issueIds: codes.map(idOf),
    });
    const themes = [
      theme(0, ['climate', 'youth employment']),
      theme(1, ['privacy']),
      theme(2, ['working environment']),
    ];
    const themed = assessRound({ ...panel.state, themes }, panel.round.id);
    // A graver second member changes nothing as long as the first is graver still.
    expect(whatIf(themed, idOf('youth employment'), { scale: 4 })?.themes[0]?.would.rank).toBe(1);
    const fallen = whatIf(themed, idOf('climate'), { scale: 2, scope: 2, irremediability: 2 });
    expect(fallen?.themes).toMatchObject([{ was: { rank: 1 }, would: { rank: 3 } }]);
    expect(fallen?.themes[0]?.would.suggestion.reason).not.toBe('top');
  });
});

describe('a place on the picture', () => {
  const issue = assessment.issues.find(({ issueId }) => issueId === idOf('privacy'));
  if (!issue) throw new Error('privacy');

  it('is what the assessors gave as long as it is nearer than half a step', () => {
    expect(tryPosition(issue, LENSES.salience, { severity: 4.7, across: 4.2 })).toEqual({
      position: { severity: 4.5, across: 4 },
      trial: {},
    });
  });

  it('changes no more of the three values than it must', () => {
    const { impact } = issue;
    expect([impact.scale, impact.scope, impact.irremediability]).toEqual([4, 5, 3]);
    expect(withSeverity(impact, 3)).toEqual({ scale: 3, scope: 3 });
    expect(withSeverity({ ...impact, scope: 4 }, 5)).toEqual({ scale: 5, scope: 5 });
    expect(withSeverity({ ...impact, scale: null, scope: null, irremediability: null }, 2)).toEqual({
      scale: 2,
    });
  });

  it('in the lanes is “happening” and “not known”', () => {
    expect(tryPosition(issue, LENSES.salience, { severity: 4.5, across: 'after' })?.trial).toEqual({
      nature: 'actual',
      likelihood: null,
    });
    expect(tryPosition(issue, LENSES.salience, { severity: 4.5, across: 'before' })?.trial).toEqual({
      nature: 'potential',
      likelihood: null,
    });
  });

  it('across other lenses never moves a rank', () => {
    expect(tryPosition(issue, LENSES.voice, { severity: 4.5, across: 1 })?.trial).toEqual({});
    expect(tryPosition(issue, LENSES.double, { severity: 4.5, across: 5 })?.trial).toEqual({});
    expect(tryPosition(issue, LENSES.change, { severity: 1, across: 1 })).toBeNull();
  });

  it('is stepped through by keyboard, from figure to figure and into the lane', () => {
    expect(stepFrom({ severity: 4.5, across: 4 }, LENSES.salience, 0, 1).severity).toBe(5);
    expect(stepFrom({ severity: 4.5, across: 4 }, LENSES.salience, 0, -1).severity).toBe(4);
    expect(stepFrom({ severity: 5, across: 5 }, LENSES.salience, 1, 1)).toEqual({
      severity: 5,
      across: 'after',
    });
    expect(stepFrom({ severity: 5, across: 'after' }, LENSES.salience, -1, 0).across).toBe(5);
    expect(stepFrom({ severity: 1, across: 1 }, LENSES.salience, -1, -1)).toEqual({ severity: 1, across: 1 });
  });
});

describe('legacy charts', () => {
  it('say in themselves what they are not for, in both languages', () => {
    for (const lens of LEGACY_IDS)
      for (const language of ['en', 'ja'] as const) {
        const t = translator(language);
        const scene = matrixLayout(
          { assessment, nameOf: (id) => id, title: '', note: '' },
          { t, language, lens, heading: false },
        );
        const stamp = t(lens === 'opinion' ? 'lens.opinion.stamp' : 'lens.product.stamp');
        const texts = scene.backdrop.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
        expect(texts).toContain(stamp);
        expect(scene.description).toContain(stamp);
        // No star: what they show suggests nothing.
        const marks = scene.items.map(({ shapes }) => shapes.filter(({ fill }) => fill === 'text'));
        expect(marks.flat().filter(({ role }) => role === 'mark')).toEqual([]);
      }
  });

  it('feed nothing that ranks or suggests: no picture is imported by assessment, edits or model', () => {
    const shared = path.join(import.meta.dirname, '..', '..', '..', 'shared');
    for (const folder of ['assessment', 'edit', 'model', 'change'])
      for (const file of readdirSync(path.join(shared, folder)))
        expect(readFileSync(path.join(shared, folder, file), 'utf8'), `${folder}/${file}`).not.toMatch(
          /from '(\.\.|#shared)\/chart\//,
        );
  });

  it('leave order and suggestion as they are, whatever is said by voices or of business', () => {
    const loud = {
      ...panel.state,
      ratings: panel.state.ratings.map((rating) => ({
        ...rating,
        businessEffect: rating.issueId === idOf('youth employment') ? (5 as const) : (1 as const),
      })),
    };
    const pick = ({ issues }: typeof assessment) =>
      issues.map(({ issueId, rank, tier, suggestion }) => ({ issueId, rank, tier, suggestion }));
    expect(pick(assessRound(loud, panel.round.id))).toEqual(pick(assessment));
  });
});
