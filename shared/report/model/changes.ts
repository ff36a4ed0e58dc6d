import type { IssueChange, RoundChange } from '../../assessment/change.ts';
import type { Id } from '../../model/basics.ts';
import type { DecisionLevel } from '../../model/decision.ts';
import type { Round } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';

export interface LevelMove {
  readonly name: string;
  readonly before: DecisionLevel | null;
  readonly now: DecisionLevel | null;
}

/** What is different from the round before, in names (GRI 3-2-b, ESRS 2 48(g) and 53(h)). */
export interface ChangeLines {
  readonly roundName: string;
  readonly fiscalYear: string;
  readonly change: RoundChange;
  /** What changed, in the later round's order, then what left. */
  readonly issues: readonly (IssueChange & {
    readonly name: string;
    readonly fromNames: readonly string[];
  })[];
  readonly unchanged: number;
  readonly levels: readonly LevelMove[];
}

/** @param change null = there is no earlier round */
export function changeLines(
  state: Pick<WorkspaceState, 'decisions'>,
  change: RoundChange | null,
  earlier: Round | undefined,
  nameOf: (id: Id) => string,
  yearOf: (fiscalYear: number) => string,
): ChangeLines | null {
  if (!change || !earlier) return null;
  const issues = change.issues
    .filter(({ moved }) => moved.length > 0)
    .map((one) => ({
      ...one,
      name: nameOf(one.issueId),
      fromNames: one.list.kind === 'merged' ? one.list.fromIds.map(nameOf) : [],
    }));
  return {
    roundName: earlier.name,
    fiscalYear: yearOf(earlier.fiscalYear),
    change,
    issues,
    unchanged: change.issues.length - issues.length,
    levels: levelMoves(state, change.laterId, change.earlierId, nameOf),
  };
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
  if (current.size === 0 || earlier.size === 0) return [];
  return [...new Set([...current.keys(), ...earlier.keys()])]
    .filter((id) => current.get(id) !== earlier.get(id))
    .map((id) => ({ name: nameOf(id), before: earlier.get(id) ?? null, now: current.get(id) ?? null }));
}
