import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '#shared/model/problem.ts';
import { call } from '../../platform/bridge.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';
import { createReport, type ReportChoice, type ReportStage } from './create-report.ts';

/** Makes reports, one at a time, and says where they were saved. */
export function useCreateReport(): {
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
          });
          if (path === null) return;
          const name = path.split(/[\\/]/).at(-1) ?? path;
          const id = notifications.show({
            color: 'green',
            autoClose: 15_000,
            message: (
              <Group justify="space-between" wrap="nowrap" gap="md">
                <Text size="sm">{t('reports.saved', { name })}</Text>
                <Button
                  size="compact-sm"
                  variant="light"
                  style={{ flexShrink: 0 }}
                  onClick={() => {
                    notifications.hide(id);
                    void attempt(() => call('dialog.reveal', { path }));
                  }}
                >
                  {t('reports.show')}
                </Button>
              </Group>
            ),
          });
        } catch (thrown) {
          // Whoever pressed Cancel is told so, but not as of a failure.
          if (problemOf(thrown).code !== 'report-cancelled') throw thrown;
          notifyDone(t('reports.cancelled'));
        }
      });
      setStage(null);
    },
    [attempt, t],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { create, stage, cancel };
}
