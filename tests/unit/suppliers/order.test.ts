import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { type Organisation, RISK_FACTORS } from '#shared/model/organisation.ts';
import { emptyState } from '#shared/model/tables.ts';
import {
  compareSuppliers,
  levelOf,
  suggestedOrder,
  supplierKey,
  supplierRule,
} from '#shared/suppliers/order.ts';
import { makeIssue, makeRound } from '../../fixtures/state.ts';
import { anySeverities, anySupplier, ISSUES, supplierCalled } from './suppliers.ts';

const [A = '', B = '', C = ''] = ISSUES;
const severityOf = (id: string) =>
  new Map([
    [A, 5],
    [B, 4],
    [C, 2],
  ]).get(id);
const stake = (issueId: string, state: 'actual' | 'potential' = 'potential') => ({
  issueId,
  state,
  cited: null,
});
const factors = (...levels: ('raised' | 'not' | 'unknown')[]): Organisation['factors'] =>
  levels.map((level, at) => ({ factor: RISK_FACTORS[at] ?? 'region', level, cited: null }));
const supplier = (atStake: Organisation['atStake'], levels: Organisation['factors'] = []) =>
  supplierCalled('one', { atStake, factors: levels });
const rule = (a: Organisation, b: Organisation) =>
  supplierRule(supplierKey(a, severityOf), supplierKey(b, severityOf));
const compare = (a: Organisation, b: Organisation, of = severityOf as (id: string) => number | undefined) =>
  compareSuppliers(supplierKey(a, of), supplierKey(b, of));

describe('whom to look at first', () => {
  it('puts one grave harm before any number of lesser ones, whatever happens there and whatever is raised', () => {
    const grave = supplier([stake(A)]);
    const many = supplier(
      [stake(B, 'actual'), stake(C, 'actual')],
      factors('raised', 'raised', 'raised', 'raised'),
    );
    expect(compare(grave, many)).toBeLessThan(0);
    expect(rule(grave, many)).toBe('severity');
  });

  it('compares severities one by one, then what happens, then raised factors, then unknown ones', () => {
    const cases: [Organisation, Organisation, ReturnType<typeof rule>][] = [
      [supplier([stake(A), stake(B)]), supplier([stake(A), stake(C, 'actual')]), 'severity'],
      [supplier([stake(A), stake(C)]), supplier([stake(A, 'actual')]), 'issues'],
      [supplier([stake(A), stake('unrated')]), supplier([stake(A, 'actual')]), 'unrated'],
      [supplier([stake(A, 'actual'), stake(B)]), supplier([stake(A), stake(B, 'actual')]), 'actual'],
      [supplier([stake(A)], factors('raised', 'raised')), supplier([stake(A)], factors('raised')), 'raised'],
      [
        supplier([stake(A)], factors('raised')),
        supplier([stake(A)], factors('raised', 'not', 'not')),
        'unknown',
      ],
      [supplier([stake(A)], factors('unknown')), supplier([stake(A)]), 'tie'],
    ];
    for (const [first, second, by] of cases) {
      expect(rule(first, second)).toBe(by);
      if (by === 'tie') expect(compare(first, second)).toBe(0);
      else expect(compare(first, second)).toBeLessThan(0);
    }
  });

  it('gives no place where no severity is known, and shares places among equals', () => {
    const order = suggestedOrder(
      [supplier([]), supplier([stake(B)]), supplier([stake(A)]), supplier([stake(B)]), supplier([stake(C)])],
      severityOf,
    );
    expect(order.map(({ place }) => place)).toEqual([1, 2, 2, 4, null]);
    expect(order.map(({ behindBy }) => behindBy)).toEqual([null, 'severity', 'tie', 'severity', 'issues']);
  });

  it('is a total preorder', () => {
    fc.assert(
      fc.property(anySupplier, anySupplier, anySupplier, anySeverities, (a, b, c, of) => {
        expect(Math.sign(compare(a, b, of)) + Math.sign(compare(b, a, of))).toBe(0);
        if (compare(a, b, of) <= 0 && compare(b, c, of) <= 0)
          expect(compare(a, c, of)).toBeLessThanOrEqual(0);
        expect(supplierRule(supplierKey(a, of), supplierKey(b, of)) === 'tie').toBe(compare(a, b, of) === 0);
      }),
    );
  });

  it('never takes unknown for low: a factor that comes to be unknown moves nobody down, one found not raised nobody up', () => {
    fc.assert(
      fc.property(
        anySupplier,
        anySupplier,
        anySeverities,
        fc.constantFrom(...RISK_FACTORS),
        (one, other, of, factor) => {
          const withLevel = (level: 'raised' | 'not' | 'unknown') => ({
            ...one,
            factors: [...one.factors.filter((own) => own.factor !== factor), { factor, level, cited: null }],
          });
          const standing = (level: 'raised' | 'not' | 'unknown') =>
            Math.sign(compare(withLevel(level), other, of));
          expect(standing('raised')).toBeLessThanOrEqual(standing('unknown'));
          expect(standing('unknown')).toBeLessThanOrEqual(standing('not'));
          // Of two that are alike but for this, the one that nobody looked into comes first.
          expect(compare(withLevel('unknown'), withLevel('not'), of)).toBeLessThan(0);
          // Not being listed is being unknown.
          const unsaid = { ...one, factors: one.factors.filter((own) => own.factor !== factor) };
          expect(levelOf(unsaid, factor)).toBe('unknown');
          expect(compare(unsaid, withLevel('unknown'), of)).toBe(0);
        },
      ),
    );
  });

  it('is not moved by amounts, whoever has which (W20)', () => {
    fc.assert(
      fc.property(
        fc.array(anySupplier, { maxLength: 8 }),
        anySeverities,
        fc.infiniteStream(fc.nat()),
        (some, of, amounts) => {
          const ids = (list: readonly Organisation[]) =>
            suggestedOrder(list, of).map((one) => [one.supplier.id, one.place]);
          const bought = some.map((one): Organisation => {
            const value = amounts.next().value ?? 0;
            return { ...one, amount: value % 3 === 0 ? null : { value, unit: 'JPY', fiscalYear: 2020 } };
          });
          expect(ids(bought)).toEqual(ids(some));
        },
      ),
    );
  });

  it('differs from a sum of ordinals, which puts lesser harm in a risky country before grave harm (W20)', () => {
    /** Sedex Radar: country 1–6, sector 1–4, goods 0–2, at most 10. */
    const radar = (country: number, sector: number, goods: number) => Math.min(10, country + sector + goods);
    expect(radar(6, 4, 2)).toBe(10);
    const grave = supplier([stake(A, 'actual')], factors('not', 'not', 'unknown', 'not'));
    const risky = supplier([stake(C)], factors('raised', 'raised', 'unknown', 'raised'));
    expect(radar(1, 1, 0)).toBeLessThan(radar(6, 4, 2));
    expect(compare(grave, risky)).toBeLessThan(0);
  });

  it('leaves the assessment of issues as it is (I12)', () => {
    const issue = makeIssue();
    const round = makeRound({ issueIds: [issue.id] });
    const state = { ...emptyState(), issues: [issue], rounds: [round] };
    const before = assessRound(state, round.id);
    fc.assert(
      fc.property(fc.array(anySupplier, { maxLength: 4 }), (organisations) => {
        expect(assessRound({ ...state, organisations } as typeof state, round.id)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});
