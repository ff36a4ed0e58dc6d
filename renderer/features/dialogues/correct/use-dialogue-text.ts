import { useMemo } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { Dialogue, Participant } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Passage, Turn } from '#shared/model/turn.ts';
import { useRows } from '../../../store/index.ts';
import { named } from '../../../store/quotes.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** A dialogue's text and what is marked in it, as the views of correction need it. */
export interface DialogueText {
  readonly dialogue: Dialogue;
  /** In the order of speaking. */
  readonly turns: readonly Turn[];
  /** As they were printed. */
  readonly participants: readonly Participant[];
  /** How a participant is called today. */
  readonly nameOf: (participantId: Id) => string | undefined;
  readonly passages: readonly Passage[];
  readonly speakerOf: (turn: Turn | undefined) => string;
  /** Position of a turn in the dialogue, from 1. */
  readonly numberOf: (turnId: IdOf<'turns'>) => number;
}

/** Live; undefined while it is read, null when there is no such dialogue. */
export function useDialogueText(dialogueId: IdOf<'dialogues'>): DialogueText | null | undefined {
  const { t, language } = useSpeech();
  const rows = useRows(
    async (db) => {
      const participants = await db.participants.where('dialogueId').equals(dialogueId).sortBy('order');
      return {
        dialogue: await db.dialogues.get(dialogueId),
        turns: await db.turns.where('dialogueId').equals(dialogueId).sortBy('order'),
        participants,
        called: await named(db, participants, language),
        passages: await db.passages.where('dialogueId').equals(dialogueId).toArray(),
      };
    },
    [dialogueId, language],
  );
  return useMemo(() => {
    if (!rows) return undefined;
    const { dialogue, turns, participants, called, passages } = rows;
    if (!dialogue) return null;
    const nameOf = new Map<Id, string>(called.map(({ id, name }) => [id, name]));
    const indexOf = new Map(turns.map(({ id }, index) => [id, index]));
    return {
      dialogue,
      turns,
      participants,
      passages,
      nameOf: (id) => nameOf.get(id),
      speakerOf: (turn) =>
        turn?.kind === 'narration'
          ? t('desk.narration')
          : (nameOf.get(turn?.participantId ?? '') ?? t('common.unknownSpeaker')),
      numberOf: (turnId) => (indexOf.get(turnId) ?? -1) + 1,
    };
  }, [rows, t]);
}
