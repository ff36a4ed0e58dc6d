import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import type { Entry } from '#shared/model/entry.ts';
import { type Organisation, RISK_FACTORS } from '#shared/model/organisation.ts';
import { CONTACT_KINDS, contactsOf, isSince } from '#shared/suppliers/contacts.ts';
import { coverageOf } from '#shared/suppliers/coverage.ts';
import { passedOver } from '#shared/suppliers/next.ts';
import { suggestedOrder } from '#shared/suppliers/order.ts';
import { anySupplier, contactWith, ISSUES, supplierCalled } from './suppliers.ts';

const present = { fiscalYear: 2024, convention: { firstMonth: 4, namedBy: {} } };

describe('contacts with suppliers', () => {
  it('keeps the latest that was done, and what is planned; dropped and set aside count as none', () => {
    const one = supplierCalled('One');
    const programme = newId();
    const old = contactWith(one, 'visit', { when: '2019-05' });
    const latest = contactWith(one, 'visit', { when: '2021-02-03', arrangementId: programme });
    const planned = contactWith(one, 'audit', { phase: 'planned', due: '2025-03' });
    const found = contactsOf(
      [
        old,
        latest,
        planned,
        contactWith(one, 'visit', { when: '2023', phase: 'dropped' }),
        contactWith(one, 'visit', { when: '2024', standing: 'set-aside', standingWhy: 'other site' }),
        contactWith(one, 'meeting', { when: '2024' }),
      ],
      4,
    ).get(one.id);
    expect(found?.latest).toEqual({ visit: latest });
    expect(found?.planned).toEqual({ audit: planned });
    expect([...(found?.doneIn ?? [])]).toEqual([programme]);
  });

  it('knows that a fiscal year begins within a year, and takes the date that is known further', () => {
    const one = supplierCalled('One');
    const [inYear, before, within, after] = [
      { fiscalYear: 2021 },
      { when: '2021-03-31' },
      { when: '2021-04-15' },
      { when: '2022-01' },
    ].map((fields) => contactWith(one, 'visit', fields)) as [Entry, Entry, Entry, Entry];
    const latest = (...entries: Entry[]) => {
      for (const order of [entries, entries.toReversed()])
        expect(contactsOf(order, 4).get(one.id)?.latest.visit).toBe(entries.at(-1));
    };
    latest(before, inYear);
    latest(inYear, within);
    latest(inYear, after);
    latest(contactWith(one, 'visit', {}), before);
  });

  it('counts an entry that bears on the supplier as its own, and once', () => {
    const one = supplierCalled('One');
    const survey = contactWith(one, 'survey', {
      refs: [{ to: 'organisation', id: one.id }],
      fiscalYear: 2022,
    });
    expect(contactsOf([survey], 4).get(one.id)?.latest.survey).toBe(survey);
  });

  it('takes a date that is known in part for its last day', () => {
    expect(isSince({ when: '2020-03', fiscalYear: null }, '2020-03-20')).toBe(true);
    expect(isSince({ when: '2020-02', fiscalYear: null }, '2020-03-01')).toBe(false);
    expect(isSince({ when: null, fiscalYear: null }, '1990-01-01')).toBe(false);
  });
});

describe('who is next', () => {
  const severityOf = (id: string) => (id === ISSUES[0] ? 5 : 3);
  const stake = (issueId = '') => [{ issueId, state: 'potential' as const, cited: null }];
  const grave = supplierCalled('Grave', { atStake: stake(ISSUES[0]) });
  const [lesser, equal] = ['Lesser', 'Equal'].map((name) =>
    supplierCalled(name, { atStake: stake(ISSUES[1]) }),
  );
  if (!lesser || !equal) throw new Error('no suppliers');
  const last = supplierCalled('Last');
  const order = suggestedOrder([equal, lesser, last, grave], severityOf);
  const chosen = (some: Organisation[], entries: Entry[] = [], kind: 'visit' | 'audit' = 'visit') => {
    const ids = new Set(some.map(({ id }) => id));
    const { next, outOfOrder } = passedOver(order, contactsOf(entries, 4), kind, present, ids);
    return [next?.supplier.name.en ?? null, some.map(({ id }) => outOfOrder.has(id))];
  };

  it('is the first that is not served; whoever stands behind is out of order', () => {
    expect(chosen([grave])).toEqual(['Equal', [false]]);
    expect(chosen([lesser])).toEqual(['Grave', [true]]);
    expect(chosen([lesser, grave])).toEqual(['Equal', [false, false]]);
    expect(chosen([grave, last])).toEqual(['Equal', [false, true]]);
  });

  it('counts as served who is planned for, or was visited in this fiscal year', () => {
    expect(chosen([lesser], [contactWith(grave, 'visit', { phase: 'planned' })])).toEqual(['Equal', [false]]);
    expect(chosen([lesser], [contactWith(grave, 'visit', { when: '2025-03-31' })])).toEqual([
      'Equal',
      [false],
    ]);
    expect(chosen([lesser], [contactWith(grave, 'visit', { when: '2024-03-31' })])).toEqual([
      'Grave',
      [true],
    ]);
    expect(chosen([lesser], [contactWith(grave, 'visit', { phase: 'planned' })], 'audit')).toEqual([
      'Grave',
      [true],
    ]);
  });

  it('is nobody once all are chosen or served', () => {
    expect(chosen([grave, lesser, equal, last])).toEqual([null, [false, false, false, false]]);
  });
});

describe('coverage', () => {
  it('counts each supplier once a factor, and never more than the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anySupplier, fc.subarray([...CONTACT_KINDS])), { maxLength: 12 }),
        (some) => {
          const suppliers = some.map(([supplier]) => supplier);
          const entries = some.flatMap(([supplier, kinds]) =>
            kinds.map((kind) => contactWith(supplier, kind, { when: '2024' })),
          );
          const { rows, columns } = coverageOf(suppliers, contactsOf(entries, 4));
          for (const factor of RISK_FACTORS) {
            const own = rows.filter((row) => row.factor === factor);
            expect(own.reduce((sum, { whole }) => sum + whole, 0)).toBe(suppliers.length);
            columns.forEach((column, at) => {
              const kind = column.by === 'kind' ? column.kind : null;
              expect(own.reduce((sum, { had }) => sum + (had[at] ?? 0), 0)).toBe(
                some.filter(([, kinds]) => kinds.some((one) => one === kind)).length,
              );
            });
          }
          for (const { whole, had } of rows)
            for (const count of had) expect(count).toBeLessThanOrEqual(whole);
        },
      ),
    );
  });

  it('does not count what is only planned', () => {
    const one = supplierCalled('One');
    const programmeId = newId();
    const plan = contactWith(one, 'audit', { phase: 'planned', arrangementId: programmeId });
    const columns = [{ by: 'kind', kind: 'audit' } as const, { by: 'programme', programmeId } as const];
    const had = (entries: (typeof plan)[]) =>
      coverageOf([one], contactsOf(entries, 4), columns).rows.find(({ whole }) => whole === 1)?.had;
    expect(had([plan])).toEqual([0, 0]);
    expect(had([{ ...plan, phase: 'done', when: '2024' }])).toEqual([1, 1]);
  });
});
