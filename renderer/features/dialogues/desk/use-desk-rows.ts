import { useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useRows } from '../../../store/index.ts';
import { marksByTurn, type StoredMark } from './marks.ts';

/** All that the desk shows of one dialogue. */
export interface DeskRows {
  readonly dialogue: Dialogue;
  readonly turns: readonly Turn[];
  readonly participants: readonly Participant[];
  readonly issues: readonly Issue[];
  readonly marks: ReadonlyMap<Id, readonly StoredMark[]>;
}

/** Live rows of a dialogue; undefined while they are read, null when there is no such dialogue. */
export function useDeskRows(dialogueId: Id): DeskRows | null | undefined {
  const dialogue = useRows(async (db) => (await db.dialogues.get(dialogueId)) ?? null, [dialogueId]);
  // Turns are many and rarely change: read apart from the marks, which change with every coding.
  const turns = useRows(
    (db) => db.turns.where('dialogueId').equals(dialogueId).sortBy('order'),
    [dialogueId],
  );
  const participants = useRows(
    (db) => db.participants.where('dialogueId').equals(dialogueId).sortBy('order'),
    [dialogueId],
  );
  const issues = useRows((db) => db.issues.toArray(), []);
  const marked = useRows(
    async (db) => ({
      passages: await db.passages.where('dialogueId').equals(dialogueId).toArray(),
      codings: activeCodings(await db.codings.where('dialogueId').equals(dialogueId).toArray()),
      advice: await db.advice.where('dialogueId').equals(dialogueId).toArray(),
    }),
    [dialogueId],
  );
  return useMemo(() => {
    if (dialogue === null) return null;
    if (!dialogue || !turns || !participants || !issues || !marked) return undefined;
    const issueOf = new Map(issues.map((issue) => [issue.id, issue]));
    const marks = marksByTurn(marked.passages, marked.codings, marked.advice, issueOf);
    return { dialogue, turns, participants, issues, marks };
  }, [dialogue, turns, participants, issues, marked]);
}
