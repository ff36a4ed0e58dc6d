import { type ReactNode, useEffect, useState } from 'react';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { type LeakChoices, undecided } from '#shared/attribution/leak.ts';
import { commaSeparated, tabSeparated } from '#shared/delimited.ts';
import { type AdviceWords, type RedactedAdvice, redactedAdvice } from '#shared/retrieval/advice-sheet.ts';
import { call } from '../../platform/bridge.ts';
import { readState } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';
import { PaperTable } from '../../ui/paper-table.tsx';
import type { Register } from './use-register.ts';

export interface AdviceOutputs {
  readonly copy: () => void;
  readonly save: () => void;
  readonly print: () => void;
  readonly dialog: ReactNode;
}

/**
 * Ways by which the register leaves the office, as it is shown: each by `redactedAdvice`, which names nobody who may not
 * be named, and asks about words that may be names.
 */
export function useOutputs({ rows, columns }: Register, words: AdviceWords): AdviceOutputs {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const { ask, dialog } = useLeakDialog();
  const [paper, setPaper] = useState<RedactedAdvice | null>(null);

  const redact = async (): Promise<RedactedAdvice | null> => {
    let choices: LeakChoices = {};
    for (;;) {
      // Who may be named is read at this moment, not when the rows were shown.
      const disclosure = new Disclosure(await readState(), t('report.withheldName'), language);
      const redacted = redactedAdvice(rows, columns, words, disclosure, choices);
      const open = undecided(redacted.leaks, choices);
      if (open.length === 0) return redacted;
      const chosen = await ask(open);
      if (chosen === null) return null;
      choices = { ...choices, ...chosen };
    }
  };
  const send = (use: (redacted: RedactedAdvice) => Promise<void>) => () =>
    void attempt(async () => {
      const redacted = await redact();
      if (redacted) await use(redacted);
    });
  useEffect(() => {
    if (!paper) return;
    // Once it is drawn: what is printed is what stands in the window.
    const frame = requestAnimationFrame(
      () =>
        void attempt(() => call('page.print', { paper: 'A4', landscape: true })).then(() => setPaper(null)),
    );
    return () => cancelAnimationFrame(frame);
  }, [paper, attempt]);

  return {
    copy: send(async ({ cells, leftOut }) => {
      await navigator.clipboard.writeText(tabSeparated(cells));
      notifyDone(t('advice.copied', { count: cells.length - 1, leftOut }));
    }),
    save: send(async ({ cells, leftOut }) => {
      const path = await call('dialog.save', {
        suggestedName: `${t('advice.title')}.csv`,
        filters: [{ name: t('advice.csv'), extensions: ['csv'] }],
        bytes: new TextEncoder().encode(commaSeparated(cells)),
      });
      if (path !== null) notifyDone(t('advice.savedTable', { count: cells.length - 1, leftOut }));
    }),
    print: send(async (redacted) => setPaper(redacted)),
    dialog: (
      <>
        {dialog}
        {paper && <PaperTable title={t('advice.title')} cells={paper.cells} />}
      </>
    ),
  };
}
