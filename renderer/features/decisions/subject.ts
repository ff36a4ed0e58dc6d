import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { Tier } from '#shared/assessment/order.ts';
import type { Standing } from '#shared/assessment/standing.ts';
import type { Suggestion } from '#shared/assessment/suggestion.ts';
import type { RuleBasis } from '#shared/assessment/suggestion-words.ts';
import type { Id, LocalText } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Category } from '#shared/model/issue.ts';
import type { RoundView } from '../../store/rounds.ts';

/** Something to decide on: a theme or an issue of a round, with what the rule suggests and what people chose. */
export interface Subject {
  readonly subject: Decision['subject'];
  readonly name: LocalText;
  readonly category: Category | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly tier: Tier | null;
  readonly suggestion: Suggestion;
  /** The rule behind the suggestion, with its figures. */
  readonly rule: RuleBasis;
  readonly decision: Decision | undefined;
  /** How it stands by its measures; undefined = it has none. */
  readonly standing: Standing | undefined;
  /** Of a theme: its issues in the round, and the one it ranks as. */
  readonly members: number;
  readonly best: LocalText | null;
  /** The issues whose evidence bears it: itself, or those of the theme, the one that it ranks as first. */
  readonly heardOf: readonly { readonly id: Id; readonly name: LocalText }[];
  /** Of an issue: the themes that it is part of. */
  readonly themes: readonly LocalText[];
}

/** Themes by rank, then issues in salience order, each with its decision. */
export function subjectsOf(
  view: RoundView,
  assessment: RoundAssessment,
  decisions: readonly Decision[],
  standings: ReadonlyMap<Id, Standing> = new Map(),
): { themes: Subject[]; issues: Subject[] } {
  const decisionOn = (kind: 'issue' | 'theme', id: string) =>
    decisions.find(({ subject }) => subject.kind === kind && subject.id === id);
  return {
    themes: assessment.themes.map((theme) => ({
      subject: { kind: 'theme', id: theme.themeId },
      name: view.themes.get(theme.themeId)?.name ?? {},
      category: null,
      rank: theme.rank,
      tied: theme.tied,
      tier: theme.tier,
      suggestion: theme.suggestion,
      rule: {
        kind: 'theme',
        rank: theme.rank,
        of: assessment.themes.length,
        tier: theme.tier,
        severity: theme.severityFloor?.ranking ?? null,
        thresholds: assessment.round.thresholds,
      },
      decision: decisionOn('theme', theme.themeId),
      standing: standings.get(theme.themeId),
      members: theme.memberIds.length,
      best: theme.bestIssueId === null ? null : (view.issues.get(theme.bestIssueId)?.name ?? null),
      heardOf: theme.memberIds
        .toSorted((a, b) => Number(b === theme.bestIssueId) - Number(a === theme.bestIssueId))
        .map((id) => ({ id, name: view.issues.get(id)?.name ?? {} })),
      themes: [],
    })),
    issues: assessment.issues.map((issue) => ({
      subject: { kind: 'issue', id: issue.issueId },
      name: view.issues.get(issue.issueId)?.name ?? {},
      category: issue.category,
      rank: issue.rank,
      tied: issue.tied,
      tier: issue.tier,
      suggestion: issue.suggestion,
      rule: {
        kind: 'issue',
        rank: issue.rank,
        of: assessment.issues.length,
        tier: issue.tier,
        severity: issue.severityFloor?.ranking ?? null,
        thresholds: assessment.round.thresholds,
      },
      decision: decisionOn('issue', issue.issueId),
      standing: standings.get(issue.issueId),
      members: 0,
      best: null,
      heardOf: [{ id: issue.issueId, name: view.issues.get(issue.issueId)?.name ?? {} }],
      themes: assessment.themes
        .filter(({ memberIds }) => memberIds.includes(issue.issueId))
        .map(({ themeId }) => view.themes.get(themeId)?.name ?? {}),
    })),
  };
}
