import { useMemo } from 'react';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { useRows } from '../../../store/index.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** A dialogue's text and what is marked in it, as the views of correction need it. */
export interface DialogueText {
  readonly dialogue: Dialogue;
  /** In the order of speaking. */
  readonly turns: readonly Turn[];
  readonly participants: readonly Participant[];
  readonly passages: readonly Passage[];
  readonly speakerOf: (turn: Turn | undefined) => string;
  /** Position of a turn in the dialogue, from 1. */
  readonly numberOf: (turnId: IdOf<'turns'>) => number;
}

/** Live; undefined while it is read, null when there is no such dialogue. */
export function useDialogueText(dialogueId: IdOf<'dialogues'>): DialogueText | null | undefined {
  const { t } = useSpeech();
  const rows = useRows(
    async (db) => ({
      dialogue: await db.dialogues.get(dialogueId),
      turns: await db.turns.where('dialogueId').equals(dialogueId).sortBy('order'),
      participants: await db.participants.where('dialogueId').equals(dialogueId).sortBy('order'),
      passages: await db.passages.where('dialogueId').equals(dialogueId).toArray(),
    }),
    [dialogueId],
  );
  return useMemo(() => {
    if (!rows) return undefined;
    const { dialogue, turns, participants, passages } = rows;
    if (!dialogue) return null;
    const nameOf = new Map(participants.map(({ id, name }) => [id, name]));
    const indexOf = new Map(turns.map(({ id }, index) => [id, index]));
    return {
      dialogue,
      turns,
      participants,
      passages,
      speakerOf: (turn) =>
        turn?.kind === 'narration'
          ? t('desk.narration')
          : (nameOf.get(turn?.participantId ?? '') ?? t('common.unknownSpeaker')),
      numberOf: (turnId) => (indexOf.get(turnId) ?? -1) + 1,
    };
  }, [rows, t]);
}
