import { useMemo } from 'react';
import { assessRound, latestRound } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import type { Tier } from '#shared/assessment/order.ts';
import { inCategory } from '#shared/edit/issue.ts';
import type { FiscalYear, Id, LocalText } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import { CATEGORIES, type Category, type Issue } from '#shared/model/issue.ts';
import type { Theme } from '#shared/model/theme.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { useRows } from '../../store/index.ts';

/** What the latest round says of an issue. */
export interface Standing {
  readonly rank: number | null;
  readonly tied: boolean;
  readonly tier: Tier | null;
  readonly complete: boolean;
  readonly divided: boolean;
}

export interface IssueList {
  readonly workspace: Workspace | undefined;
  readonly issues: readonly Issue[];
  readonly byCategory: ReadonlyMap<Category, readonly Issue[]>;
  readonly themes: readonly Theme[];
  /** Passages coded to an issue, each once however many coded it. */
  readonly passages: ReadonlyMap<Id, number>;
  readonly advice: ReadonlyMap<Id, number>;
  readonly standings: ReadonlyMap<Id, Standing>;
  /** Name of the round that the standings are of; null = none yet. */
  readonly round: LocalText | null;
  /** Fiscal year of that round. */
  readonly currentYear: FiscalYear | null;
}

/** The issues with what is known about each; undefined while it is read. */
export function useIssueList(): IssueList | undefined {
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const issues = useRows((db) => db.issues.toArray(), []);
  const themes = useRows((db) => db.themes.toArray(), []);
  const counts = useRows(async (db) => {
    const passages = new Map<Id, Set<Id>>();
    for (const { issueId, passageId } of activeCodings(await db.codings.toArray())) {
      const own = passages.get(issueId);
      if (own) own.add(passageId);
      else passages.set(issueId, new Set([passageId]));
    }
    const advice = new Map<Id, number>();
    await db.advice.each(({ issueIds }) => {
      for (const id of issueIds) advice.set(id, (advice.get(id) ?? 0) + 1);
    });
    return { passages: new Map([...passages].map(([id, own]) => [id, own.size])), advice };
  }, []);
  const assessed = useRows(async (db) => {
    const rounds = await db.rounds.toArray();
    // Nobody who still rates is led by where an issue seems to stand.
    const round = latestRound(rounds.filter(resultsShown));
    return {
      round,
      currentYear: latestRound(rounds)?.fiscalYear ?? null,
      ratings: round ? await db.ratings.where('roundId').equals(round.id).toArray() : [],
      records: round ? await db.records.where('roundId').equals(round.id).toArray() : [],
    };
  }, []);

  return useMemo(() => {
    if (!issues || !themes || !counts || !assessed) return undefined;
    const { round, ratings, records } = assessed;
    const standings = new Map<Id, Standing>();
    if (round) {
      // Who was heard changes no tier: the dialogues need not be read for this.
      const result = assessRound(
        { ...NOBODY_HEARD, rounds: [round], records, ratings, issues, themes },
        round.id,
      );
      for (const { issueId, rank, tied, tier, complete, divided } of result.issues)
        standings.set(issueId, { rank, tied, tier, complete, divided });
    }
    return {
      workspace,
      issues,
      byCategory: new Map(CATEGORIES.map((category) => [category, inCategory(issues, category)])),
      themes: [...themes].sort((a, b) => a.order - b.order),
      ...counts,
      standings,
      round: round?.name ?? null,
      currentYear: assessed.currentYear,
    };
  }, [workspace, issues, themes, counts, assessed]);
}

/** The tables of an assessment that only the stakeholders' voice reads. */
export const NOBODY_HEARD = { participants: [], turns: [], passages: [], codings: [], advice: [] };
