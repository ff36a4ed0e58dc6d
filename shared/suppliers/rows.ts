/** The table of suppliers: its rows in the suggested order, what it can be narrowed to and sorted by. */
import { foldText } from '../fold/fold.ts';
import type { Language } from '../i18n/index.ts';
import { type Id, type PartialDate, textIn } from '../model/basics.ts';
import { lastDayOf } from '../model/due.ts';
import type { Organisation, RiskFactor } from '../model/organisation.ts';
import { finish, mapped, type Steps, sorted } from '../steps.ts';
import {
  CONTACT_KINDS,
  type ContactKind,
  type Contacts,
  isSince,
  momentOf,
  NO_CONTACTS,
} from './contacts.ts';
import {
  compareSuppliers,
  levelOf,
  type Placed,
  type PlacedSupplier,
  placesOf,
  type SeverityOf,
  type Stake,
  stakesOf,
  supplierKey,
} from './order.ts';

export interface SupplierRow extends PlacedSupplier<Organisation> {
  readonly id: Id;
  readonly name: string;
  readonly stakes: readonly Stake[];
  readonly contacts: Contacts;
  /** It supplies no more: it stands in no order. */
  readonly former: boolean;
  /** Its place by name. */
  readonly nameRank: number;
  /** What typed words are looked for in, folded. */
  readonly sought: string;
}

export const SUPPLIER_COLUMNS = [
  'place',
  'name',
  'country',
  'stakes',
  'factors',
  ...CONTACT_KINDS,
  'sectors',
  'products',
  'amount',
] as const;
export type SupplierColumn = (typeof SUPPLIER_COLUMNS)[number];

interface Now {
  readonly language: Language;
  /** The calendar day where the office is. */
  readonly today: PartialDate;
}

/** Suppliers in the suggested order, equals by name; then those that were. */
export function supplierRows(
  suppliers: readonly Organisation[],
  contacts: ReadonlyMap<Id, Contacts>,
  severityOf: SeverityOf,
  now: Now,
): SupplierRow[] {
  return finish(supplierRowSteps(suppliers, contacts, severityOf, now));
}

/** The same in steps: of twenty thousand it takes longer than a window may stand still. */
export function* supplierRowSteps(
  suppliers: readonly Organisation[],
  contacts: ReadonlyMap<Id, Contacts>,
  severityOf: SeverityOf,
  { language, today }: Now,
): Steps<SupplierRow[]> {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const named = yield* mapped(suppliers, (supplier) => ({ supplier, name: textIn(supplier.name, language) }));
  const byName = yield* sorted(named, (a, b) => compare(a.name, b.name));
  const keyed = yield* mapped(byName, ({ supplier, name }, nameRank) => ({
    ...{ supplier, name, nameRank },
    key: supplierKey(supplier, severityOf),
    former: supplier.until !== null && lastDayOf(supplier.until) < today,
  }));
  const present = yield* sorted(
    keyed.filter(({ former }) => !former),
    (a, b) => compareSuppliers(a.key, b.key),
  );
  const unplaced = keyed
    .filter(({ former }) => former)
    .map((one): Placed<(typeof keyed)[number]> => ({ ...one, place: null, behindBy: null }));
  return yield* mapped(
    [...placesOf(present), ...unplaced],
    (one): SupplierRow => ({
      ...one,
      id: one.supplier.id,
      stakes: stakesOf(one.supplier, severityOf),
      contacts: contacts.get(one.supplier.id) ?? NO_CONTACTS,
      sought: soughtIn(one.supplier),
    }),
  );
}

/** What typed words are looked for in. Folding is dear: it is done once. */
function soughtIn({ name, aliases, country, sectors, products }: Organisation): string {
  return foldText([...Object.values(name), ...aliases, country, ...sectors, ...products].join('\n'));
}

export interface SupplierFilter {
  readonly text: string;
  readonly programmeId: Id | null;
  readonly issueId: Id | null;
  /** Suppliers of which one of these is raised. */
  readonly factor: RiskFactor | null;
  /** Those without one of a kind since a day. */
  readonly without: { readonly kind: ContactKind; readonly since: PartialDate } | null;
  /** What nobody has said yet: a factor, or which issues are at stake. */
  readonly unknown: 'factor' | 'issue' | null;
  /** Those that supply no more, in place of those that do. */
  readonly former: true | null;
}

export const NO_SUPPLIER_FILTER: SupplierFilter = {
  text: '',
  programmeId: null,
  issueId: null,
  factor: null,
  without: null,
  unknown: null,
  former: null,
};

export function filteredRows(rows: readonly SupplierRow[], filter: SupplierFilter): readonly SupplierRow[] {
  const { programmeId, issueId, factor, without, unknown } = filter;
  const sought = foldText(filter.text.trim());
  return rows.filter(({ supplier, contacts, key, former, sought: words }) => {
    if (former !== (filter.former === true)) return false;
    if (!words.includes(sought)) return false;
    if (programmeId !== null && !contacts.programmes.has(programmeId)) return false;
    if (issueId !== null && !supplier.atStake.some((stake) => stake.issueId === issueId)) return false;
    if (factor !== null && levelOf(supplier, factor) !== 'raised') return false;
    if (unknown === 'factor' && key.unknown === 0) return false;
    if (unknown === 'issue' && supplier.atStake.length > 0) return false;
    if (without === null) return true;
    const latest = contacts.latest[without.kind];
    return latest === undefined || !isSince(latest, without.since);
  });
}

/** Rows by a column; what is empty stands last either way. Without one they stand in the suggested order. */
export function sortedRows(
  rows: readonly SupplierRow[],
  sort: { readonly column: SupplierColumn; readonly down: boolean } | null,
  language: Language,
): readonly SupplierRow[] {
  if (sort === null) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: sortKeyOf(row, sort.column) }));
  keyed.sort((a, b) => {
    if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '');
    const order =
      typeof a.key === 'number' && typeof b.key === 'number'
        ? a.key - b.key
        : compare(String(a.key), String(b.key));
    return sort.down ? -order : order;
  });
  return keyed.map(({ row }) => row);
}

function sortKeyOf(
  { place, nameRank, supplier, key, contacts }: SupplierRow,
  column: SupplierColumn,
): string | number {
  switch (column) {
    case 'place':
      return place ?? '';
    case 'name':
      return nameRank;
    case 'country':
      return supplier.country;
    case 'sectors':
    case 'products':
      return supplier[column].join('; ');
    case 'stakes':
      return key.severities[0] ?? '';
    case 'factors':
      return key.raised;
    case 'amount':
      return supplier.amount?.value ?? '';
    default: {
      const latest = contacts.latest[column];
      return latest ? momentOf(latest) || '0' : '';
    }
  }
}
