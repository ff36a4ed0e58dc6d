import type { Advice } from '#shared/model/advice.ts';
import { type Attribution, attributionOf } from '#shared/model/attribution.ts';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import type { Passage } from '#shared/model/turn.ts';
import type { ReadDb } from './database.ts';
import { useRows } from './hooks.ts';

/** A passage that bears on an issue: who said it as far as it may be told, and what advice was taken from it. */
export interface EvidenceRow {
  readonly passage: Passage;
  readonly dialogue: Dialogue;
  readonly attribution: Attribution;
  readonly external: boolean;
  readonly advice: readonly Advice[];
}

/**
 * Live: what was heard of an issue in some dialogues, by date and in the order of speaking. Advice on the issue counts
 * though its passage is not coded.
 */
export function useEvidence(issueId: Id | null, dialogueIds: readonly Id[]): EvidenceRow[] | undefined {
  return useRows(
    (db) => (issueId === null ? Promise.resolve([]) : readEvidence(db, issueId, new Set(dialogueIds))),
    [issueId, dialogueIds.join()],
  );
}

/** Live: how many passages bear on an issue in dialogues other than these. */
export function useEvidenceElsewhere(issueId: Id, dialogueIds: readonly Id[]): number {
  return (
    useRows(
      async (db) => {
        const elsewhere = (await db.dialogues.toCollection().primaryKeys()).filter(
          (id) => !dialogueIds.includes(id),
        );
        return (await readEvidence(db, issueId, new Set(elsewhere))).length;
      },
      [issueId, dialogueIds.join()],
    ) ?? 0
  );
}

async function readEvidence(db: ReadDb, issueId: Id, scope: ReadonlySet<Id>): Promise<EvidenceRow[]> {
  const codings = activeCodings(await db.codings.where('issueId').equals(issueId).toArray()).filter((one) =>
    scope.has(one.dialogueId),
  );
  const advice = (await db.advice.where('issueIds').equals(issueId).toArray()).filter((one) =>
    scope.has(one.dialogueId),
  );
  const ids = [
    ...new Set([...codings.map((one) => one.passageId), ...advice.flatMap((one) => one.passageIds)]),
  ];
  const passages = present(await db.passages.bulkGet(ids));
  const turns = byId(present(await db.turns.bulkGet([...new Set(passages.map((one) => one.turnId))])));
  const dialogues = byId(present(await db.dialogues.bulkGet([...scope])));
  const participants = byId(
    present(
      await db.participants.bulkGet(
        [...new Set([...turns.values()].map((turn) => turn.participantId))].filter((id) => id !== null),
      ),
    ),
  );
  const rows = passages.flatMap((passage) => {
    const dialogue = dialogues.get(passage.dialogueId);
    const turn = turns.get(passage.turnId);
    if (!dialogue || !turn) return [];
    const participant = turn.participantId === null ? null : participants.get(turn.participantId);
    const row: EvidenceRow = {
      passage,
      dialogue,
      attribution: attributionOf(dialogue, participant, passage),
      external: participant?.external ?? false,
      advice: advice.filter((one) => one.passageIds.includes(passage.id)),
    };
    return [{ row, order: turn.order }];
  });
  rows.sort(
    (a, b) =>
      (a.row.dialogue.date ?? '').localeCompare(b.row.dialogue.date ?? '') ||
      a.row.dialogue.id.localeCompare(b.row.dialogue.id) ||
      a.order - b.order ||
      a.row.passage.start - b.row.passage.start,
  );
  return rows.map(({ row }) => row);
}

function present<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined);
}

function byId<T extends { readonly id: Id }>(rows: readonly T[]): Map<Id, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
