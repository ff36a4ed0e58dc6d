/** Twenty thousand suppliers, half of them with a contact: made up, and put into the open workspace. */
import type { Page } from 'playwright-core';
import { newId } from '#shared/model/basics.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import { blankOrganisation, type Organisation, RISK_FACTORS } from '#shared/model/organisation.ts';
import { CONTACT_KINDS } from '#shared/suppliers/contacts.ts';
import type { Door } from './window.ts';

export const COUNT = 20_000;
const PART = 2_500;
const LEVELS = ['raised', 'not', 'unknown'] as const;

export function madeSuppliers(issueIds: readonly string[]): { suppliers: Organisation[]; entries: Entry[] } {
  const suppliers = Array.from({ length: COUNT }, (_none, at) =>
    blankOrganisation({
      id: newId(),
      name: { en: `Supplier ${(at * 7919) % COUNT} Ltd`, ja: `調達先${(at * 7919) % COUNT}` },
      kind: 'supplier',
      country: ['Japan', 'Malaysia', 'Zambia', 'Viet Nam'][at % 4] ?? '',
      sectors: [`Sector ${at % 30}`],
      products: [`Product ${at % 90}`, `Product ${at % 70}`],
      factors: RISK_FACTORS.map((factor, place) => ({
        factor,
        level: LEVELS[(at + place * place) % 3] ?? 'unknown',
        cited: null,
      })),
      atStake: issueIds
        .filter((_id, place) => (at + place) % 5 === 0)
        .slice(0, 3)
        .map((issueId) => ({ issueId, state: at % 2 ? 'actual' : 'potential', cited: null })),
      amount: { value: at, unit: 'JPY million', fiscalYear: 2019 },
    }),
  );
  const entries = suppliers.slice(0, COUNT / 2).map(({ id }, at) =>
    blankEntry({
      id: newId(),
      kind: CONTACT_KINDS[at % 4] ?? 'visit',
      by: 'R',
      at: '2024-05-01T00:00:00.000Z',
      of: id,
      when: `202${at % 5}-0${1 + (at % 9)}`,
    }),
  );
  return { suppliers, entries };
}

export async function fillSuppliers(page: Page): Promise<void> {
  const issueIds = await page.evaluate(async () =>
    (await (window as unknown as Door).hearkenStore.readState()).issues.slice(0, 20).map(({ id }) => id),
  );
  const { suppliers, entries } = madeSuppliers(issueIds);
  for (let from = 0; from < COUNT; from += PART)
    await page.evaluate(
      async (part) => {
        const { commit } = (window as unknown as Door).hearkenStore;
        await commit(
          { key: 'change.supplier.import', params: { count: part.suppliers.length } },
          async (draft) => {
            for (const one of part.suppliers) draft.add('organisations', one);
            for (const one of part.entries) draft.add('entries', one);
          },
        );
      },
      {
        suppliers: suppliers.slice(from, from + PART),
        entries: entries.slice(from, from + PART),
      },
    );
}
