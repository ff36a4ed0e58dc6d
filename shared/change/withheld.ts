import type { JournalEntry } from './change-set.ts';

/** The label of the entry by which a copy says what was left out of its rows and its log (`seal/withhold.ts`). */
export const WITHHELD = 'change.seal.withheld';

/** Labels of entries that say who may open an assessor's ratings: undo must not open what a passphrase keeps. */
export const PASSED_OVER: ReadonlySet<string> = new Set(['change.seal.lock', 'change.seal.lift', WITHHELD]);

/** Whether a log lacks ratings that were not to be read when a copy was made of it. */
export function lacksRatings(journal: readonly JournalEntry[]): boolean {
  return journal.some(({ label }) => label.key === WITHHELD);
}
