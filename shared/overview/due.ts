import type { Advice } from '../model/advice.ts';
import type { Id, PartialDate } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import { type DueState, dueState, lastDayOf } from '../model/due.ts';
import type { Theme } from '../model/theme.ts';

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
 * a later year; that of an issue also by a decision on a theme that it is part of.
 * @param openAdvice what is neither done nor declined
 * @param themes those that were decided on
 * @param today the calendar day where the office is (`dayOf`)
 */
export function agendaOf(
  openAdvice: readonly Advice[],
  decisions: readonly Decision[],
  themes: readonly Pick<Theme, 'id' | 'issueIds'>[],
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
  for (const decision of standing(decisions, themes))
    put(decision.reviewDate, (due) => ({ kind: 'review', decision, due, owner: decision.owner.trim() }));
  return {
    overdue: found.overdue.sort(byDate),
    soon: found.soon.sort(byDate),
    later: found.later.length,
    undated,
  };
}

/** The decisions that no later one has followed. */
function standing(
  decisions: readonly Decision[],
  themes: readonly Pick<Theme, 'id' | 'issueIds'>[],
): Decision[] {
  const members = new Map<Id, readonly Id[]>(themes.map(({ id, issueIds }) => [id, issueIds]));
  const latest = new Map<Id, number>();
  for (const { subject, fiscalYear } of decisions)
    for (const id of [subject.id, ...(members.get(subject.id) ?? [])])
      latest.set(id, Math.max(fiscalYear, latest.get(id) ?? fiscalYear));
  return decisions.filter(({ subject, fiscalYear }) => fiscalYear === latest.get(subject.id));
}

function byDate(a: DueItem, b: DueItem): number {
  return lastDayOf(a.due).localeCompare(lastDayOf(b.due)) || idOf(a).localeCompare(idOf(b));
}

function idOf(item: DueItem): string {
  return item.kind === 'advice' ? item.advice.id : item.decision.id;
}
