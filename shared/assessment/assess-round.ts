import type { Id } from '../model/basics.ts';
import type { Voice } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, type Category, type Issue } from '../model/issue.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rating } from '../model/rating.ts';
import {
  DIMENSIONS,
  type Dimension,
  type Round,
  SEVERITY_DIMENSIONS,
  type SeverityDimension,
} from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { aggregate, type DimensionSummary, hasJudged, type IssueAggregate } from './aggregate.ts';
import { krippendorffAlpha } from './agreement.ts';
import { type Badge, badgesOf, carriageFrom } from './badges.ts';
import { type Concordance, kendallW } from './concordance.ts';
import { stateOfRound } from './frozen.ts';
import { groupBy } from './group.ts';
import { type GroupView, groupViews } from './group-views.ts';
import { type Histogram, histogram, median, upperMedian } from './histogram.ts';
import { type MinorityView, minorityViews } from './minority.ts';
import {
  decidingDimensions,
  decidingRule,
  type Impact,
  type OrderRule,
  profile,
  rankBy,
  severityFloor,
  sortKey,
  type Tier,
  type TierRule,
  tierOf,
} from './order.ts';
import {
  type OneStep,
  oneStepMoves,
  type Robustness,
  rankGroups,
  readImpact,
  robustnessOf,
} from './robustness.ts';
import { type Suggestion, suggestLevel } from './suggestion.ts';
import { countVoices, type Hearing, type StakeholderVoice } from './voice.ts';

/** A figure in its three readings. */
export interface Figure {
  /** Of medians (middle pair averaged): shown. */
  readonly shown: number;
  /** Of upper medians: ranks. */
  readonly ranking: number;
}

/** Lowest and highest score given. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface IssueAssessment {
  readonly issueId: IdOf<'issues'>;
  readonly category: Category;
  /** Position in the list of results, from 1; among ties the order of the issue list. */
  readonly position: number;
  /** Place in the salience order; equals share it. Null = nobody has judged the issue. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** What set it behind the one before it in the list; null for the first and the unrated. */
  readonly behindBy: OrderRule | null;

  /** Tier; of incomplete ratings the tier it is in at least. Null = nobody has judged the issue. */
  readonly tier: Tier | null;
  readonly tierRule: TierRule | null;
  /** The tier if every missing dimension turned out to be a 5. */
  readonly possibleTier: Tier | null;
  readonly complete: boolean;
  readonly missing: readonly Dimension[];

  /** Highest of the three; null while one of them is missing (METHOD: no figure, only a floor). */
  readonly severity: Figure | null;
  /** Highest of what is known; equals `severity` where that is known. */
  readonly severityFloor: Figure | null;
  /** The assessors' range on the dimensions that decide severity; contains both readings. For whiskers. */
  readonly severityRange: Range | null;
  /** Mean of the three medians, for comparison alone. */
  readonly severityMean: number | null;
  /** Upper medians, highest first: what the order compared. */
  readonly profile: readonly number[];
  /** Dimensions that hold the highest value: `[scope]` alone means "severe by scope only". */
  readonly deciding: readonly SeverityDimension[];
  /** Null for an actual impact, and while nobody rated it. */
  readonly likelihood: Figure | null;
  readonly dimensions: Readonly<Record<Dimension, DimensionSummary>>;
  readonly nature: 'actual' | 'potential';
  readonly actualVotes: number;
  readonly delay: boolean;
  readonly delayVotes: number;
  /** Assessors who gave any judgement. */
  readonly raters: number;

  /** Shown severity within the band around the threshold of tier 1; the side is by the ranking severity. */
  readonly near: 'above' | 'below' | null;
  readonly divided: boolean;
  readonly dividedOn: readonly Dimension[];
  readonly robustness: Robustness | null;
  /** Whether it is among the first k depends on the reading: it must look uncertain. */
  readonly uncertain: boolean;

  readonly voice: StakeholderVoice;
  readonly suggestion: Suggestion;

  /** What decides the response, never the rank. */
  readonly connection: Readonly<Record<'cause' | 'contribute' | 'directly-linked', number>>;
  readonly leverage: number | null;
  readonly businessEffect: number | null;
  /** The assessors' range on it; null while nobody rated it. */
  readonly businessRange: Range | null;
  /** Median of the assessors' confidence, 1–3. */
  readonly confidence: number | null;

  /** Medians of those affected, experts and the company's own people; groups without an assessor are left out. */
  readonly groups: readonly GroupView[];
  /** Who stands apart, with their reasons. */
  readonly minority: readonly MinorityView[];
  /** What a reader must know of the dot; none of an issue that nobody judged. */
  readonly badges: readonly Badge[];
}

export interface ThemeAssessment {
  readonly themeId: IdOf<'themes'>;
  /** Members that are in the round. */
  readonly memberIds: readonly Id[];
  /** The member it ranks as. */
  readonly bestIssueId: Id | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly tier: Tier | null;
  readonly severityFloor: Figure | null;
  readonly robustness: Robustness | null;
  readonly suggestion: Suggestion;
}

export interface AssessorProgress {
  readonly assessorId: IdOf<'assessors'>;
  readonly name: string;
  readonly voice: Voice;
  /** Dimensions answered (a score or "can't judge") and asked, over all issues of the round. */
  readonly answered: number;
  readonly asked: number;
  /** Scores of 4 or 5 without a rationale. */
  readonly unexplained: number;
  /** Issues of which anything was judged. */
  readonly issues: number;
}

/** What follows from a round, as plain data: views, report and command line all read this. */
export interface RoundAssessment {
  readonly round: Round;
  /** In salience order; what nobody has judged stands last, in the order of the issue list. */
  readonly issues: readonly IssueAssessment[];
  /** By rank. */
  readonly themes: readonly ThemeAssessment[];
  readonly assessors: readonly AssessorProgress[];
  /** Krippendorff's alpha, ordinal, by dimension; null = undefined. */
  readonly agreement: Readonly<Record<Dimension, number | null>>;
  /** Kendall's W over the sums of the three severity scores, of issues that all who rated anything rated whole. */
  readonly concordance: Concordance | null;
  readonly oneStep: OneStep;
  /** Number of first issues that `oneStep` and the issues' robustness speak of. */
  readonly topIssues: number;
  readonly hearing: Hearing;
  readonly counts: {
    readonly issues: number;
    readonly complete: number;
    readonly incomplete: number;
    readonly unrated: number;
    readonly divided: number;
  };
}

/** How many first issues the robustness of issues speaks of; half of a short list. */
function topIssuesOf(issues: number): number {
  return Math.max(1, Math.min(5, Math.floor(issues / 2)));
}

/** The tables that an assessment reads. `records`: those of the round, and of the one it is based on. */
export type AssessedTables = Pick<
  WorkspaceState,
  | 'rounds'
  | 'records'
  | 'ratings'
  | 'issues'
  | 'themes'
  | 'participants'
  | 'turns'
  | 'passages'
  | 'codings'
  | 'advice'
>;

/**
 * Everything METHOD.md derives from a round's ratings and its dialogues (method version `severity-first-1`). A closed
 * round is read from its record (`stateOfRound`), so that nobody who asks has to think of it.
 * Pure: the same state gives the same result.
 * @throws ProblemError `row-missing` when the state has no such round
 */
export function assessRound(live: AssessedTables, roundId: IdOf<'rounds'>): RoundAssessment {
  return assessState(stateOfRound(live, roundId), roundId, live);
}

/**
 * Assesses a round by the rows given, closed or not: for records of other moments and for ratings read anew.
 * @param earlier where the round that this one is based on is looked up
 * @param robust false: nothing is said of robustness, which is most of the work
 */
export function assessState(
  state: Omit<AssessedTables, 'records'>,
  roundId: IdOf<'rounds'>,
  earlier: AssessedTables,
  robust = true,
): RoundAssessment {
  const round = state.rounds.find((one) => one.id === roundId);
  if (!round) throw new ProblemError('row-missing', { table: 'rounds', id: roundId });
  const { severe, nearBand } = round.thresholds;
  const inRound = new Set(round.issueIds);
  const issues = state.issues.filter((issue) => inRound.has(issue.id)).sort(byList);
  const assessorIds = round.assessors.map((assessor) => assessor.id);
  const ratings = state.ratings.filter((rating) => rating.roundId === roundId);
  const ratingsByIssue = groupBy(ratings, (rating) => rating.issueId);
  const voices = countVoices(state, round.dialogueIds);
  const carriage = round.basedOn === null ? null : carriageFrom(round, stateOfRound(earlier, round.basedOn));
  const heardSince =
    carriage &&
    countVoices(
      state,
      round.dialogueIds.filter((id) => !carriage.round.dialogueIds.includes(id)),
    );

  const aggregates = new Map(
    issues.map((issue) => [issue.id, aggregate(assessorIds, ratingsByIssue.get(issue.id) ?? [])]),
  );
  const rated = issues.filter((issue) => (aggregates.get(issue.id)?.raters ?? 0) > 0);
  const impacts = new Map(rated.map((issue) => [issue.id, impactOf(aggregates.get(issue.id))]));
  const ratedAggregates = new Map([...aggregates].filter(([, one]) => one.raters > 0));
  const ranked = rankBy(rated, (issue) => sortKey(impacts.get(issue.id) as Impact, severe));

  const topIssues = topIssuesOf(issues.length);
  const groups = state.themes
    .map((theme) => ({
      id: theme.id,
      order: theme.order,
      members: theme.issueIds.filter((id) => inRound.has(id) && aggregates.has(id)),
    }))
    .filter((group) => group.members.length > 0)
    .sort((a, b) => a.order - b.order);
  const keys = new Map([...impacts].map(([id, impact]) => [id, sortKey(impact, severe)]));
  const rankedThemes = rankGroups(groups, keys);
  const [ofIssues = new Map(), ofThemes = new Map()] = robust
    ? robustnessOf(ratedAggregates, assessorIds, severe, [
        { groups: rated.map(({ id }) => ({ id, members: [id] })), k: topIssues },
        { groups, k: round.thresholds.topThemes },
      ])
    : [];

  const listed = [...ranked.map(({ item }) => item), ...issues.filter((issue) => !impacts.has(issue.id))];
  const results = listed.map((issue, index): IssueAssessment => {
    const own = ranked[index];
    const before = ranked[index - 1];
    const one = aggregates.get(issue.id) as IssueAggregate;
    const { votes: _, ...printed } = one;
    const impact = impacts.get(issue.id) ?? impactOf(one);
    const shownImpact = readImpact(one, median, null);
    const tier = own ? tierOf(impact, round.thresholds) : null;
    const floor = figure(severityFloor(shownImpact), severityFloor(impact));
    const missing = tier?.missing ?? [...DIMENSIONS];
    const severityKnown = SEVERITY_DIMENSIONS.every((dimension) => impact[dimension] !== null);
    const near =
      floor && Math.abs(floor.shown - severe) <= nearBand
        ? floor.ranking >= severe
          ? 'above'
          : 'below'
        : null;
    const robustness = ofIssues.get(issue.id) ?? null;
    const ownRatings = ratingsByIssue.get(issue.id) ?? [];
    const divided = SEVERITY_DIMENSIONS.some((dimension) => one.dimensions[dimension].divided);
    const likelihood = impact.nature === 'actual' ? null : figure(shownImpact.likelihood, impact.likelihood);
    const voice = voices.of(issue.id);
    const business = histogram(ownRatings.map((rating) => rating.businessEffect).filter(isKnown));
    return {
      ...printed,
      issueId: issue.id,
      category: issue.category,
      position: index + 1,
      rank: own?.rank ?? null,
      tied: own?.tied ?? false,
      behindBy: own && before ? decidingRule(before.key, own.key) : null,
      tier: tier?.tier ?? null,
      tierRule: tier?.rule ?? null,
      possibleTier: tier?.possible ?? null,
      complete: own !== undefined && missing.length === 0,
      missing,
      severity: severityKnown ? floor : null,
      severityFloor: floor,
      severityRange: rangeOver(decidingDimensions(impact).map((dimension) => one.dimensions[dimension])),
      severityMean: severityKnown ? meanOfThree(shownImpact) : null,
      profile: profile(impact),
      deciding: decidingDimensions(impact),
      likelihood,
      near,
      divided,
      dividedOn: DIMENSIONS.filter((dimension) => one.dimensions[dimension].divided),
      robustness,
      uncertain: robustness !== null && robustness.topShare > 0 && robustness.topShare < 1,
      voice,
      suggestion: suggestLevel(
        {
          severity: floor?.ranking ?? null,
          delay: one.delay,
          tier: tier?.tier ?? null,
          closeBelow: near === 'below',
          rank: groups.length === 0 ? (own?.rank ?? null) : null,
        },
        round.thresholds,
      ),
      connection: countConnections(ownRatings),
      leverage: medianOf(ownRatings.map((rating) => rating.leverage)),
      businessEffect: median(business),
      businessRange: rangeOf(business),
      confidence: medianOf(ownRatings.map((rating) => rating.confidence)),
      groups: groupViews(round.assessors, one.dimensions),
      minority: minorityViews(one.dimensions, ownRatings),
      badges: own
        ? badgesOf(
            {
              ratings: ownRatings,
              voice,
              divided,
              severity: floor?.ranking ?? null,
              delay: one.delay,
              nature: one.nature,
              likelihood: likelihood?.ranking ?? null,
              carried:
                carriage?.carried(issue.id, ownRatings) === true && heardSince?.of(issue.id).passages === 0,
            },
            round.thresholds,
          )
        : [],
    };
  });

  return {
    round,
    issues: results,
    themes: themeResults(groups, rankedThemes, results, {
      round,
      robust: ofThemes,
    }),
    assessors: progress(round, ratings, issues.length),
    agreement: agreement(assessorIds, [...aggregates.values()]),
    concordance: concordance(assessorIds, [...ratedAggregates.values()]),
    oneStep: robust ? oneStepMoves(impacts, severe, topIssues) : { moves: 0, kept: 0, critical: [] },
    topIssues,
    hearing: voices.hearing,
    counts: {
      issues: issues.length,
      complete: results.filter((issue) => issue.complete).length,
      incomplete: results.filter((issue) => issue.rank !== null && !issue.complete).length,
      unrated: results.filter((issue) => issue.rank === null).length,
      divided: results.filter((issue) => issue.divided).length,
    },
  };
}

/** The order of the issue list: by category, then as the office arranged them. */
function byList(a: Issue, b: Issue): number {
  return (
    CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
    a.order - b.order ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The latest round by fiscal year, then by creation; undefined where there is none. */
export function latestRound(rounds: readonly Round[]): Round | undefined {
  return [...rounds].sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1))[0];
}

function impactOf(one: IssueAggregate | undefined): Impact {
  if (!one) throw new Error('an issue without aggregate');
  return readImpact(one, upperMedian, null);
}

function figure(shown: number | null, ranking: number | null): Figure | null {
  return shown === null || ranking === null ? null : { shown, ranking };
}

function rangeOver(summaries: readonly DimensionSummary[]): Range | null {
  const known = summaries.flatMap(({ min, max }) => (min === null || max === null ? [] : [{ min, max }]));
  if (known.length === 0) return null;
  return { min: Math.min(...known.map(({ min }) => min)), max: Math.max(...known.map(({ max }) => max)) };
}

function meanOfThree(impact: Impact): number | null {
  const { scale, scope, irremediability } = impact;
  return scale === null || scope === null || irremediability === null
    ? null
    : (scale + scope + irremediability) / 3;
}

function rangeOf(counts: Histogram): Range | null {
  const lowest = counts.findIndex((count) => count > 0);
  return lowest < 0 ? null : { min: lowest + 1, max: counts.findLastIndex((count) => count > 0) + 1 };
}

function isKnown<T>(value: T | null): value is T {
  return value !== null;
}

function medianOf(values: readonly (number | null)[]): number | null {
  return median(histogram(values.filter((value) => value !== null)));
}

function countConnections(ratings: readonly Rating[]): IssueAssessment['connection'] {
  const counts = { cause: 0, contribute: 0, 'directly-linked': 0 };
  for (const { connection } of ratings) if (connection !== null) counts[connection]++;
  return counts;
}

function themeResults(
  groups: readonly { readonly id: Id; readonly members: readonly Id[] }[],
  ranked: ReturnType<typeof rankGroups>,
  issues: readonly IssueAssessment[],
  { round, robust }: { round: Round; robust: ReadonlyMap<Id, Robustness> },
): ThemeAssessment[] {
  const rankOf = new Map(ranked.map((one) => [one.item.id, one]));
  const place = (id: Id) => rankOf.get(id)?.rank ?? Infinity;
  return [...groups]
    .sort((a, b) => place(a.id) - place(b.id) || 0)
    .map((group) => {
      const own = rankOf.get(group.id);
      // Issues stand in salience order: the first member met is the best.
      const best = own ? issues.find((issue) => group.members.includes(issue.issueId)) : undefined;
      return {
        themeId: group.id,
        memberIds: group.members,
        bestIssueId: best?.issueId ?? null,
        rank: own?.rank ?? null,
        tied: own?.tied ?? false,
        tier: best?.tier ?? null,
        severityFloor: best?.severityFloor ?? null,
        robustness: own ? (robust.get(group.id) ?? null) : null,
        suggestion: suggestLevel(
          {
            severity: best?.severityFloor?.ranking ?? null,
            delay: best?.delay ?? false,
            tier: best?.tier ?? null,
            closeBelow: best?.near === 'below',
            rank: own?.rank ?? null,
          },
          round.thresholds,
        ),
      };
    });
}

function progress(round: Round, ratings: readonly Rating[], issues: number): AssessorProgress[] {
  const inRound = new Set(round.issueIds);
  const byAssessor = groupBy(
    ratings.filter((rating) => inRound.has(rating.issueId)),
    (rating) => rating.assessorId,
  );
  return round.assessors.map(({ id, name, voice }) => {
    const own = byAssessor.get(id) ?? [];
    let answered = 0;
    let asked = issues * DIMENSIONS.length;
    for (const rating of own) {
      if (rating.nature === 'actual') asked--;
      answered += askedDimensions(rating).filter(
        (dimension) => rating[dimension] !== null || rating.abstained.includes(dimension),
      ).length;
    }
    return {
      assessorId: id,
      name,
      voice,
      answered,
      asked,
      unexplained: own.filter(needsRationale).length,
      issues: own.filter(hasJudged).length,
    };
  });
}

/** Dimensions that a rating is asked for: the likelihood of an actual impact is not. */
export function askedDimensions(rating: Pick<Rating, 'nature'>): readonly Dimension[] {
  return rating.nature === 'actual' ? SEVERITY_DIMENSIONS : DIMENSIONS;
}

/** A grave score needs its reason: 4 or 5 on a severity dimension and no rationale. */
export function needsRationale(rating: Rating): boolean {
  return (
    rating.rationale.trim() === '' && SEVERITY_DIMENSIONS.some((dimension) => (rating[dimension] ?? 0) >= 4)
  );
}

function agreement(
  assessorIds: readonly IdOf<'assessors'>[],
  aggregates: readonly IssueAggregate[],
): Record<Dimension, number | null> {
  const of = (dimension: Dimension) =>
    krippendorffAlpha(
      aggregates.map(({ dimensions }) => {
        const byAssessor = new Map(
          dimensions[dimension].scores.map(({ assessorId, value }) => [assessorId, value]),
        );
        return assessorIds.map((id) => byAssessor.get(id) ?? null);
      }),
      'ordinal',
    );
  return {
    scale: of('scale'),
    scope: of('scope'),
    irremediability: of('irremediability'),
    likelihood: of('likelihood'),
  };
}

function concordance(
  assessorIds: readonly IdOf<'assessors'>[],
  aggregates: readonly IssueAggregate[],
): Concordance | null {
  const sums = new Map<Id, (number | undefined)[]>();
  aggregates.forEach(({ dimensions }, issue) => {
    const found = new Map<Id, { sum: number; n: number }>();
    for (const dimension of SEVERITY_DIMENSIONS)
      for (const { assessorId, value } of dimensions[dimension].scores) {
        const own = found.get(assessorId) ?? { sum: 0, n: 0 };
        found.set(assessorId, { sum: own.sum + value, n: own.n + 1 });
      }
    for (const [assessorId, { sum, n }] of found) {
      const own = sums.get(assessorId) ?? new Array<number | undefined>(aggregates.length).fill(undefined);
      if (n === SEVERITY_DIMENSIONS.length) own[issue] = sum;
      sums.set(assessorId, own);
    }
  });
  const rows = assessorIds.flatMap((id) => {
    const own = sums.get(id);
    return own ? [own] : [];
  });
  const whole = aggregates.flatMap((_, issue) =>
    rows.every((row) => row[issue] !== undefined) ? [issue] : [],
  );
  return kendallW(rows.map((row) => whole.map((issue) => row[issue] ?? 0)));
}
