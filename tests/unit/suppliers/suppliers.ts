import fc from 'fast-check';
import { newId } from '#shared/model/basics.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import { blankOrganisation, type Organisation, RISK_FACTORS } from '#shared/model/organisation.ts';

export const ISSUES = Array.from({ length: 6 }, newId);

/** A supplier called by a letter or a name. */
export function supplierCalled(name: string, fields: Partial<Organisation> = {}): Organisation {
  return blankOrganisation({ id: newId(), name: { en: name }, kind: 'supplier', ...fields });
}

export function contactWith(
  { id }: Pick<Organisation, 'id'>,
  kind: Entry['kind'],
  fields: Partial<Entry> = {},
): Entry {
  return blankEntry({ id: newId(), kind, by: 'R', at: '2024-05-01T00:00:00.000Z', of: id, ...fields });
}

const anyFactors = fc
  .array(fc.constantFrom('raised', 'not', 'unknown', 'unsaid'), { minLength: 4, maxLength: 4 })
  .map((levels) =>
    RISK_FACTORS.flatMap((factor, at) => {
      const level = levels[at] ?? 'unsaid';
      return level === 'unsaid' ? [] : [{ factor, level: level as 'raised', cited: null }];
    }),
  );
const anyStakes = fc
  .uniqueArray(fc.constantFrom(...ISSUES), { maxLength: 5 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((issueId) =>
        fc.constantFrom('actual', 'potential').map((state) => ({ issueId, state, cited: null })),
      ),
    ),
  );
export const anySupplier: fc.Arbitrary<Organisation> = fc
  .record({ factors: anyFactors, atStake: anyStakes, value: fc.integer({ min: 0, max: 1_000_000 }) })
  .map(({ factors, atStake, value }) =>
    supplierCalled('any', {
      factors,
      atStake: atStake as Organisation['atStake'],
      amount: { value, unit: 'JPY', fiscalYear: null },
    }),
  );

/** Severities of the issues; the last of them was not rated. */
export const anySeverities = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 })
  .map((values) => {
    const of = new Map(values.map((value, at) => [ISSUES[at] ?? '', value]));
    return (id: string) => of.get(id);
  });
