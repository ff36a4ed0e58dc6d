import type { Cadence } from '../model/arrangement.ts';

/** One occurrence of what comes regularly: the month in which it begins and the one in which the next begins. */
export interface Slot {
  readonly from: string;
  readonly until: string;
  /** A date at which it was kept; null = open. */
  readonly kept: string | null;
}

/**
 * The occurrences that begin from one month to before another: each so many months after the first, whatever came late.
 * @param kept dates on which it was kept, each filling the slot it falls in
 */
export function slotsOf(
  { months, anchor }: Cadence,
  from: string,
  before: string,
  kept: readonly string[] = [],
): Slot[] {
  const slots: Slot[] = [];
  for (let at = anchor; at < before; at = monthAfter(at, months)) {
    const until = monthAfter(at, months);
    if (at < from) continue;
    slots.push({
      from: at,
      until,
      kept: [...kept].sort().find((date) => date >= at && date.slice(0, 7) < until) ?? null,
    });
  }
  return slots;
}

function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
