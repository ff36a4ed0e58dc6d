import type { IdOf } from '#shared/model/id.ts';
import type { Impact } from '#shared/model/impact.ts';
import { lastRecord } from '#shared/model/record.ts';
import type { Round } from '#shared/model/round.ts';
import { useRows } from '../../store/index.ts';

/** Live: the impact lines of a round by issue; those of a closed one as they were when it was closed. */
export function useImpacts(round: Round): ReadonlyMap<IdOf<'issues'>, Impact> | undefined {
  return useRows(
    async (db) => {
      const of = { roundId: round.id };
      const record =
        round.stage === 'closed'
          ? lastRecord(await db.records.where(of).toArray(), round.id, 'closed')
          : undefined;
      const impacts = record?.impacts ?? (await db.impacts.where(of).toArray());
      return new Map(impacts.map((one) => [one.issueId, one]));
    },
    [round.id, round.stage],
  );
}
