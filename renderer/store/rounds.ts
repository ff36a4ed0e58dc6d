import { useSyncExternalStore } from 'react';
import type { IdOf } from '#shared/model/id.ts';
import { useObservable } from '../platform/observable.ts';
import { reopenings } from './database.ts';
import { useWorkspaceStatus } from './hooks.ts';
import { KeptAnswer } from './kept-answer.ts';
import { type RoundView, readRound } from './read-round.ts';
import { currentStore } from './workspace.ts';

export { heardIn, type RoundTables, type RoundView } from './read-round.ts';

/** Rounds whose assessment is kept: the one that is looked at, and the one it is compared with. */
const KEPT = 2;

/** Whose rounds are kept; what was read from another store, or before the database was opened again, is let go. */
let keptOf = '';
/** By round, the one that was asked for last at the end. */
const kept = new Map<IdOf<'rounds'> | undefined, KeptAnswer<RoundView>>();

function keptRound(
  storeId: string | null,
  opening: number,
  roundId: IdOf<'rounds'> | undefined,
): KeptAnswer<RoundView> {
  const of = `${storeId} ${opening}`;
  if (of !== keptOf) {
    for (const answer of kept.values()) answer.close();
    kept.clear();
    keptOf = of;
  }
  const open = () => {
    const store = currentStore();
    return store?.storeId === storeId ? store.db : null;
  };
  const answer = kept.get(roundId) ?? new KeptAnswer(open, (db) => readRound(db, roundId));
  kept.delete(roundId);
  kept.set(roundId, answer);
  for (const [id, old] of kept) {
    if (kept.size <= KEPT) break;
    if (old === answer || old.wanted) continue;
    old.close();
    kept.delete(id);
  }
  return answer;
}

/**
 * Live: a round, assessed anew whenever anything it rests on changes; once a change, however many views show it.
 * @param roundId absent = the latest round
 * @returns undefined while it is read for the first time
 */
export function useRound(roundId: IdOf<'rounds'> | undefined): RoundView | undefined {
  const status = useWorkspaceStatus();
  const opening = useObservable(reopenings);
  const answer = keptRound(status.state === 'open' ? status.storeId : null, opening, roundId);
  return useSyncExternalStore(answer.subscribe, answer.get);
}
