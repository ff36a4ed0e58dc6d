import type { Id, Instant, LocalText, PartialDate } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { AttributionPolicy, Voice } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { type Issue, isActive } from '../model/issue.ts';
import type { Rating } from '../model/rating.ts';
import type { RoundRecord } from '../model/record.ts';
import {
  DIMENSIONS,
  type Dimension,
  type Method,
  type Round,
  type ScaleTexts,
  type StageMove,
  type Thresholds,
} from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { assessRound, type IssueAssessment, type RoundAssessment } from './assess-round.ts';
import { type BlindRounds, blindRounds, undoneOf } from './blind-rounds.ts';
import { changeBetween, earlierRound, type RoundChange } from './change.ts';
import type { Concordance } from './concordance.ts';
import { besideRound, closingRecord, earlierRecords, stateOfRound } from './frozen.ts';
import { countedRatings, panelOf } from './panel.ts';
import { type LogFindings, logFindings } from './round-log.ts';
import { fingerprintOf, sumOfRatings } from './sum.ts';
import type { Hearing } from './voice.ts';

/**
 * What the method page says of a round, as data: the fifteen points of METHOD-SOURCES 2.9 (ESRS 2 IRO-1 53, GRI 3-1,
 * UNGP Reporting Framework B2), in their order. Words are the catalogs', and what leaves the office goes through
 * `Disclosure`: names, titles, reasons and dissent are as they were written.
 */
export interface MethodNote {
  readonly roundId: IdOf<'rounds'>;
  readonly stage: Round['stage'];
  /** 1 Standard as the office wrote it; empty = not stated. */
  readonly standard: { readonly text: string; readonly version: Method['version'] };
  /** 2 Perimeter and period. */
  readonly perimeter: {
    readonly fiscalYear: number;
    readonly issues: number;
    readonly themes: number;
    /** How many ratings place the impact where. */
    readonly valueChain: Readonly<Record<'upstream' | 'own-operations' | 'downstream' | 'unsaid', number>>;
  };
  /** 3 Sources. */
  readonly sources: {
    readonly dialogues: readonly {
      readonly id: Id;
      readonly title: string;
      readonly date: PartialDate | null;
      readonly attribution: AttributionPolicy;
      readonly external: number;
    }[];
    readonly passages: number;
    readonly advice: number;
    /** Distinct passages and advice that ratings cite. */
    readonly cited: { readonly passages: number; readonly advice: number };
    /** Other sources that ratings name, each once. */
    readonly others: readonly string[];
    readonly riskSources: number;
    readonly grievanceYears: readonly number[];
  };
  /** 4 Who rated, in what capacity, with the conflicts they declared. */
  readonly assessors: readonly {
    readonly assessorId: IdOf<'assessors'>;
    readonly name: string;
    readonly voice: Voice;
    /** Empty = none declared. */
    readonly conflict: string;
    readonly finishedAt: Instant | null;
    /** Issues that they judged, and those that they were asked to. */
    readonly issues: number;
    readonly asked: number;
  }[];
  /** Of them, those who had not said that they were done when ratings were first shown to all. */
  readonly undone: number;
  /** 4, 6, 7 What was changed after rating began, and what was not. */
  readonly log: LogFindings;
  /** 5 What was heard from those affected, and what was not. */
  readonly rightsholders: Hearing & {
    readonly assessors: number;
    /** Issues that nobody from outside raised. */
    readonly issuesWithoutExternalVoice: readonly Id[];
  };
  /** 6 Levels with their anchor texts; dimensions worded differently from the earlier round. */
  readonly scales: { readonly texts: ScaleTexts; readonly reworded: readonly Dimension[] };
  /** 7 Order, tiers and the band around the threshold; who set the round up, and when. */
  readonly lines: {
    readonly thresholds: Thresholds;
    readonly near: readonly Id[];
    readonly setBy: Pick<StageMove, 'by' | 'at'> | null;
    readonly changedFromEarlier: boolean | null;
  };
  /** 8 How ratings were put together, and how the round went. */
  readonly aggregation: BlindRounds & {
    readonly ranksBy: 'upper-median';
    readonly showsBy: 'median';
    readonly quartiles: 'type-7';
    readonly history: readonly StageMove[];
    readonly reopened: readonly StageMove[];
  };
  /** 9 "Can't judge" and what was not answered: neither is read as a number. */
  readonly abstention: {
    readonly abstained: Readonly<Record<Dimension, number>>;
    readonly unanswered: Readonly<Record<Dimension, number>>;
  };
  /** 10 What is not in the result, with the reason. */
  readonly exclusions: readonly {
    readonly issueId: IdOf<'issues'>;
    readonly reason: 'not-assessed' | 'retired' | 'merged' | 'unrated' | 'incomplete';
  }[];
  /** 11 What is different from the round before; null = it is the first. */
  readonly change: RoundChange | null;
  /** 12 How sure the result is. */
  readonly robustness: {
    readonly k: number;
    /** Issues of which the reading decides whether they are among the first k. */
    readonly uncertain: readonly Id[];
    readonly oneStep: { readonly moves: number; readonly kept: number };
    readonly agreement: Readonly<Record<Dimension, number | null>>;
    readonly concordance: Concordance | null;
    readonly divided: readonly Id[];
  };
  /** 13 Decisions. */
  readonly decisions: readonly (Pick<
    Decision,
    'id' | 'subject' | 'level' | 'suggested' | 'why' | 'dissent' | 'decidedBy' | 'at'
  > & { readonly departs: boolean })[];
  /** 14 The next review that a decision names; null = none is named. */
  readonly review: { readonly next: PartialDate | null; readonly without: number };
  /** 15 SHA-256 of the scored data set, and the record it is kept in; null while the round is open. */
  readonly data: {
    readonly sum: string;
    readonly ratings: number;
    readonly record: Pick<RoundRecord, 'by' | 'at'> | null;
    /** SHA-256 of all that was signed off; null = it was closed by a version that signed nothing off. */
    readonly fingerprint: string | null;
    /** False: the record's own sum is another one; the data were changed outside the app. */
    readonly intact: boolean;
  };
  readonly note: LocalText;
}

/**
 * The method note of a round.
 * @throws ProblemError `row-missing` when the state has no such round
 */
export function methodNote(now: WorkspaceState, roundId: IdOf<'rounds'>): MethodNote {
  const assessment = assessRound(now, roundId);
  const live = besideRound(now, roundId);
  const state = stateOfRound(live, roundId);
  const { round } = assessment;
  const ratings = countedRatings(round, state.ratings);
  const earlier = earlierRound(live.rounds, round);
  const change = earlier ? changeBetween(live, earlier.id, roundId) : null;
  const decisions = live.decisions.filter((one) => one.roundId === roundId);
  const record = closingRecord(live, roundId);
  const sum = sumOfRatings(round, ratings);
  const finished = new Map(round.finished.map(({ assessorId, at }) => [assessorId, at]));
  const idsWhere = (holds: (issue: IssueAssessment) => boolean) =>
    assessment.issues.filter(holds).map(({ issueId }) => issueId);
  const counted = (of: 'abstained' | 'unrated') =>
    Object.fromEntries(
      DIMENSIONS.map((dimension) => [
        dimension,
        assessment.issues.reduce((total, issue) => total + issue.dimensions[dimension][of].length, 0),
      ]),
    ) as Record<Dimension, number>;

  return {
    roundId,
    stage: round.stage,
    standard: { text: round.method.standard.trim(), version: assessment.rules.version },
    perimeter: perimeterOf(assessment, ratings),
    sources: sourcesOf(state, round, ratings),
    assessors: panelOf(round).map(({ id, name, voice, conflict }) => {
      const progress = assessment.assessors.find(({ assessorId }) => assessorId === id);
      return {
        assessorId: id,
        name,
        voice,
        conflict,
        finishedAt: finished.get(id) ?? null,
        issues: progress?.issues ?? 0,
        asked: assessment.issues.length - (progress?.recused ?? 0),
      };
    }),
    undone: undoneOf(live, round),
    log: logFindings(round),
    rightsholders: {
      ...assessment.hearing,
      assessors: panelOf(round).filter(({ voice }) => voice === 'rightsholder' || voice === 'representative')
        .length,
      issuesWithoutExternalVoice: idsWhere(({ voice }) => voice.raised === 0),
    },
    scales: { texts: round.scaleTexts, reworded: change?.reworded ?? [] },
    lines: {
      thresholds: round.thresholds,
      near: idsWhere(({ near }) => near !== null),
      setBy: setBy(round),
      changedFromEarlier: earlier
        ? JSON.stringify(earlier.thresholds) !== JSON.stringify(round.thresholds)
        : null,
    },
    aggregation: {
      ranksBy: 'upper-median',
      showsBy: 'median',
      quartiles: 'type-7',
      history: round.history,
      reopened: round.history.filter((_, index) => round.history[index - 1]?.stage === 'closed'),
      ...blindRounds(live, assessment),
    },
    abstention: { abstained: counted('abstained'), unanswered: counted('unrated') },
    exclusions: exclusionsOf(state.issues, assessment),
    change,
    robustness: {
      k: assessment.topIssues,
      uncertain: idsWhere(({ uncertain }) => uncertain),
      oneStep: { moves: assessment.oneStep.moves, kept: assessment.oneStep.kept.top },
      agreement: assessment.agreement,
      concordance: assessment.concordance,
      divided: idsWhere(({ divided }) => divided),
    },
    decisions: decisionsOf(decisions),
    review: reviewOf(decisions),
    data: {
      sum,
      ratings: ratings.length,
      record: record ? { by: record.by, at: record.at } : null,
      fingerprint: record?.fingerprint ?? null,
      intact: record === undefined || isIntact(record, sum, earlierRecords(record, now.records)),
    },
    note: round.note,
  };
}

/** Whether a record still is what its sums were made of. */
function isIntact(record: RoundRecord, sum: string, earlier: readonly RoundRecord[]): boolean {
  const { fingerprint } = record;
  return record.sum === sum && (fingerprint === null || fingerprint === fingerprintOf(record, earlier));
}

function perimeterOf(
  { round, issues, themes }: RoundAssessment,
  ratings: readonly Rating[],
): MethodNote['perimeter'] {
  const placed = (where: Rating['valueChain']) =>
    ratings.filter(({ valueChain }) => valueChain === where).length;
  return {
    fiscalYear: round.fiscalYear,
    issues: issues.length,
    themes: themes.length,
    valueChain: {
      upstream: placed('upstream'),
      'own-operations': placed('own-operations'),
      downstream: placed('downstream'),
      unsaid: placed(null),
    },
  };
}

function sourcesOf(
  state: Pick<
    WorkspaceState,
    'dialogues' | 'participants' | 'passages' | 'advice' | 'issues' | 'figures' | 'arrangements'
  >,
  round: Round,
  ratings: readonly Rating[],
): MethodNote['sources'] {
  const heard = new Set<Id>(round.dialogueIds);
  const evidence = ratings.map((rating) => rating.evidence);
  const channels = new Set<Id>(
    state.arrangements.filter(({ kind }) => kind === 'channel').map((one) => one.id),
  );
  return {
    dialogues: state.dialogues
      .filter(({ id }) => heard.has(id))
      .map(({ id, title, date, attribution }) => ({
        id,
        title,
        date,
        attribution,
        external: state.participants.filter((one) => one.dialogueId === id && one.external).length,
      }))
      .sort((a, b) => byText(a.date ?? '', b.date ?? '') || byText(a.id, b.id)),
    passages: state.passages.filter(({ dialogueId }) => heard.has(dialogueId)).length,
    advice: state.advice.filter(({ dialogueId }) => heard.has(dialogueId)).length,
    cited: {
      passages: distinct(evidence.flatMap(({ passageIds }) => passageIds)).length,
      advice: distinct(evidence.flatMap(({ adviceIds }) => adviceIds)).length,
    },
    others: distinct(evidence.flatMap(({ sources }) => sources.map((one) => one.trim()))).filter(Boolean),
    riskSources: distinct(
      state.issues
        .filter(({ id }) => round.issueIds.includes(id))
        .flatMap(({ riskSources }) => riskSources.map((one) => JSON.stringify(one))),
    ).length,
    grievanceYears: distinct(
      state.figures
        .filter(({ via, role }) => via !== null && channels.has(via) && role === 'actual')
        .map(({ period }) => period.fiscalYear),
    ).sort((a, b) => a - b),
  };
}

/** Issues of the list that the round did not ask about, then those that nobody rated, or not wholly. */
function exclusionsOf(list: readonly Issue[], { round, issues }: RoundAssessment): MethodNote['exclusions'] {
  const listed = new Set<Id>(round.issueIds);
  const whyLeftOut = (issue: Issue) =>
    isActive(issue) ? 'not-assessed' : issue.mergedInto !== null ? 'merged' : 'retired';
  return [
    ...list
      .filter(({ id }) => !listed.has(id))
      .map((issue) => ({ issueId: issue.id, reason: whyLeftOut(issue) }) as const),
    ...issues
      .filter(({ rank }) => rank === null)
      .map(({ issueId }) => ({ issueId, reason: 'unrated' }) as const),
    ...issues
      .filter(({ rank, complete }) => rank !== null && !complete)
      .map(({ issueId }) => ({ issueId, reason: 'incomplete' }) as const),
  ];
}

function decisionsOf(decisions: readonly Decision[]): MethodNote['decisions'] {
  return decisions
    .map(({ id, subject, level, suggested, why, dissent, decidedBy, at }) => ({
      id,
      subject,
      level,
      suggested,
      why,
      dissent,
      decidedBy,
      at,
      departs: suggested !== null && level !== suggested,
    }))
    .sort((a, b) => byText(a.at, b.at) || byText(a.id, b.id));
}

function reviewOf(decisions: readonly Decision[]): MethodNote['review'] {
  const dates = decisions.map(({ reviewDate }) => reviewDate).filter((date) => date !== null);
  return { next: dates.sort()[0] ?? null, without: decisions.length - dates.length };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Who took the round into rating, with the lines and levels that it was rated by; failing that who began it. */
function setBy({ history }: Round): Pick<StageMove, 'by' | 'at'> | null {
  const move = history.find(({ stage }) => stage === 'rating') ?? history[0];
  return move ? { by: move.by, at: move.at } : null;
}
