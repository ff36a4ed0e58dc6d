import { assessRound, type RoundAssessment } from '../../assessment/assess-round.ts';
import { earlierRound } from '../../assessment/change.ts';
import type { Tier } from '../../assessment/order.ts';
import { type Id, textIn } from '../../model/basics.ts';
import type { DecisionLevel } from '../../model/decision.ts';
import type { WorkspaceState } from '../../model/tables.ts';

export interface TierMove {
  readonly name: string;
  readonly before: Tier | null;
  readonly now: Tier | null;
}

export interface LevelMove {
  readonly name: string;
  readonly before: DecisionLevel | null;
  readonly now: DecisionLevel | null;
}

/** What changed since an earlier round (GRI 3-2-b, ESRS 2 48(g) and 53(h)). */
export interface Comparison {
  readonly roundName: string;
  readonly fiscalYear: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Null where the methods differ: tiers of different methods are not compared. */
  readonly tiers: readonly TierMove[] | null;
  readonly levels: readonly LevelMove[];
  readonly thresholdsChanged: boolean;
}

/**
 * @param seen the state as the later round sees it: what names issues and themes
 * @returns null where there is no earlier round
 */
export function compareWithEarlier(
  state: WorkspaceState,
  assessment: RoundAssessment,
  language: string,
  seen: Pick<WorkspaceState, 'issues' | 'themes'> = state,
): Comparison | null {
  const { round } = assessment;
  const earlier = earlierRound(state.rounds, round);
  if (!earlier) return null;
  const names = new Map<Id, string>(
    [...seen.issues, ...seen.themes].map((one) => [one.id, textIn(one.name, language)]),
  );
  const nameOf = (id: Id) => names.get(id) ?? '';
  const now = new Set(round.issueIds);
  const before = new Set(earlier.issueIds);
  const sameMethod = earlier.method.version === round.method.version;
  return {
    roundName: earlier.name,
    fiscalYear: earlier.fiscalYear,
    added: round.issueIds.filter((id) => !before.has(id)).map(nameOf),
    removed: earlier.issueIds.filter((id) => !now.has(id)).map(nameOf),
    tiers: sameMethod ? tierMoves(assessment, assessRound(state, earlier.id), nameOf) : null,
    levels: levelMoves(state, round.id, earlier.id, nameOf),
    thresholdsChanged: JSON.stringify(earlier.thresholds) !== JSON.stringify(round.thresholds),
  };
}

function tierMoves(now: RoundAssessment, before: RoundAssessment, nameOf: (id: Id) => string): TierMove[] {
  const earlier = new Map(before.issues.map((one) => [one.issueId, one.tier]));
  return now.issues
    .filter((one) => earlier.has(one.issueId) && earlier.get(one.issueId) !== one.tier)
    .map((one) => ({ name: nameOf(one.issueId), before: earlier.get(one.issueId) ?? null, now: one.tier }));
}

function levelMoves(
  state: Pick<WorkspaceState, 'decisions'>,
  now: Id,
  before: Id,
  nameOf: (id: Id) => string,
): LevelMove[] {
  const levels = (roundId: Id) =>
    new Map(
      state.decisions.filter((one) => one.roundId === roundId).map((one) => [one.subject.id, one.level]),
    );
  const [current, earlier] = [levels(now), levels(before)];
  return [...new Set([...current.keys(), ...earlier.keys()])]
    .filter((id) => current.get(id) !== earlier.get(id))
    .map((id) => ({ name: nameOf(id), before: earlier.get(id) ?? null, now: current.get(id) ?? null }));
}
