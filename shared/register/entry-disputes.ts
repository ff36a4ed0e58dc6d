import { groupBy } from '../group.ts';
import type { Entry, EntryKind } from '../model/entry.ts';
import type { Slot } from './cadence.ts';
import { spanOf } from './occurrences.ts';

/** Entries of one thing and kind that sources date differently. */
export interface EntryDispute {
  readonly key: string;
  /** The earliest first. */
  readonly entries: readonly Entry[];
  /** Why one of them stands, or all of them do; null = nobody decided: all are shown, none is taken. */
  readonly why: string | null;
}

/** What is done once, or rarely: where two sources date it differently, one of them may err. */
const ONCE: readonly EntryKind[] = [
  'adoption',
  'revision',
  'approval',
  'signature',
  'publication',
  'milestone',
];

/**
 * Disputes among entries: sources that each date the same kind of event of one arrangement or instrument, at times that
 * cannot be the same. A source that gives both dates speaks of several events, and disputes nothing.
 * @param regular ids of what comes regularly, whose dates differ by nature
 * @param firstMonth of the fiscal year
 */
export function entryDisputes(
  entries: readonly Entry[],
  regular: ReadonlySet<string>,
  firstMonth: number,
): EntryDispute[] {
  const dated = entries.flatMap((entry) => {
    const span = spanOf(entry, firstMonth);
    return ONCE.includes(entry.kind) && span && sourceOf(entry) !== '' ? [{ entry, span }] : [];
  });
  const placed = dated.flatMap((one) =>
    subjectsOf(one.entry)
      .filter((subject) => !regular.has(subject))
      .map((subject) => ({ ...one, subject })),
  );
  const groups = groupBy(placed, ({ subject, entry }) => `${subject} ${entry.kind} ${entry.phase}`);
  return [...groups].flatMap(([key, rows]): EntryDispute[] => {
    if (!differ(rows)) return [];
    rows.sort((a, b) => a.span.from.localeCompare(b.span.from));
    return [{ key, entries: rows.map(({ entry }) => entry), why: whyDecided(rows) }];
  });
}

interface DatedEntry {
  readonly entry: Entry;
  readonly span: Slot;
}

/** Whether two sources give times that cannot be the same. */
function differ(rows: readonly DatedEntry[]): boolean {
  const told = [...groupBy(rows, ({ entry }) => sourceOf(entry)).values()].map((own) =>
    own.map(({ span }) => span),
  );
  return told.some((own, at) => told.slice(at + 1).some((other) => !meet(own, other)));
}

/** Null = nobody decided, or a source has come since that differs from what stands. */
function whyDecided(rows: readonly DatedEntry[]): string | null {
  const standing = rows.filter(({ entry }) => entry.standing === 'stands');
  const isSince = standing.some(
    (fresh) =>
      fresh.entry.standingWhy === '' &&
      differ([fresh, ...standing.filter(({ entry }) => sourceOf(entry) !== sourceOf(fresh.entry))]),
  );
  return isSince ? null : (rows.find(({ entry }) => entry.standingWhy !== '')?.entry.standingWhy ?? null);
}

/** Whether times of two sources can be the same. */
function meet(some: readonly Slot[], others: readonly Slot[]): boolean {
  return some.some((one) => others.some((other) => one.from < other.until && other.from < one.until));
}

/** The arrangement and the instruments that something happened to. */
function subjectsOf({ arrangementId, refs }: Entry): string[] {
  const instruments = refs.filter(({ to }) => to === 'instrument').map(({ id }) => id);
  return [...(arrangementId ? [arrangementId] : []), ...instruments];
}

function sourceOf({ sourceId, passageId }: Entry): string {
  return sourceId ?? passageId ?? '';
}
