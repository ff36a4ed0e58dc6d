import type { RoundAssessment } from '../assessment/assess-round.ts';
import { type Impact, rankBy, severityFloor, sortKey, type Tier, tierOf } from '../assessment/order.ts';
import { rankGroups } from '../assessment/robustness.ts';
import { type Suggestion, suggestLevel } from '../assessment/suggestion.ts';
import type { IdOf } from '../model/id.ts';
import { SEVERITY_DIMENSIONS } from '../model/round.ts';

/** What is tried: null = not known. What is absent stays as the assessors gave it. */
export type Trial = Partial<Pick<Impact, 'scale' | 'scope' | 'irremediability' | 'likelihood' | 'nature'>>;

/** Where an issue stands, or would stand. */
export interface Outcome {
  readonly rank: number | null;
  readonly tied: boolean;
  readonly tier: Tier | null;
  /** The highest known severity, as it ranks. */
  readonly severity: number | null;
  readonly suggestion: Suggestion;
}

export interface ThemeOutcome {
  readonly themeId: IdOf<'themes'>;
  readonly was: { readonly rank: number | null; readonly suggestion: Suggestion };
  readonly would: { readonly rank: number | null; readonly suggestion: Suggestion };
}

export interface WhatIf {
  readonly issueId: IdOf<'issues'>;
  readonly was: Outcome;
  readonly would: Outcome;
  /** Ranked issues of the round, with this one. */
  readonly of: number;
  /** Themes that the issue belongs to. */
  readonly themes: readonly ThemeOutcome[];
}

/**
 * Three severity values whose highest is `severity`, with the least change: values above it come down to it; where
 * none reaches it, those that were highest go up to it. Nothing known stays nothing known, except one that must hold it.
 */
export function withSeverity(impact: Impact, severity: number): Trial {
  const top = severityFloor(impact);
  if (top === null) return { scale: severity };
  const trial: { -readonly [K in keyof Trial]: Trial[K] } = {};
  for (const dimension of SEVERITY_DIMENSIONS) {
    const value = impact[dimension];
    if (value !== null && (value > severity || value === top)) trial[dimension] = severity;
  }
  return trial;
}

/**
 * What would follow if an issue were rated otherwise: its place, tier and suggestion, and those of its themes. The
 * others keep their order among themselves (METHOD-SOURCES 2.2, P9). Pure; nothing is kept.
 * @returns null when the round has no such issue
 */
export function whatIf(assessment: RoundAssessment, issueId: IdOf<'issues'>, trial: Trial): WhatIf | null {
  const { round, rules, issues, themes } = assessment;
  const own = issues.find((issue) => issue.issueId === issueId);
  if (!own) return null;
  const { severe, nearBand } = round.thresholds;
  const impact: Impact = { ...own.impact, ...trial };
  // An issue that nobody has rated competes as soon as it is tried.
  const competing = issues.filter((issue) => issue.rank !== null || issue.issueId === issueId);
  const keys = new Map(
    competing.map((issue) => [
      issue.issueId,
      sortKey(issue.issueId === issueId ? impact : issue.impact, rules),
    ]),
  );
  const ranked = rankBy(competing, ({ issueId: id }) => keys.get(id) ?? sortKey(impact, rules));
  const place = ranked.find(({ item }) => item.issueId === issueId);
  const severity = severityFloor(impact);
  const { tier } = tierOf(impact, rules);
  const closeBelow = severity !== null && severity < severe && severe - severity <= nearBand;
  const suggest = (rank: number | null) =>
    suggestLevel({ severity, delay: impact.delay, tier, closeBelow, rank }, round.thresholds);

  const groups = themes.map(({ themeId, memberIds }) => ({ id: themeId, members: memberIds }));
  const rankOfTheme = new Map(rankGroups(groups, keys).map((one) => [one.item.id, one.rank]));
  return {
    issueId,
    was: {
      rank: own.rank,
      tied: own.tied,
      tier: own.tier,
      severity: own.severityFloor?.ranking ?? null,
      suggestion: own.suggestion,
    },
    would: {
      rank: place?.rank ?? null,
      tied: place?.tied ?? false,
      tier,
      severity,
      // Where the round has themes, they compete for the first k, not their issues.
      suggestion: suggest(groups.length === 0 ? (place?.rank ?? null) : null),
    },
    of: competing.length,
    themes: themes.flatMap((theme): ThemeOutcome[] => {
      if (!theme.memberIds.includes(issueId)) return [];
      const rank = rankOfTheme.get(theme.themeId) ?? null;
      const best = ranked.find(({ item }) => theme.memberIds.includes(item.issueId))?.item;
      const bestIs = best?.issueId === issueId ? null : best;
      return [
        {
          themeId: theme.themeId,
          was: { rank: theme.rank, suggestion: theme.suggestion },
          would: {
            rank,
            suggestion: bestIs
              ? suggestLevel(
                  {
                    severity: bestIs.severityFloor?.ranking ?? null,
                    delay: bestIs.delay,
                    tier: bestIs.tier,
                    closeBelow: bestIs.near === 'below',
                    rank,
                  },
                  round.thresholds,
                )
              : suggest(rank),
          },
        },
      ];
    }),
  };
}
