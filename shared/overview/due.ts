import type { Advice } from '../model/advice.ts';
import type { PartialDate } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import { type DueState, dueState, lastDayOf } from '../model/due.ts';

/** Something that somebody is to do by a date: answer advice, or look at a decision again. */
export type DueItem = (
  | { readonly kind: 'advice'; readonly advice: Advice }
  | { readonly kind: 'review'; readonly decision: Decision }
) & {
  readonly due: PartialDate;
  /** Empty = nobody is named. */
  readonly owner: string;
};

export interface Agenda {
  /** By date, the oldest first. */
  readonly overdue: readonly DueItem[];
  readonly soon: readonly DueItem[];
  /** How many have a date further ahead. */
  readonly later: number;
  /** Open advice, and decisions that stand, without a date. */
  readonly undated: number;
}

/**
 * What is overdue and what is due soon. A decision's review is settled once the same issue or theme was decided on for
 * a later year.
 * @param openAdvice what is neither done nor declined
 * @param today the calendar day where the office is (`dayOf`)
 */
export function agendaOf(
  openAdvice: readonly Advice[],
  decisions: readonly Decision[],
  today: PartialDate,
): Agenda {
  const found: Record<DueState, DueItem[]> = { overdue: [], soon: [], later: [], undated: [] };
  let undated = 0;
  const put = (due: PartialDate | null, item: (due: PartialDate) => DueItem) => {
    if (due === null) undated += 1;
    else found[dueState(due, today)].push(item(due));
  };
  for (const advice of openAdvice)
    put(advice.due, (due) => ({ kind: 'advice', advice, due, owner: advice.owner.trim() }));
  for (const decision of standing(decisions))
    put(decision.reviewDate, (due) => ({ kind: 'review', decision, due, owner: decision.owner.trim() }));
  return {
    overdue: found.overdue.sort(byDate),
    soon: found.soon.sort(byDate),
    later: found.later.length,
    undated,
  };
}

/** The decisions that no later one on the same subject has followed. */
function standing(decisions: readonly Decision[]): Decision[] {
  const latest = new Map<string, number>();
  for (const { subject, fiscalYear } of decisions)
    latest.set(subject.id, Math.max(fiscalYear, latest.get(subject.id) ?? fiscalYear));
  return decisions.filter(({ subject, fiscalYear }) => fiscalYear === latest.get(subject.id));
}

function byDate(a: DueItem, b: DueItem): number {
  return lastDayOf(a.due).localeCompare(lastDayOf(b.due)) || idOf(a).localeCompare(idOf(b));
}

function idOf(item: DueItem): string {
  return item.kind === 'advice' ? item.advice.id : item.decision.id;
}
