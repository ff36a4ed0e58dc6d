import type { PartialDate } from '../model/basics.ts';

/** Days within which a request for information is to be answered, unless another day is entered. */
const ANSWER_DAYS = 21;

/** The day by which a request of a day is to be answered; null = its day is not known. */
export function answerDueOf(when: PartialDate | null): PartialDate | null {
  if (when?.length !== 10) return null;
  const day = new Date(`${when}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ANSWER_DAYS);
  return day.toISOString().slice(0, 10);
}
