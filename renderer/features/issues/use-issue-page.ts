import { useMemo } from 'react';
import { assessRound, type IssueAssessment } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { countedRatings } from '#shared/assessment/panel.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings, type Coding } from '#shared/model/coding.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import type { Theme } from '#shared/model/theme.ts';
import { useRows } from '../../store/index.ts';
import { type Quote, quotesOf } from '../../store/quotes.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { NOBODY_HEARD } from './use-issue-list.ts';

/** A passage that bears on an issue, with everybody who coded it so. */
export interface Evidence extends Quote {
  readonly issueId: IdOf<'issues'>;
  readonly codings: readonly [Coding, ...Coding[]];
}

/** Passages coded to issues, once for each: newest dialogue first, within it in the order of the text. */
export function useEvidence(issueIds: readonly IdOf<'issues'>[]): readonly Evidence[] | undefined {
  const { language } = useSpeech();
  return useRows(
    async (db) => {
      const codings = activeCodings(await db.codings.where('issueId').anyOf(issueIds).toArray());
      const quotes = await quotesOf(
        db,
        codings.map(({ passageId }) => passageId),
        language,
      );
      const byPlace = new Map<string, [Coding, ...Coding[]]>();
      for (const coding of codings) {
        const place = `${coding.passageId} ${coding.issueId}`;
        const own = byPlace.get(place);
        if (own) own.push(coding);
        else byPlace.set(place, [coding]);
      }
      return [...byPlace.values()]
        .flatMap((own): Evidence[] => {
          const quote = quotes.get(own[0].passageId);
          return quote ? [{ ...quote, issueId: own[0].issueId, codings: own }] : [];
        })
        .sort(inOrderOfText);
    },
    [issueIds.join(), language],
  );
}

function inOrderOfText(a: Quote, b: Quote): number {
  return (
    (b.dialogue.date ?? '').localeCompare(a.dialogue.date ?? '') ||
    a.dialogue.id.localeCompare(b.dialogue.id) ||
    a.turn.order - b.turn.order ||
    a.passage.start - b.passage.start
  );
}

export interface HeardAdvice {
  readonly advice: Advice;
  readonly quotes: readonly Quote[];
}

/** Advice on issues, with the words it was heard in. */
export function useAdviceOn(issueIds: readonly IdOf<'issues'>[]): readonly HeardAdvice[] | undefined {
  const { language } = useSpeech();
  return useRows(
    async (db) => {
      const advice = await db.advice.where('issueIds').anyOf(issueIds).distinct().toArray();
      const quotes = await quotesOf(
        db,
        advice.flatMap(({ passageIds }) => passageIds),
        language,
      );
      return advice.map((one) => ({
        advice: one,
        quotes: one.passageIds.flatMap((id) => quotes.get(id) ?? []),
      }));
    },
    [issueIds.join(), language],
  );
}

/** What a round came to about the issue. */
export interface RoundOnIssue {
  readonly round: Round;
  /** Undefined when the issue has left the round's list, e.g. by a merger. */
  readonly assessment: IssueAssessment | undefined;
  readonly ratings: readonly Rating[];
  readonly decision: Decision | undefined;
  readonly themeDecisions: readonly { readonly theme: Theme; readonly decision: Decision }[];
}

/** Rounds that have or had the issue, the latest first. */
export function useRoundsOn(issue: Issue): readonly RoundOnIssue[] | undefined {
  const rows = useRows(
    async (db) => {
      const about = await db.ratings.where('issueId').equals(issue.id).toArray();
      const rated = new Set(about.map(({ roundId }) => roundId));
      const rounds = (await db.rounds.toArray()).filter(
        (round) => round.issueIds.includes(issue.id) || rated.has(round.id),
      );
      const ratings = await db.ratings
        .where('roundId')
        .anyOf(rounds.map(({ id }) => id))
        .toArray();
      const decisions = await db.decisions
        .where('roundId')
        .anyOf(rounds.map(({ id }) => id))
        .toArray();
      const records = await db.records
        .where('roundId')
        .anyOf(rounds.map(({ id }) => id))
        .toArray();
      return {
        rounds,
        records,
        ratings,
        decisions,
        issues: await db.issues.toArray(),
        themes: await db.themes.toArray(),
      };
    },
    [issue.id],
  );
  return useMemo(() => {
    if (!rows) return undefined;
    const { rounds, records, ratings, decisions, issues, themes } = rows;
    return [...rounds]
      .sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1))
      .map((round): RoundOnIssue => {
        const ofRound = decisions.filter(({ roundId }) => roundId === round.id);
        const about = (kind: 'issue' | 'theme', id: Id) =>
          ofRound.find(({ subject }) => subject.kind === kind && subject.id === id);
        // While assessors rate for themselves nobody is shown what others gave (METHOD-SOURCES 2.4).
        const shown = resultsShown(round);
        return {
          round,
          assessment: shown
            ? assessRound(
                { ...NOBODY_HEARD, rounds: [round], records, ratings, issues, themes },
                round.id,
              ).issues.find(({ issueId }) => issueId === issue.id)
            : undefined,
          ratings: shown
            ? countedRatings(round, ratings).filter((rating) => rating.issueId === issue.id)
            : [],
          decision: about('issue', issue.id),
          themeDecisions: themes.flatMap((theme) => {
            const decision = theme.issueIds.includes(issue.id) ? about('theme', theme.id) : undefined;
            return decision ? [{ theme, decision }] : [];
          }),
        };
      });
  }, [rows, issue.id]);
}
