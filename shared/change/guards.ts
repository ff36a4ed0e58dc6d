import { dequal } from 'dequal/lite';
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { RoundRecord } from '../model/record.ts';
import type { Rows, TableName } from '../model/tables.ts';
import type { Passage } from '../model/turn.ts';
import type { Change } from './change-set.ts';
import { guardFigure } from './figure-guard.ts';
import { passagesNamedIn } from './passage-uses.ts';

/** Reads a row as it will be once the change set is written. */
export type ReadRow = <T extends TableName>(table: T, id: Id) => Promise<Rows[T] | undefined>;

/**
 * What no change set may do, whoever wrote it:
 * a closed round and its ratings never change (METHOD, Decisions), except by the act that opens or closes it, which
 * changes nothing else and says why it opens; one that comes whole, closed as it is, brings its ratings with it, and one that
 * is closed may bring those that the record of its closing holds; the record of what a round rested on never changes: it comes with a move
 * of its round and goes with it;
 * advice, codings and entries never lose their passage; a passage never loses its turn, and as long as it is `anchored`
 * the turn says its words where it says they are; a figure is what `guardFigure` asks.
 * @param passagesOf the passages of a dialogue as they will be once the change set is written
 * @throws ProblemError `round-closed`, `reopen-needs-reason`, `record-kept`, `passage-missing`, `passage-adrift`
 */
export async function guardChanges(
  changes: readonly Change[],
  read: ReadRow,
  passagesOf: (dialogueId: IdOf<'dialogues'>) => Promise<readonly Passage[]>,
): Promise<void> {
  await guardPassages(changes, read, passagesOf);
  const whole = new Set(
    changes.filter(({ table, before }) => table === 'rounds' && before === null).map(({ id }) => id),
  );
  for (const change of changes) {
    if (change.table === 'ratings') {
      const roundId =
        (change as Change<'ratings'>).after?.roundId ?? (change as Change<'ratings'>).before?.roundId;
      const round = roundId ? await read('rounds', roundId) : undefined;
      if (
        round?.stage === 'closed' &&
        !whole.has(round.id) &&
        !closesWith(change as Change<'ratings'>, changes)
      )
        throw new ProblemError('round-closed', { round: round.name });
    }
    if (change.table === 'rounds') guardRound(change as Change<'rounds'>);
    if (change.table === 'figures') guardFigure(change as Change<'figures'>);
    if (change.table === 'records') guardRecord(change as Change<'records'>, changes);
    const before = passagesNamedIn(change.table, change.before);
    for (const id of passagesNamedIn(change.table, change.after))
      if (!before.includes(id) && !(await read('passages', id)))
        throw new ProblemError('passage-missing', { id });
  }
}

/** Whether a rating comes to be what the record that comes with the closing of its round says it is. */
function closesWith({ id, after }: Change<'ratings'>, changes: readonly Change[]): boolean {
  return changes.some((change) => {
    if (change.table !== 'records' || change.before !== null) return false;
    const { kind, roundId, ratings } = change.after as RoundRecord;
    const round = changes.find((one) => one.table === 'rounds' && one.id === roundId) as
      | Change<'rounds'>
      | undefined;
    if (kind !== 'closed' || !round?.before || round.before.stage === 'closed') return false;
    const kept = ratings.find((rating) => rating.id === id);
    return after === null ? kept === undefined : after.roundId === roundId && dequal(kept, after);
  });
}

/** A closed round is opened by one move with its reason, or by taking back the move that closed it; never removed. */
function guardRound({ before, after }: Change<'rounds'>): void {
  if (before?.stage !== 'closed') return;
  if (after === null || after.stage === 'closed')
    throw new ProblemError('round-closed', { round: before.name });
  const { stage: _was, closedAt: _then, history, method: then, ...rest } = before;
  const { stage: _is, closedAt: _now, history: longer, method: now, ...same } = after;
  // The version of the rules comes with closing, and goes when that is taken back.
  if (!dequal(rest, same) || then.standard !== now.standard)
    throw new ProblemError('round-closed', { round: before.name });
  const [shared, added] = [longer.slice(0, history.length), longer.slice(history.length)];
  const takenBack = added.length === 0 && dequal(longer, history.slice(0, longer.length));
  // Rounds that an earlier version closed have no history to take back.
  if (takenBack && (longer.length < history.length || history.length === 0)) return;
  if (!dequal(shared, history)) throw new ProblemError('round-closed', { round: before.name });
  if (added.length !== 1 || added[0]?.why.trim() === '') throw new ProblemError('reopen-needs-reason');
}

/**
 * A record comes with a move of its round, and goes when that move is taken back or the round is removed. One of a round
 * that another is compared with comes and goes with the record of that one.
 */
function guardRecord({ id, before, after }: Change<'records'>, changes: readonly Change[]): void {
  if ((before ?? after)?.kind === 'compared') {
    const isNamed = (record: RoundRecord | null) =>
      record?.earlier?.some(({ recordId }) => recordId === id) ?? false;
    const follows = changes.some(
      (one) =>
        one.table === 'records' &&
        (after === null
          ? one.after === null && isNamed(one.before as RoundRecord)
          : one.before === null && isNamed(one.after as RoundRecord)),
    );
    if (follows && (before === null || after === null)) return;
  }
  const roundId = (before ?? after)?.roundId;
  const move = changes.find(({ table, id }) => table === 'rounds' && id === roundId) as
    | Change<'rounds'>
    | undefined;
  const [was, is] = [move?.before?.history.length ?? 0, move?.after?.history.length ?? 0];
  const comes = before === null && move !== undefined && is > was;
  const goes = after === null && move !== undefined && (move.after === null || is < was);
  if (!comes && !goes) throw new ProblemError('record-kept');
}

async function guardPassages(
  changes: readonly Change[],
  read: ReadRow,
  passagesOf: (dialogueId: IdOf<'dialogues'>) => Promise<readonly Passage[]>,
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
  const holds =
    text !== undefined &&
    (passage.state !== 'anchored' || text.slice(passage.start, passage.end) === passage.quote);
  if (!holds) throw new ProblemError('passage-adrift', { id: passage.id });
}
