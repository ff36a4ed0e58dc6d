import type { Id } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rows, TableName } from '../model/tables.ts';
import type { Change } from './change-set.ts';

/** Reads a row as it will be once the change set is written. */
export type ReadRow = <T extends TableName>(table: T, id: Id) => Promise<Rows[T] | undefined>;

/**
 * What no change set may do, whoever wrote it:
 * a closed round and its ratings never change (METHOD, Decisions), except by the act that opens or closes it;
 * advice and codings never lose their passage.
 * @throws ProblemError `round-closed`, `passage-in-use`
 */
export async function guardChanges(changes: readonly Change[], read: ReadRow): Promise<void> {
  for (const change of changes) {
    if (change.table === 'ratings') {
      const roundId =
        (change as Change<'ratings'>).after?.roundId ?? (change as Change<'ratings'>).before?.roundId;
      const round = roundId ? await read('rounds', roundId) : undefined;
      if (round?.stage === 'closed') throw new ProblemError('round-closed', { round: round.name });
    }
    if (change.table === 'rounds') {
      const { before, after } = change as Change<'rounds'>;
      if (before?.stage === 'closed' && after?.stage === 'closed')
        throw new ProblemError('round-closed', { round: before.name });
    }
    if (change.table === 'codings' || change.table === 'advice') {
      const passageIds =
        change.table === 'codings'
          ? [(change as Change<'codings'>).after?.passageId]
          : ((change as Change<'advice'>).after?.passageIds ?? []);
      for (const passageId of passageIds) {
        if (passageId && !(await read('passages', passageId)))
          throw new ProblemError('passage-missing', { id: passageId });
      }
    }
  }
}
