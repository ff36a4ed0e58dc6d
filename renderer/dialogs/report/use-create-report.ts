import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '#shared/model/problem.ts';
import { call } from '../../platform/bridge.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyAct, notifyDone } from '../../ui/notify-undo.tsx';
import { type AskAboutLeaks, createReport, type ReportChoice, type ReportStage } from './create-report.ts';

/** Makes reports, one at a time, and says where they were saved. */
export function useCreateReport(onLeaks: AskAboutLeaks): {
  readonly create: (choice: ReportChoice) => Promise<void>;
  /** Null while nothing is being made. */
  readonly stage: ReportStage | null;
  readonly cancel: () => void;
} {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [stage, setStage] = useState<ReportStage | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const create = useCallback(
    async (choice: ReportChoice) => {
      const controller = new AbortController();
      running.current = controller;
      await attempt(async () => {
        try {
          const path = await createReport(choice, t('reports.fileKind'), {
            signal: controller.signal,
            onStage: setStage,
            onLeaks,
          });
          if (path === null) return;
          const name = path.split(/[\\/]/).at(-1) ?? path;
          notifyAct({
            message: t('reports.saved', { name }),
            actLabel: t('reports.show'),
            act: () => attempt(() => call('dialog.reveal', { path })),
          });
        } catch (thrown) {
          // Whoever pressed Cancel is told so, but not as of a failure.
          if (problemOf(thrown).code !== 'report-cancelled') throw thrown;
          notifyDone(t('reports.cancelled'));
        }
      });
      setStage(null);
    },
    [attempt, t, onLeaks],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { create, stage, cancel };
}
