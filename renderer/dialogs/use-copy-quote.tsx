import type { ReactNode } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import type { LeakChoices } from '#shared/attribution/leak.ts';
import { redactedQuote } from '#shared/attribution/redacted-quote.ts';
import { copyQuotation } from '../platform/clipboard.ts';
import { readOnce } from '../store/index.ts';
import { useAttempt } from '../ui/attempt.tsx';
import { useSpeech } from '../ui/i18n.tsx';
import { useLeakDialog } from '../ui/leak-dialog.tsx';
import { notifyDone } from '../ui/notify-undo.tsx';

/**
 * Puts words of a turn with their source on the clipboard, as far as they may be told; asks about names that are left in
 * them. Who may be named is read at that moment, not when the words were shown.
 */
export function useCopyQuote(): { readonly copy: (words: TurnRange) => void; readonly dialog: ReactNode } {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const { ask, dialog } = useLeakDialog();
  const copy = ({ turnId, start, end }: TurnRange) =>
    void attempt(async () => {
      const rows = await readOnce(async (db) => {
        const turn = await db.turns.get(turnId);
        const dialogueId = turn?.dialogueId ?? '';
        return {
          turn,
          dialogue: await db.dialogues.get(dialogueId),
          workspace: await db.workspace.toArray(),
          persons: await db.persons.toArray(),
          participants: await db.participants.where('dialogueId').equals(dialogueId).toArray(),
          passages: await db.passages.where('turnId').equals(turnId).toArray(),
        };
      });
      const { dialogue, turn } = rows;
      if (!dialogue || !turn) return notifyDone(t('evidence.gone'));
      const disclosure = new Disclosure(
        { ...rows, dialogues: [dialogue], turns: [turn] },
        t('report.withheldName'),
        language,
      );
      const redact = (choices: LeakChoices) =>
        redactedQuote(disclosure, dialogue, { turnId, start, end }, turn.text.slice(start, end), t, choices);
      const first = redact({});
      if (first.told === null) return notifyDone(t('desk.offRecord'));
      const choices = await ask(first.leaks);
      const told = choices && redact(choices).told;
      if (!told) return;
      await copyQuotation(told);
      notifyDone(t('desk.copied'));
    });
  return { copy, dialog };
}
