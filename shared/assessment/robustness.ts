import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { DIMENSIONS, type Dimension } from '../model/round.ts';
import { carries, type IssueAggregate } from './aggregate.ts';
import { type Histogram, mean, median, upperMedian, without } from './histogram.ts';
import { compareKeys, type Impact, rankBy, type SortKey, sortKey } from './order.ts';

/** A place that hangs on one assessor. */
export interface LeftOut {
  readonly assessorId: IdOf<'assessors'>;
  /** Its place without them, by the reading that ranks. */
  readonly rank: number;
  /**
   * The upper median did it: with the middle pair averaged it keeps the place it has. An odd panel becomes an even one
   * when somebody is left out, and then precaution decides.
   */
  readonly byUpperMedian: boolean;
}

/** How far an issue's or theme's place depends on how the ratings are read. */
export interface Robustness {
  readonly best: number;
  readonly worst: number;
  /** Share of readings in which it is among the first `k`. */
  readonly topShare: number;
  readonly k: number;
  /** Each assessor left out in turn, by the reading that ranks. */
  readonly leaveOneOut: {
    readonly best: number;
    readonly worst: number;
    /** Those without whom its place is another. */
    readonly moved: readonly LeftOut[];
  };
}

/** A move of one aggregated dimension by one step that changes who is among the first `k`. */
export interface CriticalMove {
  readonly issueId: IdOf<'issues'>;
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

/** The readings; the first one ranks. */
const READINGS: readonly ((counts: Histogram) => number | null)[] = [upperMedian, median, mean];
const AVERAGED = READINGS.indexOf(median);

interface Tally {
  best: number;
  worst: number;
  top: number;
  readonly ranks: Map<Id | null, (number | undefined)[]>;
}

/** Groups that compete with each other, and how many first ones are spoken of. */
export interface Contest {
  readonly groups: readonly Group[];
  readonly k: number;
}

/**
 * Ranks under every reading {upper median, median, mean} × {all assessors, each left out in turn} (METHOD, Robustness).
 * Issues that nobody judged in a reading stand last in it.
 */
export function robustness(
  aggregates: ReadonlyMap<Id, IssueAggregate>,
  assessorIds: readonly IdOf<'assessors'>[],
  groups: readonly Group[],
  severe: number,
  k: number,
): Map<Id, Robustness> {
  return robustnessOf(aggregates, assessorIds, severe, [{ groups, k }])[0] ?? new Map();
}

/** The same for several contests over the same ratings, e.g. of issues and of themes: what is read is read once. */
export function robustnessOf(
  aggregates: ReadonlyMap<Id, IssueAggregate>,
  assessorIds: readonly IdOf<'assessors'>[],
  severe: number,
  contests: readonly Contest[],
): Map<Id, Robustness>[] {
  const tallies = contests.map(
    ({ groups }) =>
      new Map(
        groups.map((group): [Id, Tally] => [
          group.id,
          { best: Number.POSITIVE_INFINITY, worst: 0, top: 0, ranks: new Map() },
        ]),
      ),
  );
  const withheld = assessorIds.length > 1 ? assessorIds : [];
  const readers = [...aggregates].map(([id, one]) => [id, readerOf(one)] as const);
  for (const left of [null, ...withheld]) {
    READINGS.forEach((_, reading) => {
      const keys = new Map<Id, SortKey>();
      for (const [id, read] of readers) keys.set(id, sortKey(read(reading, left), severe));
      contests.forEach(({ groups, k }, contest) => {
        for (const { item, rank } of rankGroups(groups, keys)) {
          const tally = tallies[contest]?.get(item.id);
          if (!tally) continue;
          tally.best = Math.min(tally.best, rank);
          tally.worst = Math.max(tally.worst, rank);
          if (rank <= k) tally.top++;
          const ranks = tally.ranks.get(left);
          if (ranks) ranks[reading] = rank;
          else {
            const fresh: (number | undefined)[] = [];
            fresh[reading] = rank;
            tally.ranks.set(left, fresh);
          }
        }
      });
    });
  }
  const readings = READINGS.length * (1 + withheld.length);
  return contests.map(
    ({ k }, contest) =>
      new Map(
        [...(tallies[contest] ?? [])].map(([id, tally]): [Id, Robustness] => [
          id,
          {
            best: tally.best,
            worst: tally.worst,
            topShare: tally.top / readings,
            k,
            leaveOneOut: leaveOneOut(tally, withheld),
          },
        ]),
      ),
  );
}

/**
 * Reads one issue with any assessor left out, as `readImpact` does. What a dimension says without somebody depends on
 * their score alone, so that each reading has six answers a dimension, however many assessors there are.
 */
function readerOf(one: IssueAggregate): (reading: number, left: Id | null) => Impact {
  const given = DIMENSIONS.map(
    (dimension) =>
      new Map(one.dimensions[dimension].scores.map(({ assessorId, value }) => [assessorId, value])),
  );
  const answers = READINGS.map((read) =>
    DIMENSIONS.map((dimension) => {
      const { counts } = one.dimensions[dimension];
      return [0, 1, 2, 3, 4, 5].map((value) =>
        value === 0 ? read(counts) : (counts[value - 1] ?? 0) > 0 ? read(without(counts, value)) : null,
      );
    }),
  );
  const judged = marks(one, null);
  return (reading, left) => {
    const answer = (dimension: number) =>
      answers[reading]?.[dimension]?.[left === null ? 0 : (given[dimension]?.get(left) ?? 0)] ?? null;
    const { nature, delay } = left === null || !one.votes.has(left) ? judged : marks(one, left);
    return {
      scale: answer(0),
      scope: answer(1),
      irremediability: answer(2),
      likelihood: answer(3),
      nature,
      delay,
    };
  };
}

function leaveOneOut({ ranks }: Tally, withheld: readonly Id[]): Robustness['leaveOneOut'] {
  const own = ranks.get(null)?.[0] ?? 0;
  const moved: LeftOut[] = [];
  let [best, worst] = withheld.length === 0 ? [own, own] : [Number.POSITIVE_INFINITY, 0];
  for (const assessorId of withheld) {
    const read = ranks.get(assessorId);
    const rank = read?.[0] ?? own;
    best = Math.min(best, rank);
    worst = Math.max(worst, rank);
    if (rank !== own) moved.push({ assessorId, rank, byUpperMedian: read?.[AVERAGED] === own });
  }
  return { best, worst, moved };
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
  return {
    scale: value('scale'),
    scope: value('scope'),
    irremediability: value('irremediability'),
    likelihood: value('likelihood'),
    ...marks(one, left),
  };
}

/** What the raters' votes carry, with one assessor left out (null = nobody). */
function marks(one: IssueAggregate, left: Id | null): Pick<Impact, 'nature' | 'delay'> {
  const vote = left === null ? undefined : one.votes.get(left);
  const raters = one.raters - (vote ? 1 : 0);
  return {
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
