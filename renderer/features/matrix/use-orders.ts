import { earlierOrders, type PastOrder } from '#shared/assessment/order-history.ts';
import type { Round } from '#shared/model/round.ts';
import { useRows } from '../../store/index.ts';

/**
 * Live: the orders of the rounds before one, oldest first.
 * @param wanted false = nothing is read
 * @returns undefined while they are read
 */
export function useEarlierOrders(later: Round, wanted: boolean): PastOrder[] | undefined {
  return useRows(
    async (db) => {
      if (!wanted) return [];
      const rounds = (await db.rounds.toArray()).filter(
        ({ id, fiscalYear }) => id === later.id || fiscalYear < later.fiscalYear,
      );
      const ids = rounds.map(({ id }) => id);
      const [issues, themes, ratings, records] = await Promise.all([
        db.issues.toArray(),
        db.themes.toArray(),
        db.ratings.where('roundId').anyOf(ids).toArray(),
        db.records.where('roundId').anyOf(ids).toArray(),
      ]);
      // An order follows from ratings alone: what was heard is not read.
      const unread = { participants: [], turns: [], passages: [], codings: [], advice: [] };
      return earlierOrders({ rounds, records, ratings, issues, themes, ...unread }, later);
    },
    [later, wanted],
  );
}
