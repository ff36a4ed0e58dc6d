import type { IdOf } from '#shared/model/id.ts';
import { useRows } from './hooks.ts';
import { type RoundView, readRound } from './read-round.ts';

export { heardIn, type RoundTables, type RoundView } from './read-round.ts';

/**
 * Live: a round, assessed anew whenever anything it rests on changes.
 * @param roundId absent = the latest round
 * @returns undefined while it is read for the first time
 */
export function useRound(roundId: IdOf<'rounds'> | undefined): RoundView | undefined {
  return useRows((db) => readRound(db, roundId), [roundId]);
}
