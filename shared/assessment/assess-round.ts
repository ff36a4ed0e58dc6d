import { groupBy } from '../group.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, type Issue } from '../model/issue.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rating } from '../model/rating.ts';
import type { Dimension, Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { aggregate, type IssueAggregate } from './aggregate.ts';
import { assessIssue, type IssueAssessment, impactOf } from './assess-issue.ts';
import { assessThemes, type ThemeAssessment, themeGroups } from './assess-themes.ts';
import { carriageFrom } from './badges.ts';
import type { Concordance } from './concordance.ts';
import { besideRound, stateOfRound } from './frozen.ts';
import { median } from './histogram.ts';
import { type Rules, rankBy, rulesOf, type SortKey, severityFloor, sortKey } from './order.ts';
import { countedRatings, isRecused, panelOf } from './panel.ts';
import { agreementByDimension, severityConcordance } from './panel-agreement.ts';
import { type AssessorProgress, assessorProgress } from './progress.ts';
import { type OneStep, oneStepMoves, readImpact, robustnessOf } from './robustness.ts';
import { countVoices, type Hearing } from './voice.ts';

export type { IssueAssessment, Range } from './assess-issue.ts';
export type { Figure } from './order.ts';

/** What follows from a round, as plain data: views, report and command line all read this. */
export interface RoundAssessment {
  readonly round: Round;
  readonly rules: Rules;
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
 * Everything METHOD.md derives from a round's ratings and its dialogues, by the round's rules (`rulesOf`). A closed
 * round is read from its record (`stateOfRound`), so that nobody who asks has to think of it.
 * Pure: the same state gives the same result.
 * @throws ProblemError `row-missing` when the state has no such round
 */
export function assessRound(live: AssessedTables, roundId: IdOf<'rounds'>): RoundAssessment {
  const state = stateOfRound(live, roundId);
  return assessState(state, roundId, besideRound(live, roundId, state));
}

export interface Assessing {
  /** False: nothing is said of robustness, which is most of the work. */
  readonly robust?: boolean;
  /** By which the ratings are read; absent = the round's own. */
  readonly rules?: Rules;
}

/**
 * Assesses a round by the rows given, closed or not: for records of other moments and for ratings read anew.
 * @param earlier where the round that this one is based on is looked up
 */
export function assessState(
  state: Omit<AssessedTables, 'records'>,
  roundId: IdOf<'rounds'>,
  earlier: AssessedTables,
  { robust = true, rules: by }: Assessing = {},
): RoundAssessment {
  const round = state.rounds.find((one) => one.id === roundId);
  if (!round) throw new ProblemError('row-missing', { table: 'rounds', id: roundId });
  const rules = by ?? rulesOf(round);
  const { topThemes } = round.thresholds;
  const listed = new Set(round.issueIds);
  const issues = state.issues.filter((issue) => listed.has(issue.id)).sort(byList);
  const assessorIds = panelOf(round).map((assessor) => assessor.id);
  const ratings = countedRatings(round, state.ratings);
  const ratingsByIssue = groupBy(ratings, (rating) => rating.issueId);
  const voices = countVoices(state, round.dialogueIds);
  const carried = carriedSince(state, round, earlier);

  const aggregates = new Map(
    issues.map((issue) => [
      issue.id,
      aggregate(
        assessorIds.filter((id) => !isRecused(round, id, issue.id)),
        ratingsByIssue.get(issue.id) ?? [],
        rules,
      ),
    ]),
  );
  const ratedAggregates = new Map([...aggregates].filter(([, one]) => one.raters > 0));
  const rated = issues.filter((issue) => ratedAggregates.has(issue.id));
  const impacts = new Map([...ratedAggregates].map(([id, one]) => [id, impactOf(one)]));
  const keys = new Map([...impacts].map(([id, impact]) => [id, sortKey(impact, rules)]));
  const ranked = rankBy(rated, (issue) => keys.get(issue.id) as SortKey);

  const topIssues = topIssuesOf(issues.length);
  const groups = themeGroups(state.themes, [...aggregates.keys()]);
  const themed = groups.length > 0;
  const lines = { rules, thresholds: round.thresholds };
  const [ofIssues = new Map(), ofThemes = new Map()] = robust
    ? robustnessOf(ratedAggregates, assessorIds, lines, [
        { groups: rated.map(({ id }) => ({ id, members: [id] })), k: topIssues, competes: !themed },
        { groups, k: topThemes, competes: true },
      ])
    : [];

  const inOrder = [
    ...ranked.map(({ item }) => item),
    ...issues.filter((issue) => !ratedAggregates.has(issue.id)),
  ];
  const results = inOrder.map((issue, index) => {
    const own = ratingsByIssue.get(issue.id) ?? [];
    return assessIssue(
      {
        issue,
        ratings: own,
        aggregate: aggregates.get(issue.id) as IssueAggregate,
        position: index + 1,
        place: ranked[index],
        before: ranked[index - 1],
        robustness: ofIssues.get(issue.id) ?? null,
        voice: voices.of(issue.id),
        carried: carried(issue.id, own),
      },
      round,
      rules,
      themed,
    );
  });

  return {
    round,
    rules,
    issues: results,
    themes: assessThemes(groups, keys, results, round, ofThemes),
    assessors: assessorProgress(round, ratings, listed),
    agreement: agreementByDimension(assessorIds, [...aggregates.values()]),
    concordance: severityConcordance(assessorIds, [...ratedAggregates.values()]),
    oneStep: robust
      ? oneStepMoves(impacts, shownSeverities(ratedAggregates), { ...lines, k: topIssues, competes: !themed })
      : NO_STEPS,
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

const NO_STEPS: OneStep = { moves: 0, kept: { tier: 0, level: 0, top: 0 }, critical: [] };

function shownSeverities(aggregates: ReadonlyMap<string, IssueAggregate>): Map<string, number | null> {
  return new Map([...aggregates].map(([id, one]) => [id, severityFloor(readImpact(one, median, null))]));
}

/** Tells of an issue whether it was taken over from the round before, and nothing was cited or heard since. */
function carriedSince(
  state: Omit<AssessedTables, 'records'>,
  round: Round,
  earlier: AssessedTables,
): (issueId: IdOf<'issues'>, ratings: readonly Rating[]) => boolean {
  const carriage = round.basedOn === null ? null : carriageFrom(round, stateOfRound(earlier, round.basedOn));
  if (!carriage) return () => false;
  const heardSince = countVoices(
    state,
    round.dialogueIds.filter((id) => !carriage.round.dialogueIds.includes(id)),
  );
  return (issueId, ratings) => carriage.carried(issueId, ratings) && heardSince.of(issueId).passages === 0;
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
