import type { ReactNode } from 'react';
import { Discretion } from '#shared/attribution/discretion.ts';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import { toldQuote } from '#shared/attribution/told-quote.ts';
import type { FoundPlace } from '#shared/search/request.ts';
import { readOnce } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';

/** Puts words with their source on the clipboard, as far as they may be told; asks about names that are left in them. */
export function useCopyQuote(): { readonly copy: (place: FoundPlace) => void; readonly dialog: ReactNode } {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const { ask, dialog } = useLeakDialog();
  const copy = ({ turnId, dialogueId, start, end }: FoundPlace) =>
    void attempt(async () => {
      const rows = await readOnce(async (db) => ({
        workspace: await db.workspace.toArray(),
        persons: await db.persons.toArray(),
        dialogue: await db.dialogues.get(dialogueId),
        participants: await db.participants.where('dialogueId').equals(dialogueId).toArray(),
        turn: await db.turns.get(turnId),
        passages: await db.passages.where('turnId').equals(turnId).toArray(),
      }));
      const { dialogue, turn } = rows;
      if (!dialogue || !turn) return;
      const discretion = new Discretion(
        { ...rows, dialogues: [dialogue], turns: [turn] },
        t('report.withheldName'),
      );
      const told = (choices: LeakChoices) =>
        toldQuote(discretion, dialogue, { turnId, start, end }, turn.text.slice(start, end), t, choices);
      const first = told({});
      if (first.text === null) return notifyDone(t('search.copy.offRecord'));
      const choices = await ask(first.leaks);
      const text = choices && told(choices).text;
      if (!text) return;
      await navigator.clipboard.writeText(text);
      notifyDone(t('search.copied'));
    });
  return { copy, dialog };
}
