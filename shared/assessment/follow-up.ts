import { groupBy } from '../group.ts';
import { ADVICE_STATUSES, type AdviceStatus } from '../model/advice.ts';
import type { Id } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { Figure } from '../model/figure.ts';
import type { IdOf } from '../model/id.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Issue } from '../model/issue.ts';
import { successor } from '../model/lineage.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';

/** An indicator with its figures. */
export interface Measure {
  readonly indicator: Indicator;
  readonly figures: readonly Figure[];
}

/** What became of a decision: how its measures went, and what was done about the advice it rests on (UNGP 20). */
export interface FollowUp {
  readonly decision: Decision;
  readonly measures: readonly Measure[];
  /** Advice from the round's dialogues on the subject's issues, by where it stands now. */
  readonly advice: Readonly<Record<AdviceStatus, number>>;
  readonly adviceTotal: number;
}

/** One subject over the years. */
export interface SubjectYears {
  readonly kind: Decision['subject']['kind'];
  /** The theme, or the issue as the list has it now: what was merged stands with what it became. */
  readonly id: Id;
  /** One a round, in the order of `rounds`; several where issues were merged since. */
  readonly decisions: readonly (readonly FollowUp[])[];
}

export interface DecisionYears {
  /** The round itself first, then earlier ones in which something was decided, the latest first. */
  readonly rounds: readonly Round[];
  /** Themes, then issues, each in the order in which they were first met. */
  readonly subjects: readonly SubjectYears[];
}

export type FollowedTables = Pick<WorkspaceState, 'rounds' | 'decisions' | 'indicators' | 'figures'> & {
  readonly issues: readonly Pick<Issue, 'id' | 'mergedInto'>[];
  readonly themes: readonly { readonly id: Id; readonly issueIds: readonly IdOf<'issues'>[] }[];
  readonly advice: readonly Pick<WorkspaceState['advice'][number], 'dialogueId' | 'issueIds' | 'status'>[];
};

/**
 * A round's decisions beside those of the rounds before it, with what became of each. Decisions are as they stand,
 * advice and measures as they are now: follow-up goes on after a round is closed.
 */
export function decisionYears(state: FollowedTables, round: Round): DecisionYears {
  const decided = new Set(state.decisions.map(({ roundId }) => roundId));
  const rounds = [
    round,
    ...state.rounds
      .filter(
        ({ id, fiscalYear }) =>
          id !== round.id &&
          decided.has(id) &&
          (fiscalYear < round.fiscalYear || (fiscalYear === round.fiscalYear && id < round.id)),
      )
      .sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1)),
  ];
  const measureOf = measuresOf(state);
  const issues = new Map<string, FollowedTables['issues'][number]>(state.issues.map((one) => [one.id, one]));
  const members = new Map(state.themes.map(({ id, issueIds }) => [id, issueIds]));
  const bySubject = new Map<string, { kind: 'issue' | 'theme'; id: Id; decisions: FollowUp[][] }>();
  rounds.forEach((one, place) => {
    const dialogues = new Set(one.dialogueIds);
    for (const decision of state.decisions.filter(({ roundId }) => roundId === one.id)) {
      const { kind } = decision.subject;
      const id: string = decision.subject.id;
      const heir = kind === 'issue' ? successor((one) => issues.get(one), id) : id;
      const key = `${kind} ${heir}`;
      const subject = bySubject.get(key) ?? { kind, id: heir, decisions: rounds.map(() => []) };
      bySubject.set(key, subject);
      const issueIds = new Set(kind === 'theme' ? (members.get(id) ?? []) : [id, heir]);
      const advice = countAdvice(
        state.advice.filter(
          ({ dialogueId, issueIds: on }) =>
            dialogues.has(dialogueId) && on.some((issue) => issueIds.has(issue)),
        ),
      );
      subject.decisions[place]?.push({
        decision,
        measures: decision.indicatorIds.flatMap((indicatorId) => measureOf(indicatorId) ?? []),
        advice,
        adviceTotal: ADVICE_STATUSES.reduce((sum, status) => sum + advice[status], 0),
      });
    }
  });
  const subjects = [...bySubject.values()];
  return {
    rounds,
    subjects: [
      ...subjects.filter(({ kind }) => kind === 'theme'),
      ...subjects.filter(({ kind }) => kind === 'issue'),
    ],
  };
}

/** Looks measures up by the ids of their indicators. */
export function measuresOf({
  indicators,
  figures,
}: Pick<WorkspaceState, 'indicators' | 'figures'>): (indicatorId: Id) => Measure | undefined {
  const byIndicator = groupBy(figures, (one) => one.indicatorId);
  const known = new Map<Id, Indicator>(indicators.map((one) => [one.id, one]));
  return (id) => {
    const indicator = known.get(id);
    return indicator && { indicator, figures: byIndicator.get(id) ?? [] };
  };
}

function countAdvice(advice: readonly { readonly status: AdviceStatus }[]): Record<AdviceStatus, number> {
  const counts = { heard: 0, considered: 0, accepted: 0, declined: 0, done: 0 };
  for (const { status } of advice) counts[status]++;
  return counts;
}
