import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { origins, successors } from '../model/lineage.ts';
import { ProblemError } from '../model/problem.ts';
import { DIMENSIONS, type Dimension, type Round } from '../model/round.ts';
import type { ScaleSize } from '../model/scale.ts';
import type { Rows } from '../model/tables.ts';
import {
  type AssessedTables,
  assessState,
  type Figure,
  type IssueAssessment,
  type RoundAssessment,
} from './assess-round.ts';
import { type OrderAgreement, orderAgreement } from './concordance.ts';
import { discussionsOf, isUnlogged, samePanel } from './discussions.ts';
import { besideRound, stateOfRound } from './frozen.ts';
import { type Rules, rulesOf, type SortKey, sameRules, sortKey, type Tier } from './order.ts';
import { type Group, rankGroups } from './robustness.ts';

/** Where an issue stood in a round, in the terms of the later round's method. */
export interface Place {
  /** Null while a dimension is missing; `severityFloor` then holds what is known. */
  readonly severity: Figure | null;
  readonly severityFloor: Figure | null;
  readonly likelihood: Figure | null;
  readonly nature: 'actual' | 'potential';
  readonly delay: boolean;
  readonly tier: Tier | null;
  readonly rank: number | null;
}

/** What became of an issue on the list. */
export type ListMove =
  | { readonly kind: 'kept' }
  /** It was not in the earlier round, nor anything that was merged into it since. */
  | { readonly kind: 'entered' }
  /** `fromIds` of the earlier round were merged into it, itself among them where it was there. */
  | { readonly kind: 'merged'; readonly fromIds: readonly IdOf<'issues'>[] }
  /** It was split off from an issue of the earlier round: `from` is that issue's place. */
  | { readonly kind: 'split'; readonly fromId: IdOf<'issues'> }
  /** It is not in the later round: taken off the list after a year, or merely not assessed. */
  | { readonly kind: 'left'; readonly retiredAfter: number | null };

/**
 * How many places of a move come from what; they add up to `to.rank − from.rank`, where `from` is as it was printed.
 * Negative = towards the top.
 */
export interface RankMove {
  readonly score: number;
  readonly method: number;
  readonly list: number;
}

export interface IssueChange {
  /** The later round's issue; of one that left, the earlier's. */
  readonly issueId: IdOf<'issues'>;
  /** Of several that were merged the gravest; null = it entered, or nobody had judged it. */
  readonly from: Place | null;
  readonly to: Place | null;
  /** `from` was read anew by the later round's method or thresholds (METHOD, Lenses; ESRS 2 48 g, 53 h). */
  readonly restated: boolean;
  /** What the change is made of; empty = nothing changed. */
  readonly moved: readonly ('score' | 'method' | 'list')[];
  readonly list: ListMove;
  /** Null where one of the two has no rank. */
  readonly ranks: RankMove | null;
}

export interface RoundChange {
  readonly earlierId: Id;
  readonly laterId: Id;
  /** Same version of the rules. Otherwise an arrow may be drawn from restated places alone. */
  readonly sameMethod: boolean;
  /** The lines of tiers and order are the same. */
  readonly sameThresholds: boolean;
  /** The earlier ratings were read by the later method and thresholds, because one of the two differs. */
  readonly restated: boolean;
  /**
   * Of how many points the two scales are, where they differ: then nothing of the one can be told in terms of the other. Each
   * issue stands as its own round placed it, nothing is a move, and only what became of the list is compared. Null = one scale.
   */
  readonly scales: { readonly earlier: ScaleSize; readonly later: ScaleSize } | null;
  /** Dimensions whose levels are worded differently: their scores are not of one scale, and no reading can undo that. */
  readonly reworded: readonly Dimension[];
  /** In the later round's salience order, then what left. */
  readonly issues: readonly IssueChange[];
  /** How alike the two orders of the issues in both are. */
  readonly order: OrderAgreement;
}

/** The round that a round is compared with: the one it began with, or the latest of an earlier fiscal year. */
export function earlierRound(rounds: readonly Round[], round: Round): Round | undefined {
  return (
    rounds.find(({ id }) => id === round.basedOn) ??
    rounds
      .filter((one) => one.id !== round.id && one.fiscalYear < round.fiscalYear)
      .sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1))[0]
  );
}

/**
 * What changed from one round to another. Each round is read as it sees the workspace (a closed one from its record);
 * which issues became one is told by the later round's list.
 * @throws ProblemError `row-missing`
 */
export function changeBetween(live: AssessedTables, earlierId: Id, laterId: Id): RoundChange {
  const beside = besideRound(live, laterId);
  // A round that it was not signed off with can still be looked at beside it, as it is now.
  const state = beside.rounds.some(({ id }) => id === earlierId) ? beside : live;
  return compare(
    state,
    { state: stateOfRound(state, earlierId), roundId: earlierId },
    { state: stateOfRound(state, laterId), roundId: laterId },
  );
}

/**
 * What the last discussion changed: the ratings as they were when all were shown, against those at its end or, while it
 * lasts, of now. Both are kept; a Delphi round stops when little changes any more (METHOD-SOURCES 2.4). Only who was
 * there before and counts now is read: who came, left or recused themselves meanwhile is no change of a rating.
 * @returns null where the round was not discussed yet
 */
export function changeInDiscussion(state: AssessedTables, roundId: IdOf<'rounds'>): RoundChange | null {
  const last = discussionsOf(state, roundId).at(-1);
  if (!last) return null;
  const { before, after } = last;
  const live = stateOfRound(state, roundId).rounds.find(({ id }) => id === roundId);
  if (live && isUnlogged(live)) return compare(state, { state: before, roundId }, { state: after, roundId });
  const [then, now] = samePanel(state, { state: before, roundId }, { state: after, roundId });
  return compare(state, then, now);
}

interface Side {
  readonly state: AssessedTables;
  readonly roundId: IdOf<'rounds'>;
}

function compare(live: AssessedTables, before: Side, after: Side): RoundChange {
  const then = roundOf(before);
  const later = assessState(after.state, after.roundId, live, { robust: false });
  const { round, rules } = later;
  // A round before its discussion is the same round, whatever stage it was in: the rules are one.
  const thenBy =
    before.roundId === after.roundId ? { ...rulesOf(then), version: rules.version } : rulesOf(then);
  const scales = thenBy.size === rules.size ? null : { earlier: thenBy.size, later: rules.size };
  const restated = !scales && !sameRules(thenBy, rules);
  const printed = assessState(before.state, before.roundId, live, { robust: false, rules: thenBy });
  const earlier = restated
    ? assessState(readBy(before.state, before.roundId, round), before.roundId, live, { robust: false, rules })
    : printed;

  const lineage = new Lineage(after.state.issues, later, earlier);
  const groups = lineage.groups;
  const common = {
    before: ranksOf(groups, keysOf(earlier, rules)),
    after: ranksOf(
      groups.map(({ id }) => ({ id, members: [id] })),
      keysOf(later, rules),
    ),
  };
  const printedRanks = new Map(printed.issues.map(({ issueId, rank }) => [issueId, rank]));

  const issues = later.issues.map((one): IssueChange => {
    const members = lineage.before(one.issueId);
    const splitFrom = lineage.splitFrom(one.issueId);
    const from = earlier.issues.find(({ issueId }) => members.includes(issueId) || issueId === splitFrom);
    const list: ListMove =
      splitFrom !== undefined
        ? { kind: 'split', fromId: splitFrom }
        : members.length === 0
          ? { kind: 'entered' }
          : members.length === 1 && members[0] === one.issueId
            ? { kind: 'kept' }
            : { kind: 'merged', fromIds: members };
    const ranks =
      from && !scales
        ? rankMove(
            printedRanks.get(from.issueId) ?? null,
            from.rank,
            common.before.get(one.issueId),
            common.after.get(one.issueId),
            one.rank,
          )
        : null;
    return {
      issueId: one.issueId,
      from: from ? placeOf(from) : null,
      to: placeOf(one),
      restated: from !== undefined && restated,
      moved: scales ? listMoved(list) : movedBy(from, one, list, ranks, tierOfPrinted(printed, from)),
      list,
      ranks,
    };
  });
  const left = earlier.issues
    .filter(({ issueId }) => !lineage.isIn(issueId))
    .map(
      (one): IssueChange => ({
        issueId: one.issueId,
        from: placeOf(one),
        to: null,
        restated,
        moved: ['list'],
        list: {
          kind: 'left',
          retiredAfter: after.state.issues.find(({ id }) => id === one.issueId)?.retiredAfter ?? null,
        },
        ranks: null,
      }),
    );
  const pairs = groups.flatMap(({ id }) => {
    const [was, is] = [common.before.get(id), common.after.get(id)];
    return was === undefined || is === undefined ? [] : [[was, is] as const];
  });
  return {
    earlierId: before.roundId,
    laterId: after.roundId,
    sameMethod: thenBy.version === rules.version,
    sameThresholds: thenBy.severe === rules.severe && thenBy.likely === rules.likely,
    restated,
    scales,
    reworded: DIMENSIONS.filter(
      (dimension) =>
        !scales && JSON.stringify(then.scaleTexts[dimension]) !== JSON.stringify(round.scaleTexts[dimension]),
    ),
    issues: [...issues, ...left],
    order: orderAgreement(scales ? [] : pairs),
  };
}

function roundOf({ state, roundId }: Side): Round {
  const round = state.rounds.find(({ id }) => id === roundId);
  if (!round) throw new ProblemError('row-missing', { table: 'rounds', id: roundId });
  return round;
}

/** The state with the round's ratings to be read by another round's thresholds. */
function readBy(state: AssessedTables, roundId: IdOf<'rounds'>, { thresholds }: Round): AssessedTables {
  return {
    ...state,
    rounds: state.rounds.map((one) => (one.id === roundId ? { ...one, thresholds } : one)),
  };
}

/** Which issues of the earlier round a later one is made of. */
class Lineage {
  readonly #into = new Map<Id, Id>();
  readonly #members = new Map<Id, Id[]>();
  readonly #splitFrom = new Map<Id, Id>();

  constructor(list: readonly Rows['issues'][], later: RoundAssessment, earlier: RoundAssessment) {
    const issues = new Map(list.map((issue) => [issue.id, issue]));
    const kinOf = (id: Id) => issues.get(id);
    const now = new Set(later.issues.map(({ issueId }) => issueId));
    const then = new Set(earlier.issues.map(({ issueId }) => issueId));
    for (const { issueId } of earlier.issues) {
      const heir = [...successors(kinOf, issueId)].find((id) => now.has(id));
      if (heir === undefined) continue;
      this.#into.set(issueId, heir);
      this.#members.set(heir, [...(this.#members.get(heir) ?? []), issueId]);
    }
    for (const { issueId } of later.issues) {
      const origin = [...origins(kinOf, issueId)].find((id) => then.has(id));
      if (origin !== undefined && !this.#members.has(issueId)) this.#splitFrom.set(issueId, origin);
    }
  }

  /** The issue of the earlier round that a later one was split off from; undefined = it was not. */
  splitFrom(issueId: IdOf<'issues'>): Id | undefined {
    return this.#splitFrom.get(issueId);
  }

  /** Issues of the later round with those of the earlier one that they are made of. */
  get groups(): Group[] {
    return [...this.#members].map(([id, members]) => ({ id, members }));
  }

  before(issueId: IdOf<'issues'>): readonly Id[] {
    return this.#members.get(issueId) ?? [];
  }

  isIn(earlierIssueId: Id): boolean {
    return this.#into.has(earlierIssueId);
  }
}

function keysOf({ issues }: RoundAssessment, rules: Rules): Map<Id, SortKey> {
  return new Map(
    issues.filter(({ rank }) => rank !== null).map((one) => [one.issueId, sortKey(one.impact, rules)]),
  );
}

function ranksOf(groups: readonly Group[], keys: ReadonlyMap<Id, SortKey>): Map<Id, number> {
  return new Map(rankGroups(groups, keys).map(({ item, rank }) => [item.id, rank]));
}

/**
 * Takes a move of places apart: reading the old ratings by the new method, keeping only what both rounds hold, the new
 * ratings, and putting back what came in.
 */
function rankMove(
  printed: number | null,
  restated: number | null,
  commonBefore: number | undefined,
  commonAfter: number | undefined,
  now: number | null,
): RankMove | null {
  if (printed === null || restated === null || now === null) return null;
  if (commonBefore === undefined || commonAfter === undefined) return null;
  return {
    method: restated - printed,
    list: commonBefore - restated + (now - commonAfter),
    score: commonAfter - commonBefore,
  };
}

function placeOf(one: IssueAssessment): Place | null {
  if (one.rank === null) return null;
  const { severity, severityFloor, likelihood, nature, delay, tier, rank } = one;
  return { severity, severityFloor, likelihood, nature, delay, tier, rank };
}

function listMoved({ kind }: ListMove): IssueChange['moved'] {
  return kind === 'kept' ? [] : ['list'];
}

function tierOfPrinted(printed: RoundAssessment, from: IssueAssessment | undefined): Tier | null {
  return printed.issues.find(({ issueId }) => issueId === from?.issueId)?.tier ?? null;
}

function movedBy(
  from: IssueAssessment | undefined,
  to: IssueAssessment,
  list: ListMove,
  ranks: RankMove | null,
  printedTier: Tier | null,
): IssueChange['moved'] {
  if (!from) return ['list'];
  const judged = (one: IssueAssessment) =>
    JSON.stringify([
      DIMENSIONS.map((dimension) => [one.dimensions[dimension].median, one.dimensions[dimension].upper]),
      one.nature,
      one.delay,
    ]);
  const causes: Record<IssueChange['moved'][number], boolean> = {
    score: judged(from) !== judged(to),
    method: (ranks !== null && ranks.method !== 0) || printedTier !== from.tier,
    list: list.kind !== 'kept' || (ranks !== null && ranks.list !== 0),
  };
  return (['score', 'method', 'list'] as const).filter((cause) => causes[cause]);
}
