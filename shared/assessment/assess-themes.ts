import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { IssueAssessment } from './assess-issue.ts';
import type { Figure, SortKey, Tier } from './order.ts';
import { type Robustness, rankGroups } from './robustness.ts';
import { type Suggestion, suggestLevel } from './suggestion.ts';

/** What follows for a theme from the issues in it. */
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

/** A theme with those of its issues that are in a round. */
export interface ThemeGroup {
  readonly id: IdOf<'themes'>;
  readonly members: readonly IdOf<'issues'>[];
}

/**
 * The themes of a round, in the order of their list; one without an issue in the round is left out.
 * @param inRound the issues of the round in the order of the issue list, which their members then have
 */
export function themeGroups(
  themes: WorkspaceState['themes'],
  inRound: readonly IdOf<'issues'>[],
): ThemeGroup[] {
  return [...themes]
    .sort((a, b) => a.order - b.order)
    .map(({ id, issueIds }) => ({ id, members: inRound.filter((issueId) => issueIds.includes(issueId)) }))
    .filter(({ members }) => members.length > 0);
}

/**
 * The assessments of a round's themes by rank: a theme ranks as its best member.
 * @param keys by which the issues are ranked
 * @param issues in salience order
 */
export function assessThemes(
  groups: readonly ThemeGroup[],
  keys: ReadonlyMap<Id, SortKey>,
  issues: readonly IssueAssessment[],
  { thresholds }: Pick<Round, 'thresholds'>,
  robust: ReadonlyMap<Id, Robustness>,
): ThemeAssessment[] {
  const rankOf = new Map(rankGroups(groups, keys).map((one) => [one.item.id, one]));
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
          thresholds,
        ),
      };
    });
}
