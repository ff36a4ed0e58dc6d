import type { Arrangement, Cadence } from '../model/arrangement.ts';

/** One occurrence of what comes regularly, in months: `from` the one it begins with to before `until`. */
export interface Slot {
  readonly from: string;
  readonly until: string;
}

/** How often something was and is due, and since and until when it is kept up. */
export type Rhythm = Pick<Arrangement, 'cadence' | 'formerCadences' | 'until'>;

/**
 * The occurrences that begin before a month, the earliest first: each so many months after the first one, whatever came
 * late. Those that began under a former cadence stay where they were.
 */
export function slotsOf({ cadence, formerCadences, until }: Rhythm, before: string): Slot[] {
  const last = until === null ? before : earlier(before, monthAfter(until.padEnd(7, '-12').slice(0, 7), 1));
  const slots: Slot[] = [];
  let since = '';
  for (const former of formerCadences) {
    slots.push(...beginning(former.cadence, since, earlier(former.until, last)));
    since = former.until;
  }
  if (cadence) slots.push(...beginning(cadence, since, last));
  return slots.map((slot, at) => ({
    ...slot,
    until: earlier(slot.until, slots[at + 1]?.from ?? slot.until),
  }));
}

/** The occurrences of one cadence that begin from one month to before another. */
function beginning({ months, anchor }: Cadence, since: string, before: string): Slot[] {
  const slots: Slot[] = [];
  for (let from = anchor; from < before; from = monthAfter(from, months))
    if (from >= since) slots.push({ from, until: monthAfter(from, months) });
  return slots;
}

/**
 * What was kept and is from now on: a cadence that is changed in a month keeps the occurrences that began up to then.
 * @param month the one in which it is changed, `2020-05`
 */
export function withCadence(
  rhythm: Rhythm,
  cadence: Cadence | null,
  month: string,
): Pick<Arrangement, 'cadence' | 'formerCadences'> {
  const { formerCadences } = rhythm;
  const began = slotsOf(rhythm, monthAfter(month, 1));
  const held =
    rhythm.cadence !== null && began.some(({ from }) => from >= (formerCadences.at(-1)?.until ?? ''));
  if (rhythm.cadence === null || !held) {
    // Where nothing was due for a while, nothing becomes due in it afterwards.
    const isFirst = formerCadences.length === 0;
    return { cadence: isFirst || !cadence ? cadence : beginningIn(cadence, month), formerCadences };
  }
  const until = began.at(-1)?.from === month ? monthAfter(month, 1) : month;
  return { cadence, formerCadences: [...formerCadences, { cadence: rhythm.cadence, until }] };
}

/** A cadence with the same occurrences, but for those that began before a month. */
function beginningIn({ months, anchor }: Cadence, month: string): Cadence {
  let from = anchor;
  while (from < month) from = monthAfter(from, months);
  return { months, anchor: from };
}

/** The month so many months after another. */
export function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
