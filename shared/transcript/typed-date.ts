/** A date that a person types into a field: the whole text is the date, or it is none. */
import type { PartialDate } from '../model/basics.ts';
import { datesIn, inDigits } from './dates.ts';

/** Why a text is not taken for a date: nobody can tell what it says, or day and month may be the other way round. */
export type DateProblem = 'unclear' | 'ambiguous';

export interface TypedDate {
  /** Null where nothing was typed, and where there is a problem. */
  readonly date: PartialDate | null;
  readonly problem: DateProblem | null;
}

/** The day of the week between brackets, or before a comma, which says nothing that the date does not. */
const WEEKDAY =
  /\s?\((?:[月火水木金土日](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\)$|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s/iu;

/** Reads `5 March 2021`, `Mar 2021`, `2021-03`, `2021年3月`, `令和3年` and the like: as far as the date is known. */
export function typedDate(typed: string): TypedDate {
  const text = inDigits(typed).trim().replaceAll(/\s+/gu, ' ').replace(WEEKDAY, '');
  if (text === '') return { date: null, problem: null };
  const [found] = datesIn(text, 'field');
  if (!found || found.length !== text.length || says(text) > found.date.split('-').length)
    return { date: null, problem: 'unclear' };
  return found.guess ? { date: null, problem: 'ambiguous' } : { date: found.date, problem: null };
}

/** How many numbers and months a text names: more than its date has, and a part of it would be left out. */
function says(text: string): number {
  return text.match(/\d+|元|(?<!\p{L})[a-z]\p{L}{2,}/giu)?.length ?? 0;
}
