import type { Id } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import type { Rows, TableName } from '../model/tables.ts';
import type { Passage } from '../model/turn.ts';
import type { Change } from './change-set.ts';

/** Reads a row as it will be once the change set is written. */
export type ReadRow = <T extends TableName>(table: T, id: Id) => Promise<Rows[T] | undefined>;

/**
 * What no change set may do, whoever wrote it:
 * a closed round and its ratings never change (METHOD, Decisions), except by the act that opens or closes it;
 * advice and codings never lose their passage; a passage never loses its turn, and as long as it is `anchored` the
 * turn says its words where it says they are.
 * @param passagesOf the passages of a dialogue as they will be once the change set is written
 * @throws ProblemError `round-closed`, `passage-missing`, `passage-adrift`
 */
export async function guardChanges(
  changes: readonly Change[],
  read: ReadRow,
  passagesOf: (dialogueId: Id) => Promise<readonly Passage[]>,
): Promise<void> {
  await guardPassages(changes, read, passagesOf);
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

async function guardPassages(
  changes: readonly Change[],
  read: ReadRow,
  passagesOf: (dialogueId: Id) => Promise<readonly Passage[]>,
): Promise<void> {
  /** Text by turn, of turns whose words changed; undefined = the turn is gone. */
  const rewritten = new Map<Id, string | undefined>();
  const dialogueIds = new Set<Id>();
  for (const change of changes) {
    if (change.table === 'passages' && change.after) {
      const passage = change.after as Passage;
      guardAnchor(passage, (await read('turns', passage.turnId))?.text);
    }
    if (change.table !== 'turns' || !change.before) continue;
    const { before, after } = change as Change<'turns'>;
    if (!before || before.text === after?.text) continue;
    rewritten.set(change.id, after?.text);
    dialogueIds.add(before.dialogueId);
  }
  for (const dialogueId of dialogueIds) {
    for (const passage of await passagesOf(dialogueId))
      if (rewritten.has(passage.turnId)) guardAnchor(passage, rewritten.get(passage.turnId));
  }
}

/** @param text of the passage's turn; undefined = there is no such turn */
function guardAnchor(passage: Passage, text: string | undefined): void {
  const stands =
    text !== undefined &&
    (passage.state !== 'anchored' || text.slice(passage.start, passage.end) === passage.quote);
  if (!stands) throw new ProblemError('passage-adrift', { quote: passage.quote });
}
