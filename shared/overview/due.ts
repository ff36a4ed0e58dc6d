import { type Advice, isSettled } from '../model/advice.ts';
import type { Id, PartialDate } from '../model/basics.ts';
import { type Commitment, isOpen } from '../model/commitment.ts';
import type { Decision } from '../model/decision.ts';
import { daysUntil, lastDayOf, SOON_DAYS } from '../model/due.ts';
import type { Theme } from '../model/theme.ts';

/** Something that somebody is to do by a date: answer advice, keep a commitment, see a measure through, look at a decision again. */
export type DueItem = (
  | { readonly kind: 'advice'; readonly advice: Advice }
  | { readonly kind: 'commitment'; readonly commitment: Commitment }
  | { readonly kind: 'measure' | 'review'; readonly decision: Decision }
) & {
  readonly due: PartialDate;
  /** Empty = nobody is named. */
  readonly owner: string;
};

/** How far ahead what is next is looked for. */
export const NEXT_DAYS = 90;

export interface Agenda {
  /** By date, the oldest first. */
  readonly overdue: readonly DueItem[];
  /** Within `SOON_DAYS`. */
  readonly soon: readonly DueItem[];
  /** After that, within `NEXT_DAYS`. */
  readonly next: readonly DueItem[];
  /** Further ahead. */
  readonly later: readonly DueItem[];
  /** Open advice to which nothing is promised, open commitments, and decisions that stand, without a date. */
  readonly undated: number;
}

/** What has dates. */
export interface Dated {
  readonly advice: readonly Advice[];
  readonly commitments: readonly Commitment[];
  readonly decisions: readonly Decision[];
  /** Those that were decided on. */
  readonly themes: readonly Pick<Theme, 'id' | 'issueIds'>[];
}

/**
 * What is overdue and what is due next. What is settled is due no more: advice that is done or declined; a commitment
 * that was kept, dropped or replaced; measure and review of a decision once the same issue or theme was decided on for
 * a later year, those of an issue also by a decision on a theme that it is part of.
 * @param today the calendar day where the office is (`dayOf`)
 */
export function agendaOf({ advice, commitments, decisions, themes }: Dated, today: PartialDate): Agenda {
  const items: DueItem[] = [];
  let undated = 0;
  const put = (item: Undated, counts = true) => {
    if (item.due !== null) items.push(item as DueItem);
    else if (counts) undated += 1;
  };
  const answered = new Set(commitments.map(({ madeIn }) => madeIn.id));
  for (const one of advice)
    if (!isSettled(one))
      put({ kind: 'advice', advice: one, due: one.due, owner: one.owner.trim() }, !answered.has(one.id));
  for (const one of commitments)
    if (isOpen(one)) put({ kind: 'commitment', commitment: one, due: one.due, owner: one.owner.trim() });
  for (const one of standingDecisions(decisions, themes)) {
    const owner = one.owner.trim();
    put({ kind: 'measure', decision: one, due: one.due ?? null, owner }, false);
    put({ kind: 'review', decision: one, due: one.reviewDate, owner });
  }
  items.sort(byDate);
  const within = (from: number, to: number) =>
    items.filter(({ due }) => {
      const days = daysUntil(due, today);
      return days >= from && days <= to;
    });
  return {
    overdue: within(Number.NEGATIVE_INFINITY, -1),
    soon: within(0, SOON_DAYS),
    next: within(SOON_DAYS + 1, NEXT_DAYS),
    later: within(NEXT_DAYS + 1, Number.POSITIVE_INFINITY),
    undated,
  };
}

/** The same where it may have no date. */
type Undated = DueItem extends infer Item
  ? Item extends DueItem
    ? Omit<Item, 'due'> & { readonly due: PartialDate | null }
    : never
  : never;

/** The decisions that no later one has followed. */
export function standingDecisions(
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
  return lastDayOf(a.due).localeCompare(lastDayOf(b.due)) || dueKey(a).localeCompare(dueKey(b));
}

/** Names an item: a decision can have two. */
export function dueKey(item: DueItem): string {
  return `${rowOf(item)}-${item.kind}`;
}

function rowOf(item: DueItem): Id {
  if (item.kind === 'advice') return item.advice.id;
  return item.kind === 'commitment' ? item.commitment.id : item.decision.id;
}
