import type { Id } from '../model/basics.ts';
import type { DecisionLevel } from '../model/decision.ts';
import type { IdOf } from '../model/id.ts';
import { DIMENSIONS, type Dimension, type Thresholds } from '../model/round.ts';
import { carries, type IssueAggregate } from './aggregate.ts';
import { type Histogram, mean, median, upperMedian, without } from './histogram.ts';
import {
  compareKeys,
  type Impact,
  nearThreshold,
  type Rules,
  rankBy,
  type SortKey,
  severityFloor,
  sortKey,
  type Tier,
  tierOf,
} from './order.ts';
import { suggestLevel } from './suggestion.ts';

/** What decisions rest on: the tier, the suggested level, and being among the first k. */
export const CONCLUSIONS = ['tier', 'level', 'top'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

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

/** A tier or suggested level that hangs on one assessor, by the reading that ranks. */
export interface OtherwiseWithout {
  readonly assessorId: IdOf<'assessors'>;
  readonly tier: Tier;
  readonly level: DecisionLevel | null;
  /** As in `LeftOut`: with the middle pair averaged it keeps both. */
  readonly byUpperMedian: boolean;
}

/** How far an issue's or theme's place, tier and suggested level depend on how the ratings are read. */
export interface Robustness {
  readonly best: number;
  readonly worst: number;
  /** Share of readings in which it is among the first `k`. */
  readonly topShare: number;
  readonly k: number;
  /** Share of readings in which it has the tier that it is given, and the tiers of all readings, 1 first. */
  readonly tierShare: number;
  readonly tiers: readonly Tier[];
  /** The same of the level that the thresholds suggest; null = none. The given one comes first. */
  readonly levelShare: number;
  readonly levels: readonly (DecisionLevel | null)[];
  /** Each assessor left out in turn, by the reading that ranks. */
  readonly leaveOneOut: {
    readonly best: number;
    readonly worst: number;
    /** Those without whom its place is another. */
    readonly moved: readonly LeftOut[];
    /** Those without whom its tier or suggested level is another. */
    readonly changed: readonly OtherwiseWithout[];
  };
}

/** Which of them depend on the reading: a sentence that says a result holds names the one that it means. */
export function dependsOnReading({ tierShare, levelShare, topShare }: Robustness): Conclusion[] {
  const depends = { tier: tierShare < 1, level: levelShare < 1, top: topShare > 0 && topShare < 1 };
  return CONCLUSIONS.filter((conclusion) => depends[conclusion]);
}

/** A move of one aggregated dimension by one step, and what of its issue, or of who is first, it changes. */
export interface CriticalMove {
  readonly issueId: IdOf<'issues'>;
  readonly dimension: Dimension;
  readonly step: 1 | -1;
  readonly changes: readonly Conclusion[];
}

export interface OneStep {
  readonly moves: number;
  /** Moves that leave the tier of the issue, its suggested level, or the first k as they are. */
  readonly kept: Readonly<Record<Conclusion, number>>;
  readonly critical: readonly CriticalMove[];
}

/** A group of issues ranked as its best member, of equals the first; an issue is a group of itself. */
export interface Group {
  readonly id: Id;
  readonly members: readonly Id[];
}

/** By what a round's tiers, order and suggestions are made. */
export interface Lines {
  readonly rules: Rules;
  readonly thresholds: Thresholds;
}

/** The readings; the first one ranks. */
const READINGS: readonly ((counts: Histogram) => number | null)[] = [upperMedian, median, mean];
const AVERAGED = READINGS.indexOf(median);

interface Outcome {
  readonly rank: number;
  readonly tier: Tier;
  readonly level: DecisionLevel | null;
}

/** Outcomes by reading, for nobody and each assessor left out. */
type Tally = Map<Id | null, Outcome[]>;

/** Groups that compete with each other, and how many first ones are spoken of. */
export interface Contest {
  readonly groups: readonly Group[];
  readonly k: number;
  /** Whether its first ones are suggested for close monitoring. */
  readonly competes: boolean;
}

/**
 * What follows under every reading {upper median, median, mean} × {all assessors, each left out in turn} for groups
 * that compete, e.g. issues and themes: what is read is read once (METHOD, Robustness). Issues that nobody judged in a
 * reading stand last in it.
 */
export function robustnessOf(
  aggregates: ReadonlyMap<Id, IssueAggregate>,
  assessorIds: readonly IdOf<'assessors'>[],
  lines: Lines,
  contests: readonly Contest[],
): Map<Id, Robustness>[] {
  const tallies = contests.map(({ groups }) => new Map(groups.map(({ id }): [Id, Tally] => [id, new Map()])));
  const withheld = assessorIds.length > 1 ? assessorIds : [];
  const readers = [...aggregates].map(([id, one]) => [id, readerOf(one)] as const);
  for (const left of [null, ...withheld]) {
    const shown = new Map(readers.map(([id, read]) => [id, severityFloor(read(AVERAGED, left))]));
    READINGS.forEach((_, reading) => {
      const impacts = new Map(readers.map(([id, read]) => [id, read(reading, left)]));
      const keys = new Map([...impacts].map(([id, impact]) => [id, sortKey(impact, lines.rules)]));
      contests.forEach(({ groups, competes }, contest) => {
        for (const { item, rank } of rankGroups(groups, keys)) {
          const tally = tallies[contest]?.get(item.id);
          const best = bestMember(item, keys);
          const impact = best === undefined ? undefined : impacts.get(best);
          if (!tally || best === undefined || !impact) continue;
          const outcomes = tally.get(left) ?? [];
          outcomes[reading] = {
            rank,
            ...followsFrom(impact, shown.get(best) ?? null, competes ? rank : null, lines),
          };
          tally.set(left, outcomes);
        }
      });
    });
  }
  return contests.map(
    ({ k }, contest) =>
      new Map(
        [...(tallies[contest] ?? [])].flatMap(([id, tally]): [Id, Robustness][] => {
          const own = tally.get(null)?.[0];
          return own ? [[id, summary(tally, own, withheld, k)]] : [];
        }),
      ),
  );
}

/** The tier of an impact, and what the thresholds suggest for it. */
function followsFrom(
  impact: Impact,
  shown: number | null,
  rank: number | null,
  { rules, thresholds }: Lines,
): Omit<Outcome, 'rank'> {
  const severity = severityFloor(impact);
  const { tier } = tierOf(impact, rules);
  const figure = severity === null || shown === null ? null : { shown, ranking: severity };
  const closeBelow = nearThreshold(figure, thresholds) === 'below';
  const { level } = suggestLevel({ severity, delay: impact.delay, tier, closeBelow, rank }, thresholds);
  return { tier, level };
}

function summary(tally: Tally, own: Outcome, withheld: readonly IdOf<'assessors'>[], k: number): Robustness {
  const all = [...tally.values()].flat();
  const share = (holds: (outcome: Outcome) => boolean) => all.filter(holds).length / all.length;
  return {
    best: Math.min(...all.map(({ rank }) => rank)),
    worst: Math.max(...all.map(({ rank }) => rank)),
    topShare: share(({ rank }) => rank <= k),
    k,
    tierShare: share(({ tier }) => tier === own.tier),
    tiers: [...new Set(all.map(({ tier }) => tier))].sort(),
    levelShare: share(({ level }) => level === own.level),
    levels: [...new Set(all.map(({ level }) => level))],
    leaveOneOut: leaveOneOut(tally, own, withheld),
  };
}

/**
 * Reads one issue with any assessor left out, as `readImpact` does. What a dimension says without somebody depends on
 * their score alone, so that each reading has one answer a point of the scale, and one with all of them, however many
 * assessors there are.
 */
function readerOf(one: IssueAggregate): (reading: number, left: Id | null) => Impact {
  const answers = READINGS.map((read) =>
    DIMENSIONS.map((dimension) => {
      const { counts } = one.read[dimension];
      return [
        read(counts),
        ...counts.map((count, index) => (count > 0 ? read(without(counts, index + 1)) : null)),
      ];
    }),
  );
  const judged = marks(one, null);
  return (reading, left) => {
    const answer = (dimension: number) => {
      const { by, only } = one.read[DIMENSIONS[dimension] as Dimension];
      if (left !== null && left === only) return null;
      const own = left === null ? 0 : (by.get(left) ?? 0);
      return answers[reading]?.[dimension]?.[own] ?? null;
    };
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

function leaveOneOut(
  tally: Tally,
  own: Outcome,
  withheld: readonly IdOf<'assessors'>[],
): Robustness['leaveOneOut'] {
  const moved: LeftOut[] = [];
  const changed: OtherwiseWithout[] = [];
  const ranks: number[] = [];
  for (const assessorId of withheld) {
    const outcomes = tally.get(assessorId);
    const { rank, tier, level } = outcomes?.[0] ?? own;
    const averaged = outcomes?.[AVERAGED] ?? own;
    ranks.push(rank);
    if (rank !== own.rank) moved.push({ assessorId, rank, byUpperMedian: averaged.rank === own.rank });
    if (tier !== own.tier || level !== own.level)
      changed.push({
        assessorId,
        tier,
        level,
        byUpperMedian: averaged.tier === own.tier && averaged.level === own.level,
      });
  }
  if (ranks.length === 0) ranks.push(own.rank);
  return { best: Math.min(...ranks), worst: Math.max(...ranks), moved, changed };
}

/** Ranks groups by their best member. Members without a key are passed over; a group without any is left out. */
export function rankGroups(groups: readonly Group[], keys: ReadonlyMap<Id, SortKey>) {
  const best = new Map<Id, SortKey>();
  for (const group of groups) {
    const key = keys.get(bestMember(group, keys) ?? '');
    if (key) best.set(group.id, key);
  }
  return rankBy(
    groups.filter((group) => best.has(group.id)),
    (group) => best.get(group.id) as SortKey,
  );
}

/** The member that a group ranks as: of equals the first. */
function bestMember({ members }: Group, keys: ReadonlyMap<Id, SortKey>): Id | undefined {
  let best: Id | undefined;
  for (const member of members) {
    const [key, standing] = [keys.get(member), keys.get(best ?? '')];
    if (key && (!standing || compareKeys(key, standing) < 0)) best = member;
  }
  return best;
}

/** An aggregate as one impact under a reading, with one assessor left out (null = nobody). */
export function readImpact(
  one: IssueAggregate,
  read: (counts: Histogram) => number | null,
  left: Id | null,
): Impact {
  const value = (dimension: Dimension) => {
    const { counts, by, only } = one.read[dimension];
    if (left !== null && left === only) return null;
    const own = left === null ? undefined : by.get(left);
    return read(own === undefined ? counts : without(counts, own));
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
 * Every valid ±1 move of one dimension of one impact, and those that change its tier, what is suggested for it, or which
 * impacts are among the first `k` (a tie at the border is within). A likelihood is moved for potential impacts alone;
 * unknown values are not moved.
 * @param shown the shown severity of each, which tells what is close to the threshold
 */
export function oneStepMoves(
  impacts: ReadonlyMap<Id, Impact>,
  shown: ReadonlyMap<Id, number | null>,
  { k, competes, ...lines }: Lines & Pick<Contest, 'k' | 'competes'>,
): OneStep {
  const keyOf = (impact: Impact) => sortKey(impact, lines.rules);
  const ranked = rankBy([...impacts.keys()], (id) => keyOf(impacts.get(id) as Impact));
  const critical: CriticalMove[] = [];
  let moves = 0;
  for (const { item: id, rank: ownRank } of ranked) {
    const impact = impacts.get(id) as Impact;
    const severity = severityFloor(impact) ?? 0;
    const own = followsFrom(impact, shown.get(id) ?? null, competes ? ownRank : null, lines);
    // The rest keep their order whatever this one does (P9): only who stands at the border matters.
    const rest = ranked.filter((other) => other.item !== id && other.rank <= k + 1);
    for (const dimension of DIMENSIONS) {
      const value = impact[dimension];
      if (value === null || (dimension === 'likelihood' && impact.nature === 'actual')) continue;
      for (const step of [1, -1] as const) {
        if (value + step < 1 || value + step > lines.rules.size) continue;
        moves++;
        const moved = { ...impact, [dimension]: value + step };
        const key = keyOf(moved);
        const rank = rankOfMoved(ranked, id, key);
        const shownThen = (shown.get(id) ?? severity) + (severityFloor(moved) ?? 0) - severity;
        const would = followsFrom(moved, shownThen, competes ? rank : null, lines);
        const changes = {
          tier: would.tier !== own.tier,
          level: would.level !== own.level,
          top: changesTop(rest, { rank: ownRank, key: keyOf(impact) }, { rank, key }, k),
        };
        const changed = CONCLUSIONS.filter((conclusion) => changes[conclusion]);
        if (changed.length > 0) critical.push({ issueId: id, dimension, step, changes: changed });
      }
    }
  }
  const kept = (conclusion: Conclusion) =>
    moves - critical.filter(({ changes }) => changes.includes(conclusion)).length;
  return { moves, kept: { tier: kept('tier'), level: kept('level'), top: kept('top') }, critical };
}

/** The place of an impact that has another key than the one it is ranked by. */
function rankOfMoved(ranked: ReturnType<typeof rankBy<Id>>, id: Id, moved: SortKey): number {
  let before = 0;
  for (const other of ranked) {
    if (other.item === id) continue;
    if (compareKeys(other.key, moved) >= 0) break;
    before++;
  }
  return before + 1;
}

interface Standing {
  readonly rank: number;
  readonly key: SortKey;
}

function changesTop(rest: ReturnType<typeof rankBy<Id>>, was: Standing, is: Standing, k: number): boolean {
  if (is.rank <= k !== was.rank <= k) return true;
  return rest.some((other) => {
    const wasBehind = compareKeys(was.key, other.key) < 0 ? 1 : 0;
    const isBehind = compareKeys(is.key, other.key) < 0 ? 1 : 0;
    return other.rank <= k !== other.rank - wasBehind + isBehind <= k;
  });
}
