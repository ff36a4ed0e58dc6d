import { groupBy } from '../../group.ts';
import { type Id, textIn } from '../../model/basics.ts';
import { lastDayOf } from '../../model/due.ts';
import type { Entry } from '../../model/entry.ts';
import { fiscalYearOf } from '../../model/workspace.ts';
import {
  CONTACT_KINDS,
  type ContactKind,
  contactsOf,
  isContact,
  isInYear,
} from '../../suppliers/contacts.ts';
import { type Coverage, coverageOf } from '../../suppliers/coverage.ts';
import { type SupplierWords, supplierCell } from '../../suppliers/row-words.ts';
import { supplierRows } from '../../suppliers/rows.ts';
import { closedRounds, severitiesIn } from '../../suppliers/severity.ts';
import type { YearTables, YearWords } from './year-words.ts';

/** What was done in a year by one programme: suppliers by the way they were looked at, each counted once; and findings. */
export interface ProgrammeLine {
  /** Empty = by no programme. */
  readonly name: string;
  readonly suppliers: Readonly<Record<ContactKind, number>>;
  readonly findings: number;
}

/** A supplier by name, for a report in which somebody asked for names. */
export interface NamedSupplier {
  readonly name: string;
  readonly place: string;
  readonly stakes: string;
  readonly contacts: Readonly<Record<ContactKind, string>>;
}

export interface SupplierLens {
  readonly suppliers: number;
  readonly programmes: readonly ProgrammeLine[];
  /** Up to the end of the year. */
  readonly coverage: Coverage;
  /** By name, in the suggested order; worked out where somebody asks for it. */
  readonly named: () => readonly NamedSupplier[];
}

/** What was done with suppliers up to the end of a fiscal year, and in it; null = there are none. */
export function supplierLens(state: YearTables, words: YearWords): SupplierLens | null {
  const convention = state.workspace[0]?.fiscalYear;
  if (!convention) return null;
  const { year } = words;
  const suppliers = state.organisations.filter(
    ({ kind, until }) =>
      kind === 'supplier' && (until === null || fiscalYearOf(lastDayOf(until), convention) >= year),
  );
  if (suppliers.length === 0) return null;
  const ids = new Set<Id>(suppliers.map(({ id }) => id));
  const yearOfEntry = ({ when, fiscalYear }: Entry) =>
    when === null ? fiscalYear : fiscalYearOf(when, convention);
  const done = state.entries.filter(
    (entry) =>
      entry.phase === 'done' && entry.standing === 'stands' && entry.of !== null && ids.has(entry.of),
  );
  const contacts = contactsOf(
    done.filter((entry) => (yearOfEntry(entry) ?? year) <= year),
    convention.firstMonth,
  );
  const inYear = done.filter((entry) => isInYear(entry, year, convention));
  return {
    suppliers: suppliers.length,
    programmes: programmeLines(inYear, state, words),
    coverage: coverageOf(suppliers, contacts),
    named: () => namedSuppliers(state, suppliers, contacts, words),
  };
}

function programmeLines(entries: readonly Entry[], state: YearTables, words: YearWords): ProgrammeLine[] {
  const counted = entries.filter(({ kind }) => isContact(kind) || kind === 'finding');
  const names = new Map(state.arrangements.map(({ id, name }) => [id, name]));
  return [...groupBy(counted, ({ arrangementId }) => arrangementId)].map(([id, own]) => ({
    name: id === null ? '' : words.tell(names.get(id) ?? {}),
    suppliers: Object.fromEntries(
      CONTACT_KINDS.map((kind) => [
        kind,
        new Set(own.filter((entry) => entry.kind === kind).map(({ of }) => of)).size,
      ]),
    ) as Record<ContactKind, number>,
    findings: own.filter(({ kind }) => kind === 'finding').length,
  }));
}

function namedSuppliers(
  state: YearTables,
  suppliers: YearTables['organisations'],
  contacts: ReturnType<typeof contactsOf>,
  told: YearWords,
): NamedSupplier[] {
  const { t, language } = told;
  const [round] = closedRounds(state.rounds);
  const severities = round ? severitiesIn(state, round.id) : new Map<Id, number>();
  const issues = new Map(state.issues.map(({ id, name }) => [id, textIn(name, language)]));
  const words: SupplierWords = { t, language, year: told.yearOf, issueName: (id) => issues.get(id) ?? '' };
  return supplierRows(suppliers, contacts, (id) => severities.get(id), { language, today: '0000-01-01' }).map(
    (row) => ({
      name: told.tell(row.supplier.name),
      place: supplierCell(row, 'place', words),
      stakes: told.tell(supplierCell(row, 'stakes', words)),
      contacts: Object.fromEntries(
        CONTACT_KINDS.map((kind) => [kind, supplierCell(row, kind, words)]),
      ) as Record<ContactKind, string>,
    }),
  );
}
