import type { Id } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { IdOf } from '../model/id.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Theme } from '../model/theme.ts';
import { assessState, type IssueAssessment } from './assess-round.ts';
import { earlierRound } from './change.ts';
import { stateOfRound } from './frozen.ts';

/** What came of an issue in the round before, and what was decided on it. */
export interface LastResult {
  readonly issue: IssueAssessment;
  /** On the issue itself, else on a theme that it is part of. */
  readonly decision: Decision | null;
  /** The theme, where the decision is on one. */
  readonly theme: Theme | null;
}

export interface LastResults {
  readonly round: Round;
  /** Issues that were ranked. */
  readonly ranked: number;
  /** By issue; one that was not in that round has none. */
  readonly of: ReadonlyMap<Id, LastResult>;
}

/** What a closed round's figures follow from, without what was said in its dialogues. */
export type RatedTables = Pick<
  WorkspaceState,
  'rounds' | 'records' | 'ratings' | 'issues' | 'themes' | 'decisions'
>;

/** The round whose results may stand beside the rating of another: the one before, once it is closed. */
export function lastClosedRound(rounds: readonly Round[], round: Round): Round | null {
  const earlier = earlierRound(rounds, round);
  return earlier?.stage === 'closed' ? earlier : null;
}

/**
 * The results of the round before, issue by issue. Of a closed round alone: its figures were shown to all, and no
 * longer change.
 * @returns null where there is no such round
 */
export function lastResults(tables: RatedTables, roundId: IdOf<'rounds'>): LastResults | null {
  const round = tables.rounds.find(({ id }) => id === roundId);
  const earlier = round && lastClosedRound(tables.rounds, round);
  if (!earlier) return null;
  const unheard = { participants: [], turns: [], passages: [], codings: [], advice: [] };
  const live = { ...tables, ...unheard };
  const seen = stateOfRound(live, earlier.id);
  const assessment = assessState(seen, earlier.id, live, { robust: false });
  const decisions = tables.decisions.filter((one) => one.roundId === earlier.id);
  const decisionOn = (kind: 'issue' | 'theme', id: Id) =>
    decisions.find(({ subject }) => subject.kind === kind && subject.id === id) ?? null;
  const of = new Map<Id, LastResult>();
  for (const issue of assessment.issues) {
    const own = decisionOn('issue', issue.issueId);
    const theme = own
      ? undefined
      : seen.themes.find(
          ({ id, issueIds }) => issueIds.includes(issue.issueId) && decisionOn('theme', id) !== null,
        );
    const decision = own ?? (theme ? decisionOn('theme', theme.id) : null);
    of.set(issue.issueId, { issue, decision, theme: theme ?? null });
  }
  return { round: earlier, ranked: assessment.issues.filter(({ rank }) => rank !== null).length, of };
}
