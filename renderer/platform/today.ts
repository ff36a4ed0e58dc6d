import { dayOf } from '#shared/i18n/dates.ts';

/** The calendar day where the office is. */
export function today(): string {
  return dayOf(new Date().toISOString());
}
