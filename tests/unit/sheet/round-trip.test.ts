import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { mergeRatings } from '#shared/edit/merge-ratings.ts';
import type { Point } from '#shared/model/basics.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { cellText } from '#shared/ooxml/text.ts';
import { AT, askedOf, at, fill, id, makeOffice, planOf, rating, read, sheetFor } from './office.ts';

const point = fc.constantFrom<Point>(1, 2, 3, 4, 5);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** A rating as the app can hold it: an actual impact has no likelihood, "can't judge" is no number. */
const anyRating = fc
  .record({
    scale: maybe(point),
    scope: maybe(point),
    irremediability: maybe(point),
    likelihood: maybe(point),
    abstain: fc.subarray([...DIMENSIONS]),
    nature: fc.constantFrom('actual' as const, 'potential' as const),
    delayMakesIrremediable: fc.boolean(),
    connection: maybe(fc.constantFrom('cause' as const, 'contribute' as const, 'directly-linked' as const)),
    leverage: maybe(point),
    businessEffect: maybe(point),
    valueChain: maybe(fc.constantFrom('upstream' as const, 'own-operations' as const, 'downstream' as const)),
    confidence: maybe(fc.constantFrom(1 as const, 2 as const, 3 as const)),
    rationale: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('=1+1', '+81', '-5 %', '@SUM(A1)', '＝式', '_x000D_ stays', 'a\r\nb', '\tindented', ''),
    ),
    passageIds: fc.subarray([id(50), id(51), id(52)]),
  })
  .map(({ abstain, passageIds, ...fields }): Partial<Rating> => {
    const likelihood = fields.nature === 'actual' ? null : fields.likelihood;
    const abstained = abstain.filter((one) => !(fields.nature === 'actual' && one === 'likelihood'));
    return {
      ...fields,
      likelihood,
      ...Object.fromEntries(abstained.map((one) => [one, null])),
      abstained,
      evidence: { passageIds, adviceIds: [], sources: [] },
    };
  });

function withRatings(ratings: readonly Partial<Rating>[]): WorkspaceState {
  const state = makeOffice();
  return {
    ...state,
    ratings: ratings.map((fields, order) => rating(state, { ...fields, issueId: id(10 + order) })),
  };
}

describe('ratings that go out in a sheet', () => {
  it('come back as they were, in either language, and change nothing where they stand still', () => {
    fc.assert(
      fc.property(
        fc.array(anyRating, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('en' as const, 'ja' as const),
        (ratings, language) => {
          const state = withRatings(ratings);
          const bytes = sheetFor(state, language);
          const { problems, failure } = read(bytes, state);
          expect(failure).toBeNull();
          expect(problems).toEqual([]);
          const plan = planOf(bytes, state);
          expect(plan.changes).toEqual([]);
          expect(plan.conflicts).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('taken into a round that has none of them give equal ratings', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRating, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('en' as const, 'ja' as const),
        async (ratings, language) => {
          const full = withRatings(ratings);
          const empty = { ...full, ratings: [] };
          const sent = sheetFor(full, language);
          const { offer } = read(sent, empty);
          if (!offer) throw new Error('nothing offered');
          // As if nothing had stood in the sheet when it went out.
          const fresh = {
            ...offer,
            ratings: offer.ratings.map((one) => ({
              ...one,
              fields: one.fields.map((field) => ({ ...field, base: undefined })),
            })),
          };
          const state = indexState(empty);
          const draft = new Draft(stateReader(state));
          await mergeRatings(draft, fresh, {}, AT);
          applyChanges(state, await draft.finish());
          const taken = plainState(state).ratings;
          for (const wanted of full.ratings) {
            const got = taken.find(({ issueId }) => issueId === wanted.issueId);
            const expected = { ...askedOf(wanted), rationale: blankless(wanted.rationale) };
            expect({ ...askedOf(got), rationale: blankless(got?.rationale ?? '') }).toEqual(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are the same bytes for the same ratings', () => {
    const state = withRatings([{ scale: 3 }]);
    expect(sheetFor(state)).toEqual(sheetFor(state));
  });

  it('hold nothing of what another assessor said', () => {
    const state = withRatings([{ scale: 3 }]);
    state.ratings.push(rating(state, { assessorId: id(32), scale: 5, rationale: 'SECRET of the other' }));
    const { offer } = read(sheetFor(state), state);
    expect(JSON.stringify(offer)).not.toContain('SECRET');
    expect(offer?.ratings[0]?.fields.find(({ field }) => field === 'scale')?.value).toBe(3);
  });
});

describe('a sheet that was filled in', () => {
  it('is read cell by cell: numbers as numbers or text, words in either language, any width and case', () => {
    const state = makeOffice();
    const bytes = fill(sheetFor(state), {
      [at(0, 'nature')]: ' ACTUAL ',
      [at(0, 'scale')]: 4,
      [at(0, 'scope')]: '３',
      [at(0, 'irremediability')]: '判断できない',
      [at(0, 'delay')]: true,
      [at(0, 'connection')]: 'directly-linked',
      [at(0, 'valueChain')]: 'own OPERATIONS',
      [at(0, 'confidence')]: 3,
      [at(0, 'rationale')]: '=not computed',
      [at(0, 'passages')]: '1、３',
      [at(1, 'scale')]: "can't judge",
      [at(1, 'likelihood')]: 5.0,
    });
    const { offer, problems } = read(bytes, state);
    expect(problems).toEqual([]);
    const said = Object.fromEntries(
      (offer?.ratings ?? []).map(({ issueId, fields }) => [
        issueId,
        Object.fromEntries(fields.map(({ field, value }) => [field, value])),
      ]),
    );
    expect(said[id(10)]).toEqual({
      nature: 'actual',
      scale: 4,
      scope: 3,
      irremediability: 'abstain',
      delay: true,
      connection: 'directly-linked',
      valueChain: 'own-operations',
      confidence: 3,
      rationale: '=not computed',
      passages: [id(50), id(52)],
    });
    expect(said[id(11)]).toEqual({ scale: 'abstain', likelihood: 5 });
    expect(said[id(12)]).toEqual({});
  });
});

function blankless(text: string): string {
  return cellText(text).trim();
}
