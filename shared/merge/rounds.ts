import { dequal } from 'dequal/lite';
import type { Rating } from '../model/rating.ts';
import type { RoundRecord } from '../model/record.ts';
import type { Round } from '../model/round.ts';
import type { Placing } from './placing.ts';
import { groupBy, type Sides } from './sides.ts';

/** A round with what may only change together with it: its ratings, and the records of what it rested on. */
interface Cluster {
  readonly round: Round;
  readonly ratings: readonly Rating[];
  readonly records: readonly RoundRecord[];
}

/**
 * Rounds that are taken as one or not at all, with how: a closed round never changes, closing and reopening bring what
 * they rest on, and two moves made apart are not joined (METHOD, Decisions).
 */
export function roundsAsOne(sides: Sides): Map<string, Placing> {
  const found = new Map<string, Placing>();
  const [base, mine, theirs] = [clustersIn(sides.base), clustersIn(sides.mine), clustersIn(sides.theirs)];
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const placing = placingOf(base.get(id), mine.get(id), theirs.get(id));
    if (placing) found.set(id, placing);
  }
  return found;
}

function placingOf(base?: Cluster, mine?: Cluster, theirs?: Cluster): Placing | null {
  if (!base || dequal(theirs, base) || dequal(theirs, mine)) return null;
  const changedHere = !dequal(mine, base);
  if (mine?.round.stage === 'closed') {
    // It can be opened again by one move that says why; nothing else.
    const reopened =
      theirs?.round.stage !== 'closed' && theirs?.round.history.length === mine.round.history.length + 1;
    return !changedHere && reopened ? TAKEN : { at: 'both', blocked: 'round-closed' };
  }
  if (!mine || !theirs) return null;
  if (theirs.round.stage === 'closed') return changedHere ? { at: 'both' } : TAKEN;
  const moved = ({ round }: Cluster) => !dequal(round.history, base.round.history);
  return moved(mine) && moved(theirs) ? { at: 'both' } : null;
}

const TAKEN: Placing = { at: 'there' };

function clustersIn(state: Sides['mine']): Map<string, Cluster> {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  const ratings = groupBy(state.ratings.values() as Iterable<Rating>, ({ roundId }) => roundId);
  const records = groupBy(state.records.values() as Iterable<RoundRecord>, ({ roundId }) => roundId);
  return new Map(
    ([...state.rounds.values()] as Round[]).map((round) => [
      round.id,
      {
        round,
        ratings: (ratings.get(round.id) ?? []).sort(byId),
        records: (records.get(round.id) ?? []).sort(byId),
      },
    ]),
  );
}
