import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agenda } from '#shared/assessment/agenda.ts';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { happeningText } from '#shared/assessment/depends-words.ts';
import { dissentText } from '#shared/assessment/dissent-words.ts';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import { makePanel, type Scores } from './panel.ts';

type Entry = Partial<Rating> & { scores?: Scores };

const actual = (scores: Scores, more: Entry = {}): Entry => ({ scores, nature: 'actual', ...more });
const assess = (
  table: Readonly<Record<string, readonly (Scores | Entry)[]>>,
  fields: Partial<Round> = {},
) => {
  const panel = makePanel(table, fields);
  const result = assessRound(panel.state, panel.round.id);
  const of = (code: string) => {
    const found = result.issues.find(({ issueId }) => issueId === panel.issues.get(code)?.id);
    if (!found) throw new Error(code);
    return found;
  };
  return { ...panel, result, of };
};

describe('what some of the assessors witness', () => {
  const two = {
    fees: [
      [2, 2, 2, 1],
      [2, 2, 2, 2],
      [2, 2, 2, 1],
      actual([2, 2, 2], { rationale: 'Seen at the port.' }),
      actual([2, 2, 2]),
    ],
    calm: [[1, 1, 1, 1]],
  } as const;

  it('is dissent, on the agenda, with its reason, and said beside the likelihood', () => {
    const { of, result } = assess(two);
    expect(of('fees')).toMatchObject({ nature: 'potential', divided: true, splits: ['happening'] });
    expect(agenda(result)[0]).toMatchObject({ reason: 'divided', splits: ['happening'], range: 0 });
    const t = translator('en');
    expect(happeningText(t, of('fees'))).toBe('1–2, and 2 say it is happening');
    expect(of('fees').minority.map((view) => [dissentText(t, view), view.rationale])).toEqual([
      ['says that it is happening', 'Seen at the port.'],
      ['says that it is happening', ''],
    ]);
    expect(happeningText(t, of('calm'))).toBeNull();
  });

  it('stands at the top end of the likelihood, so that nothing they know is dropped', () => {
    // Of 1, 1, 2, 5 and two who say it is happening the middle pair is 2 and 5; without the two it would be 1 and 2.
    const votes = [
      [3, 1, 1, 1],
      [3, 1, 1, 1],
      [3, 1, 1, 2],
      [3, 1, 1, 5],
      actual([3, 1, 1]),
      actual([3, 1, 1]),
    ];
    expect(assess({ a: votes }).of('a')).toMatchObject({
      nature: 'potential',
      likelihood: { shown: 3.5, ranking: 5 },
      tier: 2,
    });
    const old = assess(
      { a: votes },
      { stage: 'closed', method: { version: 'severity-first-1', standard: '' } },
    ).of('a');
    expect(old).toMatchObject({
      likelihood: { shown: 1.5, ranking: 2 },
      tier: 3,
      splits: [],
      divided: false,
    });
  });

  it('carries where half of the raters say so, and the others then dissent', () => {
    const { of } = assess({ a: [[2, 2, 2, 1], [2, 2, 2, 1], actual([2, 2, 2]), actual([2, 2, 2])] });
    expect(of('a')).toMatchObject({ nature: 'actual', splits: ['happening'] });
    expect(of('a').minority).toMatchObject([
      { on: 'happening', says: false, votes: 2, of: 4 },
      { on: 'happening', says: false, votes: 2, of: 4 },
    ]);
  });
});

describe('robustness of what decisions hang on', () => {
  const score = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 });
  const rating = fc.record({
    scores: fc.tuple(score, score, score, score),
    nature: fc.constantFrom('actual' as const, 'potential' as const, 'potential' as const),
    delayMakesIrremediable: fc.boolean(),
  });
  const table = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([raters, issues]) =>
      fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), {
        minLength: issues,
        maxLength: issues,
      }),
    )
    .map((rows) => Object.fromEntries(rows.map((row, index) => [`issue ${index}`, row as Entry[]])));

  it('says whose absence gives another tier or suggestion exactly where a round without them does', () => {
    fc.assert(
      fc.property(table, fc.boolean(), (rows, themed) => {
        const { state, round, issues } = makePanel(rows);
        const ids = [...issues.values()].map(({ id }) => id);
        const theme = { id: newId(), name: {}, issueIds: ids.slice(0, 2), order: 0 };
        const whole = { ...state, themes: themed ? [theme] : [] } as typeof state;
        const result = assessRound(whole, round.id);
        for (const { id } of round.assessors) {
          const assessors = round.assessors.filter((one) => one.id !== id);
          const without = assessRound({ ...whole, rounds: [{ ...round, assessors }] }, round.id);
          for (const issue of result.issues) {
            const then = without.issues.find(({ issueId }) => issueId === issue.issueId);
            if (!issue.robustness || !then || then.rank === null) continue;
            const found = issue.robustness.leaveOneOut.changed.find(({ assessorId }) => assessorId === id);
            const expected =
              then.tier !== issue.tier || then.suggestion.level !== issue.suggestion.level
                ? { tier: then.tier, level: then.suggestion.level }
                : null;
            expect(found ? { tier: found.tier, level: found.level } : null).toEqual(expected);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('calls a result uncertain where its tier or suggestion depends on the reading, and only there', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { state, round } = makePanel(rows);
        for (const issue of assessRound(state, round.id).issues) {
          if (!issue.robustness) continue;
          const { tiers, levels, tierShare, levelShare, leaveOneOut } = issue.robustness;
          expect(tiers.length > 1).toBe(tierShare < 1);
          expect(levels.length > 1).toBe(levelShare < 1);
          expect(tiers).toContain(issue.tier);
          expect(levels[0]).toBe(issue.suggestion.level);
          expect(issue.uncertain).toBe(tierShare < 1 || levelShare < 1);
          if (leaveOneOut.changed.length > 0) expect(issue.uncertain).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
