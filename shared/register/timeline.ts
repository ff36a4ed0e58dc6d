import type { FiscalYear, Id, PartialDate } from '../model/basics.ts';
import { lastDayOf } from '../model/due.ts';
import { names, possibleTargets, REFERENCES } from '../model/references.ts';
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
export type TimelineTable = (typeof TIMELINE_TABLES)[number];
export type TimelineRows = { readonly [T in TimelineTable]: readonly Rows[T][] };

/** What a timeline is of. */
export interface Target {
  readonly table: TableName;
  readonly id: Id;
  /** Of an instrument, by which lists refer to it. */
  readonly code?: string;
}

/** A row that refers to what the timeline is of. */
type Item = { [T in TimelineTable]: { readonly table: T; readonly row: Rows[T] } }[TimelineTable];

/** Something that refers to what the timeline is of; of figures and answers one for all that belong together. */
export type TimelineItem = Item & {
  readonly key: string;
  readonly when: PartialDate | null;
  /** Where no day is known. */
  readonly fiscalYear: FiscalYear | null;
  /** How many rows it stands for. */
  readonly count: number;
};

/**
 * Everything that refers to one of several rows, the latest first, and what has no date after it.
 * @param firstMonth of the fiscal year
 */
export function timelineOf(
  rows: TimelineRows,
  targets: readonly Target[],
  firstMonth: number,
): TimelineItem[] {
  const items = new Map<string, TimelineItem>();
  const own = new Set(targets.map(({ id }) => id));
  for (const table of TIMELINE_TABLES) {
    for (const row of rows[table]) {
      if (own.has(row.id) || !targets.some((target) => refersTo(table, row, target))) continue;
      const item = itemOf({ table, row } as Item);
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

/** Whether a row refers to a target. */
export function refersTo(table: TimelineTable, row: AnyRow, { table: to, id, code }: Target): boolean {
  return (
    REFERENCES[table].some(
      ([field, reference]) =>
        reference.mayBeGone?.when !== 'always' &&
        possibleTargets(reference).includes(to) &&
        names(row, field, reference, to, id),
    ) ||
    (code !== undefined && citesInstrument(row, code))
  );
}

/** The last day that something can have been on; empty = it has no date. */
export function endOf(
  { when, fiscalYear }: Pick<TimelineItem, 'when' | 'fiscalYear'>,
  firstMonth: number,
): string {
  if (when !== null) return lastDayOf(when);
  if (fiscalYear === null) return '';
  return lastDayOf(monthAfter(`${fiscalYear}-${String(firstMonth).padStart(2, '0')}`, 11));
}

/** Whether a row cites an instrument, which it names by its code. */
export function citesInstrument(row: AnyRow, code: string): boolean {
  return 'instruments' in row && row.instruments.some((one) => one.code === code);
}

function itemOf(item: Item): TimelineItem {
  return { ...item, key: keyOf(item), ...timeOf(item), count: 1 };
}

/** Figures of one indicator are one item, as are answers to one checklist: each leads to the same place. */
function keyOf({ table, row }: Item): string {
  if (table === 'figures') return `${table} ${row.indicatorId}`;
  if (table === 'answers') return `${table} ${row.checklist} ${row.fiscalYear} ${row.of} ${row.subject?.id}`;
  return `${table} ${row.id}`;
}

function timeOf({ table, row }: Item): Pick<TimelineItem, 'when' | 'fiscalYear'> {
  switch (table) {
    case 'entries':
      return { when: row.when, fiscalYear: row.fiscalYear };
    case 'figures':
      return { when: null, fiscalYear: row.period.fiscalYear };
    case 'answers':
    case 'decisions':
      return { when: null, fiscalYear: row.fiscalYear };
    case 'commitments':
      return { when: row.at.slice(0, 10), fiscalYear: null };
    case 'sources':
      return { when: row.published, fiscalYear: null };
    case 'arrangements':
    case 'instruments':
      return { when: row.since, fiscalYear: null };
    default:
      return { when: null, fiscalYear: null };
  }
}

function joined(one: TimelineItem, other: TimelineItem, firstMonth: number): TimelineItem {
  const later = endOf(one, firstMonth) < endOf(other, firstMonth) ? other : one;
  return { ...later, count: one.count + other.count };
}
