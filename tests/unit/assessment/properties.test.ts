import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { defaultScaleTexts } from '#shared/assessment/scale-texts.ts';
import { newId, type Point } from '#shared/model/basics.ts';
import { HORIZONS } from '#shared/model/impact.ts';
import { CONNECTIONS, type Rating, VALUE_CHAIN } from '#shared/model/rating.ts';
import { DIMENSIONS, type Dimension, defaultThresholds, SEVERITY_DIMENSIONS } from '#shared/model/round.ts';
import { SCALE_SIZES, type ScaleSize } from '#shared/model/scale.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { makePanel, type Panel } from './panel.ts';

/*
 * The ten properties of METHOD-SOURCES 2.2, each of a whole round as people rate it: several assessors, gaps,
 * abstentions, actual impacts and marks of delay. (order.test.ts has those of the comparison alone.)
 */

type Row = Partial<Rating>;
const pointOn = (size: ScaleSize) =>
  fc.option(fc.integer({ min: 1, max: size }), { freq: 8 }) as fc.Arbitrary<Rating['scale']>;
const rowOn = (point: fc.Arbitrary<Rating['scale']>): fc.Arbitrary<Row> =>
  fc
    .record({
      scale: point,
      scope: point,
      irremediability: point,
      likelihood: point,
      nature: fc.constantFrom<Rating['nature']>('potential', 'potential', 'potential', 'actual'),
      delayMakesIrremediable: fc.boolean(),
    })
    .map((one) => ({
      ...one,
      likelihood: one.nature === 'actual' ? null : one.likelihood,
      abstained: DIMENSIONS.filter((dimension) => one[dimension] === null && one.nature === 'potential'),
    }));
const tableOf = (row: fc.Arbitrary<Row>) =>
  fc.integer({ min: 1, max: 4 }).chain((assessors) =>
    fc.array(fc.array(row, { minLength: assessors, maxLength: assessors }), {
      minLength: 2,
      maxLength: 6,
      size: 'max',
    }),
  );

const panelOn =
  (size: ScaleSize) =>
  (rows: readonly (readonly Row[])[]): Panel =>
    makePanel(Object.fromEntries(rows.map((ratings, index) => [`issue ${index}`, ratings])), {
      scaleTexts: defaultScaleTexts(size),
      thresholds: defaultThresholds(size),
    });
const RUNS = { numRuns: 60 };

function placesOf({ round, issues }: Panel, state: WorkspaceState) {
  const codes = new Map([...issues].map(([code, { id }]) => [id, code]));
  const result = assessRound(state, round.id);
  const places = new Map(result.issues.map((one) => [codes.get(one.issueId) ?? '', one]));
  const of = (index: number) => {
    const found = places.get(`issue ${index}`);
    if (!found) throw new Error(`issue ${index}`);
    return found;
  };
  return {
    result,
    of,
    order: [...places.keys()],
    ranks: [...places].map(([code, { rank, tier }]) => [code, rank, tier]),
  };
}
const assessed = (panel: Panel, state = panel.state) => placesOf(panel, state);
/** The panel's ratings, each changed. */
const withRatings = (panel: Panel, change: (rating: Rating, index: number) => Rating) => ({
  ...panel.state,
  ratings: panel.state.ratings.map(change),
});
/** Nobody = behind everybody. */
const place = (rank: number | null) => rank ?? Number.POSITIVE_INFINITY;

describe.each(SCALE_SIZES)('properties of a whole round on a scale of %i', (size) => {
  const point = pointOn(size);
  const row = rowOn(point);
  const table = tableOf(row);
  const panelOf = panelOn(size);

  it('P1: a higher score by anybody on any dimension never lowers the rank or tier', () => {
    fc.assert(
      fc.property(table, fc.nat(), fc.constantFrom(...DIMENSIONS), (rows, at, dimension) => {
        const panel = panelOf(rows);
        const index = at % panel.state.ratings.length;
        const raised = withRatings(panel, (rating, position) => {
          const value = rating[dimension];
          return position === index && value !== null && value < size
            ? { ...rating, [dimension]: value + 1 }
            : rating;
        });
        const issue = Math.floor(index / (rows[0]?.length ?? 1));
        const [before, after] = [assessed(panel).of(issue), assessed(panel, raised).of(issue)];
        expect(place(after.rank)).toBeLessThanOrEqual(place(before.rank));
        expect(after.tier ?? 4).toBeLessThanOrEqual(before.tier ?? 4);
      }),
      { numRuns: 200 },
    );
  });

  it('P2: of two issues without the mark of delay the more severe ranks higher, whatever the likelihood', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const panel = panelOf(
          rows.map((ratings) => ratings.map((one) => ({ ...one, delayMakesIrremediable: false }))),
        );
        const { result } = assessed(panel);
        for (const a of result.issues)
          for (const b of result.issues)
            if ((a.severityFloor?.ranking ?? 0) > (b.severityFloor?.ranking ?? 0))
              expect(place(a.rank)).toBeLessThan(place(b.rank));
      }),
      RUNS,
    );
  });

  it('P3: involvement, leverage, effect on the business, confidence and reasons move no rank and no tier', () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.integer({ min: 1, max: size })), (rows, stream) => {
        const panel = panelOf(rows);
        const changed = withRatings(panel, (rating) => {
          const value = stream.next().value as Point;
          return {
            ...rating,
            leverage: value,
            businessEffect: value,
            connection: value > 3 ? 'cause' : 'directly-linked',
            valueChain: value > 2 ? 'upstream' : 'downstream',
            confidence: value > 3 ? 1 : 3,
            rationale: 'x'.repeat(value),
            evidence: { ...rating.evidence, sources: ['Votes'] },
          };
        });
        expect(assessed(panel, changed).ranks).toEqual(assessed(panel).ranks);
      }),
      RUNS,
    );
  });

  it('P3: impact lines, measures, gross or net and where a round looks move no rank, tier or suggestion', () => {
    const text = fc.record({ en: fc.string() });
    const line = fc.record({
      affected: text,
      site: text,
      country: text,
      leverage: text,
      policy: text,
      remedy: text,
      source: text,
      valueChain: fc.subarray([...VALUE_CHAIN]),
      connection: fc.constantFrom(null, ...CONNECTIONS),
      horizon: fc.constantFrom(null, ...HORIZONS),
    });
    const standing = (panel: Panel, state?: WorkspaceState) => {
      const { result, ranks } = assessed(panel, state);
      return [
        ranks,
        result.issues.map(({ suggestion }) => suggestion),
        result.issues.map(({ issueId }) => issueId),
      ];
    };
    fc.assert(
      fc.property(
        table,
        fc.infiniteStream(line),
        fc.constantFrom('gross', 'net'),
        (rows, lines, grossOrNet) => {
          const panel = panelOf(rows);
          const { round, state } = panel;
          const at = '2024-06-01T00:00:00.000Z';
          const impacts = round.issueIds.map((issueId) => ({
            id: newId(),
            roundId: round.id,
            issueId,
            ...(lines.next().value as ReturnType<typeof line.generate>['value']),
            by: '',
            at,
          }));
          const rounds = [{ ...round, grossOrNet: grossOrNet as 'gross' | 'net', focus: { en: 'Ports' } }];
          expect(standing(panel, { ...state, rounds, impacts })).toEqual(standing(panel));
        },
      ),
      RUNS,
    );
  });

  it('P4: what is happening ranks the same whatever likelihood was written beside it', () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(point), (rows, stream) => {
        const panel = panelOf(
          rows.map((ratings) => ratings.map((one) => ({ ...one, nature: 'actual' as const }))),
        );
        const changed = withRatings(panel, (rating) => ({
          ...rating,
          likelihood: stream.next().value ?? null,
        }));
        expect(assessed(panel, changed).ranks).toEqual(assessed(panel).ranks);
        for (const { likelihood } of assessed(panel, changed).result.issues) expect(likelihood).toBeNull();
      }),
      RUNS,
    );
  });

  it('P5: nothing is netted: no low score offsets a high one, and no issue another', () => {
    fc.assert(
      fc.property(table, fc.array(row, { minLength: 4, maxLength: 4 }), (rows, other) => {
        const before = assessed(panelOf(rows));
        const after = assessed(panelOf([...rows, other.slice(0, rows[0]?.length ?? 1)]));
        for (let index = 0; index < rows.length; index++) {
          const [a, b] = [before.of(index), after.of(index)];
          expect([b.tier, b.severity, b.profile]).toEqual([a.tier, a.severity, a.profile]);
          const known = SEVERITY_DIMENSIONS.map((dimension) => a.dimensions[dimension].upper ?? 0);
          expect(a.severityFloor?.ranking ?? 0).toBe(Math.max(...known));
        }
      }),
      RUNS,
    );
  });

  it('P6: who the assessors are, what the issues are called and in what order rows come changes nothing', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const panel = panelOf(rows);
        const expected = assessed(panel).ranks;
        expect(assessed(panelOf(rows.map((ratings) => [...ratings].reverse()))).ranks).toEqual(expected);

        // Other ids, in the same order of the list; rows stored the other way round.
        const ids = new Map<string, string>();
        const renamed = (id: string) => ids.get(id) ?? ids.set(id, newId()).get(id) ?? '';
        const issues = new Map(
          [...panel.issues].map(([code, issue]) => [code, { ...issue, id: renamed(issue.id) }]),
        );
        const round = {
          ...panel.round,
          issueIds: panel.round.issueIds.map(renamed).reverse(),
          assessors: panel.round.assessors.map((one) => ({
            ...one,
            id: renamed(one.id),
            name: `Dr ${one.name}`,
          })),
        };
        const ratings = panel.state.ratings.map((one) => ({
          ...one,
          id: newId(),
          issueId: renamed(one.issueId),
          assessorId: renamed(one.assessorId),
        }));
        const state = {
          ...panel.state,
          rounds: [round],
          issues: [...issues.values()].reverse(),
          ratings: ratings.reverse(),
        };
        expect(placesOf({ state, round, issues }, state).ranks).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('P7: an assessor who abstains from everything moves nothing, and an answer kept back is no low one', () => {
    const silent: Row = { abstained: [...DIMENSIONS] as Dimension[] };
    fc.assert(
      fc.property(table, fc.nat(), fc.constantFrom(...DIMENSIONS), (rows, at, dimension) => {
        expect(assessed(panelOf(rows.map((ratings) => [...ratings, silent]))).ranks).toEqual(
          assessed(panelOf(rows)).ranks,
        );
        // All of them keep one dimension back: never behind where a 1 by all of them would have put it.
        const index = at % rows.length;
        const answered = (value: 1 | null) =>
          panelOf(
            rows.map((ratings, issue) =>
              issue === index
                ? ratings.map((one) => ({
                    ...one,
                    [dimension]: value,
                    abstained: value === null ? [dimension] : [],
                  }))
                : ratings,
            ),
          );
        const [kept, low] = [answered(null), answered(1)].map((panel) => assessed(panel).of(index));
        expect(kept?.tier ?? 4).toBe(low?.tier ?? 4);
        expect(kept?.possibleTier ?? 4).toBeLessThanOrEqual(low?.possibleTier ?? 4);
      }),
      RUNS,
    );
  });

  it('P8: a stored round read again gives the same result, byte for byte', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { state, round } = panelOf(rows);
        const stored = JSON.parse(JSON.stringify(state)) as typeof state;
        const shuffled = { ...stored, ratings: [...stored.ratings].reverse() };
        const print = (from: typeof state) => JSON.stringify(assessRound(from, round.id));
        expect(print(stored)).toBe(print(state));
        expect(print(shuffled)).toBe(print(state));
      }),
      RUNS,
    );
  });

  it('P9: adding, removing or splitting an issue never reorders the others', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, at) => {
        const panel = panelOf(rows);
        const all = assessed(panel).order;
        const index = at % rows.length;
        const code = `issue ${index}`;
        const without = {
          ...panel.state,
          rounds: [
            {
              ...panel.round,
              issueIds: panel.round.issueIds.filter((id) => id !== panel.issues.get(code)?.id),
            },
          ],
        };
        expect(assessed(panel, without).order).toEqual(all.filter((one) => one !== code));
        // A part of it, rated the same, comes in at the end of the list.
        const split = assessed(panelOf([...rows, rows[index] ?? []]));
        expect(split.order.filter((one) => one !== `issue ${rows.length}`)).toEqual(all);
        expect(split.of(rows.length).rank).toBe(split.of(index).rank);
      }),
      RUNS,
    );
  });

  it('P10: the ranks are those of a total order with ties, and ties keep the order of the list', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const panel = panelOf(rows);
        const { result, order } = assessed(panel);
        const ranked = result.issues.filter(({ rank }) => rank !== null);
        ranked.forEach(({ rank, tied }, index) => {
          const same = ranked.filter((one) => one.rank === rank);
          // "1, 2, 2, 4": as many stand before as are better.
          expect(rank).toBe(ranked.filter((one) => place(one.rank) < place(rank)).length + 1);
          expect(tied).toBe(same.length > 1);
          if (index > 0) expect(place(ranked[index - 1]?.rank ?? null)).toBeLessThanOrEqual(place(rank));
        });
        expect(result.issues.slice(ranked.length).every(({ rank }) => rank === null)).toBe(true);
        for (let index = 1; index < order.length; index++) {
          const [before, own] = [result.issues[index - 1], result.issues[index]];
          if (before?.rank === own?.rank)
            expect(Number(order[index - 1]?.slice(6))).toBeLessThan(Number(order[index]?.slice(6)));
        }
      }),
      RUNS,
    );
  });
});
