import type { FiscalYear, Id, PartialDate } from '../model/basics.ts';
import { lastDayOf } from '../model/due.ts';
import { mayReferTo, names, REFERENCES } from '../model/references.ts';
import type { AnyRow, Rows, TableName } from '../model/tables.ts';
import { monthAfter } from './cadence.ts';

/** The tables out of which timelines are made: what the register holds, and what rests on it. */
export const TIMELINE_TABLES = [
  'entries',
  'figures',
  'commitments',
  'answers',
  'decisions',
  'indicators',
  'arrangements',
  'organisations',
  'instruments',
  'sources',
  'persons',
  'issues',
] as const satisfies readonly TableName[];
type TimelineTable = (typeof TIMELINE_TABLES)[number];
export type TimelineRows = { readonly [T in TimelineTable]: readonly Rows[T][] };

/** Something that refers to what the timeline is of; of figures and answers one for all that belong together. */
export interface TimelineItem {
  readonly key: string;
  readonly table: TimelineTable;
  readonly row: AnyRow;
  readonly when: PartialDate | null;
  /** Where no day is known. */
  readonly fiscalYear: FiscalYear | null;
  /** How many rows it stands for. */
  readonly count: number;
}

/**
 * Everything that refers to a row, the latest first, and what has no date after it.
 * @param code of an instrument, by which lists refer to it
 * @param firstMonth of the fiscal year
 */
export function timelineOf(
  rows: TimelineRows,
  of: { readonly table: TableName; readonly id: Id; readonly code?: string },
  firstMonth: number,
): TimelineItem[] {
  const items = new Map<string, TimelineItem>();
  for (const table of TIMELINE_TABLES) {
    const fields = REFERENCES[table].filter(([, { to }]) => mayReferTo(to, of.table));
    for (const row of rows[table] as readonly AnyRow[]) {
      if (row.id === of.id) continue;
      const refers =
        fields.some(([field, reference]) => names(row, field, reference, of.table, of.id)) ||
        (of.code !== undefined && citesInstrument(row, of.code));
      if (!refers) continue;
      const item = itemOf(table, row);
      const same = items.get(item.key);
      items.set(item.key, same ? joined(same, item, firstMonth) : item);
    }
  }
  return [...items.values()].sort(
    (a, b) =>
      endOf(b, firstMonth).localeCompare(endOf(a, firstMonth)) ||
      TIMELINE_TABLES.indexOf(a.table) - TIMELINE_TABLES.indexOf(b.table) ||
      a.key.localeCompare(b.key),
  );
}

/** The last day that an item can have been on; empty = it has no date. */
export function endOf(
  { when, fiscalYear }: Pick<TimelineItem, 'when' | 'fiscalYear'>,
  firstMonth: number,
): string {
  if (when !== null) return lastDayOf(when);
  if (fiscalYear === null) return '';
  return lastDayOf(monthAfter(`${fiscalYear}-${String(firstMonth).padStart(2, '0')}`, 11));
}

/** Whether a list of references to instruments, which name them by their code, holds one. */
export function citesInstrument(row: AnyRow, code: string): boolean {
  return 'instruments' in row && row.instruments.some((one) => one.code === code);
}

function itemOf(table: TimelineTable, row: AnyRow): TimelineItem {
  return { key: keyOf(table, row), table, row, ...timeOf(row), count: 1 };
}

/** Figures of one indicator are one item, as are answers to one checklist: each leads to the same place. */
function keyOf(table: TimelineTable, row: AnyRow): string {
  if ('indicatorId' in row) return `${table} ${row.indicatorId}`;
  if ('checklist' in row) return `${table} ${row.checklist} ${row.fiscalYear}`;
  return `${table} ${row.id}`;
}

function timeOf(row: AnyRow): Pick<TimelineItem, 'when' | 'fiscalYear'> {
  if ('phase' in row) return { when: row.when, fiscalYear: row.fiscalYear };
  if ('period' in row) return { when: null, fiscalYear: row.period.fiscalYear };
  if ('published' in row) return { when: row.published, fiscalYear: null };
  if ('since' in row) return { when: row.since, fiscalYear: null };
  if ('madeIn' in row) return { when: row.at.slice(0, 10), fiscalYear: null };
  if ('checklist' in row || 'level' in row) return { when: null, fiscalYear: row.fiscalYear };
  return { when: null, fiscalYear: null };
}

function joined(one: TimelineItem, other: TimelineItem, firstMonth: number): TimelineItem {
  const later = endOf(one, firstMonth) < endOf(other, firstMonth) ? other : one;
  return { ...later, count: one.count + other.count };
}
