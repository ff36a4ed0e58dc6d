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

/** What choosing some suppliers passes over. */
export interface PassedOver<T> {
  /** The first in the order that is neither served nor chosen; null = nobody is passed over. */
  readonly next: PlacedSupplier<T> | null;
  /** Those that were chosen though they stand behind it. Its equals do not. */
  readonly outOfOrder: ReadonlySet<Id>;
}

/** Which of the chosen suppliers are chosen out of the suggested order, for a visit (say) in this year. */
export function passedOver<T extends { readonly id: Id }>(
  order: readonly PlacedSupplier<T>[],
  contacts: ReadonlyMap<Id, Contacts>,
  kind: ContactKind,
  present: Present,
  chosen: ReadonlySet<Id>,
): PassedOver<T> {
  const first = order.findIndex(
    ({ supplier }) =>
      !chosen.has(supplier.id) && !isServed(contacts.get(supplier.id) ?? NO_CONTACTS, kind, present),
  );
  if (first < 0) return { next: null, outOfOrder: new Set() };
  const equals = order.slice(first + 1).findIndex(({ behindBy }) => behindBy !== 'tie');
  const behind = equals < 0 ? [] : order.slice(first + 1 + equals);
  const ids = behind.map(({ supplier }) => supplier.id).filter((id) => chosen.has(id));
  return { next: order[first] ?? null, outOfOrder: new Set(ids) };
}
