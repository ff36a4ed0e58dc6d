import { useEffect, useMemo, useState } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings, type Coding } from '#shared/model/coding.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Turn } from '#shared/model/turn.ts';
import { useRows } from '../../../store/index.ts';
import { named } from '../../../store/quotes.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { type DialogueRows, followDialogue } from './follow-dialogue.ts';
import { marksKeeper, type StoredMark } from './marks.ts';

/** All that the desk shows of one dialogue. */
export interface DeskRows {
  readonly dialogue: Dialogue;
  readonly turns: readonly Turn[];
  /** False = the first turns only, and without marks; the rest is on its way. */
  readonly whole: boolean;
  /** As they are called today. */
  readonly participants: readonly Participant[];
  readonly issues: readonly Issue[];
  /** Those that stand. */
  readonly codings: readonly Coding[];
  readonly marks: ReadonlyMap<Id, readonly StoredMark[]>;
}

/** Live rows of a dialogue; undefined while they are read, null when there is no such dialogue. */
export function useDeskRows(dialogueId: IdOf<'dialogues'>): DeskRows | null | undefined {
  const { language } = useSpeech();
  const dialogue = useRows(async (db) => (await db.dialogues.get(dialogueId)) ?? null, [dialogueId]);
  const participants = useRows(
    async (db) =>
      named(db, await db.participants.where('dialogueId').equals(dialogueId).sortBy('order'), language),
    [dialogueId, language],
  );
  const issues = useRows((db) => db.issues.toArray(), []);
  const rows = useDialogueRows(dialogueId);
  // One turn's marks stay the same object while nothing about them changes: only its row is drawn anew.
  const [keep] = useState(marksKeeper);
  const codings = useMemo(() => activeCodings(rows?.codings ?? []), [rows?.codings]);
  const marks = useMemo(
    () => (rows && issues ? keep(rows.passages, codings, rows.advice, issues) : undefined),
    [keep, rows, codings, issues],
  );
  return useMemo(() => {
    if (dialogue === null) return null;
    if (!dialogue || !participants || !issues || !rows || !marks) return undefined;
    return { dialogue, turns: rows.turns, whole: rows.whole, participants, issues, codings, marks };
  }, [dialogue, participants, issues, rows, codings, marks]);
}

function useDialogueRows(dialogueId: IdOf<'dialogues'>): DialogueRows | undefined {
  const [read, setRead] = useState<{ dialogueId: IdOf<'dialogues'>; rows: DialogueRows } | null>(null);
  const [failure, setFailure] = useState<{ thrown: unknown } | null>(null);
  useEffect(
    () =>
      followDialogue(
        dialogueId,
        (rows) => setRead({ dialogueId, rows }),
        (thrown) => setFailure({ thrown }),
      ),
    [dialogueId],
  );
  if (failure) throw failure.thrown;
  return read?.dialogueId === dialogueId ? read.rows : undefined;
}
