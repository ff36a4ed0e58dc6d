import type { IdOf } from '../model/id.ts';
import type { Facts } from './facts.ts';
import type { Ranked, Ranking } from './ranking.ts';

/** Hits described of each dialogue at least, where it has as many. */
const LEAST_OF_DIALOGUE = 2;
/** How many hits of dialogues are described for each one on the list: so that every dialogue shows more than its best. */
const MORE = 1.5;

/** The results of a dialogue; of `dialogueId` null, those that belong to none. */
export interface Grouped {
  readonly dialogueId: IdOf<'dialogues'> | null;
  /** How many there are, of which `best` are the first. */
  readonly total: number;
  readonly best: readonly Ranked[];
}

/**
 * The results by dialogue: the dialogue whose best comes first is first. Each has the best it has, up to its share of
 * what is shown, not only those that happen to be among the best of all.
 * @param listed everything that was found
 * @param order the best of it, in order
 * @param limit how many of `order` are listed; dialogues that none of these is of are left out
 */
export function* byDialogue(
  listed: readonly number[],
  order: readonly Ranked[],
  limit: number,
  scores: Float64Array,
  ranking: Ranking,
  facts: Facts,
): Generator<void, Grouped[]> {
  const slotOf = (number: number) => facts.dialogue[number] as number;
  const groups = new Map<number, Ranked[]>();
  for (const { number } of order.slice(0, limit)) groups.set(slotOf(number), []);
  const share = Math.max(LEAST_OF_DIALOGUE, Math.floor((MORE * limit) / Math.max(1, groups.size)));
  for (const [at, ranked] of order.entries()) {
    const own = groups.get(slotOf(ranked.number));
    if (own && (at < limit || (slotOf(ranked.number) >= 0 && own.length < share))) own.push(ranked);
  }
  const totals = new Map<number, number>();
  for (const number of listed) totals.set(slotOf(number), (totals.get(slotOf(number)) ?? 0) + 1);
  yield;
  // What is not among the best of all is only looked for where a dialogue has too few there.
  const wanting = new Map<number, number[]>();
  for (const [slot, own] of groups)
    if (slot >= 0 && own.length < Math.min(share, totals.get(slot) ?? 0)) wanting.set(slot, []);
  if (wanting.size > 0) {
    const known = new Set(order.map(({ number }) => number));
    for (const number of listed) if (!known.has(number)) wanting.get(slotOf(number))?.push(number);
    for (const [slot, others] of wanting) {
      const own = groups.get(slot) ?? [];
      const more = yield* ranking.firstOf(others, share - own.length);
      for (const number of more) own.push({ number, score: scores[number] as number });
    }
  }
  return [...groups].map(([slot, best]) => ({
    dialogueId: facts.dialogues.ids[slot] ?? null,
    total: totals.get(slot) ?? best.length,
    best,
  }));
}
