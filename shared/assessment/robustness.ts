import type { Id } from '../model/basics.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import { carries, type IssueAggregate } from './aggregate.ts';
import { type Histogram, mean, median, upperMedian, without } from './histogram.ts';
import { compareKeys, type Impact, rankBy, type SortKey, sortKey } from './order.ts';

/** How far an issue's or theme's place depends on how the ratings are read. */
export interface Robustness {
  readonly best: number;
  readonly worst: number;
  /** Share of readings in which it is among the first `k`. */
  readonly topShare: number;
  readonly k: number;
}

/** A move of one aggregated dimension by one step that changes who is among the first `k`. */
export interface CriticalMove {
  readonly issueId: Id;
  readonly dimension: Dimension;
  readonly step: 1 | -1;
}

export interface OneStep {
  readonly moves: number;
  readonly kept: number;
  readonly critical: readonly CriticalMove[];
}

/** A group of issues ranked as its best member; an issue is a group of itself. */
export interface Group {
  readonly id: Id;
  readonly members: readonly Id[];
}

const READINGS: readonly ((counts: Histogram) => number | null)[] = [upperMedian, median, mean];

/**
 * Ranks under every reading {upper median, median, mean} × {all assessors, each left out in turn} (METHOD, Robustness).
 * Issues that nobody judged in a reading stand last in it.
 */
export function robustness(
  aggregates: ReadonlyMap<Id, IssueAggregate>,
  assessorIds: readonly Id[],
  groups: readonly Group[],
  severe: number,
  k: number,
): Map<Id, Robustness> {
  const tallies = new Map(groups.map((group) => [group.id, { best: Infinity, worst: 0, top: 0 }]));
  let readings = 0;
  for (const left of [null, ...(assessorIds.length > 1 ? assessorIds : [])]) {
    for (const read of READINGS) {
      readings++;
      const keys = new Map<Id, SortKey>();
      for (const [id, one] of aggregates) keys.set(id, sortKey(readImpact(one, read, left), severe));
      for (const { item, rank } of rankGroups(groups, keys)) {
        const tally = tallies.get(item.id);
        if (!tally) continue;
        tally.best = Math.min(tally.best, rank);
        tally.worst = Math.max(tally.worst, rank);
        if (rank <= k) tally.top++;
      }
    }
  }
  return new Map(
    [...tallies].map(([id, { best, worst, top }]) => [id, { best, worst, topShare: top / readings, k }]),
  );
}

/** Ranks groups by their best member. Members without a key are passed over; a group without any is left out. */
export function rankGroups(groups: readonly Group[], keys: ReadonlyMap<Id, SortKey>) {
  const best = new Map<Id, SortKey>();
  for (const group of groups) {
    for (const member of group.members) {
      const key = keys.get(member);
      const standing = best.get(group.id);
      if (key && (!standing || compareKeys(key, standing) < 0)) best.set(group.id, key);
    }
  }
  return rankBy(
    groups.filter((group) => best.has(group.id)),
    (group) => best.get(group.id) as SortKey,
  );
}

/** An aggregate as one impact under a reading, with one assessor left out (null = nobody). */
export function readImpact(
  one: IssueAggregate,
  read: (counts: Histogram) => number | null,
  left: Id | null,
): Impact {
  const value = (dimension: Dimension) => {
    const { counts, scores } = one.dimensions[dimension];
    const own = left === null ? undefined : scores.find(({ assessorId }) => assessorId === left);
    return read(own ? without(counts, own.value) : counts);
  };
  const vote = left === null ? undefined : one.votes.get(left);
  const raters = one.raters - (vote ? 1 : 0);
  return {
    scale: value('scale'),
    scope: value('scope'),
    irremediability: value('irremediability'),
    likelihood: value('likelihood'),
    nature: carries(one.actualVotes - (vote?.actual ? 1 : 0), raters) ? 'actual' : 'potential',
    delay: carries(one.delayVotes - (vote?.delay ? 1 : 0), raters),
  };
}

/**
 * Every valid ±1 move of one dimension of one impact, and those that change which impacts are among the first `k`
 * (a tie at the border is within). A likelihood is moved for potential impacts alone; unknown values are not moved.
 */
export function oneStepMoves(impacts: ReadonlyMap<Id, Impact>, severe: number, k: number): OneStep {
  const ranked = rankBy([...impacts.keys()], (id) => sortKey(impacts.get(id) as Impact, severe));
  const critical: CriticalMove[] = [];
  let moves = 0;
  for (const { item: id, rank: ownRank } of ranked) {
    const impact = impacts.get(id) as Impact;
    // The rest keep their order whatever this one does (P9): only who stands at the border matters.
    const rest = ranked.filter((other) => other.item !== id && other.rank <= k + 1);
    for (const dimension of DIMENSIONS) {
      const value = impact[dimension];
      if (value === null || (dimension === 'likelihood' && impact.nature === 'actual')) continue;
      for (const step of [1, -1] as const) {
        if (value + step < 1 || value + step > 5) continue;
        moves++;
        const key = sortKey({ ...impact, [dimension]: value + step }, severe);
        if (changesTop(ranked, rest, id, ownRank, key, k)) critical.push({ issueId: id, dimension, step });
      }
    }
  }
  return { moves, kept: moves - critical.length, critical };
}

function changesTop(
  ranked: ReturnType<typeof rankBy<Id>>,
  rest: ReturnType<typeof rankBy<Id>>,
  id: Id,
  ownRank: number,
  moved: SortKey,
  k: number,
): boolean {
  let before = 0;
  for (const other of ranked) {
    if (other.item === id) continue;
    if (compareKeys(other.key, moved) >= 0) break;
    before++;
  }
  if (before + 1 <= k !== ownRank <= k) return true;
  const own = ranked.find((one) => one.item === id)?.key as SortKey;
  return rest.some((other) => {
    const wasBehind = compareKeys(own, other.key) < 0 ? 1 : 0;
    const isBehind = compareKeys(moved, other.key) < 0 ? 1 : 0;
    return other.rank <= k !== other.rank - wasBehind + isBehind <= k;
  });
}
