import { type Advice, isSettled } from '../model/advice.ts';
import type { Arrangement } from '../model/arrangement.ts';
import type { Id, PartialDate } from '../model/basics.ts';
import { type Commitment, isOpen } from '../model/commitment.ts';
import type { Decision } from '../model/decision.ts';
import { daysUntil, lastDayOf, SOON_DAYS } from '../model/due.ts';
import type { Entry } from '../model/entry.ts';
import type { Source } from '../model/source.ts';
import type { Theme } from '../model/theme.ts';
import { dueMonthOf, isPending, type Occurrence, occurrencesOf, reportsOf } from '../register/occurrences.ts';

/**
 * Something that somebody is to do by a date: answer advice, keep a commitment, see a measure through, look at a decision
 * or a source again, hold what comes regularly or report it, do what is planned, answer a request.
 */
export type DueItem = (
  | { readonly kind: 'advice'; readonly advice: Advice }
  | { readonly kind: 'commitment'; readonly commitment: Commitment }
  | { readonly kind: 'measure' | 'review'; readonly decision: Decision }
  | {
      readonly kind: 'occurrence' | 'reporting';
      readonly arrangement: Arrangement;
      /** Of those that are past and not recorded the first, which stands for all of them. */
      readonly occurrence: Occurrence;
      /** How many it stands for. */
      readonly count: number;
    }
  | {
      readonly kind: 'entry' | 'request';
      readonly entry: Entry;
      /** What it is an occurrence of; null = of nothing. */
      readonly arrangement: Arrangement | null;
    }
  | { readonly kind: 'look'; readonly source: Source }
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
  readonly arrangements: readonly Arrangement[];
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
}

/**
 * What is overdue and what is due next. What is settled is due no more: advice that is done or declined; a commitment
 * that was kept, dropped or replaced; measure and review of a decision once the same issue or theme was decided on for
 * a later year, those of an issue also by a decision on a theme that it is part of.
 * @param today the calendar day where the office is (`dayOf`)
 * @param firstMonth of the fiscal year
 */
export function agendaOf(dated: Dated, today: PartialDate, firstMonth: number): Agenda {
  const { advice, commitments, decisions, themes } = dated;
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
  items.push(...regular(dated, today, firstMonth), ...planned(dated));
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

/**
 * What comes regularly: of each arrangement, and of what it reports, one item for all that is past and not recorded, and
 * one for what is to be held now. What is planned with a date of its own is due by that.
 */
function regular({ arrangements, entries }: Dated, today: PartialDate, firstMonth: number): DueItem[] {
  const dated = new Set(entries.filter(isDated).map(({ id }) => id));
  return arrangements.flatMap((arrangement): DueItem[] => {
    if (arrangement.cadence === null && !arrangement.reportsTo && arrangement.formerCadences.length === 0)
      return [];
    return (['occurrence', 'reporting'] as const).flatMap((kind) => {
      const all = kind === 'occurrence' ? occurrencesOf : reportsOf;
      const pending = all(arrangement, entries, today, firstMonth).filter(
        (one) => isPending(one) && !dated.has(one.entryId ?? ''),
      );
      const item = (occurrence: Occurrence, count: number): DueItem => ({
        kind,
        arrangement,
        occurrence,
        count,
        due: dueMonthOf(occurrence),
        owner: arrangement.owner.trim(),
      });
      const past = pending.filter(({ until }) => until <= today.slice(0, 7));
      const now = pending.filter(({ until }) => until > today.slice(0, 7));
      return [
        ...past.slice(0, 1).map((first) => item(first, past.length)),
        ...now.map((one) => item(one, 1)),
      ];
    });
  });
}

/** Entries and sources that have a date of their own; of a source the edition that no other one replaces. */
function planned({ arrangements, entries, sources }: Dated): DueItem[] {
  const byId = new Map<Id, Arrangement>(arrangements.map((one) => [one.id, one]));
  const replaced = new Set<Id>(sources.flatMap(({ replaces }) => replaces ?? []));
  return [
    ...entries.filter(isDated).map((entry): DueItem => {
      const arrangement = byId.get(entry.arrangementId ?? '') ?? null;
      return {
        kind: entry.kind === 'request' ? 'request' : 'entry',
        entry,
        arrangement,
        due: entry.due ?? entry.when ?? '',
        owner: arrangement?.owner.trim() ?? '',
      };
    }),
    ...sources.flatMap((source): DueItem[] =>
      source.nextLook === null || replaced.has(source.id)
        ? []
        : [{ kind: 'look', source, due: source.nextLook, owner: '' }],
    ),
  ];
}

/** Whether something is planned for a day, or asked for by one. */
function isDated({ phase, standing, due, when }: Entry): boolean {
  return phase === 'planned' && standing === 'stands' && (due ?? when) !== null;
}

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
  switch (item.kind) {
    case 'advice':
      return item.advice.id;
    case 'commitment':
      return item.commitment.id;
    case 'measure':
    case 'review':
      return item.decision.id;
    case 'occurrence':
    case 'reporting':
      return `${item.arrangement.id}-${item.occurrence.from}`;
    case 'entry':
    case 'request':
      return item.entry.id;
    case 'look':
      return item.source.id;
  }
}
