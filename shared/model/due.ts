import type { PartialDate } from './basics.ts';

/** How what somebody is to do by a date stands on a day. */
export type DueState = 'undated' | 'later' | 'soon' | 'overdue';

/** Days ahead within which a date is called soon. */
export const SOON_DAYS = 30;

/** The last day that a date known in part can mean: `2021-02` is over once 28 February is. */
export function lastDayOf(date: PartialDate): PartialDate {
  const [year = '', month = '12', day] = date.split('-');
  if (day) return date;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${last}`;
}

/**
 * How a due date stands on a day: overdue once its last day is past, soon within `SOON_DAYS`. What is settled is asked
 * of the caller, since it depends on what is due (advice answered, a review held).
 * @param today - the calendar day where the office is (`dayOf`)
 */
export function dueState(due: PartialDate | null, today: PartialDate): DueState {
  if (due === null) return 'undated';
  const days = daysUntil(due, today);
  if (days < 0) return 'overdue';
  return days <= SOON_DAYS ? 'soon' : 'later';
}

/** Days from one day to the last one of a date; negative once that is past. */
export function daysUntil(due: PartialDate, today: PartialDate): number {
  return Math.round((Date.parse(lastDayOf(due)) - Date.parse(today)) / 86_400_000);
}
