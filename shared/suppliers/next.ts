import type { FiscalYear, Id } from '../model/basics.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import { type ContactKind, type Contacts, isInYear, NO_CONTACTS } from './contacts.ts';
import type { PlacedSupplier } from './order.ts';

export interface Present {
  readonly fiscalYear: FiscalYear;
  readonly convention: FiscalYearConvention;
}

/** Whether a supplier is served in this year: a visit (say) of it is planned, or was made in this fiscal year. */
export function isServed(
  contacts: Contacts,
  kind: ContactKind,
  { fiscalYear, convention }: Present,
): boolean {
  const { latest, planned } = contacts;
  if (planned[kind]) return true;
  const done = latest[kind];
  return done !== undefined && isInYear(done, fiscalYear, convention);
}

/** The suppliers that are next for a visit (say): the first in the order that is not served yet, and its equals. */
export function nextOnes<T extends { readonly id: Id }>(
  order: readonly PlacedSupplier<T>[],
  contacts: ReadonlyMap<Id, Contacts>,
  kind: ContactKind,
  present: Present,
): PlacedSupplier<T>[] {
  const isOpen = ({ supplier }: PlacedSupplier<T>) =>
    !isServed(contacts.get(supplier.id) ?? NO_CONTACTS, kind, present);
  const first = order.findIndex(isOpen);
  if (first < 0) return [];
  const rest = order.slice(first + 1);
  const end = rest.findIndex(({ behindBy }) => behindBy !== 'tie');
  return order.slice(first, end < 0 ? order.length : first + 1 + end).filter(isOpen);
}
