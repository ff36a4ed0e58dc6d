import { groupBy } from '../group.ts';
import type { Id, PartialDate } from '../model/basics.ts';
import { lastDayOf } from '../model/due.ts';
import { type Entry, isAbout } from '../model/entry.ts';
import { type FiscalYearConvention, fiscalYearOf } from '../model/workspace.ts';
import { spanOf } from '../register/occurrences.ts';

/** Ways in which a supplier is looked at; `signature` = a declaration that it signed. */
export const CONTACT_KINDS = ['visit', 'survey', 'audit', 'signature'] as const satisfies Entry['kind'][];
export type ContactKind = (typeof CONTACT_KINDS)[number];

export function isContact(kind: Entry['kind']): kind is ContactKind {
  return (CONTACT_KINDS as readonly string[]).includes(kind);
}

/** What was done or is planned at one supplier, by kind. */
export interface Contacts {
  /** The latest of each kind that was done. */
  readonly latest: Readonly<Partial<Record<ContactKind, Entry>>>;
  /** That which is planned of each kind, the one due first. */
  readonly planned: Readonly<Partial<Record<ContactKind, Entry>>>;
  /** Supplier programmes that any of it belongs to. */
  readonly programmes: ReadonlySet<Id>;
  /** Those of which something was done there. */
  readonly doneIn: ReadonlySet<Id>;
}

export const NO_CONTACTS: Contacts = { latest: {}, planned: {}, programmes: new Set(), doneIn: new Set() };

/** Entries by the organisations they concern: those that they are of, and those that they bear on. */
function entriesByOrganisation(entries: readonly Entry[]): Map<Id, Entry[]> {
  const pairs = entries.flatMap((entry) => {
    const ids = new Set<Id>(entry.refs.filter(({ to }) => to === 'organisation').map(({ id }) => id));
    if (entry.of !== null) ids.add(entry.of);
    return [...ids].map((id) => ({ id, entry }));
  });
  const groups = groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ entry }) => entry)]));
}

/**
 * Contacts by supplier; what was set aside in a dispute, or dropped, counts as none.
 * @param firstMonth of the fiscal year, for entries of which no more is known
 */
export function contactsOf(entries: readonly Entry[], firstMonth: number): Map<Id, Contacts> {
  const counted = entries.filter(
    ({ kind, standing, phase }) => isContact(kind) && standing === 'stands' && phase !== 'dropped',
  );
  return new Map([...entriesByOrganisation(counted)].map(([id, own]) => [id, contactsIn(own, firstMonth)]));
}

function contactsIn(entries: readonly Entry[], firstMonth: number): Contacts {
  const latest: Partial<Record<ContactKind, Entry>> = {};
  const planned: Partial<Record<ContactKind, Entry>> = {};
  const programmes = new Set<Id>();
  const doneIn = new Set<Id>();
  for (const entry of entries) {
    if (entry.arrangementId !== null) {
      programmes.add(entry.arrangementId);
      if (entry.phase === 'done') doneIn.add(entry.arrangementId);
    }
    if (!isContact(entry.kind)) continue;
    const known = (entry.phase === 'done' ? latest : planned)[entry.kind];
    if (entry.phase === 'done') {
      if (!known || isLater(entry, known, firstMonth)) latest[entry.kind] = entry;
    } else if (!known || (entry.due ?? '9') < (known.due ?? '9')) planned[entry.kind] = entry;
  }
  return { latest, planned, programmes, doneIn };
}

/** By when they can have begun at the earliest; of equal ones the date that is known further. */
function isLater(one: Entry, other: Entry, firstMonth: number): boolean {
  const [from, otherFrom] = [one, other].map((entry) => spanOf(entry, firstMonth)?.from ?? '') as [
    string,
    string,
  ];
  return from === otherFrom ? momentOf(one) > momentOf(other) : from > otherFrom;
}

/** What entries are put in order by: their date, or the year that is known; empty = neither is. */
export function momentOf({ when, fiscalYear }: Pick<Entry, 'when' | 'fiscalYear'>): string {
  return when ?? (fiscalYear === null ? '' : String(fiscalYear));
}

/** Whether something was done on a day or after it, as far as its date is known: `2020-03` may be its last day. */
export function isSince(entry: Pick<Entry, 'when' | 'fiscalYear'>, day: PartialDate): boolean {
  const moment = momentOf(entry);
  return moment !== '' && lastDayOf(moment) >= day;
}

/** Whether something was done in a fiscal year. */
export function isInYear(entry: Entry, fiscalYear: number, convention: FiscalYearConvention): boolean {
  if (entry.when !== null) return fiscalYearOf(entry.when, convention) === fiscalYear;
  return entry.fiscalYear === fiscalYear;
}

/** Whether an entry concerns an organisation. */
export function concerns(entry: Pick<Entry, 'of' | 'refs'>, organisationId: Id): boolean {
  return entry.of === organisationId || isAbout(entry, 'organisation', organisationId);
}
