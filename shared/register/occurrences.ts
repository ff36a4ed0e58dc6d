import type { Arrangement } from '../model/arrangement.ts';
import type { Id, PartialDate } from '../model/basics.ts';
import { type Entry, isAbout } from '../model/entry.ts';
import { monthAfter, type Slot, slotsOf } from './cadence.ts';

/** An occurrence with what is recorded of it. */
export interface Occurrence extends Slot {
  /** `open`: nothing is recorded; what is planned is still to be done. */
  readonly state: 'kept' | 'dropped' | 'planned' | 'open';
  readonly entryId: Id | null;
}

/** What fills an occurrence, first what settles it. */
const STATE_OF = { done: 'kept', dropped: 'dropped', planned: 'planned' } as const;
const PRECEDENCE: readonly Entry['phase'][] = ['done', 'dropped', 'planned'];

/**
 * The occurrences of an arrangement that have begun by a day, the earliest first, each filled by an entry of it that lies
 * within. A request is no occurrence, nor is what is set aside.
 * @param firstMonth of the fiscal year, for entries of which no more is known
 */
export function occurrencesOf(
  arrangement: Arrangement,
  entries: readonly Entry[],
  today: PartialDate,
  firstMonth: number,
): Occurrence[] {
  const own = entries.filter(
    (one) => one.arrangementId === arrangement.id && one.kind !== 'request' && !isReport(one, arrangement),
  );
  return filled(slotsOf(arrangement, monthAfter(today.slice(0, 7), 1)), own, firstMonth);
}

/** The occasions on which an arrangement is to be reported to the body that it reports to, filled alike. */
export function reportsOf(
  arrangement: Arrangement,
  entries: readonly Entry[],
  today: PartialDate,
  firstMonth: number,
): Occurrence[] {
  const rhythm = {
    cadence: arrangement.reportsTo?.cadence ?? null,
    formerCadences: [],
    until: arrangement.until,
  };
  const own = entries.filter((one) => isReport(one, arrangement));
  return filled(slotsOf(rhythm, monthAfter(today.slice(0, 7), 1)), own, firstMonth);
}

/** Occurrences that are past and of which nothing settles whether they took place. */
export function overdueOf(occurrences: readonly Occurrence[], today: PartialDate): Occurrence[] {
  return occurrences.filter((one) => isPending(one) && one.until <= today.slice(0, 7));
}

export function isPending({ state }: Occurrence): boolean {
  return state === 'open' || state === 'planned';
}

/** The month in which an occurrence is to have taken place. */
export function dueMonthOf({ until }: Slot): PartialDate {
  return monthAfter(until, -1);
}

/** Whether an entry joins an arrangement and the body that it reports to: it belongs to one and bears on the other. */
function isReport(entry: Entry, { id, reportsTo }: Arrangement): boolean {
  if (!reportsTo) return false;
  const body = reportsTo.arrangementId;
  return (
    (entry.arrangementId === id && isAbout(entry, 'arrangement', body)) ||
    (entry.arrangementId === body && isAbout(entry, 'arrangement', id))
  );
}

function filled(slots: readonly Slot[], entries: readonly Entry[], firstMonth: number): Occurrence[] {
  const spans = entries
    .filter(({ standing }) => standing === 'stands')
    .sort((a, b) => PRECEDENCE.indexOf(a.phase) - PRECEDENCE.indexOf(b.phase))
    .flatMap((entry) => {
      const span = spanOf(entry, firstMonth);
      return span ? [{ entry, ...span }] : [];
    });
  return slots.map((slot) => {
    const within = spans.find(({ from, until }) => from >= slot.from && until <= slot.until);
    return {
      ...slot,
      state: within ? STATE_OF[within.entry.phase] : 'open',
      entryId: within?.entry.id ?? null,
    };
  });
}

/** The months in which an entry can have been, as far as its time is known. */
export function spanOf({ when, fiscalYear }: Entry, firstMonth: number): Slot | null {
  if (when === null && fiscalYear === null) return null;
  if (when !== null && when.length >= 7) return { from: when.slice(0, 7), until: monthAfter(when, 1) };
  const from = when === null ? `${fiscalYear}-${String(firstMonth).padStart(2, '0')}` : `${when}-01`;
  return { from, until: monthAfter(from, 12) };
}
