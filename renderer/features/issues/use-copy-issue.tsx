import type { ReactNode } from 'react';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { leaksOfText, settledText } from '#shared/attribution/leak.ts';
import type { Issue } from '#shared/model/issue.ts';
import { readState } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';

/** Puts an issue with its definition and whose list it stands on on the clipboard, as far as names in it may be told. */
export function useCopyIssue(): { readonly copy: (issue: Issue) => void; readonly dialog: ReactNode } {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const { ask, dialog } = useLeakDialog();
  const copy = (issue: Issue) =>
    void attempt(async () => {
      const state = await readState();
      const disclosure = new Disclosure(state, t('report.withheldName'), language);
      const text = disclosure.anywhere(
        t('issues.copied.text', {
          name: local(issue.name),
          definition: local(issue.definition),
          category: t(`category.${issue.category}`),
          workspace: local(state.workspace[0]?.name),
        }),
      );
      const names = disclosure.namesAnywhere(text);
      const leaks = leaksOfText(text, names, { id: 'issue', place: 'text', part: '', source: null });
      const choices = await ask(leaks);
      const told = choices && settledText(text, names, leaks, choices, disclosure.placeholder);
      if (!told) return;
      await navigator.clipboard.writeText(told);
      notifyDone(t('desk.copied'));
    });
  return { copy, dialog };
}
