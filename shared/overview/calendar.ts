import ICAL from 'ical.js';
import type { Instant, PartialDate } from '../model/basics.ts';
import { lastDayOf } from '../model/due.ts';

/** A day in a calendar. */
export interface CalendarDay {
  /** The same for the same thing each time, so that a calendar that takes the file again changes its entry. */
  readonly key: string;
  readonly due: PartialDate;
  readonly summary: string;
  /** Empty = no more is said. */
  readonly description: string;
}

/** Octets of a line; a line that goes on has one more, the blank that says so (RFC 5545, 3.1: 75 at most). */
const LINE = 74;

/**
 * Days as a calendar file (RFC 5545): each one for the whole of the last day that its date can mean. Escaping and folding
 * are the library's.
 * @param writtenAt bears every entry, so that the same days make the same file
 */
export function calendarFile(days: readonly CalendarDay[], name: string, writtenAt: Instant): string {
  ICAL.foldLength = LINE;
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.updatePropertyWithValue('prodid', '-//Hearken//Follow-up//EN');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('x-wr-calname', name);
  for (const { key, due, summary, description } of days) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', `${key}@hearken`);
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(writtenAt), true));
    event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(lastDayOf(due)));
    event.updatePropertyWithValue('summary', summary);
    if (description !== '') event.updatePropertyWithValue('description', description);
    // It takes nobody's time: the day stays free.
    event.updatePropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}
