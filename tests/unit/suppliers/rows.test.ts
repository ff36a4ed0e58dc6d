import { describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import { contactsOf } from '#shared/suppliers/contacts.ts';
import {
  filteredRows,
  NO_SUPPLIER_FILTER,
  type SupplierColumn,
  type SupplierFilter,
  sortedRows,
  supplierRows,
} from '#shared/suppliers/rows.ts';
import { contactWith, ISSUES, supplierCalled } from './suppliers.ts';

const TODAY = '2024-05-01';
const [first = '', second = ''] = ISSUES;
const severityOf = (id: string) => (id === first ? 5 : undefined);
const stake = (issueId: string) => [{ issueId, state: 'potential' as const, cited: null }];
const raised = (factor: 'region' | 'sector') => [{ factor, level: 'raised' as const, cited: null }];
const programme = newId();

const anchor = supplierCalled('Anchor', {
  atStake: stake(first),
  country: 'Peru',
  amount: { value: 9, unit: 'JPY', fiscalYear: null },
  aliases: ['Ａｎｋｅｒ'],
});
const buoy = supplierCalled('Buoy 10', {
  atStake: stake(second),
  factors: raised('region'),
  country: 'Chile',
  sectors: ['Cables'],
  amount: { value: 100, unit: 'JPY', fiscalYear: null },
});
const second10 = supplierCalled('Buoy 9', {
  factors: [...raised('sector'), { factor: 'company', level: 'not', cited: null }],
  products: ['Wire'],
});
const known = supplierCalled('Dock', {
  factors: (['region', 'sector', 'company', 'product'] as const).map((factor) => ({
    factor,
    level: 'not' as const,
    cited: null,
  })),
});
const gone = supplierCalled('Ebb', { atStake: stake(first), until: '2024-04' });
const going = supplierCalled('Flow', { until: '2024-05-01' });
const entries = [
  contactWith(anchor, 'visit', { when: '2023-11', arrangementId: programme }),
  contactWith(buoy, 'visit', { when: '2020-02-03' }),
  contactWith(known, 'visit', {}),
  contactWith(second10, 'audit', { phase: 'planned', due: '2025' }),
];
const all = [going, gone, known, second10, buoy, anchor];
const rows = supplierRows(all, contactsOf(entries, 4), severityOf, { language: 'en', today: TODAY });
const names = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name);

describe('the rows of suppliers', () => {
  it('stand in the suggested order, equals by name with its numbers; those that were stand last, without a place', () => {
    expect(names(rows)).toEqual(['Anchor', 'Buoy 10', 'Buoy 9', 'Flow', 'Dock', 'Ebb']);
    expect(rows.map(({ place }) => place)).toEqual([1, null, null, null, null, null]);
    expect(rows.map(({ former }) => former)).toEqual([false, false, false, false, false, true]);
    const equals = supplierRows(
      ['B 10', 'B 9', 'A'].map((name) => supplierCalled(name, { atStake: stake(first) })),
      new Map(),
      severityOf,
      { language: 'en', today: TODAY },
    );
    expect(names(equals)).toEqual(['A', 'B 9', 'B 10']);
    expect(equals.map(({ place, behindBy }) => [place, behindBy])).toEqual([
      [1, null],
      [1, 'tie'],
      [1, 'tie'],
    ]);
  });

  it.each<[Partial<SupplierFilter>, string[]]>([
    [{}, ['Anchor', 'Buoy 10', 'Buoy 9', 'Flow', 'Dock']],
    [{ former: true }, ['Ebb']],
    [{ text: ' buoy ' }, ['Buoy 10', 'Buoy 9']],
    [{ text: 'anker' }, ['Anchor']],
    [{ text: 'wire' }, ['Buoy 9']],
    [{ text: 'cables' }, ['Buoy 10']],
    [{ text: 'peru' }, ['Anchor']],
    [{ programmeId: programme }, ['Anchor']],
    [{ issueId: second }, ['Buoy 10']],
    [{ factor: 'region' }, ['Buoy 10']],
    [{ unknown: 'factor' }, ['Anchor', 'Buoy 10', 'Buoy 9', 'Flow']],
    [{ unknown: 'issue' }, ['Buoy 9', 'Flow', 'Dock']],
    // One without a date may have been at any time before.
    [{ without: { kind: 'visit', since: '2023-11-15' } }, ['Buoy 10', 'Buoy 9', 'Flow', 'Dock']],
    [{ without: { kind: 'visit', since: '2023-12-01' } }, ['Anchor', 'Buoy 10', 'Buoy 9', 'Flow', 'Dock']],
    [{ without: { kind: 'visit', since: '2020-02-03' } }, ['Buoy 9', 'Flow', 'Dock']],
    [{ factor: 'region', text: 'anchor' }, []],
  ])('are narrowed by %o', (filter, left) => {
    expect(names(filteredRows(rows, { ...NO_SUPPLIER_FILTER, ...filter }))).toEqual(left);
  });

  it.each<[SupplierColumn, string[], string[]]>([
    ['name', ['Anchor', 'Buoy 9', 'Buoy 10'], ['Buoy 10', 'Buoy 9', 'Anchor']],
    ['country', ['Buoy 10', 'Anchor', 'Buoy 9'], ['Anchor', 'Buoy 10', 'Buoy 9']],
    ['amount', ['Anchor', 'Buoy 10', 'Buoy 9'], ['Buoy 10', 'Anchor', 'Buoy 9']],
    ['place', ['Anchor', 'Buoy 10', 'Buoy 9'], ['Anchor', 'Buoy 10', 'Buoy 9']],
    ['factors', ['Anchor', 'Buoy 10', 'Buoy 9'], ['Buoy 10', 'Buoy 9', 'Anchor']],
    ['visit', ['Buoy 10', 'Anchor', 'Buoy 9'], ['Anchor', 'Buoy 10', 'Buoy 9']],
    ['sectors', ['Buoy 10', 'Anchor', 'Buoy 9'], ['Buoy 10', 'Anchor', 'Buoy 9']],
    ['products', ['Buoy 9', 'Anchor', 'Buoy 10'], ['Buoy 9', 'Anchor', 'Buoy 10']],
    ['stakes', ['Anchor', 'Buoy 10', 'Buoy 9'], ['Anchor', 'Buoy 10', 'Buoy 9']],
  ])('are sorted by %s, what is empty last either way', (column, up, down) => {
    const some = rows.filter(({ id }) =>
      ([anchor, buoy, second10] as Organisation[]).some((one) => one.id === id),
    );
    expect(names(sortedRows(some, { column, down: false }, 'en'))).toEqual(up);
    expect(names(sortedRows(some, { column, down: true }, 'en'))).toEqual(down);
    expect(sortedRows(some, null, 'en')).toBe(some);
  });
});
