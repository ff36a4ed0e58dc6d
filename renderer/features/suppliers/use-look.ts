import { z } from 'zod';
import { RISK_FACTORS } from '#shared/model/organisation.ts';
import { CONTACT_KINDS } from '#shared/suppliers/contacts.ts';
import { NO_SUPPLIER_FILTER, SUPPLIER_COLUMNS, type SupplierColumn } from '#shared/suppliers/rows.ts';
import { useKept } from '../../store/index.ts';

const Choice = z.string().nullable().catch(null);
const Column = z.enum(SUPPLIER_COLUMNS);

/** How the table is looked at, as it was left on this device; what an earlier version kept is taken as far as it can be. */
const Look = z.object({
  roundId: Choice,
  filter: z
    .object({
      text: z.string().catch(''),
      programmeId: Choice,
      issueId: Choice,
      factor: z.enum(RISK_FACTORS).nullable().catch(null),
      without: z
        .object({ kind: z.enum(CONTACT_KINDS), since: z.string() })
        .nullable()
        .catch(null),
      unknown: z.enum(['factor', 'issue']).nullable().catch(null),
      former: z.literal(true).nullable().catch(null),
    })
    .catch(NO_SUPPLIER_FILTER),
  sort: z.object({ column: Column, down: z.boolean() }).nullable().catch(null),
  hidden: z.array(Column).catch([]),
});
export type Look = z.infer<typeof Look>;

const USUAL: Look = { roundId: null, filter: NO_SUPPLIER_FILTER, sort: null, hidden: [] };

export function useLook(): [Look, (change: Partial<Look>) => void] {
  const [look, keep] = useKept('suppliers', Look, USUAL);
  return [look, (change) => keep({ ...look, ...change })];
}

/** Columns that can be hidden: without its name nobody would know which supplier a row is. */
export const HIDEABLE = SUPPLIER_COLUMNS.filter((column): column is SupplierColumn => column !== 'name');

export const COLUMN_WIDTH: Readonly<Record<SupplierColumn, number>> = {
  place: 74,
  name: 196,
  country: 112,
  sectors: 120,
  products: 130,
  stakes: 216,
  factors: 118,
  visit: 98,
  survey: 98,
  audit: 98,
  signature: 108,
  amount: 120,
};
