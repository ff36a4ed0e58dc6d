import { latestRound } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
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

/**
 * The round with an id, or the latest one, once what follows from it may be shown.
 * @throws ProblemError `round-none`, `row-missing`, `round-blind` while assessors still rate for themselves
 */
export function shownRound(state: WorkspaceState, wanted: string | undefined): Id {
  const id = roundIn(state, wanted);
  const round = state.rounds.find((one) => one.id === id);
  if (round && !resultsShown(round)) throw new ProblemError('round-blind', { round: round.name });
  return id;
}
