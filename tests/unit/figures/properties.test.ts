import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOf } from '#shared/figures/change.ts';
import { disputesOf } from '#shared/figures/dispute.ts';
import { doesNotAddUp, remainderOf, wholesOf } from '#shared/figures/parts.ts';
import { countedFigures, placeKey, seriesOf } from '#shared/figures/series.ts';
import { SIGN_OF } from '#shared/figures/signs.ts';
import { withheldOutside } from '#shared/figures/small-counts.ts';
import { sumOf } from '#shared/figures/sum.ts';
import { targetLines } from '#shared/figures/target.ts';
import { typedFigure } from '#shared/figures/typed-figure.ts';
import { valueText } from '#shared/figures/value-text.ts';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import { type Figure, isValueless, VALUELESS } from '#shared/model/figure.ts';
import type { Breakdown } from '#shared/model/indicator.ts';
import { COMPANY_ID, citedIn, makeFigure, makeIndicator, SOURCE_ID } from '../../fixtures/figures.ts';

const t = translator('en');
const ORGANISATIONS = [COMPANY_ID, newId(), newId()];
const SOURCES = [SOURCE_ID, newId()];
const CHANNELS = [null, newId(), newId()];
const PARTS: Breakdown = {
  code: 'about',
  name: {},
  relation: 'all-parts',
  members: ['a', 'b', 'c', 'd'].map((code) => ({ code, name: {}, retiredAfter: null })),
  rest: {},
};
const indicator = makeIndicator({ unit: 'cases', breakdowns: [PARTS] });

const anyFigure: fc.Arbitrary<Figure> = fc
  .record({
    year: fc.integer({ min: 2018, max: 2022 }),
    value: fc.option(fc.integer({ min: 0, max: 50 }), { freq: 4 }),
    none: fc.constantFrom(...VALUELESS),
    of: fc.constantFrom(...ORGANISATIONS, null),
    via: fc.constantFrom(...CHANNELS),
    source: fc.constantFrom(...SOURCES),
    member: fc.constantFrom(null, 'a', 'b', 'c'),
    broken: fc.constantFrom(null, null, 'no' as const, 'care' as const),
    precision: fc.constantFrom('exact' as const, 'exact' as const, 'about' as const, 'below' as const),
    target: fc.boolean(),
  })
  .map(({ year, value, none, of, via, source, member, broken, precision, target }) =>
    makeFigure(indicator.id, year, target ? (value ?? 1) : value, {
      of,
      via,
      precision: value === null ? 'exact' : precision,
      status: value === null && !target ? none : 'stated',
      cell: member === null ? {} : { about: member },
      cited: citedIn(source),
      breakBefore: broken && { kind: 'population', effect: broken, note: {} },
      role: target ? 'target' : 'actual',
    }),
  );
/** Of one channel, of the whole. */
const oneLine = fc
  .array(anyFigure, { maxLength: 8 })
  .map((figures) =>
    figures.map(
      (one): Figure => ({ ...one, via: null, cell: {}, ...(one.value === null ? {} : { role: 'actual' }) }),
    ),
  );
const someFigures = fc.array(anyFigure, { maxLength: 24 });

describe('of any figures', () => {
  it('none without a number is printed as one, or counts in a sum (I2)', () => {
    fc.assert(
      fc.property(someFigures, (figures) => {
        for (const one of figures) {
          if (one.value !== null) continue;
          expect(Object.values(SIGN_OF)).toContain(valueText(one, t));
          expect(valueText(one, t)).not.toMatch(/\d/);
          expect(typedFigure(valueText(one, t)).kind).toMatch(/none|ask/);
        }
        expect(new Set(Object.values(SIGN_OF)).size).toBe(VALUELESS.length);
        const sum = sumOf(figures, indicator, new Map());
        if ('sum' in sum) expect(figures.every(({ value }) => value !== null)).toBe(true);
      }),
    );
  });

  it('only those of one kind, source and channel, of organisations that are known and apart, are added (I4)', () => {
    const within = new Map([[COMPANY_ID, { partOf: [ORGANISATIONS[1] ?? ''] }]]);
    let added = 0;
    fc.assert(
      fc.property(fc.array(anyFigure, { minLength: 2, maxLength: 3 }), (figures) => {
        const sum = sumOf(figures, indicator, within);
        if ('refused' in sum) return;
        added++;
        const one = (keyOf: (figure: Figure) => unknown) => expect(new Set(figures.map(keyOf)).size).toBe(1);
        one(({ via }) => via);
        one(({ cited }) => cited?.sourceId);
        one(({ role }) => role);
        const whose = new Set(figures.map(({ of }) => of));
        expect(whose.has(null)).toBe(false);
        expect(whose.has(COMPANY_ID) && whose.has(ORGANISATIONS[1] ?? '')).toBe(false);
        expect(new Set(figures.map(placeKey)).size).toBe(figures.length);
        // A whole is not added to a part of it.
        expect(new Set(figures.map(({ cell }) => Object.keys(cell).length)).size).toBe(1);
      }),
      { numRuns: 20_000 },
    );
    expect(added).toBeGreaterThan(20);
  });

  it('what is left over lies between nothing and the whole, and parts against the whole are told (I5)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('all-parts' as const, 'some-parts' as const, 'of-which' as const),
        (whole, parts, relation) => {
          const own = makeIndicator({ breakdowns: [{ ...PARTS, relation }] });
          const rows = [
            makeFigure(own.id, 2020, whole),
            ...parts.map((value, index) =>
              makeFigure(own.id, 2020, value, { cell: { about: PARTS.members[index]?.code ?? '' } }),
            ),
          ];
          const [found] = wholesOf(own, rows);
          if (!found) throw new Error('no whole');
          const sum = parts.reduce((all, one) => all + one, 0);
          const isWrong =
            Math.max(...parts) > whole ||
            (relation !== 'of-which' && sum > whole) ||
            (relation === 'all-parts' && parts.length === 4 && sum < whole);
          expect(doesNotAddUp(found) !== null).toBe(isWrong);
          const left = remainderOf(found);
          if (!left) return;
          expect(isWrong).toBe(false);
          expect(left.least).toBeGreaterThanOrEqual(0);
          expect(left.least).toBeLessThanOrEqual(left.most);
          expect(left.most).toBeLessThanOrEqual(whole);
          expect(left.least).toBe(Math.max(0, whole - sum));
          expect(left.most).toBe(relation === 'of-which' ? whole - Math.max(...parts) : whole - sum);
        },
      ),
    );
  });

  it('change is told between neighbours of one line, one organisation, and nothing between (I6)', () => {
    let told = 0;
    fc.assert(
      fc.property(oneLine, (figures) => {
        for (const line of seriesOf(figures))
          for (const { before, after, change } of stepsOf(line, indicator)) {
            if (change.kind !== 'change') continue;
            told++;
            expect([before.of, before.via, before.cell]).toEqual([after.of, after.via, after.cell]);
            expect(before.of).not.toBeNull();
            expect(before.period.fiscalYear).toBeLessThan(after.period.fiscalYear);
            const there = figures.filter((one) => one.role === 'actual' && one.value !== null);
            for (const end of [before, after])
              for (const one of there) if (placeKey(one) === placeKey(end)) expect(one.value).toBe(end.value);
            expect(after.breakBefore?.effect).not.toBe('no');
            expect(change.breaks).toEqual(
              after.breakBefore ? expect.arrayContaining([after.breakBefore]) : change.breaks,
            );
            expect(change.difference).toBe((after.value ?? 0) - (before.value ?? 0));
          }
      }),
      { numRuns: 2_000 },
    );
    expect(told).toBeGreaterThan(20);
  });

  it('each that counts stands in one line, once (I6)', () => {
    fc.assert(
      fc.property(someFigures, (figures) => {
        const inLines = seriesOf(figures).flatMap((line) => line.figures.map(({ id }) => id));
        expect(inLines.sort()).toEqual(
          countedFigures(figures)
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });

  it('those of one thing that differ are a dispute, and neither is taken (I8)', () => {
    fc.assert(
      fc.property(someFigures, (figures) => {
        const disputed = new Set(disputesOf(figures).flatMap((one) => one.figures.map(({ id }) => id)));
        for (const { stands, figures: both } of disputesOf(figures)) {
          expect(stands).toBeNull();
          expect(new Set(both.map(placeKey)).size).toBe(1);
        }
        for (const one of figures)
          for (const other of figures) {
            const isDispute =
              placeKey(one) === placeKey(other) &&
              (one.value !== other.value || (one.value === null && one.status !== other.status));
            if (isDispute) expect(disputed.has(one.id)).toBe(true);
          }
      }),
    );
  });

  it('a target is met or not by a figure of its own period, line and organisation alone (I9)', () => {
    fc.assert(
      fc.property(someFigures, (figures) => {
        for (const { target, actual, status } of targetLines(figures, 2023)) {
          if (status !== 'met' && status !== 'not-met') continue;
          expect(actual?.period).toEqual(target.period);
          expect([actual?.via, actual?.of, actual?.cell]).toEqual([target.via, target.of, target.cell]);
          expect(actual?.value).not.toBeNull();
        }
      }),
    );
  });

  it('no small count of cases leaves the office, nor follows from what does (I14)', () => {
    const sources = new Map(
      SOURCES.map((id, index) => [id, { kind: index ? 'own-report' : 'internal' } as const]),
    );
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...SOURCES),
        (parts, source) => {
          const fields = { cited: citedIn(source) };
          const rows = [
            makeFigure(
              indicator.id,
              2020,
              parts.reduce((all, one) => all + one, 0),
              fields,
            ),
            ...parts.map((value, index) =>
              makeFigure(indicator.id, 2020, value, {
                ...fields,
                cell: { about: PARTS.members[index]?.code ?? '' },
              }),
            ),
          ];
          const hidden = withheldOutside(rows, new Map([[indicator.id, indicator]]), sources, new Map());
          if (source !== SOURCE_ID) {
            expect(hidden.size).toBe(0);
            return;
          }
          for (const { id, value } of rows)
            if (value !== null && value > 0 && value < 5) expect(hidden.has(id)).toBe(true);
          const [whole, ...members] = rows;
          const closed = members.filter(({ id }) => hidden.has(id));
          if (whole && !hidden.has(whole.id)) expect(closed).not.toHaveLength(1);
        },
      ),
    );
  });

  it('what is typed is never read as more than it says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        const said = typedFigure(typed);
        if (said.kind === 'value') expect(typed.normalize('NFKC')).toMatch(/\d/);
        if (said.kind === 'none') expect(isValueless(said.status)).toBe(true);
      }),
    );
  });
});
