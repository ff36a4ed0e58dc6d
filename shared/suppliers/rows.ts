/** The table of suppliers: its rows in the suggested order, what it can be narrowed to and sorted by. */
import { foldText } from '../fold/fold.ts';
import type { Language } from '../i18n/index.ts';
import { type Id, type PartialDate, textIn } from '../model/basics.ts';
import { lastDayOf } from '../model/due.ts';
import type { Organisation, RiskFactor } from '../model/organisation.ts';
import {
  CONTACT_KINDS,
  type ContactKind,
  type Contacts,
  isSince,
  momentOf,
  NO_CONTACTS,
} from './contacts.ts';
import {
  levelOf,
  type PlacedSupplier,
  type SeverityOf,
  type Stake,
  stakesOf,
  suggestedOrder,
  supplierKey,
} from './order.ts';

export interface SupplierRow extends PlacedSupplier<Organisation> {
  readonly id: Id;
  readonly name: string;
  readonly stakes: readonly Stake[];
  readonly contacts: Contacts;
  /** It supplies no more: it stands in no order. */
  readonly former: boolean;
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

/** Suppliers in the suggested order, equals by name; then those that were. @param today the calendar day where the office is */
export function supplierRows(
  suppliers: readonly Organisation[],
  contacts: ReadonlyMap<Id, Contacts>,
  severityOf: SeverityOf,
  { language, today }: { readonly language: Language; readonly today: PartialDate },
): SupplierRow[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const named = suppliers
    .map((supplier) => ({ supplier, name: textIn(supplier.name, language) }))
    .sort((a, b) => compare(a.name, b.name));
  const names = new Map(named.map(({ supplier, name }) => [supplier.id, name]));
  const isFormer = ({ until }: Organisation) => until !== null && lastDayOf(until) < today;
  const present = named.map(({ supplier }) => supplier).filter((one) => !isFormer(one));
  const former = named.map(({ supplier }) => supplier).filter(isFormer);
  const rowOf = (placed: PlacedSupplier<Organisation>, isGone: boolean): SupplierRow => ({
    ...placed,
    id: placed.supplier.id,
    name: names.get(placed.supplier.id) ?? '',
    stakes: stakesOf(placed.supplier, severityOf),
    contacts: contacts.get(placed.supplier.id) ?? NO_CONTACTS,
    former: isGone,
  });
  return [
    ...suggestedOrder(present, severityOf).map((placed) => rowOf(placed, false)),
    ...former.map((supplier) =>
      rowOf({ supplier, key: supplierKey(supplier, severityOf), place: null, behindBy: null }, true),
    ),
  ];
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

/** What typed words are looked for in. Folding is dear: it is done once for all rows. */
export function searchTexts(rows: readonly SupplierRow[]): Map<Id, string> {
  return new Map(
    rows.map(({ id, supplier }) => [
      id,
      foldText(
        [
          ...Object.values(supplier.name),
          ...supplier.aliases,
          supplier.country,
          ...supplier.sectors,
          ...supplier.products,
        ].join('\n'),
      ),
    ]),
  );
}

export function filteredRows(
  rows: readonly SupplierRow[],
  filter: SupplierFilter,
  texts: ReadonlyMap<Id, string>,
): readonly SupplierRow[] {
  const { programmeId, issueId, factor, without, unknown } = filter;
  const sought = foldText(filter.text.trim());
  return rows.filter(({ id, supplier, contacts, key, former }) => {
    if (former !== (filter.former === true)) return false;
    if (sought !== '' && !texts.get(id)?.includes(sought)) return false;
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
  { place, name, supplier, key, contacts }: SupplierRow,
  column: SupplierColumn,
): string | number {
  switch (column) {
    case 'place':
      return place ?? '';
    case 'name':
      return name;
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
