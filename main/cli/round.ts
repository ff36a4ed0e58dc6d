import { latestRound } from '#shared/assessment/assess-round.ts';
import type { Id } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';

/** The round with an id, or the latest one. @throws ProblemError `round-none`, `row-missing` */
export function roundIn(state: WorkspaceState, wanted: string | undefined): Id {
  const round =
    wanted === undefined ? latestRound(state.rounds) : state.rounds.find(({ id }) => id === wanted);
  if (round) return round.id;
  throw wanted === undefined
    ? new ProblemError('round-none')
    : new ProblemError('row-missing', { table: 'rounds', id: wanted });
}
